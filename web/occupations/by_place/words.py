"""What is said of an occupation by place: captions, findings and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from occupations.models import Release
from wages.estimates import Figure, Number
from web.occupations.by_place.prices import PriceLevels
from web.occupations.by_place.rows import SORT_WORDS, VIEW_NAMES, VIEWS, AreaMeasure, AreaRow, AreaRows
from web.tables.cells import LEAST_JOBS, is_unknown, maybe_highest, share_of
from web.words import numbers, places
from web.words.notes import DOTTED, RELIABILITY, about_medians
from web.words.sentences import joined, plural, ranked_list, sentence

READING = (
    "P10: one in ten earned less. P90: one in ten earned more. The bar runs from P10 to P90, and its darker part is"
    " the middle half."
)
RATIOS = (
    "Location quotient: the occupation’s share of jobs in the place, divided by its share of jobs in the nation. Above"
    " 1, the occupation is more common there. Gap: the place’s median minus the nation’s, computed here."
)
CROSSING = (
    "A metropolitan area that crosses a state line is listed under each state in its title. Metropolitan and"
    " nonmetropolitan areas don’t add up to a state, because some of their figures are not published."
)
NOT_LISTED = "A place that isn’t listed has no published figures for this occupation."


def summary(count: int, view: str, conditions: Mapping[str, str], sort: str) -> str:
    """What is listed and in which order, without a period. `conditions` are the filters in force, in words."""
    one, many = VIEW_NAMES[view]
    if not count:
        return f"We couldn’t find any {one}{_narrowed(conditions)}"
    order = SORT_WORDS[sort.lstrip("-")][sort.startswith("-")]
    return f"{plural(count, one, many)}{_narrowed(conditions)}, sorted by {order}"


def _narrowed(conditions: Mapping[str, str], called: str = "for") -> str:
    """The filters in force after the name of what they narrow: " for “dayton” in Ohio"."""
    where = f" in {places.in_place(conditions['state'])}" if "state" in conditions else ""
    text = f" {called} {conditions['q']}" if "q" in conditions else ""
    return f"{text}{where}"


def listed(view: str, conditions: Mapping[str, str]) -> str:
    """What a table lists, as a plural: "metropolitan areas in Ohio"."""
    return f"{VIEW_NAMES[view][1]}{_narrowed(conditions, 'matching')}"


def heading(title: str = "", view: str = "states", conditions: Mapping[str, str] | None = None) -> str:
    """What the page is about, for its title: an occupation, or without one all together; as long as nothing is
    narrowed, in all places."""
    if view != "states" or conditions:
        about = listed(view, conditions or {})
        return f"{title}: {about}, jobs and pay" if title else f"{sentence(about)}: jobs and pay"
    where = "by state and metropolitan area"
    return f"{title} {where}: jobs and pay" if title else f"Places: jobs and pay {where}"


def caption_title(title: str, view: str, release: Release) -> str:
    return f"{title} by place: {VIEW_NAMES[view][1]}, {release.reference_period}."


def caption(basis: str, nation: AreaRow) -> str:
    dotted = f" {DOTTED} the nation’s median." if nation.median.value is not None else ""
    return f"Wage-and-salary jobs and {basis} pay.{dotted}"


def notes(
    every: AreaRows,
    view: str,
    release: Release,
    levels: PriceLevels | None,
    *,
    is_one: bool,
    ranked: tuple[str, Sequence[AreaRow]] = ("", ()),
) -> list[str]:
    """What is covered, what isn't, and how to read the columns. `levels` where pay is adjusted for prices; `ranked` are
    the places that the sentences over the table hold against each other, with what they are called."""
    known = [
        _coverage(every) if is_one else "",
        _ranked(*ranked) if is_one else "",
        NOT_LISTED if is_one else "",
        _prices(every, view, release, levels) if levels else "",
        *about_medians(row.median for row in every.rows),
        READING,
    ]
    if is_one:
        known += [RATIOS, RELIABILITY]
    if view != "states":
        known.append(CROSSING)
    return [note for note in known if note]


def _coverage(every: AreaRows) -> str:
    """What part of the occupation's jobs the states with a published number hold; "" where none is known."""
    share, jobs = every.covered_share(), every.nation.employment
    if share is None or jobs.value is None:
        return ""
    counted = sum(row.employment.value is not None for row in every.states)
    return (
        f"The {plural(counted, 'state', 'states')} with a published number of jobs (counting the District of Columbia)"
        f" hold {numbers.percent(min(share, Decimal(100)))} of the occupation’s {numbers.jobs(jobs.value)}"
        " wage-and-salary jobs in the nation. National figures leave out territories and the self-employed."
    )


def _prices(every: AreaRows, view: str, release: Release, levels: PriceLevels) -> str:
    """How pay is adjusted, and for which places it can't be."""
    rows = [row for row in every.rows if row.area and row.area.kind in VIEWS[view]]
    top_coded = sum(row.median.is_top_coded and row.parity is not None for row in rows)
    has, have = f"{VIEW_NAMES[view][0]} has", f"{VIEW_NAMES[view][1]} have"
    without = (
        f"; {plural(top_coded, has, have)} such pay, and it may be the highest of all" if top_coded else ""
    )
    return (
        f"{prices_note(release, levels)} Pay shown as “or more” isn’t adjusted{without}."
        f" {OF_AREAS if levels.has_areas else OF_STATES_ALONE}"
    )


OF_AREAS = (
    "A nonmetropolitan area has the price level of all nonmetropolitan areas in its state together. Territories and"
    " Puerto Rico’s metropolitan areas have no published price level."
)
OF_STATES_ALONE = (
    "This site has price levels for states only, so pay in metropolitan areas, nonmetropolitan areas and territories"
    " isn’t adjusted."
)


def prices_note(release: Release, levels: PriceLevels) -> str:
    """What pay at the nation's prices is."""
    period = levels.release.reference_period if levels.release else ""
    return (
        f"Pay at national prices shows what a paycheck would buy at average U.S. prices. We divide the median of"
        f" {release.reference_period} by the place’s price level of {period}, where the nation’s is 100."
    )


def figure_in_words(row: AreaRow, measure: AreaMeasure) -> str:
    """What a state says: the figure with its unit, or why there is none."""
    fig = measure.of(row)
    if fig.value is not None:
        return measure.said.format(measure.form(fig.value))
    if fig.reason is None and row.why_not_adjusted:
        return row.why_not_adjusted
    reason = fig.reason if fig.reason is not None else row.median.reason
    floor = "" if fig.floor is None else measure.form(fig.floor)
    return numbers.missing_in_words(reason, floor=floor)


def classes_of(sizes: Sequence[int]) -> str:
    """How the classes of a map are cut, and how many states each has, the lowest first; "" for a single one."""
    if len(sizes) < 2:
        return ""
    listed = joined([f"{size:,}" for size in sizes])
    return (
        "The shades change at round numbers, so some cover more states and territories than others:"
        f" {listed}, from lowest to highest."
    )


def lede(title: str, every: AreaRows, basis: str) -> list[str]:
    """Where the occupation is paid best, most common and most numerous; residuals of places don't exist."""
    states = [row for row in every.states if (row.employment.value or 0) >= LEAST_JOBS]
    known = [row for row in states if row.median.can_lead]
    is_partly = any(is_unknown(row.median) for row in states)
    best = _highest([(row.name, row.median.value) for row in known])
    said = [
        places.highest_pay_sentence(
            title,
            kind="states",
            exact=best,
            top_coded=maybe_highest((row.name, row.median) for row in states),
            overall=every.nation.median,
            basis=basis,
            is_of_published=is_partly,
        ),
        _most_concentrated(title, states, "states"),
    ]
    if states:
        most = max(row.employment.value or 0 for row in states)
        largest = sorted(row.name for row in states if row.employment.value == most)
        share = share_of(Figure(most), every.nation.employment)
        said.append(
            places.most_jobs_sentence(
                title,
                largest,
                most,
                share,
                is_of_published=every.may_be_outdone(most),
            )
        )
    return [each for each in said if each]


def lede_of_listed(title: str, kind: str, rows: Sequence[AreaRow], nation: AreaRow, basis: str) -> list[str]:
    """Where pay is highest, the occupation most common and most numerous among the places that are listed.

    `kind` names them, as a plural.
    """
    enough = [row for row in rows if (row.employment.value or 0) >= LEAST_JOBS]
    said = [
        places.highest_pay_sentence(
            title,
            kind=kind,
            exact=_highest([(row.name, row.median.value) for row in enough if row.median.can_lead]),
            top_coded=maybe_highest((row.name, row.median) for row in enough),
            overall=nation.median,
            basis=basis,
            is_of_published=any(is_unknown(row.median) for row in enough),
            is_part=True,
        ),
        _most_concentrated(title, enough, kind, is_part=True),
    ]
    jobs = _highest([(row.name, row.employment.value) for row in rows])
    if jobs is not None:
        is_all = all(row.employment.value is not None for row in rows)
        said.append(places.most_jobs_among_sentence(title, kind, *jobs, is_of_published=not is_all))
    return [each for each in said if each]


def lede_of_all_listed(kind: str, rows: Sequence[AreaRow], basis: str) -> list[str]:
    """Where the median of all occupations together is highest and lowest among the places that are listed."""
    known = [(row.name, row.median.value) for row in rows if row.median.can_lead]
    if len(known) < 2 or any(row.median.is_top_coded for row in rows):
        return []
    ends = [end for end in (_highest(known), _highest(known, lowest=True)) if end]
    return places.places_lede(
        Figure(), Figure(), ends, basis, "", among=f"the {kind}",
        is_of_published=any(is_unknown(row.median) for row in rows),
        rough_aside=any(row.median.is_rough for row in rows),
    )  # fmt: skip


def lede_of_place(title: str, row: AreaRow, nation: AreaRow, basis: str) -> list[str]:
    """The finding over the row of a single place; without a `title` of all occupations together."""
    return places.one_place_lede(
        title, row.name, jobs=row.employment, median=row.median, overall=nation.median, basis=basis
    )


def _most_concentrated(title: str, enough: Sequence[AreaRow], kind: str, *, is_part: bool = False) -> str:
    """Where the location quotient is highest of the places with enough jobs, `kind` as a plural. `is_part` says that
    these places are not the whole country."""
    dense = [row for row in enough if row.quotient.value is not None]
    if not dense:
        return ""
    top = _highest([(row.name, row.quotient.value) for row in dense])
    assert top is not None
    names, highest = top
    among = "Among these places" if is_part else ""
    if len(dense) < len(enough):
        among = f"Of the {kind} with a published location quotient"
    return places.most_concentrated_sentence(title, names, highest, among)


def _ranked(kind: str, rows: Sequence[AreaRow]) -> str:
    """Which of the places the sentences rank, and how many they leave out; "" where there are none to rank."""
    small = [row for row in rows if row.employment.value is not None and row.employment.value < LEAST_JOBS]
    unknown = sum(row.employment.value is None for row in rows)
    ranked = [row for row in rows if (row.employment.value or 0) >= LEAST_JOBS]
    if not ranked:
        return ""
    return places.ranked_places_note(
        kind,
        LEAST_JOBS,
        [
            (len(small), "with fewer"),
            (unknown, "whose number of jobs isn’t published"),
            (sum(is_unknown(row.median) for row in ranked), "with enough jobs but no published median"),
            (sum(row.median.is_rough for row in ranked), "with a very rough median"),
        ],
    )


def _highest(
    known: Sequence[tuple[str, Number | None]], *, lowest: bool = False
) -> tuple[str, Number] | None:
    """The highest figure, or the lowest, with the names of all that have it; None where there is none."""
    stated = [(name, figure) for name, figure in known if figure is not None]
    if not stated:
        return None
    amount = (min if lowest else max)(figure for _, figure in stated)
    return ranked_list([places.in_place(name) for name, figure in stated if figure == amount]), amount


def lede_of_all(every: AreaRows, basis: str, release: Release) -> list[str]:
    known = [(row.name, row.median.value) for row in every.states if row.median.can_lead]
    can_tell = len(known) > 1 and not any(row.median.is_top_coded for row in every.states)
    ends = [end for end in (_highest(known), _highest(known, lowest=True)) if end and can_tell]
    return places.places_lede(
        every.nation.employment, every.nation.median, ends, basis, release.reference_period,
        is_of_published=not every.is_of_all_states(lambda row: row.median),
        rough_aside=any(row.median.is_rough for row in every.states),
    )  # fmt: skip
