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
from web.occupations.by_industry import words
from web.occupations.by_industry.rows import (
    IndustryRow,
    Tree,
    branch,
    cut_by_owner,
    flat,
    lower_first,
    remainder,
    row_of,
    with_bar,
)
from web.tables.cells import LEAST_JOBS, is_unknown, percentiles_of
from web.words.notes import about_medians
from web.words.sentences import ranked_list

VIEWS = ("sectors", "all", "owners")


@dataclass
class ByIndustry:
    """What is published of one occupation by industry, as asked."""

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
    largest: tuple[list[str], Decimal] | None
    highest: tuple[str, Number, Number] | None
    may_be_larger: bool  # whether a sector without published jobs may have more than the largest
    may_be_higher: bool  # whether one without a published median may have a higher one
    rough_aside: bool  # whether one has a rough median, which is left out
    about_medians: list[str]  # what is to be said of the medians of all industries
    of_everybody: bool
    is_found: bool  # whether a search says which industries are listed
    title: str
    period: str
    releases: list[Release] = field(default_factory=list)

    @property
    def lede(self) -> list[str]:
        """The finding, said before the table."""
        if self.of_everybody:
            return words.sectors_lede(
                self.largest, self.highest, self.basis, is_of_published=self.may_be_higher
            )
        return words.industries_lede(
            self.title,
            self.largest,
            self.highest,
            self.basis,
            larger=self.may_be_larger,
            higher=self.may_be_higher,
        )

    @property
    def heading(self) -> str:
        """What the page is about, for its title."""
        return words.heading("" if self.of_everybody else self.title, self.view)

    @property
    def summary(self) -> str:
        """How many rows are listed, and what they lack."""
        return words.summary(self.rows, self.view, is_found=self.is_found)

    @property
    def caption_title(self) -> str:
        return f"{self.title} by industry, {self.period}."

    @property
    def caption(self) -> str:
        """What the table shows, beyond its title."""
        return words.caption(self.basis, self.overall)

    @property
    def announcement(self) -> str:
        """What a screen reader hears after the table was swapped."""
        return words.announcement(len(self.rows), self.view, self.basis)

    @property
    def notes(self) -> list[str]:
        """What is covered, what isn't, and how to read the columns."""
        jobs = self.overall.employment.value
        covered = words.coverage(self.covered_share, jobs, self.sector_count, of_everybody=self.of_everybody)
        gaps = words.gaps(self.industry_count, self.without_jobs, self.without_pay)
        everybody = self.of_everybody
        ranked = (
            words.ranked_note(LEAST_JOBS, of_everybody=everybody, rough_aside=self.rough_aside)
            if self.highest
            else ""
        )
        return words.notes(covered, gaps, ranked, self.view, self.about_medians, of_everybody=everybody)


def by_industry(
    overall: WageEstimate,
    estimates: Iterable[WageEstimate],
    *,
    basis: str,
    view: str = "sectors",
    opened: frozenset[str] = frozenset(),
    named: Set[int] | None = None,
) -> ByIndustry:
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
        rows = cut_by_owner(estimates, overall, basis)
    else:
        rows = branch(tree, overall, basis=basis, opened=opened)
    is_partition = view == "sectors" and named is None
    own = row_of(overall, overall, basis, 0)
    axis = pay_bar.axis_for([f.value for row in [own, *rows] for f in row.percentiles if f.value is not None])
    left = remainder(overall, tree.children[None], overall, "", 0)
    return ByIndustry(
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
        rough_aside=any(row.median.is_rough for row in sectors),
        about_medians=about_medians(figure(e, f"{basis}_median") for e in estimates),
        is_found=named is not None,
        of_everybody=overall.occupation.level == Occupation.Level.TOTAL,
        title=overall.occupation.sentence_title,
        period=overall.release.reference_period,
        releases=sorted(
            {e.release for e in [overall, *estimates]}, key=lambda r: (r.kind, r.label), reverse=True
        ),
    )


def openable(estimates: Iterable[WageEstimate]) -> set[str]:
    """The codes that `open` can name: of industries that have others below them in the tree."""
    return Tree(e for e in estimates if e.industry.kind != Industry.Kind.ALL).openable


def _sum_of_shares(sectors: list[IndustryRow]) -> Decimal | None:
    shares = [row.share for row in sectors if row.share is not None]
    return sum(shares, Decimal(0)) if shares else None


def _largest(sectors: list[IndustryRow]) -> tuple[list[str], Decimal] | None:
    """The sector with the largest share of the jobs, several where they are equal, and the share."""
    shares = [row.share for row in sectors if row.share is not None]
    if not shares:
        return None
    most = max(shares)
    return [lower_first(row.name) for row in sectors if row.share == most], most


def _highest(sectors: list[IndustryRow], overall: IndustryRow) -> tuple[str, Number, Number] | None:
    """Of the sectors with at least LEAST_JOBS of the jobs the one with the highest median, unless a top-coded one
    may be higher still."""
    if overall.median.value is None:
        return None
    sectors = [row for row in sectors if row.employment.value is None or row.employment.value >= LEAST_JOBS]
    with_median = [row for row in sectors if row.median.can_lead and row.employment.value is not None]
    if len(with_median) < 2 or any(row.median.is_top_coded for row in sectors):
        return None
    highest = max(row.median.value or 0 for row in with_median)
    names = [lower_first(row.name) for row in with_median if row.median.value == highest]
    return ranked_list(names), highest, overall.median.value
