"""An area's page: which area a code means as of a day, and the occupations there."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from occupations.models import MissingReason, Release
from tests import rows
from tests.web.country import TOP_CODED, areas, cell, official, price_levels
from tests.web.files import csv_rows, json_rows, page_tables, row_agrees, xlsx_rows
from tests.web.wording import says
from wages.geography import states_in_title
from wages.models import Area, WageEstimate
from web.places.queries import area_of_code
from web.words.notes import OR_MORE_NOTE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def total_in(area: Area, release: Release, **measures: object) -> None:
    rows.wage_estimate(
        release=release, area=area, occupation=rows.all_occupations(), published_level=0, **measures
    )


@pytest.fixture(scope="module")
def releases(shared_db: None) -> tuple[Release, Release]:
    """Before and after the areas were drawn anew."""
    return official("May 2023", dt.date(2024, 4, 3)), official("May 2025", dt.date(2026, 5, 15))


@pytest.fixture(scope="module")
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
    assert says(page, "380,000")
    assert "Dayton, OH, with figures here up to May 2023" in page
    response = client.get(NEW, {"release": "May-2023"}, follow=True)
    assert response.redirect_chain == [("/places/0019430-dayton-oh/?release=May-2023", 302)]
    assert says(response.text, "370,000")
    assert "380,000" not in response.text


def test_an_area_that_was_dropped_keeps_its_page(releases, client: Client) -> None:
    area = rows.area(code="0010540", delineation="May 2015", title="Albany-Lebanon, OR")
    total_in(area, releases[0], employment=50_000)
    total_in(rows.nation(), releases[1], employment=150_000_000)
    page = client.get("/places/0010540-albany-lebanon-or/").text
    assert says(page, "50,000")
    assert "newest release with figures for this area is May 2023; May 2025 has none" in page


def test_an_area_not_published_that_early_says_so(releases, client: Client) -> None:
    area = rows.area(code="0010540", delineation="May 2024", title="Albany, OR")
    total_in(area, releases[1], employment=50_000)
    total_in(rows.nation(), releases[0], employment=150_000_000)
    response = client.get("/places/0010540-albany-or/", {"release": "May-2023"})
    assert response.status_code == 200
    assert "This site has no release that old" in response.text
    assert "50,000" not in response.text


def test_an_official_release_counts_before_a_later_one_entered_by_hand(redrawn, releases) -> None:
    by_hand = rows.release(label="May 2026", published_on=dt.date(2026, 6, 1))
    total_in(redrawn[1], by_hand, employment=1)
    found = area_of_code("0019430", None)
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


def test_the_older_area_is_led_to_as_of_its_time(redrawn, client: Client) -> None:
    page = client.get(NEW).text
    assert 'href="/places/0019430-dayton-oh/?release=May-2023">See it as of May 2023</a>' in page
    page = client.get("/places/0019430-dayton-oh/", {"release": "May-2023"}).text
    assert "boundaries used since May 2015" in page
    assert "means Dayton-Kettering-Beavercreek, OH" in page


# The occupations of a place.

TEXAS = "/places/4800000-texas/"


@pytest.fixture(scope="module")
def may_2025(shared_db: None) -> Release:
    return official("May 2025", dt.date(2026, 5, 15))


@pytest.fixture(scope="module")
def texas(may_2025: Release) -> dict[str, Area]:
    """Managers, few actors, a residual and a major group, in the nation, Texas and its areas."""
    country = areas()
    total = rows.all_occupations()
    major = rows.occupation("11-0000", title="Management occupations", level=1)
    jobs = {
        "managers": rows.occupation("11-3051", parent=major),
        "actors": rows.occupation("27-2011", title="Actors"),
        "others": rows.occupation("11-9199", title="Managers, all other", is_residual=True, parent=major),
        "surgeons": rows.occupation("29-1248", title="Surgeons"),
    }
    for name in ("nation", "texas", "texarkana", "border", "ohio"):
        cell(may_2025, country[name], total, employment=20_000, annual_median=50_000, annual_mean=60_000)
    here, everywhere = country["texas"], country["nation"]
    cell(may_2025, everywhere, major, employment=9_000, annual_median=110_000)
    cell(may_2025, here, major, employment=900, annual_median=120_000, location_quotient="1.3")
    for name, count, median, quotient in (
        ("managers", 2_000, 126_000, "1.40"), ("actors", 10, 40_000, "9.00"), ("others", 500, 140_000, "3.00"),
    ):  # fmt: skip
        cell(may_2025, everywhere, jobs[name], employment=count * 4, annual_median=120_000)
        cell(
            may_2025, here, jobs[name], employment=count, annual_median=median, location_quotient=quotient,
            jobs_per_1000=count / 20,
        )  # fmt: skip
    cell(may_2025, everywhere, jobs["surgeons"], employment=400, annual_median=230_000)
    cell(may_2025, here, jobs["surgeons"], employment_missing=MissingReason.NOT_RELEASED, **TOP_CODED)
    return country


def occupations(page: str) -> list[str]:
    """The names of the rows, without what stands pinned on top."""
    found = [cells[0].removesuffix(" residual") for cells in page_tables_of(page)[0][1:]]
    return found[1:] if found and found[0] == "All occupations" else found


def page_tables_of(page: str) -> list[list[list[str]]]:
    return page_tables(HttpResponse(page))


def test_occupations_of_a_place(texas, client: Client) -> None:
    page = client.get(TEXAS, {"residual": "show"}).text
    assert occupations(page) == [
        "Industrial production managers",
        "Managers, all other",
        "Actors",
        "Surgeons",
    ]
    shown = {cells[0]: cells for cells in page_tables_of(page)[0][1:]}
    assert "+$6,000 (+5%)" in " ".join(shown["Industrial production managers"])
    assert "$239,200 or more" in shown["Surgeons"]
    assert "not released by BLS" in shown["Surgeons"]
    for sort in ("median", "-median"):
        assert says(client.get(TEXAS, {"sort": sort}).text, OR_MORE_NOTE)


def test_glance_and_breadcrumb(texas, client: Client) -> None:
    price_levels({"48": "97.1"})
    page = client.get(TEXAS).text
    assert says(page, "97.1")
    assert "the median buys what $51,493 buys at national prices (computed)" in page
    assert '<a href="/places/0000000-united-states/">United States</a>' in page
    page = client.get("/places/0045500-texarkana-tx-ar/").text
    assert '<a href="/places/4800000-texas/">Texas</a>' in page
    assert "metropolitan area in Arkansas and Texas" in page


def test_what_a_place_is_known_for(texas, client: Client) -> None:
    """Actors are too few, the residual is left out and that is said, and surgeons' jobs aren't known."""
    page = client.get(TEXAS).text
    assert "Texas had 20,000 payroll jobs in May 2025, 100 percent of the nation’s." in page
    assert (
        "The occupations that stand out most here are industrial production managers (1.4 times the national share of"
        " jobs)."
    ) in page
    assert "The best-paid occupations are industrial production managers ($126,000), by median pay." in page
    assert NAMED_HERE in page


def test_a_rough_median_is_marked_and_named_as_no_best(texas, client: Client) -> None:
    """The managers' would be the best paid; half of them are said to earn the same amount to the dollar."""
    WageEstimate.objects.filter(area=texas["texas"], occupation__code="11-3051").update(
        annual_p75=126_000, annual_p75_missing=None, annual_p90=126_000, annual_p90_missing=None
    )
    page = client.get(TEXAS).text
    assert "The best-paid occupations" not in page
    shown = next(row for row in page_tables_of(page)[0] if row[0].startswith("Industrial production"))
    assert "$126,000 very rough" in shown
    assert "“Very rough” marks a median that equals the 90th percentile" in page
    file = csv_rows(client.get(TEXAS, {"_export": "csv"}))
    marked = [row["occupation"] for row in file if row["annual_median_usd_status"] == "published, very rough"]
    assert marked == ["Industrial production managers"]


NAMED_HERE = (
    "The sentences at the top name only occupations with at least 1 of every 1,000 jobs here. They never name “all"
    " other” occupations or very rough medians."
)
PAY = {"managers": 126_000, "actors": 40_000, "dancers": 45_000, "surgeons": 230_000}


@pytest.mark.parametrize(
    ("residual", "surgeons"),
    [
        ({"annual_median": 39_000}, {}),
        ({"annual_median": 240_000}, {}),
        (TOP_CODED, {}),
        ({"annual_median": 239_200}, TOP_CODED),
        (TOP_CODED, TOP_CODED),
    ],
)
def test_a_residual_is_never_named_and_that_is_said(
    may_2025: Release, client: Client, residual: dict, surgeons: dict
) -> None:
    texas = areas()["texas"]
    cell(may_2025, texas, rows.all_occupations(), employment=20_000, annual_median=50_000)
    for number, (title, median) in enumerate(PAY.items()):
        pay = {"annual_median": median}
        if title == "surgeons" and surgeons:
            pay = surgeons
        occupation = rows.occupation(f"27-201{number}", title=title.capitalize())
        cell(may_2025, texas, occupation, employment=1_000, **pay)
    others = rows.occupation("11-9199", title="Managers, all other", is_residual=True)
    cell(may_2025, texas, others, employment=500, **residual)
    page = client.get(TEXAS).text
    assert NAMED_HERE in page
    lede = page.split('<p class="lede">')[1].split("</p>")[0]
    assert "The best-paid occupations" in lede
    assert "managers with no occupation of their own" not in lede


def test_pay_on_the_other_basis_only_is_said_to_be_left_out(texas, may_2025, client: Client) -> None:
    """Pilots are paid by the year only, so nothing is the best paid of all by the hour."""
    pilots = rows.occupation("53-2011", title="Airline pilots")
    cell(
        may_2025, texas["texas"], pilots, employment=3_000, annual_median=200_000,
        hourly_median_missing=MissingReason.OTHER_BASIS,
    )  # fmt: skip
    WageEstimate.objects.filter(area=texas["texas"], occupation__code="11-3051").update(
        hourly_median=Decimal("60.58"), hourly_median_missing=None
    )
    assert "by the year" not in client.get(TEXAS).text.split('<p class="lede">')[1].split("</p>")[0]
    page = client.get(TEXAS, {"pay": "hourly"}).text
    assert (
        "The best-paid occupations with pay published by the hour are industrial production managers ($60.58), by"
        " median pay."
    ) in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"sort": "-quotient"}, ["Actors", "Industrial production managers", "Surgeons"]),
        (
            {"sort": "-quotient", "residual": "show"},
            ["Actors", "Managers, all other", "Industrial production managers", "Surgeons"],
        ),
        (
            {"sort": "-median", "residual": "show"},
            ["Surgeons", "Managers, all other", "Industrial production managers", "Actors"],
        ),
        ({"sort": "-gap_percent"}, ["Industrial production managers", "Actors", "Surgeons"]),
        ({"sort": "occupation"}, ["Actors", "Industrial production managers", "Managers, all other", "Surgeons"]),
        ({"level": "groups"}, ["Management occupations"]),
        ({"group": "11-0000", "sort": "occupation"}, ["Industrial production managers", "Managers, all other"]),
        ({"q": "prodution manager"}, ["Industrial production managers"]),
        ({"q": "27-2011"}, ["Actors"]),
        ({"q": "managers", "sort": "-jobs"}, ["Industrial production managers", "Managers, all other"]),
        ({"jobs_min": "500", "sort": "jobs"}, ["Industrial production managers"]),
    ],
)  # fmt: skip
def test_orders_and_filters(texas, client: Client, query: dict, expected: list[str]) -> None:
    assert occupations(client.get(TEXAS, query).text) == expected


def test_who_a_smallest_number_of_jobs_leaves_out(texas, client: Client) -> None:
    page = client.get(TEXAS, {"jobs_min": "100"}).text
    assert says(page, "1 occupation without a published number of jobs is left out.")


def test_a_ranking_says_above_the_table_that_residuals_are_left_out(texas, client: Client) -> None:
    page = client.get(TEXAS, {"sort": "-median"}).text
    before, _, after = page.partition('<table class="figures')
    assert "1 “all other” occupation is left out of this ranking." in before
    assert "?sort=-median&amp;residual=show" in before
    assert "left out of this ranking" not in after
    for query in ({"sort": "-median", "residual": "show"}, {"sort": "occupation"}, {"level": "groups"}):
        assert "left out of this ranking" not in client.get(TEXAS, query).text
    WageEstimate.objects.filter(area=texas["texas"], occupation__code="11-3051").update(employment=100)
    page = client.get(TEXAS, {"jobs_min": "400", "group": "11-0000"}).text
    assert "Show “all other” occupations too: 1 occupation" in page


def test_nothing_found_says_which_filter_to_drop(texas, client: Client) -> None:
    page = client.get(TEXAS, {"q": "actors", "group": "11-0000"}).text
    assert "We couldn’t find any occupation here for “actors” in Management." in page
    assert "Without “actors”: 1 occupation" in page
    assert "Without Management: 1 occupation" in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"sort": "x"}, "“x” in the address: it isn’t a choice for “sort”"),
        ({"sort": "adjusted"}, "can’t be sorted by “adjusted”"),
        ({"group": "99-0000"}, "“99-0000” in the address: it isn’t a choice for “group”"),
        ({"level": "x"}, "“x” in the address: it isn’t a choice for “level”"),
        ({"jobs_min": "many"}, "“many” in the address: it isn’t a choice for “jobs_min”"),
        ({"q": "!!!"}, "We ignored that search: it needs letters or digits"),
        ({"q": "x" * 200}, "We ignored that search: it is longer than 100 letters"),
        ({"prices": "adjusted"}, "This site has no price levels, so pay is shown as published"),
        ({"page": "7"}, "There is no page 7"),
        ({"table": "x", "_export": "csv2"}, "“csv2” in the address: it isn’t a choice for “_export”"),
    ],
)
def test_parameters_that_cannot_be_used_are_said(texas, client: Client, query: dict, says: str) -> None:
    response = client.get(TEXAS, query)
    assert response.status_code == 200
    assert says in response.text
    assert "Industrial production managers" in response.text


def test_the_nation_has_no_quotients_and_no_gaps(texas, client: Client) -> None:
    page = client.get("/places/0000000-united-states/", {"sort": "-quotient"})
    assert "can’t be sorted by “quotient”" in page.text
    head = page_tables(page)[0][0]
    assert not any(text.startswith(("Location", "Gap")) for text in head)
    assert "Most typical of the place" not in page.text
    assert NAMED_HERE in page.text


def test_prices_of_other_places_are_not_loaded(texas, client: Client) -> None:
    price_levels({"48": "97.1"})
    page = client.get("/places/0045500-texarkana-tx-ar/", {"prices": "adjusted"}).text
    assert "This site has price levels for states only, so pay is shown as published." in page
    shown = {cells[0]: cells for cells in page_tables(client.get(TEXAS, {"prices": "adjusted"}))[0][1:]}
    assert "$129,763" in shown["Industrial production managers"]  # 126,000 / 0.971
    assert "top-coded pay is not adjusted" in shown["Surgeons"]


def test_prices_of_a_metropolitan_area_where_they_are_here(texas, client: Client) -> None:
    levels = price_levels({"48": "97.1"})
    rows.area_parity(release=levels, code="45500", name="Texarkana, TX-AR", value="80")
    page = client.get("/places/0045500-texarkana-tx-ar/", {"prices": "adjusted"})
    assert "the median buys what $62,500 buys at national prices (computed)" in page.text  # 50,000 / 0.8
    border = client.get(
        "/places/4800003-border-region-of-texas-nonmetropolitan-area/", {"prices": "adjusted"}
    )
    assert "No price level is published for the Border Region of Texas nonmetropolitan area" in border.text


def test_areas_of_a_state_and_beside_an_area(texas, client: Client) -> None:
    page = client.get(TEXAS).text
    near = [cells[0] for cells in page_tables_of(page)[-1][1:]]
    assert near == ["Border Region of Texas nonmetropolitan area", "Texarkana, TX-AR"]
    page = client.get("/places/0045500-texarkana-tx-ar/").text
    assert "Other areas in Texas" in page
    assert [cells[0] for cells in page_tables_of(page)[-1][1:]] == [
        "Border Region of Texas nonmetropolitan area"
    ]


@pytest.mark.parametrize("query", [{}, {"sort": "-median", "prices": "adjusted"}, {"level": "groups"}])
def test_files_have_the_rows_of_the_page(texas, client: Client, query: dict) -> None:
    price_levels({"48": "97.1"})
    shown, near = page_tables(client.get(TEXAS, query))
    for kind, read_file in (("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)):
        found = read_file(client.get(TEXAS, query | {"_export": kind}))
        names = [cells[0].removesuffix(" residual") for cells in shown[1:]]
        assert [row["occupation"] for row in found] == names
        if kind == "csv":
            for cells, row in zip(shown[1:], found, strict=True):
                assert row_agrees(cells, row) == [], row
        beside = read_file(client.get(TEXAS, {"_export": kind, "table": "areas"}))
        assert [row["area"] for row in beside] == [cells[0] for cells in near[1:]]


def test_number_of_queries_does_not_depend_on_the_size(
    texas, may_2025: Release, client: Client, django_assert_num_queries
) -> None:
    price_levels({"48": "97.1"})
    with django_assert_num_queries(13):
        client.get(TEXAS)
    for number in range(70):
        occupation = rows.occupation(f"51-{number:04}", title=f"Trade {number}")
        for area in (texas["texas"], texas["nation"]):
            cell(may_2025, area, occupation, employment=10, annual_median=30_000)
    with django_assert_num_queries(13):
        assert "Trade 69" in client.get(TEXAS, {"per_page": "100", "n": "2"}).text
