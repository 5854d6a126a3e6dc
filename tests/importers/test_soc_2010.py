"""What became of the occupations of SOC 2010: loaded from the crosswalk, said on pages, nothing carried over."""

import re
from pathlib import Path

import pytest

from importers.report import Problems
from importers.soc_2010 import checks, reader, spanish
from occupations.models import CodeChange, ImportRun, Occupation

CROSSWALK = "soc2010_soc2018.csv"


@pytest.fixture
def folder(samples):
    return samples / "soc-2010"


def _said(client, path, **query):
    """What the page says, without its tags."""
    html = client.get(path, query, follow=True).text
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def _became(code):
    changes = CodeChange.objects.filter(occupation__system__slug="soc-2010", occupation__code=code)
    return list(changes.values_list("successor__code", "takes_from_others"))


def test_only_what_changed_is_retired(soc, load, folder):
    run = load("soc-2010", folder)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert (run.release.label, str(run.release.published_on)) == ("SOC 2010 to SOC 2018", "2017-11-28")
    assert _became("15-1132") == [("15-1252", True), ("15-1253", True)]
    assert _became("15-1111") == [("15-1221", False)]
    assert not Occupation.objects.filter(system__slug="soc-2010", code="11-3051").exists()
    row = Occupation.objects.get(code="15-1132")
    assert (row.title, row.level, row.parent.code, row.is_retired) == (
        "Software Developers, Applications", 4, "15-0000", True
    )  # fmt: skip
    group = Occupation.objects.get(code="15-1130")
    assert (group.level, _became("15-1130")) == (3, [("15-1252", True), ("15-1253", True)])
    assert Occupation.objects.get(system__slug="soc-2010", code="27-4099").is_residual
    assert run.counts["of these became several"] > 1


def test_again_dry_and_without_groups(soc, load, folder):
    assert load("soc-2010", folder, dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not CodeChange.objects.exists()
    load("soc-2010", folder)
    before = CodeChange.objects.count(), Occupation.objects.count()
    assert load("soc-2010", folder).outcome == ImportRun.Outcome.UNCHANGED
    assert load("soc-2010", folder, force=True).outcome == ImportRun.Outcome.LOADED
    assert (CodeChange.objects.count(), Occupation.objects.count()) == before
    CodeChange.objects.all().delete()
    run = load("soc-2010", folder / CROSSWALK, force=True)
    assert "Without the structure of SOC 2010 its groups are not known." in run.report


def test_the_publishers_workbook_is_read_as_well(soc, load, workbook):
    path = workbook("soc_2010_to_2018_crosswalk.xlsx", Sorted=[
        ["2010 to 2018 SOC Crosswalk"], [],
        ["2010 SOC Code", "2010 SOC Title", "2018 SOC Code", "2018 SOC Title"],
        ["15-1132", "Software Developers, Applications", "15-1252", "Software Developers (##)"],
    ])  # fmt: skip
    assert load("soc-2010", path).outcome == ImportRun.Outcome.LOADED
    assert _became("15-1132") == [("15-1252", True)]


def test_a_row_that_a_projection_round_brought_is_kept(soc, load, folder):
    load("soc-2010", folder)
    before = Occupation.objects.get(code="15-1132")
    CodeChange.objects.all().delete()
    Occupation.objects.filter(pk=before.pk).update(title="Software developers, applications")
    load("soc-2010", folder, force=True)
    assert Occupation.objects.get(code="15-1132").pk == before.pk


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("15-1132,", "15-11329,", "'15-11329' is not a code of SOC"),
        ("15-1252", "15-9999", "'15-9999' is not an occupation of SOC 2018"),
        ("Software Developers (##)", "Gardeners", "15-1252 is 'Gardeners' here and 'Software Developers' in SOC 2018"),
        ("soc2018_title", "name", "missing columns"),
    ],
)  # fmt: skip
def test_bad_rows_are_named(soc, load, folder, tmp_path, old, new, message):
    path = tmp_path / CROSSWALK
    path.write_text((folder / CROSSWALK).read_text().replace(old, new))
    run = load("soc-2010", path)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report
    assert not CodeChange.objects.exists()


def test_a_retired_code_leads_on(soc, load, folder, client):
    load("soc-2010", folder)
    page = _said(client, "/occupations/15-1132/")
    assert "SOC 2018 divided this occupation. Its work is now under software developers (15-1252) and" in page
    assert "don’t carry over, add up or split any figure" in page
    assert "This page keeps the figures as they were published" not in page, "there are none"
    assert "SOC 2010, SOC 2010 to SOC 2018" in page, "the source"
    assert "Its work is now under computer" in _said(client, "/occupations/15-1111/")
    assert "In SOC 2018, the occupations of this group are under" in _said(client, "/occupations/15-1130/")
    assert "code is retired" not in _said(client, "/occupations/11-3051/")
    changed = _said(client, "/occupations/13-2051/")
    assert "In SOC 2010 this code was financial analysts. Their work is now under financial and" in changed
    chosen = _said(client, "/compare/", occupation=["15-1132", "11-3051"])
    assert "Its work is now divided among" in chosen
    assert "15-1132" in _said(client, "/search/", q="15-1132")
    before = _said(client, "/occupations/15-1132/", release="2015-01-01")
    assert "divided" not in before, "the crosswalk is of 2017"


@pytest.mark.real_files
def test_the_real_crosswalk(real_data):
    """Counts of the files themselves: 900 rows, 840 codes of which 42 became several."""
    content = reader.read(sorted((real_data / "soc-2010").iterdir()))
    assert (content.crosswalk.height, content.crosswalk["code"].n_unique()) == (900, 840)
    from importers.soc import reader as soc_reader  # needed here alone

    structure = soc_reader.read([real_data / "soc-2018" / "soc_structure_2018.xlsx"]).structure
    assert structure is not None
    soc = {next(code for code in row[:4] if code): row[4] for row in structure.iter_rows()}
    problems = Problems()
    changes = checks.changes(content.crosswalk, content.structure, soc, problems)
    assert problems.count == 0, str(problems)
    detailed = changes.filter(level=checks.DETAILED)
    assert detailed["code"].n_unique() == 840 - 635
    assert detailed.group_by("code").len().filter(len=1).height == 840 - 635 - 42
    assert set(changes.filter(code="15-1199")["successor"]) == {
        "13-1082",
        "15-1243",
        "15-1253",
        "15-1255",
        "15-1299",
    }


@pytest.mark.real_files
def test_the_spanish_titles_that_are_kept_are_the_publisher_s(real_data: Path, tmp_path: Path) -> None:
    spanish.main(real_data / "soc-2010", tmp_path / "titles.tsv")
    assert (tmp_path / "titles.tsv").read_text() == spanish.OUTPUT.read_text()
    titles = spanish.spanish_titles(real_data / "soc-2010")
    assert ("29-1141", "Enfermeros Graduados") in titles
    assert len([title for code, title in titles if code == "15-1252"]) == 2  # two codes were joined in it
