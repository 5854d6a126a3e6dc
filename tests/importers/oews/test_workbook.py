"""Reading the workbooks of OEWS, without a database."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from importers.oews.workbook import label_of, open_workbook
from importers.report import InputRefusedError, Problems
from tests.importers.oews import obvious
from tests.importers.oews.compare import as_published
from tests.importers.oews.samples import NOTES, WORKBOOKS, table_of, write_workbook

NATIONAL = "national_M2024_dl"
SECTOR = "natsector_M2024_dl"


def read(file: Path) -> tuple[pl.DataFrame, Problems]:
    problems = Problems()
    batches = list(open_workbook(file).batches(problems, lambda done, total: None))
    return pl.concat(batches), problems


def problems_of(file: Path) -> list[str]:
    try:
        _, problems = read(file)
    except InputRefusedError as refused:
        problems = refused.problems
    return [str(problem) for problem in problems.first]


def changed(sample: str, changes: dict[str, str], where: Callable[[dict[str, str]], bool]) -> list[list[str]]:
    """The sample with some cells changed in the rows that `where` picks."""
    header, *rows = table_of(sample)
    table = [header]
    for row in rows:
        named = dict(zip(header, row, strict=True))
        table.append(list((named | changes).values()) if where(named) else row)
    return table


def of(
    occupation: str, level: str = "detailed", sector: str | None = None
) -> Callable[[dict[str, str]], bool]:
    return lambda row: (
        (row["OCC_CODE"], row["O_GROUP"]) == (occupation, level) and sector in {None, row["NAICS"]}
    )


def line_of(table: Sequence[Sequence[str]], where: Callable[[dict[str, str]], bool]) -> int:
    return next(n for n, row in enumerate(table, 1) if where(dict(zip(table[0], row, strict=True))))


@pytest.mark.parametrize("sample", WORKBOOKS)
def test_every_row_is_as_a_second_reading_has_it(workbook, sample):
    file = workbook(sample)
    cells, problems = read(file)
    assert not problems, str(problems)
    published = {
        (row["OCC_CODE"], row["NAICS"]): obvious.workbook_figures(row) for row in obvious.workbook_rows(file)
    }
    assert cells.height == len(published)
    for row in cells.iter_rows(named=True):
        key = (row["occupation_code"], row["industry_code"])
        assert as_published(row) == published[key], key


@pytest.mark.parametrize(
    ("sample", "label", "hourly", "annual"),
    [("national_M2019_dl", "May 2019", "100.00", 208_000), (NATIONAL, "May 2024", "115.00", 239_200)],
)
def test_the_workbook_says_what_it_is(workbook, sample, label, hourly, annual):
    file = workbook(sample)
    content = open_workbook(file)
    assert content.facts.label == label_of(file) == label
    assert (content.facts.hourly_cap, content.facts.annual_cap) == (Decimal(hourly), annual)
    assert [(area.code, area.kind) for area in content.areas] == [("0000000", "nation")]
    assert [place.code for place, _ in content.industries] == ["000000"]


def figures_of(cells: pl.DataFrame, occupation: str, industry: str = "000000") -> obvious.Figures:
    row = cells.filter(occupation_code=occupation, industry_code=industry).row(0, named=True)
    return as_published(row)


def test_a_missing_figure_keeps_its_reason(workbook):
    cells, _ = read(workbook(NATIONAL))
    teachers, actors = figures_of(cells, "25-2021"), figures_of(cells, "27-2011")
    assert teachers["hourly_mean"] == teachers["hourly_p90"] == "other basis only"
    assert isinstance(teachers["annual_median"], Decimal)
    assert actors["annual_median"] == "other basis only"
    national = figures_of(cells, "11-3051")
    for measure in ("jobs_per_1000", "location_quotient", "percent_of_industry", "percent_reporting"):
        assert national[measure] == "not produced for this kind of cell"

    cells, _ = read(workbook("national_M2019_dl"))
    assert figures_of(cells, "11-1011")["annual_p90"] == "top-coded"
    assert figures_of(cells, "11-3051")["percent_reporting"] == "not stated by this source"


def test_marks_by_where_they_stand(workbook):
    marks = {
        "TOT_EMP": "**", "EMP_PRSE": "**", "PCT_TOTAL": "**", "PCT_RPT": "~", "MEAN_PRSE": "*",
        "H_MEAN": "*", "A_MEAN": "*", "H_MEDIAN": "#", "A_MEDIAN": "",
    }  # fmt: skip
    table = changed(SECTOR, marks | {"ANNUAL": "TRUE"}, of("11-3051", sector="31-33"))
    cells, problems = read(workbook(SECTOR, table))
    assert not problems, str(problems)
    figures = figures_of(cells, "11-3051", "31-33")
    assert (
        figures["employment"] == figures["employment_rse"] == figures["percent_of_industry"] == "not released"
    )
    assert figures["percent_reporting"] == "below threshold"
    # ANNUAL says why there are no hourly wages; that this annual one is missing has another reason.
    assert figures["hourly_mean"] == "other basis only"
    assert figures["annual_mean"] == figures["wage_rse"] == "not released"
    assert figures["hourly_median"] == "top-coded"
    assert figures["annual_median"] == "not produced for this kind of cell"


def test_a_code_printed_as_broad_and_as_detailed_is_one_cell(workbook):
    cells, problems = read(workbook(NATIONAL))
    assert not problems
    [buyers] = cells.filter(occupation_code="13-1020").iter_rows(named=True)
    assert buyers["published_level"] == 4
    assert cells.filter(occupation_code="11-3050")["published_level"].to_list() == [3]


def test_differing_repeats_are_refused(workbook):
    table = changed(NATIONAL, {"TOT_EMP": "486910"}, of("13-1020"))
    line = line_of(table, of("13-1020"))
    assert problems_of(workbook(NATIONAL, table)) == [
        f"{NATIONAL}.xlsx:{line}: printed again with other figures:"
        " occupation 13-1020, area 0000000, industry 000000"
    ]


def test_the_same_row_twice_is_refused(workbook):
    header, *rows = table_of(NATIONAL)
    assert problems_of(workbook(NATIONAL, [header, *rows, rows[5]])) == [
        f"{NATIONAL}.xlsx:{len(rows) + 2}: the row is there twice:"
        " occupation 11-3051, area 0000000, industry 000000"
    ]


def test_empty_rows_are_nothing(workbook):
    header, *rows = table_of(NATIONAL)
    cells, problems = read(workbook(NATIONAL, [header, *rows[:3], [""] * 32, *rows[3:]]))
    assert not problems
    assert cells.filter(occupation_code="11-3051")["line"].to_list() == [8]


def family(**row: Any) -> list[list[str]]:
    """A workbook with one occupation, of another kind of file than the national one."""
    header, *rows = table_of(NATIONAL)
    managers = dict(zip(header, rows[5], strict=True))
    return [header, list((managers | row).values())]


@pytest.mark.parametrize(
    ("row", "area", "kind", "state", "industry", "group"),
    [
        ({"AREA": "17", "AREA_TYPE": "2", "AREA_TITLE": "Illinois", "PRIM_STATE": "IL"},
         "1700000", "state", "17", "000000", "all industries"),
        ({"AREA": "6", "AREA_TYPE": "2", "AREA_TITLE": "California", "PRIM_STATE": "CA"},
         "0600000", "state", "06", "000000", "all industries"),
        ({"AREA": "72", "AREA_TYPE": "3", "AREA_TITLE": "Puerto Rico", "PRIM_STATE": "PR"},
         "7200000", "territory", "72", "000000", "all industries"),
        ({"AREA": "16980", "AREA_TYPE": "4", "AREA_TITLE": "Chicago-Naperville-Elgin, IL-IN", "PRIM_STATE": "IL"},
         "0016980", "metro", "17", "000000", "all industries"),
        ({"AREA": "1700001", "AREA_TYPE": "6", "AREA_TITLE": "Northwest Illinois nonmetropolitan area",
          "PRIM_STATE": "IL"}, "1700001", "nonmetro", "17", "000000", "all industries"),
        ({"NAICS": "332000", "I_GROUP": "3-digit", "OWN_CODE": "5"},
         "0000000", "nation", "00", "332", "3-digit industries"),
        ({"NAICS": "332000", "I_GROUP": "4-digit", "OWN_CODE": "5"},
         "0000000", "nation", "00", "332", "4-digit industries"),
        ({"NAICS": "3320A1", "I_GROUP": "4-digit", "OWN_CODE": "5"},
         "0000000", "nation", "00", "3320A1", "4-digit industries"),
        ({"NAICS": "611100", "I_GROUP": "4-digit", "OWN_CODE": "5"},
         "0000000", "nation", "00", "611105", "4-digit industries by ownership"),
        ({"NAICS": "611100", "I_GROUP": "4-digit", "OWN_CODE": "235"},
         "0000000", "nation", "00", "6111", "4-digit industries"),
        ({"NAICS": "000001", "I_GROUP": "cross-industry, ownership", "OWN_CODE": "5"},
         "0000000", "nation", "00", "000001", "ownership totals"),
        ({"NAICS": "99", "I_GROUP": "sector", "OWN_CODE": "123"}, "0000000", "nation", "00", "99", "sectors"),
    ],
)  # fmt: skip
def test_the_other_workbooks_of_the_family(workbook, row, area, kind, state, industry, group):
    file = workbook(NATIONAL, family(**row))
    cells, problems = read(file)
    assert not problems, str(problems)
    [cell] = cells.iter_rows(named=True)
    assert (cell["area_code"], cell["industry_code"], cell["industry_group"]) == (area, industry, group)
    [found] = open_workbook(file).areas
    assert (found.code, found.kind, found.state_code) == (area, kind, state)


def test_ownership_tells_rows_apart(workbook):
    header, managers = family(NAICS="611100", I_GROUP="4-digit", OWN_CODE="235")
    _, private = family(NAICS="611100", I_GROUP="4-digit", OWN_CODE="5", TOT_EMP="10")
    cells, problems = read(workbook(NATIONAL, [header, managers, private]))
    assert not problems
    assert sorted(cells["industry_code"]) == ["6111", "611105"]


def test_an_industry_printed_at_two_levels_is_one_cell(workbook):
    header, three = family(NAICS="327000", I_GROUP="3-digit", OWN_CODE="5")
    _, four = family(NAICS="327000", I_GROUP="4-digit", OWN_CODE="5")
    cells, problems = read(workbook(NATIONAL, [header, four, three]))
    assert not problems
    assert cells.select("industry_code", "industry_group").rows() == [("327", "3-digit industries")]


# Bad input


def test_a_web_page_under_the_name_of_a_workbook(tmp_path):
    file = tmp_path / f"{NATIONAL}.xlsx"
    file.write_text("<!DOCTYPE html><html><title>Access Denied</title></html>")
    assert problems_of(file) == [
        f"{NATIONAL}.xlsx: this is a web page saved under the name of a workbook; download the file itself"
    ]
    assert label_of(file) is None


def test_an_empty_file_and_an_empty_sheet(tmp_path, workbook):
    file = tmp_path / "empty.xlsx"
    file.touch()
    assert problems_of(file) == ["empty.xlsx: the file is empty"]
    file = workbook(NATIONAL, table_of(NATIONAL)[:1])
    assert problems_of(file) == [f"{NATIONAL}.xlsx: the workbook is empty: there is no row under the header"]


def test_a_truncated_workbook(workbook):
    file = workbook(NATIONAL)
    file.write_bytes(file.read_bytes()[:-2000])
    [problem] = problems_of(file)
    assert problem.startswith(f"{NATIONAL}.xlsx: ")


def test_columns_missing_and_unexpected(workbook):
    header, *rows = table_of(NATIONAL)
    renamed = ["PCT_REPORTING" if name == "PCT_RPT" else name for name in header]
    assert problems_of(workbook(NATIONAL, [renamed, *rows])) == [
        f"{NATIONAL}.xlsx:1: missing column: PCT_RPT",
        f"{NATIONAL}.xlsx:1: unexpected column: PCT_REPORTING",
    ]
    without_code = [row[:8] + row[9:] for row in (header, *rows)]
    assert problems_of(workbook(NATIONAL, without_code)) == [f"{NATIONAL}.xlsx:1: missing column: OCC_CODE"]


def test_a_column_may_be_absent_only_before_it_was_introduced(workbook):
    table = table_of("national_M2020_dl")
    assert problems_of(workbook(NATIONAL, table)) == [f"{NATIONAL}.xlsx:1: missing column: PCT_RPT"]


def test_another_delimiter(workbook):
    lines = [[",".join(row)] for row in table_of(NATIONAL)]
    [problem] = problems_of(workbook(NATIONAL, lines))
    assert problem == f"{NATIONAL}.xlsx:1: the columns are not separated into cells"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"OCC_CODE": "113051"}, '"113051" is not the code of an occupation'),
        ({"O_GROUP": "fine"}, 'unknown O_GROUP "fine"; expected total, major, minor, broad, detailed'),
        ({"NAICS": "999999"}, "unknown industry 999999 (rows: 1)"),
        ({"AREA": "03", "AREA_TYPE": "2"}, "unknown area 03 (rows: 1)"),
        ({"AREA_TYPE": "9"}, "unknown area 99 (rows: 1)"),
        ({"TOT_EMP": "about 5"}, 'TOT_EMP: "about 5" is neither a figure nor a mark that belongs here'),
        ({"TOT_EMP": "#"}, 'TOT_EMP: "#" is neither a figure nor a mark that belongs here'),
        ({"A_MEAN": "~"}, 'A_MEAN: "~" is neither a figure nor a mark that belongs here'),
        ({"H_MEDIAN": "58.375"}, 'H_MEDIAN: "58.375" is neither a figure nor a mark that belongs here'),
        ({"ANNUAL": "YES"}, "ANNUAL and HOURLY are TRUE or empty, not YES and None"),
        (
            {"A_PCT75": "90000"},
            "annual percentiles out of order for 11-3051: annual_p25 is 95380, annual_p75 is 90000",
        ),
        (
            {"H_PCT75": "40"},
            "hourly percentiles out of order for 11-3051: hourly_p25 is 45.86, hourly_p75 is 40.00",
        ),
        (
            {"PCT_RPT": "101"},
            "a percent over 100 for 11-3051: percent of industry None, percent reporting 101.00",
        ),
    ],
)
def test_bad_cells_are_named_with_their_line(workbook, changes, message):
    table = changed(NATIONAL, changes, of("11-3051"))
    line = line_of(table_of(NATIONAL), of("11-3051"))
    problems = problems_of(workbook(NATIONAL, table))
    assert len(problems) == 1
    assert problems[0].startswith(f"{NATIONAL}.xlsx:{line}: ")
    assert message.split(":")[0] in problems[0]
    if "percentiles" not in message:
        assert problems[0] == f"{NATIONAL}.xlsx:{line}: {message}"


@pytest.mark.parametrize(
    ("sheet", "name", "asked", "label"),
    [
        ("National_M2024_dl", "renamed", None, "May 2024"),
        (
            "National_M2024_dl",
            "national_M2023_dl",
            "May 2022",
            "May 2024",
        ),  # --release is held against it later
        ("national_dl", "national_M2024_dl", "May 2022", "May 2022"),
        ("national_dl", "national_M2024_dl", None, "May 2024"),
    ],
)
@pytest.mark.parametrize("notes", [None, ["Some notes"]])
def test_without_a_description_the_release_is_by_what_stands_nearest(
    tmp_path, sheet, name, asked, label, notes
):
    file = write_workbook(tmp_path / f"{name}.xlsx", sheet, table_of(NATIONAL), notes)
    content = open_workbook(file, asked)
    assert content.facts.label == label_of(file, asked) == label
    assert (content.facts.hourly_cap, content.facts.annual_cap) == (Decimal("115.00"), 239_200)
    assert len(content.said) == 1
    assert file.name in content.said[0]


@pytest.mark.parametrize(
    ("sheet", "notes", "asked", "message"),
    [
        ("national_dl", None, None, "nothing in the workbook says which release it is: there is no sheet"),
        ("national_dl", None, "the newest", "nothing in the workbook says which release it is"),
        (NATIONAL, NOTES["2020"], None, 'is of 2024, but "Field Descriptions" says May 2020'),
        ("figures", ["May 2031 OEWS"], None, '"Field Descriptions" does not state the top codes in dollars, and'),
        ("national_M2012_dl", None, None, "this is May 2012. Of OEWS these .xlsx workbooks are read: the"),
        ("state_M2016_dl", None, None, "of May 2016 only the nation's workbook is read"),
    ],
)  # fmt: skip
def test_a_release_must_be_told(tmp_path, sheet, notes, asked, message):
    file = write_workbook(tmp_path / "figures.xlsx", sheet, table_of(NATIONAL), notes)
    with pytest.raises(InputRefusedError, match=re.escape(message)):
        open_workbook(file, asked)


def test_a_workbook_of_old_excel_is_told_what_is_read(tmp_path):
    file = tmp_path / "national_M2012_dl.xls"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    [problem] = problems_of(file)
    assert "this is a workbook of old Excel (.xls). Of OEWS these .xlsx workbooks are read" in problem


def test_the_nation_of_early_releases_has_twenty_columns(tmp_path):
    header, *table = table_of("national_M2019_dl")
    wanted = [
        name for name in header
        if name.upper() not in {"AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE",
                                "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PRIM_STATE"}
    ]  # fmt: skip
    assert len(wanted) == 20
    at = [header.index(name) for name in wanted]
    early = [["OCC_GROUP" if name.upper() == "O_GROUP" else name.upper() for name in wanted]]
    early += [[row[place] for place in at] for row in table]
    file = write_workbook(tmp_path / "national_M2015_dl.xlsx", "national_dl", early, None)
    content = open_workbook(file)
    assert (content.facts.label, content.facts.annual_cap) == ("May 2015", 187_200)
    problems = Problems()
    [cells] = content.batches(problems, lambda done, total: None)
    late, _ = read(
        write_workbook(tmp_path / "late.xlsx", "national_M2019_dl", [header, *table], NOTES["2019"])
    )
    assert not problems, str(problems)
    assert cells.drop("line").equals(late.drop("line"))


def test_known_top_codes_stand_in_for_a_file_without_them(workbook):
    facts = open_workbook(workbook(NATIONAL, notes=["May 2024 OEWS"])).facts
    assert (facts.hourly_cap, facts.annual_cap) == (Decimal("115.00"), 239_200)
