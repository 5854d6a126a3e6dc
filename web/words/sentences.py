"""Sentences that state figures, made from the figures, in the field's wording.

Every function takes figures and names and gives plain text, or "" where there is nothing to say, so that
text and table can't disagree. A name is always a plural or collective ("clergy"), so no verb depends on it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from occupations.models import GrowthWord, MissingReason, Occupation, Projection
from occupations.titles import ACRONYM, PROPER_NAMES
from wages.estimates import Figure, Number
from web.words.numbers import money, number, percent, thousands

BY = {"annual": "by the year", "hourly": "by the hour"}
ALL_OTHER = re.compile(r"^(?P<name>.+), all other$", re.IGNORECASE)


def in_sentence(title: str) -> str:
    """An occupation's sentence-case title as it reads inside a sentence.

    "Managers, all other" → "all other managers"; "Industrial production managers" → lower case.
    """
    residual = ALL_OTHER.match(title)
    if residual:
        return f"all other {in_sentence(residual['name'])}"
    first, _, _ = title.partition(" ")
    keeps_capital = title.startswith(PROPER_NAMES) or ACRONYM.match(first.rstrip(","))
    return title if keeps_capital else title[:1].lower() + title[1:]


def as_subject(title: str) -> str:
    """The name before a verb: a trailing qualifier gets its closing comma.

    "Biological science teachers, postsecondary" → "biological science teachers, postsecondary,".
    """
    name = in_sentence(title)
    _, comma, last = name.rpartition(", ")
    qualified = bool(comma) and not last.startswith(("and ", "or "))
    return f"{name}," if qualified else name


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(items: list[str]) -> str:
    """A list in words: "a", "a and b", "a, b, and c"."""
    if len(items) < 3:
        return " and ".join(items)
    return f"{', '.join(items[:-1])}, and {items[-1]}"


def plural(count: int, one: str, many: str) -> str:
    """Such as "1 industry", "12 industries"."""
    return f"{count:,} {one if count == 1 else many}"


def lacking(jobs: int, medians: int) -> str:
    """How many rows lack a figure: "7 have no number of jobs and 1 has no median"; "" where none does."""
    counts = ((jobs, "number of jobs"), (medians, "median"))
    return " and ".join(
        f"{count} {'has' if count == 1 else 'have'} no {what}" for count, what in counts if count
    )


BASIS_WORD = {"annual": "annual", "hourly": "hourly"}


def median_sentence(title: str, median: Figure, basis: str, period: str) -> str:
    """The median wage, or in words why it isn't known."""
    name = as_subject(title)
    if median.value is not None:
        amount = money(median.value, basis)
        return f"The median {BASIS_WORD[basis]} wage for {name} was {amount} in {period}."
    if median.is_top_coded and median.floor is not None:
        return (
            f"The median {BASIS_WORD[basis]} wage for {name} was {money(median.floor, basis)} or more in {period}: "
            "above that, BLS publishes no exact figure."
        )
    if median.reason == MissingReason.NOT_RELEASED:
        return f"BLS did not release a median {BASIS_WORD[basis]} wage for {in_sentence(title)} in {period}."
    return ""


MEDIAN_MEANING = "Half of those on a payroll earned more than the median and half earned less."


def tails_sentence(p10: Figure, p90: Figure, basis: str) -> str:
    """The lowest and the highest tenth, with "less than" and "more than" as the percentiles mean."""
    parts = []
    if p10.value is not None:
        parts.append(f"the lowest 10 percent earned less than {money(p10.value, basis)}")
    if p90.value is not None:
        parts.append(f"the highest 10 percent earned more than {money(p90.value, basis)}")
    elif p90.is_top_coded and p90.floor is not None:
        parts.append(f"the highest 10 percent earned {money(p90.floor, basis)} or more")
    if not parts:
        return ""
    return sentence(", and ".join(parts)) + "."


def one_basis_sentence(title: str, basis: str) -> str:
    """Said where a release publishes wages on one basis only."""
    name = as_subject(title)
    if basis == "hourly":
        return f"Pay for {name} is published by the hour only, because few of them work full time all year."
    return f"Pay for {name} is published by the year only, because their year is not 2,080 paid hours."


def jobs_sentence(occupation: Occupation, projection: Projection) -> str:
    """How many jobs there were in the base year, self-employed included."""
    if projection.base_employment is None:
        return ""
    count, year = thousands(projection.base_employment), projection.base_year
    one = projection.base_employment == Decimal("0.001")
    if occupation.level == Occupation.Level.TOTAL:
        return f"There were about {count} jobs in all occupations together in {year}."
    if occupation.is_group:
        return f"There were about {count} jobs in {in_sentence(occupation.sentence_title)} in {year}."
    return f"{sentence(as_subject(occupation.sentence_title))} held about {count} {'job' if one else 'jobs'} in {year}."


def growth_sentence(title: str, projection: Projection) -> str:
    """The projected percent change with the round's word, where there is one."""
    change = projection.percent_change
    if change is None:
        return ""
    years = f"from {projection.base_year} to {projection.target_year}"
    word = projection.growth_word
    amount = percent(abs(change))
    if word == GrowthWord.LITTLE:
        movement = f"show little or no change ({percent(change, signed=True)}) {years}"
    elif change == 0:
        movement = f"stay as it is {years}"
    elif change > 0:
        comparison = {
            GrowthWord.SLOWER: ", slower than the average for all occupations",
            GrowthWord.AVERAGE: ", about as fast as the average for all occupations",
            GrowthWord.FASTER: ", faster than the average for all occupations",
            GrowthWord.MUCH_FASTER: ", much faster than the average for all occupations",
        }.get(GrowthWord(word) if word else None, "")  # type: ignore[arg-type]  # no word: no comparison
        movement = f"grow {amount} {years}{comparison}"
    else:
        movement = f"decline {amount} {years}"
    return f"Employment of {as_subject(title).rstrip(',')} is projected to {movement}."


def openings_sentence(title: str, projection: Projection) -> str:
    """The yearly openings, and why there are any where jobs are lost."""
    if projection.openings is None:
        return ""
    count = thousands(projection.openings)
    name = as_subject(title).rstrip(",")
    noun = "opening" if projection.openings == Decimal("0.001") else "openings"
    change = projection.employment_change
    start = f"About {count} {noun} a year are projected for {name}, on average, over the decade."
    if change is None:
        return start
    if change < 0:
        return f"{start} Jobs are lost, yet many of those who retire or move to other work are replaced."
    if change == 0:
        return f"{start} All of them replace people who retire or move to other work."
    return f"{start} That counts new jobs and the replacement of people who retire or move to other work."


def all_jobs_sentence(total: Projection | None) -> str:
    """What "average" means in this round."""
    if total is None or total.percent_change is None:
        return ""
    change = percent(total.percent_change, signed=True)
    return f"All jobs together: {change} from {total.base_year} to {total.target_year}."


def industries_lede(
    title: str,
    largest: tuple[str, Decimal] | None,
    highest: tuple[str, Number, Number] | None,
    basis: str,
    *,
    least_jobs: int,
    larger: bool = False,
    higher: bool = False,
) -> list[str]:
    """Two sentences over the industry table.

    `largest` is a sector's name and its share of the occupation's jobs in percent; `highest` is the name of one
    with at least `least_jobs`, its median and the occupation's median. `larger` and `higher` say that a sector
    without a published figure may have more jobs, or a higher median.
    """
    sentences = []
    name = in_sentence(title)
    if largest is not None:
        industry, share = largest
        out_of_100 = int(share.quantize(Decimal(1)))
        if out_of_100 >= 100:
            sentences.append(f"Practically all {name} on a payroll work in {industry}.")
        else:
            verb = "works" if out_of_100 == 1 else "work"
            most = ", the most of the sectors whose jobs are published" if larger else ""
            sentences.append(f"Of every 100 {name} on a payroll, {out_of_100} {verb} in {industry}{most}.")
    if highest is not None:
        industry, median, overall = highest
        gap = (Decimal(median) - overall) / overall * 100
        whole = int(abs(gap).quantize(Decimal(1)))
        place = "about the same as" if whole == 0 else f"{whole} percent {'above' if gap > 0 else 'below'}"
        sentences.append(
            f"Among sectors {'published ' if higher else ''}with {least_jobs} of its jobs or more"
            f"{' and a median' if higher else ''}, the median is highest in {industry},"
            f" {money(median, basis)}: "
            f"{place} the occupation’s {money(overall, basis)}."
        )
    return sentences


def count_sentence(title: str, employment: Figure, period: str) -> str:
    """Wage-and-salary jobs as OEWS counts them."""
    if employment.value is None:
        return f"BLS did not release how many {in_sentence(title)} were on a payroll in {period}."
    return f"In {period}, {number(employment.value)} {in_sentence(title)} were on a payroll."


def compare_medians_sentence(medians: list[tuple[str, Figure]], basis: str, period: str) -> str:
    """Which of a few occupations has the highest median and which the lowest; "" for fewer than two medians.

    Equal medians are both named; where a top-coded median may be higher than another, only the lowest is.
    """
    stated = [(in_sentence(title), f.value) for title, f in medians if f.value is not None]
    capped = [(in_sentence(title), f.floor) for title, f in medians if f.is_top_coded and f.floor is not None]
    if not stated or len(stated) + len(capped) < 2:
        return ""
    low, high = min(value for _, value in stated), max(value for _, value in stated)
    lowest = joined([title for title, value in stated if value == low])
    at_least = [(title, floor) for title, floor in capped if floor >= high]
    if capped and (len(capped) > 1 or not at_least):
        names = joined([title for title, _ in capped])
        return (
            f"The median {BASIS_WORD[basis]} wage in {period} is lowest for {lowest}, {money(low, basis)}; for {names}"
            " it is too high to be published exactly."
        )
    if at_least:
        title, floor = at_least[0]
        return (
            f"The median {BASIS_WORD[basis]} wage in {period} is highest for {title}, {money(floor, basis)} or more,"
            f" and lowest for {lowest}, {money(low, basis)}."
        )
    if low == high:
        return (
            f"The median {BASIS_WORD[basis]} wage in {period} is the same for {lowest}: {money(low, basis)}."
        )
    highest = joined([title for title, value in stated if value == high])
    part = (Decimal(high) - Decimal(low)) / Decimal(low) * 100
    more = percent(part, 0) if part >= 1 else "less than 1 percent"
    return (
        f"The median {BASIS_WORD[basis]} wage in {period} is highest for {highest}, {money(high, basis)}:"
        f" {money(high - low, basis)}, or {more}, more than for {lowest}."
    )


def compare_growth_sentence(changes: list[tuple[str, Decimal | None]], period: str) -> str:
    """Between which percents the projected changes of a few occupations lie; "" for fewer than two."""
    stated = [(in_sentence(title), change) for title, change in changes if change is not None]
    if len(stated) < 2:
        return ""
    low, high = min(change for _, change in stated), max(change for _, change in stated)
    if low == high:
        return f"Employment of each is projected to change by {percent(high, signed=True)} over {period}."
    highest = joined([title for title, change in stated if change == high])
    lowest = joined([title for title, change in stated if change == low])
    return (
        f"The projected change in jobs over {period} is highest for {highest}, {percent(high, signed=True)}, and lowest"
        f" for {lowest}, {percent(low, signed=True)}."
    )


def compare_highest_sentence(
    found: list[tuple[str, list[str], str]], untold: list[str], measure: str, among: str
) -> str:
    """Where each of a few occupations has its highest figure.

    `found` has the occupation, the names of the industries or places (several where they are equal) and the
    figure in words; of `untold` nobody can tell, because of top-coded or missing figures.
    """
    if not found:
        return ""
    first, *rest = [
        (in_sentence(title), f"in {joined(names)}, {amount}{'' if len(names) == 1 else ' each'}")
        for title, names, amount in found
    ]
    said = [
        f"For {first[0]}, the {measure} is highest {first[1]}",
        *(f"for {name}, {where}" for name, where in rest),
    ]
    text = f"Among the {among}: {said[0][:1].lower()}{'; '.join(said)[1:]}."
    if untold:
        names = joined([in_sentence(title) for title in untold])
        text += f" For {names} it can’t be told from what is published."
    return text
