"""An occupation's pay beside that of its group and of all occupations, and from state to state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from occupations.models import MissingReason, Occupation, Release
from wages.estimates import Figure, figure
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import PayBar
from web.occupations.by_place.prices import at_national_prices
from web.tables.cells import PercentileRow, percentiles_of

SHOWN_AT_EACH_END = 5


@dataclass(frozen=True)
class Beside(PercentileRow):
    """One line of the comparison: a name, its median and the bar on the common axis."""

    occupation: Occupation
    percentiles: tuple[Figure, ...]
    bar: PayBar | None
    is_this: bool


def beside_groups(
    occupation: Occupation, shown: WageEstimate, around: Sequence[WageEstimate], basis: str
) -> list[Beside]:
    """The occupation, the group it belongs to and all occupations, in the same release.

    `around` are national cells of the groups above in the releases at hand. Empty where there is nothing to
    compare with.
    """
    same = {e.occupation_id: e for e in around if e.release_id == shown.release_id}
    groups = [g for g in _above(occupation) if g.pk in same and g.title != occupation.title]
    chosen = [g for g in (_nearest(groups), _total(groups)) if g is not None]
    rows = [(occupation, shown), *((g, same[g.pk]) for g in dict.fromkeys(chosen))]
    if len(rows) < 2:
        return []
    values = [f.value for _, e in rows for f in percentiles_of(e, basis) if f.value is not None]
    axis = pay_bar.axis_for(values)
    reference = percentiles_of(shown, basis)[2]
    return [
        Beside(
            occupation=o,
            percentiles=percentiles_of(e, basis),
            bar=pay_bar.pay_bar(o.sentence_title, percentiles_of(e, basis), reference, axis, basis),
            is_this=o == occupation,
        )
        for o, e in rows
    ]


def _above(occupation: Occupation) -> list[Occupation]:
    above = []
    parent = occupation.parent
    while parent is not None:
        above.append(parent)
        parent = parent.parent
    return above


def _nearest(groups: list[Occupation]) -> Occupation | None:
    return next((g for g in groups if g.level != Occupation.Level.TOTAL), None)


def _total(groups: list[Occupation]) -> Occupation | None:
    return next((g for g in groups if g.level == Occupation.Level.TOTAL), None)


@dataclass(frozen=True)
class StatePay:
    """One state: its median, its jobs, and the address of its page."""

    name: str
    median: Figure
    employment: Figure
    href: str = ""


class LeftOut(Enum):
    """Why a state is in no order of medians."""

    TOP_CODED = "top-coded, so not adjusted for prices"
    NO_LEVEL = "without a price level"
    ROUGH = "a rough median"
    NOT_RELEASED = "not released"
    OTHER = "no figure on this basis"


@dataclass(frozen=True)
class States:
    """The states with the highest and the lowest median; all of them where they are few.

    `count` is of the states that are ranked. `unranked` have a median that is top-coded: any of them may be the
    highest. `left_out` counts the others by why they are in no order. `as_high` and `as_low` name those that are not
    shown, though their median is that of the last shown at either end.
    """

    release: Release
    highest: list[StatePay]
    lowest: list[StatePay]
    count: int
    unranked: list[StatePay]
    left_out: Mapping[LeftOut, int]
    prices: Release | None = None
    as_high: Sequence[str] = ()
    as_low: Sequence[str] = ()

    @property
    def listed(self) -> list[StatePay]:
        """Every state that the table shows, in its order."""
        return [*self.unranked, *self.highest, *self.lowest]


def by_state(
    cells: Sequence[WageEstimate],
    basis: str,
    parities: Mapping[str, Decimal] | None = None,
    prices: Release | None = None,
) -> States | None:
    """From the occupation's cells in the states, or None where no state has a median.

    With `parities`, each state's price level in percent of the nation's by its FIPS code, medians are put at
    the nation's prices; a state without one, and a top-coded median, then have none.
    """
    states = [cell for cell in cells if cell.area.kind == Area.Kind.STATE]
    ranked, unranked = [], []
    left_out: Counter[LeftOut] = Counter()
    for cell in states:
        published = figure(cell, f"{basis}_median")
        parity = parities.get(cell.area.state_code) if parities else None
        state = StatePay(
            cell.area.title,
            at_national_prices(published, parity) if parities else published,
            figure(cell, "employment"),
            cell.area.get_absolute_url(),
        )
        if state.median.can_lead:
            ranked.append(state)
        elif state.median.is_top_coded:
            unranked.append(state)
        else:
            left_out[_why(published, has_level=bool(parity or not parities))] += 1
    if not ranked and not unranked and not left_out[LeftOut.TOP_CODED]:
        return None
    ordered = sorted(ranked, key=lambda state: (-(state.median.value or 0), state.name))
    few = len(ordered) <= 2 * SHOWN_AT_EACH_END
    between = [] if few else ordered[SHOWN_AT_EACH_END:-SHOWN_AT_EACH_END]
    return States(
        release=cells[0].release,
        highest=ordered if few else ordered[:SHOWN_AT_EACH_END],
        lowest=[] if few else ordered[-SHOWN_AT_EACH_END:],
        count=len(ordered),
        unranked=sorted(unranked, key=lambda state: state.name),
        left_out=left_out,
        prices=prices if parities else None,
        as_high=[s.name for s in between if s.median == ordered[SHOWN_AT_EACH_END - 1].median],
        as_low=[s.name for s in between if s.median == ordered[-SHOWN_AT_EACH_END].median],
    )


def _why(published: Figure, *, has_level: bool) -> LeftOut:
    """Why a state with this median is in no order; what the publisher left out is said before what we lack."""
    if published.reason == MissingReason.NOT_RELEASED:
        return LeftOut.NOT_RELEASED
    if published.value is None and not published.is_top_coded:
        return LeftOut.OTHER
    if not has_level:
        return LeftOut.NO_LEVEL
    return LeftOut.TOP_CODED if published.is_top_coded else LeftOut.ROUGH
