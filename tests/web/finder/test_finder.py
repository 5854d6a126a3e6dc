"""The finder: what is listed, found, narrowed, sorted, and said when something is ignored or missing."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from occupations.models import CodeSystem, MissingReason, Occupation, Release
from tests import rows
from tests.effort import examples
from tests.web.conftest import make_occupation, make_release
from tests.web.files import csv_rows, json_rows
from tests.web.wording import says
from wages.estimates import Figure
from wages.models import WageEstimate
from web.charts.pay_bar import SCALES, pay_bar_on_scale
from web.finder.columns import SORTS

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
ADDRESS = "/occupations/"
TOP_CODED = MissingReason.TOP_CODED
NO_ANNUAL = {"annual_median_missing": MissingReason.OTHER_BASIS}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def outlook(shared_db: None) -> Release:
    return make_release("2024–34", dt.date(2025, 8, 28), source="projections")


@pytest.fixture(scope="module")
def world(
    soc: CodeSystem,
    total: Occupation,
    managers: Occupation,
    estimate: Make,
    may_2025: Release,
    outlook: Release,
) -> dict[str, Occupation]:
    """Managers, actors paid by the hour, surgeons above the cap, writers not released, hunters without pay."""
    arts = make_occupation(soc, "27-0000", "Arts Occupations", Occupation.Level.MAJOR, total)
    health = make_occupation(soc, "29-0000", "Health Occupations", Occupation.Level.MAJOR, total)
    estimate(may_2025, total, annual_median=51_000)
    estimate(may_2025, arts, annual_median=60_000)
    estimate(
        may_2025, managers, annual_median=126_060, annual_p10=78_000, annual_p25=98_160, annual_p75=161_880,
        annual_p90=205_520, employment=246_250,
    )  # fmt: skip
    found = {"managers": managers}
    for name, code, title, group, pay in (
        ("actors", "27-2011", "Actors", arts, {"hourly_median": Decimal("23.33")} | NO_ANNUAL),
        ("writers", "27-3043", "Writers", arts, {"annual_median_missing": MissingReason.NOT_RELEASED}),
        ("surgeons", "29-1249", "Surgeons", health, {"annual_median_missing": TOP_CODED}),
        ("dentists", "29-1021", "Dentists", health, {"annual_median": 239_200}),
        ("other", "29-1299", "Health Workers, All Other", health, {"annual_median": 126_060}),
    ):  # fmt: skip
        found[name] = make_occupation(soc, code, title, 4, group, is_residual="All Other" in title)
        estimate(may_2025, found[name], **pay)
    found["hunters"] = make_occupation(soc, "45-3031", "Hunters", 4, total)
    for name, jobs, growth, openings in (
        ("managers", "241.9", "1.9", "17.1"),
        ("actors", "57.0", "0.3", "6.3"),
        ("hunters", "20.1", "-3.0", None),
        ("dentists", "57.0", "4.1", "4.9"),
    ):
        rows.projection(
            release=outlook, occupation=found[name], base_year=2024, target_year=2034,
            base_employment=Decimal(jobs), percent_change=Decimal(growth), entry_education=3,
            openings=Decimal(openings) if openings else None,
            **({} if openings else {"openings_missing": MissingReason.NOT_RELEASED}),
        )  # fmt: skip
    # A summary row of the projections, and an occupation that no newest release has.
    rows.projection(release=outlook, occupation=arts, base_employment=Decimal(900))
    make_occupation(soc, "11-9999", "Forgotten Managers", 4, managers.parent)
    return found


def titles(client: Client, query: str = "") -> list[str]:
    """The titles in the table, in its order."""
    answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200
    return re.findall(r'<th role="rowheader"[^>]*><a href="[^"]*">([^<]*)</a>', answer.text)


def said(client: Client, query: str) -> str:
    """The page's text without its mark-up, spaces made one."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(f"{ADDRESS}{query}").text).split())


def test_every_covered_occupation_is_listed_and_no_group(client: Client, world: dict) -> None:
    assert titles(client) == [
        "Actors", "Dentists", "Health workers, all other", "Hunters", "Industrial production managers", "Surgeons",
        "Writers",
    ]  # fmt: skip


def test_a_broad_group_that_stands_in_for_its_details_is_listed(
    client: Client, world: dict, soc: CodeSystem, estimate: Make, may_2025: Release
) -> None:
    stand_in = make_occupation(soc, "29-1240", "Surgeons of All Kinds", 3, world["surgeons"].parent)
    cell = estimate(may_2025, stand_in, annual_median=99_000)
    assert "Surgeons of all kinds" not in titles(client)
    WageEstimate.objects.filter(pk=cell.pk).update(published_level=4)
    cache.clear()  # a test is one transaction, in which the version of the data changes once
    assert "Surgeons of all kinds" in titles(client)


@pytest.mark.parametrize(
    ("code", "level", "education", "listed"),
    [
        # A detailed occupation that only the projections have, without an education; a summary row of theirs, which
        # has none; a group that stands in for its details there, which has one.
        ("29-1291", 4, None, True),
        ("29-1240", 3, None, False),
        ("29-1240", 3, 1, True),
    ],
)
def test_what_only_the_projections_have_is_listed_if_it_is_no_summary(
    client: Client, world: dict, soc: CodeSystem, outlook: Release, code: str, level: int,
    education: int | None, listed: bool,
) -> None:  # fmt: skip
    occupation = make_occupation(soc, code, "Acupuncturists", level, world["dentists"].parent)
    given = {"entry_education": education} if education else {}
    rows.projection(release=outlook, occupation=occupation, **given)
    assert ("Acupuncturists" in titles(client)) is listed


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        # Missing last both ways; a top-coded median counts as the cap and comes after the equal figure; by code.
        ("median", "managers other dentists surgeons actors writers hunters"),
        ("-median", "dentists surgeons managers other actors writers hunters"),
        ("jobs", "hunters actors dentists managers writers surgeons other"),
        ("-jobs", "managers actors dentists hunters writers surgeons other"),
        ("growth", "hunters actors managers dentists writers surgeons other"),
        ("-growth", "dentists managers actors hunters writers surgeons other"),
        ("openings", "dentists actors managers writers surgeons other hunters"),
        ("-openings", "managers actors dentists writers surgeons other hunters"),
        ("code", "managers actors writers dentists surgeons other hunters"),
        ("-code", "hunters other surgeons dentists writers actors managers"),
        ("title", "actors dentists other hunters managers surgeons writers"),
        ("-title", "writers surgeons managers hunters other dentists actors"),
    ],
)
def test_sorting(client: Client, world: dict, sort: str, order: str) -> None:
    # Without a figure the order is by code, both ways.
    expected = [world[name].sentence_title for name in order.split()]
    assert titles(client, f"?sort={sort}&residual=show") == expected
    ranked = [title for title in expected if "all other" not in title]
    is_ranking = sort.lstrip("-") not in ("code", "title")
    assert titles(client, f"?sort={sort}") == (ranked if is_ranking else expected)


def test_a_ranking_leaves_out_all_other_occupations_everywhere_and_says_so(
    client: Client, world: dict
) -> None:
    query = "?sort=-median&group=29-0000"
    text = said(client, query)
    assert says(text, "2 occupations in Health, sorted by median pay")
    assert says(text, "1 “all other” occupation is left out of this ranking. Show it too")
    assert "Health 2 occupations" in text
    files = csv_rows(client.get(f"{ADDRESS}{query}&_export=csv"))
    assert [line["occupation"] for line in files] == titles(client, query) == ["Dentists", "Surgeons"]
    html = client.get(f"{ADDRESS}{query}").text
    assert 'href="?sort=-median&amp;group=29-0000&amp;residual=show">Show it' in html


def test_all_other_occupations_are_shown_in_a_ranking_when_asked_for(client: Client, world: dict) -> None:
    query = "?sort=-median&group=29-0000&residual=show"
    html = client.get(f"{ADDRESS}{query}").text
    assert says(html, "3 occupations in Health")
    assert "left out of this ranking" not in html
    assert '<a href="?sort=-median&amp;group=29-0000">“All other” occupations shown' in html
    assert '<input type="hidden" name="residual" value="show">' in html
    assert len(csv_rows(client.get(f"{ADDRESS}{query}&_export=csv"))) == 3


@pytest.mark.parametrize("query", ["?sort=-median&q=health workers", "?sort=-median&q=29-1299", "?sort=code"])
def test_whoever_searches_for_an_all_other_occupation_finds_it(
    client: Client, world: dict, query: str
) -> None:
    assert "Health workers, all other" in titles(client, query)
    assert "left out of this ranking" not in said(client, query)


def test_a_ranking_without_any_but_all_other_occupations_leads_to_them(client: Client, world: dict) -> None:
    text = said(client, "?sort=-median&group=29-0000&pay_max=130000")
    assert "We couldn’t find any occupations in Health" in text
    assert "Show “all other” occupations too: 1 occupation" in text


def test_jobs_in_a_file_are_whole_numbers(client: Client, world: dict) -> None:
    query = "?q=production managers&columns=employment&columns=jobs&columns=openings"
    [line] = csv_rows(client.get(f"{ADDRESS}{query}&_export=csv"))
    assert (line["jobs"], line["all_jobs"], line["openings_a_year"]) == ("246250", "241900", "17100")
    [line] = json_rows(client.get(f"{ADDRESS}{query}&_export=json"))
    numbers = (line["jobs"], line["all_jobs"], line["openings_a_year"])
    assert numbers == (246_250, 241_900, 17_100)
    assert {type(number) for number in numbers} == {int}


def headers(html: str) -> dict[str, tuple[str, str | None]]:
    """The link of each sortable header and its aria-sort, by column."""
    found = {}
    for attributes, name, href in re.findall(
        r'<th role="columnheader" scope="col"([^>]*)><a id="occupations-sort-(\w+)" href="([^"]*)"', html
    ):
        direction = re.search(r'aria-sort="(\w+)"', attributes)
        found[name] = (href.replace("&amp;", "&"), direction[1] if direction else None)
    return found


def test_every_header_is_a_link_that_sorts_and_then_turns(client: Client, world: dict) -> None:
    first = headers(client.get(ADDRESS).text)
    assert set(first) == {"title", "code", "median", "jobs", "growth", "openings", "education"}
    assert {name for name, (_, direction) in first.items() if direction} == {"title"}
    all_columns = "?" + "&".join(f"columns={name}" for name in SORTS if name not in ("title", "lq"))
    first = headers(client.get(ADDRESS + all_columns).text)
    assert set(first) == set(SORTS) - {"lq", "zone"}  # no area is chosen, and there is no O*NET
    for name in first:
        page = client.get(ADDRESS + first[name][0])
        now = headers(page.text)
        assert [other for other, (_, direction) in now.items() if direction] == [name]
        turned = headers(client.get(ADDRESS + now[name][0]).text)
        assert {now[name][1], turned[name][1]} == {"ascending", "descending"}
        assert page.text.count('aria-sort="') == 1


def test_figures_begin_with_the_highest(client: Client, world: dict) -> None:
    links = {name: href for name, (href, _) in headers(client.get(ADDRESS).text).items()}
    assert links["median"] == "?sort=-median"
    assert links["jobs"] == "?sort=-jobs"
    assert links["code"] == "?sort=code"


def test_a_sort_link_keeps_the_filters_and_drops_the_page(client: Client, world: dict) -> None:
    html = client.get(f"{ADDRESS}?group=29-0000&page=1&per_page=50&pay_min=1").text
    assert headers(html)["median"][0] == "?group=29-0000&per_page=50&pay_min=1&sort=-median"


def test_headers_have_scope_and_units(client: Client, world: dict) -> None:
    html = client.get(ADDRESS).text
    table = html[html.index("<table") : html.index("</table>")]
    assert table.count('role="columnheader" scope="col"') == 8
    assert table.count('role="rowheader" scope="row"') == 7
    assert "<caption" in table
    assert "Median\u00a0pay<small>$ a year</small>" in table
    assert "Growth<small>2024–34, %</small>" in table
    assert "Jobs<small>2024</small>" in table


def test_missing_figures_say_why(client: Client, world: dict) -> None:
    text = said(client, "")
    assert "$23.33 an hour no annual figure is published" in text
    assert "$239,200 or more" in text
    assert "not released by BLS" in text
    assert "not projected" in text
    assert "None" not in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?group=29-0000", "dentists other surgeons"),
        ("?group=11-0000", "managers"),
        ("?pay_min=200000", "dentists surgeons"),
        ("?pay_min=239201", ""),
        ("?pay_max=130000", "other managers"),
        ("?pay_min=126060&pay_max=126060", "other managers"),
        ("?pay_min=$126,060&pay_max=200 000", "other managers"),
        ("?pay_min=0", "dentists other managers surgeons"),
        ("?q=manager", "managers"),
        ("?q=27-", "actors writers"),
        ("?q=dentist&group=29-0000&pay_min=100000", "dentists"),
        ("?q=dentist&group=27-0000", ""),
    ],
)
def test_filters(client: Client, world: dict, query: str, found: str) -> None:
    expected = {world[name].sentence_title for name in found.split()}
    assert set(titles(client, query)) == expected


def test_occupations_without_annual_pay_are_said_to_be_left_out(client: Client, world: dict) -> None:
    assert says(
        said(client, "?pay_min=1"),
        "3 occupations without an annual median are left out: 1 paid by the hour without a published annual"
        " figure and 2 with no pay published.",
    )
    assert says(said(client, "?pay_min=1&q=actor"), "1 occupation without an annual median is left out")
    assert "left out" not in said(client, "?group=27-0000")


def test_counts_beside_groups_follow_the_other_filters(client: Client, world: dict) -> None:
    text = said(client, "")
    assert "Health 3 occupations" in text
    assert "Arts 2 occupations" in text
    assert "Health 2 occupations" in said(client, "?pay_min=200000&group=11-0000")


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        # From each round number on, whatever lowest number is in force, up to the highest that is.
        ("", {"$40,000": 4, "$100,000": 4, "$150,000": 2}),
        ("?pay_min=200000", {"$40,000": 4, "$100,000": 4, "$150,000": 2}),
        ("?pay_max=130000", {"$40,000": 2, "$100,000": 2, "$150,000": 0}),
        ("?group=11-0000", {"$40,000": 1, "$100,000": 1, "$150,000": 0}),
    ],
)
def test_counts_beside_round_numbers(client: Client, world: dict, query: str, counts: dict[str, int]) -> None:
    shown = dict(
        re.findall(
            r"<span>(\$[\d,]+) or more</span> <span class=\"count\">(\d+)", client.get(ADDRESS + query).text
        )
    )
    assert {step: int(shown[step]) for step in counts} == counts


def test_a_group_is_found_by_the_tree_and_not_by_digits(
    client: Client, world: dict, soc: CodeSystem, estimate: Make, may_2025: Release
) -> None:
    stray = make_occupation(soc, "15-9999", "Medical Coders", 4, world["dentists"].parent)
    estimate(may_2025, stray, annual_median=1)
    assert "Medical coders" in titles(client, "?group=29-0000")


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("?foo=1", "ignored “foo” in the address"),
        ("?sort=pay", "“pay” in the address: it isn’t a choice for “sort”"),
        ("?sort=median,-jobs", "it isn’t a choice for “sort”"),
        ("?sort=--median", "it isn’t a choice for “sort”"),
        ("?group=99-0000", "“99-0000” in the address: it isn’t a choice for “group”."),
        ("?education=bachelors&education=phd", "“phd” in the address: it isn’t a choice for “education”."),
        ("?columns=code&columns=shoe", "“shoe” in the address: it isn’t a choice for “columns”."),
        ("?columns=lq", "“lq” in the address: it isn’t a choice for “columns”."),
        ("?residual=no", "“no” in the address: it isn’t a choice for “residual”."),
        ("?pay=weekly", "“weekly” in the address: it isn’t a choice for “pay”."),
        ("?area=1234567", "OEWS May 2025 has no area “1234567”, so this is national pay."),
        ("?place=Atlantis", "We ignored “Atlantis”: OEWS May 2025 has no area with that name."),
        ("?industry=%00", "We ignored “\x00”: "),
        ("?industry=999", "We ignored “999”: OEWS May 2025 has no such industry."),
        ("?jobs_min=1.5", "We ignored “1.5” for “jobs_min”: enter a whole number, such as 10,000."),
        ("?jobs_min=2&jobs_max=1", "We ignored the number of jobs: the lowest is above the highest."),
        ("?pay=hourly&pay_min=60000", "$60,000.00 an hour is more than any median. Did you mean a year?"),
        ("?pay_min=abc", "We ignored “abc” for “pay_min”: enter dollars a year, such as 60,000."),
        ("?pay=hourly&pay_min=abc", "We ignored “abc” for “pay_min”: enter dollars an hour, such as 28.50."),
        ("?pay_min=-5", "We ignored “-5” for “pay_min”"),
        ("?pay_max=1e9", "We ignored “1e9” for “pay_max”"),
        ("?pay_max=123456789", "for “pay_max”: "),
        ("?pay_min=90000&pay_max=80000", "We ignored the pay: the lowest is above the highest."),
        ("?q=!!!", "We ignored “!!!” for “q”: a search needs letters or digits."),
        ("?q=" + "a" * 101, "a search has at most 100 letters."),
        ("?page=0", "“0” in the address: it isn’t a choice for “page”"),
        ("?page=x", "“x” in the address: it isn’t a choice for “page”"),
        ("?page=7", "There is no page 7. This is page 1, the last one."),
        ("?per_page=30", "We ignored 30 rows a page: the choices are 25, 50, and 100."),
        ("?per_page=-1", "it isn’t a choice for “per_page”"),
        ("?q=actor&q=dentist", "The address has “q” 2 times. We used the last one."),
        ("?release=May-1999", "This site has no release called “May-1999”, so this page shows the newest figures."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_ignored_and_said(
    client: Client, world: dict, query: str, notice: str
) -> None:
    assert notice in said(client, query)


def test_one_wrong_filter_leaves_the_others_in_force(client: Client, world: dict) -> None:
    assert titles(client, "?group=29-0000&pay_min=abc") == [
        "Dentists",
        "Health workers, all other",
        "Surgeons",
    ]


@pytest.mark.parametrize("query", ["?jobs_min=2&jobs_max=1", "?pay_min=90000&pay_max=80000"])
def test_limits_that_contradict_each_other_narrow_nothing(client: Client, world: dict, query: str) -> None:
    assert titles(client, query) == titles(client)
    assert "Active filters" not in client.get(f"{ADDRESS}{query}").text


@pytest.mark.parametrize(
    "query",
    [
        "?q=dentist&group=29-0000&pay_min=1&pay_max=300,000&sort=-median&page=1&per_page=50",
        "?group=29-0000&group=27-0000&columns=code&columns=jobs",
    ],
)
def test_a_clean_address_has_no_notice(client: Client, world: dict, query: str) -> None:
    assert 'class="notice"' not in client.get(f"{ADDRESS}{query}").text


def test_an_empty_result_says_which_filter_to_drop(client: Client, world: dict) -> None:
    text = said(client, "?q=dentist&group=27-0000")
    assert "We couldn’t find any occupations for “dentist” in Arts" in text
    assert "Without “dentist”: 2 occupations" in text
    assert "Without “Arts”: 1 occupation" in text


def test_an_empty_result_says_which_two_filters_to_drop_where_one_is_not_enough(
    client: Client, world: dict
) -> None:
    query = "?q=dentist&group=27-0000&pay_min=900000"
    text = said(client, query)
    assert "Dropping one filter won’t help, but dropping two will:" in text
    found = re.findall(r"Without (“[^”]*” and “[^”]*”: \d+ occupations?)", text)
    assert found == ["“dentist” and “$900,000 a year or more”: 2 occupations",
                     "“Arts” and “$900,000 a year or more”: 1 occupation"]  # fmt: skip
    assert len(titles(client, "?group=27-0000")) == 2
    assert '<a href="?q=dentist">Without “Arts” and' in client.get(f"{ADDRESS}{query}").text
    alone = said(client, f"{query}&jobs_min=99999999")
    assert "Even dropping two filters finds nothing." in alone


def test_a_search_that_finds_nothing_shows_the_closest(client: Client, world: dict) -> None:
    text = said(client, "?q=dentist surgeons")
    assert "No exact match for “dentist surgeons”. These come closest." in text
    assert titles(client, "?q=dentist surgeons") == ["Dentists", "Surgeons"]
    assert titles(client, "?q=dennist") == ["Dentists"]


def test_what_is_called_so_is_not_said_to_be_missing_because_another_filter_keeps_it_out(
    client: Client, world: dict
) -> None:
    text = said(client, "?q=dentist&pay_max=1")
    assert "No exact match" not in text
    assert "Without “$1 a year or less”: 1 occupation" in text


def test_an_alternate_title_that_matched_is_named(client: Client, world: dict) -> None:
    rows.alternate_title(occupation=world["managers"], title="Plant Manager")
    assert "also called: Plant Manager" in said(client, "?q=plant manager")
    assert "also called" not in said(client, "?q=production manager")


def test_a_search_is_sorted_by_closeness_until_asked_otherwise(client: Client, world: dict) -> None:
    assert "sorted by best match for “dentist”" in said(client, "?q=dentist")
    assert "aria-sort" not in client.get(f"{ADDRESS}?q=dentist").text
    assert "sorted by median pay, highest first" in said(client, "?q=dentist&sort=-median")


def test_filters_in_force_can_be_taken_away_one_by_one(client: Client, world: dict) -> None:
    html = client.get(f"{ADDRESS}?q=dentist&group=29-0000&pay_min=1&pay_max=900000&sort=code&page=1").text
    chips = re.findall(r"<li><a href=\"([^\"]*)\">", html[html.index('class="chips"') :])[:3]
    assert [chip.replace("&amp;", "&") for chip in chips] == [
        "?group=29-0000&pay_min=1&pay_max=900000&sort=code",
        "?q=dentist&pay_min=1&pay_max=900000&sort=code",
        "?q=dentist&group=29-0000&sort=code",
    ]


def many(first: int, count: int, group: Occupation, estimate: Make, release: Release) -> None:
    """Detailed occupations 29-4000 + `first` and on, each with a median."""
    for number in range(first, first + count):
        title = f"Helpers {number:03}"
        occupation = make_occupation(group.system, f"29-{4000 + number}", title, 4, group)
        estimate(release, occupation, annual_median=30_000)


def test_pages(client: Client, world: dict, estimate: Make, may_2025: Release) -> None:
    many(0, 60, world["dentists"].parent, estimate, may_2025)
    pages = [titles(client, f"?group=29-0000&page={page}") for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [25, 25, 13]
    assert len({title for page in pages for title in page}) == 63
    html = client.get(f"{ADDRESS}?group=29-0000&page=2").text
    assert '<p class="row-range">Rows 26 to 50 of 63</p>' in html
    assert "row-range" not in client.get(f"{ADDRESS}?group=27-0000").text
    pager = html[html.index('class="pager"') :]
    assert 'href="?group=29-0000&amp;page=1" rel="prev"' in pager
    assert 'href="?group=29-0000&amp;page=3" rel="next"' in pager
    assert '<span aria-current="page"><span class="visually-hidden">Page </span>2</span>' in pager
    assert len(titles(client, "?group=29-0000&per_page=100")) == 63


def test_the_number_of_queries_does_not_grow(
    client: Client, world: dict, estimate: Make, may_2025: Release, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for first, size in ((0, 20), (20, 80)):
        many(first, size, world["dentists"].parent, estimate, may_2025)
        cache.clear()
        for query in ("", "?q=helpers&group=29-0000&pay_min=1&sort=-median&per_page=100"):
            with django_assert_max_num_queries(21) as asked:
                client.get(f"{ADDRESS}{query}")
            counts.append(len(asked))
    assert counts[:2] == counts[2:]


def test_htmx_gets_the_results_alone_and_going_back_the_whole_page(client: Client, world: dict) -> None:
    partial = client.get(
        f"{ADDRESS}?sort=-median", headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )
    title, _, block = partial.text.strip().partition("</title>")
    assert title == "<title>Occupations – Occupedia"
    assert block.startswith('<div class="finder" id="occupations"')
    assert "<html" not in partial.text
    assert "sorted by median pay, highest first. Rows 1 to 6." in partial.text
    full = client.get(f"{ADDRESS}?sort=-median", headers={"HX-Request": "true", "HX-Request-Type": "full"})
    assert "<html" in full.text
    assert "HX-Request-Type" in full.headers["Vary"]


def test_sort_and_page_links_work_the_same_with_and_without_htmx(client: Client, world: dict) -> None:
    html = client.get(f"{ADDRESS}?q=dentist").text
    links = re.findall(r'<a [^>]*href="([^"]*)" hx-get="([^"]*)" hx-target="([^"]*)"', html)
    assert links
    for href, hx_get, target in links:
        assert hx_get == ADDRESS + href
        assert target == "#occupations"


def test_as_of_a_past_release(
    client: Client, world: dict, estimate: Make, soc: CodeSystem, managers: Occupation
) -> None:
    past = make_release("May 2021", dt.date(2022, 3, 31))
    estimate(past, managers, annual_median=103_150)
    estimate(past, world["dentists"], annual_median=163_220)
    text = said(client, "?release=May-2021")
    assert titles(client, "?release=May-2021") == ["Dentists", "Industrial production managers"]
    assert "$103,150" in text
    assert "as of OEWS May 2021, published March 31, 2022" in text
    assert "This site has no projections published by then." in text
    assert "Jobs" not in headers(client.get(f"{ADDRESS}?release=May-2021").text)
    assert "“-jobs” in the address: it isn’t a choice for “sort”" in said(
        client, "?release=May-2021&sort=-jobs"
    )
    html = client.get(f"{ADDRESS}?release=may-2021").text
    assert f'href="{managers.get_absolute_url()}?release=May-2021"' in html
    assert "release=may-2021&amp;sort=-median" in html


def test_before_the_first_release(client: Client, world: dict) -> None:
    assert "This site has no figures that old." in said(client, "?release=1999-01-01")


def test_without_any_data(client: Client, db: None) -> None:
    assert "This site has no figures yet." in said(client, "")


NAMES = st.sampled_from(
    [
        "q",
        "group",
        "pay_min",
        "pay_max",
        "sort",
        "page",
        "per_page",
        "release",
        "foo",
        "_export",
        "pay",
        "area",
        "place",
        "industry",
        "residual",
        "columns",
        "education",
        "growth",
        "zone",
        "jobs_min",
        "openings_min",
    ]
)
VALUES = st.one_of(
    st.text(max_size=130),
    st.integers().map(str),
    st.decimals().map(str),
    st.sampled_from([
        "-median", "median", "show", "29-0000", "null", "1e400", "NaN", "\x00", "%00", "%", "'", "May-2025",
    ]),
)  # fmt: skip


@settings(
    max_examples=examples(60), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(st.tuples(NAMES, VALUES), max_size=6))
def test_no_address_breaks_the_page(client: Client, world: dict, pairs: list[tuple[str, str]]) -> None:
    data: dict[str, list[str]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value)
    answer = client.get(ADDRESS, data, follow=True)
    assert answer.status_code in (200, 400)
    assert len(answer.redirect_chain) <= 1


def test_pay_beyond_the_scale_is_not_drawn_as_a_point() -> None:
    def bar(*amounts: int) -> Any:
        return pay_bar_on_scale(
            "Surgeons", tuple(Figure(amount) for amount in amounts), Figure(50_000), "annual"
        )

    scale = SCALES["annual"]
    high = int(scale.high)
    within = bar(60_000, 80_000, 100_000, 120_000, high)
    assert (within.median, within.open_end) == (scale.x(100_000), False)
    runs_on = bar(60_000, 80_000, 100_000, 120_000, high + 1)
    assert (runs_on.median, runs_on.open_end, runs_on.end) == (
        scale.x(100_000),
        True,
        scale.width,
    )
    beyond = bar(60_000, 80_000, high + 1, high + 2, high + 3)
    assert (beyond.median, beyond.open_end) == (None, True)
