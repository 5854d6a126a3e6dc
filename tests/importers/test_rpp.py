from decimal import Decimal

import pytest

from occupations.models import AreaPriceParity, ImportRun, PriceParity

HEADER = "GeoFIPS,GeoName,LineCode,Description,2024"
ROW = '39000,Ohio,2,"  RPPs: Goods",93.670'


@pytest.fixture
def text(tmp_path):
    """`text("a.csv", line, …)` writes a file and returns its path."""

    def write(name, *lines):
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines))
        return path

    return write


def _refused(load, *paths):
    run = load("rpp", *paths)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not PriceParity.objects.exists()
    return run.report


def test_the_table_under_its_banner_and_above_its_notes(load, samples):
    run = load("rpp", samples / "rpp" / "RPP.csv")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.published_on.isoformat()) == ("2024", "2026-02-19")
    ohio = {row.category: row for row in PriceParity.objects.filter(state_code="39")}
    assert ohio[PriceParity.Category.ALL_ITEMS].value == Decimal("92.774")
    assert ohio[PriceParity.Category.HOUSING].value == Decimal("73.012")
    assert {row.year for row in ohio.values()} == {2024}
    assert PriceParity.objects.get(state_code="00", category=1).value == 100


def test_again_and_dry(load, samples):
    path = samples / "rpp" / "RPP.csv"
    assert load("rpp", path, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not PriceParity.objects.exists()
    load("rpp", path)
    before = PriceParity.objects.count()
    assert load("rpp", path).outcome == ImportRun.Outcome.UNCHANGED
    assert load("rpp", path, force=True).outcome == ImportRun.Outcome.LOADED
    assert PriceParity.objects.count() == before


def test_a_table_of_many_years(load, text):
    path = text(
        "SARPP.csv",
        "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2023,2024",
        '"06000",California,8,SARPP,1,...,"RPPs: All items",Index,111.1,110.72',
        '"06000",California,8,SARPP,2,...," RPPs: Goods",Index,(NA),106.098',
        '"Last updated: February 19, 2026"',
    )
    run = load("rpp", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.reference_period) == ("2024", "2023 to 2024")
    rows = PriceParity.objects.values_list("year", "category", "value")
    assert set(rows) == {
        (2023, 1, Decimal("111.1")),
        (2024, 1, Decimal("110.72")),
        (2024, 2, Decimal("106.098")),
    }


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("99000,Nowhere,1,RPPs: All items,90", "bad.csv:3: '99000' is not the code of a state or the nation"),
        ("39035,Cuyahoga,1,RPPs: All items,90", "bad.csv:3: '39035' is not the code of a state"),
        ("06000,California,6,RPPs: Rents,90", "bad.csv:3: '6' is not a line code from 1 to 5"),
        ("06000,California,1,RPPs: Goods,90", "bad.csv:3: line 1 is 'Goods', not 'All items'"),
        ("06000,California,1,RPPs: All items,high", "bad.csv:3: 'high' is not a parity"),
        ("06000,California,1,RPPs: All items,0.000", "bad.csv:3: '0.000' is not a parity"),
        ("39000,Ohio,2,RPPs: Goods,95", "bad.csv:3: Ohio has 95 here and 93.670 before"),
        ("06000,California", "bad.csv:3: the row has 2 fields, the header 5"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(load, text, row, message):
    assert message in _refused(load, text("bad.csv", HEADER, ROW, row))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "bad.csv: the file is empty"),
        (["<html>"], "bad.csv: this is a web page"),
        (["a,b"], "bad.csv: no row is the header of regional price parities"),
        (["GeoFIPS,GeoName,Description"], "bad.csv:1: missing columns: linecode, a year"),
        ([f"{HEADER},more"], "bad.csv:1: unexpected columns: more"),
        ([HEADER], "there is no row of figures"),
        ([HEADER, ROW], "it isn't known here when 2024 was published"),
    ],
)
def test_bad_files(load, text, lines, message):
    assert message in _refused(load, text("bad.csv", *lines))


def _areas():
    """The price level of each area for all items."""
    rows = AreaPriceParity.objects.filter(category=1).values_list("kind", "code", "name", "year", "value")
    return {(kind, code): (name, year, str(value)) for kind, code, name, year, value in rows}


def test_metropolitan_areas_and_portions_of_states(load, samples):
    run = load("rpp", samples / "rpp")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, run.release.reference_period, run.parts) == (
        "2024", "2024", ["states", "metros", "portions"]
    )  # fmt: skip
    assert _areas() == {
        ("metro", "18140"): ("Columbus, OH", 2024, "95.469"),
        ("metro", "14860"): ("Bridgeport-Stamford-Danbury, CT", 2024, "106.864"),
        ("metro", "21420"): ("Enid, OK", 2024, "84.269"),
        ("in-metros", "11"): ("District of Columbia", 2024, "109.901"),
        ("in-metros", "39"): ("Ohio", 2024, "93.612"),
        ("nonmetro", "39"): ("Ohio", 2024, "88.312"),
    }, (
        "of the newest year; the District of Columbia has no nonmetropolitan portion, and the nation's aren't kept"
    )
    assert AreaPriceParity.objects.count() == 30
    assert {row.year for row in PriceParity.objects.all()} == {2024}, (
        "the nation of other years is no table of states"
    )


def test_each_table_takes_the_place_of_its_own_part(load, samples):
    folder = samples / "rpp"
    load("rpp", folder / "RPP.csv")
    states = PriceParity.objects.count()
    assert load("rpp", folder / "MARPP_MSA_2008_2024.csv").parts == ["metros"]
    assert load("rpp", folder / "PARPP_PORT_2008_2024.csv").parts == ["portions"]
    assert (PriceParity.objects.count(), AreaPriceParity.objects.count()) == (states, 30)
    assert load("rpp", folder / "RPP.csv").outcome == ImportRun.Outcome.UNCHANGED
    assert load("rpp", folder / "RPP.csv", force=True).parts == ["states"]
    assert AreaPriceParity.objects.count() == 30


def test_a_torn_table_of_areas_is_refused(load, samples, text):
    load("rpp", samples / "rpp")
    torn = text(
        "MARPP.csv", HEADER, '18140,"Columbus, OH (Metropolitan Statistical Area)",1,RPPs: All items,95.4'
    )
    assert "only 1 parities of metros where 15 are loaded" in load("rpp", torn).report


@pytest.mark.real_files
def test_the_real_tables_of_areas(real_data, load):
    run = load("rpp", real_data / "rpp-metro")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    found = _areas()
    assert sum(kind == "metro" for kind, _ in found) == 387
    assert found["metro", "18140"] == ("Columbus, OH", 2024, "95.469")
    assert sum(kind == "nonmetro" for kind, _ in found) == 47
    assert not PriceParity.objects.exists()


@pytest.mark.real_files
def test_the_real_table(real_data, load):
    run = load("rpp", real_data / "rpp")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert PriceParity.objects.count() == 260
    assert load("rpp", real_data / "rpp").outcome == ImportRun.Outcome.UNCHANGED
