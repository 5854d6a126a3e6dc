"""The page of one industry: its own figures, and the industries around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from occupations.models import Industry, Occupation, Release
from wages.estimates import figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis
from web.industries.heading import combined_codes
from web.occupations.by_industry import words as industry_prose
from web.occupations.by_industry.rows import IndustryRow, Tree, lower_first, row_of, with_bar
from web.occupations.glance import Glance
from web.tables.cells import percentiles_of, share_of
from web.words import numbers
from web.words.numbers import PER
from web.words.sentences import plural

SHORT_LIST = 5


@dataclass(frozen=True)
class Within:
    """The industries within one. `rows` are those of its partition, the largest first; `cuts` overlap them;
    `unpublished` have no cell of their own in the release."""

    rows: list[IndustryRow]
    cuts: list[IndustryRow]
    unpublished: list[Industry]
    axis: Axis

    @property
    def count(self) -> int:
        return len(self.rows) + len(self.cuts)


@dataclass(frozen=True)
class IndustryProfile:
    """What the page of an industry shows beside its table of occupations.

    `nearest` is the nearest wider industry with figures, for an industry that has none.
    """

    industry: Industry
    name: str
    release: Release | None
    is_newest: bool
    basis: str
    own: WageEstimate | None
    sentences: list[str]
    glance: list[Glance]
    within: Within
    nearest: Industry | None
    count: int


def industry_profile(
    industry: Industry,
    own: WageEstimate | None,
    cells: Sequence[WageEstimate],
    around: Sequence[WageEstimate],
    relatives: Sequence[Industry],
    *,
    shown: Release | None,
    newest: Release | None,
    basis: str,
) -> IndustryProfile:
    """See `web.industries.queries.Workforce` for what the cells are."""
    overall = own
    if industry.kind != Industry.Kind.ALL:
        overall = next((cell for cell in around if cell.industry.kind == Industry.Kind.ALL), None)
    count = sum(cell.published_level == Occupation.Level.DETAILED for cell in cells)
    return IndustryProfile(
        industry=industry,
        name=lower_first(industry.short_title),
        release=shown,
        is_newest=shown is None or newest is None or shown.label == newest.label,
        basis=basis,
        own=own,
        sentences=_sentences(industry, own, overall, basis) or _partial(industry, shown, count),
        glance=_glance(own, overall, basis, count) if own else [],
        within=_within(industry, own, around, relatives, basis),
        nearest=_nearest(industry, around, relatives),
        count=count,
    )


def _sentences(
    industry: Industry, own: WageEstimate | None, overall: WageEstimate | None, basis: str
) -> list[str]:
    if own is None:
        return []
    employment, reference = figure(own, "employment"), None if overall is own else overall
    said = [
        industry_prose.jobs_sentence(
            lower_first(industry.short_title),
            employment,
            share_of(employment, figure(reference, "employment")),
            own.release.reference_period,
        ),
        industry_prose.median_sentence(
            percentiles_of(own, basis)[2], percentiles_of(reference, basis)[2], basis
        ),
    ]
    return [text for text in said if text]


def _partial(industry: Industry, shown: Release | None, count: int) -> list[str]:
    """What a release has that states some occupations of the industry and not the industry itself."""
    if shown is None or not count:
        return []
    occupations = plural(count, "occupation", "occupations")
    name = lower_first(industry.short_title)
    return [f"The release of {shown.label} has pay in {name} for {occupations} only."]


def _glance(own: WageEstimate, overall: WageEstimate | None, basis: str, count: int) -> list[Glance]:
    release, period = own.release, own.release.label
    other = "hourly" if basis == "annual" else "annual"
    jobs, mean = figure(own, "employment"), figure(own, f"{basis}_mean")
    p10, _, median, _, p90 = percentiles_of(own, basis)
    other_median = percentiles_of(own, other)[2]
    share = share_of(jobs, figure(overall, "employment"))
    of_all = "" if share is None or overall is own else f"{industry_prose.small_percent(share)} of all jobs, "
    return [
        Glance(f"Jobs, {period}", numbers.figure_or_reason(jobs.value, jobs.reason, numbers.number),
               f"{of_all}wage and salary only", release, jobs.value is None),
        Glance(f"Median pay, {period}", numbers.wage(median, basis),
               f"{numbers.wage(other_median, other)} {PER[other]}" if other_median.value is not None else "", release,
               median.value is None and not median.is_top_coded),
        Glance(f"Mean pay, {period}", numbers.wage(mean, basis), PER[basis], release,
               mean.value is None and not mean.is_top_coded),
        Glance(f"P10 to P90, {period}", f"{numbers.wage(p10, basis)} to {numbers.wage(p90, basis)}",
               "one job in ten pays less, one in ten pays more", release, p10.value is None),
        Glance(f"Occupations, {period}", numbers.number(count), "published for this industry", release),
    ]  # fmt: skip


def _within(
    industry: Industry,
    own: WageEstimate | None,
    around: Sequence[WageEstimate],
    relatives: Sequence[Industry],
    basis: str,
) -> Within:
    tree = Tree(around)
    parts = tree.children[None] if industry.kind == Industry.Kind.ALL else tree.below(industry)
    parents = {industry.pk, *(part.industry.parent_id for part in parts)}
    overlapping = [
        cell
        for cell in around
        if cell.industry.parent_id in parents and cell not in parts and _overlaps(cell.industry)
    ]
    published = {cell.industry_id for cell in around}
    codes = {code for part in parts for code in combined_codes(part.industry)}
    rows, cuts = _largest_first(parts, own, basis), _largest_first(overlapping, own, basis)
    amounts = [f.value for row in (*rows, *cuts) for f in row.percentiles if f.value is not None]
    axis = pay_bar.axis_for(amounts)
    reference = percentiles_of(own, basis)[2]
    return Within(
        rows=[with_bar(row, reference, axis, basis) for row in rows],
        cuts=[with_bar(row, reference, axis, basis) for row in cuts],
        axis=axis,
        unpublished=[
            each
            for each in relatives
            if each.parent_id == industry.pk
            and each.pk not in published
            and each.code not in codes
            and each.title != industry.title
        ],
    )


def _overlaps(industry: Industry) -> bool:
    return industry.kind in (Industry.Kind.OWNERSHIP, Industry.Kind.GOVERNMENT, Industry.Kind.PRIVATE)


def _largest_first(cells: Sequence[WageEstimate], own: WageEstimate | None, basis: str) -> list[IndustryRow]:
    """The rows of these cells, with their share of the whole's jobs and gap to its median."""
    rows = [row_of(cell, own, basis, 0) for cell in cells]
    return sorted(rows, key=lambda row: (row.employment.sort_key(descending=True), row.name, row.code))


def _nearest(
    industry: Industry, around: Sequence[WageEstimate], relatives: Sequence[Industry]
) -> Industry | None:
    """The nearest wider industry that has figures: one above, or what takes it in at OEWS, which is a combination
    that names its code, or government (99) for public administration (92)."""
    published = {cell.industry_id for cell in around}
    step: Industry | None = industry
    while step is not None:
        for other in relatives:
            takes_in = step.code in combined_codes(other) or (step.code, other.code) == ("92", "99")
            if takes_in and other.pk in published:
                return other
        step = step.parent
        if step is not None and step.pk in published:
            return step
    return None
