"""What the occupations of an industry show, in sentences. "All other" occupations are left out of every ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter

from occupations.models import Industry, UtilizationFactor
from web.industries.rows import KEYS, LEVELS, OccupationHere, sort_rows
from web.occupations.by_industry.words import small_percent
from web.tables.cells import LEAST_PER_1000, leading, on_other_basis_only
from web.words.numbers import PER, jobs, money, number, percent
from web.words.sentences import BY, as_subject, in_sentence, plural, ranked_list, sentence

NAMED = 3
# The orders in which a handful of jobs could come first; their sentences leave out what is too small to be known for.
RELATIVE = ("-concentration", "-gap")
OF_PAY = ("-median", "-gap")
# The ways of looking at an industry that have a name: the sort that each one is.
VIEWS = {
    "-jobs": "Largest",
    "-median": "Best paid here",
    "-concentration": "Most typical of this industry",
    "-gap": "Biggest pay advantage here",
}


def lede(rows: Sequence[OccupationHere], basis: str) -> list[str]:
    """The largest occupation and the best paid one, for the top of the page."""
    return [text for text in (_largest_one(rows), _best_paid_one(rows, basis)) if text]


def finding(rows: Sequence[OccupationHere], sort: str, basis: str, level: str, *, narrowed: bool) -> str:
    """The first few of a ranking in a sentence; "" for an order that has none. `narrowed` says that the rows
    are only some of the industry's occupations, or of its groups at this level."""
    makers: dict[str, Callable[[Sequence[OccupationHere], str], str]] = {
        "-jobs": partial(_largest, LEVELS[level][2]),
        "-median": _best_paid,
        "-concentration": _most_concentrated,
        "-gap": _furthest_above,
    }
    if sort not in makers or len(rows) < 2:
        return ""
    noted = _of_note(rows) if sort in RELATIVE else list(rows)
    said = makers[sort](noted, basis)
    if not said:
        return ""
    by = _only_by(noted, basis) if sort in OF_PAY else ""
    return _prefixed(_among(LEVELS[level][2], narrowed=narrowed, by=by), said)


def _prefixed(before: str, said: str) -> str:
    if not before:
        return said
    return f"{before}, {said if said.startswith('BLS') else said[:1].lower() + said[1:]}"


def _of_note(rows: Sequence[OccupationHere]) -> list[OccupationHere]:
    """Those with enough of the industry's jobs to say what it is known for; all where none has."""
    of_note = [row for row in rows if row.share is not None and row.share * 10 >= LEAST_PER_1000]
    return of_note or list(rows)


def _only_by(rows: Sequence[OccupationHere], basis: str) -> str:
    """By what pay must be published to be ranked; "" where it is for everybody who is paid."""
    return BY[basis] if on_other_basis_only(row.median for row in rows) else ""


def _among(many: str, *, narrowed: bool, by: str) -> str:
    """Which occupations a sentence is about, where it isn't about all; what is too small or too rough to be named, and
    "all other" occupations, stand in a note."""
    having = f" with pay published {by}" if by else ""
    if narrowed:
        return f"Of the {many} found{having}"
    return f"Of the {many}{having}" if by else ""


def _ranked(rows: Sequence[OccupationHere], sort: str) -> list[OccupationHere]:
    """The named occupations with an exact figure, in order."""
    column = sort.lstrip("-")
    known = [row for row in rows if not row.is_residual and KEYS[column](row).can_lead]
    if sort in OF_PAY:
        known = [row for row in known if not row.median.is_rough]
    return sort_rows(known, sort.lstrip("-"), descending=sort.startswith("-"))


def _first(rows: Sequence[OccupationHere], sort: str, most: int = NAMED) -> list[OccupationHere]:
    """The first few, and those equal to the last of them."""
    return leading(_ranked(rows, sort), KEYS[sort.lstrip("-")], most)


def _listed(rows: Sequence[OccupationHere], said: Callable[[OccupationHere], str]) -> str:
    return ranked_list([f"{in_sentence(row.name)} ({said(row)})" for row in rows])


def _largest(many: str, rows: Sequence[OccupationHere], _basis: str) -> str:
    first = _first(rows, "-jobs")
    if not first:
        return "BLS did not release the jobs of any occupation here."

    def said(row: OccupationHere) -> str:
        share = "" if row.share is None else f", {small_percent(row.share)} of the jobs here"
        return f"{jobs(row.employment.value or 0)} jobs{share}" if row is first[0] else _share(row)

    return f"{_of_those_known(many, rows)} are {_listed(first, said)}."


def _share(row: OccupationHere) -> str:
    return jobs(row.employment.value or 0) if row.share is None else small_percent(row.share)


def _of_those_known(many: str, rows: Sequence[OccupationHere]) -> str:
    if all(row.employment.value is not None for row in rows):
        return f"The largest {many}"
    return f"The largest {many} whose jobs are published"


def _best_paid(rows: Sequence[OccupationHere], basis: str) -> str:
    exact = _first(rows, "-median")
    floors = [row for row in rows if row.median.is_top_coded and not row.is_residual]
    said = []
    if floors:
        said.append(_floors(floors, basis))
    if exact:
        highest = "The highest exact medians" if floors else "The highest published medians"
        listed = _listed(exact, lambda row: money(row.median.value or 0, basis))
        said.append(f"{highest} are for {listed}.")
    return " ".join(said)


def _floors(rows: Sequence[OccupationHere], basis: str) -> str:
    """That the medians of these are only known to be at least so much, and can't be ranked."""
    lowest = min(row.median.floor or 0 for row in rows)
    names = [in_sentence(row.name) for row in sort_rows(rows, "jobs", descending=True)]
    more = len(names) - NAMED
    if more > 0:
        names = [*names[:NAMED], f"{more} more"]
    them = "one occupation" if len(rows) == 1 else plural(len(rows), "occupation", "occupations")
    each = "it" if len(rows) == 1 else "each"
    return (
        f"BLS publishes no exact median for {them} here, only that {each} is {money(lowest, basis)} or more:"
        f" {'; '.join(names[:-1])}{' and ' if len(names) > 1 else ''}{names[-1]}."
    )


def _most_concentrated(rows: Sequence[OccupationHere], _basis: str) -> str:
    dense = [row for row in _ranked(rows, "-concentration") if (row.concentration or 0) > 1]
    first = leading(dense, times, NAMED)
    if not first:
        return ""

    def said(row: OccupationHere) -> str:
        return f"{times(row)} times their share of all jobs" if row is first[0] else f"{times(row)} times"

    return f"The occupations that stand out most are {_listed(first, said)}."


def times(row: OccupationHere) -> str:
    """The concentration as a number: two decimals under 10, one under 100."""
    value = row.concentration or 0
    return number(value, 2 if value < 10 else 1 if value < 100 else 0)


def _furthest_above(rows: Sequence[OccupationHere], basis: str) -> str:
    ranked = _ranked(rows, "-gap")
    first = leading([row for row in ranked if (row.gap or 0) > 0], attrgetter("gap"), NAMED)
    if not ranked:
        return ""
    if not first:
        return "No occupation here earns more than its median in all industries."

    def said(row: OccupationHere) -> str:
        part = row.gap_percent or 0
        return (
            f"{money(row.gap or 0, basis)} or {percent(part, 0) if part >= 1 else 'less than 1 percent'} more"
        )

    return (
        f"The occupations that earn the most above their median in all industries are {_listed(first, said)}."
    )


def _largest_one(rows: Sequence[OccupationHere]) -> str:
    first = _first(rows, "-jobs", 1)
    if not first or first[0].share is None:
        return ""
    several = len(first) > 1
    largest = "the largest occupations" if several else "the largest occupation"
    if any(row.employment.value is None for row in rows):
        largest += " whose jobs are published"
    names = ranked_list([in_sentence(row.name) for row in first]) if several else as_subject(first[0].name)
    each = " each" if several else ""
    said = f"{names} are {largest}, with {small_percent(first[0].share)} of the jobs here{each}."
    return sentence(said)


def _best_paid_one(rows: Sequence[OccupationHere], basis: str) -> str:
    """Nobody is called the best paid while a top-coded median may be higher still."""
    floors = [row for row in rows if row.median.is_top_coded and not row.is_residual]
    first = _first(rows, "-median", 1)
    if floors:
        said = _floors(floors, basis)
    elif not first or len(rows) < 2:
        return ""
    else:
        amount = money(first[0].median.value or 0, basis)
        several = len(first) > 1
        names = (
            ranked_list([in_sentence(row.name) for row in first]) if several else as_subject(first[0].name)
        )
        said = f"{sentence(names)} have the highest published median, {amount} {PER[basis]}."
    return _prefixed(_among("occupations", narrowed=False, by=_only_by(rows, basis)), said)


def shares_change(industry: Industry, factors: Sequence[UtilizationFactor]) -> str:
    """How many occupations are projected to gain and to lose a share of the industry's jobs, in one round;
    "" where it says nothing of them."""
    if not factors:
        return ""
    whole = industry.kind == Industry.Kind.ALL
    counts = [
        (sum(factor.direction == direction for factor in factors), size)
        for direction, size in (
            (UtilizationFactor.Direction.UP, "larger"),
            (UtilizationFactor.Direction.DOWN, "smaller"),
        )
    ]
    parts = [
        f"{plural(count, 'occupation', 'occupations')} to hold a {size} share"
        for count, size in counts
        if count
    ]
    where = "of all jobs" if whole else "of the jobs here"
    return f"The projections for {factors[0].release.label} expect {' and '.join(parts)} {where}."
