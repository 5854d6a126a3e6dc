"""What a page reads from single cells: percentiles on a basis, shares, and errors in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from occupations.models import MissingReason
from wages.estimates import Figure, Number, figure
from wages.models import WageEstimate

Row = TypeVar("Row")
BASES = ("annual", "hourly")
LEAST_JOBS = 100  # with fewer of its jobs an industry or a place is named as no occupation's best
LEAST_PER_1000 = 1  # fewer of every 1,000 jobs are too few to say what an area or an industry is known for
PERCENTILES = ("p10", "p25", "median", "p75", "p90")

# Bands of the relative standard error, in percent. BLS sets none; these are ours and the page says so.
RELIABILITY = ((5, "high"), (10, "good"), (20, "fair"), (1000, "low"))


class PercentileRow:
    """A row with P10, P25, median, P75 and P90 on one basis, for dataclasses to build on."""

    __slots__ = ()
    percentiles: tuple[Figure, ...]

    @property
    def p10(self) -> Figure:
        return self.percentiles[0]

    @property
    def median(self) -> Figure:
        return self.percentiles[2]

    @property
    def p90(self) -> Figure:
        return self.percentiles[4]


def reliability(rse: Figure) -> str:
    """A relative standard error in words; "" where none is published."""
    if rse.value is None:
        return ""
    return next(word for limit, word in RELIABILITY if rse.value < limit)


def share_of(part: Figure, whole: Figure) -> Decimal | None:
    """`part` in percent of `whole`; None where either isn't published."""
    if part.value is None or not whole.value:
        return None
    return Decimal(part.value) / Decimal(whole.value) * 100


def rounding(parts: int) -> int:
    """By how many jobs a total and the sum of so many parts may differ, each being rounded to 10."""
    return 5 * (parts + 1)


def percentiles_of(estimate: WageEstimate | None, basis: str) -> tuple[Figure, ...]:
    """P10, P25, median, P75 and P90 on one basis."""
    return tuple(figure(estimate, f"{basis}_{name}") for name in PERCENTILES)


def maybe_highest(medians: Iterable[tuple[str, Figure]]) -> list[tuple[str, Number]]:
    """Where some are top-coded: these, and each number at or above the lowest of their floors, by name.

    Any of them may be the highest, because a floor says no more than "or more". Empty where none is top-coded; rough
    numbers are left out.
    """
    named = [(name, fig) for name, fig in medians if not fig.is_rough]
    floors = [fig.floor for _, fig in named if fig.floor is not None]
    if not floors:
        return []
    known = [(name, fig.floor if fig.value is None else fig.value) for name, fig in named]
    return sorted((name, amount) for name, amount in known if amount is not None and amount >= min(floors))


def leading(rows: Sequence[Row], key: Callable[[Row], Any], most: int) -> list[Row]:
    """The first of rows in order, at most so many, and those after them that are equal to the last."""
    first = list(rows[:most])
    return [*first, *(row for row in rows[most:] if key(row) == key(first[-1]))] if first else []


def on_other_basis_only(medians: Iterable[Figure]) -> bool:
    """Whether any of these is published on the other basis only, so that a ranking on this one lacks it."""
    return any(median.reason == MissingReason.OTHER_BASIS for median in medians)


def basis_of(estimate: WageEstimate | None, asked: str | None = None) -> str:
    """The basis to show: the one asked for, or annual unless only hourly pay is published."""
    if asked in BASES:
        return asked
    if estimate is None:
        return "annual"
    annual, hourly = figure(estimate, "annual_median"), figure(estimate, "hourly_median")
    return "hourly" if annual.value is None and hourly.value is not None else "annual"


def only_basis_of(estimate: WageEstimate | None) -> str:
    """ "annual" or "hourly" where the source says that pay is published on that basis alone; "" otherwise."""
    for basis, other in (BASES, BASES[::-1]):
        if figure(estimate, f"{other}_median").reason == MissingReason.OTHER_BASIS:
            return basis
    return ""


def is_unknown(fig: Figure) -> bool:
    """Whether nothing is known of a figure: neither its value nor a floor."""
    return fig.value is None and not fig.is_top_coded
