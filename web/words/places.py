"""Sentences about places that state figures, made from the figures.

As in web.words.sentences: figures and names in, plain text out, "" where there is nothing to say. What a sentence
must leave out to be short (how small a place is not ranked, which medians are too rough) stands in a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wages.estimates import Figure, Number
from web.words import numbers
from web.words.sentences import BY, as_subject, in_sentence, joined, plural, ranked_list, sentence

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
    is_of_published: bool = False,
    is_part: bool = False,
) -> str:
    """Where people in an occupation earn the most, among places with enough jobs to be ranked.

    `is_of_published` says that some of these places have no published median, `is_part` that these places, of the
    `kind`, are not the whole country.

    `exact` is the highest median that is published as a number, with its place. `top_coded`, if any are, has
    those whose median is a floor only and those with a number at or above such a floor: any of them may be the
    highest, so they are named in no order.
    """
    who = as_subject(title)
    if top_coded:
        floor = min(amount for _, amount in top_coded)
        where = _some([in_place(place) for place, _ in top_coded])
        return (
            f"{sentence(who)} earn a median of {numbers.paid(floor, basis)} or more in {where}. BLS doesn’t publish all"
            " of those medians exactly, so nobody can say where pay is highest."
        )
    if exact is None:
        return ""
    place, amount = exact
    among = sentence(who)
    if is_of_published or is_part:
        among = f"Of the {kind}{' with a published median' if is_of_published else ''}, {who}"
    said = f"{among} earn the most in {in_place(place)}: {numbers.paid(amount, basis)}"
    return f"{said}, {against_national(amount, overall.value)}." if overall.value else f"{said}."


def against_national(amount: Number, overall: Number) -> str:
    """How a median stands against the nation's: "44 percent above the national median"."""
    gap = (Decimal(amount) - Decimal(overall)) / Decimal(overall) * 100
    whole = int(abs(numbers.rounded(gap)))
    against = "about the same as" if whole == 0 else f"{whole} percent {'above' if gap > 0 else 'below'}"
    return f"{against} the national median"


def ranked_places_note(kind: str, least_jobs: int, left_out: Sequence[tuple[int, str]]) -> str:
    """Which places a sentence on the highest pay counts; `left_out` how many it doesn't, each with the reason."""
    said = f"The sentences above rank only {kind} with at least {least_jobs:,} jobs in this occupation."
    parts = [f"{count:,} {why}" for count, why in left_out if count]
    return f"{said} Left out: {joined(parts)}." if parts else said


def most_concentrated_sentence(title: str, place: str, quotient: Number, among: str = "") -> str:
    """Where an occupation's location quotient is highest, in plain words; `among` which places, unless all."""
    times = numbers.number(quotient, 1)
    who = as_subject(title)
    said = f"{f'{among}, {who}' if among else sentence(who)} are most common in {in_place(place)}"
    if times == "1.0":
        return f"{said}, with about the national share of jobs."
    return (
        f"{said}, with {times} times the national share of jobs"
        f" (location quotient {numbers.number(quotient, 2)})."
    )


def most_jobs_sentence(
    title: str, names: Sequence[str], jobs: Number, share: Decimal | None, *, is_of_published: bool = False
) -> str:
    """Where most of an occupation's jobs are, in several places where they have as many; `is_of_published` says that a
    state without a figure may have more."""
    where, several = ranked_list([in_place(name) for name in names]), len(names) > 1
    start = f"Of the states whose jobs are published, {where}" if is_of_published else sentence(where)
    said = (
        f"{start} {'have' if several else 'has'} the most {as_subject(title)} on payrolls:"
        f" {numbers.number(jobs)}{' each' if several else ''}"
    )
    return f"{said}, or {numbers.percent(share)} of the nation’s." if share is not None else f"{said}."


def most_jobs_among_sentence(
    title: str, kind: str, where: str, jobs: Number, *, is_of_published: bool
) -> str:
    """Where most of an occupation's jobs are among the places that a table lists; `is_of_published` says that some of
    them have no number of jobs."""
    whose = " whose jobs are published" if is_of_published else ""
    who = as_subject(title)
    return f"Of the {kind}{whose}, the most {who} on payrolls are in {where}: {numbers.number(jobs)}."


def one_place_lede(
    title: str, place: str, *, jobs: Figure, median: Figure, overall: Figure, basis: str
) -> list[str]:
    """The finding over a table of a single place, of an occupation or, without a `title`, of all together."""
    if median.value is None:
        return []
    who = f"{as_subject(title)} on payrolls" if title else "people on payrolls"
    count = f" the {numbers.number(jobs.value)}" if jobs.value is not None else ""
    said = f"In {in_place(place)}, half of{count} {who} earn more than {numbers.paid(median.value, basis)}"
    return [f"{said}, {against_national(median.value, overall.value)}." if overall.value else f"{said}."]


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
            f"Half of the nation’s {numbers.number(jobs.value)} payroll jobs paid more than"
            f" {numbers.paid(median.value, basis)} in {period}."
        )
    if ends:
        (high, most), (low, least) = ends
        which = " with a published median" if is_of_published else ""
        which += ", very rough medians left out" if rough_aside else ""
        said.append(
            f"Among {among}{which}, median pay is highest in {in_place(high)}"
            f" ({numbers.money(most, basis)}) and lowest in {in_place(low)} ({numbers.money(least, basis)})."
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


def known_for_sentence(concentrated: Sequence[tuple[str, Number]]) -> str:
    """The occupations that are most concentrated in a place, with how many times the nation's share they have."""
    if not concentrated:
        return ""
    (title, most), *rest = concentrated
    named = [f"{in_sentence(title)} ({numbers.number(most, 1)} times the national share of jobs)"]
    named += [f"{in_sentence(other)} ({numbers.number(quotient, 1)} times)" for other, quotient in rest]
    return f"The occupations that stand out most here are {ranked_list(named)}."


def best_paid_sentence(
    exact: Sequence[tuple[str, Number]],
    top_coded: Sequence[tuple[str, Number]],
    basis: str,
    *,
    of_basis: bool,
) -> str:
    """The occupations with the highest medians, of those with enough jobs to be named.

    `top_coded`, if any are, has those whose median is a floor only and those with a number at or above such a
    floor; then nothing else is named, and these in no order. `of_basis` says that others have pay on the other basis
    only.
    """
    among = f" with pay published {BY[basis]}" if of_basis else ""
    if top_coded:
        floor = min(amount for _, amount in top_coded)
        names = _some([in_sentence(title) for title, _ in top_coded])
        return (
            f"The best-paid occupations{among} have a median of {numbers.paid(floor, basis)} or more: {names}."
            " Not all of those medians are published exactly."
        )
    if not exact:
        return ""
    named = [f"{in_sentence(title)} ({numbers.money(amount, basis)})" for title, amount in exact]
    return f"The best-paid occupations{among} are {ranked_list(named)}, by median pay."


def named_here_note(least_per_1000: Number) -> str:
    """Which occupations the sentences about a place count."""
    return (
        f"The sentences at the top name only occupations with at least {numbers.number(least_per_1000)} of every 1,000"
        " jobs here. They never name “all other” occupations or very rough medians."
    )


def _some(names: list[str]) -> str:
    """A few of the names, and how many more there are."""
    if len(names) <= NAMED_AT_MOST:
        return joined(names)
    more = len(names) - NAMED_AT_MOST
    return joined([*names[:NAMED_AT_MOST], plural(more, "other", "others")])
