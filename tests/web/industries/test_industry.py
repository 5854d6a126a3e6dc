"""The page of one industry: its occupations against a slow, obvious computation, and what is said of them."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import CodeSystem, Industry, MissingReason, Occupation, Release
from tests.web.conftest import make_occupation, make_release
from tests.web.files import agrees, csv_rows, json_rows, page_tables, xlsx_rows
from tests.web.wording import says
from wages.models import WageEstimate
from web.industries.rows import SORTS
from web.words.notes import OR_MORE_NOTE

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
TOP, NOT_RELEASED = MissingReason.TOP_CODED, MissingReason.NOT_RELEASED

# Code, title, jobs here, jobs everywhere, median here, median everywhere.
HERE: list[tuple[str, str, int | None, int | None, int | None, int | None]] = [
    ("29-1141", "Registered Nurses", 300, 330, 95_000, 90_000),
    ("29-1151", "Nurse Anesthetists", 10, 20, 230_000, 220_000),
    ("29-1299", "Healthcare Workers, All Other", 5, 50, 240_000, 60_000),
    ("31-1131", "Nursing Assistants", 70, 150, 38_000, 40_000),
    ("37-2011", "Janitors and Cleaners", 20, 200, None, 35_000),
    ("43-4051", "Service Representatives", None, 100, 45_000, 43_000),
    ("49-9071", "Maintenance Workers", 15, None, 50_000, None),
]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def hospitals(
    soc: CodeSystem, total: Occupation, estimate: Make, industry: Callable[..., Industry], may_2025: Release
) -> Industry:
    health = industry("62", "Health care")
    found = industry("622", "Hospitals", health)
    general = industry("6221", "General hospitals", found)
    industry("62211", "General medical hospitals", general)
    private = industry("622005", "Hospitals, private", found, kind="ownership", level=3)
    for within, count, pay in (
        (None, 1_000, 50_000), (health, 600, 52_000), (found, 500, 78_000), (general, 450, 79_000),
        (private, 400, 77_000),
    ):  # fmt: skip
        estimate(may_2025, total, within, employment=count, annual_median=pay)
    majors: dict[str, Occupation] = {}
    for code, title, jobs, everywhere, median, national in HERE:
        first = code[:2]
        if first not in majors:
            majors[first] = make_occupation(soc, f"{first}-0000", f"Group {first} Occupations", 1, total)
            estimate(may_2025, majors[first], found, employment=400, annual_median=60_000)
            estimate(may_2025, majors[first], employment=500, annual_median=60_000)
        one = make_occupation(soc, code, title, 4, majors[first], is_residual="All Other" in title)
        estimate(may_2025, one, found, **_figures(jobs, median), employment_rse=Decimal("4.0"))
        estimate(may_2025, one, **_figures(everywhere, national))
    return found


def _figures(jobs: int | None, median: int | None) -> dict[str, Any]:
    wages = {"annual_median": median} if median else {"annual_median_missing": NOT_RELEASED}
    return ({"employment": jobs} if jobs else {"employment_missing": NOT_RELEASED}) | wages


def rows_of(
    client: Client, industry: Industry, query: str = "", name: str = "occupations"
) -> list[list[str]]:
    page = client.get(f"{industry.get_absolute_url()}?{query}")
    assert page.status_code == 200
    tables = [
        table for table in page_tables(page) if (table[0][0] == "Occupation") == (name == "occupations")
    ]
    return tables[0][1:]


def names(rows: list[list[str]]) -> list[str]:
    return [re.sub(r" (residual )?\d\d-\d{4}$", "", row[0]) for row in rows]


def test_shares_gaps_and_concentration_against_an_obvious_computation(
    client: Client, hospitals: Industry
) -> None:
    shown = {row[0].split()[-1]: row for row in rows_of(client, hospitals, "residual=show")}
    assert len(shown) == len(HERE)
    for code, _, jobs, everywhere, median, national in HERE:
        row = shown[code]
        assert row[1] == (f"{jobs}" if jobs else "not released by BLS")
        assert row[2] == (f"{jobs * 100 / 500:.1f}" if jobs else "not known")
        assert row[3] == (f"{jobs * 100 / everywhere:.1f}" if jobs and everywhere else "not known")
        assert row[5] == (f"${median:,}" if median else "not released by BLS")
        if median and national:
            gap = median - national
            assert row[6].startswith(f"{'+' if gap > 0 else '−'}${abs(gap):,}")
            assert row[7] == f"{gap * 100 / national:+.1f}".replace("-", "−")
        else:
            assert (row[6], row[7]) == ("no figure to compare", "")
        if jobs and everywhere:
            assert row[8] == f"{(jobs / 500) / (everywhere / 1000):.2f}"
        else:
            assert row[8] == "not known"


def test_lede_and_strip(client: Client, hospitals: Industry) -> None:
    page = client.get(hospitals.get_absolute_url()).text
    assert "Hospitals had 500 wage-and-salary jobs in May 2025, 50 percent of all such jobs." in page
    assert "Median pay was $78,000 a year, 56 percent above the national median." in page
    assert "Registered nurses are the largest occupation whose jobs are published, with 60 percent of" in page
    # The "all other" occupation has the highest median and is in no ranking, which is said; it isn't the largest.
    assert "Nurse anesthetists have the highest published median, $230,000 a year." in page
    assert "The sentences above the table never name “all other” occupations or very rough medians." in page
    assert re.search(r"<dt>Occupations, May 2025</dt><dd>7 <small>published for this industry", page)


def test_nobody_is_the_best_paid_while_a_top_coded_median_may_be_higher(
    client: Client, hospitals: Industry
) -> None:
    cells = WageEstimate.objects.filter(occupation__code="31-1131", industry=hospitals)
    cells.update(annual_median=None, annual_median_missing=TOP)
    page = client.get(f"{hospitals.get_absolute_url()}?sort=-median").text
    said = "BLS publishes no exact median for one occupation here, only that it is $239,200 or more: nursing assistants"
    assert said in page.split('<p class="lede">')[1].split("</p>")[0]
    assert said in page.split('<p class="finding">')[1].split("</p>")[0]
    assert "the highest published median" not in page
    assert OR_MORE_NOTE in page
    assert "The highest exact medians are for nurse anesthetists ($230,000)" in page
    row = next(row for row in rows_of(client, hospitals, "sort=-median") if "31-1131" in row[0])
    assert row[5:7] == ["$239,200 or more", "no figure to compare"]


def test_a_rough_median_is_named_as_no_best(client: Client, hospitals: Industry) -> None:
    """Nurse anesthetists have the highest published median; here half of them are said to earn the same."""
    cells = WageEstimate.objects.filter(occupation__code="29-1151", industry=hospitals)
    cells.update(annual_p90=230_000, annual_p90_missing=None)
    for query in ("sort=-median", "sort=-gap"):
        for said in _lede_and_finding(client, hospitals, query):
            assert "nurse anesthetists" not in said
    shown = {row[0].split()[-1]: row for row in rows_of(client, hospitals)}
    assert shown["29-1151"][5] == "$230,000 very rough"


def _lede_and_finding(client: Client, industry: Industry, query: str = "sort=-median") -> tuple[str, str]:
    cache.clear()
    page = client.get(f"{industry.get_absolute_url()}?{query}").text
    lede, finding = (page.split(f'<p class="{name}">')[1].split("</p>")[0] for name in ("lede", "finding"))
    return lede, finding


def test_a_residual_is_named_as_no_largest(client: Client, hospitals: Industry) -> None:
    residual = WageEstimate.objects.filter(occupation__code="29-1299", industry=hospitals)
    residual.update(employment=310, annual_median=220_000)
    lede, _ = _lede_and_finding(client, hospitals)
    assert "Registered nurses are the largest occupation whose jobs" in lede
    assert "Nurse anesthetists have the highest published median" in lede
    assert "with no occupation of their own" not in lede


def test_a_residual_is_named_as_no_best_paid(client: Client, hospitals: Industry) -> None:
    """It may be the highest, whatever the others have; and it isn't counted among those without exact pay."""
    cells = WageEstimate.objects.filter(industry=hospitals)
    cells.filter(occupation__code="29-1299").update(annual_median=None, annual_median_missing=TOP)
    cells.filter(occupation__code="29-1151").update(annual_median=400_000)
    for said in _lede_and_finding(client, hospitals):
        assert "the highest published median" in said.lower()
        assert "with no occupation of their own" not in said
    cells.filter(occupation__code="29-1151").update(annual_median=None, annual_median_missing=TOP)
    for said in _lede_and_finding(client, hospitals):
        assert "BLS publishes no exact median for one occupation here" in said


@pytest.mark.parametrize(("basis", "by"), [("annual", "by the year"), ("hourly", "by the hour")])
def test_pay_on_the_other_basis_only_is_said_to_be_left_out(
    client: Client, hospitals: Industry, basis: str, by: str
) -> None:
    cells = WageEstimate.objects.filter(industry__in=[hospitals.pk, Industry.objects.get(kind="all").pk])
    cells.filter(occupation__code="29-1299").update(annual_median=None, annual_median_missing=NOT_RELEASED)
    for code, amount in (("29-1141", 40), ("29-1151", 90)):
        cells.filter(occupation__code=code).update(hourly_median=amount, hourly_median_missing=None)
    query = f"pay={basis}&sort=-median"
    for said in _lede_and_finding(client, hospitals, query):
        assert "published by" not in said
    cells.filter(occupation__code="31-1131").update(
        **{f"{basis}_median": None, f"{basis}_median_missing": MissingReason.OTHER_BASIS}
    )
    lede, finding = _lede_and_finding(client, hospitals, query)
    assert (
        f"Of the occupations with pay published {by}, nurse anesthetists have the highest published median"
        in lede
    )
    assert finding.startswith(
        f"Of the occupations with pay published {by}, the highest published medians are"
    )
    _, finding = _lede_and_finding(client, hospitals, f"{query}&group=29-0000")
    assert finding.startswith("Of the occupations found, the highest published medians are")


@pytest.mark.parametrize(
    ("sort", "finding"),
    [
        ("-jobs", "The largest occupations whose jobs are published are registered nurses (300 jobs, 60 percent"),
        ("-median", "The highest published medians are for nurse anesthetists"),
        ("-concentration", "The occupations that stand out most are registered nurses (1.82 times their"),
        ("-gap", "above their median in all industries are nurse anesthetists ($10,000 or 5"),
    ],
)  # fmt: skip
def test_views_are_sorts_with_a_sentence(
    client: Client, hospitals: Industry, sort: str, finding: str
) -> None:
    page = client.get(f"{hospitals.get_absolute_url()}?sort={sort}").text
    assert finding in page
    current = re.search(r'<a id="view-\d" href="([^"]+)"[^>]* aria-current="true"', page)
    assert current is not None
    assert f"sort={sort}" in current[1]
    assert (
        "healthcare workers"
        not in page.lower().split("<table")[-2].split('class="finding"')[1].split("</p>")[0]
    )


def test_a_handful_of_jobs_is_nothing_that_an_industry_is_known_for(
    client: Client, hospitals: Industry, estimate: Make, may_2025: Release
) -> None:
    """An occupation with less than 1 in 1,000 of the jobs leads the table and isn't named over it."""
    WageEstimate.objects.filter(occupation__level=0, industry=hospitals).update(employment=100_000)
    WageEstimate.objects.filter(occupation__level=0, industry__kind="all").update(employment=200_000)
    address = f"{hospitals.get_absolute_url()}?sort=-concentration"
    page = client.get(address).text
    assert names(rows_of(client, hospitals, "sort=-concentration"))[0] == "Registered nurses"
    WageEstimate.objects.filter(occupation__code="29-1151").update(employment=20)
    cache.clear()
    page = client.get(f"{address}&page=1").text
    assert names(rows_of(client, hospitals, "sort=-concentration&page=1"))[0] == "Nurse anesthetists"
    finding = page.split('<p class="finding">')[1].split("</p>")[0]
    assert finding.startswith("The occupations that stand out most are")
    assert "name only occupations with at least 1 in 1,000 jobs here." in page
    assert "anesthetists" not in finding


@pytest.mark.parametrize("sort", [f"{sign}{name}" for name in SORTS for sign in ("", "-")])
def test_every_order_has_missing_figures_last(client: Client, hospitals: Industry, sort: str) -> None:
    rows = rows_of(client, hospitals, f"sort={sort}&residual=show")
    assert len(rows) == len(HERE)
    column = {
        "jobs": 1, "share": 2, "of_occupation": 3, "median": 5, "gap": 6, "gap_percent": 7, "concentration": 8,
    }.get(sort.lstrip("-"))  # fmt: skip
    if column is None:
        return
    known = [bool(re.match(r"[−+$\d]", row[column])) for row in rows]
    assert known == sorted(known, reverse=True)
    values = [
        float(re.sub(r"[^\d.−]", "", row[column].split(" (")[0]).replace("−", "-"))
        for row in rows
        if re.match(r"[−+$\d]", row[column])
    ]
    assert values == sorted(values, reverse=sort.startswith("-"))


def test_a_gap_too_small_for_a_percent_is_no_zero(client: Client, hospitals: Industry) -> None:
    cells = WageEstimate.objects.filter(industry=hospitals)
    cells.filter(occupation__code="29-1141").update(annual_median=90_100)
    cells.exclude(occupation__code__in=["29-1141", "00-0000"]).update(
        annual_median=None, annual_median_missing=NOT_RELEASED
    )
    _, finding = _lede_and_finding(client, hospitals, "sort=-gap")
    assert "registered nurses ($100 or less than 1 percent more)" in finding


def test_those_equal_to_the_last_named_are_named_too(client: Client, hospitals: Industry) -> None:
    cells = WageEstimate.objects.filter(industry=hospitals)
    cells.filter(occupation__code="49-9071").update(employment=20)  # as many as janitors, the third
    _, finding = _lede_and_finding(client, hospitals, "sort=-jobs")
    assert "janitors and cleaners (4 percent), and maintenance workers (4 percent)" in finding


def test_text_and_group_narrow_and_say_so(client: Client, hospitals: Industry) -> None:
    assert names(rows_of(client, hospitals, "group=29-0000&sort=occupation")) == [
        "Healthcare workers, all other", "Nurse anesthetists", "Registered nurses",
    ]  # fmt: skip
    page = client.get(f"{hospitals.get_absolute_url()}?q=nurse&group=29-0000&sort=-median").text
    assert says(page, "2 occupations for “nurse” in Group 29, sorted by median pay, highest first")
    assert "Of the occupations found, the highest published medians are for nurse anesthetists" in page
    assert "Nursing assistants" not in page.split("<tbody")[-1]


def test_a_ranking_leaves_residuals_out_until_they_are_asked_for(client: Client, hospitals: Industry) -> None:
    """As in the finder: said above the table, listed on request, in an order that is no ranking, and by name."""
    residual = "Healthcare workers, all other"
    page = client.get(f"{hospitals.get_absolute_url()}?sort=-median").text
    before, _, after = page.split('class="results"')[1].partition("<table")
    assert residual not in names(rows_of(client, hospitals, "sort=-median"))
    assert "1 “all other” occupation is left out of this ranking." in before
    assert "left out of this ranking" not in after
    assert "?sort=-median&amp;residual=show" in before
    for query in ("sort=-median&residual=show", "sort=occupation", "q=healthcare workers"):
        assert residual in names(rows_of(client, hospitals, query))
        assert "left out of this ranking" not in client.get(f"{hospitals.get_absolute_url()}?{query}").text
    shown = client.get(f"{hospitals.get_absolute_url()}?residual=show&group=29-0000").text
    assert "“All other” occupations shown" in shown
    assert '<input type="hidden" form="facets" name="residual" value="show">' in shown


def test_no_result_says_which_filter_to_drop(client: Client, hospitals: Industry) -> None:
    page = client.get(f"{hospitals.get_absolute_url()}?q=nurse&group=37-0000").text
    assert "We couldn’t find any occupation here for “nurse” in Group 37." in page
    assert "Without “nurse”: 1 occupation" in page
    assert re.search(r"In all groups: \d occupations?", page)


def test_groups_of_occupations(client: Client, hospitals: Industry) -> None:
    rows = rows_of(client, hospitals, "level=major")
    assert len(rows) == 5
    assert all(re.search(r"\d\d-0000$", row[0]) for row in rows)


def test_published_share_is_shown_as_published(client: Client, hospitals: Industry) -> None:
    assert "This site computes both shares" in client.get(hospitals.get_absolute_url()).text
    cells = WageEstimate.objects.filter(industry=hospitals, occupation__code="29-1141")
    cells.update(percent_of_industry=Decimal("61.50"), percent_of_industry_missing=None)
    cache.clear()
    page = client.get(hospitals.get_absolute_url())
    assert "BLS publishes the share of the industry’s jobs for 1 of 6." in page.text
    row = next(row for row in rows_of(client, hospitals) if "29-1141" in row[0])
    assert row[2] == "61.5"
    file = {
        row["occupation_code"]: row
        for row in csv_rows(client.get(f"{hospitals.get_absolute_url()}?_export=csv"))
    }
    assert file["29-1141"]["share_of_industry_jobs_percent_status"] == "published"
    assert file["31-1131"]["share_of_industry_jobs_percent_status"] == "computed"
    everything = WageEstimate.objects.filter(industry=hospitals, employment__isnull=False)
    everything.update(percent_of_industry=Decimal("1.25"), percent_of_industry_missing=None)
    cache.clear()
    again = client.get(hospitals.get_absolute_url()).text
    assert (
        "BLS publishes the share of the industry’s jobs. This site computes the share of the occup" in again
    )


def test_industries_within(client: Client, hospitals: Industry) -> None:
    rows = rows_of(client, hospitals, name="within")
    assert [row[0] for row in rows] == [
        "General hospitals 6221", "Hospitals, private 622005; part of an industry, by owner",
    ]  # fmt: skip
    assert [rows[0][place] for place in (1, 2, 4)] == ["450", "90.0", "$79,000"]
    general = Industry.objects.get(code="6221")
    page = client.get(general.get_absolute_url()).text
    assert "General medical hospitals</a> (62211)" in page
    assert "No occupation" not in page


def test_release_with_other_figures_only(
    client: Client, hospitals: Industry, estimate: Make, nation: Any
) -> None:
    """A release that states one occupation says so, and nothing is divided by what isn't there."""
    earlier = make_release("May 2021", dt.date(2022, 3, 31))
    nurses = Occupation.objects.get(code="29-1141")
    estimate(earlier, nurses, hospitals, annual_median=80_000)
    typed = make_release("May 2021", dt.date(2022, 3, 31), kind="editorial")
    estimate(typed, nurses, hospitals, annual_median=70_000)
    page = client.get(f"{hospitals.get_absolute_url()}?release=May-2021")
    assert "has pay in hospitals for 1 occupation only" in page.text
    rows = page_tables(page)[0][1:]
    assert rows[0][5] == "$80,000"
    assert rows[0][1:4] == ["not stated by this source", "not known", "not known"]
    # The newest page is still the official release's.
    assert says(
        client.get(hospitals.get_absolute_url()).text, "Hospitals had 500 wage-and-salary jobs in May 2025"
    )


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("sort=name", "it isn’t a choice for “sort”"),
        ("sort=-pay", "it isn’t a choice for “sort”"),
        ("pay=weekly", "it isn’t a choice for “pay”"),
        ("level=9", "it isn’t a choice for “level”"),
        ("group=29-9999", "this industry has no such major group"),
        ("q=%00", "We ignored that search: it needs letters or digits"),
        ("q=" + "x" * 101, "We ignored that search: it needs letters or digits"),
        ("page=0", "it isn’t a choice for “page”"),
        ("page=9", "There is no page 9"),
        ("per_page=7", "rows a page: the choices are"),
        ("q=nurse&q=aide", "The address has “q” 2 times"),
        ("colour=red", "ignored “colour” in the address"),
        ("_export=pdf", "it isn’t a choice for “_export”"),
        ("table=none", "it isn’t a choice for “table”"),
    ],
)
def test_parameters_that_cannot_be_used(client: Client, hospitals: Industry, query: str, says: str) -> None:
    page = client.get(f"{hospitals.get_absolute_url()}?{query}")
    assert page.status_code == 200
    assert says in page.text
    assert "<tbody" in page.text


def test_number_of_queries(
    client: Client, hospitals: Industry, estimate: Make, soc: CodeSystem, may_2025: Release,
    django_assert_num_queries,
) -> None:  # fmt: skip
    def ask() -> None:
        cache.clear()
        with django_assert_num_queries(9):
            client.get(hospitals.get_absolute_url())
        with django_assert_num_queries(16):
            client.get(f"{hospitals.get_absolute_url()}?q=nurse&group=29-0000&sort=-gap")

    ask()
    group = Occupation.objects.get(code="29-0000")
    for number in range(120):
        one = make_occupation(soc, f"29-7{number:03}", f"Nurses {number}", 4, group)
        for within in (hospitals, None):
            estimate(may_2025, one, within, employment=10, annual_median=1_000 + number)
    ask()
    assert len(rows_of(client, hospitals)) == 50
    assert len(rows_of(client, hospitals, "page=3")) == 26


COLUMNS = (
    (1, "jobs"), (2, "share_of_industry_jobs_percent"), (3, "share_of_occupation_jobs_percent"),
    (5, "annual_median_usd"), (6, "annual_median_gap_usd"), (7, "median_gap_percent"), (8, "concentration"),
)  # fmt: skip


@pytest.mark.parametrize("query", ["", "sort=-median", "q=nurse&sort=gap", "level=major"])
@pytest.mark.parametrize(("kind", "read"), [("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)])
def test_file_says_what_the_page_says(
    client: Client, hospitals: Industry, kind: str, read: Callable, query: str
) -> None:
    shown = rows_of(client, hospitals, query)
    rows = read(client.get(f"{hospitals.get_absolute_url()}?{query}&_export={kind}"))
    assert len(rows) == len(shown)
    for cells, row in zip(shown, rows, strict=True):
        assert row["occupation"] in cells[0]
        assert row["occupation_code"] in cells[0]
        for place, name in COLUMNS:
            if cells[place]:
                said = re.sub(r" \(.*", "", cells[place])
                value = row[name] if row[name] in ("", None) else round(float(row[name]), 6)
                if place in (2, 3) and value not in ("", None):
                    value = round(float(Decimal(str(value)).quantize(Decimal("0.1"))), 1)
                assert agrees(said, value, row[f"{name}_status"] or ""), (cells, row)
        assert (row["wages_source"], row["wages_release"]) == ("OEWS", "May 2025")


@pytest.mark.parametrize(("kind", "read"), [("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)])
def test_file_of_the_industries_within(
    client: Client, hospitals: Industry, kind: str, read: Callable
) -> None:
    shown = rows_of(client, hospitals, name="within")
    response = client.get(f"{hospitals.get_absolute_url()}?_export={kind}&table=within")
    assert f"industry-622-within_oews-may-2025.{kind}" in response["Content-Disposition"].lower()
    rows = read(response)
    assert len(rows) == len(shown)
    for cells, row in zip(shown, rows, strict=True):
        assert row["industry"] in cells[0]
        for place, name in (
            (1, "jobs"),
            (2, "share_of_wider_industry_jobs_percent"),
            (4, "annual_median_usd"),
        ):
            assert agrees(cells[place], row[name], row[f"{name}_status"])
