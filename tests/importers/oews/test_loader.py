"""Loading trimmed files of OEWS into the database."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection

from importers.oews import loader, staging
from importers.oews.cells import DETAILED, Reason
from occupations.models import ImportRun, Industry, MissingReason, Occupation, Release
from tests import rows
from tests.importers.oews import obvious
from tests.importers.oews.compare import as_published, cells_of
from tests.importers.oews.samples import DATA, edit, industry_table, series, table_of, write_workbook
from wages.industry_codes import labstat_code
from wages.models import Area, WageEstimate
from wages.partitions import partition_name

NATIONAL = "national_M2024_dl"


def test_every_cell_of_labstat_is_there_as_published(load, labstat):
    run = load(labstat)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    lines: dict[obvious.Key, list[str]] = {}
    for line in obvious.lines_of(labstat / DATA):
        lines.setdefault(obvious.key_of(line), []).append(line)
    cells = cells_of("May 2025")
    assert len(cells) == len(lines) == run.rows_written == 77
    assert run.rows_read == 1189
    for (area, industry, occupation), row in cells.items():
        key = obvious.Key(area, labstat_code(industry), occupation)
        assert as_published(row) == obvious.labstat_figures(lines[key]), key


def test_the_release_is_ready_and_says_where_it_is_from(load, labstat):
    run = load(labstat)
    release = Release.objects.get(source__slug="oews", label="May 2025")
    assert (release.kind, release.state, release.revision) == ("official", "ready", 0)
    assert release.published_on == dt.date(2026, 5, 15)
    assert (release.hourly_cap, release.annual_cap) == (Decimal("115.00"), 239_200)
    assert release.ready_at is not None
    assert release.slug == "May-2025"
    assert run.release == release
    assert {file.name for file in run.files.all()} == {file.name for file in labstat.iterdir()}
    assert run.counts["areas"] == 7
    assert run.counts["industries"] == 444
    assert sum(n for name, n in run.counts.items() if name.startswith("cells: ")) == 77
    assert "nation, sectors" in run.parts
    assert "77 written" in run.report


def test_the_release_has_a_partition_of_its_own(load, labstat):
    release = load(labstat).release
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = %s::regclass",
            [partition_name(release.pk)],
        )
        assert cursor.fetchone() == ("wages_wageestimate",)
        cursor.execute(
            "SELECT conname, contype FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('p','u','f')",
            [partition_name(release.pk)],
        )
        assert sorted(kind for _, kind in cursor.fetchall()) == ["f", "f", "f", "f", "p", "u"]


def test_levels_come_from_the_file_or_else_from_the_soc(load, labstat):
    load(labstat)
    levels = {key[2]: row["published_level"] for key, row in cells_of("May 2025").items()}
    assert levels["13-1020"] == levels["51-2090"] == levels["11-3051"] == Occupation.Level.DETAILED
    assert levels["35-1010"] == Occupation.Level.BROAD
    assert levels["11-0000"] == Occupation.Level.MAJOR
    assert levels["00-0000"] == Occupation.Level.TOTAL


def test_areas_have_their_kind_and_delineation(load, labstat):
    load(labstat)
    areas = {area.code: area for area in Area.objects.all()}
    assert (areas["0000000"].title, areas["0000000"].delineation) == ("United States", "FIPS")
    assert (areas["1700000"].kind, areas["1700000"].state_code) == ("state", "17")
    assert (areas["7200000"].kind, areas["7200000"].delineation) == ("territory", "FIPS")
    assert (areas["0016980"].kind, areas["0016980"].delineation) == ("metro", "May 2024")
    assert areas["1700001"].kind == "nonmetro"


def test_industries_of_oews_are_made_and_those_of_naics_are_not(load, labstat):
    naics = Industry.objects.filter(system__slug="naics-2022").count()
    load(labstat)
    assert Industry.objects.filter(system__slug="naics-2022").count() == naics
    of_oews = {row.code: row for row in Industry.objects.filter(system__slug="oews-industries")}
    # All but the NAICS industries and the 19 sectors that NAICS has: 444 − 370 − 19.
    assert len(of_oews) == 55
    schools = of_oews["611105"]
    assert (schools.kind, schools.level, schools.parent.code) == ("ownership", 4, "6111")
    assert schools.short_title == "Elementary and secondary schools, private"
    metals = of_oews["3320A1"]
    assert (metals.kind, metals.level, metals.parent.code) == ("combination", 4, "332")
    federal = of_oews["999101"]
    assert (federal.kind, federal.parent.code) == ("government", "999001")
    assert (of_oews["99"].kind, of_oews["9991"].parent.code) == ("sector", "999")


def test_combined_codes_are_those_of_oews(load, workbook, labstat):
    load(workbook("national_M2020_dl"))
    load(labstat)
    counselors = WageEstimate.objects.filter(occupation__code="21-1018")
    assert {row.occupation.system.slug for row in counselors} == {"oews-2021"}
    assert {row.release.label for row in counselors} == {"May 2020", "May 2025"}
    hybrid = WageEstimate.objects.get(occupation__code="15-1256")
    assert hybrid.occupation.system.slug == "oews-2019-hybrid"


# Again, and not at all


def test_the_same_files_again_do_nothing(load, labstat):
    first = load(labstat)
    again = load(labstat)
    assert (again.outcome, again.release) == (ImportRun.Outcome.UNCHANGED, first.release)
    assert "Nothing to do" in again.report


def test_a_dry_run_does_everything_and_leaves_only_its_report(load, labstat):
    run = load(labstat, dry_run=True)
    assert run.outcome == ImportRun.Outcome.DRY_RUN
    assert (run.rows_written, run.release) == (77, None)
    assert "rolled back" in run.report
    assert not Release.objects.filter(label="May 2025").exists()
    assert not WageEstimate.objects.exists()
    assert not Area.objects.exists()
    assert load(labstat).outcome == ImportRun.Outcome.LOADED


def test_a_dry_run_finds_problems_too(load, labstat):
    edit(labstat / DATA, "246250", "n/a")
    run = load(labstat, dry_run=True)
    assert (run.outcome, run.problem_count) == (ImportRun.Outcome.REFUSED, 1)


def test_force_loads_the_same_files_again(load, labstat):
    load(labstat)
    before = cells_of("May 2025")
    run = load(labstat, force=True)
    assert (run.outcome, run.forced) == (ImportRun.Outcome.LOADED, True)
    after = cells_of("May 2025")
    assert {key: as_published(row) for key, row in after.items()} == {
        key: as_published(row) for key, row in before.items()
    }
    run.release.refresh_from_db()
    assert run.release.revision == 0


def test_a_reissue_takes_the_place_of_the_release_and_is_counted(load, labstat):
    load(labstat)
    edit(labstat / DATA, "246250", "246260")
    run = load(labstat)
    assert run.outcome == ImportRun.Outcome.LOADED
    assert cells_of("May 2025")["0000000", "000000", "11-3051"]["employment"] == 246_260
    assert Release.objects.get(label="May 2025").revision == 1


def test_problems_leave_everything_as_it_was(load, labstat):
    load(labstat)
    before = cells_of("May 2025")
    first, text = series(labstat / DATA, "OEUN000000000000011305101")
    edit(labstat / DATA, text, text.replace("246250", "24625O"))
    second = edit(labstat / DATA, "  161880", "   61880")
    edit(labstat / DATA, "OEUM0016980", "OEUM0016981", count=-1)
    run = load(labstat)
    assert (run.outcome, run.problem_count, run.release) == (ImportRun.Outcome.REFUSED, 3, None)
    assert f'{DATA}:{first}: "24625O" is not a figure for employment' in run.report
    # The line of a cell is that of its first series that could be read.
    assert f"{DATA}:{first + 1}: annual percentiles out of order" in run.report
    assert second > first
    assert "unknown area M0016981" in run.report
    assert "3 problems in all. Nothing was changed." in run.report
    assert cells_of("May 2025") == before


def test_an_interrupted_load_leaves_everything_as_it_was(load, labstat, monkeypatch):
    load(labstat)
    before = cells_of("May 2025")
    edit(labstat / DATA, "246250", "246260")

    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loader, "publish_staging", interrupt)
        with pytest.raises(KeyboardInterrupt):
            load(labstat)
    run = ImportRun.objects.latest("started_at")
    assert (run.outcome, run.report) == (ImportRun.Outcome.INTERRUPTED, "Interrupted. Nothing was changed.")
    assert cells_of("May 2025") == before
    assert load(labstat).outcome == ImportRun.Outcome.LOADED


def test_a_failure_in_the_middle_of_copying_is_reported_and_undone(load, labstat, monkeypatch):
    def fail(*args):
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(staging, "_count", fail)
        with pytest.raises(RuntimeError, match="the disk is full"):
            load(labstat)
    run = ImportRun.objects.latest("started_at")
    assert run.outcome == ImportRun.Outcome.FAILED
    assert "the disk is full" in run.report
    assert not WageEstimate.objects.exists()


def test_a_killed_run_is_closed_by_the_next(load, labstat):
    killed = rows.import_run()
    load(labstat)
    killed.refresh_from_db()
    assert killed.outcome == ImportRun.Outcome.INTERRUPTED
    assert killed.finished_at is not None


# Which release


def test_a_file_of_another_release_is_refused(load, labstat, workbook):
    run = load(labstat, release="May 2024")
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert f"{DATA}: the file is of May 2025, not of May 2024" in run.report
    assert load(labstat, release="May 2025").outcome == ImportRun.Outcome.LOADED
    run = load(workbook(NATIONAL), workbook("national_M2020_dl"))
    assert (
        "national_M2020_dl.xlsx: the file is of May 2020; national_M2024_dl.xlsx is of May 2024" in run.report
    )


def test_an_unknown_release_needs_its_date(load, labstat):
    edit(labstat / "oe.release", "2025A01\tMay 2025", "2026A01\tMay 2026")
    file = labstat / DATA
    file.write_bytes(file.read_bytes().replace(b"\t2025\t", b"\t2026\t"))
    run = load(labstat)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert (
        "it isn't known here when May 2026 was published; give the day with --published YYYY-MM-DD"
        in run.report
    )
    run = load(labstat, published_on=dt.date(2027, 5, 14))
    assert (run.outcome, run.release.label) == (ImportRun.Outcome.LOADED, "May 2026")
    assert run.release.published_on == dt.date(2027, 5, 14)


def test_the_day_given_goes_before_the_one_that_is_known_and_stays(load, labstat):
    assert load(labstat).release.published_on == dt.date(2026, 5, 15)
    assert load(labstat, published_on=dt.date(2026, 5, 16), force=True).release.published_on.day == 16
    assert load(labstat, force=True).release.published_on.day == 16


def test_files_of_one_release_have_the_same_top_codes(load, workbook):
    other = ["May 2024 OEWS", "#  = $100.00 per hour or $208,000 per year, or more"]
    run = load(workbook(NATIONAL), workbook("natsector_M2024_dl", notes=other))
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert (
        "natsector_M2024_dl.xlsx: top codes $100.00 and $208,000; national_M2024_dl.xlsx has $115.00 and $239,200"
        in run.report
    )


def test_hourly_percentiles_out_of_order_are_refused(load, labstat):
    line, _ = series(labstat / DATA, "OEUN000000000000011305101")
    _, text = series(labstat / DATA, "OEUN000000000000011305109")
    edit(labstat / DATA, text, text.replace(text.split("\t")[3], "       10.00"))
    run = load(labstat)
    assert (run.outcome, run.problem_count) == (ImportRun.Outcome.REFUSED, 1)
    assert f"{DATA}:{line}: hourly percentiles out of order for 11-3051" in run.report


def test_an_editorial_release_of_the_same_name_is_another_one(load, labstat):
    editorial = rows.release(label="May 2025")
    cell = rows.wage_estimate(release=editorial, annual_median=100_000)
    load(labstat)
    cell.refresh_from_db()
    assert (cell.release, cell.annual_median) == (editorial, 100_000)
    assert Release.objects.filter(label="May 2025").count() == 2


def test_a_release_much_smaller_than_the_one_before_is_refused(load, workbook):
    load(workbook("national_M2020_dl"))
    small = workbook(NATIONAL, table_of(NATIONAL)[:8], name="small")
    run = load(small)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert (
        "nation, all industries: 2 cells of detailed occupations, where OEWS May 2020 has 17; if that is right,"
        " load with --force"
    ) in run.report
    assert load(small, force=True).outcome == ImportRun.Outcome.LOADED
    assert load(workbook(NATIONAL)).outcome == ImportRun.Outcome.LOADED
    assert "this release has now" in load(small).report


# Codes that the database doesn't have


def test_the_code_systems_have_to_be_loaded_first(db, labstat, workbook):
    from importers.loading import load_source

    run = load_source("oews", [labstat])
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert "manage.py load soc PATH…" in run.report


def test_naics_has_to_be_loaded_for_industries_only(load, labstat, workbook):
    naics = Industry.objects.filter(system__slug="naics-2022")
    while naics.exists():
        naics.filter(children=None).delete()
    assert load(workbook(NATIONAL)).outcome == ImportRun.Outcome.LOADED
    assert "NAICS 2022 is not loaded; load it first: manage.py load naics PATH…" in load(labstat).report


def test_an_occupation_that_no_code_system_has(load, labstat):
    Occupation.objects.filter(code="11-3051").delete()
    run = load(labstat)
    assert run.outcome == ImportRun.Outcome.REFUSED
    cells = len({line[:23] for line in obvious.lines_of(labstat / DATA) if line[17:23] == "113051"})
    assert f"unknown occupation 11-3051 (cells: {cells})" in run.report


def test_a_hybrid_code_is_unknown_after_2020(load, workbook):
    table = table_of(NATIONAL)
    for row in table:
        row[8] = "15-1256" if row[8] == "15-1252" else row[8]
    assert "unknown occupation 15-1256 (cells: 1)" in load(workbook(NATIONAL, table)).report


def test_an_industry_of_naics_2017(load, workbook):
    stores = {"NAICS": "443000", "NAICS_TITLE": "Electronics and Appliance Stores", "I_GROUP": "3-digit"}
    stores["OWN_CODE"] = "5"
    run = load(workbook(NATIONAL, industry_table(stores)))
    assert "unknown industry 443 (cells: 1)" in run.report
    rows.industry("44-45", kind="sector", level=2)
    run = load(workbook("national_M2020_dl", industry_table(stores, sample="national_M2020_dl")))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    industry = Industry.objects.get(code="443")
    assert (industry.system.slug, industry.is_retired, industry.parent.code) == ("naics-2017", True, "44-45")
    assert industry.short_title == "Electronics and appliance stores"


def test_the_reasons_of_the_readers_are_those_of_the_database():
    assert {reason.name: reason.value for reason in Reason} == {
        reason.name: reason.value for reason in MissingReason
    }


def test_the_level_of_a_detailed_occupation_is_that_of_the_database():
    assert DETAILED == Occupation.Level.DETAILED


def test_codes_of_soc_2010_mean_what_their_titles_say(load, tmp_path):
    """To May 2018 OEWS used SOC 2010: an occupation of SOC 2018 only where it has the same title and is no residual."""
    total, managers = Occupation.objects.get(code="00-0000"), Occupation.objects.get(code="11-3051")
    Occupation.objects.filter(pk=managers.pk).update(title="Industrial Production Managers")
    rest = Occupation.objects.get(code="11-9199")
    Occupation.objects.filter(pk=rest.pk).update(title="Managers, All Other")
    figures = ["10", "1.0", *["20.00", "41600", "1.0"], *["20.00"] * 5, *["41600"] * 5, "", ""]
    header = ["OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "EMP_PRSE", "H_MEAN", "A_MEAN", "MEAN_PRSE"]
    header += [f"{basis}_{p}" for basis in "HA" for p in ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")]
    rows = [
        ["00-0000", "All Occupations", "total", *figures],
        ["11-3050", "Something Else Entirely", "broad", *figures],
        ["11-3051", "Industrial Production Managers", "detailed", *figures],
        ["11-9199", "Managers, All Other", "detailed", *figures],
        ["11-9061", "Funeral Directors", "detailed", *figures],
    ]
    table = [[*header, "ANNUAL", "HOURLY"], *rows]
    run = load(write_workbook(tmp_path / "national_M2014_dl.xlsx", "national_dl", table, None))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    cells = WageEstimate.objects.filter(release__label="May 2014")
    found = {cell.occupation.code: cell.occupation for cell in cells.select_related("occupation__system")}
    assert (found["00-0000"].pk, found["11-3051"].pk) == (total.pk, managers.pk)
    own = [found[code] for code in ("11-3050", "11-9199", "11-9061")]
    assert {(one.system.slug, one.is_retired) for one in own} == {("soc-2010", True)}
    assert [one.level for one in own] == [3, 4, 4]
    release = run.release
    assert (release.annual_cap, str(release.published_on)) == (187_200, "2015-03-25")
