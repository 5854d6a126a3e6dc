"""What O*NET and CIP say, on the page: ranked, with suppressed figures left out and said to be."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from occupations.models import (
    EducationShare,
    Element,
    JobZone,
    Occupation,
    Profile,
    ProfileSection,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
)
from tests.web.conftest import make_occupation, make_release
from tests.web.files import named_tables
from tests.web.wording import says
from wages.models import WageEstimate
from web.occupations.descriptors import _education_note

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def onet(managers: Occupation) -> Release:
    release = make_release("29.0", dt.date(2024, 8, 1), source="onet")
    about = {"release": release, "occupation": managers}
    JobZone.objects.create(**about, zone=4)
    for number, value in enumerate(("4.12", "3.50", "4.75")):
        element = Element.objects.create(code=f"2.A.1.{number}", name=f"Skill {number}", domain="skill")
        Rating.objects.create(**about, element=element, scale="IM", value=value, is_suppressed=number == 2)
    EducationShare.objects.create(**about, category=6, percent=Decimal("40.0"))
    EducationShare.objects.create(**about, category=8, percent=Decimal("60.0"), is_suppressed=True)
    Task.objects.create(**about, task_id=1, text="Plan the <b>week</b>.")
    Technology.objects.create(
        **about, name="Sheets", kind_code="43232110", kind="Spreadsheet software", is_in_demand=True
    )
    return release


def test_ranked_bars_leave_out_what_is_suppressed(
    client: Client, managers: Occupation, onet: Release
) -> None:
    html = client.get(managers.get_absolute_url()).text
    assert html.index("Skill 0") < html.index("Skill 1")
    assert "Skill 2" not in html
    assert "Importance runs from 1" in html
    assert says(html, "Job zone 4: considerable preparation")
    assert "Plan the &lt;b&gt;week" in html
    assert "Spreadsheet software" in html
    assert "USDOL/ETA" in html  # the attribution that the license asks for


def test_suppressed_levels_of_education_are_said_to_be_left_out(
    client: Client, managers: Occupation, onet: Release
) -> None:
    EducationShare.objects.filter(category=8).update(percent=Decimal("20.0"))
    EducationShare.objects.filter(category=6).update(percent=Decimal("80.0"))
    html = client.get(managers.get_absolute_url()).text
    assert "The other 20 percent named levels whose shares O*NET recommends not to use" in html
    assert "Bachelor’s degree" in named_tables(html)["education"][0]
    whole = [EducationShare(percent=Decimal("99.7"), category=6)]
    assert _education_note(whole) == ""


def test_education_is_not_drawn_where_more_than_a_fifth_is_suppressed(
    client: Client, managers: Occupation, onet: Release
) -> None:
    """Registered nurses, O*NET 29.0: of 55.92 percent, the bachelor's degree among them, nothing is drawn."""
    EducationShare.objects.filter(category=8).update(percent=Decimal("55.92"))
    EducationShare.objects.filter(category=6).update(percent=Decimal("44.08"), category=3)
    html = client.get(managers.get_absolute_url()).text
    assert "education" not in named_tables(html)
    assert "Post-secondary certificate" not in html
    assert "recommends not to use 55.9 percent of the answers" in html
    # Each mark of a source opens the note on a release that is there.
    opened = set(re.findall(r'popovertarget="([^"]*)"', html))
    assert opened <= set(re.findall(r'<div class="source-note" popover id="([^"]*)"', html))
    file = client.get(managers.get_absolute_url(), {"_export": "csv", "table": "education"})
    assert "Add “table” to the address to say which table to download" in file.text


def test_related_occupations_are_compared_where_they_have_figures(
    client: Client,
    managers: Occupation,
    onet: Release,
    may_2025: Release,
    estimate: Callable[..., WageEstimate],
) -> None:
    sibling = make_occupation(managers.system, "11-3061", "Purchasing Managers", 4, managers.parent)
    child = make_occupation(managers.system, "11-3051.01", "Quality Managers", 5, managers)
    for rank, other in enumerate((child, sibling)):
        RelatedOccupation.objects.create(
            release=onet, occupation=managers, related=other, tier="1-primary-short", rank=rank
        )
    estimate(may_2025, sibling, annual_median=148_080)
    html = client.get(managers.get_absolute_url()).text
    similar = html[html.index('id="similar"') :]
    assert "$148,080" in similar
    assert 'data-unit="% over the decade"' in similar  # on a phone, where the header isn't seen
    assert "OEWS, May 2025" in similar  # whose figure it is, and of when
    assert sibling.get_absolute_url() in similar
    assert child.get_absolute_url() not in similar
    assert (
        child.get_absolute_url() in html[: html.index('id="similar"')]
    )  # led to, as part of this occupation


def test_before_the_release_nothing_of_it_is_shown(
    client: Client, managers: Occupation, onet: Release
) -> None:
    html = client.get(managers.get_absolute_url(), {"release": "2024-01-01"}).text
    assert "Skill 0" not in html


def test_handbook_html_is_cleaned_again_when_it_is_shown(client: Client, managers: Occupation) -> None:
    profile = Profile.objects.create(slug="ooh-managers", title="Managers", state="published")
    profile.occupations.add(managers)
    body = (
        '<p onclick="x()">They <em>plan</em>.</p><script>alert(1)</script><img src="x">'
        "<table><tr><td>1</td></tr></table>"
    )
    ProfileSection.objects.create(profile=profile, kind="10-what-they-do", body=body, markup="html")
    html = client.get(managers.get_absolute_url()).text
    assert "<p>They <em>plan</em>.</p>" in html
    assert "alert(1)" not in html
    assert 'aria-label="Table" tabindex="0"><table' in html  # a wide one scrolls inside itself
    assert "onclick" not in html
