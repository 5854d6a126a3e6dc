"""Sorting by a figure: missing last both ways, a top-coded figure by its floor, just after its equals."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from occupations.models import MissingReason, Occupation, Release
from tests import rows
from wages.estimates import Figure, figure
from wages.models import WageEstimate
from wages.querysets import covered, floor_of, measure_order, with_national_pay

pytestmark = pytest.mark.django_db
TOP_CODED = MissingReason.TOP_CODED


@pytest.fixture
def release() -> Release:
    return rows.release(kind="official", annual_cap=239_200, hourly_cap=Decimal("115.00"))


def cell(release: Release, code: str, **figures: object) -> WageEstimate:
    return rows.wage_estimate(release=release, occupation=rows.occupation(code), **figures)


def codes(queryset) -> list[str]:
    return [estimate.occupation.code for estimate in queryset.select_related("occupation")]


@pytest.fixture
def cells(release):
    cell(release, "11-0001", annual_median=100_000)
    cell(release, "11-0002", annual_median=None, annual_median_missing=MissingReason.NOT_RELEASED)
    cell(release, "11-0003", annual_median=None, annual_median_missing=TOP_CODED)
    cell(release, "11-0004", annual_median=239_200)
    cell(release, "11-0005", annual_median=None, annual_median_missing=TOP_CODED, annual_p25=250_000)
    cell(release, "11-0006", annual_median=245_000)
    cell(release, "11-0007", annual_median=None, annual_median_missing=MissingReason.OTHER_BASIS)


def by_measure(measure, *, descending=False):
    return WageEstimate.objects.order_by(*measure_order(measure, descending=descending), "occupation__code")


def test_ascending(cells):
    ordered = by_measure("annual_median")
    assert codes(ordered) == [f"11-000{n}" for n in (1, 4, 3, 6, 5, 2, 7)]


def test_descending_keeps_missing_last_and_a_floor_after_its_equal(cells):
    ordered = by_measure("annual_median", descending=True)
    assert codes(ordered) == [f"11-000{n}" for n in (5, 6, 4, 3, 1, 2, 7)]


def test_ties_are_broken_by_code_both_ways(release):
    for code in ("11-0003", "11-0001", "11-0002"):
        cell(release, code, annual_median=50_000)
    for descending in (False, True):
        ordered = by_measure("annual_median", descending=descending)
        assert codes(ordered) == ["11-0001", "11-0002", "11-0003"]


@pytest.mark.parametrize(
    ("figures", "measure", "floor"),
    [
        ({"annual_median_missing": TOP_CODED}, "annual_median", 239_200),
        ({"annual_p90_missing": TOP_CODED, "annual_p75": 260_000}, "annual_p90", 260_000),
        ({"annual_p75_missing": TOP_CODED, "annual_p25": 90_000}, "annual_p75", 239_200),
        ({"annual_p10_missing": TOP_CODED}, "annual_p10", 239_200),
        ({"annual_mean_missing": TOP_CODED, "annual_p75": 260_000}, "annual_mean", 239_200),
        ({"hourly_p90_missing": TOP_CODED, "hourly_p75": Decimal("120.10")}, "hourly_p90", Decimal("120.10")),
        ({"hourly_median_missing": TOP_CODED}, "hourly_median", Decimal("115.00")),
        ({"annual_median": 300_000}, "annual_median", None),
        ({"annual_median_missing": MissingReason.NOT_RELEASED}, "annual_median", None),
        ({"employment": 30}, "employment", None),
    ],
)  # fmt: skip
def test_the_floor_of_a_top_coded_figure(release, figures, measure, floor):
    cell(release, "11-0001", **figures)
    estimate = WageEstimate.objects.annotate(floor=floor_of(measure)).get()
    assert estimate.floor == floor
    # In memory as in the database.
    assert figure(estimate, measure).floor == floor


@pytest.mark.parametrize(
    ("lowest", "highest", "known"),
    [
        (None, None, ["11-0001", "11-0002", "11-0003", "11-0004", "11-0005", "11-0006", "11-0007"]),
        (240_000, None, ["11-0005", "11-0006"]),
        (239_200, None, ["11-0003", "11-0004", "11-0005", "11-0006"]),
        (None, 239_200, ["11-0001", "11-0004"]),
        (100_000, 300_000, ["11-0001", "11-0004", "11-0006"]),
    ],
)
def test_a_top_coded_wage_is_known_to_be_its_floor_or_more(cells, release, lowest, highest, known):
    paid = WageEstimate.objects.paid("annual_median", lowest, highest, release)
    assert codes(paid.order_by("occupation__code")) == known


def test_those_that_can_be_looked_up(release):
    """Detailed in OEWS, whatever the level of the code; or in the projections alone, where they are no summary."""
    outlook = rows.release("projections", "2024–34", kind="official")
    detailed, group = Occupation.Level.DETAILED, Occupation.Level.BROAD
    for code, level, published_level, projected in (
        ("11-0001", detailed, detailed, None),  # detailed in OEWS
        ("11-0010", group, detailed, None),  # a broad group in place of its details
        ("11-0020", group, group, 3),  # a broad group beside its details
        ("11-0003", detailed, None, None),  # in neither
        ("11-0004", detailed, None, 3),  # in the projections alone
        ("11-0005", detailed, None, 0),  # without an entry education, and detailed
        ("11-0030", group, None, 3),  # a group that stands for its details in the projections
        ("11-0040", group, None, 0),  # a summary row of the projections
    ):
        occupation = rows.occupation(code, level=level)
        if published_level is not None:
            rows.wage_estimate(
                release=release, occupation=occupation, published_level=published_level, annual_median=50_000
            )
        if projected is not None:
            rows.projection(release=outlook, occupation=occupation, entry_education=projected or None)
    found = covered(Occupation.objects.order_by("code"), release, outlook)
    assert [occupation.code for occupation in found] == [
        "11-0001",
        "11-0004",
        "11-0005",
        "11-0010",
        "11-0030",
    ]


def test_other_figures_sort_too(release):
    cell(release, "11-0001", employment=30)
    cell(release, "11-0002", employment=None, employment_missing=MissingReason.NOT_RELEASED)
    cell(release, "11-0003", employment=20)
    assert codes(by_measure("employment")) == ["11-0003", "11-0001", "11-0002"]
    descending = by_measure("employment", descending=True)
    assert codes(descending) == ["11-0001", "11-0003", "11-0002"]


def test_national_pay_is_joined_once_and_leaves_nobody_out(release, django_assert_num_queries):
    paid, unpaid = rows.occupation("11-0001"), rows.occupation("11-0002")
    rows.wage_estimate(release=release, occupation=paid, annual_median=70_000)
    rows.wage_estimate(release=release, occupation=paid, industry=rows.industry(), annual_median=1)
    rows.wage_estimate(release=release, occupation=paid, area=rows.area(), annual_median=2)
    rows.wage_estimate(release=rows.release(), occupation=paid, annual_median=3)
    joined = with_national_pay(Occupation.objects.filter(level=4), release)
    order = measure_order("annual_median", descending=True, path="national_pay__", release=release)
    with django_assert_num_queries(1):
        found = list(joined.order_by(*order).values_list("code", "national_pay__annual_median"))
    assert found == [(paid.code, 70_000), (unpaid.code, None)]


def test_without_a_release_nothing_is_joined(release):
    cell(release, "11-0001", annual_median=70_000)
    assert with_national_pay(Occupation.objects.filter(level=4), None).get().code == "11-0001"


def test_the_newest_release_is_official_ready_and_published_by_the_day():
    def published(label: str, year: int, **fields: Any) -> Release:
        given: dict[str, Any] = {"kind": "official", "published_on": dt.date(year, 4, 1)} | fields
        return rows.release("oews", label, **given)

    old, new = published("May 2023", 2024), published("May 2024", 2025)
    published("May 2025", 2026, state="awaiting")
    published("By hand", 2027, kind="editorial")
    rows.release("projections", "2024–34", kind="official", published_on=dt.date(2027, 1, 1))
    assert Release.objects.newest("oews") == new
    assert Release.objects.newest("oews", dt.date(2025, 3, 31)) == old
    assert Release.objects.newest("oews", dt.date(2025, 4, 1)) == new
    assert Release.objects.newest("oews", dt.date(2020, 1, 1)) is None
    assert Release.objects.newest("matrix") is None


def test_figures_sort_in_memory_as_in_the_database() -> None:
    exact, equal, floor, missing = Figure(100), Figure(239_200), Figure(None, TOP_CODED, 239_200), Figure()
    shuffled = [missing, floor, exact, equal]
    assert sorted(shuffled, key=lambda figure: figure.sort_key()) == [exact, equal, floor, missing]
    descending = sorted(shuffled, key=lambda figure: figure.sort_key(descending=True))
    assert descending == [equal, floor, exact, missing]
