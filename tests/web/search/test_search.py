"""Search everywhere: what is found of each kind, in which order, and what is said where nothing is."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from occupations.models import CodeSystem, Industry, Occupation, Release
from tests import rows
from tests.effort import examples
from tests.web.conftest import make_occupation, make_release
from wages.models import Area, WageEstimate
from web.search.kept import forget
from web.search.rows import marked

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def area(title: str, code: str, **fields: Any) -> Area:
    return rows.area(title=title, code=code, **fields)


@pytest.fixture(scope="module")
def world(
    soc: CodeSystem, total: Occupation, managers: Occupation, nation: Area, estimate: Make, may_2025: Release,
    industry: Callable[..., Industry],
) -> dict[str, Any]:  # fmt: skip
    """Two occupations with pay, one without, a retired one; industries; areas of two delineations; certifications."""
    nurses = make_occupation(soc, "29-1141", "Registered Nurses", 4, total)
    make_occupation(soc, "55-3016", "Infantry", 4, total)
    old = rows.occupation(
        "15-1131", "Computer Programmers of Old", is_retired=True, system=rows.system("soc-2010")
    )
    rows.alternate_title(occupation=managers, title="Plant Manager")
    health = industry("62", "Health care and social assistance")
    hospitals = industry("622", "Hospitals", health)
    industry("6221", "General hospitals", hospitals)
    for occupation in (managers, nurses):
        estimate(may_2025, occupation, annual_median=90_000)
    estimate(may_2025, total, hospitals, annual_median=60_000)
    texas = area("Texas", "4800000", kind="state", delineation="FIPS", state_code="48")
    austin = area("Austin-Round Rock-San Marcos, TX", "0012420", state_code="48")
    before = area("Austin-Round Rock, TX", "0012420", state_code="48", delineation="May 2015")
    city = area("New York-Newark-Jersey City, NY-NJ", "0035620", state_code="36")
    for place in (nation, texas, austin, city):
        rows.wage_estimate(release=may_2025, occupation=total, area=place, industry=Industry.objects.get(kind="all"),
                           published_level=0) if place != nation else None  # fmt: skip
    body = rows.organization(name="American Nurses Credentialing Center", abbreviation="ANCC")
    rows.certification(name="Family Nurse Practitioner", abbreviation="FNP-BC", organization=body, slug="fnp")
    return {"nurses": nurses, "old": old, "austin": austin, "before": before}


def said(client: Client, query: str, path: str = "/search/") -> str:
    answer = client.get(path, {"q": query})
    assert answer.status_code == 200
    main = answer.text.partition("<main")[2].partition("</main")[0] or answer.text
    main = re.sub(r"<form.*?</form>", "", main, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", "", main.replace("<li", " <li").replace("<p", " <p")).split())


def links(client: Client, query: str, path: str = "/search/") -> list[str]:
    html = client.get(path, {"q": query}).text
    html = html.partition("<main")[2].partition("</main")[0] or html
    return re.findall(r'<(?:li><a|a role="option"[^>]*) href="(/(?:occup|indus|places|certif)[^"]*)"', html)


PROFILE = "/occupations/11-3051-industrial-production-managers/"
NURSES = "/occupations/29-1141-registered-nurses/"
HOSPITALS = "/industries/622-hospitals/"
AUSTIN = "/places/0012420-austin-round-rock-san-marcos-tx/"
NEW_YORK = "/places/0035620-new-york-newark-jersey-city-ny-nj/"


@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("nurse", NURSES), ("RN", NURSES), ("registred nurse", NURSES), ("plant manager", PROFILE),
        ("11-3051", PROFILE), ("113051", PROFILE), ("11-3051.00", PROFILE), ("11305100", PROFILE),
        ("15-1131", "/occupations/15-1131-computer-programmers-of-old/"),
        ("infantry", "/occupations/55-3016-infantry/"),
        ("hospitals", HOSPITALS), ("622", HOSPITALS), ("hosptals", HOSPITALS),
        ("health care", "/industries/62-health-care-and-social-assistance/"),
        ("texas", "/places/4800000-texas/"), ("TX", "/places/4800000-texas/"), ("austin", AUSTIN),
        ("austin texas", AUSTIN), ("austin, tx", AUSTIN), ("0012420", AUSTIN), ("12420", AUSTIN), ("austn", AUSTIN),
        ("nyc", NEW_YORK), ("newark new jersey", NEW_YORK),
        ("FNP-BC", "/certifications/fnp/"), ("ancc", "/certifications/fnp/"),
    ],
)  # fmt: skip
def test_what_is_meant_is_found_first(client: Client, world: dict, query: str, first: str, path: str) -> None:
    assert links(client, query, path)[0] == first


def test_things_stand_in_groups_with_their_kind(client: Client, world: dict) -> None:
    text = said(client, "nurse")
    assert text.index("Registered nurses in the United States: $90,000 a year") < text.index("Other matches")
    assert "Occupations Registered nurses 29-1141" in text
    assert "Certifications Family Nurse Practitioner (FNP-BC)American Nurses Credentialing Center" in text
    assert "also called: Plant Manager" in said(client, "plant manager")
    assert "General hospitals 6221in Hospitals" in said(client, "hospitals")


def test_a_code_stands_on_top_and_not_again(client: Client, world: dict) -> None:
    text = said(client, "622")
    assert "Exact code match Hospitals 622Industry, in Health care and social assistance" in text
    assert links(client, "622").count("/industries/622-hospitals/") == 1
    assert "retired code" in said(client, "15-1131")
    assert links(client, "15-11") == []
    assert "computer-programmers-of-old" not in said(client, "programmers of old")


def test_industries_with_figures_come_first(client: Client, world: dict) -> None:
    assert links(client, "hospital")[:2] == [
        "/industries/622-hospitals/",
        "/industries/6221-general-hospitals/",
    ]


@pytest.mark.parametrize(("typed", "found"), [("hospites", True), ("hospice", False), ("hospodars", False)])
def test_what_shares_only_some_letters_does_not_come_close(
    client: Client, world: dict, typed: str, found: bool
) -> None:
    assert (HOSPITALS in links(client, typed)) is found


def test_an_industry_that_repeats_its_parent_is_found_once(
    client: Client, world: dict, industry: Callable[..., Industry]
) -> None:
    industry("62211", "General hospitals", Industry.objects.get(code="6221"))
    assert links(client, "general hospitals") == ["/industries/6221-general-hospitals/"]
    assert "/industries/62211-general-hospitals/" in links(client, "62211")


def test_the_whole_list_is_led_to(client: Client, world: dict, estimate: Make, may_2025: Release) -> None:
    for number in range(12):
        occupation = make_occupation(
            world["nurses"].system, f"29-2{number:03}", f"Nurses of Ward {number}", 4, world["nurses"].parent
        )
        estimate(may_2025, occupation, annual_median=1)
    html = client.get("/search/?q=nurse").text
    assert '<a href="/occupations/?q=nurse">See all 13 in the finder</a>' in html
    assert len([link for link in links(client, "nurse") if link.startswith("/occup")]) == 10


def test_a_place_is_offered_once_and_as_of_its_day(client: Client, world: dict, total: Occupation) -> None:
    old = make_release("May 2021", dt.date(2022, 3, 31))
    everything = Industry.objects.get(kind="all")
    rows.wage_estimate(
        release=old, occupation=total, area=world["before"], industry=everything, published_level=0
    )
    assert len([link for link in links(client, "austin") if "0012420" in link]) == 1
    then = client.get("/search/?q=austin&release=May-2021").text
    assert "/places/0012420-austin-round-rock-tx/?release=May-2021" in then
    assert "san-marcos" not in then
    assert 'name="release" value="May-2021"' in then


def test_what_is_not_found_is_said_with_ways_on(client: Client, world: dict) -> None:
    text = said(client, "zzzzqqq")
    assert "We couldn’t find anything for “zzzzqqq”." in text
    assert "all occupations, industries, places or certifications" in text


def test_what_only_comes_close_says_so(client: Client, world: dict) -> None:
    assert "No exact match. Showing results for “austin”." in said(client, "austn")
    assert "No exact match" not in said(client, "austin")
    assert "/certifications/fnp/" in links(client, "famly nurse practitoner")
    assert "No exact match. Showing results for “registered nurses”." in said(client, "registred nurses")


def test_what_only_comes_close_gives_way_to_what_is_called_so(client: Client, world: dict) -> None:
    rows.occupation("39-9099", "Texis Entertainers")
    assert not any(link.startswith("/occupations/") for link in links(client, "texas"))


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_search_says_what_can_be_searched(client: Client, world: dict, text: str) -> None:
    assert "Type a job title, an industry" in said(client, text)
    assert client.get("/search/suggest/", {"q": text}).text.strip() == ""


@pytest.mark.parametrize(
    ("text", "says"), [("!!!", "letters or digits"), ("x" * 101, "100 letters or fewer")]
)
def test_what_cannot_be_searched_is_said(client: Client, world: dict, text: str, says: str) -> None:
    assert says in said(client, text)
    assert client.get("/search/suggest/", {"q": text}).text.strip() == ""


def test_parameters_that_are_unknown_are_said(client: Client, world: dict) -> None:
    html = client.get("/search/?q=nurse&foo=1&release=May-1999").text
    assert "ignored “foo” in the address" in html
    assert "This site has no release called “May-1999”" in html
    assert "The address has “q” 2 times" in client.get("/search/?q=nurse&q=cook").text


def test_what_was_typed_is_shown_as_text(client: Client, world: dict) -> None:
    html = client.get("/search/", {"q": '<b>"nurse'}).text
    assert "<b>" not in html.partition("<main")[2].replace("<b>pedia", "")
    assert "&lt;b&gt;&quot;nurse" in html
    assert "/search/?q=%3Cb%3E%22nurse" in client.get("/search/suggest/", {"q": '<b>"nurse'}).text


def test_suggestions_are_options_of_a_list_box(client: Client, world: dict) -> None:
    html = client.get("/search/suggest/?q=nurse").text
    assert "<html" not in html
    assert html.count('role="option" aria-selected="false" tabindex="-1"') == 3  # the last one leads to all
    assert re.findall(r'role="group" aria-label="([^"]*)"', html) == [
        "Occupations",
        "Certifications",
        "Everything",
    ]
    assert 'Registered <mark>nurse</mark>s <span class="code">29-1141</span>' in html
    assert 'href="/search/?q=nurse">All results for “nurse”' in html


def test_matched_words_are_marked() -> None:
    assert marked("Registered nurses & others", ["nurses"]) == "Registered <mark>nurses</mark> &amp; others"
    assert marked("Nurse, nursery", ["nurses"]) == "<mark>Nurse</mark>, <mark>nurse</mark>ry"
    assert marked("Infantry", ["infantry"]) == "<mark>Infantry</mark>"
    assert marked("<i>", []) == "&lt;i&gt;"


def test_the_box_is_in_the_header_of_every_page(client: Client, world: dict) -> None:
    html = client.get("/about/?release=2026-06-01").text
    assert '<form role="search" aria-label="Site" action="/search/" method="get">' in html
    assert 'hx-get="/search/suggest/?release=2026-06-01"' in html
    assert 'id="header-search-suggestions" role="listbox"' in html


def test_an_occupation_is_told_in_a_sentence_on_the_page_of_results_only(client: Client, world: dict) -> None:
    profile = rows.profile(slug="nurses", state="published")
    profile.occupations.add(world["nurses"])
    rows.profile_section(profile=profile, kind="05-in-short", body="Nurses care for the *sick*.")
    told = '<span class="in-short">Nurses care for the sick.</span>'
    assert client.get("/search/", {"q": "nurse"}).text.count(told) == 1
    assert client.get("/search/", {"q": "29-1141"}).text.count(told) == 1
    assert "Nurses care" not in client.get("/search/suggest/", {"q": "nurse"}).text


@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_the_number_of_queries_is_fixed(
    client: Client, world: dict, estimate: Make, may_2025: Release, path: str, django_assert_max_num_queries: Any
) -> None:  # fmt: skip
    counts: list[list[int]] = []
    for size in (3, 30):
        for number in range(size):
            code = f"29-{2 + size % 2}{number:03}"
            occupation = make_occupation(
                world["nurses"].system, code, f"Nurse {size} {number}", 4, world["nurses"].parent
            )
            estimate(may_2025, occupation, annual_median=number)
            rows.alternate_title(occupation=occupation, title=f"Hospital nurse {number}")
            rows.certification(name=f"Nurse {size} {number}")
            place = area(f"Nursetown {number}, TX", f"{size:02}{number:05}", state_code="48")
            rows.wage_estimate(release=may_2025, occupation=occupation, area=place,
                               industry=Industry.objects.get(kind="all"))  # fmt: skip
        asked = []
        for text in ("nurse", "hospital nurse", "nurce", "29-1141"):
            cache.clear()
            forget()
            with django_assert_max_num_queries(44) as queries:
                client.get(path, {"q": text})
            asked.append(len(queries))
        counts.append(asked)
    assert counts[0] == counts[1]


@settings(
    max_examples=examples(60), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(text=st.text(max_size=40))
def test_no_text_breaks_the_page(client: Client, world: dict, text: str) -> None:
    for path in ("/search/", "/search/suggest/"):
        assert client.get(path, {"q": text}).status_code == 200


def test_a_detail_of_onet_stands_first_under_its_exact_title(client: Client, world: dict) -> None:
    managers = Occupation.objects.get(code="11-3051")
    make_occupation(managers.system, "11-3051.02", "Geothermal Production Managers", 5, managers)
    html = client.get("/search/", {"q": "geothermal production managers"}).text
    assert "11-3051.02" in html
    assert "O*NET specialty, with no pay or outlook of its own" in html
    assert html.index("11-3051.02") < html.rindex("11-3051-industrial")
    assert "“Geothermal Production Managers” is counted among industrial production managers." in html
