"""What people enter by hand takes no official figure away, on any page; nothing counts before it is published."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, Occupation, Release
from tests import rows
from tests.web.conftest import make_release
from tests.web.files import named_tables
from wages.models import WageEstimate

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
TODAY = dt.date.today()
PROFILE = "/occupations/11-3051-industrial-production-managers/"


@pytest.fixture
def official(
    estimate: Make, managers: Occupation, may_2025: Release, all_industries: Industry
) -> dict[str, WageEstimate]:
    """Official May 2025: the nation, a state, an industry, and the group beside it."""
    ohio = rows.area(code="3900000", delineation="FIPS", title="Ohio", kind="state", state_code="39")
    chemicals = rows.industry("325", "Chemical manufacturing", level=3)
    return {
        "nation": estimate(
            may_2025, managers, annual_median=126_060, hourly_median="60.61", employment=246_250
        ),
        "Ohio": rows.wage_estimate(
            release=may_2025,
            occupation=managers,
            industry=all_industries,
            area=ohio,
            annual_median=117_000,
            employment=17_000,
        ),
        "chemicals": estimate(may_2025, managers, chemicals, annual_median=135_530, employment=18_410),
        "group": estimate(may_2025, Occupation.objects.get(code="11-0000"), annual_median=120_000),
    }


def by_hand(
    estimate: Make, managers: Occupation, label: str, published_on: dt.date = dt.date(2026, 6, 1)
) -> Release:
    release = make_release(label, published_on, kind="editorial")
    estimate(release, managers, annual_median=103_150, hourly_median="99.99")
    return release


BOTH = "/compare/?occupation=11-3051&occupation=11-0000"
PAGES = (
    PROFILE, f"{PROFILE}industries/", f"{PROFILE}places/", "/occupations/", "/industries/", "/places/",
    f"{BOTH}", f"{BOTH}&by=place", f"{BOTH}&by=industry", "/search/?q=11-3051",
    "/handouts/?occupation=11-3051", "/", f"{PROFILE}industries/?_export=csv", f"{PROFILE}places/?_export=csv",
    "/occupations/?_export=csv", "/industries/325-chemical-manufacturing/", "/places/3900000-ohio/",
)  # fmt: skip


@pytest.mark.usefixtures("official")
def test_an_editorial_release_of_the_same_period_is_read_by_no_page(
    client: Client, estimate: Make, managers: Occupation
) -> None:
    before = {path: figures_of(client, path) for path in PAGES}
    by_hand(estimate, managers, "May 2025")
    for path in PAGES:
        after = figures_of(client, path)
        if path == PROFILE:
            assert "$103150" in after.split("Earlier editions")[1]
            after = after.split("Earlier editions")[0]
        assert "126060" in after or "126060" not in before[path], path
        assert "103150" not in after, path
        assert "9999" not in after, path
        assert after.count("117000") == before[path].count("117000"), path
        assert after.count("135530") == before[path].count("135530"), path


@pytest.mark.usefixtures("official")
def test_one_of_a_newer_period_shows_on_the_profile_only_and_the_tables_stay(
    client: Client, estimate: Make, managers: Occupation
) -> None:
    tables = named_tables(figures_of(client, PROFILE))
    release = by_hand(estimate, managers, "May 2026")
    release.origin = "a letter of the bureau"
    release.save()
    page = figures_of(client, PROFILE)
    assert "$103150" in page.split('id="pay"')[1].split("Earlier editions")[0]
    assert "Entered by hand from a letter of the bureau." in page
    after = named_tables(page)
    for name in ("pay-by-industry", "pay-by-state", "beside"):
        if name in tables:
            assert after[name] == tables[name], name
    assert "<small>%, May 2025</small>" in page
    for path in PAGES[1:]:
        if path != "/handouts/?occupation=11-3051":  # a sheet is the profile on paper
            assert "103150" not in figures_of(client, path), path


@pytest.mark.usefixtures("official")
@pytest.mark.parametrize("kind", ["official", "editorial"])
def test_nothing_counts_before_the_day_of_its_publication(
    client: Client, estimate: Make, managers: Occupation, kind: str
) -> None:
    coming = make_release("May 2026", TODAY + dt.timedelta(days=2), kind=kind)
    estimate(coming, managers, annual_median=190_000)
    for path in (
        *PAGES,
        f"{PROFILE}?release=May-2026",
        f"{PROFILE}?release=2099-01-01",
        f"{PROFILE}history/",
    ):
        assert "190000" not in figures_of(client, path), path
    coming.published_on = TODAY
    coming.save()
    assert "190000" in figures_of(client, PROFILE)


@pytest.mark.usefixtures("official")
def test_an_earlier_period_entered_later_does_not_come_first(
    client: Client, estimate: Make, managers: Occupation
) -> None:
    by_hand(estimate, managers, "May 2021", dt.date(2026, 10, 1))
    page = figures_of(client, PROFILE)
    shown, earlier = page.split("Earlier editions")
    assert "$126060" in shown
    assert "103150" not in shown
    assert "$103150" in earlier


def test_projections_follow_the_same_rule(client: Client, managers: Occupation) -> None:
    official = rows.release(
        source="projections", label="2024–34", kind="official", published_on=dt.date(2025, 8, 28)
    )
    typed = rows.release(source="projections", label="2024–34", published_on=dt.date(2026, 6, 1))
    coming = rows.release(
        source="projections", label="2025–35", kind="official", published_on=TODAY + dt.timedelta(days=3)
    )
    for release, change in ((official, "1.9"), (typed, "77.7"), (coming, "88.8")):
        rows.projection(release=release, occupation=managers, percent_change=change, openings="17.1")
    page = figures_of(client, PROFILE)
    assert "1.9" in page.split('id="outlook"')[1]
    assert "88.8" not in page
    assert page.count("77.7") == 1  # among earlier rounds
    for path in ("/occupations/?_export=csv", BOTH, "/"):
        assert "77.7" not in figures_of(client, path), path


def figures_of(client: Client, path: str) -> str:
    cache.clear()  # which learns of a change when it is committed
    response: Any = client.get(path, follow=True)
    assert response.status_code == 200, path
    text = b"".join(response.streaming_content).decode() if response.streaming else response.text
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)  # as files write figures
