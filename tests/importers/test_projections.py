from collections import Counter
from decimal import Decimal
from typing import Any

import fastexcel
import polars as pl
import pytest

from importers.projections import checks, reader
from importers.projections.checks import FIGURES
from importers.report import Problems
from importers.soc.combinations import COMBINATIONS
from occupations.models import (
    AlternateTitle,
    EntryEducation,
    ImportRun,
    MissingReason,
    Occupation,
    Projection,
    Training,
    WorkExperience,
)

WORKBOOK = "occupation_2024-34.xlsx"
WEB = "Employment Projections_2024-34.csv"
HEADER = [
    "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
    "Employment, 2024", "Employment, 2034", "Employment change, numeric, 2024–34",
    "Employment change, percent, 2024–34", "Percent self employed, 2024",
    "Occupational openings, 2024–34 annual average", "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]  # fmt: skip
ROW = [
    "Industrial production managers", "11-3051", "Line item", 241.9, 246.5, 4.6, 1.9, 2.6, 17.1,
    "Bachelor's degree", "5 years or more", "None",
]  # fmt: skip


def _refused(load, *paths, **options):
    run = load("projections", *paths, **options)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not Projection.objects.filter(release__label="2024–34").exists()
    return run.report


@pytest.fixture
def folder(samples):
    return samples / "projections"


def test_the_workbook_and_the_web_table_make_one_round(soc, load, folder):
    run = load("projections", folder / WORKBOOK, folder / WEB)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = run.release
    assert (release.label, release.kind, release.state) == ("2024–34", "official", "ready")
    assert (release.published_on.isoformat(), release.slug) == ("2025-08-28", "2024-34")
    row = Projection.objects.get(release=release, occupation__code="11-3051")
    assert (row.base_year, row.target_year) == (2024, 2034)
    assert (row.base_employment, row.employment_change, row.percent_change, row.openings) == (
        Decimal("241.9"), Decimal("4.6"), Decimal("1.9"), Decimal("17.1")
    )  # fmt: skip
    assert row.percent_self_employed == Decimal("2.6")
    assert row.entry_education == EntryEducation.BACHELORS
    assert row.work_experience == WorkExperience.FIVE_YEARS
    assert row.training == Training.NONE
    assert (row.growth_word, row.growth_word_basis) == ("slower", "derived")
    assert row.entry_education_missing is None
    lay = AlternateTitle.objects.filter(release=release, occupation__code="11-3051", kind="lay")
    assert "Plant Superintendent" in lay.values_list("title", flat=True)
    assert lay.count() == 6


def test_every_missing_figure_has_the_right_reason(soc, load, folder):
    load("projections", folder / WORKBOOK, folder / WEB)
    group = Projection.objects.get(occupation__code="11-3000")
    assert group.entry_education_missing == MissingReason.NOT_PRODUCED
    assert group.training_missing == MissingReason.NOT_PRODUCED
    assert group.percent_self_employed is not None
    legislators = Projection.objects.get(occupation__code="11-1031")
    assert legislators.percent_self_employed_missing == MissingReason.NOT_RELEASED


def test_a_round_known_from_the_web_alone_does_not_state_the_self_employed(soc, load, folder):
    run = load("projections", folder / WEB)
    row = Projection.objects.get(release=run.release, occupation__code="11-3051")
    assert row.percent_self_employed_missing == MissingReason.NOT_STATED
    assert row.openings == Decimal("17.1")


def test_the_early_layout_and_the_codes_of_its_years(soc, load, folder):
    run = load("projections", folder / "occupation_2019-29.xlsx")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.release.published_on.isoformat() == "2020-09-01"
    row = Projection.objects.get(release=run.release, occupation__code="11-3051")
    assert (row.base_employment, row.target_employment, row.openings) == (
        Decimal("190.1"), Decimal("191.9"), Decimal("11.7")
    )  # fmt: skip
    assert (row.growth_word, row.growth_word_basis) == ("", "unknown")
    hybrid = Projection.objects.select_related("occupation__system").get(occupation__code="11-9198")
    assert hybrid.occupation.system.slug == "oews-2019-hybrid"


def test_again_dry_and_forced(soc, load, folder):
    assert load("projections", folder / WORKBOOK, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Projection.objects.exists()
    load("projections", folder / WORKBOOK, folder / WEB)
    assert load("projections", folder / WORKBOOK, folder / WEB).outcome == ImportRun.Outcome.UNCHANGED
    before = Projection.objects.count()
    assert (
        load("projections", folder / WORKBOOK, folder / WEB, force=True).outcome == ImportRun.Outcome.LOADED
    )
    assert Projection.objects.count() == before == 10
    # The web table lacks the groups and the self-employed: those of the workbook stand.
    rows = list(Projection.objects.order_by("occupation__code").values_list("occupation__code", *FIGURES))
    run = load("projections", folder / WEB, force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert "the workbook that is loaded stands: " in run.report
    assert (
        list(Projection.objects.order_by("occupation__code").values_list("occupation__code", *FIGURES))
        == rows
    )


def test_files_of_two_rounds_and_of_another_round(soc, load, folder):
    both = _refused(load, folder / WORKBOOK, folder / "occupation_2019-29.xlsx")
    assert "several rounds (2019–29, 2024–34)" in both
    assert "these files are 2024–34, not 2022-32" in _refused(load, folder / WORKBOOK, release="2022-32")
    assert load("projections", folder / WORKBOOK, release="2024-34").outcome == ImportRun.Outcome.LOADED


def test_figures_that_differ_between_the_files_are_refused(soc, load, folder, tmp_path):
    text = (folder / WEB).read_text()
    web = tmp_path / "web.csv"
    web.write_text(text.replace('"17.1"', '"17.2"'))
    report = _refused(load, folder / WORKBOOK, web)
    assert (
        "web.csv:6: 11-3051: Occupational Openings, 2024-2034 Annual Average is 17.2 here and 17.1 in"
        " occupation_2024-34.xlsx, line 7" in report
    )
    web.write_text(text.replace('"1.9"', '"N/A"'))
    assert "Employment Percent Change, 2024-2034 is missing here and 1.9 in" in _refused(
        load, folder / WORKBOOK, web
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({1: "99-9999"}, "bad.xlsx:3: '99-9999' is not a code of SOC 2018 or of OEWS"),
        ({3: "many"}, "bad.xlsx:3: 11-3051: Employment, 2024 is 'many', not a number"),
        ({3: 241.95}, "Employment, 2024 is '241.95', not a number with one decimal"),
        ({3: -1}, "Employment, 2024 is -1, less than nothing"),
        ({7: 101}, "Percent self employed, 2024 is 101, which can't be"),
        ({6: ""}, "Employment change, percent, 2024–34 is '', not a number"),
        (
            {9: "School of life"},
            "Typical education needed for entry is 'School of life', which is not one of the known",
        ),
        ({2: "Total"}, "the occupation type is 'Total'"),
        (
            {6: 2.0},
            "bad.xlsx:3: 11-3051: Employment change, percent, 2024–34 is 2.0 here and 1.9 in bad.xlsx, line 2",
        ),
    ],
)
def test_bad_rows_are_named_with_file_and_line(soc, load, workbook, change, message):
    bad = [change.get(index, cell) for index, cell in enumerate(ROW)]
    assert message in _refused(load, workbook("bad.xlsx", T=[HEADER, ROW, bad]))


def test_the_same_row_twice_is_one(soc, load, workbook):
    run = load("projections", workbook("twice.xlsx", T=[HEADER, ROW, ROW]))
    assert (run.outcome, run.counts) == (ImportRun.Outcome.LOADED, {"occupations and groups": 1})


def test_bad_files_are_refused(soc, load, workbook, folder, tmp_path):
    missing = workbook("missing.xlsx", T=[HEADER[:-1], ROW[:-1]])
    assert "lacks: Typical on-the-job training needed to attain competency in the occupation" in _refused(
        load, missing
    )
    assert "no sheet has occupational projections" in _refused(load, workbook("other.xlsx", T=[["Nothing"]]))
    assert "there is no row of figures" in _refused(load, workbook("empty.xlsx", T=[HEADER]))
    mixed = [cell.replace("2034", "2033") if cell.startswith("Employment, ") else cell for cell in HEADER]
    assert "is of another round than 2024–33" in _refused(load, workbook("mixed.xlsx", T=[mixed, ROW]))
    page = tmp_path / "page.csv"
    page.write_text("<html><body>Not found")
    assert "page.csv: this is a web page" in _refused(load, page)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(
        (folder / WEB).read_text().replace('"Bachelor\'s degree","3"', '"Bachelor\'s degree","4"')
    )
    assert "Typical Entry-Level Education is \"Bachelor's degree\", but its code is '4'" in _refused(
        load, wrong
    )
    named = tmp_path / "named.csv"
    named.write_text((folder / WEB).read_text().replace('"trCode"', '"Training code"'))
    assert "missing columns: trCode" in _refused(load, named)


ENTRY = ["Bachelor's degree", "5 years or more", "None"]
# As round 2016–26 was laid out: title and code under one heading, "Change" over two columns, footnotes. The
# figures are invented.
EARLY: list[list[Any]] = [
    ["Table 1.7 Occupational projections, 2016–26, and worker characteristics, 2016 (Numbers in thousands)"],
    [
        "2016 National Employment Matrix title and code", "", "Occupation type", "Employment", "",
        "Change, 2016–26", "", "Percent self-employed, 2016", "Occupational openings, 2016–26 annual average",
        "Median annual wage, 2017(1)", "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation(2)",
    ],
    ["", "", "", "2016", "2026", "Number", "Percent", "", "", "", "", "", ""],
    ["Total, all occupations", "00-0000", "Summary", 156063.8, 167582.3, 11518.6, 7.4, 5.8, 18742, 37690, *3 * ["—"]],
    ["Computer and mathematical occupations", "15-0000", "Summary", 4419, 5026.5, 607.5, 13.7, 3, 379, 84560,
     *3 * ["—"]],
    ["Computer occupations", "15-1100", "Summary", 4238.5, 4792.2, 553.7, 13.1, 3, 360, 84580, *3 * ["—"]],
    ["Software developers, applications", "15-1132", "Line item", 831.3, 1086.6, 255.4, 30.7, 2, 86, 98000, *ENTRY],
    ["Industrial production managers", "11-3051", "Line item", 170.6, 169.9, -0.6, -0.4, 2, 12, 100580, *ENTRY],
    ["Managers, all other", "11-9199", "Line item", 1018.1, 1097.1, 79, 7.8, 60, 76, 105060, *ENTRY],
    ["Footnotes:"],
    ["(1) Wage data are of another program."],
]  # fmt: skip


def test_a_round_in_soc_2010_keeps_the_codes_that_mean_something_else_apart(soc, load, workbook):
    path = workbook("early.xlsx", Contents=[["Nothing"]], T17=EARLY)
    run = load("projections", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.published_on.isoformat()) == ("2016–26", "2017-10-24")
    rows = {
        row.occupation.code: row
        for row in run.release.projections.select_related("occupation__system", "occupation__parent")
    }
    systems = {code: row.occupation.system.slug for code, row in rows.items()}
    assert systems == {
        "00-0000": "soc-2018", "15-0000": "soc-2018", "11-3051": "soc-2018",
        "15-1100": "soc-2010", "15-1132": "soc-2010", "11-9199": "soc-2010",
    }  # fmt: skip
    software = rows["15-1132"].occupation
    assert (software.is_retired, software.level, software.parent.code) == (True, 4, "15-0000")
    assert rows["15-1100"].occupation.level == 2
    assert rows["11-9199"].occupation.is_residual
    assert (rows["11-3051"].percent_change, rows["11-3051"].employment_change) == (
        Decimal("-0.4"),
        Decimal("-0.6"),
    )
    assert rows["11-3051"].percent_self_employed == Decimal("2.0")
    # The code that both editions have leads to the present one.
    assert Occupation.objects.by_code("11-9199").first().system.slug == "soc-2018"
    assert load("projections", path).outcome == ImportRun.Outcome.UNCHANGED
    before = Occupation.objects.count()
    assert load("projections", path, force=True).outcome == ImportRun.Outcome.LOADED
    assert Occupation.objects.count() == before


def test_codes_of_soc_2010_stay_out_of_later_rounds(soc, load, workbook, folder):
    load("projections", workbook("early.xlsx", T17=EARLY))
    other = [ROW[0], "15-1132", *ROW[2:]]
    assert "'15-1132' is not a code of SOC 2018 or of OEWS" in _refused(
        load, workbook("x.xlsx", T=[HEADER, other])
    )
    run = load("projections", folder / WORKBOOK, folder / WEB)
    assert run.outcome == ImportRun.Outcome.LOADED
    assert not run.release.projections.filter(occupation__system__slug="soc-2010").exists()


def test_bad_codes_of_soc_2010(soc, load, workbook):
    bad = [*EARLY[:-2], ["Nobody", "9-1", *EARLY[7][2:]], ["Somebody", "99-1234", *EARLY[7][2:]]]
    report = load("projections", workbook("bad.xlsx", T17=bad)).report
    assert "99-1234 Somebody belongs to no major group of SOC" in report
    assert "bad.xlsx:10: '9-1' is not a code of SOC 2010" in report
    twice = [*EARLY[:-2], ["Another title", *EARLY[7][1:]]]
    report = load("projections", workbook("twice.xlsx", T17=twice)).report
    assert "11-3051 is 'Another title' here and 'Industrial production managers' elsewhere" in report


def test_the_layout_of_2022_32(soc, load, workbook):
    header = [cell.replace("2024", "2022").replace("2034", "2032").replace("–34", "–32") for cell in HEADER]
    header.insert(5, "Employment distribution, percent, 2022")
    header.insert(6, "Employment distribution, percent, 2032")
    header.insert(11, "Median annual wage, dollars, 2023[1]")
    row = [*ROW[:5], 0.1, 0.1, *ROW[5:9], 117_000, *ROW[9:]]
    run = load("projections", workbook("later.xlsx", T12=[["Table 1.2"], header, row]))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.published_on.isoformat()) == ("2022–32", "2023-09-06")
    assert run.release.projections.get().openings == Decimal("17.1")


def test_an_unknown_round_needs_its_day(soc, load, workbook):
    later = [cell.replace("2024", "2026").replace("2034", "2036").replace("–34", "–36") for cell in HEADER]
    path = workbook("later.xlsx", T=[later, ROW])
    assert "it isn't known here when 2026–36 was published" in _refused(load, path)


def test_without_the_soc_there_is_nothing_to_hang_on(load, folder):
    assert "load it first: manage.py load soc" in _refused(load, folder / WORKBOOK)


def test_codes_and_reasons_are_those_of_the_models():
    for figure, choices in (
        ("entry_education", EntryEducation), ("work_experience", WorkExperience), ("training", Training)
    ):  # fmt: skip
        ours = {code: text for text, code in checks.CATEGORIES[figure].items()}
        assert ours == {value: label.replace("’", "'") for value, label in choices.choices}
    assert (checks.NOT_RELEASED, checks.NOT_PRODUCED, checks.NOT_STATED) == (
        MissingReason.NOT_RELEASED, MissingReason.NOT_PRODUCED, MissingReason.NOT_STATED
    )  # fmt: skip


@pytest.mark.real_files
@pytest.mark.parametrize(
    ("files", "rows", "lay"),
    [
        (["occupation_2024-34.xlsx", "Employment Projections_2024-34.csv"], 1113, 5820),
        (["occupation_2019-29.xlsx", "Employment Projections_2019-29.csv"], 1048, 5190),
        (["Employment Projections_2021-31.csv"], 832, 5266),
        (["Employment Projections_2022-32.csv"], 832, 5820),
    ],
)
def test_every_real_round_reads_without_a_problem(real_data, files, rows, lay):
    structure = fastexcel.read_excel(str(real_data / "soc-2018" / "soc_structure_2018.xlsx"))
    cells = structure.load_sheet(0, header_row=None, dtypes="string").to_polars()
    known = {cell for column in cells.iter_columns() for cell in column if cell}
    known |= {row.code for row in COMBINATIONS} | {"00-0000"}
    content = reader.read([real_data / "ep" / name for name in files])
    problems = Problems()
    frame = checks.projections(content, known, problems)
    titles = checks.lay_titles(content, problems)
    assert not problems, str(problems)
    assert frame.height == rows
    assert titles is not None
    assert titles.height == lay
    if rows == 1113:
        row = frame.row(by_predicate=pl.col("code") == "11-3051", named=True)
        assert (row["base_employment"], row["percent_change"], row["openings"]) == (
            Decimal("241.9"), Decimal("1.9"), Decimal("17.1")
        )  # fmt: skip
        reasons = Counter(frame["entry_education_missing"].drop_nulls())
        assert reasons == {MissingReason.NOT_PRODUCED: 281}


@pytest.mark.real_files
def test_every_real_round_loads_twice(real_data, load, db):
    load("soc", real_data / "soc-2018" / "soc_structure_2018.xlsx")
    folder = real_data / "ep"
    for label in ("2019-29", "2021-31", "2022-32", "2024-34"):
        files = [path for path in sorted(folder.iterdir()) if label in path.name]
        run = load("projections", *files)
        assert run.outcome == ImportRun.Outcome.LOADED, run.report
        assert load("projections", *files).outcome == ImportRun.Outcome.UNCHANGED
    assert Projection.objects.count() == 1113 + 1048 + 832 + 832
