"""Bars that begin where the one above ends."""

from decimal import Decimal

import pytest

from web.charts.steps import WIDTH, steps


def test_parts_make_the_whole() -> None:
    bars = steps([Decimal("10.8"), Decimal("5.8"), Decimal("0.4")])
    assert [bar.x for bar in bars] == [0, pytest.approx(101.6, abs=0.1), pytest.approx(156.2, abs=0.1)]
    assert bars[-1].x + bars[-1].width == pytest.approx(WIDTH, abs=0.1)
    assert not any(bar.falls for bar in bars)


def test_a_part_that_takes_away_leads_back() -> None:
    first, second, taken = steps([Decimal("1.7"), Decimal("2.0"), Decimal("-1.44")])
    assert second.x + second.width == pytest.approx(WIDTH, abs=0.1)
    assert taken.falls
    assert taken.x + taken.width == pytest.approx(WIDTH, abs=0.1)
    assert taken.x == pytest.approx(
        float((Decimal("3.7") - Decimal("1.44")) / Decimal("3.7")) * WIDTH, abs=0.1
    )
    assert first.x == 0


def test_nothing_is_no_bar() -> None:
    assert [bar.width for bar in steps([Decimal(0), Decimal(0)])] == [0, 0]
    assert steps([]) == []
