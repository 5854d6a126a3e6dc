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
    """

    value: Number | None = None
    reason: MissingReason | None = None
    floor: Number | None = None

    @property
    def is_top_coded(self) -> bool:
        return self.reason == MissingReason.TOP_CODED

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
        return Figure(value)
    reason = MissingReason(getattr(estimate, f"{measure}_missing"))
    floor = None
    if reason == MissingReason.TOP_CODED:
        floor = floor_of(estimate, measure, release or estimate.release)
    return Figure(None, reason, floor)


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
