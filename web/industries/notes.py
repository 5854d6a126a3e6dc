"""What a reader must know to read the occupations of an industry: what is covered, computed and left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wages.models import WageEstimate
from web.industries.rows import LEVELS, SORTS, OccupationHere
from web.tables.cells import is_unknown
from web.words import numbers
from web.words.notes import RELIABILITY, about_medians
from web.words.sentences import plural

BEFORE = {"q": "for", "group": "in"}


def summary(count: int, level: str, conditions: Mapping[str, str], sort: str) -> str:
    """What is shown, in a sentence without its full stop: number, filters, order."""
    one, many = LEVELS[level][1:]
    narrowed = "".join(f" {BEFORE[name]} {said}" for name, said in conditions.items())
    if not count:
        return f"There is no {one} here{narrowed}"
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
    said = [_coverage(rows, own, level), _shares(rows), READING, CONCENTRATION, *medians, RELIABILITY]
    return [note for note in said if note]


def _coverage(rows: Sequence[OccupationHere], own: WageEstimate | None, level: str) -> str:
    one, many = LEVELS[level][1:]
    counted = [row.employment.value for row in rows if row.employment.value is not None]
    without_pay = sum(is_unknown(row.median) for row in rows)
    said = f"{plural(len(rows), one, many)} {'is' if len(rows) == 1 else 'are'} published for this industry"
    if own is not None and own.employment and counted:
        share = numbers.percent(min(sum(counted) / own.employment * 100, 100))
        said += f"; those whose jobs are published hold {share} of its {numbers.jobs(own.employment)} jobs"
    return (
        f"{said}. Without a published number of jobs: {len(rows) - len(counted):,}. Without a published median on this"
        f" basis: {without_pay:,}. An occupation that is not listed is not published for this industry."
    )


def _shares(rows: Sequence[OccupationHere]) -> str:
    """Which measure of the industry's share the table shows."""
    known = [row for row in rows if row.share is not None]
    published = sum(row.share_is_published for row in known)
    if known and published == len(known):
        return (
            "The share of the industry’s jobs is shown as BLS publishes it. The share of the occupation’s jobs is"
            " computed here."
        )
    if published:
        return (
            f"The share of the industry’s jobs is shown as BLS publishes it for {published:,} of {len(known):,}, and"
            " computed here from the numbers of jobs for the others. The share of the occupation’s jobs is computed."
        )
    return (
        "Both shares are computed here from the numbers of jobs in the same release, which publishes none: the"
        " occupation’s jobs here as a part of all jobs in the industry, and as a part of all jobs in the occupation."
    )


READING = (
    "The bar runs from P10 to P90: one job in ten pays less than where it begins, and one in ten more than where it"
    " ends; the darker part is the middle half, and an arrow says that the bar goes on. Gap: the median here less the"
    " occupation’s median in all industries. Where either is top-coded or not published there is no gap."
)
CONCENTRATION = (
    "Concentration, computed here: the occupation’s share of this industry’s jobs divided by its share of all jobs."
    " 1 is as common as in all industries together, 2 is twice as common. Numbers of jobs are rounded to 10,"
    " so it is rough where there are few. “All other” occupations are left out of its sentences."
)
