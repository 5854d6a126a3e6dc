"""What the workbook says of where openings come from, of why jobs change, and where the Handbook has the occupation."""

import datetime as dt
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from importers.hyperlinks import hyperlinks
from importers.industry_titles import industries_by_title, industry_of
from importers.progress import NoProgress
from importers.projections import factors
from importers.projections.bundle import frames, store
from importers.projections.reader import read
from importers.report import InputRefusedError
from occupations.models import ImportRun, MissingReason, Projection, UtilizationFactor
from tests import rows
from tests.importers.test_projections import EARLY, HEADER, ROW

OOH = "https://www.bls.gov/ooh/management/industrial-production-managers.htm"
# As the publisher has them.
SEPARATIONS: list[list[Any]] = [
    ["Table 1.10 Occupational separations and openings, projected 2024–34 (Employment in thousands)"],
    [
        "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
        "Employment, 2024", "Employment, 2034", "Employment change, numeric, 2024–34",
        "Employment change, percent, 2024–34", "Labor force exit rate, 2024–34 annual average",
        "Occupational transfer rate, 2024–34 annual average",
        "Total occupational separations rate, 2024–34 annual average",
        "Labor force exits, 2024–34 annual average", "Occupational transfers, 2024–34 annual average",
        "Total occupational separations, 2024–34 annual average",
        "Occupational openings, 2024–34 annual average",
    ],
    ["Industrial production managers", "11-3051", "Line item", 241.9, 246.5, 4.6, 1.9, 2.4, 4.4, 6.8, 5.8, 10.8, 16.7,
     17.1],
    ["Source: Employment Projections program, U.S. Bureau of Labor Statistics"],
]  # fmt: skip
FACTORS: list[list[Any]] = [
    ["Table 1.12 Factors affecting occupational utilization, projected 2024–34"],
    [
        "2024 National Employment Matrix occupation title", "2024 National Employment Matrix occupation code",
        "2024 National Employment Matrix industry title", "2024 National Employment Matrix industry code",
        "Factors affecting occupational utilization",
    ],
    ["Industrial production managers", "11-3051", "Total, all industries", "TE1000",
     "Demand change, capital/labor substitution -- share decreases as machines mind themselves."],
    ["Industrial production managers", "11–3051", "Chemical manufacturing (3251,2,3,9)", "3250A1",
     "Sourcing change- shares increases as plants come back."],
    ["Source: Employment Projections program, U.S. Bureau of Labor Statistics"],
]  # fmt: skip
LINKED = [*HEADER, "Related Occupational Outlook Handbook (OOH) content xlsx"]


@pytest.fixture
def whole(workbook) -> Path:
    return workbook("occupation.xlsx", T12=[LINKED, [*ROW, OOH]], T110=SEPARATIONS, T112=FACTORS)


def _changed(table: list[list[Any]], **cells: Any) -> list[list[Any]]:
    """The table with other cells in its third row, by their column's number: `_changed(table, c10=5.9)`."""
    row = [cells.get(f"c{index}", cell) for index, cell in enumerate(table[2])]
    return [*table[:2], row, *table[3:]]


def test_exits_transfers_and_the_handbook_s_address_come_with_the_workbook(soc, load, whole):
    rows.all_industries()
    run = load("projections", whole)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    row = Projection.objects.get()
    assert (row.labor_force_exits, row.occupational_transfers, row.separations, row.openings) == (
        Decimal("5.8"), Decimal("10.8"), Decimal("16.7"), Decimal("17.1")
    )  # fmt: skip
    assert row.separations_missing is None
    assert row.handbook_url == OOH
    found = {f.industry_code: f for f in UtilizationFactor.objects.select_related("industry")}
    everywhere, chemicals = found["TE1000"], found["3250A1"]
    assert (everywhere.kinds, everywhere.direction) == (["demand", "capital"], "down")
    assert everywhere.industry.code == "000000"
    assert everywhere.statement.endswith("as machines mind themselves.")
    assert (chemicals.kinds, chemicals.direction, chemicals.industry) == (["sourcing"], "up", None)
    assert run.counts["reasons for growth and decline"] == 2
    assert load("projections", whole).outcome == ImportRun.Outcome.UNCHANGED


def test_a_workbook_without_these_tables_states_nothing_of_them_and_says_so(soc, load, workbook):
    run = load("projections", workbook("occupation.xlsx", T12=[HEADER, ROW]))
    row = Projection.objects.get()
    assert row.separations_missing == row.labor_force_exits_missing == MissingReason.NOT_STATED
    assert row.handbook_url == ""
    assert "the workbook has no table of occupational separations and openings" in run.report
    assert "the workbook has no table of factors affecting occupational utilization" in run.report


def test_a_web_table_beside_leaves_them(soc, load, whole, samples):
    load("projections", whole)
    web = samples / "projections" / "Employment Projections_2024-34.csv"
    run = load("projections", web, force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    row = Projection.objects.get(occupation__code="11-3051")
    assert (row.separations, row.handbook_url) == (Decimal("16.7"), OOH)
    assert UtilizationFactor.objects.count() == 2


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"c10": 5.6}, "labor force exits 5.6 and occupational transfers 10.8 don't make the separations, 16.7"),
        ({"c10": 5.4, "c12": 16.3}, "separations 16.3 and a change of 4.6 in 10 years don't make the openings, 17.1"),
        ({"c13": 17.3}, "Occupational openings, 2024–34 annual average is 17.3 here and 17.1 in occupation.xlsx"),
        ({"c11": "many"}, "Occupational transfers, 2024–34 annual average is 'many', not a number"),
        ({"c10": -1}, "Labor force exits, 2024–34 annual average is -1, less than nothing"),
        ({"c1": "99-9999"}, "'99-9999' is not a code of SOC 2018 or of OEWS"),
    ],
)  # fmt: skip
def test_figures_that_do_not_add_up_are_refused(soc, load, workbook, cells, message):
    path = workbook("occupation.xlsx", T12=[HEADER, ROW], T110=_changed(SEPARATIONS, **cells))
    run = load("projections", path)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report


def test_separations_of_another_round_are_refused(soc, load, workbook):
    years = (("2024", "2023"), ("2034", "2033"), ("–34", "–33"))
    other = [
        [reduce(lambda text, year: text.replace(*year), years, str(cell)) for cell in row]
        for row in SEPARATIONS
    ]
    report = load("projections", workbook("occupation.xlsx", T12=[HEADER, ROW], T110=other)).report
    assert "the separations are of 2023–33 and the projections of 2024–34" in report


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"c1": "99-9999"}, "'99-9999' is not a code of SOC 2018 or of OEWS"),
        ({"c3": "32"}, "11-3051: the industry's code is '32', not six characters"),
        ({"c2": None}, "11-3051: the industry's title is ''"),
        ({"c4": "Magic - share increases as it does."}, "doesn't begin with known kinds"),
        ({"c4": "Demand change as it does."}, "doesn't begin with known kinds"),
        ({"c2": "Chemical manufacturing (3251,2,3,9)", "c3": "3250A1"}, "11-3051 in 3250A1 is here a second time"),
    ],
)  # fmt: skip
def test_bad_factors_are_refused(soc, load, workbook, cells, message):
    path = workbook("occupation.xlsx", T12=[HEADER, ROW], T112=_changed(FACTORS, **cells))
    run = load("projections", path)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report


def test_an_address_that_is_none_of_the_handbook_s_pages_is_refused(soc, load, workbook):
    path = workbook("occupation.xlsx", T12=[LINKED, [*ROW, "https://www.bls.gov/ooh/?x=1"]])
    assert "'https://www.bls.gov/ooh/?x=1' is no page of the Handbook" in load("projections", path).report


def test_the_bundle_has_the_facts_and_no_sentence(soc, load, whole):
    rows.all_industries()
    load("projections", whole)
    release = Projection.objects.get().release
    tables = frames(release, lay_titles=False)
    assert tables["factors"].rows() == [
        ("11-3051", "3250A1", "Chemical manufacturing (3251,2,3,9)", "sourcing", "up"),
        ("11-3051", "TE1000", "Total, all industries", "demand,capital", "down"),
    ]
    entry = _entry(tables)
    store(entry, tables, _options(), NoProgress())
    assert set(UtilizationFactor.objects.values_list("statement", flat=True)) == {""}
    assert UtilizationFactor.objects.filter(industry_code="TE1000", industry__code="000000").exists()
    assert Projection.objects.get().separations == Decimal("16.7")


@pytest.mark.parametrize(
    ("table", "column", "value", "message"),
    [
        ("projections", "separations", Decimal("15.0"), "don't make the separations, 15.0"),
        ("projections", "handbook_url", "https://example.org/", "is no page of the Handbook"),
        ("factors", "kinds", "magic", "the kinds are 'magic'"),
        ("factors", "direction", "sideways", "the direction is 'sideways'"),
        ("factors", "industry_code", "TE", "not six characters"),
    ],
)
def test_a_bundle_that_was_meddled_with_is_refused(soc, load, whole, table, column, value, message):
    import polars as pl

    load("projections", whole)
    tables = frames(Projection.objects.get().release, lay_titles=False)
    schema = tables[table].schema
    tables[table] = tables[table].with_columns(pl.lit(value).cast(schema[column]).alias(column))
    with pytest.raises(InputRefusedError, match=message.replace("(", r"\(")):
        store(_entry(tables), tables, _options(), NoProgress())


def _entry(tables):
    from importers.bundle.manifest import Entry, Part

    parts = tuple(Part(f"{name}.parquet", name, frame.height, "") for name, frame in tables.items())
    return Entry("projections", "2024–34", "2024–34", dt.date(2025, 8, 28), parts, ())


def _options():
    from importers.runs import Options

    return Options(published_on=dt.date(2025, 8, 28), force=True)


def test_a_sheet_without_links_and_one_that_is_not_there(workbook):
    path = workbook("plain.xlsx", T=[["a"]])
    assert hyperlinks(path, "T") == hyperlinks(path, "Other") == {}


def test_an_early_round_has_a_header_of_two_rows(soc, load, workbook):
    header = [
        *EARLY[1][:5], "Employment change, 2016-26", "",
        "Occupational separations rate, 2016-26 annual average", "", "",
        "Occupational separations, 2016-26 annual average", "", "",
        "Occupational openings, 2016-26 annual average",
    ]  # fmt: skip
    parts = ["Labor force exits", "Occupational transfers", "Total"]
    under = ["", "", "", "2016", "2026", "Number", "Percent", *parts, *parts, ""]
    row = [*EARLY[7][:7], 2, 5, 7, 3.5, 8.6, 12.1, 12]
    run = load("projections", workbook("early.xlsx", T17=EARLY, T110=[["Table 1.10"], header, under, row]))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.release.projections.get(occupation__code="11-3051").separations == Decimal("12.1")


def test_kinds_and_directions_are_those_of_the_model():
    assert set(factors.KINDS.values()) == set(UtilizationFactor.Kind.values)
    assert {label.lower() for label in UtilizationFactor.Kind.labels} == set(factors.KINDS)
    assert set(factors.DIRECTIONS.values()) == set(UtilizationFactor.Direction.values)


def test_an_industry_of_the_matrix_is_known_by_code_and_title():
    known = {"000000": "Cross-industry", "3250A1": "Chemical Manufacturing (3251, 3252, 3253, and 3259 only)",
             "4411": "Automobile Dealers", "611302": "Colleges, State Government Owned"}  # fmt: skip
    by_title = industries_by_title(known.items())
    found = [
        industry_of(code, title, known, by_title)
        for code, title in (
            ("TE1000", "Total, all industries"), ("3250A1", "Chemical manufacturing (3251,2,3,9)"),
            ("441100", "Automobile dealers"), ("61130S", "Colleges, universities, and professional schools; state"),
            ("1131-2", "Forestry"), ("441100", "Something else"),
        )
    ]  # fmt: skip
    assert found == ["000000", "3250A1", "4411", "611302", None, None]


@pytest.mark.real_files
def test_the_real_workbook_has_them_for_every_occupation(real_data):
    main, beside = read([real_data / "ep" / "occupation_2024-34.xlsx"])
    assert set(main.rows["code"]) == set(beside.rows["code"])
    assert main.factors is not None
    links = main.rows["handbook_urls"].list.len()
    assert (links.sum(), links.max()) == (603, 1)
    assert set(main.rows["handbook_urls"].explode().drop_nulls()) >= {OOH}
