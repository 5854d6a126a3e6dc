"""Sentences that state figures, made from the figures.

Every function takes figures and names and gives plain text, or "" where there is nothing to say, so that
text and table can't disagree. A name is always a plural or collective ("clergy"), so no verb depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from occupations.models import GrowthWord, GrowthWordBasis, MissingReason, Occupation, Projection, Release
from occupations.running_titles import running_title
from occupations.titles import ACRONYM, PROPER_NAMES
from wages.estimates import Figure
from web.words.numbers import money, number, percent, published, thousands

BY = {"annual": "by the year", "hourly": "by the hour"}
ALL_OTHER = re.compile(r"^(?P<name>.+), all other$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^)]*\)")


def in_sentence(title: str) -> str:
    """An occupation's sentence-case title as it reads inside a sentence, a qualifier after a comma as running words.

    "Industrial production managers" → lower case; "Opticians, dispensing" → "dispensing opticians"; "Managers, all
    other" → "managers with no occupation of their own".
    """
    residual = ALL_OTHER.match(title)
    if residual:
        return f"{in_sentence(residual['name'])} with no occupation of their own"
    name = running_title(title)
    first, _, _ = name.partition(" ")
    keeps_capital = name.startswith(PROPER_NAMES) or ACRONYM.match(first.rstrip(","))
    return name if keeps_capital else name[:1].lower() + name[1:]


def as_subject(title: str) -> str:
    """The name before a verb, which no comma may part from it."""
    return in_sentence(title)


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def at_start(title: str) -> str:
    """The same at the start of a sentence or a line: "Dispensing opticians in Ohio: …"."""
    return sentence(in_sentence(title))


def joined(items: list[str], conjunction: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b, and c"; with semicolons where an item has a comma of its own, as many
    titles do: "cooks, fast food; cashiers; and nurses"."""
    *before, last = items or [""]
    has_commas = any(", " in IN_BRACKETS.sub("", item) for item in items)
    if not before:
        return last
    if len(before) == 1 and ", " not in IN_BRACKETS.sub("", before[0]):
        return f"{before[0]} {conjunction} {last}"
    mark = ";" if has_commas else ","
    return f"{f'{mark} '.join(before)}{mark} {conjunction} {last}"


def cited(release: Release) -> str:
    """Where figures come from, for the foot of a page; of a release entered by hand also what it was taken from."""
    return f"{release.source.attribution} {_edition(release)}"


def cited_by_source(releases: Iterable[Release]) -> list[str]:
    """The same for many releases, each source once with its releases one after the other."""
    editions: dict[str, list[str]] = {}
    for release in releases:
        editions.setdefault(release.source.attribution, []).append(_edition(release))
    return [f"{attribution} {' '.join(said)}" for attribution, said in editions.items()]


def _edition(release: Release) -> str:
    when = f", published {published(release)}" if release.published_on else ""
    said = f"{release.reference_period}{when}."
    if release.is_official:
        return said
    return f"{said} Entered by hand{f' from {release.origin}' if release.origin else ''}."


def named(release: Release) -> str:
    """A release as a heading or a file has it: one that was entered by hand says so."""
    return release.label if release.is_official else f"{release.label}, entered by hand"


LISTED_AT_MOST = 6


def ranked_list(items: list[str]) -> str:
    """The first of a ranking in words; of many that are equal to the last, how many more there are."""
    if len(items) <= LISTED_AT_MOST:
        return joined(items)
    more = len(items) - LISTED_AT_MOST + 1
    return joined([*items[: LISTED_AT_MOST - 1], f"{more} more tied with the last"])


def plural(count: int, one: str, many: str) -> str:
    """Such as "1 industry", "12 industries"."""
    return f"{count:,} {one if count == 1 else many}"


def lacking(jobs: int, medians: int) -> str:
    """How many rows lack a figure: "7 have no number of jobs and 1 has no median"; "" where none does."""
    counts = ((jobs, "number of jobs"), (medians, "median"))
    return " and ".join(
        f"{count} {'has' if count == 1 else 'have'} no {what}" for count, what in counts if count
    )


def median_sentence(title: str, median: Figure, basis: str, period: str) -> str:
    """The median wage, or in words why it isn't known."""
    name = as_subject(title)
    if median.value is not None:
        amount = money(median.value, basis)
        return f"The median {basis} wage for {name} was {amount} in {period}."
    if median.is_top_coded and median.floor is not None:
        return (
            f"The median {basis} wage for {name} was {money(median.floor, basis)} or more in {period}. "
            "BLS publishes no exact figure above that."
        )
    if median.reason == MissingReason.NOT_RELEASED:
        return f"BLS did not release a median {basis} wage for {in_sentence(title)} in {period}."
    return ""


MEDIAN_MEANING = "Half of the people on payrolls earned more than the median, and half earned less."


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
        return f"BLS publishes pay for {name} by the hour only, because few of them work full time all year."
    return f"BLS publishes pay for {name} by the year only, because they aren’t paid for 2,080 hours a year."


def jobs_sentence(occupation: Occupation, projection: Projection) -> str:
    """How many jobs there were in the base year, self-employed included."""
    if projection.base_employment is None:
        return ""
    count, year = thousands(projection.base_employment), projection.base_year
    one = projection.base_employment == Decimal("0.001")
    if occupation.level == Occupation.Level.TOTAL:
        return f"All occupations together had about {count} jobs in {year}."
    if occupation.is_group:
        return f"There were about {count} jobs in {in_sentence(occupation.sentence_title)} in {year}."
    return f"{sentence(as_subject(occupation.sentence_title))} held about {count} {'job' if one else 'jobs'} in {year}."


def growth_sentence(title: str, projection: Projection, total: Projection | None = None) -> str:
    """The projected percent change with the round's word, where there is one; where the round's words are not known,
    beside the change of all jobs together.
    """
    change = projection.percent_change
    if change is None:
        return ""
    years = f"from {projection.base_year} to {projection.target_year}"
    word = projection.growth_word
    amount = percent(abs(change))
    if word == GrowthWord.LITTLE:
        movement = f"show little or no change ({percent(change, signed=True)}) {years}"
    elif change == 0:
        movement = f"stay the same {years}"
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
    if compares_with_all_jobs(projection, total):
        movement += _beside_all_jobs(change, total.percent_change)  # type: ignore[union-attr,arg-type]  # it is there
    return f"Employment of {as_subject(title)} is projected to {movement}."


def compares_with_all_jobs(projection: Projection, total: Projection | None) -> bool:
    """Whether the growth sentence says the change of all jobs: the round has no words that are known here."""
    return (
        projection.growth_word_basis == GrowthWordBasis.UNKNOWN
        and projection.percent_change is not None
        and total is not None
        and total.percent_change is not None
        and total.release_id == projection.release_id
    )


def _beside_all_jobs(change: Decimal, average: Decimal) -> str:
    if change < 0 <= average:
        return f", while all jobs are projected to grow {percent(average)}"
    everything = f"the {percent(average)} for all jobs"
    if change == average:
        return f", the same as {everything}"
    return f", {'more' if change > average else 'less'} than {everything}"


def with_round(text: str, projection: Projection) -> str:
    """What the projections say of experience, training or the self-employed, with the round where it is another."""
    carried = projection.carried_from
    return text if carried is None else f"{text} (projections {carried.label})"


def openings_sentence(title: str, projection: Projection) -> str:
    """The yearly openings, and why there are any where jobs are lost."""
    if projection.openings is None:
        return ""
    count = thousands(projection.openings)
    name = as_subject(title)
    noun = "opening" if projection.openings == Decimal("0.001") else "openings"
    change = projection.employment_change
    start = f"About {count} {noun} a year are projected for {name}, on average, over the decade."
    if change is None:
        return start
    if change < 0:
        return f"{start} Jobs are shrinking, but many people who retire or move to other work are replaced."
    if change == 0:
        return f"{start} All of those openings come from people who retire or move to other work."
    return f"{start} That counts new jobs as well as jobs left by people who retire or move to other work."


def all_jobs_sentence(total: Projection | None) -> str:
    """What "average" means in this round."""
    if total is None or total.percent_change is None:
        return ""
    change = percent(total.percent_change, signed=True)
    return f"All jobs together: {change} from {total.base_year} to {total.target_year}."


def count_sentence(title: str, employment: Figure, period: str) -> str:
    """Wage-and-salary jobs as OEWS counts them."""
    if employment.value is None:
        return f"BLS did not release how many {as_subject(title)} were on payrolls in {period}."
    return f"In {period}, {number(employment.value)} {as_subject(title)} were on payrolls."
