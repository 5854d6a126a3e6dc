from collections import Counter

import pytest

from importers.naics import checks, reader
from importers.report import Problems
from occupations.models import ImportRun, Industry, Release

HEADER = ["Seq. No.", "2022 NAICS US   Code", "2022 NAICS US Title"]
GOOD = [HEADER, [], [1, "31-33", "Manufacturing"], [2, "311", "Food Manufacturing "]]


def _refused(load, *paths):
    run = load("naics", *paths)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not Industry.objects.filter(kind="naics").exists()
    return run.report


def test_codes_titles_and_places(load, samples):
    assert load("naics", samples / "naics").outcome == ImportRun.Outcome.LOADED
    industries = {row.code: row for row in Industry.objects.select_related("parent", "system")}
    assert industries["000000"].kind == "all"
    assert industries["000000"].system.slug == "oews-industries"
    sector = industries["31-33"]
    assert (sector.kind, sector.level, sector.parent.code, sector.short_title) == (
        "sector", 2, "000000", "Manufacturing"
    )  # fmt: skip
    # The trailing T of some titles is a mark of the publisher's footnotes.
    assert industries["332"].title == "Fabricated Metal Product Manufacturing"
    assert industries["332"].parent == sector
    assert industries["491"].parent.code == "48-49"
    assert industries["33211"].parent.code == "3321"
    assert industries["311111"].level == 6
    release = Release.objects.get(source__slug="naics")
    assert (str(release), release.published_on.isoformat(), release.state) == (
        "NAICS 2022",
        "2021-12-21",
        "ready",
    )


def test_again_and_dry(load, samples):
    assert load("naics", samples / "naics", dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Industry.objects.exists()
    load("naics", samples / "naics")
    ids = dict(Industry.objects.values_list("code", "id"))
    assert load("naics", samples / "naics").outcome == ImportRun.Outcome.UNCHANGED
    assert load("naics", samples / "naics", force=True).outcome == ImportRun.Outcome.LOADED
    assert dict(Industry.objects.values_list("code", "id")) == ids


def test_a_torn_file_is_refused_unless_forced(load, samples, workbook):
    load("naics", samples / "naics")
    path = workbook("short.xlsx", Codes=GOOD)
    run = load("naics", path)
    assert "only 2 industries where" in run.report
    assert load("naics", path, force=True).outcome == ImportRun.Outcome.LOADED
    assert Industry.objects.get(code="332").is_retired


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([3, "311", "Something Else"], "bad.xlsx:5: 311 is here a second time with another title"),
        ([3, "3x", "Something"], "bad.xlsx:5: '3x' is not a NAICS code"),
        ([3, "3121", "Beverages"], "bad.xlsx:5: 3121 has no wider industry in the file"),
        ([3, "441", "Cars"], "bad.xlsx:5: 441 has no wider industry in the file"),
        ([3, "312", ""], "bad.xlsx:5: 312 has no title"),
        ([3, "312", "X" * 251], "longer than 250"),
    ],
)
def test_bad_rows_are_named_with_file_and_line(load, workbook, row, message):
    assert message in _refused(load, workbook("bad.xlsx", Codes=[*GOOD, row]))


def test_bad_files_are_refused(load, workbook, tmp_path):
    assert "lacks: 2022 NAICS US Title" in _refused(
        load, workbook("a.xlsx", A=[["Seq. No.", "2022 NAICS US Code"]])
    )
    other = workbook("d.xlsx", A=[["Code", "Title", "Description"]])
    said = _refused(load, other)
    assert "none of the files is the table" in said
    assert "2-6 digit_2022_Codes.xlsx" in said
    page = tmp_path / "page.xlsx"
    page.write_text("<html>")
    assert "web page saved under the name of a workbook" in _refused(load, page)


@pytest.mark.real_files
def test_the_real_codes(real_data):
    problems = Problems()
    content = reader.read(sorted((real_data / "naics-2022").iterdir()))
    industries = checks.industries(content.codes, problems)
    assert not problems
    assert Counter(industries["level"]) == {2: 20, 3: 96, 4: 308, 5: 689, 6: 1012}
    assert not any(title.endswith("T") for title in industries["title"])
    assert len(content.notes) == 3
