"""What a reader must know to read the occupations of an industry: what is covered, computed and left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wages.models import WageEstimate
from web.industries.rows import LEVELS, SORTS, OccupationHere
from web.tables.cells import LEAST_PER_1000, is_unknown
from web.words import numbers
from web.words.notes import RELIABILITY, about_medians
from web.words.sentences import plural

BEFORE = {"q": "for", "group": "in"}


def summary(count: int, level: str, conditions: Mapping[str, str], sort: str) -> str:
    """What is shown, in a sentence without its period: number, filters, order."""
    one, many = LEVELS[level][1:]
    narrowed = "".join(f" {BEFORE[name]} {said}" for name, said in conditions.items())
    if not count:
        return f"We couldn’t find any {one} here{narrowed}"
    order = SORTS[sort.lstrip("-")][sort.startswith("-")]
    return f"{plural(count, one, many)}{narrowed}, sorted by {order}"


def heading(name: str, level: str, conditions: Mapping[str, str]) -> str:
    """What the page of an industry is about, for its title."""
    narrowed = "".join(f" {BEFORE[key]} {said}" for key, said in conditions.items())
    if not narrowed and level == "detailed":
        return f"{name}: occupations, jobs and pay – Occupedia"
    return f"{name}: {LEVELS[level][2]}{narrowed}, jobs and pay – Occupedia"


def notes(rows: Sequence[OccupationHere], own: WageEstimate | None, level: str) -> list[str]:
    """The sentences under the table; `rows` are all of the chosen level, before any filter."""
    medians = about_medians(row.median for row in rows)
    said = [_coverage(rows, own, level), RANKED, _shares(rows), READING, CONCENTRATION, *medians, RELIABILITY]
    return [note for note in said if note]


def _coverage(rows: Sequence[OccupationHere], own: WageEstimate | None, level: str) -> str:
    one, many = LEVELS[level][1:]
    counted = [row.employment.value for row in rows if row.employment.value is not None]
    without_pay = sum(is_unknown(row.median) for row in rows)
    said = f"{plural(len(rows), one, many)} {'is' if len(rows) == 1 else 'are'} published for this industry"
    if own is not None and own.employment and counted:
        share = numbers.percent(min(sum(counted) / own.employment * 100, 100))
        said += f". Those whose jobs are published hold {share} of the industry’s {numbers.jobs(own.employment)} jobs"
    return (
        f"{said}. Without a published number of jobs: {len(rows) - len(counted):,}. Without a published median on this"
        f" basis: {without_pay:,}. An occupation that isn’t listed has no published figures for this industry."
    )


def _shares(rows: Sequence[OccupationHere]) -> str:
    """Which measure of the industry's share the table shows."""
    known = [row for row in rows if row.share is not None]
    published = sum(row.share_is_published for row in known)
    if known and published == len(known):
        return "BLS publishes the share of the industry’s jobs. This site computes the share of the occupation’s jobs."
    if published:
        return (
            f"BLS publishes the share of the industry’s jobs for {published:,} of {len(known):,}. For the others, this"
            " site computes that share from the numbers of jobs. This site also computes the share of the occupation’s"
            " jobs."
        )
    return (
        "This site computes both shares from the numbers of jobs in the same release, which publishes no shares: the"
        " occupation’s jobs here divided by all jobs in the industry, and by all jobs in the occupation."
    )


RANKED = (
    "The sentences above the table never name “all other” occupations or very rough medians. The ones about what stands"
    f" out and about pay above other industries name only occupations with at least {LEAST_PER_1000} in 1,000 jobs"
    " here."
)
READING = (
    "The bar runs from P10 to P90: one job in ten pays less than its left end, and one in ten pays more than its right"
    " end. The darker part is the middle half. An arrow means the range goes beyond the bar. Gap: the median here minus"
    " the occupation’s median in all industries. There is no gap where either median is top-coded or not published."
)
CONCENTRATION = (
    "Concentration, computed here: the occupation’s share of this industry’s jobs divided by its share of all jobs. At"
    " 1, the occupation is as common here as in all industries together; at 2, twice as common. Jobs are rounded to 10,"
    " so the figure is rough where there are few."
)
