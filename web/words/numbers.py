"""Figures in words: the one place that says how a number, a date or a missing figure is written.

Everything here is a pure function from a figure to text. Money is in dollars, jobs are counted, projections
are in thousands of jobs. A negative number carries a minus sign (−), not a hyphen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from occupations.choices import KnownTo
from occupations.models import MissingReason

if TYPE_CHECKING:
    from occupations.models import Release
    from wages.estimates import Figure

Number = int | float | Decimal
MINUS = "−"

# How a basis is said: after an amount, in a table's header, and in a caption.
PER = {"annual": "a year", "hourly": "an hour"}
UNIT = {"annual": "$ a year", "hourly": "$ an hour"}
UNIT_IN_WORDS = {"annual": "dollars a year", "hourly": "dollars an hour"}
OTHER_BASIS = {"annual": "hourly", "hourly": "annual"}
PAID_BY = {"annual": "paid by the year; no hourly figure is published",
           "hourly": "paid by the hour; no annual figure is published"}  # fmt: skip
NO_SUCH_CELL = "not published"


def rounded(value: Number, places: int = 0) -> Decimal:
    """`value` to so many decimal places, halves away from zero as the publishers round them."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number(value: Number, places: int = 0, *, signed: bool = False) -> str:
    """A plain number with thousands separators: 246250 → "246,250"; signed, zero has no sign."""
    amount = rounded(value, places)
    text = f"{abs(amount):,.{places}f}"
    if amount < 0:
        return f"{MINUS}{text}"
    return f"+{text}" if signed and amount > 0 else text


def _dollars(text: str) -> str:
    return f"{text[0]}${text[1:]}" if text[0] in f"+{MINUS}" else f"${text}"


def money_annual(value: Number, *, signed: bool = False) -> str:
    """Dollars a year, without cents: 126060 → "$126,060"; signed: "+$9,470", "−$780"."""
    return _dollars(number(value, signed=signed))


def money_hourly(value: Number, *, signed: bool = False) -> str:
    """Dollars an hour, with cents: 49.59 → "$49.59"."""
    return _dollars(number(value, 2, signed=signed))


def money(value: Number, basis: str, *, signed: bool = False) -> str:
    """Dollars on a basis, "annual" or "hourly"."""
    return money_hourly(value, signed=signed) if basis == "hourly" else money_annual(value, signed=signed)


def paid(value: Number, basis: str) -> str:
    """A wage in a sentence: "$126,060", but "$49.59 an hour", which could be taken for anything else."""
    return f"{money_hourly(value)} an hour" if basis == "hourly" else money_annual(value)


def money_short(value: Number, basis: str) -> str:
    """Dollars for the label of an axis: "$165k", "$1.2m"; "$40" or "$62.50" an hour."""
    if basis == "hourly":
        return _dollars(number(value, 0 if rounded(value, 2) == rounded(value) else 2))
    if abs(rounded(value)) >= 1_000_000:
        return _dollars(f"{rounded(value / 1_000_000, 1).normalize():f}m")
    if abs(rounded(value)) < 1000:
        return _dollars(number(value))
    thousands = rounded(Decimal(str(value)) / 1000, 1)
    return _dollars(f"{number(thousands, 0 if thousands == rounded(thousands) else 1)}k")


def jobs(value: Number) -> str:
    """A count of jobs: 246250 → "246,250"."""
    return number(value)


def thousands(value: Number) -> str:
    """Jobs stated in thousands, in full: Decimal("241.9") → "241,900"."""
    return number(Decimal(str(value)) * 1000)


def change_in_jobs(value: Number) -> str:
    """A change stated in thousands of jobs, in full and signed: Decimal("-0.3") → "−300"."""
    return number(Decimal(str(value)) * 1000, signed=True)


def percent(value: Number, places: int = 1, *, signed: bool = False) -> str:
    """A percent in prose: "1.9 percent"; a whole number has no decimals: "31 percent"."""
    return f"{_plain(value, places, signed=signed)} percent"


def percent_sign(value: Number, places: int = 1, *, signed: bool = False) -> str:
    """A percent in a table or a strip of figures: "+1.9%"."""
    return f"{number(value, places, signed=signed)}%"


def _plain(value: Number, places: int, *, signed: bool) -> str:
    is_whole = rounded(value, places) == rounded(value)
    return number(value, 0 if is_whole else places, signed=signed)


def missing_in_words(reason: MissingReason | None, *, basis: str = "annual", floor: str = "") -> str:
    """Why a figure is missing, for a reader; "" for a figure that this kind of cell never has.

    `basis` is the basis that was asked for; `floor` is the formatted floor of a top-coded figure. No reason
    at all means that there is no such cell.
    """
    if reason is None:
        return NO_SUCH_CELL
    return {
        MissingReason.OTHER_BASIS: PAID_BY["hourly" if basis == "annual" else "annual"],
        MissingReason.TOP_CODED: f"{floor} or more" if floor else "above the highest published figure",
        MissingReason.NOT_RELEASED: "not released by BLS",
        MissingReason.BELOW_THRESHOLD: "under 0.5%",
        MissingReason.NOT_PRODUCED: "",
        MissingReason.NOT_STATED: "not stated by this source",
    }[reason]


def figure_or_reason(
    value: Number | None,
    reason: MissingReason | int | None,
    form: Callable[[Number], str],
    *,
    basis: str = "annual",
    floor: Number | None = None,
) -> str:
    """The figure as `form` writes it, or in words why there is none."""
    if value is not None:
        return form(value)
    known = None if reason is None else MissingReason(reason)
    return missing_in_words(known, basis=basis, floor="" if floor is None else form(floor))


def wage(figure: Figure, basis: str) -> str:
    """A wage or the reason for its absence: "$126,060", "$239,200 or more", "not released by BLS"."""
    return figure_or_reason(
        figure.value, figure.reason, lambda amount: money(amount, basis), basis=basis, floor=figure.floor
    )


def published(release: Release) -> str:
    """When a release was published, as it follows that word, and no more exactly than is known: "August 28, 2025",
    "in May 2026"; "" where it has no day."""
    day = release.published_on
    if day is None:
        return ""
    if release.known_to == KnownTo.MONTH:
        return f"in {day:%B %Y}"
    if release.known_to == KnownTo.YEAR:
        return f"in {day.year} (exact date unknown)"
    return day_in_words(day)


def day_in_words(day: dt.date) -> str:
    """A date as the US writes it: "May 15, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"
