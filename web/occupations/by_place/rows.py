"""Tables of areas: an occupation, or all occupations together, in states, metropolitan and nonmetropolitan areas.

Gaps are computed here, against the nation's median in the same release. The states add up to the nation;
territories are no part of it, and metropolitan and nonmetropolitan areas are not all published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wages.estimates import NOTHING, Figure, Number, figure
from wages.geography import NAMES, STATES
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.occupations.by_place.prices import PriceLevels, at_national_prices, why_not_adjusted
from web.tables.cells import PercentileRow, percentiles_of, rounding, share_of
from web.words import numbers

VIEWS: dict[str, frozenset[str]] = {
    "states": frozenset({Area.Kind.STATE, Area.Kind.TERRITORY}),
    "metros": frozenset({Area.Kind.METROPOLITAN}),
    "nonmetro": frozenset({Area.Kind.NONMETROPOLITAN}),
    "all": frozenset(set(Area.Kind) - {Area.Kind.NATION}),
}
VIEW_NAMES = {
    "states": ("state or territory", "states and territories"),
    "metros": ("metropolitan area", "metropolitan areas"),
    "nonmetro": ("nonmetropolitan area", "nonmetropolitan areas"),
    "all": ("place", "places"),
    "areas": ("area", "areas"),  # those of a state that is listed too
}
KIND_WORDS = {
    Area.Kind.NATION: "nation",
    Area.Kind.STATE: "state",
    Area.Kind.TERRITORY: "territory",
    Area.Kind.METROPOLITAN: "metropolitan area",
    Area.Kind.NONMETROPOLITAN: "nonmetropolitan area",
}


@dataclass(frozen=True)
class AreaRow(PercentileRow):
    """One line of the table. The remainder has no area: it is what the states don't show of the nation's jobs.

    `parity` is the place's price level in percent of the nation's, and `adjusted` its median at the nation's
    prices.
    """

    name: str
    employment: Figure
    area: Area | None = None
    per_1000: Figure = NOTHING
    quotient: Figure = NOTHING
    percentiles: tuple[Figure, ...] = (NOTHING,) * 5
    mean: Figure = NOTHING
    employment_rse: Figure = NOTHING
    wage_rse: Figure = NOTHING
    gap: Number | None = None
    gap_percent: Decimal | None = None
    parity: Decimal | None = None
    adjusted: Figure = NOTHING
    bar: PayBar | None = None
    about_nothing: bool = False

    @property
    def is_remainder(self) -> bool:
        return self.area is None

    @property
    def is_nation(self) -> bool:
        return self.area is not None and self.area.kind == Area.Kind.NATION

    @property
    def is_state(self) -> bool:
        """Whether the row is a state or the District of Columbia, which together make up the nation."""
        return self.area is not None and self.area.kind == Area.Kind.STATE

    @property
    def kind(self) -> str:
        return "" if self.area is None else KIND_WORDS[Area.Kind(self.area.kind)]

    @property
    def code(self) -> str:
        return self.area.code if self.area else ""

    @property
    def why_not_adjusted(self) -> str:
        return why_not_adjusted(self.median, self.parity)


@dataclass(frozen=True)
class AreaRows:
    """The nation's row, and one for every area published."""

    nation: AreaRow
    rows: list[AreaRow]

    @property
    def states(self) -> list[AreaRow]:
        return [row for row in self.rows if row.is_state]

    def remainder(self) -> AreaRow | None:
        """What the states leave of the nation's jobs; each published number is rounded to 10."""
        total, states = self.nation.employment, self.states
        if total.value is None or not states:
            return None
        left = int(total.value) - sum(int(row.employment.value or 0) for row in states)
        return AreaRow(
            name="Not shown or not released",
            employment=Figure(max(left, 0)),
            about_nothing=left <= rounding(len(states)),
        )

    def is_of_all_states(self, of: Callable[[AreaRow], Figure]) -> bool:
        """Whether every state has the figure."""
        return sum(of(row).value is not None for row in self.states) == len(STATES)

    def may_be_outdone(self, jobs: Number) -> bool:
        """Whether a state without published jobs may have more than these: all that the others leave is its own."""
        if self.is_of_all_states(lambda row: row.employment):
            return False
        left = self.remainder()
        return left is None or (left.employment.value or 0) + rounding(len(self.states)) > jobs

    def covered_share(self) -> Decimal | None:
        """The part of the nation's jobs, in percent, that the published states hold."""
        known = [row.employment.value for row in self.states if row.employment.value is not None]
        return share_of(Figure(sum(known)), self.nation.employment) if known else None


def area_rows(
    overall: WageEstimate,
    cells: Iterable[WageEstimate],
    basis: str,
    levels: PriceLevels | None = None,
) -> AreaRows:
    """The rows of one occupation.

    `overall` is its national cell, `cells` those of the areas in the same edition (with their areas).
    """
    nation = _row(overall, overall, basis, PriceLevels())
    rows = [
        _row(c, overall, basis, levels or PriceLevels()) for c in cells if c.area.kind != Area.Kind.NATION
    ]
    return AreaRows(nation, rows)


def drawn(nation: AreaRow, rows: Sequence[AreaRow], basis: str) -> tuple[AreaRow, list[AreaRow], Axis]:
    """The nation's row and those listed, each with its pay bar, and the axis that just holds them all."""
    axis = pay_bar.axis_of(row.percentiles for row in [nation, *rows])

    def with_bar(row: AreaRow) -> AreaRow:
        return replace(row, bar=pay_bar.pay_bar(row.name, row.percentiles, nation.median, axis, basis))

    return with_bar(nation), [with_bar(row) for row in rows], axis


def _row(cell: WageEstimate, overall: WageEstimate, basis: str, levels: PriceLevels) -> AreaRow:
    percentiles = percentiles_of(cell, basis)
    difference = None if cell is overall else pay_bar.gap(percentiles[2], figure(overall, f"{basis}_median"))
    parity = levels.of(cell.area)
    return AreaRow(
        name=cell.area.title,
        area=cell.area,
        employment=figure(cell, "employment"),
        per_1000=figure(cell, "jobs_per_1000"),
        quotient=figure(cell, "location_quotient"),
        percentiles=percentiles,
        mean=figure(cell, f"{basis}_mean"),
        employment_rse=figure(cell, "employment_rse"),
        wage_rse=figure(cell, "wage_rse"),
        gap=difference[0] if difference else None,
        gap_percent=difference[1] if difference else None,
        parity=parity,
        adjusted=at_national_prices(percentiles[2], parity),
    )


def narrowed(rows: Iterable[AreaRow], *, view: str, state: str = "", text: str = "") -> list[AreaRow]:
    """The rows of a view, in one state (by its letters) or all, whose names have every word of the text.

    An area that crosses state lines is found under each state of its title. The state's own name finds its
    areas too, for their titles have its letters only.
    """
    words = text.casefold().split()

    def fits(row: AreaRow) -> bool:
        assert row.area is not None
        if row.area.kind not in VIEWS[view] or (state and state not in row.area.states):
            return False
        full = f"{row.name} {row.code} {' '.join(NAMES[s] for s in row.area.states)}".casefold()
        return all(word in full for word in words)

    return [row for row in rows if fits(row)]


def _as_figure(number: Number | None) -> Figure:
    return NOTHING if number is None else Figure(number)


SORTABLE: dict[str, Callable[[AreaRow], Figure]] = {
    "area": lambda row: NOTHING,  # by name, which every order falls back on
    "kind": lambda row: NOTHING,
    "jobs": lambda row: row.employment,
    "per_1000": lambda row: row.per_1000,
    "quotient": lambda row: row.quotient,
    "p10": lambda row: row.p10,
    "median": lambda row: row.median,
    "p90": lambda row: row.p90,
    "mean": lambda row: row.mean,
    "adjusted": lambda row: row.adjusted,
    "gap": lambda row: _as_figure(row.gap),
    "gap_percent": lambda row: _as_figure(row.gap_percent),
    "reliability": lambda row: row.employment_rse,
}
SORT_WORDS = {
    "area": ("name, A to Z", "name, Z to A"),
    "kind": ("kind of place", "kind of place, the other way round"),
    "jobs": ("jobs, fewest first", "jobs, most first"),
    "per_1000": ("jobs per 1,000, lowest first", "jobs per 1,000, highest first"),
    "quotient": ("location quotient, lowest first", "location quotient, highest first"),
    "median": ("median pay, lowest first", "median pay, highest first"),
    "p10": ("P10, lowest first", "P10, highest first"),
    "p90": ("P90, lowest first", "P90, highest first"),
    "mean": ("mean pay, lowest first", "mean pay, highest first"),
    "adjusted": ("pay at national prices, lowest first", "pay at national prices, highest first"),
    "gap": ("gap, lowest first", "gap, highest first"),
    "gap_percent": ("gap in percent, lowest first", "gap in percent, highest first"),
    "reliability": ("error of jobs, smallest first", "error of jobs, largest first"),
}


def sort_rows(rows: Sequence[AreaRow], column: str, *, descending: bool) -> list[AreaRow]:
    """The rows by one column; missing figures last in both directions, ties by name and code."""
    ordered = sorted(
        rows, key=lambda row: (row.name.casefold(), row.code), reverse=column == "area" and descending
    )
    if column == "kind":
        return sorted(ordered, key=lambda row: row.kind, reverse=descending)
    return sorted(ordered, key=lambda row: SORTABLE[column](row).sort_key(descending=descending))


@dataclass(frozen=True)
class AreaMeasure:
    """What the map can show: how a choice reads, the figure, how a legend writes it and how a state says it."""

    text: str
    title: str
    of: Callable[[AreaRow], Figure]
    form: Callable[[Number], str]
    said: str


def measures(basis: str) -> dict[str, AreaMeasure]:
    """The measures of a map by the name that an address gives them."""

    def money(value: Number) -> str:
        return numbers.money(value, basis)

    def per_1000(value: Number) -> str:
        return numbers.number(value, 3 if value < Decimal("0.1") else 2)

    def quotient(value: Number) -> str:
        return numbers.number(value, 2)

    return {
        "median": AreaMeasure("Median pay", f"Median {basis} pay", lambda r: r.median, money, "{} median"),
        "jobs": AreaMeasure("Jobs", "Wage-and-salary jobs", lambda r: r.employment, numbers.number, "{} jobs"),
        "quotient": AreaMeasure(
            "Location quotient", "Location quotient", lambda r: r.quotient, quotient, "location quotient {}"
        ),
        "per_1000": AreaMeasure(
            "Jobs per 1,000", "Jobs per 1,000 jobs in the state", lambda r: r.per_1000, per_1000,
            "{} of every 1,000 jobs",
        ),
        "adjusted": AreaMeasure(
            "Pay adjusted for prices", f"Median {basis} pay at national prices", lambda r: r.adjusted, money,
            "{} median at national prices",
        ),
    }  # fmt: skip
