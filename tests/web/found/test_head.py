"""What the head of every page says: one canonical address, a description of its own, and data that is true."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from occupations.models import Industry, MissingReason, Occupation, Release
from tests import rows
from wages.models import WageEstimate
from web.found.sitemaps import SITEMAPS
from web.templatetags.found import structured_data
from web.words.brief import in_brief

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def world(
    managers: Occupation, may_2025: Release, industry: Callable[..., Industry], estimate: Callable[..., WageEstimate]
) -> Occupation:  # fmt: skip
    """A group and its one occupation of the same title, in a place and an industry; P90 is top-coded."""
    texas = rows.area(kind="state", code="4800000", title="Texas", state_code="48", delineation="FIPS")
    cells = {"annual_p10": 74_900, "annual_median": 126_060, "annual_p90_missing": MissingReason.TOP_CODED,
             "hourly_median": "60.61", "employment": 240}  # fmt: skip
    everything = Industry.objects.get(code="000000")
    assert managers.parent is not None
    for occupation in (managers, managers.parent):
        estimate(may_2025, occupation, **cells)
        estimate(may_2025, occupation, industry(f"3{occupation.level}", f"Part {occupation.level}"), **cells)
        rows.wage_estimate(release=may_2025, occupation=occupation, area=texas, industry=everything, **cells)
    rows.certification(slug="apics-cpim")
    return managers


def data(html: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return {item["@type"]: item for item in map(json.loads, found)}


def canonical(html: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'<link rel="canonical" href="([^"]*)">', html)]


def test_every_listed_page_is_its_own_and_describes_itself(client: Client, world: Occupation) -> None:
    described: dict[str, str] = {}
    for part in SITEMAPS:
        listed = re.findall(r"<loc>([^<]*)</loc>", client.get(f"/sitemap-{part}.xml").text)
        for address in listed:
            html = client.get(urlsplit(address).path).text
            assert canonical(html) == [address]
            (text,) = re.findall(r'<meta name="description" content="([^"]*)">', html)
            assert 0 < len(unescape(text)) <= 160
            assert text not in described, (address, described.get(text))
            described[text] = address
            assert f'<meta property="og:description" content="{text}">' in html
            assert re.search(
                r'<meta property="og:image" content="http://testserver/static/img/card[^"]*png">', html
            )
            data(html)  # is JSON


def test_what_orders_or_is_unknown_leaves_the_canonical_address(client: Client, world: Occupation) -> None:
    path = world.get_absolute_url()
    for query in ("?sort=-median", "?nonsense=1", "?prices=adjusted", "?release=Nonsense"):
        assert canonical(client.get(path + query).text) == [f"http://testserver{path}"]
    compared = client.get("/compare/?occupation=11-3051&occupation=11-3050&pay=hourly").text
    assert canonical(compared) == ["http://testserver/compare/?occupation=11-3051&occupation=11-3050"]


def test_a_page_as_of_a_release_is_its_own_and_not_indexed(client: Client, world: Occupation) -> None:
    path = world.get_absolute_url()
    html = client.get(f"{path}?release=may-2025&sort=-median").text
    assert canonical(html) == [f"http://testserver{path}?release=May-2025"]
    assert '<meta name="robots" content="noindex">' in html


def test_an_error_page_has_no_canonical_address(client: Client) -> None:
    assert canonical(client.get("/certifications/none-such/").text) == []


def test_pay_is_that_of_the_release_and_no_top_code_is_a_figure(client: Client, world: Occupation) -> None:
    said = data(client.get(world.get_absolute_url()).text)["Occupation"]
    yearly, hourly = said["estimatedSalary"]
    assert {key: yearly[key] for key in yearly if key.startswith("percentile") or key == "median"} == {
        "percentile10": 74_900, "median": 126_060,
    }  # fmt: skip
    assert (yearly["currency"], yearly["duration"]) == ("USD", "P1Y")
    assert (hourly["median"], hourly["duration"]) == (60.61, "PT1H")
    assert said["occupationalCategory"]["codeValue"] == "11-3051"


def test_a_table_says_whose_it_is_and_where_its_files_are(client: Client, world: Occupation) -> None:
    html = client.get(f"{world.get_absolute_url()}industries/").text
    said = data(html)
    table = said["Dataset"]
    assert table["temporalCoverage"] == "2025-05"
    assert table["creator"]["name"] == "U.S. Bureau of Labor Statistics"
    assert table["license"].startswith("https://www.bls.gov/")
    files = {each["encodingFormat"]: each["contentUrl"] for each in table["distribution"]}
    assert (
        client.get(files["text/csv"].removeprefix("http://testserver"))
        .headers["Content-Type"]
        .startswith("text/csv")
    )
    way = [each["name"] for each in said["BreadcrumbList"]["itemListElement"]]
    assert way[0] == "Occupations"
    assert way[-2:] == [world.sentence_title, "Industries"]


@pytest.mark.parametrize(
    ("path", "creator"),
    [
        ("/", "U.S. Bureau of Labor Statistics"),
        ("/compare/?occupation=11-3051&occupation=11-3050&pay=hourly", "U.S. Bureau of Labor Statistics"),
        ("/certifications/", "Occupedia"),
        ("/sources/", "Occupedia"),
    ],
)
def test_every_page_with_a_table_of_its_own_describes_it(
    client: Client, world: Occupation, path: str, creator: str
) -> None:
    html = client.get(path).text
    table = data(html)["Dataset"]
    assert table["creator"]["name"] == creator
    assert [table["url"]] == canonical(html)
    assert len(table["description"]) >= 50  # Google's least
    for file in table["distribution"]:
        answer = client.get(file["contentUrl"].removeprefix("http://testserver"))
        assert answer.headers["Content-Type"].startswith(file["encodingFormat"])


def test_nothing_in_the_data_ends_the_script() -> None:
    html = structured_data([{"name": "</script><script>alert(1)</script><!--\u2028"}])
    assert html.count("<") == 2
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"] == "</script><script>alert(1)</script><!--\u2028"


def test_a_text_is_cut_at_a_sentence_or_at_a_word() -> None:
    assert in_brief("One. Two.") == "One. Two."
    assert in_brief(f"{'a ' * 50}end. B{' b' * 50}") == f"{'a ' * 50}end."
    cut = in_brief("word " * 60, tail=" SOC 11-0000.")
    assert cut.endswith("word… SOC 11-0000.")
    assert len(cut) <= 160
