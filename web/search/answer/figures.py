"""The figures of an answer: what an occupation pays somewhere, or why nobody can say, as a card or in a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from occupations.models import Industry, MissingReason, Release
from wages.estimates import Figure, figure
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import Area, WageEstimate
from web.occupations.answer.card import Answer as SharedCard
from web.occupations.answer.card import answer_of
from web.occupations.answer.queries import Material
from web.search.answer import words
from web.search.question.places import Place
from web.words.sentences import at_start

PERCENTILES = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}
OTHER = {"annual": "hourly", "hourly": "annual"}


@dataclass(frozen=True)
class FigureCard:
    """One figure: of whom and where (`title`), on which basis; `missing` says why there is none."""

    title: str
    href: str
    basis: str
    percentiles: tuple[Figure, ...]
    amount: str = ""
    jobs: str = ""
    missing: str = ""

    @property
    def median(self) -> Figure:
        return self.percentiles[2]

    @property
    def is_known(self) -> bool:
        return self.median.value is not None or self.median.is_top_coded


@dataclass(frozen=True)
class Where:
    """Whose pay is meant: an area's, or an industry's in the whole nation; neither is the nation's. `via` says how
    a ZIP code, a city or a county led here."""

    name: str
    area: Area | None = None
    industry: Industry | None = None
    via: str = ""

    @property
    def is_nation(self) -> bool:
        return self.area is None and self.industry is None


def basis_of(cell: WageEstimate | None, asked: str) -> str:
    """The basis that was asked for, or the other one where only that is published."""
    if cell is not None and getattr(cell, f"{asked}_median_missing") == MissingReason.OTHER_BASIS:
        return OTHER[asked]
    return asked


def percentiles_of(cell: WageEstimate | None, basis: str, release: Release) -> tuple[Figure, ...]:
    return tuple(figure(cell, name, release) for name in PERCENTILES[basis])


@dataclass(frozen=True)
class Cells:
    """The cells that an answer read: by occupation and area, the nation's under the id of its area, and those of an
    industry by occupation."""

    release: Release
    nation: int
    by_area: Mapping[tuple[int, int], WageEstimate] = field(default_factory=dict)
    of_industry: Mapping[int, WageEstimate] = field(default_factory=dict)

    def cell(self, occupation: int, where: Where) -> WageEstimate | None:
        if where.industry is not None:
            return self.of_industry.get(occupation)
        return self.by_area.get((occupation, where.area.pk if where.area is not None else self.nation))

    def overall(self, occupation: int) -> WageEstimate | None:
        return self.by_area.get((occupation, self.nation))


def line(occupation: Any, where: Where, cells: Cells, asked: str, href: str) -> FigureCard:
    """The figure of an occupation somewhere, for a line of a list."""
    name, cell = at_start(occupation.sentence_title), cells.cell(occupation.pk, where)
    basis = basis_of(cell if cell is not None else cells.overall(occupation.pk), asked)
    shown = percentiles_of(cell, basis, cells.release)
    made = FigureCard(
        title=words.in_where(name, where.name),
        href=href,
        basis=basis,
        percentiles=shown,
        amount=words.amount(shown[2], basis),
        jobs=words.jobs(figure(cell, "employment", cells.release)),
    )
    if made.is_known:
        return made
    why = words.why_missing(cell is not None, shown[2], name, where.name, cells.release.label)
    return replace(made, missing=why)


def shared_card(
    occupation: Any, where: Where, around: Sequence[Where], cells: Cells, asked: str | None
) -> SharedCard:
    """The card of an occupation somewhere, as its own page shows it; `around` are the wider places, the next one
    first."""
    material = Material(
        occupation,
        _with_names(cells.cell(occupation.pk, where), where, cells),
        _with_names(cells.overall(occupation.pk), Where(""), cells),
        area=where.area,
        industry=where.industry,
        wider=[
            cell
            for place in around
            if (cell := _with_names(cells.cell(occupation.pk, place), place, cells)) is not None
        ],
        releases=[cells.release],
    )
    made = answer_of(material, asked, via=where.via)
    jobs = words.jobs(figure(material.cell, "employment", cells.release))
    return replace(made, facts=[*made.facts, jobs]) if jobs else made


def _with_names(cell: WageEstimate | None, where: Where, cells: Cells) -> WageEstimate | None:
    """The cell with its release and its place at hand, so that nothing is read again for it."""
    if cell is not None:
        cell.release = cells.release
        if where.area is not None:
            cell.area = where.area
    return cell


def wider_than(place: Place | None, states: Mapping[str, Place], nation: Place) -> list[Place]:
    """The primary state of an area and the nation; for a state the nation; for the nation nothing."""
    if place is None or place.is_nation:
        return []
    primary = states.get(place.states[0]) if place.states and not place.is_state else None
    return [*([primary] if primary is not None else []), nation]
