"""One occupation in one place or industry: the sentence, the figures beside it, and where an address leads."""

import datetime as dt
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, MissingReason, Occupation, Release
from tests import rows
from tests.web.country import TOP_CODED, areas, cell, official, price_levels
from tests.web.files import csv_rows, page_tables_of, xlsx_rows
from wages.models import Area
from web.occupations.answer import queries
from web.occupations.answer.card import answer_of
from web.occupations.by_industry.address import industry_or_404

pytestmark = pytest.mark.django_db
JOB = "/occupations/11-3051-industrial-production-managers/"
DAYTON = f"{JOB}places/0019430-dayton-kettering-beavercreek-oh/"
TEXAS = f"{JOB}places/4800000-texas/"
CHEMICALS = f"{JOB}industries/325-chemicals/"


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
    """In the nation, Ohio, Dayton and Toledo, in Texas without pay, in Texarkana without anything; and by industry."""
    found, total = rows.occupation("11-3051"), rows.all_occupations()
    toledo = rows.area(code="0045780", title="Toledo, OH", state_code="39")
    for area, jobs, median, more in (
        (country["nation"], 10_000, 120_000, {}),
        (country["ohio"], 6_000, 126_000, {"location_quotient": "1.50", "jobs_per_1000": "2.400"}),
        (
            country["dayton"], 900, 130_000,
            {
                "location_quotient": "2.10", "jobs_per_1000": "3.100", "hourly_median": "62.50",
                "annual_mean": 140_000, "employment_rse": "4.0", "wage_rse": "12.5",
            },
        ),
        (toledo, 400, 90_000, {}),
        (country["texas"], 3_000, None, {f"{m}_missing": MissingReason.NOT_RELEASED for m in ("annual_median",)}),
    ):  # fmt: skip
        measures = {"employment": jobs, **({"annual_median": median} if median else {}), **more}
        cell(may_2025, area, found, **measures)
    manufacturing = rows.industry("31-33", "Manufacturing", kind="sector", level=2)
    chemicals = rows.industry("325", "Chemicals", parent=manufacturing)
    food = rows.industry("311", "Food", parent=manufacturing)
    rows.industry("3251", "Basic chemicals", parent=chemicals, level=4)
    rows.industry("541", "Services")
    nation = country["nation"]
    for industry, jobs, median in (
        (manufacturing, 8_000, 121_200),
        (chemicals, 3_000, 135_000),
        (food, 2_000, 110_000),
    ):
        cell(may_2025, nation, found, industry=industry, employment=jobs, annual_median=median)
        cell(may_2025, nation, total, industry=industry, employment=jobs * 50)
    return found


def words(page: str) -> str:
    """What the page's main part says, without its tags."""
    main = page.partition('id="main"')[2].partition("<footer")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).replace("&#x27;", "'").split())


class TestPlace:
    def test_the_answer_leads_and_says_what_it_means(self, managers: Occupation, client: Client) -> None:
        page = client.get(DAYTON)
        said = words(page.text)
        assert (
            "Industrial production managers in Dayton-Kettering-Beavercreek, OH: $130,000 a year"
            " (half earn more, half less)" in said
        )
        assert "10% earn under $78,000" in said
        assert "10% earn over $221,000" in said
        assert "8.3% above the nation" in said  # 130,000 over 120,000
        assert "OEWS, May 2025" in said
        assert "<title>Industrial production managers in Dayton-Kettering-Beavercreek, OH" in page.text

    def test_both_bases_jobs_and_reliability(self, managers: Occupation, client: Client) -> None:
        said = words(client.get(DAYTON).text)
        assert "Median $130,000 $62.50" in said
        assert (
            "900 industrial production managers were on a payroll in Dayton-Kettering-Beavercreek, OH" in said
        )
        assert "That is 9 percent of all industrial production managers" in said
        assert "3.1 of every 1,000 jobs there, 2.10 times the nation’s share (location quotient 2.10)" in said
        assert "the number of jobs, high (relative standard error 4 percent)" in said
        assert "mean pay, fair (relative standard error 12.5 percent)" in said
        assert "No error is published for percentiles" in said
        assert "62.50 an hour (half earn more" in words(client.get(DAYTON, {"pay": "hourly"}).text)

    def test_it_stands_beside_the_state_the_nation_and_neighbors(
        self, managers: Occupation, client: Client
    ) -> None:
        page = client.get(DAYTON)
        names = [line[0] for line in page_tables_of(page.text)[-1][1:]]
        assert names == [
            "Dayton-Kettering-Beavercreek, OH metropolitan area", "Ohio state",
            "United States nation, all industries", "Toledo, OH metropolitan area",
        ]  # fmt: skip
        assert f'href="{JOB}places/3900000-ohio/"' in page.text
        assert f'href="{JOB}"' in page.text

    def test_prices_on_request(self, managers: Occupation, client: Client) -> None:
        assert "No price levels are loaded here" in words(client.get(DAYTON, {"prices": "adjusted"}).text)
        levels = price_levels({"39": "92.5"}, areas={"19430": "80"})
        cache.clear()  # all of a test is one transaction
        assert "At the nation’s prices" not in words(client.get(DAYTON).text)
        said = words(client.get(DAYTON, {"prices": "adjusted"}).text)
        assert "the median buys what $162,500 a year buys at the nation’s prices (computed here)" in said
        assert "$136,216" in said, "Ohio: 126,000 / 0.925"
        assert "Regional Price Parities" in client.get(DAYTON, {"prices": "adjusted"}).text
        assert levels.label in said
        said = words(client.get(f"{JOB}places/0045780-toledo-oh/", {"prices": "adjusted"}).text)
        assert "No price level is published for Toledo, OH" in said

    def test_without_a_released_median_the_next_wider_place_answers(
        self, managers: Occupation, client: Client
    ) -> None:
        page = client.get(TEXAS)
        said = words(page.text)
        assert "BLS did not release what industrial production managers earned in Texas in May 2025" in said
        assert "The next wider figure: In the United States: $120,000 a year" in said
        assert "3,000 industrial production managers were on a payroll in Texas" in said, (
            "what is known stays"
        )

    def test_without_a_cell_too(self, managers: Occupation, country: dict[str, Area], client: Client) -> None:
        page = client.get(f"{JOB}places/0045500-texarkana-tx-ar/")
        assert page.status_code == 200
        said = words(page.text)
        assert (
            "BLS published no pay for industrial production managers in Texarkana, TX-AR in May 2025" in said
        )
        assert "The next wider figure: In the United States: $120,000 a year" in said, "Texas has none either"

    def test_a_top_coded_median_is_no_number(
        self, managers: Occupation, country: dict[str, Area], may_2025: Release, client: Client
    ) -> None:
        surgeons = rows.occupation("29-1248", title="Surgeons")
        cell(may_2025, country["nation"], surgeons, employment=400, annual_median=230_000)
        cell(may_2025, country["ohio"], surgeons, employment=40, **TOP_CODED)
        said = words(client.get("/occupations/29-1248-surgeons/places/3900000-ohio/").text)
        assert "Surgeons in Ohio: $239,200 or more a year (BLS publishes no exact figure above that)" in said
        assert "the nation" not in said.partition("Annual Hourly")[0].rpartition("exact figure")[2], "no gap"

    def test_earlier_releases_of_the_same_area(
        self, managers: Occupation, country: dict[str, Area], client: Client
    ) -> None:
        assert "Earlier releases" not in client.get(DAYTON).text
        then = official("May 2024", dt.date(2025, 4, 2))
        cell(then, country["dayton"], managers, annual_median=121_000)
        cell(then, rows.area(delineation="May 2015", code="0019430"), managers, annual_median=99_999)
        cache.clear()
        page = client.get(DAYTON).text
        assert "?release=May-2024" in page
        assert "$121,000" in page
        assert "$99,999" not in page, "another area of the code"

    def test_as_of_a_day_before_nothing_is_known(self, managers: Occupation, client: Client) -> None:
        page = client.get(DAYTON, {"release": "2020-01-01"})
        assert page.status_code == 200
        assert "BLS published no pay" in words(page.text)

    def test_own_pay_is_placed_here(self, managers: Occupation, client: Client) -> None:
        page = client.get(DAYTON).text
        action = re.search(r'<form class="own-pay[^>]* action="([^"]+)"', page)
        assert action
        hidden = dict(
            re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)"', page.partition("own-pay")[2])
        )
        assert hidden["area"] == "0019430"
        answer = client.post(action[1], {"amount": "130,000", "basis": "annual", "area": hidden["area"]})
        assert "$130,000 is the median." in answer.text
        assert "in Dayton-Kettering-Beavercreek, OH" in answer.text

    def test_a_file_has_everything_of_each_line(self, managers: Occupation, client: Client) -> None:
        price_levels({"39": "92.5"}, areas={"19430": "80"})
        found = csv_rows(client.get(DAYTON, {"_export": "csv", "prices": "adjusted"}))
        assert [row["area_code"] for row in found] == ["0019430", "3900000", "", "0045780"]
        first = found[0]
        assert (first["annual_median_usd"], first["hourly_median_usd"], first["annual_mean_usd"]) == (
            "130000", "62.50", "140000"
        )  # fmt: skip
        assert first["annual_median_at_national_prices_usd"] == "162500"
        assert (first["prices_release"], first["wages_release"]) == ("2024", "May 2025")
        assert first["share_of_occupation_jobs_percent"] == "9.0"
        assert len(xlsx_rows(client.get(DAYTON, {"_export": "xlsx"}))) == 4

    def test_it_can_be_cited(self, managers: Occupation, client: Client) -> None:
        assert f"http://testserver{DAYTON}?release=May-2025" in client.get(DAYTON).text


class TestIndustry:
    def test_the_answer_its_share_and_what_is_around(self, managers: Occupation, client: Client) -> None:
        page = client.get(CHEMICALS)
        said = words(page.text)
        assert (
            "Industrial production managers in chemicals: $135,000 a year (half earn more, half less)" in said
        )
        assert "12.5% above all industries together" in said
        assert "That is 30 percent of all industrial production managers on a payroll in the nation" in said
        assert "They hold 2 percent of the industry’s jobs" in said  # 3,000 of 150,000
        names = [line[0] for line in page_tables_of(page.text)[-1][1:]]
        assert names == [
            "Chemicals industry", "Manufacturing sector", "United States nation, all industries", "Food industry"
        ]  # fmt: skip

    def test_an_industry_without_figures_leads_to_the_wider_one(
        self, managers: Occupation, client: Client
    ) -> None:
        said = words(client.get(f"{JOB}industries/3251-basic-chemicals/").text)
        assert (
            "BLS published no pay for industrial production managers in basic chemicals in May 2025" in said
        )
        assert "The next wider figure: In chemicals: $135,000 a year" in said
        said = words(client.get(f"{JOB}industries/541-services/").text)
        assert "The next wider figure: In the United States: $120,000 a year" in said

    def test_prices_are_of_places(self, managers: Occupation, client: Client) -> None:
        said = words(client.get(CHEMICALS, {"prices": "adjusted"}).text)
        assert "there are no prices of a place to adjust for" in said

    def test_a_file(self, managers: Occupation, client: Client) -> None:
        found = csv_rows(client.get(CHEMICALS, {"_export": "csv"}))
        assert [row["industry_code"] for row in found] == ["325", "31-33", "", "311"]
        assert found[0]["share_of_industry_jobs_percent"] == "2.00"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/occupations/11-3051/places/0019430/", f"{JOB}places/0019430/"),
        (f"{JOB}places/0019430/?pay=hourly", f"{DAYTON}?pay=hourly"),
        (f"{JOB}places/0019430-somewhere/", DAYTON),
        ("/occupations/11-3051-managers/places/0019430-dayton-kettering-beavercreek-oh/", DAYTON),
        (f"{JOB}places/0000000-united-states/", JOB),
        (f"{JOB}industries/325000/", CHEMICALS),
        (f"{JOB}industries/325-something/", CHEMICALS),
        (f"{JOB}industries/31--33/", f"{JOB}industries/31-33-manufacturing/"),
        (f"{JOB}industries/000000/", JOB),
        (f"{JOB}places/9999999-nowhere/", None),
        (f"{JOB}industries/999-nothing/", None),
        ("/occupations/99-9999-nothing/places/0019430-dayton/", None),
    ],
)
def test_addresses_lead_to_the_one_or_nowhere(
    managers: Occupation, client: Client, path: str, target: str | None
) -> None:
    response = client.get(path)
    if target is None:
        assert response.status_code == 404
    else:
        assert response.status_code == 302
        assert response.headers["Location"] == target


def test_a_repeated_code_leads_to_the_one_with_figures(
    managers: Occupation, country: dict[str, Area], may_2025: Release, client: Client
) -> None:
    wide = rows.industry("5511", "Management of companies", level=4)
    rows.industry("551114", "Management of companies", level=6, parent=wide)
    cell(may_2025, country["nation"], managers, industry=wide, annual_median=150_000)
    response = client.get(f"{JOB}industries/551114/")
    assert response.headers["Location"] == f"{JOB}industries/5511-management-of-companies/"


def test_a_retired_code_says_so_and_leads_on(
    managers: Occupation, country: dict[str, Area], may_2025: Release, client: Client
) -> None:
    old = rows.occupation("15-1132", title="Software Developers, Applications", is_retired=True)
    path = f"{old.get_absolute_url()}places/3900000-ohio/"
    page = client.get(path)
    assert page.status_code == 200
    assert "code is retired" in words(page.text)
    assert f'href="{old.get_absolute_url()}"' in page.text
    assert "BLS published no pay" in words(page.text)


def test_tables_lead_here(
    managers: Occupation, country: dict[str, Area], may_2025: Release, client: Client
) -> None:
    for area in ("nation", "dayton"):
        cell(may_2025, country[area], rows.all_occupations(), employment=100_000, annual_median=50_000)
    for path in (f"{JOB}places/?view=metros", "/places/0019430-dayton-kettering-beavercreek-oh/"):
        assert f'<a class="figure-link" href="{DAYTON}">$130,000</a>' in client.get(path).text, path
    for path in (f"{JOB}industries/?view=all", "/industries/325-chemicals/"):
        assert f'<a class="figure-link" href="{CHEMICALS}">$135,000</a>' in client.get(path).text, path
    profile = client.get(JOB).text
    assert f'href="{CHEMICALS}"' in profile
    assert f'href="{JOB}places/3900000-ohio/"' in profile
    assert "figure-link" not in client.get("/places/").text, (
        "of all occupations together there is no such page"
    )


@pytest.mark.parametrize(("path", "count"), [(DAYTON, 10), (CHEMICALS, 8)])
def test_queries_are_fixed(
    managers: Occupation, country: dict[str, Area], may_2025: Release, client: Client, path: str, count: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    price_levels({"39": "92.5"})
    with django_assert_num_queries(count):
        client.get(path)
    manufacturing = Industry.objects.get(code="31-33")
    for number in range(30):
        area = rows.area(code=f"00{number:05}", title=f"Town {number:02}, OH", state_code="39")
        cell(may_2025, area, managers, employment=number, annual_median=30_000)
        industry = rows.industry(f"3{number + 30}", f"Industry {number}", parent=manufacturing)
        cell(may_2025, country["nation"], managers, industry=industry, annual_median=30_000)
    cache.clear()
    with django_assert_num_queries(count):
        page = client.get(path).text
    assert ("Town 29, OH" in page or "Industry 29" in page) is (path == DAYTON), (
        "the eight with the most jobs"
    )


def test_a_card_for_whoever_has_an_occupation_and_a_place(
    managers: Occupation, country: dict[str, Area], django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        answer = answer_of(queries.in_place(managers, country["dayton"], None), via="45401 is in Dayton.")
    assert (answer.href, answer.via, answer.has_figure, answer.unit) == (
        DAYTON, "45401 is in Dayton.", True, "a year"
    )  # fmt: skip
    assert [link.text for link in answer.links] == [
        "Industrial production managers", "Dayton-Kettering-Beavercreek, OH"
    ]  # fmt: skip
    industry = industry_or_404("325")
    with django_assert_num_queries(3):
        assert answer_of(queries.in_industry(managers, industry, None)).href == CHEMICALS
    with django_assert_num_queries(2):
        answer = answer_of(queries.in_nation(managers, None))
    assert (
        answer.lead
        == "Industrial production managers in the United States: $120,000 a year (half earn more, half less)"
    )
    assert answer.facts == ["10% earn under $72,000", "10% earn over $204,000"]


def test_without_any_figure_the_card_says_so(managers: Occupation, country: dict[str, Area]) -> None:
    nobody = rows.occupation(title="Legislators")
    answer = answer_of(queries.in_place(nobody, country["ohio"], None))
    assert answer.lead == "BLS published no pay for legislators in Ohio in May 2025."
    assert (answer.wider, answer.has_figure, answer.bar) == ([], False, None)


def test_an_occupation_of_onet_leads_to_what_it_is_a_part_of(
    managers: Occupation, country: dict[str, Area], client: Client
) -> None:
    part = rows.occupation(
        "11-3051.01", title="Quality Control Systems Managers", level=Occupation.Level.ONET, parent=managers,
        system=rows.system("onet-soc-2019"),
    )  # fmt: skip
    page = client.get(f"{part.get_absolute_url()}places/0019430-dayton-kettering-beavercreek-oh/")
    assert "Industrial production managers in Dayton-Kettering-Beavercreek, OH" in words(page.text)
    assert f'href="{DAYTON}"' in page.text


def test_a_handout_says_what_it_is_here(
    managers: Occupation, country: dict[str, Area], client: Client, django_assert_num_queries: Any
) -> None:
    page = client.get("/handouts/", {"occupation": "11-3051", "place": "0019430"})
    assert "Industrial production managers in Dayton-Kettering-Beavercreek, OH: $130,000 a year" in words(
        page.text
    )
    assert "Pay in the nation" in page.text
    html = client.get("/handouts/", {"occupation": "11-3051", "industry": "325"}).text
    assert "Industrial production managers in chemicals: $135,000 a year" in words(html)
    assert re.findall(r'href="(/handouts/\?[^"]*)" data-compare-remove', html) == ["/handouts/?industry=325"]
    assert 'name="industry" value="325"' in html
    for query, notice in (
        ({"place": "9999999"}, "No area has the code “9999999”, so “place” was ignored."),
        ({"place": "x"}, "No area has the code “x”, so “place” was ignored."),
        ({"industry": "zzz"}, "No industry has the code “zzz”, so “industry” was ignored."),
        ({"place": "0019430", "industry": "325"}, "so “industry” was ignored"),
    ):
        assert notice in client.get("/handouts/", {"occupation": "11-3051"} | query).text
    cell_less = client.get("/handouts/", {"occupation": "11-3051", "place": "0045500"}).text
    assert "The next wider figure" in cell_less
