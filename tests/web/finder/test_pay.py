"""Whose pay the finder shows, on which basis and in which columns; its address; its files."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Element, Industry, JobZone, MissingReason, Occupation, Rating, Release
from tests import rows
from tests.web.conftest import make_occupation, make_release
from tests.web.files import agrees, csv_rows, json_rows, page_rows, xlsx_rows
from tests.web.wording import says
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES, MEASURES
from wages.models import Area, WageEstimate
from web.finder.address import areas_named
from web.finder.columns import COLUMNS

pytestmark = pytest.mark.django_db
ADDRESS = "/occupations/"
Make = Callable[..., WageEstimate]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def wages(basis: str, median: float) -> dict[str, Any]:
    names = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}[basis]
    digits = 0 if basis == "annual" else 2
    shares = (0.5, 0.75, 1, 1.25, 1.5)
    found: dict[str, Any] = {
        name: round(Decimal(str(median * share)), digits) for name, share in zip(names, shares, strict=True)
    }
    return found | {f"{basis}_mean": round(Decimal(str(median * 1.1)), digits)}


def cell(release: Release, occupation: Occupation, area: Area, industry: Industry, **measures: Any) -> None:
    missing = {
        f"{name}_missing": MissingReason.NOT_RELEASED
        for name in MEASURES
        if name not in measures and f"{name}_missing" not in measures
    }
    WageEstimate.objects.create(
        release=release, occupation=occupation, area=area, industry=industry, published_level=occupation.level,
        **missing, **measures,
    )  # fmt: skip


@pytest.fixture(scope="module")
def world(
    soc: Any, total: Occupation, managers: Occupation, nation: Area, all_industries: Industry, may_2025: Release,
    industry: Callable[..., Industry],
) -> dict[str, Any]:  # fmt: skip
    """Managers and nurses in the nation, in Ohio and in hospitals; pilots by the year alone, actors by the hour."""
    outlook = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    onet = make_release("29.0", dt.date(2024, 8, 1), source="onet")
    health = make_occupation(soc, "29-0000", "Health Occupations", 1, total)
    arts = make_occupation(soc, "27-0000", "Arts Occupations", 1, total)
    nurses = make_occupation(soc, "29-1141", "Registered Nurses", 4, health)
    pilots = make_occupation(soc, "53-2011", "Pilots", 4, total)
    actors = make_occupation(soc, "27-2011", "Actors", 4, arts)
    ohio = rows.area(delineation="FIPS", code="3900000", kind="state", title="Ohio", state_code="39")
    dayton = rows.area(code="0019430")
    portlands = [
        rows.area(code="0038860", title="Portland-South Portland, ME", state_code="23"),
        rows.area(code="0038900", title="Portland-Vancouver-Hillsboro, OR-WA", state_code="41"),
    ]
    sector = industry("62", "Health care and social assistance")
    hospitals = industry("622", "Hospitals", sector)
    other = {"annual": MissingReason.OTHER_BASIS}
    both = lambda a, h: wages("annual", a) | wages("hourly", h)  # noqa: E731  # short, and named by its use
    no_annual = {f"{name}_missing": other["annual"] for name in (*ANNUAL_PERCENTILES, "annual_mean")}
    no_hourly = {f"{name}_missing": other["annual"] for name in (*HOURLY_PERCENTILES, "hourly_mean")}
    for (area, branch), of in (
        ((nation, all_industries), ((total, both(51_000, 24.5)), (managers, both(126_000, 60.6)),
                                    (nurses, both(93_000, 45)), (pilots, wages("annual", 232_000) | no_hourly),
                                    (actors, wages("hourly", 29.05) | no_annual))),
        ((ohio, all_industries), ((total, both(49_000, 23.5)), (managers, both(110_000, 52.9)),
                                  (nurses, both(81_000, 39)))),
        ((nation, hospitals), ((total, both(78_500, 37)), (nurses, both(95_000, 46)))),
        ((dayton, all_industries), ((nurses, both(80_000, 38.5)),)),
        ((portlands[0], all_industries), ((nurses, both(79_000, 38)),)),
        ((portlands[1], all_industries), ((nurses, both(99_000, 48)),)),
    ):  # fmt: skip
        for occupation, measures in of:
            more: dict[str, Any] = {"employment": 1_000} | (
                {} if area is nation else {"location_quotient": Decimal("1.25")}
            )
            cell(may_2025, occupation, area, branch, **measures, **more)
    for occupation, growth, word in (
        (managers, "1.9", "slower"),
        (nurses, "4.9", "faster"),
        (actors, "0.3", "little"),
    ):
        rows.projection(
            release=outlook, occupation=occupation, base_year=2024, target_year=2034, base_employment=Decimal("50.0"),
            percent_change=Decimal(growth), openings=Decimal("2.0"), employment_change=Decimal("1.0"),
            percent_self_employed=Decimal("3.0"), entry_education=3, work_experience=4, training=6,
            growth_word=word, growth_word_basis="derived",
        )  # fmt: skip
    JobZone.objects.create(release=onet, occupation=nurses, zone=4)
    for code, name, value in (("1.B.1.g", "First", 4), ("1.B.1.h", "Second", 2), ("1.B.1.i", "Third", 0)):
        element = Element.objects.create(code=code, name=f"{name} Interest High-Point", domain="interest")
        Rating.objects.create(release=onet, occupation=nurses, element=element, scale="IH", value=value)
    return {"ohio": ohio, "hospitals": hospitals, "nurses": nurses, "managers": managers, "may": may_2025}


def get(client: Client, query: str) -> Any:
    answer = client.get(f"{ADDRESS}{query}")
    assert answer.status_code == 200, answer.headers.get("Location")
    return answer


def titles(client: Client, query: str = "") -> list[str]:
    return re.findall(r'<th role="rowheader"[^>]*><a href="[^"]*">([^<]*)</a>', get(client, query).text)


def said(client: Client, query: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", get(client, query).text).split())


def row(client: Client, query: str, name: str) -> list[str]:
    return next(cells for cells in page_rows(get(client, query)) if cells[0].startswith(name))


def test_pay_of_a_state(client: Client, world: dict) -> None:
    assert row(client, "?area=3900000", "Registered nurses")[1:] == [
        "29-1141", "$81,000", "", "1,000", "1.25", "+4.9", "Bachelor’s degree",
    ]  # fmt: skip
    text = said(client, "?area=3900000")
    assert says(text, "4 occupations, pay in Ohio, sorted by title")
    assert (
        "Annual wages of people on payrolls in Ohio, May 2025. Jobs and projected growth for the nation"
        in text
    )
    assert "median of all occupations in Ohio, $49,000" in text
    assert "Growth nation 2024–34, %" in text
    assert "OEWS publishes 2 of these 4 occupations for Ohio." in text
    assert "not published for this area" in row(client, "?area=3900000", "Pilots")


def test_a_rough_median_of_a_place_is_marked_and_explained(client: Client, world: dict) -> None:
    cells = WageEstimate.objects.filter(area__code="3900000", occupation__title="Registered Nurses")
    (median,) = cells.values_list("annual_median", flat=True)
    cells.update(annual_p75=median, annual_p90=median)
    assert f"${median:,} very rough" in row(client, "?area=3900000", "Registered nurses")
    assert "“Very rough” marks a median that equals the 90th percentile" in said(client, "?area=3900000")
    assert "Very rough" not in said(client, "")


def test_a_place_has_its_article_in_a_sentence(client: Client, world: dict) -> None:
    Area.objects.filter(code="3900000").update(title="District of Columbia", state_code="11")
    text = said(client, "?area=3900000")
    assert "pay in the District of Columbia" in text
    assert "in District" not in text
    assert "for District" not in text


def test_a_limit_of_pay_is_the_states(client: Client, world: dict) -> None:
    assert titles(client, "?area=3900000&pay_min=90000") == ["Industrial production managers"]
    assert "Registered nurses" in titles(client, "?pay_min=90000")
    text = said(client, "?area=3900000&pay_min=90000")
    assert says(
        text, "2 occupations without an annual median are left out: 2 with no pay published for Ohio."
    )
    assert "With the nation’s pay: 1 occupation" in said(client, "?area=3900000&pay_min=200000")


def test_pay_in_an_industry_finds_who_is_published_there(client: Client, world: dict) -> None:
    assert titles(client, "?industry=622") == ["Registered nurses"]
    assert row(client, "?industry=622", "Registered nurses")[2] == "$95,000"
    text = said(client, "?industry=622")
    assert says(text, "1 occupation found in hospitals, sorted by title")
    assert "Pay and payroll jobs are for this industry (hospitals) nationwide." in text
    assert "Hospitals (1)" in said(client, "")
    assert "Hospitals (0)" in said(client, "?pay_min=96000")
    assert "Without “Hospitals”: 1 occupation" in said(client, "?industry=622&q=managers")


def test_dropping_an_industry_brings_the_nations_pay_back(client: Client, world: dict) -> None:
    text = said(client, "?industry=622&pay_min=200000")
    assert (
        "We couldn’t find any occupations with median pay of $200,000 a year or more, found in hospitals."
        in text
    )
    assert "Without “Hospitals”: 1 occupation" in text  # the pilots
    assert "Without “$200,000 a year or more”: 1 occupation" in text  # the nurses


def test_an_area_and_an_industry_together_are_not_published(client: Client, world: dict) -> None:
    text = said(client, "?area=3900000&industry=622")
    assert "OEWS publishes nothing for an area and an industry together, so we ignored Ohio" in text
    assert "$95,000" in text
    assert (
        "area="
        not in get(client, "?area=3900000&industry=622").text.split('class="chips"')[1].split("</ul>")[0]
    )


def test_pay_by_the_hour(client: Client, world: dict) -> None:
    assert titles(client, "?pay=hourly&pay_min=$28.50&sort=median") == [
        "Actors", "Registered nurses", "Industrial production managers",
    ]  # fmt: skip
    text = said(client, "?pay=hourly&pay_min=28.50")
    assert "with median pay of $28.50 an hour or more" in text
    assert says(text, "1 paid by the year without a published hourly figure")
    assert "Median\u00a0pay $ an hour" in get(client, "?pay=hourly").text.replace("<small>", " ")
    assert "$232,000 a year no hourly figure is published" in row(client, "?pay=hourly", "Pilots")[2]
    assert "$29.05 an hour no annual figure is published" in row(client, "", "Actors")[2]
    assert "<span>$10</span><span>$55</span><span>$100</span>" in get(client, "?pay=hourly").text


def test_a_limit_by_the_year_that_is_read_by_the_hour_leads_back(client: Client, world: dict) -> None:
    html = get(client, "?pay=hourly&pay_min=90000&education=bachelors").text
    assert '<a href="?pay_min=90000&amp;education=bachelors">By the year: 2 occupations</a>' in html
    assert len(titles(client, "?pay_min=90000&education=bachelors")) == 2


def test_on_paper_the_address_is_the_whole_search(client: Client, world: dict) -> None:
    assert (
        'class="print-only">http://testserver/occupations/?zone=4&amp;sort=-median<'
        in get(client, "?zone=4&sort=-median").text
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?growth=growing", "Actors Industrial Registered"),
        ("?growth=faster&growth=slower", "Industrial Registered"),
        ("?zone=4", "Registered"),
        ("?interest=S", "Registered"),
        ("?interest=I", ""),  # the second interest is not the strongest
        ("?education=bachelors&group=29-0000&group=27-0000", "Actors Registered"),
        ("?experience=none&training=none&jobs_min=50,000&jobs_max=50000", "Actors Industrial Registered"),
        ("?openings_min=2001", ""),
    ],
)
def test_facets(client: Client, world: dict, query: str, found: str) -> None:
    assert [title.split()[0] for title in titles(client, query)] == found.split()


def test_the_summary_says_the_search_in_words(client: Client, world: dict) -> None:
    query = "?education=bachelors&education=masters&growth=growing&pay_min=75000&pay_max=200000&group=29-0000"
    assert says(
        said(client, query),
        "1 occupation in Health usually entered with a master’s degree or a bachelor’s degree, growing, with median pay"
        " of $75,000 to $200,000 a year, sorted by title, A to Z",
    )


def test_who_a_source_does_not_describe_is_said_to_be_left_out(client: Client, world: dict) -> None:
    assert says(said(client, "?zone=4"), "3 occupations for which O*NET gives no job zone are left out.")
    assert says(
        said(client, "?education=bachelors"),
        "1 occupation for which the projections give no usual entry education is left out.",
    )


def test_values_that_would_leave_nothing_cannot_be_chosen_but_taken_back(client: Client, world: dict) -> None:
    html = get(client, "?growth=faster&zone=4").text
    assert re.search(r'value="faster" checked>', html)
    assert re.search(r'id="growth-slower" name="growth" value="slower" disabled>', html)
    nothing = get(client, "?growth=slower&zone=4").text
    assert re.search(r'id="growth-slower" name="growth" value="slower" checked>', nothing)
    assert re.search(r'id="zone-4" name="zone" value="4" checked>', nothing)


def test_a_chip_takes_one_value_away(client: Client, world: dict) -> None:
    html = get(client, "?growth=faster&growth=slower&pay_min=1&area=3900000").text
    chips = html.split('class="chips"')[1].split("</ul>")[0]
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]*)"', chips)]
    assert links == [
        "?growth=slower&pay_min=1&area=3900000",
        "?growth=faster&pay_min=1&area=3900000",
        "?growth=faster&growth=slower&area=3900000",
        "?growth=faster&growth=slower&pay_min=1",
        "/occupations/",
    ]


@pytest.mark.parametrize(
    ("untidy", "tidy"),
    [
        ("?q=&group=&pay_min=60000&pay_max=&pay=annual&area=&place=&industry=", "?pay_min=60000"),
        ("?place=Dayton", "?area=0019430"),
        ("?place=portland,+me&area=3900000", "?area=0038860"),
        ("?area=0000000&industry=000000", ""),
        (
            "?columns=code&columns=median&columns=bar&columns=jobs&columns=growth&columns=openings&columns=education",
            "",
        ),
    ],
)
def test_an_address_is_made_tidy(client: Client, world: dict, untidy: str, tidy: str) -> None:
    answer = client.get(f"{ADDRESS}{untidy}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{ADDRESS}{tidy}")
    fragment = client.get(f"{ADDRESS}{untidy}", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert (fragment.status_code, fragment.headers["HX-Push-Url"]) == (200, f"{ADDRESS}{tidy}")
    assert "HX-Push-Url" not in client.get(
        f"{ADDRESS}{tidy}", headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )


def test_a_name_of_several_areas_is_asked_back(client: Client, world: dict) -> None:
    html = get(client, "?place=portland&zone=4").text
    assert "“portland” may mean 2 areas. Choose one below." in html
    assert 'href="?zone=4&amp;area=0038860"' in html
    assert 'href="?zone=4&amp;area=0038900"' in html


def test_areas_are_found_by_the_beginnings_of_words() -> None:
    def area(title: str) -> Area:
        return Area(title=title)

    areas = [area(t) for t in ("New York", "New York-Newark-Jersey City, NY-NJ", "York-Hanover, PA", "Ohio")]
    assert [a.title for a in areas_named("new york", areas)] == ["New York"]
    assert [a.title for a in areas_named("york", areas)] == [
        "York-Hanover, PA", "New York", "New York-Newark-Jersey City, NY-NJ",
    ]  # fmt: skip
    assert [a.title for a in areas_named("newark nj", areas)] == ["New York-Newark-Jersey City, NY-NJ"]
    assert areas_named("!!", areas) == []


def test_the_names_of_areas_can_be_fetched(client: Client, world: dict) -> None:
    text = client.get("/occupations/areas/").text
    assert '<option value="Dayton-Kettering-Beavercreek, OH"></option>' in text


ALL = "?" + "&".join(f"columns={name}" for name in COLUMNS)


def test_every_column_can_be_chosen_and_filled(client: Client, world: dict) -> None:
    cells = row(client, f"{ALL}&area=3900000", "Registered nurses")
    assert len(cells) == len(COLUMNS) + 1
    assert cells[-2:] == ["4", "Social, Investigative"]
    assert "faster than average derived" in cells
    assert 'class="region wide"' in get(client, f"{ALL}&area=3900000").text
    assert len(row(client, "?columns=mean", "Actors")) == 2


def test_a_column_that_is_not_shown_can_be_sorted_by(client: Client, world: dict) -> None:
    assert titles(client, "?columns=code&sort=-growth")[0] == "Registered nurses"
    assert titles(client, "?sort=-zone")[0] == "Registered nurses"
    assert titles(client, "?sort=-mean")[0] == "Pilots"


@pytest.mark.parametrize("name", [name for name, column in COLUMNS.items() if column.words])
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_order_is_said(client: Client, world: dict, name: str, sign: str) -> None:
    words = COLUMNS[name].words
    assert words is not None
    assert f"sorted by {words[bool(sign)]}" in said(client, f"?area=3900000&sort={sign}{name}")


@pytest.mark.parametrize(
    "query", [ALL, f"{ALL}&area=3900000&sort=-median", f"{ALL}&pay=hourly", "?industry=622"]
)
def test_the_files_say_what_the_page_shows(client: Client, world: dict, query: str) -> None:
    shown = page_rows(get(client, f"{query}"))
    files = [
        read(client.get(f"{ADDRESS}{query}&_export={kind}"))
        for kind, read in (("csv", csv_rows), ("json", json_rows), ("xlsx", xlsx_rows))
    ]
    for found in files:
        assert [line["occupation"] for line in found] == [cells[0] for cells in shown]
        for cells, line in zip(shown, found, strict=True):
            basis = "hourly" if "pay=hourly" in query else "annual"
            name = f"{basis}_median_usd"
            at = next(n for n, cell in enumerate(cells) if n and ("$" in cell or "not published" in cell))
            assert agrees(cells[at], line[name], line[f"{name}_status"])
            assert line["wages_release"] == "May 2025"
            assert line["outlook_release"] == "2024–34"


def test_a_file_names_whose_pay_it_has(client: Client, world: dict) -> None:
    [line] = csv_rows(client.get(f"{ADDRESS}?industry=622&_export=csv"))
    assert line["pay_in"] == "hospitals"
    assert (line["annual_median_usd"], line["annual_median_usd_status"]) == ("95000", "published")
    assert (line["annual_p10_usd"], line["jobs"]) == ("47500", "1000")


def test_as_of_a_release_of_the_nation_alone(client: Client, world: dict) -> None:
    past = make_release("May 2021", dt.date(2022, 3, 31))
    nation, everything = Area.objects.nation().get(), Industry.objects.get(kind="all")
    cell(past, world["nurses"], nation, everything, **wages("annual", 77_600))
    text = said(client, "?release=May-2021&area=3900000&growth=faster&zone=4&industry=622")
    assert "OEWS May 2021 has no area “3900000”, so this is national pay." in text
    assert "We ignored “622”: OEWS May 2021 has no such industry." in text
    assert "We ignored “growth”: its source has nothing that old." in text
    assert "We ignored “zone”: its source has nothing that old." in text
    text = said(client, "?release=May-2021")
    assert "so you can’t choose education, experience, training, growth, jobs or openings." in text
    assert "with job zones and interests published by then, so you can’t choose them." in text
    assert "This site has OEWS May 2021 for the nation only, so you can’t choose an area or industry." in text


def test_the_number_of_queries_is_fixed(
    client: Client, world: dict, soc: Any, django_assert_max_num_queries: Any
) -> None:
    nation, everything = Area.objects.nation().get(), Industry.objects.get(kind="all")
    counts = []
    for first, size in ((0, 5), (5, 60)):
        for number in range(first, first + size):
            helper = make_occupation(
                soc, f"29-{4000 + number}", f"Helpers {number:03}", 4, world["nurses"].parent
            )
            for area, industry in (
                (nation, everything),
                (world["ohio"], everything),
                (nation, world["hospitals"]),
            ):
                cell(world["may"], helper, area, industry, **wages("annual", 30_000 + number))
        for query in (
            f"{ALL}&area=3900000&per_page=100",
            "?industry=622&pay_min=20000&growth=faster",
            "?pay=hourly&zone=4",
        ):
            cache.clear()
            with django_assert_max_num_queries(19) as asked:
                get(client, query)
            counts.append(len(asked))
    assert counts[:3] == counts[3:]
