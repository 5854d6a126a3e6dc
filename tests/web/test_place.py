"""An area's page: which area a code means as of a day, and how its address is kept."""

import datetime as dt

import pytest
from django.test import Client

from occupations.models import Release
from tests import rows
from wages.geography import states_in_title
from wages.models import Area
from web.places import place_of

pytestmark = pytest.mark.django_db


def official(label: str, published_on: dt.date) -> Release:
    return rows.release(
        label=label, kind="official", published_on=published_on, reference_period=label, annual_cap=239_200,
        hourly_cap=115,
    )  # fmt: skip


def total_in(area: Area, release: Release, **measures: object) -> None:
    rows.wage_estimate(
        release=release, area=area, occupation=rows.all_occupations(), published_level=0, **measures
    )


@pytest.fixture
def releases() -> tuple[Release, Release]:
    """Before and after the areas were drawn anew."""
    return official("May 2023", dt.date(2024, 4, 3)), official("May 2025", dt.date(2026, 5, 15))


@pytest.fixture
def redrawn(releases: tuple[Release, Release]) -> tuple[Area, Area]:
    """One code under two delineations, with other jobs in each."""
    old = rows.area(code="0019430", delineation="May 2015", title="Dayton, OH")
    new = rows.area(code="0019430", delineation="May 2024", title="Dayton-Kettering-Beavercreek, OH")
    total_in(old, releases[0], employment=370_000, annual_median=45_000)
    total_in(new, releases[1], employment=380_000, annual_median=48_000)
    return old, new


NEW = "/places/0019430-dayton-kettering-beavercreek-oh/"


@pytest.mark.parametrize("path", ["/places/0019430/", "/places/0019430-elsewhere/"])
def test_bare_code_and_wrong_title_lead_to_the_address(redrawn, client: Client, path: str) -> None:
    response = client.get(path, {"sort": "-median", "colour": "red"})
    assert response.status_code == 302
    assert response.headers["Location"] == f"{NEW}?sort=-median&colour=red"


def test_the_code_means_what_the_newest_release_of_the_day_says(redrawn, client: Client) -> None:
    page = client.get(NEW).text
    assert "380,000" in page
    assert "Dayton, OH, with figures here up to May 2023" in page
    response = client.get(NEW, {"release": "May-2023"}, follow=True)
    assert response.redirect_chain == [("/places/0019430-dayton-oh/?release=May-2023", 302)]
    assert "370,000" in response.text
    assert "380,000" not in response.text


def test_an_area_that_was_dropped_keeps_its_page(releases, client: Client) -> None:
    area = rows.area(code="0010540", delineation="May 2015", title="Albany-Lebanon, OR")
    total_in(area, releases[0], employment=50_000)
    total_in(rows.nation(), releases[1], employment=150_000_000)
    page = client.get("/places/0010540-albany-lebanon-or/").text
    assert "50,000" in page
    assert "newest release here that has figures for this area is May 2023; May 2025 has none" in page


def test_an_area_not_published_that_early_says_so(releases, client: Client) -> None:
    area = rows.area(code="0010540", delineation="May 2024", title="Albany, OR")
    total_in(area, releases[1], employment=50_000)
    total_in(rows.nation(), releases[0], employment=150_000_000)
    response = client.get("/places/0010540-albany-or/", {"release": "May-2023"})
    assert response.status_code == 200
    assert "No release that old is here" in response.text
    assert "50,000" not in response.text


def test_an_official_release_counts_before_a_later_one_entered_by_hand(redrawn, releases) -> None:
    by_hand = rows.release(label="May 2026", published_on=dt.date(2026, 6, 1))
    total_in(redrawn[1], by_hand, employment=1)
    found = place_of("0019430", None)
    assert found is not None
    assert found.release == releases[1]


def test_unknown_code_is_not_found(client: Client, db) -> None:
    assert client.get("/places/9999999/").status_code == 404
    assert client.get("/places/123/").status_code == 404


def test_states_of_an_area() -> None:
    assert states_in_title("New York-Newark-Jersey City, NY-NJ") == {"NY", "NJ"}
    assert states_in_title("Northwest Alabama nonmetropolitan area") == set()
    assert rows.area(title="Texarkana, TX-AR", state_code="48").states == {"TX", "AR"}
    assert rows.area(kind="nonmetro", title="Alaska nonmetropolitan area", state_code="02").states == {"AK"}
    assert rows.nation().states == set()
