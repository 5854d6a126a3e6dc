"""The finder in words: what was asked for, what was found, who was left out, and what the table shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Release
from wages.estimates import Figure, Number
from web.finder.counts import Tally, Unpaid, unpaid
from web.finder.facets import DESCRIBED, OUTLOOK, PAY, Facet, Limits, Narrowing, RangeFacet
from web.words import numbers
from web.words.notes import DOTTED, OR_MORE_NOTE, ROUGH_NOTE
from web.words.sentences import joined, plural, sentence

# Why some things cannot be chosen, by the source that is missing as of the day that is read.
NOT_THERE = {
    PAY: "This site has no wages published by then, so you can’t choose pay, areas or industries.",
    OUTLOOK: (
        "This site has no projections published by then, so you can’t choose education, experience, training, growth,"
        " jobs"
        " or openings."
    ),
    DESCRIBED: (
        "This site has no O*NET release with job zones and interests published by then, so you can’t choose them."
    ),
}
# More dollars an hour than any median: whoever asks for that means a year.
TOO_MUCH_AN_HOUR = 1000
GIVEN_BY = {OUTLOOK: "the projections give", DESCRIBED: "O*NET gives"}


def group_name(group: Occupation) -> str:
    """A major group's name in a list of groups: "Management occupations" → "Management"."""
    return group.sentence_title.removesuffix(" occupations")


def limits_in_words(facet: RangeFacet, limits: Limits, basis: str) -> str:
    """A range: "$75,000 a year or more", "$20.00 to $30.00 an hour", "10,000 jobs or fewer"."""

    def amount(number: Number) -> str:
        return numbers.money(number, basis) if facet.name == "pay" else numbers.number(number)

    lowest, highest = limits
    if highest is None:
        return f"{amount(lowest)}{facet.after} or more" if lowest is not None else ""
    if lowest is None:
        return f"{amount(highest)}{facet.after} or {'less' if facet.name == 'pay' else 'fewer'}"
    return f"{amount(lowest)} to {amount(highest)}{facet.after}"


@dataclass(frozen=True)
class Said:
    """A condition in force: its name, as it reads in a sentence, and alone."""

    name: str
    in_sentence: str
    alone: str


def conditions_in_words(
    asked: Narrowing,
    facets: Mapping[str, Facet],
    ranges: Mapping[str, RangeFacet],
    basis: str,
    industry: str,
) -> list[Said]:
    """Each condition in force in a few words, in the order of the page. `industry` is the chosen one's name."""
    every = []
    if asked.text:
        every.append(Said("q", f"for “{asked.text}”", asked.text))
    # "in Arts" belongs to the number of occupations, so it comes before what is said of them.
    for name, facet in sorted(facets.items(), key=lambda item: item[0] != "group"):
        chosen = [option for option in facet.options if option.value in asked.values.get(name, ())]
        if chosen:
            words = _either([option.said for option in chosen])
            alone = _either([option.label for option in chosen])
            every.append(Said(name, f"{facet.said} {words}".strip(), alone))
    for name, limits in asked.limits.items():
        words = limits_in_words(ranges[name], limits, basis)
        every.append(Said(name, f"{ranges[name].said} {words}", words))
    if industry:
        every.append(Said("industry", f"found in {industry}", sentence(industry)))
    return every


def _either(items: list[str]) -> str:
    """Alternatives in words: "a", "a or b", "a, b, or c"."""
    return joined(items, "or")


def summary(count: int, said: Iterable[Said], order: str, area: str = "") -> str:
    """What was found, in a sentence without its period: number, conditions, whose pay, order."""
    said = list(said)
    first = "".join(f" {each.in_sentence}" for each in said if each.name in ("q", "group"))
    rest = [each.in_sentence for each in said if each.name not in ("q", "group")]
    narrowed = f"{first}{' ' if rest else ''}{', '.join(rest)}"
    if not count:
        return f"We couldn’t find any occupations {narrowed.strip()}".rstrip()
    whose = f", pay in {area}" if area else ""
    return f"{plural(count, 'occupation', 'occupations')}{narrowed}{whose}, sorted by {order}"


def announcement(summary: str, first: int, last: int) -> str:
    """What a screen reader is told after a part of the page was changed; `last` is 0 where nothing was found."""
    rows = f" Rows {first:,} to {last:,}." if last else ""
    return f"{summary}.{rows}"


def missing_in_words(has: Collection[str], pay: Release | None, *, has_industries: bool) -> list[str]:
    """Why some things cannot be chosen as of the day that is read; `has` are the sources that have a release."""
    if PAY not in has and OUTLOOK not in has:
        return []
    words = [text for source, text in NOT_THERE.items() if source not in has]
    if pay is not None and not has_industries:
        words.append(
            f"This site has OEWS {pay.label} for the nation only, so you can’t choose an area or industry."
        )
    return words


def hourly_doubt(basis: str, limits: Limits) -> str:
    """A notice about an amount that no median reaches by the hour; "" where there is nothing to doubt."""
    most = max((limit for limit in limits if limit is not None), default=Decimal(0))
    if basis != "hourly" or most <= TOO_MUCH_AN_HOUR:
        return ""
    return f"{numbers.money(most, 'hourly')} an hour is more than any median. Did you mean a year?"


def left_out_in_words(
    counted: Tally, facets: Mapping[str, Facet | RangeFacet], basis: str, place: str
) -> list[str]:
    """Who is left out because a source doesn't say what is asked for, condition by condition."""
    said = []
    for name, rows in counted.unknown.items():
        if name == "pay":
            said.append(unpaid_in_words(unpaid(rows), basis, place))
        elif (facet := facets.get(name)) and facet.needs:
            said.append(unknown_in_words(len(rows), facet.unknown, GIVEN_BY[facet.needs]))
    return [sentence for sentence in said if sentence]


def unpaid_in_words(left: Unpaid, basis: str, place: str) -> str:
    """Why occupations without a median are not among those found by pay; "" if there are none."""
    reasons = []
    if left.other_basis:
        by = {"annual": "hour", "hourly": "year"}[basis]
        reasons.append(f"{left.other_basis:,} paid by the {by} without a published {basis} figure")
    if left.unpublished:
        reasons.append(f"{left.unpublished:,} with no pay published{f' for {place}' if place else ''}")
    if left.top_coded:
        reasons.append(f"{left.top_coded:,} whose median is published only as “or more”")
    if not reasons:
        return ""
    count = left.other_basis + left.unpublished + left.top_coded
    without = f"without {'an annual' if basis == 'annual' else 'an hourly'} median"
    return f"{_left_out(count, without)}: {joined(reasons)}."


def unknown_in_words(count: int, what: str, by: str) -> str:
    """Why occupations are left out of which a source doesn't give what is asked for; "" if there are none."""
    return f"{_left_out(count, f'for which {by} no {what}')}." if count else ""


def _left_out(count: int, which: str) -> str:
    return f"{plural(count, 'occupation', 'occupations')} {which} {'is' if count == 1 else 'are'} left out"


def caption(
    pay: Release | None, outlook: Release | None, reference: Figure, basis: str = "annual", place: str = ""
) -> str:
    """What the table shows, and of when."""
    parts = []
    where = f" in {place}" if place else ""
    if pay is not None:
        kind = "Annual" if basis == "annual" else "Hourly"
        parts.append(f"{kind} wages of people on payrolls{where}, {pay.label}.")
    else:
        parts.append("This site has no wages published by then.")
    if outlook is not None:
        nation = " for the nation" if place else ""
        parts.append(f"Jobs and projected growth{nation}, {outlook.label}.")
    else:
        parts.append("This site has no projections published by then.")
    if reference.value is not None:
        money = numbers.money(reference.value, basis)
        parts.append(f"{DOTTED} the median of all occupations{where}, {money}.")
    return " ".join(parts)


def table_notes(
    pay: Release | None,
    outlook: Release | None,
    *,
    has_words: bool = False,
    area: str = "",
    industry: str = "",
    here: int = 0,
    count: int = 0,
    has_or_more: bool = False,
) -> list[str]:
    """What a reader needs to know to read the table. `here` of the `count` occupations are published in the area."""
    notes = []
    if area and here < count:
        notes.append(
            f"OEWS publishes {here:,} of these {plural(count, 'occupation', 'occupations')} for {area}. The others may"
            " exist there too, but too few for a published figure."
        )
    if industry:
        notes.append(
            f"Pay and payroll jobs are for this industry ({industry}) nationwide. The list has the occupations that"
            " OEWS"
            " publishes in the industry."
        )
    if pay is not None:
        notes.append(
            "Half of the people on payrolls earn more than the median. The bar runs from P10 to P90: one in ten earns"
            " less"
            " than its left end, and one in ten earns more than its right end. The darker part is the middle half. An"
            " arrow means the range goes beyond the bar."
        )
    if pay is not None and (area or industry):
        notes.append(ROUGH_NOTE)
    if has_or_more:
        notes.append(OR_MORE_NOTE)
    if outlook is not None:
        notes.append(
            "Jobs include the self-employed, but pay doesn’t cover them. Openings are a yearly average. They come from"
            " growth and from people who leave the occupation."
        )
    if has_words:
        notes.append(
            "Growth words such as “faster than average” are BLS’s own where its Handbook has a profile of that"
            " occupation"
            " alone. “Derived” words are ours, from the scale of the same round. A percent that ends in .5 can fall"
            " either"
            " way, so it gets no word."
        )
    return notes
