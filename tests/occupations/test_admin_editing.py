"""Editorial content in the admin: entered, corrected, taken back; official rows stay as they were issued."""

import datetime as dt
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.test import Client

from occupations.models import (
    Certification,
    IndustryShare,
    MissingReason,
    Occupation,
    Profile,
    ProfileSection,
    Projection,
    Release,
    Source,
)
from tests import rows
from tests.admin_client import address, editor, errors, submit

__all__ = ["editor"]
EDITED = (
    "release", "profile", "profilesection", "certification", "certifyingorganization", "projection",
    "industryshare", "wageestimate", "introduction",
)  # fmt: skip
REGISTERED = {
    str(model._meta.model_name): model._meta.app_label
    for model in admin.site._registry
    if model._meta.app_label in ("occupations", "wages")
}
VIEWED = sorted(name for name in REGISTERED if name not in EDITED)


def test_editors_have_exactly_these_rights(db: None) -> None:
    granted = set(Group.objects.get(name="Editors").permissions.values_list("codename", flat=True))
    assert granted == {
        *(f"{action}_{model}" for model in EDITED for action in ("view", "add", "change", "delete")),
        *(f"view_{model}" for model in VIEWED),
    }


def test_permissions_are_as_django_makes_them(db: None) -> None:
    names = Permission.objects.filter(content_type__app_label__in=("occupations", "wages"))
    assert names.get(codename="view_industryshare").name == "Can view industry share"
    assert names.filter(codename="view_industryshare").count() == 1


@pytest.mark.parametrize("model", VIEWED)
def test_editors_cannot_write_what_is_loaded(model: str, editor: Client) -> None:
    app = REGISTERED[model]
    assert editor.get(f"/admin/{app}/{model}/").status_code == 200
    assert editor.get(f"/admin/{app}/{model}/add/").status_code == 403


def test_nobody_writes_an_occupation_by_hand(admin_client: Client) -> None:
    row = rows.occupation()
    path = address(Occupation, "change", row.pk)
    assert admin_client.get(path).status_code == 200
    assert admin_client.post(path, {"title": "Boss"}).status_code == 403
    assert admin_client.post(address(Occupation, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert admin_client.get(address(Occupation, "add")).status_code == 403


# Releases


def new_release(**typed: Any) -> dict[str, Any]:
    source = rows.ensure_source("oews")
    return {
        "source": source.pk,
        "label": "May 2020",
        "reference_period": "May 2020",
        "state": "loading",
    } | typed


def test_a_release_made_by_hand_is_editorial(editor: Client) -> None:
    response = submit(
        editor, address(Release, "add"), **new_release(state="ready", published_on="2021-03-31")
    )
    assert response.status_code == 302, errors(response)
    row = Release.objects.get()
    assert (row.kind, row.state, row.slug) == ("editorial", "ready", "May-2020")
    assert row.ready_at is not None


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"state": "ready"}, "published_on", "needs its publication date"),
        ({"annual_cap": "208000"}, "annual_cap", "both wage caps or neither"),
        ({"state": "gone"}, "state", "valid choice"),
        ({"published_on": "31 March"}, "published_on", "valid date"),
        ({"label": None}, "label", "required"),
    ],
)
def test_mistakes_in_a_release(editor: Client, typed: dict[str, Any], field: str, message: str) -> None:
    found = errors(submit(editor, address(Release, "add"), **new_release(**typed)))
    assert list(found) == [field]
    assert message in found[field][0]


def test_an_official_release_is_shown_and_cannot_be_touched(editor: Client) -> None:
    row = rows.release(kind="official", label="May 2025")
    path = address(Release, "change", row.pk)
    assert "May 2025" in editor.get(path).text
    assert editor.post(path, {"label": "May 2026"}).status_code == 403
    assert editor.post(address(Release, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_the_kind_and_source_of_a_release_stay(editor: Client) -> None:
    row = rows.release("oews", label="May 2020")
    other = Source.objects.get(pk=rows.ensure_source("matrix").pk)
    submit(editor, address(Release, "change", row.pk), kind="official", source=other.pk, note="Partial.")
    row.refresh_from_db()
    assert (row.kind, row.source.slug, row.note) == ("editorial", "oews", "Partial.")


# Projections and shares


@pytest.fixture
def round_(db: None) -> dict[str, Any]:
    return {
        "release": rows.release("projections").pk, "occupation": rows.occupation().pk,
        "base_year": 2020, "target_year": 2030,
    }  # fmt: skip


def test_a_projection_with_three_figures(editor: Client, round_: dict[str, Any]) -> None:
    figures = {"base_employment": "189.3", "percent_change": "5", "openings": "13.9"}
    word = {"growth_word": "slower", "growth_word_basis": "published"}
    response = submit(editor, address(Projection, "add"), **round_, **figures, **word)
    assert response.status_code == 302, errors(response)
    row = Projection.objects.get()
    assert row.target_employment_missing == MissingReason.NOT_STATED
    assert row.entry_education_missing == MissingReason.NOT_STATED
    assert row.openings_missing is None


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"target_year": "2019"}, "target_year", "comes after"),
        ({"base_employment": "-1"}, "base_employment", "not below zero"),
        ({"openings": "-0.1"}, "openings", "not below zero"),
        ({"percent_self_employed": "100.1"}, "percent_self_employed", "from 0 to 100"),
        ({"growth_word": "slower"}, "growth_word_basis", "published or ours"),
        ({"growth_word_basis": "published"}, "growth_word_basis", "published or ours"),
    ],
)
def test_mistakes_in_a_projection(
    editor: Client, round_: dict[str, Any], typed: dict[str, Any], field: str, message: str
) -> None:
    found = errors(submit(editor, address(Projection, "add"), **round_ | typed))
    assert list(found) == [field]
    assert message in found[field][0]


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"share": "100.01"}, "share", "from 0 to 100"),
        ({"occupation": None}, "occupation", "occupation or the profile"),
        ({"class_of_worker": "self-employed"}, "industry", "its title or the class of worker"),
        ({"industry": None}, "industry", "its title or the class of worker"),
    ],
)
def test_mistakes_in_a_share(editor: Client, typed: dict[str, Any], field: str, message: str) -> None:
    share = {
        "release": rows.release("matrix").pk, "occupation": rows.occupation().pk,
        "industry": rows.industry().pk, "share": "10", "denominator": "occupation-jobs",
    }  # fmt: skip
    found = errors(submit(editor, address(IndustryShare, "add"), **share | typed))
    assert list(found) == [field]
    assert message in found[field][0]
    assert submit(editor, address(IndustryShare, "add"), **share).status_code == 302


@pytest.mark.parametrize("make", [rows.projection, rows.industry_share])
def test_official_rows_cannot_be_touched(editor: Client, make: Any) -> None:
    row = make(release=rows.release("matrix", kind="official"))
    path = address(type(row), "change", row.pk)
    assert editor.get(path).status_code == 200
    assert editor.post(path, {}).status_code == 403
    assert editor.post(address(type(row), "delete", row.pk), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    editor.post(address(type(row), "changelist"), data)
    assert type(row).objects.count() == 1


# Profiles


def sections(number: int = 0, **fields: Any) -> dict[str, Any]:
    typed = {f"sections-{number}-{name}": value for name, value in fields.items()}
    return {"sections-TOTAL_FORMS": number + 1} | typed


def test_a_profile_with_its_first_section(editor: Client) -> None:
    typed = {"title": "Nurses", "slug": "nurses", "state": "draft", "occupations": [rows.occupation().pk]}
    section = sections(kind="10-what-they-do", body="They *care*.")
    response = submit(editor, address(Profile, "add"), **typed, **section)
    assert response.status_code == 302, errors(response)
    assert ProfileSection.objects.get().body == "They *care*."


@pytest.mark.parametrize(
    "text",
    [
        "They earn $90,000.",
        "About 5 percent work nights.",
        "Jobs grow 1.9% a year.",
        "189,300 jobs",
        "a 5-percent rise",
    ],
)
def test_text_that_states_a_figure_is_refused(editor: Client, text: str) -> None:
    row = rows.profile_section()
    found = errors(submit(editor, address(ProfileSection, "change", row.pk), body=text))
    assert "writes such sentences from the data" in found["body"][0]


def test_a_publishers_own_text_may_state_figures(editor: Client) -> None:
    row = rows.profile_section(markup="html", body="<p>They earn $90,000.</p>")
    body = "<p>Most earn $90,000.</p>"
    assert submit(editor, address(ProfileSection, "change", row.pk), body=body).status_code == 302
    row.refresh_from_db()
    assert (row.body, row.markup) == (body, "html")


@pytest.mark.parametrize(
    "text", ["ISO 9000 and 5S", "more than 40 hours a week", "10 years of experience", "Grade 12."]
)
def test_numbers_that_are_no_statistics_are_fine(editor: Client, text: str) -> None:
    row = rows.profile_section()
    assert submit(editor, address(ProfileSection, "change", row.pk), body=text).status_code == 302


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"reviewed_on": "2026-01-31"}, "reviewed_by", "both a date and the name"),
        ({"reviewed_by": "A. Editor"}, "reviewed_by", "both a date and the name"),
        ({"occupations": []}, "occupations", "required"),
        (sections(1, kind="10-what-they-do", body="Again."), "__all__", "duplicate values"),
        (sections(1, kind="20-work-environment", body=""), "body", "required"),
    ],
)
def test_mistakes_in_a_profile(editor: Client, typed: dict[str, Any], field: str, message: str) -> None:
    section = rows.profile_section()
    section.profile.occupations.add(rows.occupation())
    found = errors(submit(editor, address(Profile, "change", section.profile_id), **typed))
    assert list(found) == [field]
    assert message in found[field][0]


def test_the_first_edit_of_a_loaded_profile_can_be_taken_back(editor: Client) -> None:
    row = rows.profile(title="Production managers")
    row.occupations.add(rows.occupation())
    row.history.all().delete()  # as loading a fixture leaves it
    submit(editor, address(Profile, "change", row.pk), title="Bosses")
    oldest = row.history.earliest("history_id")
    assert [record.title for record in row.history.all()][:2] == ["Bosses", "Production managers"]
    assert oldest.history_change_reason == "as loaded"
    assert oldest.history_user is None
    assert row.history.latest("history_id").history_user.username == "editor"
    assert "Production managers" in editor.get(address(Profile, "history", row.pk)).text
    path = address(Profile, "simple_history", row.pk, oldest.pk)
    submit_revert(editor, path)
    row.refresh_from_db()
    assert row.title == "Production managers"
    assert row.occupations.count() == 1


def submit_revert(client: Client, path: str) -> None:
    form = client.get(path).context["adminform"].form
    data = {name: form[name].value() for name in form.fields}
    response = client.post(path, {name: value for name, value in data.items() if value is not None})
    assert response.status_code == 302


def test_the_first_edit_of_a_loaded_section_can_be_taken_back(editor: Client) -> None:
    section = rows.profile_section(body="They manage.")
    section.profile.occupations.add(rows.occupation())
    section.history.all().delete()
    submit(editor, address(Profile, "change", section.profile_id), **{"sections-0-body": "They direct."})
    assert list(section.history.values_list("body", flat=True)) == ["They direct.", "They manage."]
    submit_revert(editor, address(ProfileSection, "simple_history", section.pk, section.history.last().pk))
    section.refresh_from_db()
    assert section.body == "They manage."


def test_an_edit_is_in_the_database_at_once_for_the_next_reader(editor: Client) -> None:
    section = rows.profile_section()
    submit(editor, address(ProfileSection, "change", section.pk), body="New.")
    assert ProfileSection.objects.get().body == "New."


# Certifications


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"renewal_years": "0"}, "renewal_years", "1 to 50 years"),
        ({"renewal_years": "51"}, "renewal_years", "1 to 50 years"),
        ({"last_verified_on": "2026-01-31"}, "verified_by", "both a date and the name"),
        ({"official_url": "not an address"}, "official_url", "valid URL"),
    ],
)
def test_mistakes_in_a_certification(editor: Client, typed: dict[str, Any], field: str, message: str) -> None:
    row = rows.certification()
    row.occupations.add(rows.occupation())
    found = errors(submit(editor, address(Certification, "change", row.pk), **typed))
    assert list(found) == [field]
    assert message in found[field][0]


def test_a_certification_is_verified(editor: Client) -> None:
    row = rows.certification()
    row.occupations.add(rows.occupation())
    typed = {"last_verified_on": "2026-01-31", "verified_by": "A. Editor"}
    assert submit(editor, address(Certification, "change", row.pk), **typed).status_code == 302
    row.refresh_from_db()
    assert row.last_verified_on == dt.date(2026, 1, 31)


# A publisher's text


def loaded_section(**fields: Any) -> ProfileSection:
    text = "<p>One.</p>\n<p>Two costs $5.</p>"
    fields = {"body": text, "loaded_body": text, "markup": "html"} | fields
    return rows.profile_section(**fields)


def test_saving_a_publishers_text_unchanged_is_no_edit(editor: Client) -> None:
    section = loaded_section()
    # A browser sends the lines of a text area with CR LF.
    sent = section.body.replace("\n", "\r\n")
    assert submit(editor, address(ProfileSection, "change", section.pk), body=sent).status_code == 302
    section.refresh_from_db()
    assert section.body == section.loaded_body


def test_an_edited_publishers_text_is_cleaned(editor: Client) -> None:
    section = loaded_section()
    sent = "<p onclick='x()'>Ours.<script>alert(1)</script></p>"
    assert submit(editor, address(ProfileSection, "change", section.pk), body=sent).status_code == 302
    section.refresh_from_db()
    assert section.body == "<p>Ours.</p>"


def test_the_difference_to_the_publishers_text_is_shown(editor: Client) -> None:
    section = loaded_section(body="<p>Ours & more.</p>", incoming_body="<p>One.</p>\n<p>Three.</p>")
    page = editor.get(address(ProfileSection, "change", section.pk)).text
    assert "&lt;p&gt;<del>Ours &amp; more.</del><ins>One.</ins>&lt;/p&gt;<ins>" in page
    listed = editor.get(f"{address(ProfileSection, 'changelist')}?news=yes").text
    assert "1 profile section" in listed
    assert "0 profile sections" in editor.get(f"{address(ProfileSection, 'changelist')}?news=no").text


def test_the_publishers_text_can_be_taken_and_taken_back(editor: Client) -> None:
    section = loaded_section(body="<p>Ours.</p>", incoming_body="<p>Theirs.</p>")
    other = loaded_section(profile=section.profile, kind="60-advancement")
    response = editor.post(
        address(ProfileSection, "changelist"),
        {"action": "take_the_publishers_text", "_selected_action": [section.pk, other.pk]},
        follow=True,
    )
    assert "Took the publisher&#x27;s text for 1 section. 1 had no newer text." in response.text
    section.refresh_from_db()
    assert (section.body, section.loaded_body, section.incoming_body) == (
        "<p>Theirs.</p>", "<p>Theirs.</p>", ""
    )  # fmt: skip
    assert [version.body for version in section.history.all()] == ["<p>Theirs.</p>", "<p>Ours.</p>"]
    assert other.history.count() == 1
