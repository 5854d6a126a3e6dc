"""Home, sources, about, errors, and what every page has."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import reverse

from occupations.models import CodeSystem, ImportRun, MissingReason, Occupation, Release
from tests import rows
from tests.web.conftest import make_occupation, make_release
from wages.models import WageEstimate
from web.http.as_of import AsOf, keep_release, read_as_of
from web.sources.words import counts_in_words
from web.words import numbers

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
NAMES = ("home", "finder", "sources", "glossary", "about")


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture(scope="module")
def world(
    soc: CodeSystem, total: Occupation, managers: Occupation, estimate: Make, may_2025: Release
) -> Release:
    """Two groups with figures, one without; the projections of three occupations, one of them a residual."""
    outlook = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    management = managers.parent.parent.parent  # type: ignore[union-attr]  # they are there
    assert management is not None
    health = make_occupation(soc, "29-0000", "Health Occupations", Occupation.Level.MAJOR, total)
    make_occupation(soc, "55-0000", "Military Occupations", Occupation.Level.MAJOR, total)
    nurses = make_occupation(soc, "29-1141", "Registered Nurses", 4, health)
    residual = make_occupation(soc, "29-1299", "Health Workers, All Other", 4, health, is_residual=True)
    estimate(may_2025, total, annual_median=51_230)
    estimate(may_2025, management, annual_median=126_480, annual_p10=60_000, annual_p90=239_000)
    for occupation in (managers, nurses, residual):
        estimate(may_2025, occupation, annual_median=90_000)
    for occupation, jobs, growth, openings in (
        (managers, "241.9", "1.9", "17.1"), (nurses, "3391.0", "4.9", "189.1"), (residual, "9999.9", "99.9", "999.9"),
        (management, "13607.6", "6.1", "1100.0"),
    ):  # fmt: skip
        rows.projection(
            release=outlook, occupation=occupation, base_year=2024, target_year=2034, openings=Decimal(openings),
            base_employment=Decimal(jobs), percent_change=Decimal(growth),
        )  # fmt: skip
    return outlook


def test_home_states_facts_of_the_newest_releases(client: Client, world: Release) -> None:
    text = words(client.get("/").text)
    assert "Official figures for 3 U.S. occupations" in text
    assert "Median pay, May 2025 $51,230 all occupations, a year" in text
    assert "Most jobs, 2024 3,391,000 Registered nurses" in text
    assert "Fastest growing, 2024–34 +4.9% Registered nurses" in text
    assert "Most openings a year, 2024–34 189,100 Registered nurses" in text
    assert "Employment Projections, 2024–34" in text
    assert "August 28, 2025" in text


def test_who_shares_the_lead_is_counted(client: Client, world: Release, managers: Occupation) -> None:
    managers.projections.update(percent_change=Decimal("4.9"))
    text = words(client.get("/").text)
    assert "Fastest growing, 2024–34 +4.9% Industrial production managers and 1 other" in text


def test_home_lists_the_groups_that_hold_anything(client: Client, world: Release) -> None:
    html = client.get("/").text
    assert "The 2 major groups." in words(html)
    assert f'<a href="{reverse("finder")}?group=29-0000">Health</a>' in html
    assert "Management 1 13,607,600 +6.1 $126,480" in words(html)
    assert "Health 2 not projected not projected not published" in words(html)
    assert "Military" not in html


def test_ways_into_the_finder_say_only_what_is_there(
    client: Client, world: Release, managers: Occupation, estimate: Make
) -> None:
    html = client.get("/").text
    assert "occupations growing" in words(html)
    assert "What do you like to do?" not in html  # nothing of O*NET is loaded
    assert "By state" not in html
    estimate(make_release("May 2021", dt.date(2022, 3, 31)), managers, annual_median=103_150)
    past = client.get("/?release=May-2021").text
    assert "Fast growing" not in past  # no projections are as old
    assert 'href="/occupations/?sort=-median&amp;release=May-2021">Highest pay' in past


def test_home_as_of_a_past_release(
    client: Client, world: Release, managers: Occupation, estimate: Make
) -> None:
    estimate(make_release("May 2021", dt.date(2022, 3, 31)), managers, annual_median=103_150)
    text = words(client.get("/?release=May-2021").text)
    assert "Official figures for 1 U.S. occupation, each" in text
    assert "2024" not in text
    assert "$51,230" not in text
    assert 'name="release" value="May-2021"' in client.get("/?release=May-2021").text


def test_home_and_sources_ask_a_fixed_number_of_queries(
    client: Client, world: Release, soc: CodeSystem, total: Occupation, estimate: Make, may_2025: Release,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    counts = []
    for round_ in range(2):
        for number in range(20 * round_):
            group = make_occupation(soc, f"{30 + number}-0000", f"Group {number}", 1, total)
            estimate(may_2025, make_occupation(soc, f"{30 + number}-1000", f"Job {number}", 4, group))
            rows.import_run(release=rows.release(kind="official"))
        cache.clear()
        for name in ("home", "sources"):
            with django_assert_max_num_queries(14) as asked:
                client.get(reverse(name))
            counts.append(len(asked))
    assert counts[:2] == counts[2:]


def test_sources_say_where_the_figures_come_from(client: Client, may_2025: Release) -> None:
    finished = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
    rows.import_run(
        release=may_2025, outcome=ImportRun.Outcome.LOADED, finished_at=finished,
        counts={"areas": 583, "cells: nation": 1_104, "cells: metro": 150_023},
    )  # fmt: skip
    rows.import_run(outcome=ImportRun.Outcome.REFUSED, problem_count=3, finished_at=finished)
    rows.release("oews", "May 2021", note="Only some figures.")
    text = words(client.get("/sources/").text)
    for stated in (
        "Occupational Employment and Wage Statistics", "U.S. Bureau of Labor Statistics", "https://www.bls.gov/oes/",
        "Public domain", "May 15, 2026", "Jun 1, 2026", "151,127 published cells, 583 areas", "ready",
        "May 2021 entered by hand Only some figures.", "refused: problems in the input, 3 problems",
    ):  # fmt: skip
        assert stated in text


def test_sources_name_releases_that_are_not_ready(client: Client) -> None:
    rows.release("oews", "May 2026", state="awaiting", published_on=None)
    text = words(client.get("/sources/").text)
    assert "awaiting approval" in text
    assert "not dated" in text


def test_counts_of_a_load_in_words() -> None:
    assert counts_in_words({}) == ""
    assert counts_in_words({"industries": 2125, "sectors": 20}) == "2,125 industries, 20 sectors"


def test_about_says_every_missing_figure_in_the_words_that_pages_use(client: Client) -> None:
    text = words(client.get("/about/").text)
    for reason in set(MissingReason) - {MissingReason.NOT_PRODUCED}:
        assert numbers.missing_in_words(reason, floor="$239,200") in text
    assert "not published" in text
    assert "low relative standard error of 20 percent or more" in text
    assert "slower than average grows 1 or 2 percent" in text


@pytest.mark.parametrize("name", NAMES)
def test_what_every_page_has(client: Client, world: Release, name: str) -> None:
    html = client.get(reverse(name)).text
    assert html.count("<h1") == 1
    assert '<html lang="en-US">' in html
    assert '<a class="skip" href="#main">' in html
    assert '<main id="main"' in html
    assert "not for legal purposes" in html
    assert "not affiliated with the Bureau of Labor Statistics" in html
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]* src=|[^>]*ld\+json)", html)  # data isn't run
    html = re.sub(r'<link rel="canonical"[^>]*>', "", html)
    assert not re.search(r"""(?:src|href|hx-get)=["']https?://(?!www\.)""", html)
    assert not re.search(r"\son\w+=", html)
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_parameter_is_said(client: Client, name: str) -> None:
    assert "ignored “foo” in the address" in client.get(reverse(name), {"foo": "1"}).text


@pytest.mark.parametrize("name", NAMES)
def test_the_site_links_say_where_the_reader_is(client: Client, name: str) -> None:
    html = client.get(reverse(name)).text
    current = re.findall(r'<a href="([^"]*)" aria-current="page">', html)
    # A section stands in the row and in the phone's menu; what explains the site stands in the footer.
    times = {"home": 0, "finder": 2}.get(name, 1)
    assert current == [reverse(name)] * times


def test_an_address_that_is_not_there(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "We couldn’t find that page" in answer.text
    assert 'action="/search/"' in answer.text


def test_an_error_of_ours_needs_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("web.about.views.render", fail)
    client.raise_request_exception = False
    answer = client.get("/about/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text


def test_a_request_that_cannot_be_read(client: Client) -> None:
    answer = client.get("/about/", headers={"host": "not a host"})
    assert answer.status_code == 400
    assert "We couldn’t read that address" in answer.text


def read(query: str) -> AsOf:
    return read_as_of(RequestFactory().get(f"/sources/{query}"))


def test_reading_as_of_today_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert read("") == AsOf()
        assert read("?release=") == AsOf()


def test_reading_as_of_a_release() -> None:
    release = make_release("May 2021", dt.date(2022, 3, 31))
    rows.release("oews", "May 2021", published_on=dt.date(2026, 1, 1))
    found = read("?release=May-2021&foo=1")
    assert (found.release, found.day, found.parameter) == (release, dt.date(2022, 3, 31), "May-2021")
    assert found.banner.startswith("This page is shown as of OEWS May 2021, published March 31, 2022.")
    assert found.leave == "/sources/?foo=1"
    assert read("?release=may-2021").release == release


def test_reading_as_of_a_day() -> None:
    found = read("?release=2022-06-01")
    assert (found.day, found.release, found.leave) == (dt.date(2022, 6, 1), None, "/sources/")
    assert "as of June 1, 2022" in found.banner


@pytest.mark.parametrize(
    "asked",
    [
        "May-1999",
        "2022-13-01",
        "2022-W01-1",
        "2022-W01-7",
        "２０２２-06-01",
        "x" * 500,
        "%00",
        "May 2021",
        "../etc",
        "9999-99-99",
    ],
)
def test_an_unknown_release_is_ignored_and_said(asked: str) -> None:
    found = read(f"?release={asked}")
    assert found.day is None
    assert found.parameter == ""
    assert "this page shows the newest figures" in found.problem


def test_a_release_that_is_not_ready_cannot_be_read() -> None:
    rows.release("oews", "May 2026", kind="official", state="awaiting")
    assert read("?release=May-2026").problem


def test_links_stay_with_the_release() -> None:
    as_of = AsOf(parameter="May-2021")
    assert keep_release("/about/", as_of) == "/about/?release=May-2021"
    assert keep_release("/about/?a=1", as_of) == "/about/?a=1&release=May-2021"
    assert keep_release("/about/", AsOf()) == "/about/"
    assert keep_release("/about/", None) == "/about/"
