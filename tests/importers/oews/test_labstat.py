"""Reading LABSTAT, without a database."""

import gzip
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from importers.oews.cells import SCHEMA
from importers.oews.labstat import open_labstat
from importers.report import InputRefusedError, Problems
from tests.importers.oews import obvious
from tests.importers.oews.compare import as_published
from tests.importers.oews.samples import DATA, edit, series
from wages.industry_codes import labstat_code

MANAGERS_NATIONAL = "OEUN000000000000011305101"


def read(folder: Path) -> tuple[pl.DataFrame, Problems]:
    """Every cell of the folder, and the problems found on the way."""
    problems = Problems()
    content = open_labstat(sorted(folder.iterdir()))
    batches = list(content.batches(problems, lambda done, total: None))
    return pl.concat(batches) if batches else pl.DataFrame(schema=SCHEMA), problems


def problems_of(folder: Path) -> list[str]:
    """What is wrong with the folder, whether reading went on or not."""
    try:
        _, problems = read(folder)
    except InputRefusedError as refused:
        problems = refused.problems
    assert problems.count == len(problems.first)
    return [str(problem) for problem in problems.first]


def figures_of(cells: pl.DataFrame, occupation: str, area: str = "0000000", industry: str = "000000"):
    row = cells.filter(occupation_code=occupation, area_code=area, industry_code=industry)
    return as_published(row.row(0, named=True))


def test_every_cell_is_as_a_second_reading_has_it(labstat):
    cells, problems = read(labstat)
    assert not problems, str(problems)
    lines: dict[obvious.Key, list[str]] = {}
    for line in obvious.lines_of(labstat / DATA):
        lines.setdefault(obvious.key_of(line), []).append(line)
    assert cells.height == len(lines) == 77
    for row in cells.iter_rows(named=True):
        key = obvious.Key(row["area_code"], labstat_code(row["industry_code"]), row["occupation_code"])
        assert as_published(row) == obvious.labstat_figures(lines[key]), key


def test_it_is_the_same_compressed(labstat):
    plain, _ = read(labstat)
    for file in list(labstat.iterdir()):
        (labstat / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
        file.unlink()
    packed, problems = read(labstat)
    assert not problems
    assert packed.equals(plain)


def test_the_folder_says_what_it_is(labstat):
    content = open_labstat(sorted(labstat.iterdir()))
    assert content.facts.label == "May 2025"
    assert content.facts.year == 2025
    assert (content.facts.hourly_cap, content.facts.annual_cap) == (Decimal("115.00"), 239_200)
    assert len(content.industries) == 444
    assert {(area.code, area.kind, area.state_code) for area in content.areas} >= {
        ("0000000", "nation", "00"), ("1700000", "state", "17"), ("0016980", "metro", "17"),
        ("1700001", "nonmetro", "17"), ("7200000", "territory", "72"),
    }  # fmt: skip
    assert content.occupations["11-3051"] == "Industrial Production Managers"


def test_figures_of_industrial_production_managers(labstat):
    cells, _ = read(labstat)
    figures = figures_of(cells, "11-3051")
    assert figures["employment"] == 246_250
    assert figures["annual_p10"] == 78_000
    assert figures["annual_p25"] == 98_160
    assert figures["annual_median"] == 126_060
    assert figures["annual_p75"] == 161_880
    assert figures["annual_p90"] == 205_520
    assert figures_of(cells, "11-3051", industry="325")["annual_median"] == 135_530
    assert figures_of(cells, "11-3051", industry="332")["annual_median"] == 109_920


def test_a_missing_figure_keeps_its_reason(labstat):
    cells, _ = read(labstat)
    teachers, actors = figures_of(cells, "25-2021"), figures_of(cells, "27-2011")
    assert teachers["hourly_median"] == "other basis only"
    assert isinstance(teachers["annual_median"], Decimal)
    assert actors["annual_median"] == "other basis only"
    assert isinstance(actors["hourly_median"], Decimal)
    executives = figures_of(cells, "11-1011", industry="622305")
    assert executives["annual_p90"] == executives["hourly_p90"] == "top-coded"
    assert isinstance(executives["annual_median"], Decimal)
    assert figures_of(cells, "11-1011", industry="221111")["annual_p10"] == "top-coded"
    national = figures_of(cells, "11-3051")
    assert national["jobs_per_1000"] == national["location_quotient"] == "not produced for this kind of cell"
    assert national["percent_of_industry"] == national["percent_reporting"] == "not stated by this source"
    assert isinstance(figures_of(cells, "11-3051", area="1700000")["location_quotient"], Decimal)


def test_levels_are_stated_for_detailed_occupations_only(labstat):
    cells, _ = read(labstat)
    levels = dict(cells.select("occupation_code", "published_level").iter_rows())
    assert levels["11-3051"] == levels["13-1020"] == levels["21-1018"] == 4
    # The menu shows this broad group where its minor group would be.
    assert levels["35-1010"] is levels["11-0000"] is levels["00-0000"] is None


def test_a_figure_over_the_cap_is_a_figure(labstat):
    """Only the row's own mark makes a figure top-coded."""
    _, line = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "15")
    edit(labstat / DATA, line, line.replace(" 205520", " 972450"))
    cells, problems = read(labstat)
    assert not problems
    assert figures_of(cells, "11-3051")["annual_p90"] == 972_450


def test_the_mean_is_free_of_the_order_of_percentiles(labstat):
    _, line = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "04")
    edit(labstat / DATA, line.split("\t")[3], "      999990")
    _, problems = read(labstat)
    assert not problems


# Bad input: each is one problem with its file and line.


def test_another_delimiter(labstat):
    file = labstat / DATA
    file.write_bytes(file.read_bytes().replace(b"\t", b","))
    assert problems_of(labstat) == [f"{DATA}:1: the columns are not separated by tabs"]


def test_a_column_missing_or_too_many(labstat):
    edit(labstat / DATA, "\tperiod", "\tquarter")
    assert problems_of(labstat) == [
        f"{DATA}:1: missing column: period",
        f"{DATA}:1: unexpected column: quarter",
    ]


def test_a_line_with_other_columns_than_the_header(labstat):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text.replace("\t2025", ""))
    edit(labstat / DATA, "\t\r\n", "\t\t\r\n")
    assert problems_of(labstat) == [
        f"{DATA}:2: 5 columns expected, 6 found",
        f"{DATA}:{line}: 5 columns expected, 4 found",
    ]


def test_a_truncated_gzip(labstat):
    packed = gzip.compress((labstat / DATA).read_bytes())
    (labstat / DATA).unlink()
    (labstat / f"{DATA}.gz").write_bytes(packed[: len(packed) // 2])
    assert problems_of(labstat) == [
        f"{DATA}.gz: the compressed file is cut off or damaged; download it again"
    ]


def test_a_file_that_breaks_off(labstat):
    file = labstat / DATA
    file.write_bytes(file.read_bytes()[:-20])
    assert problems_of(labstat) == [f"{DATA}:1190: the file breaks off in the middle of this line"]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", f"{DATA}: the file is empty"), (b"header", f"{DATA}: the file has no series")],
)
def test_an_empty_file(labstat, content, message):
    header = (labstat / DATA).read_bytes().partition(b"\n")[0] + b"\n"
    (labstat / DATA).write_bytes(header if content else b"")
    assert problems_of(labstat) == [message]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("OEUM0016980", "OEUM0016981", "area M0016981"),
        ("OEUM0016980", "OEUS0016980", "area S0016980"),
        ("OEUN0000000325000", "OEUN0000000325009", "industry 325009"),
        ("000000113051", "000000119999", "occupation 119999"),
    ],
)
def test_an_unknown_code_is_told_once_with_its_cells(labstat, old, new, what):
    line = edit(labstat / DATA, old, new, count=-1)
    cells_there = len({text[:23] for text in obvious.lines_of(labstat / DATA) if new in text})
    [problem] = problems_of(labstat)
    assert problem.startswith(f"{DATA}:{line}: unknown {what} (cells: ")
    assert cells_there == int(problem.rsplit(" ", 1)[1].rstrip(")"))


def test_an_unknown_footnote(labstat):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text.replace("\t\r\n", "\t7\r\n"))
    assert problems_of(labstat) == [f"{DATA}:{line}: unknown footnote 7 (series: 1)"]


@pytest.mark.parametrize("value", ["24,625", "1e5", "-246250", "2462.5", "n/a", "", "12345678901"])
def test_a_number_that_is_not_one(labstat, value):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text.replace("246250", value))
    assert problems_of(labstat) == [f'{DATA}:{line}: "{value}" is not a figure for employment']


def test_decimals_that_would_have_to_be_rounded(labstat):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "08")
    edit(labstat / DATA, text, text.replace("60.61", "60.612"))
    assert problems_of(labstat) == [f'{DATA}:{line}: "60.612" is not a figure for hourly median wage']


def test_a_figure_and_a_reason_never_both_never_neither(labstat):
    first, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text.replace("\t\r\n", "\t8\r\n"))
    second, text = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "02")
    value = text.split("\t")[3]
    edit(labstat / DATA, text, text.replace(value, "           -"))
    assert problems_of(labstat) == [
        f"{DATA}:{first}: a figure, 246250, and footnote 8, by which there is none",
        f'{DATA}:{second}: no figure, and no footnote that says why: footnote ""',
    ]


def test_a_duplicate_series(labstat):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text + text)
    assert problems_of(labstat) == [f"{DATA}:{line + 1}: series {MANAGERS_NATIONAL} is there twice"]


def test_a_duplicate_series_elsewhere_in_the_file(labstat):
    _, text = series(labstat / DATA, MANAGERS_NATIONAL)
    with (labstat / DATA).open("ab") as file:
        file.write(text.encode())
    assert problems_of(labstat) == [
        f"{DATA}:1191: series are there twice: occupation 11-3051, area 0000000, industry 000000"
    ]


def test_a_cell_whose_series_are_not_together(labstat):
    _, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, "")
    with (labstat / DATA).open("ab") as file:
        file.write(text.encode())
    assert problems_of(labstat) == [
        f"{DATA}:1190: the series are not together: occupation 11-3051, area 0000000, industry 000000"
    ]


def test_percentiles_out_of_order(labstat):
    line, _ = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, "  161880", "  111880")
    assert problems_of(labstat) == [
        f"{DATA}:{line}: annual percentiles out of order for 11-3051:"
        " annual_median is 126060, annual_p75 is 111880"
    ]


def test_hourly_percentiles_out_of_order(labstat):
    line, _ = series(labstat / DATA, MANAGERS_NATIONAL)
    _, text = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "09")
    edit(labstat / DATA, text, text.replace(text.split("\t")[3], "       10.00"))
    [problem] = problems_of(labstat)
    assert problem.startswith(f"{DATA}:{line}: hourly percentiles out of order for 11-3051: hourly_median is")
    assert problem.endswith("hourly_p75 is 10.00")


def test_order_holds_over_a_missing_percentile_too(labstat):
    line, _ = series(labstat / DATA, MANAGERS_NATIONAL)
    _, text = series(labstat / DATA, MANAGERS_NATIONAL[:-2] + "13")
    edit(labstat / DATA, text, text.replace("126060", "     -").replace("\t\r\n", "\t5\r\n"))
    edit(labstat / DATA, "  161880", "   91880")
    [problem] = problems_of(labstat)
    assert problem.startswith(
        f"{DATA}:{line}: annual percentiles out of order for 11-3051: annual_p25 is 98160"
    )


def test_a_data_file_of_another_release(labstat):
    file = labstat / DATA
    file.write_bytes(file.read_bytes().replace(b"\t2025\t", b"\t2024\t"))
    assert problems_of(labstat) == [
        f"{DATA}:2: series of 2024 A01 begin here; oe.release says May 2025, which is 2025 A01"
    ]


def test_a_release_that_contradicts_itself(labstat):
    edit(labstat / "oe.release", "2025A01", "2024A01")
    assert problems_of(labstat) == [
        'oe.release:2: not a release of OEWS: "2024A01" "May 2025"; expected such as 2025A01, May 2025'
    ]


def test_something_that_is_no_series(labstat):
    line, text = series(labstat / DATA, MANAGERS_NATIONAL)
    edit(labstat / DATA, text, text.replace("OEUN", "OEQN"))
    [problem] = problems_of(labstat)
    assert (
        problem
        == f'{DATA}:{line}: "{MANAGERS_NATIONAL.replace("OEUN", "OEQN")}" is not the id of a series of OEWS'
    )


def test_a_folder_that_is_not_whole(labstat):
    (labstat / "oe.footnote").unlink()
    (labstat / DATA).unlink()
    assert problems_of(labstat) == [
        "the LABSTAT folder is not whole, it has no oe.footnote; give the whole folder",
        f"the LABSTAT folder has no data file: {DATA}, plain or .gz",
    ]


def test_datatypes_under_other_numbers(labstat):
    edit(labstat / "oe.datatype", "13\tAnnual median wage", "13\tAnnual mean wage")
    assert problems_of(labstat) == [
        'oe.datatype:14: datatype 13 should be "Annual median wage", it is Annual mean wage'
    ]


def test_footnotes_that_do_not_say_what_the_reader_believes(labstat):
    edit(labstat / "oe.footnote", "8\t", "9\t")
    edit(labstat / "oe.footnote", "$239,200", "a lot")
    assert sorted(problems_of(labstat)) == [
        "oe.footnote: footnote 5 does not state the top codes in dollars",
        "oe.footnote: no footnote 8, which says why figures are missing",
    ]


def test_strange_areas_industries_and_occupations(labstat):
    edit(labstat / "oe.area", "17\t1700000\tS", "17\t1700000\tM")
    edit(labstat / "oe.industry", "113000", "103000")
    edit(labstat / "oe.occupation", "113051", "11305")
    problems = problems_of(labstat)
    assert [problem.split(":")[0] for problem in problems] == ["oe.area", "oe.industry", "oe.occupation"]
    assert all(": not an" in problem or "not of its kind" in problem for problem in problems)


def test_a_header_of_a_small_file(labstat):
    edit(labstat / "oe.area", "areatype_code", "type")
    assert problems_of(labstat) == [
        "oe.area:1: missing column: areatype_code",
        "oe.area:1: unexpected column: type",
    ]


def test_every_problem_is_counted_and_fifty_are_shown(labstat):
    file = labstat / DATA
    file.write_bytes(file.read_bytes().replace(b"\t\r\n", b"\t8\r\n"))
    _, problems = read(labstat)
    assert len(problems.first) == 50
    assert problems.count > 1000
    assert f"… and {problems.count - 50:,} more" in str(problems)
