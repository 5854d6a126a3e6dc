"""What editors change by hand survives the fixtures; what they leave alone follows them."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from importers.editorial import reader
from importers.gathering import gathered
from occupations.models import (
    Certification,
    EditorialRow,
    ImportRun,
    IndustryShare,
    Profile,
    ProfileSection,
    Projection,
    Release,
)
from tests import rows
from wages.models import WageEstimate

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "editorial"
SECTION: dict[str, Any] = {
    "model": "occupations.profilesection",
    "fields": {"profile": ["p"], "kind": "10-what-they-do", "body": "They plan."},
}
PROFILE: dict[str, Any] = {
    "model": "occupations.profile",
    "fields": {"slug": "p", "title": "P", "state": "published", "occupations": [["soc-2018", "11-3051"]]},
}
UNTITLED = {"model": "occupations.profile", "fields": {"slug": "q", "title": "", "state": "?"}}


def fixture_files() -> list[Path]:
    with gathered([FIXTURES], ["profiles", "groups", "industries"]) as found:
        return found.files


@pytest.fixture
def known(db):
    rows.occupation("11-3051")


@pytest.fixture
def all_known(db):
    rows.occupations_of_fixtures(fixture_files())
    rows.nation()
    rows.all_industries()
    referred = {
        tuple(entry.fields["industry"])
        for entry in reader.read(fixture_files())
        if entry.fields.get("industry")
    }
    for system, code in sorted(referred - {("oews-industries", "000000")}):
        rows.industry(code, f"Industry {code}", system=rows.system(system))


@pytest.fixture
def fixture(tmp_path):
    """`fixture(*rows)` writes 1.json in a folder of its own and returns the folder's file."""

    def write(*content, name="1.json"):
        path = tmp_path / name
        path.write_text(content[0] if isinstance(content[0], str) else json.dumps(content, indent=1))
        return path

    return write


def _section(body):
    return SECTION | {"fields": SECTION["fields"] | {"body": body}}


@pytest.mark.real_files
def test_the_fixtures_of_this_site(all_known, load, django_assert_max_num_queries):
    entries = reader.read(fixture_files())
    with django_assert_max_num_queries(1_200):  # thousands of sections, and no query for each
        run = load("editorial", FIXTURES)
    assert run.outcome == ImportRun.Outcome.LOADED, run.report
    assert run.counts == {"new": len(entries)}
    assert (Projection.objects.count(), IndustryShare.objects.count(), WageEstimate.objects.count()) == (
        1,
        5,
        6,
    )
    assert set(Release.objects.values_list("kind", "state")) == {("editorial", "ready")}
    assert Certification.objects.get(slug="cpim").occupations.get().code == "11-3051"
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tableoid::regclass::text FROM wages_wageestimate")
        assert cursor.fetchall() == [("wages_wageestimate_editorial",)]
    assert load("editorial", FIXTURES).outcome == ImportRun.Outcome.UNCHANGED
    again = load("editorial", FIXTURES, force=True)
    assert again.counts == {"unchanged": len(entries)}


def test_editors_see_in_the_history_of_a_changed_row_where_it_came_from(known, load, fixture):
    load("editorial", fixture(PROFILE))
    load("editorial", fixture(PROFILE | {"fields": PROFILE["fields"] | {"title": "New"}}))
    assert Profile.history.get().history_change_reason == "Loaded with the editorial content"


def test_a_row_that_was_loaded_before_there_were_more_columns_is_not_taken_for_an_edited_one(
    known, load, fixture
):
    load("editorial", fixture(PROFILE))
    # As an older version of this site computed it, without license, omitted and not_to_be_confused.
    assert EditorialRow.objects.get().digest == (
        "3c8269cac1e7acb2cdd9d8369dc0bf89edc104aaba56bb913da354d96c91174f"
    )
    licensed = PROFILE | {"fields": PROFILE["fields"] | {"license": "state"}}
    assert load("editorial", fixture(licensed)).counts == {"brought up to date": 1}
    assert Profile.objects.get().license == "state"


def test_an_untouched_row_follows_the_fixture(known, load, fixture):
    load("editorial", fixture(PROFILE, SECTION))
    run = load("editorial", fixture(PROFILE, _section("They organize.")))
    assert run.counts == {"brought up to date": 1, "unchanged": 1}
    assert ProfileSection.objects.get().body == "They organize."


def test_an_edited_row_is_left_and_named(known, load, fixture):
    load("editorial", fixture(PROFILE, SECTION))
    ProfileSection.objects.update(body="They do it better.")
    run = load("editorial", fixture(PROFILE, _section("They organize.")))
    assert run.counts == {"edited here and left": 1, "unchanged": 1}
    assert "1.json:16: profile section P: What they do was edited here and left as it is." in run.report
    assert ProfileSection.objects.get().body == "They do it better."
    # Once the fixture says the same, it is followed again.
    assert load("editorial", fixture(PROFILE, _section("They do it better."))).counts == {"unchanged": 2}
    load("editorial", fixture(PROFILE, _section("They organize.")))
    assert ProfileSection.objects.get().body == "They organize."


def test_a_row_that_an_editor_made_first_is_left(known, load, fixture):
    profile = Profile.objects.create(slug="p", title="By hand", state="draft")
    run = load("editorial", fixture(PROFILE, SECTION))
    assert run.counts == {"edited here and left": 1, "new": 1}
    profile.refresh_from_db()
    assert (profile.title, profile.state) == ("By hand", "draft")
    assert load("editorial", fixture(PROFILE, SECTION), force=True).counts == {
        "brought up to date": 1, "unchanged": 1
    }  # fmt: skip
    assert Profile.objects.get().title == "P"


def test_links_to_occupations_are_content_too(known, load, fixture):
    load("editorial", fixture(PROFILE))
    Profile.objects.get().occupations.add(rows.occupation("17-2112"))
    changed = PROFILE | {"fields": PROFILE["fields"] | {"title": "New"}}
    assert load("editorial", fixture(changed)).counts == {"edited here and left": 1}


def test_a_row_that_an_editor_deleted_stays_deleted(known, load, fixture):
    load("editorial", fixture(PROFILE, SECTION))
    ProfileSection.objects.all().delete()
    run = load("editorial", fixture(PROFILE, _section("They organize.")))
    assert run.counts == {"deleted here and left": 1, "unchanged": 1}
    assert not ProfileSection.objects.exists()


def test_a_dry_run_writes_nothing(known, load, fixture):
    assert load("editorial", fixture(PROFILE), dry_run=True).outcome == ImportRun.Outcome.DRY_RUN
    assert not Profile.objects.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1.json: the file is empty"),
        ('[\n{"model": }]', "1.json:2: this is not JSON"),
        ("{}", "1.json:1: a fixture is a list of rows"),
        ("<html>", "1.json: this is a web page saved under another name"),
        ("[\n\n{}]", "1.json:3: a row has a model and its fields"),
        ([{"model": "auth.user", "fields": {}}], "auth.user is not editorial content"),
        ([PROFILE | {"pk": 1}], "leave out pk"),
        ([SECTION], "1.json:2: occupations.profilesection: it refers to profile [\"p\"], which isn't loaded"),
        ([PROFILE, UNTITLED], "1.json:16: occupations.profile: title: This field cannot be blank."),
        (
            [
                {
                    "model": "occupations.release",
                    "fields": {
                        "source": ["oews"], "label": "May 2025", "reference_period": "May 2025",
                        "kind": "official", "state": "loading",
                    },
                }
            ],
            "OEWS May 2025 is an official release",
        ),
    ],
)  # fmt: skip
def test_bad_fixtures_change_nothing_and_say_where(known, load, fixture, content, message):
    path = fixture(content) if isinstance(content, str) else fixture(*content)
    run = load("editorial", path)
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert message in run.report
    assert not Profile.objects.exists()
    assert not Release.objects.exists()
