"""A release of OEWS put together from several files."""

from django.db import connection

from importers.oews.rows import MEASURE_COLUMNS
from importers.oews.staging import repeats
from occupations.models import ImportRun, MissingReason, Release
from tests.importers.oews.compare import as_published, cells_of
from tests.importers.oews.samples import NOTES, industry_table, table_of, write_workbook
from wages.partitions import create_staging

NATIONAL, SECTOR = "national_M2024_dl", "natsector_M2024_dl"


def test_a_release_is_put_together_from_several_files(load, workbook):
    national, sector = workbook(NATIONAL), workbook(SECTOR)
    load(national)
    first = cells_of("May 2024")
    run = load(sector)
    assert run.parts == ["nation, sectors"]
    assert f"{len(first)} cells of other parts of the release stay as they were" in run.report
    both = cells_of("May 2024")
    assert len(both) == len(first) + run.rows_written
    assert {key: as_published(row) for key, row in both.items() if key in first} == {
        key: as_published(row) for key, row in first.items()
    }
    managers = both["0000000", "31-33", "11-3051"]
    assert managers["percent_of_industry"] is not None
    # Each file is loaded, and stays so whatever comes to the other parts.
    assert load(national).outcome == load(sector).outcome == ImportRun.Outcome.UNCHANGED
    assert load(sector, national).outcome == ImportRun.Outcome.UNCHANGED
    assert Release.objects.get(label="May 2024").revision == 0


def test_a_file_takes_the_place_of_its_own_part_only(load, workbook):
    load(workbook(NATIONAL), workbook(SECTOR))
    before = cells_of("May 2024")
    header, *table = table_of(NATIONAL)
    without = [row for row in table if row[8] != "53-2011"]
    assert load(workbook(NATIONAL, [header, *without])).outcome == ImportRun.Outcome.LOADED
    after = cells_of("May 2024")
    assert before.keys() - after.keys() == {("0000000", "000000", "53-2011")}
    assert Release.objects.get(label="May 2024").revision == 1
    assert load(workbook(SECTOR)).outcome != ImportRun.Outcome.REFUSED


def test_two_files_with_the_same_part_are_refused(load, workbook):
    run = load(workbook(NATIONAL), workbook(NATIONAL, name="national_again"))
    assert "national_again.xlsx: another of the files has the same part: nation, all industries" in run.report


def test_an_industry_printed_in_two_files_is_one_cell(load, workbook):
    once = {"NAICS": "551000", "I_GROUP": "3-digit", "OWN_CODE": "5"}
    three = workbook(NATIONAL, industry_table(once), name="nat3d")
    repeat = {"NAICS": "551000", "I_GROUP": "4-digit", "OWN_CODE": "5"}
    other = {"NAICS": "332700", "I_GROUP": "4-digit", "OWN_CODE": "5"}
    four = workbook(NATIONAL, industry_table(other, repeat), name="nat4d")
    run = load(three, four)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert {key[1] for key in cells_of("May 2024")} == {"551", "3327"}
    differing = workbook(NATIONAL, industry_table(repeat | {"TOT_EMP": "10"}), name="nat4d")
    run = load(three, differing)
    assert "two files state different figures: occupation 11-3051, area 0000000, industry 551" in run.report


def test_another_kind_of_file_replaces_only_when_that_is_asked_for(load, labstat, workbook):
    load(labstat)
    before = cells_of("May 2025")
    table = table_of(NATIONAL)
    notes = ["May 2025 OEWS", *NOTES["2024"][1:]]
    file = write_workbook(labstat.parent / "national_M2025_dl.xlsx", "national_M2025_dl", table, notes)
    run = load(file)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert "OEWS May 2025 has nation, all industries from another kind of file (LABSTAT)" in run.report
    assert cells_of("May 2025") == before
    run = load(file, force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    after = cells_of("May 2025")
    assert before.keys() <= after.keys()
    assert "cells that differ, and are now as in these files: " in run.report
    assert after["0000000", "000000", "11-3050"]["employment"] == 234_380
    assert after["0000000", "325", "11-3051"]["annual_median"] == 135_530
    # The part is the workbook's now, whatever brought it before.
    edited = industry_table({"TOT_EMP": "234390"})
    file = write_workbook(file, "national_M2025_dl", [*edited, *table[1:5], *table[7:]], notes)
    run = load(file)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    # What LABSTAT brought no longer stands as a whole.
    assert load(labstat).outcome == ImportRun.Outcome.REFUSED


def test_another_form_of_the_release_stands_beside_the_first(load, labstat):
    """As the nation's workbook beside LABSTAT: what both have is equal, and the groups that only it has come in."""
    load(labstat)
    before = cells_of("May 2025")
    header, *table = table_of(NATIONAL)
    nation = {key[2]: cell for key, cell in before.items() if key[:2] == ("0000000", "000000")}
    at = {
        name: header.index(name)
        for name in ("OCC_CODE", "O_GROUP", *MEASURE_COLUMNS.values(), "ANNUAL", "HOURLY")
    }
    rows = []
    for code, cell in nation.items():
        row = next((list(row) for row in table if row[at["OCC_CODE"]] == code), list(table[0]))
        row[at["OCC_CODE"]], row[at["O_GROUP"]] = (
            code,
            "detailed" if cell["published_level"] == 4 else "broad",
        )
        for measure, column in MEASURE_COLUMNS.items():
            mark = "#" if cell[f"{measure}_missing"] == MissingReason.TOP_CODED else "*"
            produced = cell[f"{measure}_missing"] not in {
                MissingReason.NOT_PRODUCED,
                MissingReason.NOT_STATED,
            }
            row[at[column]] = str(cell[measure]) if cell[measure] is not None else mark if produced else ""
        bases = ("ANNUAL", "hourly_mean"), ("HOURLY", "annual_mean")
        for flag, measure in bases:
            row[at[flag]] = "TRUE" if cell[f"{measure}_missing"] == MissingReason.OTHER_BASIS else ""
        rows.append(row)
    group = next(list(row) for row in table if row[at["OCC_CODE"]] == "11-3050")
    file = write_workbook(
        labstat.parent / "national_M2025_dl.xlsx", "national_M2025_dl", [header, *rows[1:], group],
        ["May 2025 OEWS", *NOTES["2024"][1:]],
    )  # fmt: skip
    run = load(file, force=True)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert f"cells that are the same in both forms of the release: {len(nation) - 1}\n" in run.report
    assert "occupations that only these files have, and that are added: 11-3050\n" in run.report
    assert "cells that these files don't have, and that stay: 1\n" in run.report
    assert "differ" not in run.report
    assert Release.objects.get(label="May 2025").revision == 0
    after = cells_of("May 2025")
    assert after.keys() - before.keys() == {("0000000", "000000", "11-3050")}


def test_repeats_are_found_in_one_pass(db):
    """Trying every pair of 17,000 cells took minutes."""
    with connection.cursor() as cursor:
        create_staging(cursor, 1)
        cursor.execute(f"EXPLAIN {repeats(1)}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Nested Loop" not in plan
