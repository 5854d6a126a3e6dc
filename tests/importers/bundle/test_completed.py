"""A release of which the bundle brought the facts, completed by its publisher's files."""

import pytest

from importers.bundle.loader import load_bundle
from importers.loading import load_source
from importers.runs import Options
from occupations.models import (
    AlternateTitle,
    Description,
    ImportRun,
    IndustryShare,
    Profile,
    ProfileSection,
    QuickFacts,
    Rating,
    Release,
    Task,
)
from tests.importers.bundle.conftest import SAMPLES

HANDBOOK = SAMPLES / "ooh" / "xml-compilation.xml"


@pytest.fixture
def fresh(bundle, emptied):
    """A site that has loaded the bundle; the folder of the bundle."""
    emptied()
    load_bundle([bundle], Options())
    return bundle


def _handbook():
    run = load_source("ooh", [HANDBOOK])
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    return run


def test_onet_gets_its_statements_and_stays_one_release(fresh):
    ratings = Rating.objects.count()
    run = load_source("onet", [SAMPLES / "onet"])
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = Release.objects.get(source__slug="onet")
    more = Rating.objects.filter(element__domain="work-context").count()
    assert (release.revision, release.state, Rating.objects.count()) == (0, "ready", ratings + more)
    assert more == 6 + 6 + 6 + 4 + 4, "which no bundle holds"
    assert Task.objects.exists()
    assert Description.objects.filter(release=release).exists()
    assert AlternateTitle.objects.filter(release=release, kind="reported").exists()
    assert load_bundle([fresh], Options()) == []


def test_one_file_of_onet_is_added_to_what_the_bundle_brought(fresh):
    ratings = Rating.objects.count()
    run = load_source("onet", [SAMPLES / "onet" / "Task Statements.txt"], Options(release="29.0"))
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    release = Release.objects.get(source__slug="onet")
    assert (release.revision, Rating.objects.count()) == (0, ratings)
    assert Task.objects.exists()


def test_the_handbook_gets_its_text_and_stays_one_release(fresh):
    profiles = set(Profile.objects.values_list("slug", "pk"))
    shares = IndustryShare.objects.count()
    run = _handbook()
    assert "new profiles: 0" in run.report
    assert "edited here" not in run.report
    assert set(Profile.objects.values_list("slug", "pk")) == profiles
    release = Release.objects.get(source__slug="ooh")
    assert (release.revision, release.state, IndustryShare.objects.count()) == (0, "ready", shares)
    assert ProfileSection.objects.filter(profile__release=release, markup="html").exists()
    assert QuickFacts.objects.filter(as_published__has_key="qf_employment_outlook").exists()
    assert load_bundle([fresh], Options()) == []
    assert load_source("ooh", [HANDBOOK]).outcome == ImportRun.Outcome.UNCHANGED


def test_what_an_editor_did_meanwhile_is_kept(fresh):
    edited, recoded, *_ = Profile.objects.filter(occupations__isnull=False).distinct().order_by("slug")
    section = ProfileSection.objects.create(profile=edited, kind="10-what-they-do", body="In our words.")
    recoded.occupations.clear()
    run = _handbook()
    section.refresh_from_db()
    assert section.body == "In our words."
    assert section.has_incoming
    assert not recoded.occupations.exists()
    assert f"{recoded.title}: its soc codes were edited here and left." in run.report


def test_facts_leave_the_text_of_another_edition_as_it_is(bundle, emptied):
    emptied()
    load_bundle([bundle], Options())
    run = _handbook()
    earlier = run.release
    text = set(ProfileSection.objects.values_list("pk", "body"))
    Release.objects.filter(pk=earlier.pk).update(label="2023–33", published_on="2025-04-18")
    covered = Profile.objects.filter(occupations__isnull=False).order_by("slug").first()
    covered.occupations.clear()
    (again,) = load_bundle([bundle], Options())
    assert again.outcome == ImportRun.Outcome.LOADED, again.report
    facts = Release.objects.get(source__slug="ooh", label="2024–34")
    assert "profiles have the text of another edition and keep it." in again.report
    assert set(Profile.objects.values_list("release__label", flat=True)) == {"2023–33"}
    assert set(ProfileSection.objects.values_list("pk", "body")) == text
    assert not covered.occupations.exists()
    assert facts.quick_facts.count() == earlier.quick_facts.count() > 0
