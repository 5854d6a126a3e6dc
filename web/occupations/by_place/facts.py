"""What is published by place of one occupation, or of all occupations together: rows, map, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from occupations.models import Release
from wages.geography import NAMES, POSTAL
from wages.models import WageEstimate
from web.charts.pay_bar import Axis
from web.charts.state_map import StateFigure, StateMap, state_map
from web.occupations.by_place.prices import PriceLevels
from web.occupations.by_place.rows import (
    VIEWS,
    AreaMeasure,
    AreaRow,
    AreaRows,
    area_rows,
    drawn,
    measures,
    narrowed,
)
from web.occupations.by_place.words import (
    caption,
    caption_title,
    classes_of,
    figure_in_words,
    heading,
    lede,
    lede_of_all,
    lede_of_all_listed,
    lede_of_listed,
    lede_of_place,
    listed,
    notes,
    summary,
)
from web.words.notes import lacking_of

OF_ALL, OF_ONE = ("median", "jobs", "adjusted"), ("median", "jobs", "quotient", "per_1000", "adjusted")


@dataclass(frozen=True)
class Asked:
    """What a reader asked of the table."""

    basis: str = "annual"
    view: str = "states"
    state: str = ""
    text: str = ""
    measure: str = "median"
    is_adjusted: bool = False

    @property
    def is_narrowed(self) -> bool:
        return bool(self.state or self.text)


@dataclass
class ByPlace:
    """What is published by place, as asked. `is_one` says that it is about one occupation and not about all."""

    title: str
    is_one: bool
    asked: Asked
    every: AreaRows
    nation: AreaRow
    rows: list[AreaRow]
    axis: Axis
    remainder: AreaRow | None
    map: StateMap | None
    measures: list[tuple[str, str]]
    state_choices: list[tuple[str, str]]
    release: Release
    levels: PriceLevels = field(default_factory=PriceLevels)
    releases: list[Release] = field(default_factory=list)

    @property
    def has_map(self) -> bool:
        """Whether this is the table that a map can show: that of all states."""
        return self.view == "states" and not self.asked.is_narrowed

    @property
    def basis(self) -> str:
        return self.asked.basis

    @property
    def view(self) -> str:
        return self.asked.view

    @property
    def prices(self) -> Release | None:
        """The release of the price levels, where there are any."""
        return self.levels.release if self.levels else None

    @property
    def is_adjusted(self) -> bool:
        return self.prices is not None and (self.asked.is_adjusted or self.asked.measure == "adjusted")

    @property
    def all_releases(self) -> list[Release]:
        return [*self.releases, *([self.prices] if self.is_adjusted and self.prices else [])]

    @property
    def left_out_columns(self) -> tuple[str, ...]:
        """Columns that this page has no use for."""
        names = [] if self.is_one else ["per_1000", "quotient", "gap", "gap_percent", "reliability"]
        names += ["mean"] if self.is_one else []
        names += [] if self.view == "all" else ["kind"]
        names += [] if self.is_adjusted else ["adjusted"]
        return tuple(names)

    @property
    def conditions(self) -> dict[str, str]:
        """Each filter in force in a few words, by the parameter that takes it away."""
        said = {}
        if self.asked.text:
            said["q"] = f"“{self.asked.text}”"
        if self.asked.state:
            said["state"] = dict(self.state_choices).get(self.asked.state, self.asked.state)
        return said

    def summary(self, sort: str) -> str:
        """What is listed and in which order, without a full stop."""
        return summary(len(self.rows), self.view, self.conditions, sort)

    @property
    def lacking(self) -> str:
        """What the rows listed lack, for the line above them; "" for nothing."""
        return lacking_of((row.employment, row.median) for row in self.rows)

    @property
    def heading(self) -> str:
        """What the page is about, for its title."""
        return heading(self.title if self.is_one else "", self.view, self.conditions)

    @property
    def lede(self) -> list[str]:
        """The finding over the table: of the states, or of the places listed where others are."""
        if self.asked.is_narrowed or self.view not in ("states", "all"):
            return self._lede_of_listed()
        if self.is_one:
            return lede(self.title, self.every, self.basis)
        return lede_of_all(self.every, self.basis, self.release)

    def _lede_of_listed(self) -> list[str]:
        """The finding among the places listed: a state whose areas stand beside it has a sentence of its own."""
        title = self.title if self.is_one else ""
        kind, rows = self._ranked
        states = [row for row in self.rows if row.area and row.area.kind in VIEWS["states"]]
        said = []
        if len(states) == 1 and rows != states:
            said = lede_of_place(title, states[0], self.nation, self.basis)
        if len(rows) == 1:
            return said or lede_of_place(title, rows[0], self.nation, self.basis)
        if self.is_one:
            return said + lede_of_listed(self.title, kind, rows, self.nation, self.basis)
        return said + lede_of_all_listed(kind, rows, self.basis)

    @property
    def _ranked(self) -> tuple[str, list[AreaRow]]:
        """The places that the finding holds against each other, with what they are called."""
        if not self.asked.is_narrowed and self.view in ("states", "all"):
            return "states", self.every.states
        states = [row for row in self.rows if row.area and row.area.kind in VIEWS["states"]]
        areas = [row for row in self.rows if row not in states]
        return listed("areas" if areas and states else self.view, self.conditions), areas or states

    @property
    def classes(self) -> str:
        """How the shades of the map are cut."""
        return classes_of(self.map.sizes) if self.map else ""

    @property
    def caption_title(self) -> str:
        return caption_title(self.title, self.view, self.release)

    @property
    def caption(self) -> str:
        return caption(self.basis, self.nation)

    @property
    def notes(self) -> list[str]:
        """What is covered, what isn't, and how to read the columns."""
        levels = self.levels if self.is_adjusted else None
        kind, rows = self._ranked
        ranked = (kind, rows) if len(rows) > 1 else ("", [])
        return notes(self.every, self.view, self.release, levels, is_one=self.is_one, ranked=ranked)


def by_place(
    title: str,
    overall: WageEstimate,
    cells: Sequence[WageEstimate],
    asked: Asked,
    *,
    is_one: bool,
    levels: PriceLevels | None = None,
    links: Mapping[str, str] | None = None,
) -> ByPlace:
    """What the page shows. `overall` is the national cell, `cells` those of the areas in the same edition.

    `links` has, by the seven digits of a state's code, where its shape on the map leads.
    """
    every = area_rows(overall, cells, asked.basis, levels)
    rows = narrowed(every.rows, view=asked.view, state=asked.state, text=asked.text)
    nation, rows, axis = drawn(every.nation, rows, asked.basis)
    of_map = measures(asked.basis)
    names = [name for name in (OF_ONE if is_one else OF_ALL) if name != "adjusted" or levels]
    with_states = asked.view == "states" and not asked.is_narrowed
    return ByPlace(
        title=title,
        is_one=is_one,
        asked=asked,
        every=every,
        nation=nation,
        rows=rows,
        axis=axis,
        remainder=every.remainder() if with_states else None,
        map=_map(title, overall, every, of_map[asked.measure], links or {}) if with_states else None,
        measures=[(name, of_map[name].text) for name in names],
        state_choices=_state_choices(every),
        release=overall.release,
        levels=levels or PriceLevels(),
        releases=sorted(
            {c.release for c in [overall, *cells]}, key=lambda r: (r.kind, r.label), reverse=True
        ),
    )


def _state_choices(every: AreaRows) -> list[tuple[str, str]]:
    """Letters and names of the states and territories that have any row, by name."""
    letters = {state for row in every.rows if row.area for state in row.area.states}
    return sorted(((state, NAMES[state]) for state in letters), key=lambda pair: pair[1])


def _map(
    title: str, overall: WageEstimate, every: AreaRows, measure: AreaMeasure, links: Mapping[str, str]
) -> StateMap | None:
    """The map of one measure; every state that the table lists, and those that it doesn't."""
    given = []
    for row in every.rows:
        if row.area is None or row.area.kind not in VIEWS["states"]:
            continue
        given.append(
            StateFigure(
                fips=row.area.state_code,
                letters=POSTAL[row.area.state_code],
                name=row.name,
                figure=measure.of(row),
                words=figure_in_words(row, measure),
                href=links.get(row.area.code, ""),
            )
        )
    names = {fips: (letters, NAMES[letters]) for fips, letters in POSTAL.items() if letters in NAMES}
    period = overall.release.reference_period
    about = f"{title[:1].lower()}{title[1:]}"
    return state_map(f"{measure.title}, {about}, {period}", given, measure.form, names)
