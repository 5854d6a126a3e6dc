"""The industry table of an occupation: shares, gaps, the remainder and what is covered.

Shares are computed here: an industry's employment over the occupation's national employment in the same
release, so of wage-and-salary jobs. They are summed over one partition only: the sectors, or one
industry's children in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Industry, Occupation, Release
from wages.estimates import Number, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis
from web.occupations.by_industry import words as industry_prose
from web.occupations.by_industry.rows import (
    BAR_WIDTH,
    IndustryRow,
    Tree,
    branch,
    by_owner,
    flat,
    lower_first,
    remainder,
    row_of,
    with_bar,
)
from web.tables.cells import LEAST_JOBS, is_unknown, percentiles_of
from web.words import numbers, sentences

VIEWS = ("sectors", "all", "owners")
IN_WORDS = {"sectors": "sectors", "all": "all industries", "owners": "by owner"}


@dataclass
class IndustryPage:
    """Everything that the table's page shows."""

    basis: str
    view: str
    is_flat: bool
    opened: frozenset[str]
    overall: IndustryRow
    rows: list[IndustryRow]
    remainder: IndustryRow | None
    axis: Axis
    covered_share: Decimal | None
    sector_count: int
    industry_count: int
    without_jobs: int
    without_pay: int
    largest: tuple[str, Decimal] | None
    highest: tuple[str, Number, Number] | None
    may_be_larger: bool  # whether a sector without published jobs may have more than the largest
    may_be_higher: bool  # whether one without a published median may have a higher one
    of_everybody: bool
    title: str
    period: str
    releases: list[Release] = field(default_factory=list)

    @property
    def lede(self) -> list[str]:
        """The finding, said before the table."""
        if self.of_everybody:
            return industry_prose.sectors_lede(
                self.largest, self.highest, self.basis, is_of_published=self.may_be_higher
            )
        return sentences.industries_lede(
            self.title,
            self.largest,
            self.highest,
            self.basis,
            least_jobs=LEAST_JOBS,
            larger=self.may_be_larger,
            higher=self.may_be_higher,
        )

    @property
    def caption_title(self) -> str:
        return f"{self.title} by industry, {self.period}."

    @property
    def caption(self) -> str:
        """What the table shows, beyond its title."""
        dotted = " The dotted line is the median of all industries." if self.overall.median.value else ""
        return f"Wage-and-salary jobs and {self.basis} pay.{dotted}"

    @property
    def announcement(self) -> str:
        """What a screen reader hears after the table was swapped."""
        return f"{sentences.plural(len(self.rows), 'row', 'rows')}, {IN_WORDS[self.view]}, {self.basis} pay."

    @property
    def notes(self) -> list[str]:
        """What is covered, what isn't, and how to read the columns."""
        share = SHARE.format("all" if self.of_everybody else "the occupation’s")
        by_owner = BY_OWNER if self.view == "owners" else ""
        found = (by_owner, self._coverage(), self._gaps(), f"{READING} {share}", RELIABILITY_NOTE)
        return [note for note in found if note]

    def _coverage(self) -> str:
        jobs = self.overall.employment.value
        if self.covered_share is None or not isinstance(jobs, int):
            return "How many jobs these industries hold is not stated by this source."
        sectors = sentences.plural(self.sector_count, "sector", "sectors")
        share = numbers.percent(min(self.covered_share, Decimal(100)))
        return (
            f"The {sectors} published {'here' if self.of_everybody else 'for this occupation'} hold {share} of"
            f" {'the' if self.of_everybody else 'its'} {numbers.jobs(jobs)} wage-and-salary jobs."
            " The self-employed are not counted."
        )

    def _gaps(self) -> str:
        if not self.without_jobs and not self.without_pay:
            return ""
        total = sentences.plural(self.industry_count, "industry", "industries")
        return (
            f"Of the {total} published at any level, {sentences.lacking(self.without_jobs, self.without_pay)}."
            " Industries that are not listed have no published cell."
        )


READING = "P10: one in ten earned less. P90: one in ten earned more."
SHARE = (
    "Share: the industry’s part of {} wage-and-salary jobs, computed here from the same release. Sectors add up"
    " to the whole. Cuts by owner and government totals overlap them: they are kept under “By owner”, and listed"
    " among “All industries”."
)
BY_OWNER = (
    "OEWS cuts the whole economy, education and hospitals by who owns the employer. The published cuts of"
    " one row add up to it or fall short of it, and are never added to the sectors: government here"
    " takes in the schools, hospitals and mail that the sectors have elsewhere."
)
RELIABILITY_NOTE = (
    "Reliability is our word for the published relative standard error: high under 5 percent of the estimate, good"
    " under 10, fair under 20, low from there on. The first word is about the number of jobs, the second about mean"
    " pay; no error is published for percentiles."
)


def industry_page(
    overall: WageEstimate,
    estimates: Iterable[WageEstimate],
    *,
    basis: str,
    view: str = "sectors",
    opened: frozenset[str] = frozenset(),
    named: Set[int] | None = None,
) -> IndustryPage:
    """The table of one occupation.

    `overall` is its cell for all industries, `estimates` its national cells by industry (with industry and
    release selected). `view` is "sectors" for the tree, in which the industries whose codes are in `opened`
    show their children; "all" for every published industry in one flat list; or "owners" for what overlaps
    the sectors, each cut under the industry that it cuts. `named` keeps only the industries with these keys,
    in a flat list.
    """
    estimates = [e for e in estimates if e.industry.kind != Industry.Kind.ALL]
    tree = Tree(estimates)
    sectors = [row_of(e, overall, basis, 0) for e in tree.children[None]]
    if named is not None or view == "all":
        rows = flat(estimates, overall, basis, named)
    elif view == "owners":
        rows = by_owner(estimates, overall, basis)
    else:
        rows = branch(tree, overall, basis=basis, opened=opened)
    is_partition = view == "sectors" and named is None
    own = row_of(overall, overall, basis, 0)
    axis = pay_bar.axis_for(
        [f.value for row in [own, *rows] for f in row.percentiles if f.value is not None], BAR_WIDTH
    )
    left = remainder(overall, tree.children[None], overall, "", 0)
    return IndustryPage(
        basis=basis,
        view=view,
        is_flat=named is not None or view == "all",
        opened=opened,
        overall=with_bar(own, own.median, axis, basis),
        rows=[with_bar(row, own.median, axis, basis) for row in rows],
        remainder=left if is_partition else None,
        axis=axis,
        covered_share=_sum_of_shares(sectors),
        sector_count=len(sectors),
        industry_count=len(estimates),
        without_jobs=sum(figure(e, "employment").value is None for e in estimates),
        without_pay=sum(is_unknown(percentiles_of(e, basis)[2]) for e in estimates),
        largest=_largest(sectors),
        highest=_highest(sectors, own),
        may_be_larger=left is None
        or (left.share or 0) > max((row.share for row in sectors if row.share is not None), default=0),
        may_be_higher=left is None
        or not left.about_nothing
        or any(is_unknown(row.median) or row.employment.value is None for row in sectors),
        of_everybody=overall.occupation.level == Occupation.Level.TOTAL,
        title=overall.occupation.sentence_title,
        period=overall.release.reference_period,
        releases=sorted(
            {e.release for e in [overall, *estimates]}, key=lambda r: (r.kind, r.label), reverse=True
        ),
    )


def _sum_of_shares(sectors: list[IndustryRow]) -> Decimal | None:
    shares = [row.share for row in sectors if row.share is not None]
    return sum(shares, Decimal(0)) if shares else None


def _largest(sectors: list[IndustryRow]) -> tuple[str, Decimal] | None:
    with_share = [row for row in sectors if row.share is not None]
    if not with_share:
        return None
    top = max(with_share, key=lambda row: (row.share or 0, row.code))
    return lower_first(top.name), top.share or Decimal(0)


def _highest(sectors: list[IndustryRow], overall: IndustryRow) -> tuple[str, Number, Number] | None:
    """Of the sectors with at least LEAST_JOBS of the jobs the one with the highest median, unless a top-coded one
    may be higher still."""
    if overall.median.value is None:
        return None
    sectors = [row for row in sectors if row.employment.value is None or row.employment.value >= LEAST_JOBS]
    with_median = [
        row for row in sectors if row.median.value is not None and row.employment.value is not None
    ]
    if len(with_median) < 2 or any(row.median.is_top_coded for row in sectors):
        return None
    top = max(with_median, key=lambda row: (row.median.value or 0, row.code))
    assert top.median.value is not None
    return lower_first(top.name), top.median.value, overall.median.value
