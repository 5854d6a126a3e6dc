"""How figures are written, one line for each rule."""

import datetime as dt
from decimal import Decimal

import pytest

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure
from web.words import numbers as figures


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (figures.money_annual(126060), "$126,060"),
        (figures.money_annual(972450), "$972,450"),
        (figures.money_annual(9470, signed=True), "+$9,470"),
        (figures.money_annual(-780, signed=True), "−$780"),
        (figures.money_annual(0, signed=True), "$0"),
        (figures.money_hourly(Decimal("49.59")), "$49.59"),
        (figures.money_hourly(Decimal("60.6")), "$60.60"),
        (figures.money_hourly(Decimal("-1.005"), signed=True), "−$1.01"),
        (figures.money(Decimal("115"), "hourly"), "$115.00"),
        (figures.money(239200, "annual"), "$239,200"),
        (figures.money_short(0, "annual"), "$0"),
        (figures.money_short(40000, "annual"), "$40k"),
        (figures.money_short(1_250_000, "annual"), "$1.3m"),
        (figures.money_short(2_000_000, "annual"), "$2m"),
        (figures.money_short(62.5, "hourly"), "$62.50"),
        (figures.money_short(40, "hourly"), "$40"),
        (figures.jobs(246250), "246,250"),
        (figures.jobs(30), "30"),
        (figures.thousands(Decimal("241.9")), "241,900"),
        (figures.thousands(Decimal("0.3")), "300"),
        (figures.change_in_jobs(Decimal("4.6")), "+4,600"),
        (figures.change_in_jobs(Decimal("-0.3")), "−300"),
        (figures.percent(Decimal("1.9")), "1.9 percent"),
        (figures.percent(Decimal("31.0")), "31 percent"),
        (figures.percent(Decimal("-0.4"), signed=True), "−0.4 percent"),
        (figures.percent_sign(Decimal("1.9"), signed=True), "+1.9%"),
        (figures.percent_sign(Decimal("-12.5")), "−12.5%"),
        (figures.percent_sign(Decimal("0"), signed=True), "0.0%"),
        (figures.percent_sign(8.706, 0, signed=True), "+9%"),
        (figures.number(Decimal("0.5")), "1"),
        (figures.number(Decimal("-0.4")), "0"),
        (figures.day_in_words(dt.date(2026, 5, 15)), "May 15, 2026"),
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
        (Figure(None, MissingReason.BELOW_THRESHOLD), "annual", "under 0.5 %"),
        (Figure(None, MissingReason.NOT_PRODUCED), "annual", ""),
        (Figure(None, MissingReason.NOT_STATED), "annual", "not stated by this source"),
        (NOTHING, "annual", "not published"),
    ],
)
def test_a_missing_figure_says_why(figure, basis, expected):
    assert figures.wage(figure, basis) == expected


def test_every_reason_has_its_own_words():
    words = [figures.missing_in_words(reason, floor="$1") for reason in MissingReason]
    assert len(set(words)) == len(MissingReason)


def test_a_figure_or_its_reason_takes_the_stored_code():
    assert figures.figure_or_reason(None, 3, figures.jobs) == "not released by BLS"
    assert figures.figure_or_reason(246250, None, figures.jobs) == "246,250"
