"""The page of one occupation, or of all occupations together, by area: rows, map, finding and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Release
from wages.estimates import Number
from wages.geography import NAMES, POSTAL
from wages.models import WageEstimate
from web.charts.pay_bar import Axis
from web.charts.state_map import StateFigure, StateMap, state_map
from web.occupations.by_industry.page import RELIABILITY_NOTE
from web.occupations.by_place.rows import (
    SORT_WORDS,
    VIEW_NAMES,
    VIEWS,
    AreaRow,
    AreaRows,
    Measure,
    area_rows,
    measures,
    narrowed,
)
from web.tables.cells import LEAST_JOBS, is_unknown, maybe_highest, share_of
from web.words import numbers, places
from web.words.sentences import lacking, plural

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
class AreasPage:
    """Everything that the page shows. `is_one` says that it is about one occupation and not about all."""

    title: str
    is_one: bool
    asked: Asked
    found: AreaRows
    rows: list[AreaRow]
    remainder: AreaRow | None
    map: StateMap | None
    measures: list[tuple[str, str]]
    state_choices: list[tuple[str, str]]
    lede: list[str]
    release: Release
    prices: Release | None = None
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
    def is_adjusted(self) -> bool:
        return self.prices is not None and (self.asked.is_adjusted or self.asked.measure == "adjusted")

    @property
    def all_releases(self) -> list[Release]:
        return [*self.releases, *([self.prices] if self.is_adjusted and self.prices else [])]

    @property
    def nation(self) -> AreaRow:
        return self.found.nation

    @property
    def axis(self) -> Axis:
        return self.found.axis

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
        one, many = VIEW_NAMES[self.view]
        where = f" in {places.in_place(self.conditions['state'])}" if "state" in self.conditions else ""
        called = f" for {self.conditions['q']}" if "q" in self.conditions else ""
        if not self.rows:
            return f"There is no {one}{called}{where}"
        order = SORT_WORDS[sort.lstrip("-")][sort.startswith("-")]
        return f"{plural(len(self.rows), one, many)}{called}{where}, sorted by {order}"

    @property
    def caption_title(self) -> str:
        _, many = VIEW_NAMES[self.view]
        return f"{self.title} by place: {many}, {self.release.reference_period}."

    @property
    def caption(self) -> str:
        dotted = " The dotted line is the nation’s median." if self.nation.median.value is not None else ""
        return f"Wage-and-salary jobs and {self.basis} pay.{dotted}"

    @property
    def notes(self) -> list[str]:
        """What is covered, what isn't, and how to read the columns."""
        known = [self._coverage(), self._missing(), self._prices(), READING]
        if self.is_one:
            known += [RATIOS, RELIABILITY_NOTE]
        if self.view != "states":
            known.append(CROSSING)
        return [note for note in known if note]

    def _coverage(self) -> str:
        share, jobs = self.found.covered_share(), self.nation.employment
        if not self.is_one or share is None or jobs.value is None:
            return ""
        counted = sum(row.employment.value is not None for row in self.found.states)
        return (
            f"The {plural(counted, 'state', 'states')} with a published number, counting the District of Columbia as"
            f" one, hold {numbers.percent(min(share, Decimal(100)))} of the occupation’s {numbers.jobs(jobs.value)}"
            " wage-and-salary jobs in the nation. Territories are no part of the nation’s figures, and the"
            " self-employed are not counted."
        )

    def _missing(self) -> str:
        """How many rows lack a figure; those of places that aren't published at all are no rows."""
        rows = [row for row in self.found.rows if row.area and row.area.kind in VIEWS[self.view]]
        no_jobs = sum(row.employment.value is None for row in rows)
        no_pay = sum(row.median.value is None and not row.median.is_top_coded for row in rows)
        if not no_jobs and not no_pay:
            return "" if not self.is_one else NOT_LISTED
        one, many = VIEW_NAMES[self.view]
        return f"Of {plural(len(rows), one, many)}, {lacking(no_jobs, no_pay)}. {NOT_LISTED}"

    def _prices(self) -> str:
        if not self.is_adjusted or self.prices is None:
            return ""
        return (
            f"Pay at the nation’s prices is computed here: the median of {self.release.reference_period} over the"
            f" state’s price level of {self.prices.reference_period}, where the nation’s is 100. It says what the pay"
            " would buy at average prices. Top-coded pay is not adjusted. Price levels are loaded here for states"
            " only, so metropolitan and nonmetropolitan areas and territories have none."
        )


READING = (
    "P10: one in ten earned less. P90: one in ten earned more. The bar runs from P10 to P90; its darker part is the"
    " middle half."
)
RATIOS = (
    "Location quotient: the occupation’s share of the place’s jobs over its share of the nation’s; above 1 it is"
    " more common there. Gap: the place’s median less the nation’s, computed here."
)
CROSSING = (
    "A metropolitan area that crosses a state line is listed under each state that its title names. Metropolitan"
    " and nonmetropolitan areas do not add up to a state: some of their figures are not published."
)
NOT_LISTED = "A place that is not listed has no published figures for the occupation."


def areas_page(
    title: str,
    overall: WageEstimate,
    cells: Sequence[WageEstimate],
    asked: Asked,
    *,
    is_one: bool,
    parities: Mapping[str, Decimal] | None = None,
    prices: Release | None = None,
    links: Mapping[str, str] | None = None,
) -> AreasPage:
    """The page. `overall` is the national cell, `cells` those of the areas in the same edition.

    `links` has, by the seven digits of a state's code, where its shape on the map leads.
    """
    found = area_rows(overall, cells, asked.basis, parities)
    rows = narrowed(found.rows, view=asked.view, state=asked.state, text=asked.text)
    of_map = measures(asked.basis)
    names = [name for name in (OF_ONE if is_one else OF_ALL) if name != "adjusted" or parities]
    with_states = asked.view == "states" and not asked.is_narrowed
    return AreasPage(
        title=title,
        is_one=is_one,
        asked=asked,
        found=found,
        rows=rows,
        remainder=found.remainder() if with_states else None,
        map=_map(title, overall, found, of_map[asked.measure], links or {}) if with_states else None,
        measures=[(name, of_map[name].text) for name in names],
        state_choices=_state_choices(found),
        lede=_lede(title, found, asked.basis, overall.release)
        if is_one
        else _lede_of_all(found, asked, overall),
        release=overall.release,
        prices=prices if parities else None,
        releases=sorted(
            {c.release for c in [overall, *cells]}, key=lambda r: (r.kind, r.label), reverse=True
        ),
    )


def _state_choices(found: AreaRows) -> list[tuple[str, str]]:
    """Letters and names of the states and territories that have any row, by name."""
    letters = {state for row in found.rows if row.area for state in row.area.states}
    return sorted(((state, NAMES[state]) for state in letters), key=lambda pair: pair[1])


def _map(
    title: str, overall: WageEstimate, found: AreaRows, measure: Measure, links: Mapping[str, str]
) -> StateMap | None:
    """The map of one measure; every state that the table lists, and those that it doesn't."""
    given = []
    for row in found.rows:
        if row.area is None or row.area.kind not in VIEWS["states"]:
            continue
        fig = measure.of(row)
        given.append(
            StateFigure(
                fips=row.area.state_code,
                letters=POSTAL[row.area.state_code],
                name=row.name,
                figure=fig,
                words=_words(row, measure),
                href=links.get(row.area.code, ""),
            )
        )
    names = {fips: (letters, NAMES[letters]) for fips, letters in POSTAL.items() if letters in NAMES}
    period = overall.release.reference_period
    about = f"{title[:1].lower()}{title[1:]}"
    return state_map(f"{measure.title}, {about}, {period}", given, measure.form, names)


def _words(row: AreaRow, measure: Measure) -> str:
    """What a state says: the figure with its unit, or why there is none."""
    fig = measure.of(row)
    if fig.value is not None:
        return measure.said.format(measure.form(fig.value))
    if fig.reason is None and row.why_not_adjusted:
        return row.why_not_adjusted
    reason = fig.reason if fig.reason is not None else row.median.reason
    floor = "" if fig.floor is None else measure.form(fig.floor)
    return numbers.missing_in_words(reason, floor=floor)


def _lede(title: str, found: AreaRows, basis: str, release: Release) -> list[str]:
    """Where the occupation is paid best, most common and most numerous; residuals of places don't exist."""
    states = [row for row in found.states if (row.employment.value or 0) >= LEAST_JOBS]
    known = [row for row in states if row.median.value is not None]
    is_partly = any(is_unknown(row.median) for row in states)
    top = max(known, key=lambda row: (row.median.value or 0, row.name), default=None)
    said = [
        places.highest_pay_sentence(
            title,
            kind="states",
            exact=(top.name, top.median.value) if top and top.median.value is not None else None,
            top_coded=maybe_highest((row.name, row.median) for row in states),
            overall=found.nation.median,
            basis=basis,
            least_jobs=LEAST_JOBS,
            is_of_published=is_partly,
        ),
        _most_concentrated(found, states, is_after_them_all=known != [] and not is_partly),
    ]
    if states:
        largest = max(states, key=lambda row: (row.employment.value or 0, row.name))
        share = share_of(largest.employment, found.nation.employment)
        said.append(
            places.most_jobs_sentence(
                title,
                largest.name,
                largest.employment.value or 0,
                share,
                is_of_published=found.may_be_outdone(largest.employment.value or 0),
            )
        )
    return [sentence for sentence in said if sentence]


def _most_concentrated(found: AreaRows, states: Sequence[AreaRow], *, is_after_them_all: bool) -> str:
    """Where the location quotient is highest of `states`, those with enough jobs, and which these are.

    `is_after_them_all` says that the sentence before has told which states are counted.
    """
    dense = [row for row in states if row.quotient.value is not None]
    if not dense:
        return ""
    top = max(dense, key=lambda row: (row.quotient.value or 0, row.name))
    highest = top.quotient.value or 0
    if found.is_of_all_states(lambda row: row.quotient) and all(
        (row.quotient.value or 0) <= highest for row in found.states
    ):
        among = ""
    elif len(dense) < len(states):
        among = places.among_places("states", LEAST_JOBS, "location quotient is published")
    else:
        among = "Among the same states" if is_after_them_all else places.among_places("states", LEAST_JOBS)
    return places.most_concentrated_sentence(top.name, highest, among)


def _lede_of_all(found: AreaRows, asked: Asked, overall: WageEstimate) -> list[str]:
    known: list[tuple[str, Number]] = [
        (row.name, row.median.value) for row in found.states if row.median.value is not None
    ]
    ends = (
        [max(known, key=lambda pair: pair[1]), min(known, key=lambda pair: pair[1])] if len(known) > 1 else []
    )
    return places.places_lede(
        found.nation.employment, found.nation.median, ends, asked.basis, overall.release.reference_period,
        is_of_published=not found.is_of_all_states(lambda row: row.median),
    )  # fmt: skip
