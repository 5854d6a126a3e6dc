"""The figure of an answer: what an occupation pays somewhere, or why nobody can say and where the next wider figure is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from occupations.models import MissingReason, Release
from wages.estimates import NOTHING, Figure, figure
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import WageEstimate
from web.charts.pay_bar import PayBar, gap, pay_bar_on_scale
from web.search.answer import words
from web.search.question.places import Place

PERCENTILES = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}
OTHER = {"annual": "hourly", "hourly": "annual"}


@dataclass(frozen=True)
class FigureCard:
    """One figure with what it needs to be one: of whom and where (`title`), on which basis, its ends, what it is held
    against, and its source. `missing` says why there is none; `wider` is then that of the next wider place that has one."""

    title: str
    href: str
    basis: str
    percentiles: tuple[Figure, ...]
    source: str
    amount: str = ""
    low: str = ""
    high: str = ""
    against: str = ""
    jobs: str = ""
    missing: str = ""
    bar: PayBar | None = None
    wider: FigureCard | None = None
    notes: tuple[str, ...] = ()
    subtitle: str = ""

    @property
    def median(self) -> Figure:
        return self.percentiles[2]

    @property
    def is_known(self) -> bool:
        return self.median.value is not None or self.median.is_top_coded


@dataclass(frozen=True)
class Where:
    """Whose pay is meant: a place's, or an industry's. `name` follows "in", `title` stands alone."""

    name: str
    title: str
    area: int
    industry: int | None = None
    is_nation: bool = False
    href: str = ""


def basis_of(cell: WageEstimate | None, asked: str) -> str:
    """The basis that was asked for, or the other one where only that is published."""
    if cell is not None and getattr(cell, f"{asked}_median_missing") == MissingReason.OTHER_BASIS:
        return OTHER[asked]
    return asked


def percentiles_of(cell: WageEstimate | None, basis: str, release: Release) -> tuple[Figure, ...]:
    return tuple(figure(cell, name, release) for name in PERCENTILES[basis])


def card(
    name: str, href: str, where: Where, cell: WageEstimate | None, nation: WageEstimate | None, asked: str, release: Release
) -> FigureCard:  # fmt: skip
    """The card of an occupation's cell; `nation` is the cell that it is held against."""
    basis = basis_of(cell if cell is not None else nation, asked)
    shown = percentiles_of(cell, basis, release)
    reference = figure(nation, f"{basis}_median", release) if not where.is_nation else NOTHING
    employment = figure(cell, "employment", release)
    made = FigureCard(
        title=words.in_where(name, where.name),
        href=href,
        basis=basis,
        percentiles=shown,
        source=f"{release.source.short_name}, {release.label}",
        amount=words.amount(shown[2], basis),
        low=words.low_end(shown[0], basis),
        high=words.high_end(shown[4], basis),
        against=words.against(gap(shown[2], reference), reference, basis),
        jobs=words.jobs(employment),
        bar=pay_bar_on_scale(name, shown, reference, basis),
        notes=tuple(note for note in (words.other_basis(basis, asked), words.rough(shown[2])) if note),
    )
    if made.is_known:
        return made
    return replace(made, missing=words.why_missing(cell is not None, shown[2], name, where.name, release.label))


def with_wider(made: FigureCard, wider: Sequence[FigureCard]) -> FigureCard:
    """The card, with that of the next wider place that has a figure where it has none."""
    if made.is_known:
        return made
    return replace(made, wider=next((each for each in wider if each.is_known), None))


@dataclass(frozen=True)
class Cells:
    """The cells that an answer read: by occupation and area, or of an industry by occupation."""

    release: Release
    by_area: Mapping[tuple[int, int], WageEstimate] = field(default_factory=dict)
    of_industry: Mapping[int, WageEstimate] = field(default_factory=dict)

    def cell(self, occupation: int, where: Where) -> WageEstimate | None:
        if where.industry is not None:
            return self.of_industry.get(occupation)
        return self.by_area.get((occupation, where.area))


def figure_card(occupation: Any, where: Where, around: Sequence[Where], cells: Cells, asked: str, hrefs: Any) -> FigureCard:
    """The card of an occupation somewhere; `around` are the wider places, the next one first and the nation last."""
    nation = cells.by_area.get((occupation.pk, around[-1].area if around else where.area))

    def of(place: Where) -> FigureCard:
        cell = cells.cell(occupation.pk, place)
        return card(occupation.sentence_title, hrefs(occupation, place), place, cell, nation, asked, cells.release)

    return with_wider(of(where), [of(place) for place in around])


def wider_than(place: Place | None, states: Mapping[str, Place], nation: Place) -> list[Place]:
    """The primary state of an area and the nation; for a state the nation; for the nation nothing."""
    if place is None or place.is_nation:
        return []
    primary = states.get(place.states[0]) if place.states and not place.is_state else None
    return [*([primary] if primary is not None else []), nation]
