"""A release of O*NET that has parts of it only: what it has is read from it, the rest from the release before."""

import shutil

import pytest

from importers.onet import bundle, checks, loader, reader
from importers.report import Problems
from occupations.descriptors import describe
from occupations.models import ImportRun, JobZone, Occupation, Release, Technology
from occupations.release_parts import onet_by_part
from tests.importers.test_onet import GOOD, RATING, ZONES, _refused, folder, taxonomy
from web.occupations.queries import profile_material

__all__ = ["folder", "taxonomy"]


@pytest.fixture
def newer(folder, tmp_path):
    """`newer("30.9", "Job Zones.txt", …)`: a folder of a later release with these files of the sample alone."""

    def make(label, *names):
        place = tmp_path / label
        place.mkdir()
        (place / "Read Me.txt").write_text(f"O*NET {label} Database\nNovember 2026 Release\n")
        for name in names:
            shutil.copy(folder / name, place / name)
        return place

    return make


@pytest.fixture
def both(taxonomy, load, samples, newer, monkeypatch):
    """The sample, and a later release with tasks alone, read after that has been published."""
    load("onet", samples / "onet")
    place = newer("30.9")
    (place / "Task Statements.txt").write_text(
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source\n"
        "11-3051.00\t1\tA made-up task.\tCore\t10\t08/2025\tIncumbent\n"
    )
    run = load("onet", place)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    return run


def test_a_part_of_a_newer_release_takes_nothing_else_away(both):
    found = describe(Occupation.objects.get(code="11-3051"))
    assert [task.text for task in found.tasks] == ["A made-up task."]
    assert found.job_zone is not None
    assert (found.job_zone.zone, found.interest_code) == (4, "ECR")
    for part in (found.skills, found.knowledge, found.work_styles, found.technologies, found.related):
        assert part
    assert found.description is not None
    assert str(found.onet.of("tasks")) == "O*NET 30.9"
    assert {name: release.label for name, release in found.onet.named.items()} == {
        **dict.fromkeys([*loader.PARTS, "skills"], "29.0"), "tasks": "30.9"
    }  # fmt: skip
    assert (both.release.parts, both.release.fragments) == ([], ["tasks"])
    other = describe(Occupation.objects.get(code="11-9199.01"))
    assert len(other.tasks) > 0, "of the older release: the newer one has tasks of one occupation alone"
    assert str(other.onet.of("tasks")) == "O*NET 29.0"
    assert "Pages show these from O*NET 29.0: interests, work styles, essential skills," in both.report


@pytest.mark.parametrize("newer_first", [True, False])
def test_a_fragment_empties_no_list(taxonomy, load, samples, newer, newer_first):
    """Job zones and interests of one occupation in a newer release, loaded before or after the whole one."""
    place = newer("30.9")
    (place / "Job Zones.txt").write_text(ZONES + "11-3051.00\t5\t08/2025\tAnalyst\n")
    for files in (place, samples / "onet") if newer_first else (samples / "onet", place):
        assert load("onet", files).outcome == ImportRun.Outcome.LOADED
    newest = Release.objects.get(label="30.9")
    assert (newest.parts, newest.fragments) == ([], ["job zones"])
    assert str(onet_by_part().of("job zones")) == "O*NET 29.0", "what the finder reads"
    zones = {code: describe(Occupation.objects.get(code=code)) for code in ("11-3051", "11-9199.01")}
    assert [(str(found.onet.of("job zones")), found.job_zone.zone) for found in zones.values() if found.job_zone] == [
        ("O*NET 30.9", 5), ("O*NET 29.0", JobZone.objects.get(occupation__code="11-9199.01").zone)
    ]  # fmt: skip


def test_half_of_the_skills_of_a_newer_release_does_not_pass_for_all(taxonomy, load, samples, newer):
    load("onet", samples / "onet")
    place = newer("30.8")
    (place / "Essential Skills.txt").write_text(RATING + GOOD)
    assert load("onet", place).outcome == ImportRun.Outcome.LOADED
    managers = Occupation.objects.get(code="11-3051")
    assert str(describe(managers).onet.of("skills")) == "O*NET 29.0"
    (place / "Essential Skills.txt").unlink()
    (place / "Transferable Skills.txt").write_text(RATING + GOOD.replace("2.A.1.a", "2.B.1.a"))
    assert load("onet", place).outcome == ImportRun.Outcome.LOADED
    found = describe(managers)
    assert str(found.onet.of("skills")) == "O*NET 30.8"
    assert {row.element.code for row in found.skills} == {"2.A.1.a", "2.B.1.a"}, (
        "the first half is still there"
    )


def test_other_titles_are_those_of_the_newest_release_that_has_them(taxonomy, load, samples, newer):
    load("onet", samples / "onet")
    older, place = newer("30.8"), newer("30.9")
    text = (samples / "onet" / "Alternate Titles.txt").read_text()
    one = "O*NET-SOC Code\tJob Title\n11-3051.00\tZeppelin Works Chief\n"
    (older / "Job Titles.txt").write_text(one)
    assert load("onet", older).outcome == ImportRun.Outcome.LOADED
    search = Occupation.objects.search
    for text_, found in (("zeppelin works chief", True), ("plant gm", True)):
        assert bool(search(text_)) is found, "one title takes none away"
    (place / "Job Titles.txt").write_text(text.replace("Plant GM", "Yard Boss"))
    assert load("onet", place).outcome == ImportRun.Outcome.LOADED
    assert [row.code for row in search("yard boss")] == ["11-3050", "11-3051"]
    for superseded in ("plant gm", "zeppelin works chief"):
        assert not any(
            row.also_called and row.also_called.lower() == superseded for row in search(superseded)
        )
    page = profile_material(Occupation.objects.get(code="11-3051"), None)
    of_onet = {title.title for title in page.titles if title.kind == "alternate"}
    assert "Yard Boss" in of_onet
    assert "Plant GM" not in of_onet
    assert any(title.kind == "reported" for title in page.titles), "a part that 30.9 doesn't have"


def test_one_zone_for_two_is_called_so(taxonomy, load, newer):
    place = newer("30.9")
    (place / "Job Zones.txt").write_text(ZONES + "11-3051.00\t2\t08/2023\tAnalyst\n")
    (place / "Job Zone Reference.txt").write_text(
        "Job Zone\tName\tExperience\tEducation\tJob Training\tExamples\tSVP Range\n"
        "2\tJob Zone 1-2: Very Little to Some Preparation Needed\ta\tb\tc\td\t(Below 6.0)\n"
        "3\tJob Zone Three: Medium Preparation Needed\ta\tb\tc\td\t(6.0 to < 7.0)\n"
    )
    assert load("onet", place).outcome == ImportRun.Outcome.LOADED
    zone = JobZone.objects.get()
    assert (zone.zone, zone.lowest, zone.name) == (2, 1, "1–2")
    (place / "Job Zone Reference.txt").unlink()
    assert load("onet", place, force=True).outcome == ImportRun.Outcome.LOADED
    assert JobZone.objects.get().name == "1–2", (
        "without its names too: no release since 30.3 has another zone 2"
    )


def test_zones_of_before_stand_for_themselves(taxonomy, load, samples):
    load("onet", samples / "onet")
    assert not JobZone.objects.exclude(lowest=None).exists()


def test_software_is_of_a_kind_that_is_an_element(taxonomy, load, newer):
    place = newer("30.9")
    (place / "Software Skills.txt").write_text(
        "O*NET-SOC Code\tWorkplace Example\tElement ID\tElement Name\tHot Technology\tIn Demand\n"
        "11-3051.00\tMicrosoft Excel\t2.E.4.i\tSpreadsheet software\tY\tN\n"
    )
    run = load("onet", place)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    excel = Technology.objects.get()
    assert (excel.kind_code, excel.kind, excel.is_hot) == ("2.E.4.i", "Spreadsheet software", True)


def test_who_or_what_rated_is_kept(taxonomy, load, samples):
    load("onet", samples / "onet")
    found = describe(Occupation.objects.get(code="11-3051"))
    assert {rating.domain_source for rating in found.interests} == {"Machine Learning"}
    assert {row.rating.domain_source for row in found.skills} == {"Analyst"}
    assert {row.rating.domain_source for row in found.work_styles} == {"Incumbent"}


@pytest.mark.parametrize("label", ["24.3", "5.1"])
def test_an_old_release_is_called_too_old(taxonomy, load, folder, label):
    (folder / "Read Me.txt").write_text(f"O*NET {label} Database\nMay 2019 Release\n")
    (folder / "Job Zones.txt").write_text("Code\tZone\n11-3051.00\t4\n")
    report = _refused(load, folder)
    assert f"O*NET {label} is too old" in report
    assert "missing columns" not in report
    (folder / "Read Me.txt").unlink()
    (folder / "Job Zones.txt").unlink()
    assert f"O*NET {label} is too old" in _refused(load, folder, release=label)


def test_codes_of_an_earlier_taxonomy_are_called_too_old_as_well(taxonomy, load, newer):
    place = newer("28.0")
    old = "".join(f"15-1{n:03}.00\t4\t08/2013\tAnalyst\n" for n in range(100, 130))
    (place / "Job Zones.txt").write_text(ZONES + "11-3051.00\t4\t08/2013\tAnalyst\n" + old)
    report = _refused(load, place)
    assert "30 of 31 occupation codes, such as 15-1100.00, are not in O*NET-SOC 2019" in report
    assert "too old" in report


@pytest.mark.real_files
def test_the_real_30_3_is_read_whole(real_data):
    """Against counts of lines of the files themselves, headers aside."""
    content = reader.read(sorted((real_data / "onet-30.3").iterdir()))
    problems = Problems()
    codes = set(content.tables["descriptions"]["code"])
    rows = {name: loader.CHECKS[name](frame, codes, problems) for name, frame in content.tables.items()}
    assert problems.count == 0, str(problems)
    assert (content.label, str(content.month)) == ("30.3", "2026-05-01")
    parts = loader.parts_of(
        {**rows, "job zones": checks.spanning(rows["job zones"], rows["names of job zones"], "30.3")}
    )
    assert {name: frame.height for name, frame in parts.items()} == {
        "interests": 8_307, "work styles": 37_422, "essential skills": 17_880, "transferable skills": 44_700,
        "job zones": 923, "education": 10_536, "tasks": 18_796, "emerging tasks": 328, "technologies": 31_821,
        "related occupations": 18_460, "reported titles": 7_953, "descriptions": 1_016,
        "alternate titles": 61_530,
    }  # fmt: skip
    assert parts["job zones"].filter(zone=2)["lowest"].unique().to_list() == [1]
    assert parts["technologies"]["kind_code"].str.starts_with("2.E.").all()
    assert set(parts["work styles"]["domain_source"]) == {"AI/Expert"}
    assert set(parts["interests"]["domain_source"]) == {"Machine Learning", "Machine Learning/Expert"}


def test_a_bundle_has_each_part_of_the_newest_release_that_has_it(taxonomy, load, samples, newer):
    load("onet", samples / "onet")
    load("onet", newer("30.9", "Job Zones.txt", "Work Styles.txt"))
    releases = Release.objects.filter(source__slug="onet").order_by("published_on")
    tables = {release.label: frames() for release, frames in bundle.contents(releases)}
    assert {label: set(own) for label, own in tables.items()} == {
        "29.0": {"ratings", "education", "technologies", "related-occupations"}, "30.9": {"ratings", "job-zones"}
    }  # fmt: skip
    styles = {label: set(own["ratings"]["element"].str.slice(0, 3)) for label, own in tables.items()}
    assert styles == {"29.0": {"1.A", "1.B", "2.A", "2.B", "2.C", "4.A"}, "30.9": {"1.C"}}, (
        "no 4.C: work context"
    )
