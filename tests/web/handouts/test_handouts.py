"""Handouts: what a sheet says, which addresses it bears, and that ten cost no more queries than one."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client, RequestFactory

from occupations.models import Certification, CertifyingOrganization, MissingReason, Occupation, Release
from tests.web.conftest import make_occupation, make_release
from tests.web.occupations.test_profile import projection
from tests.web.wording import says
from wages.models import WageEstimate
from web.charts.qr import qr_code
from web.http.as_of import AsOf
from web.http.permalinks import pinned

pytestmark = pytest.mark.django_db
Make = Callable[..., WageEstimate]
PAGE = "/handouts/"


@pytest.fixture(scope="module")
def sheet(managers: Occupation, may_2025: Release, estimate: Make, total: Occupation) -> Occupation:
    """Managers with pay and an outlook."""
    estimate(
        may_2025, managers, annual_median=126_060, annual_p90_missing=MissingReason.TOP_CODED, employment=10
    )
    round_ = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    projection(round_, managers, percent_change=Decimal("1.9"), openings=Decimal(17), entry_education=3)
    projection(round_, total, percent_change=Decimal("3.1"))
    return managers


def test_a_sheet_has_figures_sources_and_the_address_that_keeps_them(
    client: Client, sheet: Occupation
) -> None:
    html = client.get(PAGE, {"occupation": "11-3051"}).text
    for said in (
        "was $126,060 in May 2025",
        "$239,200 or more",
        "projected to grow 1.9 percent",
        "Bachelor’s degree",
    ):
        assert said in html
    assert "than the 3.1 percent for all jobs" in html
    assert "<b>$126,060</b> a year" in html
    assert "http://testserver/occupations/11-3051/?release=May-2025" in html
    assert "published May 15, 2026" in html
    assert '<svg viewBox="0 0' in html
    assert 'class="cover"' not in html
    response = client.get("/occupations/11-3051/", {"release": "May-2025"}, follow=True)
    assert "was $126,060 in May 2025" in response.text


def test_a_packet_has_a_list_and_a_sheet_for_each(client: Client, sheet: Occupation) -> None:
    make_occupation(sheet.system, "17-2112", "Industrial Engineers", 4, sheet.parent)
    html = client.get(PAGE, {"occupation": ["11-3051", "17-2112", "11-0000"]}).text
    assert "Handouts on 3 occupations" in html
    assert html.count('<article class="handout"') == 3
    assert html.count('class="qr-code"') == 4  # the list's and one on each sheet
    assert "None of our sources cover this code." in html
    assert "is a major group" in html


def test_as_of_a_release_stays_with_it(client: Client, sheet: Occupation) -> None:
    html = client.get(PAGE, {"occupation": "11-3051", "release": "2026-06-01"}).text
    assert "http://testserver/occupations/11-3051/?release=2026-06-01" in html
    before = client.get(PAGE, {"occupation": "11-3051", "release": "2019-01-01"}).text
    assert "126,060" not in before
    assert "as of this release" in before


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "A packet holds up to ten."),
        ({"occupation": "nobody"}, "We left out “nobody”: no occupation has that code"),
        ({"occupation": "11-3051", "view": "all"}, "ignored “view” in the address"),
    ],
)
def test_odd_addresses(client: Client, sheet: Occupation, query: dict, says: str) -> None:
    response = client.get(PAGE, query)
    assert response.status_code == 200
    assert says in response.text


def test_ten_are_shown_and_no_more(client: Client, sheet: Occupation) -> None:
    codes = [
        make_occupation(sheet.system, f"11-90{n:02}", f"Chiefs {n}", 4, sheet.parent).code for n in range(12)
    ]
    html = client.get(PAGE, {"occupation": codes}).text
    assert html.count('<article class="handout"') == 10
    assert "A page shows 10 occupations at most" in html


def test_what_is_wanted_is_chosen_on_the_page_itself(client: Client, sheet: Occupation) -> None:
    main = client.get(PAGE, {"q": "managers"}).text.partition("<main")[2]
    assert "Add an occupation" in main
    found = main.partition('id="matches"')[2].partition("</ul>")[0]
    assert 'href="/handouts/?occupation=11-3051"' in found
    chosen = client.get(PAGE, {"occupation": "11-3051", "release": "May-2025"}).text
    assert '<a href="/handouts/?release=May-2025" data-compare-remove="11-3051">' in chosen
    assert '<input type="hidden" name="occupation" value="11-3051">' in chosen
    assert '<input type="hidden" name="release" value="May-2025">' in chosen
    assert "We couldn’t find another occupation for “nobody”" in client.get(PAGE, {"q": "nobody"}).text


def test_a_full_packet_takes_no_more(client: Client, sheet: Occupation) -> None:
    codes = [
        make_occupation(sheet.system, f"11-90{n:02}", f"Chiefs {n}", 4, sheet.parent).code for n in range(10)
    ]
    html = client.get(PAGE, {"occupation": codes[:9]}).text
    assert 'id="add"' in html
    html = client.get(PAGE, {"occupation": codes, "q": "managers"}).text
    assert 'id="add"' not in html
    assert html.count("data-compare-remove") == 10
    assert says(html, "A page holds 10 at most")


def test_handouts_are_no_part_of_comparing_in_the_menu(client: Client, sheet: Occupation) -> None:
    header = client.get(PAGE).text.partition("<main")[0]
    assert "aria-current" not in header
    one = client.get("/compare/", {"occupation": "11-3051"}).text
    assert 'href="/handouts/?occupation=11-3051"' in one.partition("<main")[2]


def test_number_of_queries_is_fixed(
    client: Client, sheet: Occupation, may_2025: Release, estimate: Make, django_assert_num_queries
) -> None:
    with django_assert_num_queries(17):
        client.get(PAGE, {"occupation": "11-3051"})
    more = [make_occupation(sheet.system, f"11-90{n:02}", f"Chiefs {n}", 4, sheet.parent) for n in range(9)]
    for who in more:
        estimate(may_2025, who, annual_median=50_000)
    with django_assert_num_queries(17):
        client.get(PAGE, {"occupation": ["11-3051", *(o.code for o in more)]})


def test_the_code_is_bare_svg_with_a_quiet_zone_and_a_name() -> None:
    code = qr_code(
        "https://occupations.example.org/occupations/11-3051/?release=May-2025", 'The “address" & more'
    )
    assert "style=" not in code
    assert 'aria-label="The “address&quot; &amp; more"' in code
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', code)[1])  # type: ignore[index]  # there is one
    first = re.search(r'stroke="#000" d="M(\d+) (\d+)\.5', code)
    assert first is not None
    assert (int(first[1]), int(first[2])) == (4, 4)  # four empty modules before the first dark one
    assert size == 8 + 33 or size == 8 + 37


def test_an_address_is_pinned_to_the_newest_release_on_the_page(may_2025: Release) -> None:
    older = make_release("2024–34", dt.date(2025, 8, 28), source="projections")
    request = RequestFactory().get("/")
    assert (
        pinned(request, "/x/?a=1", [older, may_2025], AsOf()) == "http://testserver/x/?a=1&release=May-2025"
    )
    assert pinned(request, "/x/", [], AsOf()) == "http://testserver/x/"
    stranger = RequestFactory().get("/", headers={"Host": "evil.example"})
    assert pinned(stranger, "/x/", [may_2025], AsOf()) == ""


def test_a_profile_leads_to_its_handout_and_its_comparison(client: Client, sheet: Occupation) -> None:
    html = client.get(sheet.get_absolute_url()).text
    assert 'href="/handouts/?occupation=11-3051"' in html
    assert 'href="/compare/?occupation=11-3051" rel="nofollow" data-compare="11-3051"' in html
    past = client.get(sheet.get_absolute_url(), {"release": "May-2025"}).text
    assert 'href="/handouts/?release=May-2025&amp;occupation=11-3051"' in past
    assert "http://testserver/occupations/11-3051/?release=May-2025" in past


def test_no_address_at_the_head_without_the_occupations_chosen(client: Client, sheet: Occupation) -> None:
    bare = '<p class="print-only">http://testserver/'
    for address in (PAGE, "/compare/"):
        assert f"{bare}{address[1:]}</p>" in client.get(address).text
        assert bare not in client.get(address, {"occupation": "11-3051"}).text


def test_a_sheet_keeps_to_what_fits_on_one(client: Client, sheet: Occupation) -> None:
    giver = CertifyingOrganization.objects.create(slug="a", name="A", official_url="https://a.org/")
    for number in range(7):
        one = Certification.objects.create(
            slug=f"c{number}", organization=giver, name=f"Certificate {number}", official_url="https://a.org/"
        )
        one.occupations.add(sheet)
    html = client.get(PAGE, {"occupation": "11-3051"}).text
    assert html.count("Certificate ") == 5
    assert "and 2 more" in html
    assert "<b>$126,060</b>" in html
    assert html.partition("<footer")[2].count("published May 15, 2026") == 1
