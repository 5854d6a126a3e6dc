"""Certifications: what is known is shown, what isn't is left out, and its age is said."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from occupations.models import Certification, CertifyingOrganization, Occupation
from tests.web.conftest import make_occupation
from web.certifications.tables import SORTS

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def cpim(managers: Occupation) -> Certification:
    organization = CertifyingOrganization.objects.create(
        slug="ascm",
        name="Association for Supply Chain Management",
        former_names="APICS",
        official_url="https://a.org/",
    )
    found = Certification.objects.create(
        slug="cpim", organization=organization, name="Planning and Inventory Management", abbreviation="CPIM",
        attests="Knows *planning*.", renewal_years=3, official_url="https://www.ascm.org/cpim/",
    )  # fmt: skip
    found.occupations.add(managers)
    return found


def test_list_names_organization_occupations_and_what_nobody_checked(
    client: Client, cpim: Certification
) -> None:
    html = client.get("/certifications/").text
    for words in ("Planning and Inventory Management (CPIM)", "every 3 years", "not yet verified"):
        assert words in html
    assert cpim.occupations.get().get_absolute_url() in html


@pytest.mark.parametrize("sort", SORTS)
def test_every_header_sorts(client: Client, cpim: Certification, sort: str) -> None:
    response = client.get("/certifications/", {"sort": sort})
    word = "descending" if sort.startswith("-") else "ascending"
    assert response.text.count(f'aria-sort="{word}"') == 1
    assert "it isn’t a choice for “sort”" in client.get("/certifications/", {"sort": "price"}).text


def test_page_shows_what_is_known_and_leaves_out_the_rest(client: Client, cpim: Certification) -> None:
    html = client.get(cpim.get_absolute_url()).text
    assert "Knows <em>planning</em>." in html
    assert "Every 3 years." in html
    assert "formerly APICS" in html
    assert "<dt>Exams</dt>" not in html
    assert "Nobody has checked this with the organization yet" in html


@pytest.mark.parametrize(("days", "stale"), [(10, False), (365, False), (366, True)])
def test_a_check_older_than_a_year_is_marked(
    client: Client, cpim: Certification, days: int, stale: bool
) -> None:
    day = timezone.localdate() - dt.timedelta(days=days)
    Certification.objects.update(last_verified_on=day, verified_by="An editor")
    html = client.get(cpim.get_absolute_url()).text
    assert ("more than a year ago" in html) is stale
    assert "by An editor" in html


def test_queries_do_not_grow(client: Client, cpim: Certification, django_assert_num_queries) -> None:
    with django_assert_num_queries(4):
        client.get("/certifications/")
    for number in range(20):
        Certification.objects.create(
            slug=f"c{number}",
            organization=cpim.organization,
            name=f"Name {number}",
            official_url="https://a.org/",
        )
    with django_assert_num_queries(4):
        client.get("/certifications/", {"sort": "-name"})


def test_unknown_certification(client: Client) -> None:
    assert client.get("/certifications/nothing/").status_code == 404


@pytest.fixture(scope="module")
def cwi(managers: Occupation, total: Occupation) -> Certification:
    """A certification of another organization, for an occupation of another group."""
    major = make_occupation(
        managers.system, "51-0000", "Production Occupations", Occupation.Level.MAJOR, total
    )
    welders = make_occupation(managers.system, "51-4121", "Welders", Occupation.Level.DETAILED, major)
    giver = CertifyingOrganization.objects.create(
        slug="aws", name="American Welding Society", official_url="https://w.org/"
    )
    found = Certification.objects.create(
        slug="cwi", organization=giver, name="Certified Inspector", official_url="https://w.org/cwi/"
    )
    found.occupations.add(welders)
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Certified Inspector", "Planning and Inventory Management (CPIM)"]),
        ({"q": "cpim"}, ["Planning and Inventory Management (CPIM)"]),
        ({"q": "apics"}, ["Planning and Inventory Management (CPIM)"]),
        ({"q": "welder"}, ["Certified Inspector"]),  # by the occupation that it is for
        ({"group": "51-0000"}, ["Certified Inspector"]),
        ({"group": "11-0000"}, ["Planning and Inventory Management (CPIM)"]),
        ({"occupation": "51-4121"}, ["Certified Inspector"]),
        ({"organization": "ascm"}, ["Planning and Inventory Management (CPIM)"]),
        ({"q": "cpim", "group": "51-0000"}, []),
    ],
)
def test_search_and_filters(
    client: Client, cpim: Certification, cwi: Certification, query: dict, found: list[str]
) -> None:
    page = client.get("/certifications/", query).text
    assert re.findall(r'<th role="rowheader".*?<a [^>]+>(.*?)</a>', page, re.S) == found
    lines = client.get("/certifications/", query | {"_export": "csv"}).text.splitlines()
    assert len(lines) == len(found) + 1


def test_filters_say_what_is_listed_and_how_to_leave_them(
    client: Client, cpim: Certification, cwi: Certification
) -> None:
    page = client.get("/certifications/", {"q": "cpim", "occupation": "51-4121"}).text
    assert "We couldn’t find any certification matching “cpim” for welders." in page
    assert "Without “cpim”: 1 certification" in page
    assert "<title>Certifications matching “cpim” for welders – Occupedia</title>" in page
    one = client.get("/certifications/", {"organization": "aws"}).text
    assert "1 certification from American Welding Society" in one
    assert '<option value="51-4121">Welders (1)</option>' in one
    assert '<option value="11-3051">' not in one  # nothing of theirs is for it
    assert (
        "We ignored “99-0000” in the address: it isn’t a choice for “group”."
        in client.get("/certifications/", {"group": "99-0000"}).text
    )
    assert (
        "No exact match for “inventry”. These come closest."
        in client.get("/certifications/", {"q": "inventry"}).text
    )


@pytest.mark.parametrize("text", ["rn", "RNs", "registered nurse"])
def test_everyday_words_find_an_occupation_s_certifications(
    client: Client, cpim: Certification, cwi: Certification, managers: Occupation, text: str
) -> None:
    nurses = make_occupation(managers.system, "29-1141", "Registered Nurses", 4, managers.parent)
    found = Certification.objects.create(
        slug="ccrn", organization=cwi.organization, name="Critical Care", official_url="https://w.org/c/"
    )
    found.occupations.add(nurses)
    page = client.get("/certifications/", {"q": text}).text
    assert re.findall(r'<th role="rowheader".*?<a [^>]+>(.*?)</a>', page, re.S) == ["Critical Care"]


def test_a_list_of_one_says_so(client: Client, cpim: Certification, cwi: Certification) -> None:
    assert "Download all 2 rows" in client.get("/certifications/").text
    assert "Download this row" in client.get("/certifications/", {"q": "cpim"}).text
