"""What is said of an occupation by industry, and of an industry. Each is plain text, or "" for nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wages.estimates import Figure, Number
from web.occupations.by_industry.rows import IndustryRow
from web.words.notes import DOTTED, PERCENTILES, RELIABILITY, lacking_of
from web.words.numbers import PER, jobs, money, paid, percent, rounded
from web.words.places import against_national
from web.words.sentences import as_subject, joined, lacking, plural, ranked_list, sentence

VIEW_WORDS = {"sectors": "sectors", "all": "all industries", "owners": "by owner"}
SHARE = (
    "Share: the industry’s part of {} wage-and-salary jobs, computed here from the same release. Sectors add up"
    " to the whole. Cuts by owner and government totals overlap the sectors, so they are listed under “By owner” and"
    " “All industries” only."
)
BY_OWNER = (
    "OEWS divides the whole economy, education and hospitals by who owns the employer. The published parts of a row add"
    " up to the row or fall short of it. They are never added to the sectors, because government here includes public"
    " schools, public hospitals and the mail, which the sectors count elsewhere."
)


def caption(basis: str, overall: IndustryRow) -> str:
    """What the table shows, beyond its title."""
    dotted = f" {DOTTED} the median of all industries." if overall.median.value else ""
    return f"Wage-and-salary jobs and {basis} pay.{dotted}"


def heading(title: str, view: str = "sectors", text: str = "") -> str:
    """What a page of industries is about, for its title: an occupation, or without one all together."""
    about = {"all": "in all industries", "owners": "by owner"}.get(view, "by industry")
    if title:
        return f"{title} {about}: jobs and pay"
    if text:
        return f"Industries matching “{text}”: jobs and pay"
    return {"all": "All industries: jobs and pay", "owners": "Industries by owner: jobs and pay"}.get(
        view, "Industries: jobs and pay"
    )


def summary(rows: Sequence[IndustryRow], view: str, *, is_found: bool = False) -> str:
    """How many industries are listed, and how many of them lack a figure."""
    listed = [row for row in rows if not row.is_remainder]
    sectors = sum(row.depth == 0 for row in listed) if view == "sectors" and not is_found else 0
    counts = [(sectors, "sector", "sectors"), (len(listed) - sectors, "industry", "industries")]
    said = joined([plural(count, one, many) for count, one, many in counts if count])
    return f"{said}. {lacking_of((row.employment, row.median) for row in listed)}".rstrip()


def announcement(rows: int, view: str, basis: str) -> str:
    """What a screen reader hears after the table was swapped."""
    return f"{plural(rows, 'row', 'rows')}, {VIEW_WORDS[view]}, {basis} pay."


def ranked_note(least_jobs: int, *, of_everybody: bool, rough_aside: bool) -> str:
    """Which sectors the sentence on the best pay counts; `rough_aside` says that a rough median is left out."""
    rough = "leaves out very rough medians" if rough_aside else ""
    if of_everybody:
        return f"The sentence about the best pay {rough}." if rough else ""
    least = f"The sentence about the best pay counts only sectors with at least {least_jobs:,} jobs in this occupation"
    return f"{least} and {rough}." if rough else f"{least}."


def notes(
    coverage: str, gaps: str, ranked: str, view: str, about: Sequence[str], *, of_everybody: bool
) -> list[str]:
    """What is covered, what isn't, and how to read the columns; `about` is what is to be said of the medians."""
    share = SHARE.format("all" if of_everybody else "the occupation’s")
    known = (
        BY_OWNER if view == "owners" else "", coverage, gaps, ranked, f"{PERCENTILES} {share}",
        *about, RELIABILITY,
    )  # fmt: skip
    return [note for note in known if note]


def coverage(share: Decimal | None, all_jobs: Number | None, sectors: int, *, of_everybody: bool) -> str:
    """Which part of the jobs, in percent, the published sectors hold."""
    if share is None or not isinstance(all_jobs, int):
        return "This source doesn’t say how many jobs these industries have."
    held = percent(min(share, Decimal(100)))
    return (
        f"The {plural(sectors, 'sector', 'sectors')} published {'here' if of_everybody else 'for this occupation'}"
        f" hold {held} of {'the' if of_everybody else 'its'} {jobs(all_jobs)} wage-and-salary jobs."
        " Self-employed people aren’t counted."
    )


def gaps(industries: int, without_jobs: int, without_pay: int) -> str:
    """How many of the industries lack a figure; "" where none does."""
    if not without_jobs and not without_pay:
        return ""
    total = plural(industries, "industry", "industries")
    return (
        f"Of the {total} published at any level, {lacking(without_jobs, without_pay)}."
        " Industries that aren’t listed have no published figures."
    )


def industries_lede(
    title: str,
    largest: tuple[Sequence[str], Decimal] | None,
    highest: tuple[str, Number, Number] | None,
    basis: str,
    *,
    larger: bool = False,
    higher: bool = False,
) -> list[str]:
    """Two sentences over the industry table.

    `largest` names the largest sector (several that are equal) with its share of the occupation's jobs in percent;
    `highest` is the name of one with enough jobs, its median and the occupation's median. `larger` and `higher` say
    that a sector without a published figure may have more jobs, or a higher median.
    """
    sentences = []
    name = as_subject(title)
    if largest is not None:
        names, share = largest
        industry = _each_in(names)
        out_of_100 = int(share.quantize(Decimal(1)))
        if out_of_100 >= 100:
            sentences.append(f"Practically all {name} on payrolls work in {industry}.")
        else:
            verb = "works" if out_of_100 == 1 else "work"
            most = ", the most of the sectors whose jobs are published" if larger else ""
            sentences.append(f"Of every 100 {name} on payrolls, {out_of_100} {verb} in {industry}{most}.")
    if highest is not None:
        industry, median, overall = highest
        among = f"Of the sectors with a published median, {name}" if higher else sentence(name)
        sentences.append(
            f"{among} earn the most in {industry}: {paid(median, basis)}, {against_national(median, overall)}."
        )
    return sentences


def _each_in(names: Sequence[str]) -> str:
    """Where so many are: "retail trade", or of equal ones "retail trade and as many in wholesale trade"."""
    first, *others = names
    return f"{first} and as many in {ranked_list(others)}" if others else first


def sectors_lede(
    largest: tuple[Sequence[str], Decimal] | None,
    highest: tuple[str, Number, Number] | None,
    basis: str,
    *,
    is_of_published: bool = False,
) -> list[str]:
    """Two sentences over the table of all industries: the largest sector, and the one that pays best.

    `largest` has names and their share of all jobs in percent each; `highest` a name, its median and that of all.
    `is_of_published` says that not every sector has a published median.
    """
    said = []
    if largest is not None:
        names, share = largest
        said.append(f"Of every 100 payroll jobs, {rounded(share)} are in {_each_in(names)}.")
    if highest is not None:
        industry, median, reference = highest
        among = "Of the sectors with a published median, people" if is_of_published else "People"
        said.append(
            f"{among} earn the most in {industry}: {paid(median, basis)}, {against_national(median, reference)}."
        )
    return said


def jobs_sentence(name: str, employment: Figure, share: Decimal | None, period: str) -> str:
    """How many wage-and-salary jobs an industry has, and which part of all of them that is."""
    if employment.value is None:
        return f"BLS did not release how many jobs {name} had in {period}."
    part = "" if share is None else f", {small_percent(share)} of all such jobs"
    return f"{sentence(name)} had {jobs(employment.value)} wage-and-salary jobs in {period}{part}."


def median_sentence(median: Figure, reference: Figure, basis: str) -> str:
    """The median of everybody in the industry, and how it stands against that of all industries."""
    if median.value is None:
        return ""
    said = f"Median pay was {money(median.value, basis)} {PER[basis]}"
    return f"{said}, {against_national(median.value, reference.value)}." if reference.value else f"{said}."


def small_percent(share: Decimal) -> str:
    """A share in percent; one too small for a decimal is said so."""
    return "under 0.1 percent" if 0 < share < Decimal("0.05") else percent(share)
