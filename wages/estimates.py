"""A figure as a reader meets it: its value, or why there is none, and where a top-coded one begins."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from occupations.models import MissingReason
from wages.measures import ANNUAL_PERCENTILES, ANNUAL_WAGES, HOURLY_PERCENTILES, HOURLY_WAGES

if TYPE_CHECKING:
    from occupations.models import Release
    from wages.models import WageEstimate

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one cell.

    `value` is in the measure's own unit (dollars a year or an hour, jobs, percent). Without a value there
    is a `reason`, or neither where the whole cell isn't published. `floor` is given for a top-coded figure
    only: the figure is that or more, and must never be averaged, drawn as a point or passed on as a value.
    `is_rough` is a median that is the same amount as the 90th percentile: next to nothing is behind it.
    """

    value: Number | None = None
    reason: MissingReason | None = None
    floor: Number | None = None
    is_rough: bool = False

    @property
    def is_top_coded(self) -> bool:
        return self.reason == MissingReason.TOP_CODED

    @property
    def can_lead(self) -> bool:
        """Whether it may be called the highest or the lowest: a number, and not a rough one."""
        return self.value is not None and not self.is_rough

    def sort_key(self, *, descending: bool = False) -> tuple[bool, Number, bool]:
        """A key that puts missing figures last in both directions, and a floor just after its equal in both:
        as `wages.querysets.measure_order` does it in the database."""
        number = self.value if self.value is not None else self.floor
        if number is None:
            return (True, 0, False)
        return (False, -number if descending else number, self.value is None)


NOTHING = Figure()


def figure(estimate: WageEstimate | None, measure: str, release: Release | None = None) -> Figure:
    """The figure of `measure` in a wage estimate; NOTHING where the cell isn't published.

    `release` saves a query where the caller has the estimate's release at hand.
    """
    if estimate is None:
        return NOTHING
    value = getattr(estimate, measure)
    if value is not None:
        return Figure(value, is_rough=measure in MEDIANS and _is_collapsed(estimate, measure))
    reason = MissingReason(getattr(estimate, f"{measure}_missing"))
    floor = None
    if reason == MissingReason.TOP_CODED:
        floor = floor_of(estimate, measure, release or estimate.release)
    return Figure(None, reason, floor)


MEDIANS = {"hourly_median": "hourly_p90", "annual_median": "annual_p90"}


def _is_collapsed(estimate: WageEstimate, median: str) -> bool:
    """Whether the whole upper half is one amount (1,793 annual cells of May 2025). Half of the workers being paid the
    same to the dollar happens where an estimate rests on an establishment or two. A 75th percentile alone that equals
    the median is common, also in large cells paid by a scale, and tells nothing.

    Reads what the caller has fetched, and fetches nothing.
    """
    known = estimate.__dict__
    return known.get(MEDIANS[median]) is not None and known[MEDIANS[median]] == known.get(median)


def floor_of(estimate: WageEstimate, measure: str, release: Release) -> Number | None:
    """Where a top-coded wage begins: at the release's cap, or at a higher published lower percentile.

    In May 2025 13 cells publish a lower percentile above the cap under a top-coded P90.
    """
    annual = measure in ANNUAL_WAGES
    if not annual and measure not in HOURLY_WAGES:
        return None
    percentiles = ANNUAL_PERCENTILES if annual else HOURLY_PERCENTILES
    lower = percentiles[: percentiles.index(measure)] if measure in percentiles else ()
    candidates = [getattr(estimate, name) for name in lower]
    candidates.append(release.annual_cap if annual else release.hourly_cap)
    known = [number for number in candidates if number is not None]
    return max(known) if known else None
