"""The table and the map of areas: what is listed where, gaps, prices, the remainder, and the address."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import MissingReason, Occupation, Release
from tests import rows
from tests.web.country import TOP_CODED, areas, cell, official, price_levels
from tests.web.files import csv_rows, json_rows, page_rows, row_agrees, xlsx_rows
from wages.geography import NAMES as STATE_NAMES
from wages.geography import STATES
from wages.models import Area, WageEstimate
from web.occupations.by_place.facts import Asked, by_place
from web.occupations.by_place.queries import occupation_areas
from web.occupations.by_place.rows import SORTABLE, area_rows, narrowed, sort_rows
from web.words.notes import OR_MORE_NOTE
from web.words.sentences import joined

pytestmark = pytest.mark.django_db
PATH = "/occupations/11-3051-industrial-production-managers/places/"


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def country(shared_db: None) -> dict[str, Area]:
    return areas()


@pytest.fixture(scope="module")
def may_2025(shared_db: None) -> Release:
    return official("May 2025", dt.date(2026, 5, 15))


@pytest.fixture(scope="module")
def managers(country: dict[str, Area], may_2025: Release) -> Occupation:
    """Industrial production managers: Arkansas tops but has few, Guam's jobs aren't released."""
    found = rows.occupation("11-3051")
    for name, jobs, median, quotient in (
        ("nation", 10_000, 120_000, None), ("ohio", 6_000, 126_000, "1.50"), ("texas", 3_000, 114_000, "0.80"),
        ("arkansas", 50, 200_000, "2.90"), ("guam", None, 90_000, None), ("dayton", 900, 130_000, "2.10"),
        ("texarkana", 200, 100_000, "1.10"), ("border", 30, 95_000, "0.40"),
    ):  # fmt: skip
        measures: dict[str, Any] = {"annual_median": median}
        measures |= {"employment": jobs} if jobs else {"employment_missing": MissingReason.NOT_RELEASED}
        if quotient:
            measures |= {"location_quotient": quotient, "jobs_per_1000": quotient}
        cell(may_2025, country[name], found, **measures)
    return found


@pytest.fixture(scope="module")
def everything(country: dict[str, Area], may_2025: Release) -> None:
    """All occupations together, everywhere."""
    total = rows.all_occupations()
    for number, area in enumerate(country.values()):
        cell(may_2025, area, total, employment=100_000 - number, annual_median=50_000 - number * 1_000)


def read(managers: Occupation) -> tuple[WageEstimate, list[WageEstimate]]:
    material = occupation_areas(managers, None)
    assert material.overall is not None
    return material.overall, material.cells


def names(page: str) -> list[str]:
    body = page[page.index("<tbody") : page.index("</tbody>")]
    return [
        re.sub(r"<[^>]+>", "", text).strip()
        for text in re.findall(r'<th role="rowheader".*?</th>', body, re.S)
    ]


def test_states_come_first_and_territories_with_them(managers: Occupation, client: Client) -> None:
    page = client.get(PATH).text
    assert names(page) == [
        "United States", "Ohio", "Texas", "Arkansas", "Guam", "Not shown or not released",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"view": "metros"}, ["Dayton-Kettering-Beavercreek, OH", "Texarkana, TX-AR"]),
        ({"view": "nonmetro"}, ["Border Region of Texas nonmetropolitan area"]),
        ({"view": "metros", "state": "AR"}, ["Texarkana, TX-AR"]),
        ({"view": "metros", "state": "TX"}, ["Texarkana, TX-AR"]),
        (
            {"view": "all", "q": "texas"},
            ["Texas", "Texarkana, TX-AR", "Border Region of Texas nonmetropolitan area"],
        ),
        ({"q": "dayton"}, ["Dayton-Kettering-Beavercreek, OH"]),
        ({"state": "AR"}, ["Texarkana, TX-AR", "Arkansas"]),
        ({"view": "all", "q": "0019430"}, ["Dayton-Kettering-Beavercreek, OH"]),
        ({"view": "all", "q": "ohio DAY"}, ["Dayton-Kettering-Beavercreek, OH"]),
    ],
)
def test_views_and_filters(managers: Occupation, client: Client, query: dict, expected: list[str]) -> None:
    assert names(client.get(PATH, query).text)[1:] == expected


def test_gap_is_against_the_nation(managers: Occupation) -> None:
    found = {row.name: row for row in area_rows(*read(managers), "annual").rows}
    assert found["Ohio"].gap == 6_000
    assert found["Ohio"].gap_percent == Decimal(5)
    assert area_rows(*read(managers), "annual").nation.gap is None


def test_remainder_counts_states_and_no_territory(managers: Occupation, country, may_2025: Release) -> None:
    found = area_rows(*read(managers), "annual")
    left = found.remainder()
    assert left is not None
    assert left.employment.value == 10_000 - 6_000 - 3_000 - 50
    assert found.covered_share() == Decimal("90.5")
    WageEstimate.objects.filter(area=country["guam"]).update(employment=500, employment_missing=None)
    left = area_rows(*read(managers), "annual").remainder()
    assert left is not None
    assert left.employment.value == 950


def test_lede_ranks_from_100_jobs_up(managers: Occupation, client: Client) -> None:
    page = client.get(PATH).text
    assert (
        "Industrial production managers earn the most in Ohio: $126,000, 5 percent above the national median."
        in page
    )
    assert (
        "Industrial production managers are most common in Ohio, with 1.5 times the national share of jobs"
        " (location quotient 1.50)." in page
    )
    assert (
        "Ohio has the most industrial production managers on payrolls: 6,000, or 60 percent of the nation’s"
        in page
    )
    assert "The sentences above rank only states with at least 100 jobs in this occupation." in page


def lede(managers: Occupation) -> str:
    overall, cells = read(managers)
    page = by_place("Industrial production managers", overall, cells, Asked(), is_one=True)
    return " ".join(page.lede)


@pytest.mark.parametrize(
    ("nation", "expected"),
    [
        (10_000, "Ohio has the most industrial production managers on payrolls: 6,000"),
        (
            15_100,  # Alaska, which is not listed, may have 6,050
            "Of the states whose jobs are published, Ohio has the most industrial production managers on payrolls:"
            " 6,000",
        ),
    ],
)
def test_most_jobs_are_of_those_published_where_another_state_may_have_more(
    managers: Occupation, country, nation: int, expected: str
) -> None:
    WageEstimate.objects.filter(area=country["nation"]).update(employment=nation)
    assert expected in lede(managers)


def test_highest_median_and_share_are_of_those_published(managers: Occupation, country) -> None:
    assert "Industrial production managers are most common in Ohio" in lede(managers)
    WageEstimate.objects.filter(area=country["texas"]).update(
        annual_median=None,
        annual_median_missing=MissingReason.NOT_RELEASED,
        location_quotient=None,
        location_quotient_missing=MissingReason.NOT_RELEASED,
    )
    said = lede(managers)
    assert (
        "Of the states with a published median, industrial production managers earn the most in Ohio: $126,000"
        in said
    )
    assert (
        "Of the states with a published location quotient, industrial production managers are most common in Ohio"
        in said
    )


def test_nothing_is_hedged_where_every_state_is_published(
    managers: Occupation, country, may_2025: Release
) -> None:
    listed = {"39", "48", "05"}
    for letters, code in STATES.items():
        if code not in listed:
            state = rows.area(
                kind="state", code=f"{code}00000", title=STATE_NAMES[letters], state_code=code,
                delineation="FIPS",
            )  # fmt: skip
            cell(may_2025, state, managers, employment=7_000 if code == "11" else 200, annual_median=90_000,
                 location_quotient="3.00" if code == "11" else "0.10", jobs_per_1000="1")  # fmt: skip
    said = lede(managers)
    assert (
        " Industrial production managers are most common in the District of Columbia, with 3.0 times" in said
    )
    assert "The District of Columbia has the most industrial production managers on payrolls" in said


def test_no_state_is_the_highest_while_a_top_coded_one_may_be(
    managers: Occupation, country, may_2025: Release
) -> None:
    texas = WageEstimate.objects.filter(area=country["texas"], occupation=managers)
    texas.update(
        **dict.fromkeys(("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")),
        **TOP_CODED,
    )
    overall, cells = read(managers)
    page = by_place("Industrial production managers", overall, cells, Asked(), is_one=True)
    assert "earn a median of $239,200 or more in Texas." in page.lede[0]
    assert "Ohio" not in page.lede[0]
    by_pay = sort_rows(page.rows, "median", descending=True)
    assert by_pay[0].name == "Texas"
    assert next(row for row in page.rows if row.name == "Texas").gap is None
    assert OR_MORE_NOTE in page.notes


def test_states_with_the_same_highest_median_are_all_named(
    managers: Occupation, country, may_2025: Release
) -> None:
    cells = WageEstimate.objects.filter(occupation=managers, area__in=[country["ohio"], country["texas"]])
    cells.update(annual_median=126_000, annual_median_missing=None, annual_p75=150_000, annual_p75_missing=None,
                 annual_p90=200_000, annual_p90_missing=None)  # fmt: skip
    overall, cells_read = read(managers)
    page = by_place("Industrial production managers", overall, cells_read, Asked(), is_one=True)
    assert "earn the most in Ohio and Texas: $126,000" in page.lede[0].replace(
        "Texas and Ohio", "Ohio and Texas"
    )


def test_no_state_is_the_highest_by_a_rough_median(managers: Occupation, country, may_2025: Release) -> None:
    texas = WageEstimate.objects.filter(area=country["texas"], occupation=managers)
    texas.update(annual_median=632_190, annual_median_missing=None, annual_p75=632_190, annual_p75_missing=None,
                 annual_p90=632_190, annual_p90_missing=None)  # fmt: skip
    overall, cells = read(managers)
    page = by_place("Industrial production managers", overall, cells, Asked(), is_one=True)
    assert "632,190" not in page.lede[0]
    assert "earn the most in Ohio" in page.lede[0]
    assert any("with a very rough median" in note for note in page.notes)
    assert any(note.startswith("“Very rough” marks") for note in page.notes)


@pytest.mark.parametrize("column", SORTABLE)
@pytest.mark.parametrize("descending", [False, True])
def test_missing_figures_are_last_both_ways(managers: Occupation, column: str, descending: bool) -> None:
    overall, cells = read(managers)
    found = sort_rows(
        narrowed(area_rows(overall, cells, "annual").rows, view="states"), column, descending=descending
    )
    assert len(found) == 4
    if column in ("jobs", "quotient", "per_1000"):
        assert found[-1].name == "Guam"


def test_every_header_sorts_and_says_so(managers: Occupation, client: Client) -> None:
    for column in ("area", "jobs", "per_1000", "quotient", "median", "gap", "gap_percent", "reliability"):
        for sign, word in (("", "ascending"), ("-", "descending")):
            page = client.get(PATH, {"sort": f"{sign}{column}", "q": "o"}).text
            assert re.findall(r'aria-sort="(\w+)"', page) == [word], column
            assert "q=o" in re.search(r'aria-sort="\w+"><a [^>]*?href="([^"]+)"', page)[1]  # type: ignore[index]


def test_prices_are_adjusted_for_states_alone_on_request(managers: Occupation, client: Client) -> None:
    price_levels({"00": "100", "39": "92.5", "48": "97.1"})
    assert "At national prices" not in client.get(PATH).text
    page = client.get(PATH, {"prices": "adjusted", "view": "all"})
    found = {row[0]: row for row in page_rows(page)}
    assert "$136,216" in found["Ohio"]  # 126,000 / 0.925
    assert "no price level" in found["Dayton-Kettering-Beavercreek, OH"]
    assert "no price level" in found["Guam"]
    assert "We divide the median of May 2025 by the place’s price level of 2024" in page.text
    assert "pay in metropolitan areas, nonmetropolitan areas and territories isn’t adjusted" in page.text


MEDIAN = 7  # its column, where all kinds of places are listed


def test_prices_are_adjusted_for_areas_where_their_levels_are_here(
    managers: Occupation, client: Client
) -> None:
    price_levels({"39": "92.5"}, areas={"19430": "90", "48": "80", "45500": "70"})
    page = client.get(PATH, {"prices": "adjusted", "view": "all"})
    found = {row[0]: row for row in page_rows(page)}
    plain = {row[0]: row for row in page_rows(client.get(PATH, {"view": "all"}))}

    def adjusted(name: str, level: str) -> str:
        median = plain[name][MEDIAN]
        worth = Decimal(median.strip("$").replace(",", "")) * 100 / Decimal(level)
        return f"${worth.quantize(Decimal(1), ROUND_HALF_UP):,}"

    for name, level in (
        ("Dayton-Kettering-Beavercreek, OH", "90"), ("Border Region of Texas nonmetropolitan area", "80"),
    ):  # fmt: skip
        assert adjusted(name, level) in found[name], name
    assert "no price level" in found["Texarkana, TX-AR"], "its code stands under another name"
    assert "all nonmetropolitan areas in its state together" in page.text
    assert "At national prices" in client.get(PATH, {"prices": "adjusted", "view": "metros"}).text


def test_prices_of_areas_are_said_not_to_be_here(managers: Occupation, client: Client) -> None:
    price_levels({"39": "92.5"})
    page = client.get(PATH, {"prices": "adjusted", "view": "metros"}).text
    assert "This site has price levels for states only, so pay is shown as published." in page
    assert "At national prices" not in page


def test_prices_that_are_not_loaded_are_said(managers: Occupation, client: Client) -> None:
    for query in ({"prices": "adjusted"}, {"map": "adjusted"}):
        page = client.get(PATH, query).text
        assert "This site has no price levels, so pay is shown as published." in page
        assert "Adjusted for prices" not in page


def test_top_coded_pay_is_not_adjusted(managers: Occupation, country, client: Client) -> None:
    price_levels({"48": "97.1"})
    texas = WageEstimate.objects.filter(area=country["texas"], occupation=managers)
    texas.update(
        **dict.fromkeys(("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")),
        **TOP_CODED,
    )
    found = {row[0]: row for row in page_rows(client.get(PATH, {"prices": "adjusted"}))}
    assert "top-coded pay is not adjusted" in found["Texas"]


@pytest.mark.parametrize("measure", ["median", "jobs", "quotient", "per_1000", "adjusted"])
def test_map_says_what_the_table_says(managers: Occupation, client: Client, measure: str) -> None:
    price_levels({"39": "92.5", "48": "97.1", "05": "88.0"})
    page = client.get(PATH, {"map": measure}).text
    drawn = page[: page.index("<table")]
    said = dict(re.findall(r"<title>[A-Z]{2}, (Ohio|Texas|Arkansas): ([^<]+)</title>", drawn))
    assert said["Ohio"] == {
        "median": "$126,000 median", "jobs": "6,000 jobs", "quotient": "location quotient 1.50",
        "per_1000": "1.50 of every 1,000 jobs", "adjusted": "$136,216 median at national prices",
    }[measure]  # fmt: skip
    table = page[page.index("<table") :]
    assert re.search(r"[\d.,]+", said["Ohio"])[0] in table  # type: ignore[index]
    assert 'GU<span class="visually-hidden">, Guam: ' in page
    assert "<title>AK, Alaska: not published</title>" in page


def test_map_says_how_many_states_each_shade_stands_for(managers: Occupation) -> None:
    """Limits are round, so the classes are of unequal size, and nobody may say that they are about the same."""
    overall, cells = read(managers)
    page = by_place("Industrial production managers", overall, cells, Asked(measure="jobs"), is_one=True)
    assert page.map is not None
    drawn = {state.letters: state.shade for state in (*page.map.states, *page.map.squares)}
    sizes = [
        sum(shade == f"class-{n}" for shade in drawn.values()) for n in range(1, len(page.map.sizes) + 1)
    ]
    assert page.map.sizes == sizes
    assert page.classes.endswith(f": {joined([str(n) for n in sizes])}, from lowest to highest.")


def test_a_map_without_any_figure_says_so(managers: Occupation, client: Client) -> None:
    page = client.get(PATH, {"pay": "hourly"}).text
    assert "No state has a figure to show on the map." in page
    assert 'href="?pay=hourly&amp;map=jobs"' in page


def test_map_leads_into_the_state(managers: Occupation, client: Client) -> None:
    page = client.get(PATH, {"sort": "-median"}).text
    link = re.search(r'<a href="([^"]+)"><title>TX, Texas: ', page)
    assert link is not None
    inside = client.get(PATH + link[1].replace("&amp;", "&"))
    assert names(inside.text)[1:] == [
        "Texas",
        "Texarkana, TX-AR",
        "Border Region of Texas nonmetropolitan area",
    ]


@pytest.mark.parametrize("query", [{"view": "metros"}, {"q": "ohio"}, {"state": "OH"}])
def test_map_stands_over_the_whole_table_of_states_only(
    managers: Occupation, client: Client, query: dict
) -> None:
    assert 'id="map"' in client.get(PATH).text
    page = client.get(PATH, query).text
    assert 'id="map"' not in page
    assert "Not shown or not released" not in page  # a remainder is what all states leave


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"sort": "name"}, "“name” in the address: it isn’t a choice for “sort”"),
        ({"sort": "mean"}, "can’t be sorted by “mean”"),
        ({"sort": "adjusted"}, "can’t be sorted by “adjusted”"),
        ({"state": "XX"}, "“XX” in the address: it isn’t a choice for “state”"),
        ({"view": "cities"}, "“cities” in the address: it isn’t a choice for “view”"),
        ({"map": "x"}, "“x” in the address: it isn’t a choice for “map”"),
        ({"pay": "weekly"}, "“weekly” in the address: it isn’t a choice for “pay”"),
        ({"page": "-1"}, "“-1” in the address: it isn’t a choice for “page”"),
        ({"page": "9"}, "There is no page 9"),
        ({"per_page": "7"}, "rows a page: the choices are 100, 50, and 25"),
        ({"q": "x" * 99}, "We ignored that search: it is longer than 60 letters"),
        ({"_export": "pdf"}, "“pdf” in the address: it isn’t a choice for “_export”"),
        ({"colour": "red"}, "ignored “colour” in the address"),
        ({"release": "May-1066"}, "no release called “May-1066”"),
    ],
)
def test_parameters_that_cannot_be_used_are_said(
    managers: Occupation, client: Client, query: dict, says: str
) -> None:
    response = client.get(PATH, query)
    assert response.status_code == 200
    assert says in response.text
    assert "Ohio" in response.text


def test_nothing_found_says_which_filter_to_drop(managers: Occupation, client: Client) -> None:
    page = client.get(PATH, {"view": "metros", "state": "TX", "q": "dayton"}).text
    assert "We couldn’t find any metropolitan area for “dayton” in Texas." in page
    assert "Without “dayton”: 1 metropolitan area" in page
    assert "Without Texas: 1 metropolitan area" in page
    page = client.get(PATH, {"view": "nonmetro", "q": "dayton"}).text
    assert "Among all places: 1 place" in page


def test_an_occupation_without_places_says_so(country, may_2025: Release, client: Client) -> None:
    occupation = rows.occupation("11-1031", title="Legislators")
    cell(may_2025, country["nation"], occupation, annual_median=50_000)
    page = client.get("/occupations/11-1031-legislators/places/").text
    assert "None of our sources publish this occupation by state or area" in page
    assert client.get("/occupations/11-1031/places/?a=b").headers["Location"].endswith("/places/?a=b")


def test_an_earlier_release_has_its_own_areas(managers: Occupation, country, client: Client) -> None:
    before = official("May 2023", dt.date(2024, 4, 3))
    old = rows.area(code="0019430", delineation="May 2015", title="Dayton, OH")
    for area in (country["nation"], old):
        cell(before, area, managers, employment=500, annual_median=90_000)
    page = client.get(PATH, {"release": "May-2023", "view": "metros"}).text
    assert names(page)[1:] == ["Dayton, OH"]
    assert 'href="/places/0019430-dayton-oh/?release=May-2023"' in page
    assert "Kettering" not in page


def test_all_places(everything, client: Client) -> None:
    page = client.get("/places/").text
    assert names(page)[:2] == ["United States", "Ohio"]
    assert "Half of the nation’s 100,000 payroll jobs paid more than $50,000 in May 2025." in page
    assert (
        "Among the states and the District of Columbia with a published median, median pay is highest in Ohio"
        " ($49,000) and lowest in Arkansas ($47,000)." in page
    )
    assert "Location quotient" not in page[page.index("<table") : page.index("</table>")]
    assert 'href="/places/3900000-ohio/"' in page
    assert (
        names(client.get("/places/", {"view": "all", "sort": "kind"}).text)[1]
        == names(client.get("/places/", {"view": "metros", "sort": "area"}).text)[1]
    )


def test_places_of_a_release_with_the_nation_alone(country, client: Client) -> None:
    release = official("May 2024", dt.date(2025, 4, 2))
    cell(release, country["nation"], rows.all_occupations(), employment=1_000, annual_median=40_000)
    page = client.get("/places/").text
    assert "This site has no figures for states and areas yet" in page
    assert "This site has OEWS May 2024 for the nation only" in page


def test_places_without_any_data(client: Client) -> None:
    assert "This site has no figures for states and areas yet" in client.get("/places/").text


@pytest.mark.parametrize("path", [PATH, "/places/"])
@pytest.mark.parametrize("query", [{}, {"view": "all", "sort": "-median"}, {"view": "metros", "state": "TX"}])
def test_file_has_the_rows_of_the_page(managers, everything, client: Client, path: str, query: dict) -> None:
    price_levels({"39": "92.5"})
    query = query | {"prices": "adjusted"}
    shown = page_rows(client.get(path, query))
    for kind, read_file in (("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows)):
        found = read_file(client.get(path, query | {"_export": kind}))
        assert [row["area"] for row in found] == [cells[0] for cells in shown]
        assert {row["wages_release"] for row in found} == {"May 2025"}
        assert {row.get("prices_release") for row in found} == {
            None if query.get("view") == "metros" else "2024"
        }
        if kind == "csv":
            for cells, row in zip(shown, found, strict=True):
                assert row_agrees(cells, row) == [], row


def test_number_of_queries_does_not_depend_on_the_size(
    managers: Occupation, everything, country, may_2025: Release, client: Client, django_assert_num_queries
) -> None:
    price_levels({"39": "92.5"})
    total = rows.all_occupations()
    for path, count in ((f"{PATH}?view=all", 8), ("/places/?view=all", 6)):
        with django_assert_num_queries(count):
            client.get(path)
    for number in range(60):
        area = rows.area(code=f"00{number:05}", title=f"Town {number:02}, OH", state_code="39")
        for occupation in (managers, total):
            cell(may_2025, area, occupation, employment=10, annual_median=30_000)
    for path, count in ((f"{PATH}?view=all&per_page=100", 8), ("/places/?view=all&per_page=100", 6)):
        with django_assert_num_queries(count):
            assert "Town 59, OH" in client.get(path).text


@pytest.mark.parametrize(
    ("query", "title", "says_so"),
    [
        ({}, "by state and metropolitan area: jobs and pay", ["earn the most in Ohio: $126,000"]),
        (
            {"view": "metros"}, ": metropolitan areas, jobs and pay",
            ["Of the metropolitan areas, industrial production managers earn the most in Dayton-Kettering-Beavercreek,"
             " OH: $130,000", "OH: 900."],
        ),
        (
            {"state": "OH"}, ": places in Ohio, jobs and pay",
            ["In Ohio, half of the 6,000 industrial production managers on payrolls earn more than $126,000"],
        ),
        ({"q": "dayton"}, ": places matching “dayton”, jobs and pay", ["In Dayton-Kettering-Beavercreek, OH, half"]),
        ({"view": "metros", "state": "GU"}, ": metropolitan areas in Guam, jobs and pay", []),
    ],
)  # fmt: skip
def test_lead_and_title_follow_the_filters(
    managers: Occupation, client: Client, query: dict, title: str, says_so: list[str]
) -> None:
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    for page in (client.get(PATH, query).text, client.get(PATH, query, headers=headers).text):
        assert (
            f"<title>Industrial production managers{' ' if title.startswith('by') else ''}{title}</title>"
            in page
        )
        lead = page.partition('id="finding"')[2].partition("</p>")[0]
        assert all(said in lead for said in says_so)
        assert bool(says_so) or "hidden" in lead


def test_what_the_rows_lack_stands_over_them(managers: Occupation, client: Client) -> None:
    def over(query: dict) -> str:
        page = client.get(PATH, query).text
        return re.sub(r"<[^>]+>", "", page.partition('class="results"')[2].partition("</p>")[0])

    assert "4 states and territories, sorted by jobs, most first. Of these, 1 has no number of jobs." in over(
        {}
    )
    assert over({"view": "metros"}).endswith("2 metropolitan areas, sorted by jobs, most first")
    assert over({"state": "GU"}).endswith("most first. This row has no number of jobs.")


def test_the_scale_fits_the_rows_that_are_listed(managers: Occupation, country, may_2025: Release) -> None:
    WageEstimate.objects.filter(area=country["nation"]).update(annual_p10=60_000, annual_p90=160_000)
    for area, p10, p90 in (("dayton", 70_000, 170_000), ("border", 30_000, 240_000)):
        WageEstimate.objects.filter(area=country[area]).update(annual_p10=p10, annual_p90=p90)
    overall, cells = read(managers)

    def axis(view: str, text: str = "") -> tuple[float, float]:
        shown = by_place("Managers", overall, cells, Asked(view=view, text=text), is_one=True).axis
        return shown.low, shown.high

    assert axis(view="metros", text="dayton") == (60_000, 180_000)
    assert axis(view="nonmetro") == (25_000, 250_000)
