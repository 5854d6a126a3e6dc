"""How figures are written, one line for each rule."""

import datetime as dt
from decimal import Decimal

import pytest

from occupations.models import MissingReason, Release
from wages.estimates import NOTHING, Figure
from web.words import numbers


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (numbers.money_annual(126060), "$126,060"),
        (numbers.money_annual(972450), "$972,450"),
        (numbers.money_annual(9470, signed=True), "+$9,470"),
        (numbers.money_annual(-780, signed=True), "−$780"),
        (numbers.money_annual(0, signed=True), "$0"),
        (numbers.money_hourly(Decimal("49.59")), "$49.59"),
        (numbers.money_hourly(Decimal("60.6")), "$60.60"),
        (numbers.money_hourly(Decimal("-1.005"), signed=True), "−$1.01"),
        (numbers.money(Decimal("115"), "hourly"), "$115.00"),
        (numbers.money(239200, "annual"), "$239,200"),
        (numbers.money_short(0, "annual"), "$0"),
        (numbers.money_short(40000, "annual"), "$40k"),
        (numbers.money_short(1_250_000, "annual"), "$1.3m"),
        (numbers.money_short(2_000_000, "annual"), "$2m"),
        (numbers.money_short(400, "annual"), "$400"),
        (numbers.money_short(62_500, "annual"), "$62.5k"),
        (numbers.money_short(62.5, "hourly"), "$62.50"),
        (numbers.money_short(40, "hourly"), "$40"),
        (numbers.jobs(246250), "246,250"),
        (numbers.jobs(30), "30"),
        (numbers.thousands(Decimal("241.9")), "241,900"),
        (numbers.thousands(Decimal("0.3")), "300"),
        (numbers.change_in_jobs(Decimal("4.6")), "+4,600"),
        (numbers.change_in_jobs(Decimal("-0.3")), "−300"),
        (numbers.percent(Decimal("1.9")), "1.9 percent"),
        (numbers.percent(Decimal("31.0")), "31 percent"),
        (numbers.percent(Decimal("-0.4"), signed=True), "−0.4 percent"),
        (numbers.percent_sign(Decimal("1.9"), signed=True), "+1.9%"),
        (numbers.percent_sign(Decimal("-12.5")), "−12.5%"),
        (numbers.percent_sign(Decimal("0"), signed=True), "0.0%"),
        (numbers.percent_sign(8.706, 0, signed=True), "+9%"),
        (numbers.number(Decimal("0.5")), "1"),
        (numbers.number(Decimal("-0.4")), "0"),
        (numbers.day_in_words(dt.date(2026, 5, 15)), "May 15, 2026"),
    ],
)
def test_a_figure_is_written(written, expected):
    assert written == expected


@pytest.mark.parametrize(
    ("figure", "basis", "expected"),
    [
        (Figure(126060), "annual", "$126,060"),
        (Figure(Decimal("60.61")), "hourly", "$60.61"),
        (Figure(None, MissingReason.TOP_CODED, 239200), "annual", "$239,200 or more"),
        (Figure(None, MissingReason.TOP_CODED, Decimal("115.00")), "hourly", "$115.00 or more"),
        (Figure(None, MissingReason.TOP_CODED), "annual", "above the highest published figure"),
        (Figure(None, MissingReason.NOT_RELEASED), "annual", "not released by BLS"),
        (
            Figure(None, MissingReason.OTHER_BASIS),
            "annual",
            "paid by the hour; no annual figure is published",
        ),
        (
            Figure(None, MissingReason.OTHER_BASIS),
            "hourly",
            "paid by the year; no hourly figure is published",
        ),
        (Figure(None, MissingReason.BELOW_THRESHOLD), "annual", "under 0.5%"),
        (Figure(None, MissingReason.NOT_PRODUCED), "annual", ""),
        (Figure(None, MissingReason.NOT_STATED), "annual", "not stated by this source"),
        (NOTHING, "annual", "not published"),
    ],
)
def test_a_missing_figure_says_why(figure, basis, expected):
    assert numbers.wage(figure, basis) == expected


def test_every_reason_has_its_own_words():
    words = [numbers.missing_in_words(reason, floor="$1") for reason in MissingReason]
    assert len(set(words)) == len(MissingReason)


def test_a_figure_or_its_reason_takes_the_stored_code():
    assert numbers.figure_or_reason(None, 3, numbers.jobs) == "not released by BLS"
    assert numbers.figure_or_reason(246250, None, numbers.jobs) == "246,250"


def test_a_day_is_said_no_more_exactly_than_it_is_known() -> None:
    release = Release(published_on=dt.date(2026, 5, 1))
    assert numbers.published(release) == "May 1, 2026"
    release.known_to = "month"
    assert numbers.published(release) == "in May 2026"
    release.known_to = "year"
    assert numbers.published(release) == "in 2026 (exact date unknown)"
    assert numbers.published(Release()) == ""
