"""The sentence that says what the work is, who licenses it, and who wrote the text."""

import re
from collections.abc import Callable, Iterable

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.choices import ProfileLicense
from occupations.models import Occupation, Profile, Release
from tests import rows
from wages.models import WageEstimate
from web.occupations.words import license_sentence

Make = Callable[..., WageEstimate]

SHORT = "Production managers decide what a factory makes & when."
DRAFTED = "Drafted by this site’s editors, not yet reviewed"


@pytest.fixture
def written(managers: Occupation) -> Profile:
    profile = rows.profile(slug="ipm", title="Managers", state="published", license="some-states")
    profile.occupations.add(managers)
    for kind, body in {
        "05-in-short": SHORT,
        "10-what-they-do": "They plan.",
        "40-education-and-training": "A degree helps.",
        "50-other-skills": "- **Calm.** Machines stop.",
        "60-advancement": "Some rise.",
    }.items():
        rows.profile_section(profile=profile, kind=kind, body=body)
    return profile


def test_in_short_leads_the_page_and_describes_it(
    client: Client, managers: Occupation, written: Profile
) -> None:
    html = client.get(managers.get_absolute_url()).text
    escaped = SHORT.replace("&", "&amp;")
    assert f'<meta name="description" content="{escaped}">' in html
    assert re.search(rf"<h1>.*</h1>\s*<p class=\"lede\">{re.escape(escaped)}</p>", html)
    assert html.count(escaped) == 3
    assert f'<meta property="og:description" content="{escaped}">' in html


def test_who_wrote_it_is_said_once_at_the_foot(
    client: Client, managers: Occupation, written: Profile
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert html.count(DRAFTED) == 1
    assert html.index(DRAFTED) > html.index('id="sources"')
    written.reviewed_on, written.reviewed_by = "2026-05-01", "Ann"
    written.save()
    cache.clear()
    html = client.get(managers.get_absolute_url()).text
    assert "Written by the editors of this site, reviewed May 1, 2026" in html
    assert DRAFTED not in html


def test_a_publishers_text_keeps_its_name(client: Client, managers: Occupation) -> None:
    edition = rows.release(source="ooh", label="2024–34", kind="official", state="ready")
    profile = rows.profile(slug="ooh-ipm", state="published", release=edition)
    profile.occupations.add(managers)
    rows.profile_section(
        profile=profile, kind="40-education-and-training", body="<p>A degree.</p>", markup="html"
    )
    html = client.get(managers.get_absolute_url()).text
    assert "Occupational Outlook Handbook, 2024–34 edition." in html
    assert "<h3>Education and training</h3>" in html
    assert DRAFTED not in html


def test_the_license_stands_where_people_ask_how_to_become_one(
    client: Client, managers: Occupation, written: Profile
) -> None:
    html = client.get(managers.get_absolute_url()).text
    section = html[html.index('id="how-to-become-one"') : html.index('id="advancement"')]
    assert "Some states license industrial production managers; others don’t." in section
    assert section.index("A degree helps.") < section.index("Some states license")
    assert "Qualities that help" in html[html.index('id="skills"') :]


@pytest.mark.parametrize(
    ("license", "sentence"),
    [
        ("state", "Most states, if not all, license nurses. Each state sets"),
        ("some-states", "Some states license nurses; others don’t."),
        ("federal", "A federal agency licenses or certifies nurses."),
        ("none", "Nurses usually don’t need a license to start."),
        ("unknown", ""),
    ],
)
def test_a_license_in_a_sentence(license: str, sentence: str) -> None:
    assert license_sentence(license, "nurses").startswith(sentence)
    assert bool(license_sentence(license, "nurses")) == bool(sentence)
    assert "these workers" in (license_sentence(license).lower() or "these workers")


def test_every_license_is_thought_of() -> None:
    said: Iterable[str] = (license_sentence(license) for license in ProfileLicense.values)
    assert len([sentence for sentence in said if sentence]) == 4


@pytest.mark.parametrize("address", ["/occupations/", "/compare/?occupation=11-3051&occupation=11-3000"])
def test_it_stands_in_the_cards_of_the_finder_and_of_a_comparison(
    client: Client, managers: Occupation, written: Profile, may_2025: Release, estimate: Make, address: str
) -> None:
    estimate(may_2025, managers, annual_median=126_060)
    escaped = SHORT.replace("&", "&amp;")
    assert f'<small class="in-short">{escaped}</small>' in client.get(address).text
