"""What programs ask a site for: robots.txt, the sitemaps, security.txt, the icon at the root."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from occupations.models import CodeSystem, DataChange, Industry, Occupation, Release
from tests import rows
from tests.web.conftest import make_occupation
from wages.models import Area, WageEstimate
from web.found import sitemaps
from web.occupations.answer.addresses import in_industry_address, in_place_address

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
PARTS = list(sitemaps.SITEMAPS)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def addresses(text: str) -> list[str]:
    return re.findall(r"<loc>([^<]*)</loc>", text)


def paths(client: Client, part: str) -> list[str]:
    return [urlsplit(each).path for each in addresses(client.get(f"/sitemap-{part}.xml").text)]


@pytest.fixture(scope="module")
def austin(shared_db: None) -> Area:
    """The area of today; the same code once meant another."""
    old = {"kind": "metro", "code": "0012420", "state_code": "48"}
    Area.objects.create(delineation="May 2015", title="Austin-San Marcos, TX", **old)
    return Area.objects.create(delineation="May 2024", title="Austin-Round Rock, TX", **old)


@pytest.fixture(scope="module")
def world(
    soc: CodeSystem, managers: Occupation, may_2025: Release, industry: Callable[..., Industry], estimate: Make,
    austin: Area,
) -> Occupation:  # fmt: skip
    """A paid occupation in a place and an industry, and one that two code systems have under different titles."""
    sector = industry("31-33", "Manufacturing")
    longer = industry("54133", "Engineering Services", sector)
    industry("541330", "Engineering Services", longer, level=6)
    estimate(may_2025, managers, annual_median=121_000)
    estimate(may_2025, managers, sector, annual_median=122_000)
    estimate(may_2025, managers, longer, annual_median=123_000)
    rows.wage_estimate(
        release=may_2025, occupation=managers, area=austin, industry=Industry.objects.get(code="000000"),
        annual_median=118_000,
    )  # fmt: skip
    old = CodeSystem.objects.create(
        slug="soc-2010", name="SOC 2010", subject="occupations", year=2010, is_current=False
    )
    Occupation.objects.create(
        system=old,
        code=managers.code,
        title="Plant Bosses",
        sentence_title="Plant bosses",
        level=4,
        parent=managers.parent,
        is_retired=True,
    )
    rows.certification(slug="apics-cpim")
    return managers


def test_robots_are_led_to_the_sitemaps(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml\n" in answer.text
    assert "Disallow: /admin/\n" in answer.text
    assert "Disallow: /*?\n" in answer.text
    assert "Allow: /sitemap-\n" in answer.text  # the longer rule counts, so that ?p=2 of these is read


@pytest.mark.parametrize(
    ("address", "may_be_read"),
    [
        ("/compare/", True),
        ("/compare/?occupation=29-1141", True),
        ("/compare/?occupation=29-1141&occupation=29-1071", True),
        ("/compare/?occupation=29-1141&occupation=29-1071&occupation=29-1171", False),
        ("/compare/?occupation=29-1141&occupation=29-1071&by=place", False),
        ("/compare/?occupation=29-1141&by=place", False),
        ("/compare/?by=place&occupation=29-1141", False),
        ("/occupations/?sort=-median", False),
        ("/sitemap-places.xml?p=2", True),
    ],
)
def test_robots_may_read_what_has_an_end(client: Client, address: str, may_be_read: bool) -> None:
    ours = client.get("/robots.txt").text.partition("\n\n")[0]
    rules = re.findall(r"^(Allow|Disallow): (\S+)$", ours, re.M)
    fitting = [
        (len(path), kind) for kind, path in rules if re.match(re.escape(path).replace(r"\*", ".*"), address)
    ]
    longest = max(fitting, default=(0, "Allow"))  # RFC 9309
    assert (longest[1] == "Allow") == may_be_read


def test_the_index_names_every_part_with_the_time_of_the_last_change(
    client: Client, world: Occupation
) -> None:
    text = client.get("/sitemap.xml").text
    assert addresses(text) == [f"http://testserver/sitemap-{part}.xml" for part in PARTS]
    newest = DataChange.objects.order_by("-changed_at").first()
    assert newest is not None
    times = re.findall(r"<lastmod>([^<]*)</lastmod>", text)
    assert {dt.datetime.fromisoformat(each) for each in times} == {newest.changed_at}
    page = client.get("/sitemap-pages.xml").text
    assert f"<lastmod>{newest.changed_at.date()}</lastmod>" in page


def test_every_address_is_that_of_a_page(client: Client, world: Occupation) -> None:
    for part in PARTS:
        listed = paths(client, part)
        assert listed
        assert len(listed) == len(set(listed))
        for path in listed:
            assert client.get(path).status_code == 200, path


def test_answers_stand_under_their_own_addresses(client: Client, world: Occupation, austin: Area) -> None:
    assert paths(client, "occupations-in-places") == [in_place_address(world, austin)]
    meant = [Industry.objects.get(code=code) for code in ("31-33", "54133")]
    expected = [in_industry_address(world, each) for each in meant]
    assert sorted(paths(client, "occupations-in-industries")) == sorted(expected)


def test_a_code_is_listed_once_as_it_is_read_today(client: Client, world: Occupation) -> None:
    codes = [path for path in paths(client, "occupations") if world.code in path]
    assert codes == [world.get_absolute_url()]
    assert [path for path in paths(client, "places") if "0012420" in path] == [
        "/places/0012420-austin-round-rock-tx/"
    ]
    assert [path for path in paths(client, "industries") if "5413" in path] == [
        "/industries/54133-engineering-services/"
    ]


def test_long_lists_come_in_several_files(
    client: Client, world: Occupation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps._Pages, "limit", 4)
    index = addresses(client.get("/sitemap.xml").text)
    assert "http://testserver/sitemap-pages.xml?p=3" in index
    assert "http://testserver/sitemap-pages.xml?p=4" not in index
    files = [address for address in index if "-pages.xml" in address]
    listed = [each for address in files for each in addresses(client.get(address).text)]
    assert listed == [f"http://testserver{reverse(name)}" for name in sitemaps.FIXED]
    assert client.get("/sitemap-pages.xml?p=4").status_code == 404
    assert client.get("/sitemap-pages.xml?p=x").status_code == 404


def test_no_file_is_longer_than_the_protocol_allows() -> None:
    assert all(part.limit <= 50_000 for part in sitemaps.SITEMAPS.values())


def test_there_is_no_other_part(client: Client) -> None:
    assert client.get("/sitemap-nothing.xml").status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_a_file_takes_a_fixed_number_of_queries(
    client: Client, world: Occupation, soc: CodeSystem, estimate: Make, may_2025: Release, part: str,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    counts = []
    for round_ in range(2):
        for number in range(10 * round_):
            job = make_occupation(soc, f"51-10{number:02}", f"Job {number}", 4, world.parent)
            estimate(may_2025, job, annual_median=50_000)
            estimate(may_2025, job, Industry.objects.get(code="31-33"), annual_median=50_000)
            rows.certification(slug=f"c-{number}")
        cache.clear()
        with django_assert_max_num_queries(12) as asked:
            client.get(f"/sitemap-{part}.xml")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_sitemap_is_packed_and_asked_for_again_by_its_tag(client: Client, world: Occupation) -> None:
    answer = client.get("/sitemap-occupations.xml", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    again = client.get("/sitemap-occupations.xml", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_no_contact_no_file(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


def test_security_txt_names_the_contact_and_expires(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    answer = client.get("/.well-known/security.txt", secure=True)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == "https://testserver/.well-known/security.txt"
    left = dt.datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert dt.timedelta(days=100) < left < dt.timedelta(days=365)


def test_the_icon_is_where_browsers_look_for_it(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"\x00\x00\x01\x00")  # type: ignore[attr-defined]
