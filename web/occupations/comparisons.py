"""An occupation's pay beside that of its group and of all occupations, and from state to state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Release
from wages.estimates import NOTHING, Figure, figure
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import PayBar
from web.tables.cells import PercentileRow, percentiles_of
from web.words import numbers

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
    """One state: its median and jobs."""

    name: str
    median: Figure
    employment: Figure


@dataclass(frozen=True)
class States:
    """The states with the highest and the lowest median; all of them where they are few."""

    release: Release
    highest: list[StatePay]
    lowest: list[StatePay]
    count: int
    without_median: int
    prices: Release | None = None


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
    states = [
        StatePay(
            c.area.title,
            _at_prices(figure(c, f"{basis}_median"), c.area.state_code, parities),
            figure(c, "employment"),
        )
        for c in cells
        if c.area.kind == Area.Kind.STATE
    ]
    known = [s for s in states if s.median.value is not None or s.median.floor is not None]
    if not known:
        return None
    ordered = sorted(known, key=lambda s: (s.median.sort_key(descending=True), s.name))
    few = len(ordered) <= 2 * SHOWN_AT_EACH_END
    return States(
        release=cells[0].release,
        highest=ordered if few else ordered[:SHOWN_AT_EACH_END],
        lowest=[] if few else ordered[-SHOWN_AT_EACH_END:],
        count=len(ordered),
        without_median=len(states) - len(known),
        prices=prices if parities else None,
    )


def _at_prices(median: Figure, state_code: str, parities: Mapping[str, Decimal] | None) -> Figure:
    if not parities:
        return median
    if median.value is None or state_code not in parities:
        return NOTHING
    return Figure(numbers.rounded(Decimal(median.value) * 100 / parities[state_code], 2))
