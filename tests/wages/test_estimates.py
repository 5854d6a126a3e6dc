"""A figure as a reader meets it: which medians rest on next to nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests import rows
from wages.estimates import Figure, figure
from wages.models import WageEstimate

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("percentiles", "is_rough"),
    [
        (
            (82_410, 102_500, 632_190, 632_190, 632_190),
            True,
        ),  # supervisors of firefighters in Bakersfield, May 2025
        ((41_600, 41_600, 41_600, 41_600, 41_600), True),
        ((50_000, 55_000, 60_000, 60_000, 72_000), False),  # a step of a scale that many are paid
        ((50_000, 55_000, 60_000, 70_000, None), False),
        ((None, None, None, None, None), False),
    ],
)
def test_a_median_that_is_the_90th_percentile_is_rough(percentiles: tuple[Any, ...], is_rough: bool) -> None:
    names = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")
    cell = rows.wage_estimate(**dict(zip(names, percentiles, strict=True)))
    assert figure(cell, "annual_median", cell.release).is_rough is is_rough
    assert not figure(cell, "annual_p90", cell.release).is_rough
    assert not figure(cell, "hourly_median", cell.release).is_rough


def test_what_was_not_fetched_is_not_fetched_for_it(django_assert_num_queries: Any) -> None:
    made = rows.wage_estimate(annual_median=50_000, annual_p90=50_000)
    cell = WageEstimate.objects.filter(pk=made.pk).measuring("annual_median").get()
    with django_assert_num_queries(0):
        assert not figure(cell, "annual_median", made.release).is_rough


def test_only_a_number_with_something_behind_it_can_lead() -> None:
    assert Figure(50_000).can_lead
    assert not Figure(50_000, is_rough=True).can_lead
    assert not Figure(None, None, 239_200).can_lead
