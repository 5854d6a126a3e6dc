"""Sentences about places that state figures, made from the figures, in the field's wording.

As in web.prose: figures and names in, plain text out, "" where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wages.estimates import Figure, Number
from web.words import numbers
from web.words.sentences import BY, as_subject, in_sentence, joined, plural, ranked_list

NAMED_AT_MOST = 3


def in_place(title: str) -> str:
    """A place's name in a sentence: "the District of Columbia", "Texas"; a title's letters stay."""
    return f"the {title}" if title in WITH_ARTICLE or title.endswith(NONMETRO) else title


WITH_ARTICLE = {"District of Columbia", "Virgin Islands", "United States"}
NONMETRO = "nonmetropolitan area"


def highest_pay_sentence(
    title: str,
    *,
    kind: str,
    exact: tuple[str, Number] | None,
    top_coded: Sequence[tuple[str, Number]],
    overall: Figure,
    basis: str,
    least_jobs: int,
    is_of_published: bool = False,
    rough_aside: bool = False,
) -> str:
    """Where an occupation's median is highest among places with at least so many jobs.

    `is_of_published` says that some of these places have no published median, `rough_aside` that some have a rough
    one, which is left out.

    `exact` is the highest median that is published as a number, with its place. `top_coded`, if any are, has
    those whose median is a floor only and those with a number at or above such a floor: any of them may be the
    highest, so they are named in no order.
    """
    among = among_places(kind, least_jobs, which_medians(published=is_of_published, rough_aside=rough_aside))
    if top_coded:
        floor = min(amount for _, amount in top_coded)
        where = _some([in_place(place) for place, _ in top_coded])
        return (
            f"{among}, the median for {as_subject(title)} is {numbers.money(floor, basis)} or more in {where}:"
            " not all of these medians are published exactly, so nobody can say where it is highest."
        )
    if exact is None:
        return ""
    place, amount = exact
    said = f"{among}, median pay is highest in {in_place(place)}, {numbers.money(amount, basis)}"
    if overall.value:
        gap = (Decimal(amount) - Decimal(overall.value)) / Decimal(overall.value) * 100
        whole = int(abs(numbers.rounded(gap)))
        side = "above" if gap > 0 else "below"
        against = "about the same as" if whole == 0 else f"{whole} percent {side}"
        said += f": {against} the nation’s {numbers.money(overall.value, basis)}"
    return f"{said}."


def which_medians(*, published: bool, rough_aside: bool) -> str:
    """What must be true of a median that is ranked, after "whose"; "" where all are."""
    if rough_aside:
        return "median is published and not very rough" if published else "median is not very rough"
    return "median is published" if published else ""


def among_places(kind: str, least_jobs: int, condition: str = "") -> str:
    """Which places are held against each other; `condition` is what is published of them."""
    if condition:
        return f"Among the {kind} known to have {least_jobs:,} of the occupation’s jobs or more and whose {condition}"
    return f"Among {kind} known to have {least_jobs:,} of the occupation’s jobs or more"


def most_concentrated_sentence(place: str, quotient: Number, among: str = "") -> str:
    """Where an occupation's location quotient is highest, in plain words; `among` which places, unless all."""
    times = numbers.number(quotient, 1)
    start = f"{among}, the occupation’s" if among else "The occupation’s"
    if times == "1.0":
        return f"{start} share of all jobs is highest in {in_place(place)}, about that of the nation."
    return (
        f"{start} share of all jobs is highest in {in_place(place)}: {times} times that of the nation"
        f" (location quotient {numbers.number(quotient, 2)})."
    )


def most_jobs_sentence(
    title: str, names: Sequence[str], jobs: Number, share: Decimal | None, *, is_of_published: bool = False
) -> str:
    """Where most of an occupation's jobs are, in several places where they have as many; `is_of_published` says that a
    state without a figure may have more."""
    start = "Of the states whose jobs are published, the most" if is_of_published else "The most"
    where, each = ranked_list([in_place(name) for name in names]), " each" if len(names) > 1 else ""
    said = f"{start} {as_subject(title)} on a payroll work in {where}, {numbers.number(jobs)}{each}"
    return f"{said}, or {numbers.percent(share)} of the nation’s." if share is not None else f"{said}."


def most_jobs_among_sentence(
    title: str, kind: str, where: str, jobs: Number, *, is_of_published: bool
) -> str:
    """Where most of an occupation's jobs are among the places that a table lists; `is_of_published` says that some of
    them have no number of jobs."""
    whose = " whose jobs are published" if is_of_published else ""
    return f"Of the {kind}{whose}, the most {as_subject(title)} on a payroll work in {where}, {numbers.number(jobs)}."


def one_place_lede(
    title: str, place: str, *, jobs: Figure, median: Figure, overall: Figure, basis: str
) -> list[str]:
    """The finding over a table of a single place, of an occupation or, without a `title`, of all together."""
    if median.value is None:
        return []
    who = f"{as_subject(title)} on a payroll" if title else "people on a payroll"
    count = f" the {numbers.number(jobs.value)}" if jobs.value is not None else ""
    said = f"In {in_place(place)} half of{count} {who} earn more than {numbers.money(median.value, basis)}"
    if overall.value:
        gap = (Decimal(median.value) - Decimal(overall.value)) / Decimal(overall.value) * 100
        whole = int(abs(numbers.rounded(gap)))
        side = "above" if gap > 0 else "below"
        against = "about the same as" if whole == 0 else f"{whole} percent {side}"
        said += f", {against} the nation’s {numbers.money(overall.value, basis)}"
    return [f"{said}."]


def places_lede(
    jobs: Figure,
    median: Figure,
    ends: Sequence[tuple[str, Number]],
    basis: str,
    period: str,
    *,
    among: str = "the states and the District of Columbia",
    is_of_published: bool = False,
    rough_aside: bool = False,
) -> list[str]:
    """The finding over the table of all places: the nation, and the states at both ends, or other places (`among`).

    `jobs` and `median` are the nation's; `ends` the states with the highest and the lowest median, or nothing.
    `is_of_published` says that not every state has one, `rough_aside` that a rough one is left out.
    """
    said = []
    if jobs.value is not None and median.value is not None:
        said.append(
            f"In {period} half of the {numbers.number(jobs.value)} payroll jobs in the nation paid more than"
            f" {numbers.money(median.value, basis)}."
        )
    if ends:
        (high, most), (low, least) = ends
        which = which_medians(published=is_of_published, rough_aside=rough_aside)
        whose = f" whose {which}" if which else ""
        said.append(
            f"Among {among}{whose}, the median is highest in {in_place(high)},"
            f" {numbers.money(most, basis)}, and lowest in {in_place(low)}, {numbers.money(least, basis)}."
        )
    return said


def place_share_sentence(place: str, jobs: Figure, share: Decimal | None, period: str) -> str:
    """How many jobs a place has, and what part of the nation's."""
    if jobs.value is None:
        return ""
    said = f"{sentence_start(place)} had {numbers.number(jobs.value)} payroll jobs in {period}"
    if share is None:
        return f"{said}."
    part = "under 0.1 percent" if share < Decimal("0.05") else numbers.percent(share)
    return f"{said}, {part} of the nation’s."


def sentence_start(place: str) -> str:
    named = in_place(place)
    return f"{named[0].upper()}{named[1:]}"


def known_for_sentence(
    concentrated: Sequence[tuple[str, Number]], least: Number, *, residuals_aside: bool
) -> str:
    """The occupations that are most concentrated in a place, with how many times the nation's share they have.

    `residuals_aside` says that an "all other" occupation was left out that would be one of them.
    """
    if not concentrated:
        return ""
    (title, most), *rest = concentrated
    named = [f"{in_sentence(title)} ({numbers.number(most, 1)} times the nation’s share of jobs)"]
    named += [f"{in_sentence(other)} ({numbers.number(quotient, 1)} times)" for other, quotient in rest]
    return (
        f"{'“All other” occupations aside, the' if residuals_aside else 'The'} occupations most concentrated here,"
        f" of those with at least {numbers.number(least)} of every 1,000 jobs, are {ranked_list(named)}."
    )


def best_paid_sentence(
    exact: Sequence[tuple[str, Number]],
    top_coded: Sequence[tuple[str, Number]],
    basis: str,
    least: Number,
    *,
    residuals_aside: bool,
    of_basis: bool,
    rough_aside: bool = False,
) -> str:
    """The occupations with the highest medians, of those with so many of every 1,000 jobs.

    `top_coded`, if any are, has those whose median is a floor only and those with a number at or above such a
    floor; then nothing else is named, and these in no order.
    `residuals_aside` says that an "all other" occupation was left out that would be, or may be, one of them;
    `of_basis` that others have pay on the other basis only, `rough_aside` that a rough median was left out.
    """
    among = f"Among occupations with at least {numbers.number(least)} of every 1,000 jobs here"
    if of_basis:
        among += f" and pay published {BY[basis]}"
    asides = ["“all other” occupations"] if residuals_aside else []
    asides += ["very rough medians"] if rough_aside else []
    if asides:
        among += f", {joined(asides)} aside"
    if top_coded:
        floor = min(amount for _, amount in top_coded)
        return (
            f"{among}, the highest medians, {numbers.money(floor, basis)} or more, are those of"
            f" {_some([in_sentence(title) for title, _ in top_coded])}; not all of them are published exactly."
        )
    if not exact:
        return ""
    named = [f"{in_sentence(title)} ({numbers.money(amount, basis)})" for title, amount in exact]
    return f"{among}, the best paid by their median are {ranked_list(named)}."


def _some(names: list[str]) -> str:
    """A few of the names, and how many more there are."""
    if len(names) <= NAMED_AT_MOST:
        return joined(names)
    more = len(names) - NAMED_AT_MOST
    return joined([*names[:NAMED_AT_MOST], plural(more, "other", "others")])
