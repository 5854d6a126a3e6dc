"""What stands first on the page of results, on a few rows: the figure or why there is none, and how it was read."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from occupations.models import CodeSystem, Industry, MissingReason, Occupation, Release
from tests import rows
from tests.web.conftest import make_occupation
from wages.models import Area, WageEstimate

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]


@pytest.fixture(scope="module")
def answers(
    soc: CodeSystem, total: Occupation, nation: Area, estimate: Make, may_2025: Release,
    industry: Callable[..., Industry],
) -> dict[str, Any]:  # fmt: skip
    """Nurses and electricians in the nation, Ohio and Columbus; Columbus lacks the electricians' figure."""
    nurses = make_occupation(soc, "29-1141", "Registered Nurses", 4, total)
    practical = make_occupation(soc, "29-2061", "Licensed Practical and Licensed Vocational Nurses", 4, total)
    electricians = make_occupation(soc, "47-2111", "Electricians", 4, total)
    hospitals = industry("622", "Hospitals")
    everything = Industry.objects.get(kind="all")
    ohio = rows.area(title="Ohio", code="3900000", kind="state", delineation="FIPS", state_code="39")
    columbus = rows.area(title="Columbus, OH", code="0018140", state_code="39", delineation="May 2024")
    missouri = rows.area(title="Springfield, MO", code="0044180", state_code="29", delineation="May 2024")
    massachusetts = rows.area(
        title="Springfield, MA", code="0044140", state_code="25", delineation="May 2024"
    )
    for place, jobs in (
        (nation, 1_000_000),
        (ohio, 90_000),
        (columbus, 30_000),
        (missouri, 900),
        (massachusetts, 800),
    ):
        level = {"published_level": 0, "employment": jobs, "annual_median": 50_000}
        if place != nation:
            rows.wage_estimate(release=may_2025, occupation=total, area=place, industry=everything, **level)
    figures = {"annual_p10": 60_000, "annual_p90": 110_000, "employment": 5_000}
    for place, median in ((nation, 97_550), (ohio, 82_510), (columbus, 83_900)):
        for occupation, less in ((nurses, 0), (practical, 20_000)):
            given = {**figures, "annual_median": median - less}
            if place == nation:
                estimate(may_2025, occupation, **given)
            else:
                rows.wage_estimate(
                    release=may_2025, occupation=occupation, area=place, industry=everything, **given
                )
    estimate(may_2025, nurses, hospitals, annual_median=100_220)
    estimate(may_2025, electricians, annual_median=63_190)
    rows.wage_estimate(
        release=may_2025, occupation=electricians, area=ohio, industry=everything, annual_median=64_700
    )
    rows.wage_estimate(release=may_2025, occupation=electricians, area=columbus, industry=everything,
                       annual_median=None, annual_median_missing=MissingReason.NOT_RELEASED)  # fmt: skip
    return {"nurses": nurses}


def reply(client: Client, question: str) -> str:
    """The answer as it reads."""
    html = client.get("/search/", {"q": question}).text
    found = re.search(r'<section class="reply".*?</section>', html, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def test_the_figure_comes_first_with_its_source(client: Client, answers: dict) -> None:
    text = reply(client, "rn salary columbus ohio")
    assert "Registered nurses in Columbus, OH: $83,900 a year (half earn more, half less)" in text
    assert "10% earn under $60,000" in text
    assert "10% earn over $110,000" in text
    assert "14.0% below the nation" in text
    assert "OEWS, May 2025" in text
    html = client.get("/search/", {"q": "rn salary columbus ohio"}).text
    assert 'href="/occupations/29-1141-registered-nurses/places/0018140-columbus-oh/"' in html
    assert html.index('class="reply"') < html.index("Other matches")


def test_each_reading_is_a_chip(client: Client, answers: dict) -> None:
    text = reply(client, "nurse columbus xylophonists")
    assert (
        "How we read your question Occupation Registered nurses Place Columbus, OH Asked for median pay"
        in text
    )
    assert "Words we didn’t use: “xylophonists”." in text


def test_without_a_figure_the_next_wider_one_stands(client: Client, answers: dict) -> None:
    text = reply(client, "electrician columbus")
    assert "BLS did not release what electricians earned in Columbus, OH in May 2025." in text
    assert "Next wider figure: In Ohio: $64,700 a year" in text


def test_a_family_shows_its_members_and_chooses_where_one_is_mostly_meant(
    client: Client, answers: dict
) -> None:
    text = reply(client, "nurse ohio")
    assert text.index("Registered nurses in Ohio: $82,510") < text.index("Other nurses")
    assert "Licensed practical and licensed vocational nurses in Ohio $62,510 a year" in text


def test_several_places_of_a_name_are_asked_about_without_a_figure(client: Client, answers: dict) -> None:
    text = reply(client, "nurse springfield")
    assert "Several places are named Springfield. Which one do you mean?" in text
    assert "$" not in text
    html = client.get("/search/", {"q": "nurse springfield"}).text
    assert 'href="/search/?q=nurse+Springfield%2C+MO"' in html


def test_two_are_held_against_each_other(client: Client, answers: dict) -> None:
    text = reply(client, "rn vs lpn")
    assert text.index("Registered nurses in the United States: $97,550") < text.index("$77,550 a year")
    assert "Compare them side by side" in text


def test_an_industry_is_the_whole_country_s(client: Client, answers: dict) -> None:
    text = reply(client, "nurse in hospitals ohio")
    assert "Registered nurses in hospitals: $100,220 a year" in text
    assert "BLS publishes no pay for a place and an industry together" in text


def test_the_tenth_percentile_is_not_called_starting_pay(client: Client, answers: dict) -> None:
    text = reply(client, "starting salary rn")
    assert "$60,000 a year is the 10th percentile (one in ten earns less)" in text
    assert "Nobody publishes starting pay." in text


def test_what_no_source_has_is_said_and_the_rest_answered(client: Client, answers: dict) -> None:
    text = reply(client, "remote rn")
    assert "None of our sources say which jobs can be done from home." in text
    assert "$97,550 a year" in text


def test_best_ranks_nothing(client: Client, answers: dict) -> None:
    text = reply(client, "best jobs in ohio")
    assert "The best job depends on you" in text
    assert (
        'href="/occupations/?area=3900000&amp;sort=-median"'
        in client.get("/search/?q=best+jobs+in+ohio").text
    )


def test_a_slip_is_shown_as_a_guess(client: Client, answers: dict) -> None:
    assert "No exact match. Showing results for “electricians columbus”." in reply(
        client, "electricans columbus"
    )
    assert "No exact match" not in reply(client, "wheat electrician")


def test_as_of_a_day_before_all_releases_nothing_is_answered(client: Client, answers: dict) -> None:
    html = client.get("/search/", {"q": "rn salary", "release": dt.date(2001, 1, 1).isoformat()}).text
    assert 'class="reply"' not in html


@pytest.mark.parametrize(
    "question",
    ["rn salary columbus ohio", "nurse ohio", "electrician", "rn vs lpn", "nurse in hospitals", "columbus", "hospitals",
     "nurse 43215"],
)  # fmt: skip
def test_an_answer_takes_a_fixed_number_of_queries(
    client: Client, answers: dict, question: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(40):
        client.get("/search/", {"q": question})


def test_suggestions_say_the_median_and_what_is_a_guess(client: Client, answers: dict) -> None:
    html = client.get("/search/suggest/", {"q": "regis"}).text
    assert '<span class="figure">$97,550 a year</span>' in html
    assert "Electricians" in re.sub(r"<[^>]+>", "", client.get("/search/suggest/", {"q": "electric"}).text)
    assert "29-1141" in client.get("/search/suggest/", {"q": "rn salary ohio"}).text
    guess = client.get("/search/suggest/", {"q": "electricans columbus"}).text
    assert "No exact match. Showing results for “electricians columbus”." in guess


@pytest.mark.parametrize("to", ["compare", "handouts"])
def test_suggestions_add_to_a_page_of_several(client: Client, answers: dict, to: str) -> None:
    html = client.get(f"/{to}/?occupation=47-2111").text
    address = re.search(r'hx-get="([^"]*suggest[^"]*to=[^"]*)"', html)
    assert address is not None
    options = client.get(address[1].replace("&amp;", "&"), {"q": "regis"}).text
    options = client.get(f"/search/suggest/?to={to}&occupation=47-2111&q=regis").text
    assert f'href="/{to}/?occupation=47-2111&amp;occupation=29-1141"' in options
    assert "Electricians" not in client.get(f"/search/suggest/?to={to}&occupation=47-2111&q=electric").text
