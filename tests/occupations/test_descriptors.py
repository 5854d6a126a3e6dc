import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from importers.loading import load_source
from importers.runs import Options
from occupations.descriptors import describe, interest_code, newest_releases
from occupations.models import (
    Description,
    EducationShare,
    JobZone,
    Occupation,
    Rating,
    Release,
    Task,
    Technology,
)
from tests import rows

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "samples"
QUERIES = 10


@pytest.fixture
def loaded(db):
    for source in ("soc", "onet-soc", "cip-soc", "onet"):
        run = load_source(source, [SAMPLES / source], Options())
        assert run.outcome == "loaded", run.report


def _of(code, day=None):
    return describe(Occupation.objects.get(code=code), day)


def test_an_occupation_has_everything_that_the_files_say(loaded):
    found = _of("11-3051")
    assert found.is_described
    assert found.job_zone is not None
    assert found.job_zone.zone == 4
    assert found.interest_code == "ECR"
    assert found.interests[0].element.name == "Enterprising"
    assert len(found.interests) == 6
    assert [share.category for share in found.education] == list(range(1, 13))
    assert [task.task_id for task in found.tasks] == [101, 102, 103], "core, supplemental, not rated"
    assert found.related[0].related.code == "11-3051.01"
    assert [row.rank for row in found.related] == sorted(row.rank for row in found.related)
    assert [program.code for program in found.programs] == sorted(program.code for program in found.programs)
    assert "Operations Management and Supervision" in {program.title for program in found.programs}
    assert found.description is not None
    assert found.description.text.startswith("Words of our own about industrial production managers")
    assert found.definition is None, "the sample has no definitions"
    assert set(found.releases) == {"onet", "soc", "cip-soc"}
    assert [part.code for part in found.parts][:2] == ["11-3051.01", "11-3051.02"]


def test_the_queries_are_ten_however_much_there_is(loaded, django_assert_num_queries):
    occupations = {row.code: row for row in Occupation.objects.all()}
    for code in ("11-3051", "11-9199", "15-1256", "11-9199.01"):
        with django_assert_num_queries(QUERIES):
            found = describe(occupations[code])
            for ranked in (*found.skills, *found.knowledge, *found.work_styles):
                assert ranked.element.name
                assert ranked.rating.value is not None
            assert all(row.related.system.slug for row in found.related)
            assert all(release.source.short_name for release in found.releases.values())


def test_skills_are_ranked_and_those_not_relevant_left_out(loaded):
    found = _of("11-3051")
    values = [row.rating.value for row in found.skills]
    assert values == sorted(values, reverse=True)
    assert all(row.level is not None and row.level.scale == "LV" for row in found.skills)
    irrelevant = set(
        Rating.objects.filter(occupation__code="11-3051", is_not_relevant=True).values_list(
            "element__name", flat=True
        )
    )
    assert irrelevant
    assert irrelevant.isdisjoint(row.element.name for row in (*found.skills, *found.knowledge))
    assert all(row.level is None for row in found.work_styles)
    assert len(found.work_styles) == 16


def test_what_is_to_be_suppressed_is_left_out(loaded):
    skills = _of("11-3051").skills
    first, second = skills[0], skills[1]
    Rating.objects.filter(pk=first.rating.pk).update(is_suppressed=True)
    assert second.level is not None
    Rating.objects.filter(pk=second.level.pk).update(is_suppressed=True)
    EducationShare.objects.filter(category=6).update(is_suppressed=True)
    found = _of("11-3051")
    assert first.element not in [row.element for row in found.skills]
    assert (found.skills[0].element, found.skills[0].level) == (second.element, None)
    assert 6 not in [share.category for share in found.education]


def test_technologies_in_demand_come_first_and_stand_by_commodity(loaded):
    groups = _of("11-3051").technologies
    assert [group.kind for group in groups][:3] == [
        "Electronic mail software", "Office suite software", "Spreadsheet software"
    ]  # fmt: skip
    video = next(group for group in groups if group.kind == "Video creation and editing software")
    assert [row.name for row in video.technologies] == ["Adobe After Effects", "Apple Final Cut Pro"]
    assert sum(len(group.technologies) for group in groups) == Technology.objects.count()


def test_a_residual_has_a_name_and_its_children(loaded):
    found = _of("11-9199")
    assert not found.is_described
    assert found.description is not None
    assert "11-9199.01" in [part.code for part in found.parts]
    child = _of("11-9199.01")
    assert child.is_described
    assert child.interest_code == "EC", "its third high point is 0, none"


def test_combined_codes_and_broad_groups_point_to_their_parts(loaded):
    assert [part.code for part in _of("15-1256").parts] == ["15-1252", "15-1253"]
    assert [part.code for part in _of("11-3050").parts] == ["11-3051"]
    assert _of("11-0000").parts == []


def test_programs_of_an_8_digit_occupation_are_those_of_its_soc_code(loaded):
    assert _of("11-3051.01").programs == _of("11-3051").programs != []


def test_as_of_a_day_the_newest_release_until_then_is_read(loaded):
    old = _of("11-3051", dt.date(2024, 7, 31))
    assert "onet" not in old.releases
    assert (old.job_zone, old.skills, old.tasks, old.interest_code) == (None, [], [], "")
    assert old.programs
    managers = Occupation.objects.get(code="11-3051")
    newer = rows.release(
        "onet", "30.0", kind="official", published_on=dt.date(2025, 8, 1), parts=["job zones"]
    )
    JobZone.objects.create(release=newer, occupation=managers, zone=3)
    assert describe(managers).job_zone.zone == 3  # type: ignore[union-attr]  # it was just made
    assert describe(managers).skills, "what the newer release lacks stays"
    assert describe(managers, dt.date(2025, 7, 31)).job_zone.zone == 4  # type: ignore[union-attr]  # the sample's
    Release.objects.filter(pk=newer.pk).update(state="withdrawn")
    assert describe(managers).job_zone.zone == 4  # type: ignore[union-attr]  # the sample's


def test_work_styles_since_30_are_ranked_by_impact(db):
    occupation = rows.occupation()
    release = rows.release("onet", "30.0", kind="official")
    for name, impact, distinct in (("Caution", "-1.50", 0), ("Innovation", "2.25", 1)):
        element = rows.element()
        type(element).objects.filter(pk=element.pk).update(name=name, domain="work-style")
        for scale, value in (("WI", impact), ("DR", distinct)):
            Rating.objects.create(
                release=release, occupation=occupation, element=element, scale=scale, value=value
            )
    styles = describe(occupation).work_styles
    assert [(row.element.name, row.rating.value) for row in styles] == [
        ("Innovation", Decimal("2.25")), ("Caution", Decimal("-1.50"))
    ]  # fmt: skip


def test_the_definition_is_that_of_the_classification(db):
    occupation = rows.occupation()
    soc = rows.release("soc", "SOC 2018", kind="official")
    Description.objects.create(release=soc, occupation=occupation, text="They plan.")
    found = describe(occupation)
    assert found.definition is not None
    assert (found.definition.text, found.description) == ("They plan.", None)


def test_nothing_is_loaded(db):
    found = describe(rows.occupation())
    assert (found.releases, found.related, found.technologies, found.education) == ({}, [], [], [])
    assert newest_releases()[0] == {}
    assert interest_code([]) == ""
    assert not Task.objects.exists()
