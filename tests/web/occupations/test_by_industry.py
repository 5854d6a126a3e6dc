"""The industry table: a tree that sorts, shares over one partition, and what it leaves out said."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, MissingReason, Occupation, Release
from tests.web.files import agrees, csv_rows, json_rows, page_rows, xlsx_rows
from wages.models import Area, WageEstimate
from web.occupations.by_industry.order import SORTABLE, sort_rows
from web.occupations.by_industry.page import by_industry
from web.occupations.by_industry.tables import IndustryTable

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]


@pytest.fixture(scope="module")
def cells(
    estimate: Make, industry: Callable[..., Industry], managers: Occupation, may_2025: Release
) -> list[WageEstimate]:
    """Manufacturing with two industries (one more isn't released), utilities, mining without a number of jobs,
    finance with a top-coded median, and an ownership cut."""
    manufacturing, utilities = industry("31-33", "Manufacturing"), industry("22", "Utilities")
    mining, finance = industry("21", "Mining"), industry("52", "Finance")
    chemicals, food = industry("325", "Chemicals", manufacturing), industry("311", "Food", manufacturing)
    power = industry("221", "Utilities", utilities)
    cut = industry("221105", "Power, privately owned", power, kind="ownership", level=5)

    def cell(
        of: Industry | None, jobs: int | None, p10: int, median: int | None, p90: int | None
    ) -> WageEstimate:
        measures: dict[str, object] = {"annual_p10": p10, "annual_p25": p10 + 10, "annual_p75_missing": 6}
        for name, value, reason in (
            ("employment", jobs, MissingReason.NOT_RELEASED),
            ("annual_median", median, MissingReason.TOP_CODED),
            ("annual_p90", p90, MissingReason.TOP_CODED),
        ):
            measures |= {name: value} if value is not None else {f"{name}_missing": reason}
        return estimate(
            may_2025, managers, of, **measures, employment_rse=Decimal("4.0"), wage_rse=Decimal("12.5")
        )

    return [
        cell(None, 1000, 70_000, 120_000, 200_000),
        cell(manufacturing, 800, 75_000, 125_000, 190_000),
        cell(chemicals, 300, 80_000, 135_000, 210_000),
        cell(food, 200, 60_000, 110_000, 180_000),
        cell(utilities, 100, 90_000, 160_000, 230_000),
        cell(power, 100, 90_000, 160_000, 230_000),
        cell(cut, 50, 90_000, 150_000, 230_000),
        cell(mining, None, 50_000, 100_000, 150_000),
        cell(finance, 90, 100_000, None, None),
    ]


def page_of(cells: list[WageEstimate], view: str = "sectors", opened: frozenset[str] = frozenset()):
    overall = cells[0]
    return by_industry(overall, cells[1:], basis="annual", view=view, opened=opened)


def names(rows: list) -> list[str]:
    return [row.name for row in rows]


def test_sectors_are_the_only_partition_summed(cells: list[WageEstimate]) -> None:
    page = page_of(cells)
    assert sorted(names(page.rows)) == ["Finance", "Manufacturing", "Mining", "Utilities"]
    assert page.covered_share == Decimal("99.0")
    assert page.remainder is not None
    assert (page.remainder.employment.value, page.remainder.share) == (10, Decimal("1.0"))
    assert page.remainder.about_nothing  # 10 jobs are less than the rounding of five published numbers


def test_real_remainder_is_shown(cells: list[WageEstimate]) -> None:
    cells[0].employment = 1_500
    page = page_of(cells)
    assert page.remainder is not None
    assert page.remainder.employment.value == 510
    assert not page.remainder.about_nothing
    assert "hold 66 percent of its 1,500 wage-and-salary jobs" in page.notes[0]


def test_shares_and_gaps(cells: list[WageEstimate]) -> None:
    rows = {row.name: row for row in page_of(cells).rows}
    assert rows["Manufacturing"].share == Decimal(80)
    assert rows["Manufacturing"].gap == 5_000
    assert round(rows["Manufacturing"].gap_percent, 2) == Decimal("4.17")
    assert rows["Mining"].share is None
    assert rows["Finance"].gap is None  # a top-coded median is no number to subtract from
    assert page_of(cells).overall.gap is None


def test_a_sector_opens_to_its_industries_and_says_what_is_left(cells: list[WageEstimate]) -> None:
    page = page_of(cells, opened=frozenset({"31-33"}))
    inside = [row for row in page.rows if row.depth == 1]
    assert sorted(names(inside)) == ["Chemicals", "Food", "Not shown or not released, in manufacturing"]
    left = next(row for row in inside if row.is_remainder)
    assert (left.employment.value, left.share) == (300, Decimal(30))


def test_what_cannot_be_opened_is_said(cells: list[WageEstimate], client: Client) -> None:
    """A sector with industries opens; one without, and a code that isn't there, do not."""
    address = f"{cells[0].occupation.get_absolute_url()}industries/"
    assert "no such row to open" not in client.get(address, {"open": "31-33"}).text
    page = client.get(address, {"open": ["31-33", "99999", "22"]}).text
    for code in ("99999", "22"):
        assert f"We ignored “open={code}” in the address: this table has no such row to open." in page


def test_only_child_of_the_same_name_is_passed_over(cells: list[WageEstimate]) -> None:
    rows = {row.name: row for row in page_of(cells).rows}
    assert rows["Manufacturing"].has_children
    assert not rows["Utilities"].has_children


def test_all_industries_lists_cuts_and_says_that_they_overlap(cells: list[WageEstimate]) -> None:
    rows = {row.code: row for row in page_of(cells, view="all").rows}
    assert len(rows) == 8
    assert rows["221105"].cuts_across
    assert rows["325"].parent_name == "Manufacturing"
    assert not rows["325"].cuts_across


def test_largest_and_highest_are_of_those_published(cells: list[WageEstimate]) -> None:
    without_finance = [cells[0], *cells[1:-1]]
    cells[0].employment = 1_000
    said = page_of(without_finance).lede
    assert said[1].startswith(
        "Of the sectors with a published median, industrial production managers earn the most in utilities"
    )
    assert "the most of the sectors" not in said[0]  # 800 of 1,000 are more than what is left
    cells[0].employment = 2_000
    assert (
        "work in manufacturing, the most of the sectors whose jobs are published." in page_of(cells).lede[0]
    )


def test_highest_sector_is_not_named_while_a_top_coded_one_may_be_higher(cells: list[WageEstimate]) -> None:
    cells[-1].employment = 100
    assert page_of(cells).highest is None
    cells[-1].employment, cells[-1].employment_missing = None, MissingReason.NOT_RELEASED
    assert page_of(cells).highest is None  # it may have enough jobs to count
    without_finance = cells[:-1]
    assert page_of(without_finance).highest == ("utilities", 160_000, 120_000)
    cells[4].employment = 99
    assert page_of(without_finance).highest is None  # too few to be named, and then one sector is left


@pytest.mark.parametrize("descending", [False, True])
def test_missing_figures_come_last_both_ways(cells: list[WageEstimate], descending: bool) -> None:
    rows = sort_rows(page_of(cells).rows, "jobs", descending=descending)
    assert names(rows)[-1] == "Mining"
    rows = sort_rows(page_of(cells).rows, "gap", descending=descending)
    assert names(rows)[-1] == "Finance"


def test_top_coded_sorts_by_its_floor(cells: list[WageEstimate]) -> None:
    rows = sort_rows(page_of(cells).rows, "median", descending=True)
    assert names(rows) == ["Finance", "Utilities", "Manufacturing", "Mining"]


@pytest.mark.parametrize("column", SORTABLE)
@pytest.mark.parametrize("descending", [False, True])
def test_children_stay_under_their_parent(cells: list[WageEstimate], column: str, descending: bool) -> None:
    page = page_of(cells, opened=frozenset({"31-33"}))
    rows = sort_rows(page.rows, column, descending=descending)
    assert sorted(names(rows)) == sorted(names(page.rows))
    at = names(rows).index("Manufacturing")
    assert [row.depth for row in rows[at + 1 : at + 4]] == [1, 1, 1]
    assert rows[at + 3].is_remainder


@pytest.fixture(scope="module")
def address(cells: list[WageEstimate], managers: Occupation) -> str:
    return f"{managers.get_absolute_url()}industries/"


def headers(html: str) -> dict[str, str]:
    """Column headers of the table, each with its mark-up."""
    head = html[html.index("<thead") : html.index("</thead>")]
    found = re.findall(r"<th ([^>]*)>(.*?)</th>", head, re.S)
    return {re.sub(r"<[^>]+>", " ", inner).split()[0]: f"{attributes} {inner}" for attributes, inner in found}


def test_every_header_sorts_both_ways_and_says_so(address: str, client: Client) -> None:
    for column in SORTABLE:
        for sign, word in (("", "ascending"), ("-", "descending")):
            response = client.get(address, {"sort": f"{sign}{column}", "open": "31-33"})
            assert response.status_code == 200
            html = response.text
            sorted_by = re.findall(r'<th [^>]*aria-sort="(\w+)"[^>]*><a [^>]*?href="([^"]+)"', html)
            assert len(sorted_by) == 1
            assert sorted_by[0][0] == word
            # The link of the sorted column turns the order round and keeps the rest of the address.
            back = "-" if sign == "" else ""
            assert f"sort={back}{column}" in sorted_by[0][1].replace("&amp;", "&")
            assert "open=31-33" in sorted_by[0][1]
            assert html.count('scope="row"') == 9


def test_first_click_on_figures_shows_the_highest_first(address: str, client: Client) -> None:
    links = re.findall(r'scope="col"[^>]*><a [^>]*?href="\?sort=(-?\w+)"', client.get(address).text)
    assert set(links) == {
        "industry",
        "jobs",
        *(f"-{name}" for name in SORTABLE if name not in ("industry", "jobs")),
    }


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"sort": "name"}, "“name” in the address: it isn’t a choice for “sort”"),
        ({"pay": "weekly"}, "“weekly” in the address: it isn’t a choice for “pay”"),
        ({"view": "x" * 100}, "it isn’t a choice for “view”"),
        ({"colour": "red"}, "ignored “colour” in the address"),
        ({"release": "May-1066"}, "no release called “May-1066”"),
    ],
)
def test_parameters_that_cannot_be_used_are_ignored_and_said(
    address: str, client: Client, query: dict, says: str
) -> None:
    response = client.get(address, query)
    assert response.status_code == 200
    assert says in response.text


def test_a_fragment_from_before_the_first_release_is_the_whole_page(address: str, client: Client) -> None:
    """There is no table then to make a fragment of."""
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = client.get(address, {"release": "2018-01-01"}, headers=headers)
    assert response.status_code == 200
    assert "<h1" in response.text


def test_a_fragment_is_the_same_table(address: str, client: Client) -> None:
    whole = client.get(address, {"sort": "-median"}).text
    fragment = client.get(
        address, {"sort": "-median"}, headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    ).text
    assert "<html" not in fragment
    table = fragment[fragment.index("<table") : fragment.index("</table>")]
    assert table in whole


def test_number_of_queries_does_not_depend_on_the_size(
    address: str, client: Client, cells: list[WageEstimate], estimate: Make, industry: Callable[..., Industry],
    managers: Occupation, may_2025: Release, django_assert_num_queries,
) -> None:  # fmt: skip
    with django_assert_num_queries(5):
        client.get(address, {"view": "all"})
    for number in range(40):
        estimate(
            may_2025,
            managers,
            industry(f"9{number:02}", f"Industry {number}", cells[1].industry),
            annual_median=1,
        )
    cache.clear()
    with django_assert_num_queries(5):
        response = client.get(address, {"view": "all"})
    assert "Industry 39" in response.text


def test_occupation_without_pay_says_so(client: Client, managers: Occupation, nation: Area) -> None:
    response = client.get(f"{managers.get_absolute_url()}industries/")
    assert response.status_code == 200
    assert "None of our sources publish" in response.text


def test_table_columns_are_the_sortable_ones_and_the_bar(cells: list[WageEstimate]) -> None:
    table = IndustryTable(page_of(cells))
    assert {column.name for column in table.columns} == {*SORTABLE, "pay"}
    assert {column.name for column in table.columns if column.orderable} == set(SORTABLE)


COLUMNS = (
    (1, "jobs", "jobs_status"),
    (2, "share_of_occupation_jobs_percent", "share_of_occupation_jobs_percent_status"),
    (4, "annual_p10_usd", "annual_p10_usd_status"),
    (5, "annual_median_usd", "annual_median_usd_status"),
    (6, "annual_p90_usd", "annual_p90_usd_status"),
    (8, "median_gap_percent", "median_gap_percent_status"),
)


@pytest.mark.parametrize("query", ["", "sort=-median", "view=all&sort=gap", "open=31-33&sort=industry"])
@pytest.mark.parametrize(("kind", "read"), [("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)])
def test_file_says_what_the_page_says(
    client: Client, cells: list[WageEstimate], kind: str, read: Callable, query: str
) -> None:
    address = f"{cells[0].occupation.get_absolute_url()}industries/"
    shown = page_rows(client.get(f"{address}?{query}"))
    rows = read(client.get(f"{address}?{query}&_export={kind}"))
    assert len(rows) == len(shown)
    for cells_shown, row in zip(shown, rows, strict=True):
        assert row["industry"] in cells_shown[0]
        for place, value, status in COLUMNS:
            if cells_shown[place]:
                assert agrees(cells_shown[place], row[value], row[status] or ""), (cells_shown, row)
            else:
                assert row[value] in ("", None)
        assert (row["wages_source"], row["wages_release"]) == ("OEWS", "May 2025")
