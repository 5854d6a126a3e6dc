"""No address and no amount breaks a page: what can't be understood is said or refused, whatever it is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from occupations.models import Industry, Occupation, Release
from tests.effort import examples
from wages.models import Area, WageEstimate

pytestmark = pytest.mark.django_db

PAGES = (
    "/", "/occupations/", "/search/", "/search/suggest/", "/industries/", "/industries/325-chemicals/", "/places/",
    "/places/0600000-california/", "/compare/", "/handouts/", "/certifications/", "/sources/", "/glossary/", "/about/",
    "/occupations/11-3051-industrial-production-managers/",
    *(f"/occupations/11-3051-industrial-production-managers/{tab}/" for tab in
      ("industries", "places", "history", "changes", "places/0600000-california", "industries/325-chemicals")),
)  # fmt: skip
NAMES = (
    "q", "group", "education", "experience", "training", "growth", "zone", "interest", "pay_min", "pay_max",
    "jobs_min", "jobs_max", "openings_min", "industry", "area", "occupation", "base", "by", "columns", "pay",
    "view", "open", "measure", "kind", "state", "prices", "dollars", "from", "to", "sort", "page", "per_page",
    "release", "table", "_export", "foo", "place",
)  # fmt: skip
WORDS = (
    "-median", "median", "29-0000", "null", "1e400", "NaN", "%00", "%", "'", "11-3051", "11-3051-x", "325",
    "31-33", "0600000", "0000000", "csv", "xlsx", "json", "May-2025", "2026-06-01", "annual", "hourly", "all",
    "states", "industry", "place", "nation", "adjusted", "99999999999999999999", "-1", "0",
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=130),
    st.integers().map(str),
    st.decimals().map(str),
    st.sampled_from(WORDS),
    st.sampled_from(["", "\x00", "\ud7ff", "a" * 5_000, "<script>alert(1)</script>", "../../etc/passwd"]),
)


@pytest.fixture(scope="module")
def world(
    managers: Occupation, may_2025: Release, industry: Callable[..., Industry], estimate: Callable[..., WageEstimate]
) -> None:  # fmt: skip
    """One occupation with pay in the nation, in an industry and in a state."""
    chemicals = industry("325", "Chemicals", industry("31-33", "Manufacturing"))
    california = Area.objects.create(
        delineation="FIPS", code="0600000", kind="state", title="California", state_code="06"
    )
    estimate(may_2025, managers, annual_median=126_060, employment=246_250)
    estimate(may_2025, managers, chemicals, annual_median=135_530, employment=9_000)
    cell = estimate(may_2025, managers, industry("22", "Utilities"), annual_median=1, employment=10)
    cell.area, cell.industry = california, WageEstimate.objects.exclude(pk=cell.pk)[0].industry
    cell.save()


@settings(
    max_examples=examples(12), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6))
@pytest.mark.parametrize("address", PAGES)
def test_no_parameter_breaks_a_page(
    client: Client, world: None, address: str, pairs: list[tuple[str, str]]
) -> None:
    data: dict[str, list[str]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value)
    for headers in ({}, {"HX-Request": "true", "HX-Request-Type": "partial"}):
        response: Any = client.get(address, data, headers=headers, follow=True)
        assert response.status_code in (200, 400, 413), (address, data)


@pytest.mark.parametrize(
    "address",
    [
        "/occupations/99-9999-nothing/", "/occupations/11-3051.99-x/", "/industries/zzz-nothing/",
        "/industries/9999999/", "/places/9999999-nowhere/", "/places/123/", "/certifications/none/",
        "/occupations/11-3051-x/nothing/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: Client, world: None, address: str) -> None:
    assert client.get(address, follow=True).status_code == 404


@settings(
    max_examples=examples(40), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(typed=st.dictionaries(st.sampled_from(["amount", "basis", "industry", "area"]), VALUES))
def test_no_amount_breaks_the_answer(client: Client, world: None, typed: dict[str, str]) -> None:
    address = "/occupations/11-3051-industrial-production-managers/pay/"
    assert client.get(address, typed).status_code in (200, 400, 413)
    response = client.post(address, typed)
    assert response.status_code in (200, 400, 413)
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("name", ["industry", "area", "amount", "basis"])
@pytest.mark.parametrize("value", ["\x00", "325\x00", "' or 1=1", "9" * 5_000])
def test_what_is_no_code_is_not_looked_for(client: Client, world: None, name: str, value: str) -> None:
    address = "/occupations/11-3051-industrial-production-managers/pay/"
    for response in (
        client.get(address, {name: value}),
        client.post(address, {"amount": "1", "basis": "annual", name: value}),
    ):
        assert response.status_code in (200, 400, 413)
