from decimal import Decimal

import pytest

from importers.cpi import checks, reader
from importers.report import Problems
from occupations.models import ImportRun, PriceIndex, Release

HEADER = "series_id,year,period,value"
ROW = "CUUR0000SA0,2026,M08,334.98"


@pytest.fixture
def text(tmp_path):
    """`text("a.csv", line, …)` writes a file and returns its path."""

    def write(name, *lines):
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines))
        return path

    return write


def _refused(load, *paths, **options):
    run = load("cpi", *paths, **options)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not PriceIndex.objects.exists()
    return run.report


def test_months_and_averages_of_both_files_make_one_release(load, samples):
    run = load("cpi", samples / "cpi")
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.release.label == "August 2026"
    assert run.release.published_on.isoformat() == "2026-09-11"
    values = {(row.year, row.month): row.value for row in run.release.price_indexes.all()}
    assert values[2026, 8] == Decimal("334.980")
    assert values[2025, 13] == Decimal("321.943")
    assert (2025, 10) not in values
    assert "Not published: October 2025." in run.report
    assert run.counts["months"] == 31
    assert run.counts["annual averages"] == 2


def test_again_and_dry(load, samples):
    assert load("cpi", samples / "cpi", dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not PriceIndex.objects.exists()
    load("cpi", samples / "cpi")
    before = PriceIndex.objects.count()
    assert load("cpi", samples / "cpi").outcome == ImportRun.Outcome.UNCHANGED
    assert load("cpi", samples / "cpi", force=True).outcome == ImportRun.Outcome.LOADED
    assert PriceIndex.objects.count() == before


def test_a_newer_month_is_another_release_and_a_torn_file_is_refused(load, samples, text):
    load("cpi", samples / "cpi")
    lines = (samples / "cpi" / "cuur0000sa0_all_periods.csv").read_text().splitlines()
    newer = text("newer.csv", *lines, "CUUR0000SA0,2026,M09,335.1")
    assert "when September 2026 was published" in load("cpi", newer).report
    run = load("cpi", newer, published_on=Release.objects.get().published_on)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert set(Release.objects.values_list("label", flat=True)) == {"August 2026", "September 2026"}
    torn = load("cpi", text("torn.csv", HEADER, ROW))
    assert "only 1 months and years where" in torn.report


def test_a_labstat_file_of_many_series(load, text):
    path = text(
        "cu.data.1.AllItems",
        "series_id        \tyear\tperiod\t       value\tfootnote_codes",
        "CUSR0000SA0      \t2026\tM08\t       334.5\t",
        "CUUR0000SA0      \t2026\tM07\t     333.918\t",
        "CUUR0000SA0      \t2026\tM08\t     334.980",
        "CUUR0000SA0      \t2026\tS01\t     331.0\t",
    )
    run = load("cpi", path)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert PriceIndex.objects.count() == 2
    assert run.counts["rows of other series, not kept"] == 1
    assert run.counts["half-year averages, not kept"] == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("CUUR0000SA0,1812,M08,334.98", "bad.csv:3: '1812' is not a year from 1913 on"),
        ("CUUR0000SA0,2026,M14,334.98", "bad.csv:3: 'M14' is not a period from M01 to M13"),
        ("CUUR0000SA0,2026,M07,many", "bad.csv:3: 'many' is not an index"),
        ("CUUR0000SA0,2026,M07,0", "bad.csv:3: '0' is not an index"),
        ("CUUR0000SA0,2026,M07,-1", "bad.csv:3: '-1' is not an index"),
        ("CUUR0000SA0,2026,M08,335.00", "bad.csv:3: 2026 M08 is 335.00 here and 334.98 before"),
        ("CUUR0000SA0,2026", "bad.csv:3: the row has 2 fields, the header 4"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(load, text, row, message):
    assert message in _refused(load, text("bad.csv", HEADER, ROW, row))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "bad.csv: the file is empty"),
        (["<html>"], "bad.csv: this is a web page saved under another name"),
        (["series_id,year,period", ""], "bad.csv:1: missing columns: value"),
        ([f"{HEADER},more", f"{ROW},1"], "bad.csv:1: unexpected columns: more"),
        ([HEADER.replace(",", ";")], "missing columns: series_id, year, period, value"),
        ([HEADER, "CUUR0000SA0,2025,M13,321.943"], "there is no month of CUUR0000SA0"),
    ],
)
def test_bad_files(load, text, lines, message):
    assert message in _refused(load, text("bad.csv", *lines))


def test_another_release_than_asked_for(load, samples):
    assert "these files are August 2026, not May 2026" in _refused(load, samples / "cpi", release="May 2026")


@pytest.mark.real_files
def test_the_real_series(real_data):
    problems = Problems()
    rows = reader.read(sorted((real_data / "cpi").iterdir()))
    indexes = checks.price_indexes(rows, problems)
    assert indexes is not None
    assert (indexes.label, indexes.gaps, indexes.rows.height) == ("August 2026", [(2025, 10)], 1363 + 113)
