"""Job zones and interests in the finder, which two releases of O*NET number and find differently."""

import datetime as dt

import pytest
from django.test import Client

from occupations.models import Element, JobZone, Occupation, Rating, Release
from tests import rows
from tests.web.conftest import make_occupation, make_release
from tests.web.wording import says
from web.finder.facets import as_numbered

pytestmark = pytest.mark.django_db
ADDRESS = "/occupations/"


def _find(release: Release, occupation: Occupation, source: str) -> None:
    element, _ = Element.objects.get_or_create(
        code="1.B.1.g", defaults={"name": "First Interest High-Point", "domain": "interest"}
    )
    Rating.objects.create(
        release=release, occupation=occupation, element=element, scale="IH", value=1, domain_source=source
    )


@pytest.fixture(scope="module")
def described(managers: Occupation) -> list[Occupation]:
    """Managers in zone 4, cooks in 1 and bakers in 2 in O*NET 29.0; in 30.3 the last two are in 1–2."""
    cooks = make_occupation(managers.system, "35-2015", "Cooks", 4, managers.parent)
    bakers = make_occupation(managers.system, "51-3011", "Bakers", 4, managers.parent)
    old = make_release("29.0", dt.date(2024, 8, 1), source="onet")
    new = make_release("30.3", dt.date(2026, 5, 1), source="onet")
    outlook = make_release("2023–33", dt.date(2024, 8, 1), source="projections")
    for release in (old, new):
        release.parts = ["job zones", "interests"]
        release.save()
    for occupation, zone in ((managers, 4), (cooks, 1), (bakers, 2)):
        rows.projection(release=outlook, occupation=occupation, base_employment=1)
        JobZone.objects.create(release=old, occupation=occupation, zone=zone)
        _find(old, occupation, "Incumbent")
        one_for_two = {"zone": 2, "lowest": 1} if zone < 3 else {"zone": zone}
        JobZone.objects.create(release=new, occupation=occupation, **one_for_two)
        _find(new, occupation, "Machine Learning/Expert")
    return [managers, cooks, bakers]


@pytest.mark.parametrize("zone", ["1", "2"])
def test_a_search_for_a_zone_that_is_now_part_of_another_leads_there(
    client: Client, described: list[Occupation], zone: str
) -> None:
    response = client.get(ADDRESS, {"zone": zone})
    assert (response.status_code, response.headers["Location"]) == (302, f"{ADDRESS}?zone=1-2")
    found = client.get(response.headers["Location"]).text
    assert says(found, "2 occupations in job zone 1–2")
    assert "1: little or no preparation" not in found
    fragment = client.get(
        ADDRESS, {"zone": zone}, headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )
    assert says(fragment.text, "2 occupations in job zone 1–2")
    assert fragment.headers["HX-Push-Url"] == f"{ADDRESS}?zone=1-2"


def test_as_of_the_older_release_it_is_the_other_way_round(
    client: Client, described: list[Occupation]
) -> None:
    asked = {"zone": "1-2", "release": "290"}
    found = client.get(ADDRESS, asked, follow=True)
    assert found.redirect_chain[0][0].endswith("zone=1&zone=2&release=290")
    assert says(found.text, "2 occupations in job zone 1 or 2")
    assert says(client.get(ADDRESS, asked | {"zone": "1"}).text, "1 occupation in job zone 1")


def test_zones_asked_for_together_are_named_once() -> None:
    assert as_numbered(["2", "1", "4"], has_one_for_two=True) == ["1-2", "4"]
    assert as_numbered(["4", "1-2"], has_one_for_two=False) == ["4", "1", "2"]
    assert as_numbered(["1", "9"], has_one_for_two=False) == ["1", "9"]


def test_a_facet_says_which_release_it_is_of_and_how_that_was_made(
    client: Client, described: list[Occupation]
) -> None:
    new = client.get(ADDRESS).text
    assert says(new, "How much preparation the work needs, from O*NET 30.3.")
    assert says(
        new,
        "The interest that fits the work best, from O*NET 30.3. From machine learning and experts, not from asking"
        " people who do this work.",
    )
    old = client.get(ADDRESS, {"release": "290"}).text
    assert says(old, "The interest that fits the work best, from O*NET 29.0. From people who do this work.")
    assert not says(old, "machine learning")
