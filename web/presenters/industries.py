"""The industry table of an occupation: shares, gaps, the remainder and what is covered.

Shares are computed here: an industry's employment over the occupation's national employment in the same
release, so of wage-and-salary jobs. They are summed over one partition only: the sectors, or one
industry's children in the tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from occupations.models import Industry, Release
from wages.estimates import NOTHING, Figure, Number, figure
from wages.models import WageEstimate
from web import charts, figures, prose
from web.charts import Axis, PayBar

BASES = ("annual", "hourly")
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
BAR_WIDTH = 200.0

# Bands of the relative standard error, in percent. BLS sets none; these are ours and the page says so.
RELIABILITY = ((5, "high"), (10, "good"), (20, "fair"), (1000, "low"))


@dataclass(frozen=True)
class IndustryRow:
    """One line of the table.

    `depth` is 0 for sectors and in the flat view. A remainder has no industry of its own: it is what a
    partition doesn't show, and `about_nothing` says that only rounding is left of it.
    """

    name: str
    depth: int
    employment: Figure
    share: Decimal | None
    industry: Industry | None = None
    percentiles: tuple[Figure, ...] = (NOTHING,) * 5
    employment_rse: Figure = NOTHING
    wage_rse: Figure = NOTHING
    gap: Number | None = None
    gap_percent: Decimal | None = None
    bar: PayBar | None = None
    has_children: bool = False
    is_open: bool = False
    parent_name: str = ""
    about_nothing: bool = False
    release: Release | None = None

    @property
    def is_remainder(self) -> bool:
        return self.industry is None

    @property
    def is_total(self) -> bool:
        return self.industry is not None and self.industry.kind == Industry.Kind.ALL

    @property
    def code(self) -> str:
        return self.industry.code if self.industry else ""

    @property
    def p10(self) -> Figure:
        return self.percentiles[0]

    @property
    def median(self) -> Figure:
        return self.percentiles[2]

    @property
    def p90(self) -> Figure:
        return self.percentiles[4]

    @property
    def cuts_across(self) -> str:
        """Why the row belongs to no partition, for a row that doesn't."""
        return "" if self.industry is None else CUTS.get(Industry.Kind(self.industry.kind), "")


CUTS = {
    Industry.Kind.OWNERSHIP: "a cut of its industry by owner",
    Industry.Kind.GOVERNMENT: "overlaps other sectors",
    Industry.Kind.PRIVATE: "overlaps every sector",
}


@dataclass
class IndustryPage:
    """Everything that the table's page shows."""

    basis: str
    view: str
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
    title: str
    period: str
    releases: list[Release] = field(default_factory=list)

    @property
    def lede(self) -> list[str]:
        """The finding, said before the table."""
        return prose.industries_lede(self.title, self.largest, self.highest, self.basis)

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
        what = "all industries" if self.view == "all" else "sectors"
        return f"{prose.plural(len(self.rows), 'row', 'rows')}, {what}, {self.basis} pay."

    @property
    def notes(self) -> list[str]:
        """What is covered, what isn't, and how to read the columns."""
        return [note for note in (self._coverage(), self._gaps(), READING, RELIABILITY_NOTE) if note]

    def _coverage(self) -> str:
        jobs = self.overall.employment.value
        if self.covered_share is None or not isinstance(jobs, int):
            return "How many jobs these industries hold is not stated by this source."
        sectors = prose.plural(self.sector_count, "sector", "sectors")
        share = figures.percent(min(self.covered_share, Decimal(100)))
        return (
            f"The {sectors} published for this occupation hold {share} of its {figures.jobs(jobs)}"
            " wage-and-salary jobs. The self-employed are not counted."
        )

    def _gaps(self) -> str:
        if not self.without_jobs and not self.without_pay:
            return ""
        total = prose.plural(self.industry_count, "industry", "industries")
        return (
            f"Of the {total} published at any level, {self.without_jobs or 'none'} without a number of jobs and"
            f" {self.without_pay or 'none'} without a median. Industries that are not listed have no published cell."
        )


READING = (
    "P10: one in ten earned less. P90: one in ten earned more. Share: the industry’s part of the occupation’s"
    " wage-and-salary jobs, computed here from the same release. Sectors add up to the whole; cuts by owner and"
    " government totals overlap them and are listed under “All industries” only."
)
RELIABILITY_NOTE = (
    "Reliability is our word for the published relative standard error: high under 5 percent of the estimate, good"
    " under 10, fair under 20, low from there on. The first word is about the number of jobs, the second about mean"
    " pay; no error is published for percentiles."
)


def reliability(rse: Figure) -> str:
    """A relative standard error in words; "" where none is published."""
    if rse.value is None:
        return ""
    return next(word for limit, word in RELIABILITY if rse.value < limit)


def share_of(part: Figure, whole: Figure) -> Decimal | None:
    """`part` in percent of `whole`; None where either isn't published."""
    if part.value is None or not whole.value:
        return None
    return Decimal(part.value) / Decimal(whole.value) * 100


def percentiles_of(estimate: WageEstimate | None, basis: str) -> tuple[Figure, ...]:
    """P10, P25, median, P75 and P90 on one basis."""
    return tuple(figure(estimate, f"{basis}_{name}") for name in PERCENTILES)


def basis_of(estimate: WageEstimate | None, asked: str | None = None) -> str:
    """The basis to show: the one asked for, or annual unless only hourly pay is published."""
    if asked in BASES:
        return asked
    if estimate is None:
        return "annual"
    annual, hourly = figure(estimate, "annual_median"), figure(estimate, "hourly_median")
    return "hourly" if annual.value is None and hourly.value is not None else "annual"


def _row(estimate: WageEstimate, overall: WageEstimate, basis: str, depth: int) -> IndustryRow:
    percentiles = percentiles_of(estimate, basis)
    employment = figure(estimate, "employment")
    difference = charts.gap(percentiles[2], figure(overall, f"{basis}_median"))
    return IndustryRow(
        name=estimate.industry.short_title,
        industry=estimate.industry,
        depth=depth,
        release=estimate.release,
        employment=employment,
        share=share_of(employment, figure(overall, "employment")),
        percentiles=percentiles,
        employment_rse=figure(estimate, "employment_rse"),
        wage_rse=figure(estimate, "wage_rse"),
        gap=difference[0] if difference and estimate is not overall else None,
        gap_percent=difference[1] if difference and estimate is not overall else None,
    )


class _Tree:
    """The published industries of one occupation, each under the nearest published parent."""

    def __init__(self, estimates: Iterable[WageEstimate]) -> None:
        self.by_industry = {estimate.industry_id: estimate for estimate in estimates}
        self.children: dict[int | None, list[WageEstimate]] = defaultdict(list)
        for estimate in self.by_industry.values():
            industry = estimate.industry
            if industry.kind == Industry.Kind.SECTOR:
                self.children[None].append(estimate)
            elif industry.kind in (Industry.Kind.NAICS, Industry.Kind.COMBINATION):
                self.children[industry.parent_id].append(estimate)

    def below(self, industry: Industry) -> list[WageEstimate]:
        """The industry's children; an only child of the same name (sector 55 and 551) is passed over."""
        found = self.children.get(industry.pk, [])
        while len(found) == 1 and found[0].industry.short_title == industry.short_title:
            industry = found[0].industry
            found = self.children.get(industry.pk, [])
        return found


def industry_page(
    overall: WageEstimate,
    estimates: Iterable[WageEstimate],
    *,
    basis: str,
    view: str = "sectors",
    opened: frozenset[str] = frozenset(),
) -> IndustryPage:
    """The table of one occupation.

    `overall` is its cell for all industries, `estimates` its national cells by industry (with industry and
    release selected). `view` is "sectors" for the tree, in which the industries whose codes are in `opened`
    show their children, or "all" for every published industry in one flat list.
    """
    estimates = [e for e in estimates if e.industry.kind != Industry.Kind.ALL]
    tree = _Tree(estimates)
    sectors = [_row(e, overall, basis, 0) for e in tree.children[None]]
    if view == "all":
        names = {e.industry_id: e.industry.short_title for e in estimates}
        rows = [
            replace(_row(e, overall, basis, 0), parent_name=names.get(e.industry.parent_id or 0, ""))
            for e in estimates
        ]
    else:
        rows = _branch(tree, overall, basis=basis, opened=opened)
    own = _row(overall, overall, basis, 0)
    axis = charts.axis_for(
        [f.value for row in [own, *rows] for f in row.percentiles if f.value is not None], BAR_WIDTH
    )
    return IndustryPage(
        basis=basis,
        view=view,
        opened=opened,
        overall=_with_bar(own, own, axis, basis),
        rows=[_with_bar(row, own, axis, basis) for row in rows],
        remainder=_remainder(overall, tree.children[None], overall, "", 0) if view != "all" else None,
        axis=axis,
        covered_share=_sum_of_shares(sectors),
        sector_count=len(sectors),
        industry_count=len(estimates),
        without_jobs=sum(figure(e, "employment").value is None for e in estimates),
        without_pay=sum(percentiles_of(e, basis)[2].value is None for e in estimates),
        largest=_largest(sectors),
        highest=_highest(sectors, own),
        title=overall.occupation.sentence_title,
        period=overall.release.reference_period,
        releases=sorted(
            {e.release for e in [overall, *estimates]}, key=lambda r: (r.kind, r.label), reverse=True
        ),
    )


def _with_bar(row: IndustryRow, overall: IndustryRow, axis: Axis, basis: str) -> IndustryRow:
    bar = charts.pay_bar(row.name, row.percentiles, overall.median, axis, basis)
    return row if bar is None else replace(row, bar=bar)


def _branch(
    tree: _Tree,
    overall: WageEstimate,
    *,
    basis: str,
    opened: frozenset[str],
    parent: WageEstimate | None = None,
    depth: int = 0,
) -> list[IndustryRow]:
    """The rows below an industry (the sectors for None), an opened one followed by its own branch."""
    rows = []
    for estimate in tree.children[None] if parent is None else tree.below(parent.industry):
        below = tree.below(estimate.industry)
        is_open = bool(below) and estimate.industry.code in opened
        parent_name = "" if parent is None else parent.industry.short_title
        row = _row(estimate, overall, basis, depth)
        rows.append(replace(row, has_children=bool(below), is_open=is_open, parent_name=parent_name))
        if is_open:
            rows += _branch(tree, overall, basis=basis, opened=opened, parent=estimate, depth=depth + 1)
            left = _remainder(estimate, below, overall, estimate.industry.short_title, depth + 1)
            if left is not None and not left.about_nothing:
                rows.append(left)
    return rows


def _remainder(
    whole: WageEstimate, parts: list[WageEstimate], overall: WageEstimate, within: str, depth: int
) -> IndustryRow | None:
    """What the parts leave of the whole's jobs; None where the whole isn't published.

    Each published number is rounded to 10, so a sum of many can miss the total by some tens either way.
    """
    total = figure(whole, "employment")
    if total.value is None:
        return None
    left = int(total.value) - sum(e.employment for e in parts if e.employment is not None)
    jobs = Figure(max(left, 0))
    return IndustryRow(
        name=f"Not shown or not released{f', in {_lower(within)}' if within else ''}",
        depth=depth,
        release=whole.release,
        employment=jobs,
        share=share_of(jobs, figure(overall, "employment")),
        about_nothing=left <= 5 * (len(parts) + 1),
    )


def _sum_of_shares(sectors: list[IndustryRow]) -> Decimal | None:
    shares = [row.share for row in sectors if row.share is not None]
    return sum(shares, Decimal(0)) if shares else None


def _largest(sectors: list[IndustryRow]) -> tuple[str, Decimal] | None:
    with_share = [row for row in sectors if row.share is not None]
    if not with_share:
        return None
    top = max(with_share, key=lambda row: (row.share or 0, row.code))
    return _lower(top.name), top.share or Decimal(0)


def _highest(sectors: list[IndustryRow], overall: IndustryRow) -> tuple[str, Number, Number] | None:
    """The sector with the highest median, unless a top-coded one may be higher still."""
    if overall.median.value is None:
        return None
    with_median = [row for row in sectors if row.median.value is not None]
    if len(with_median) < 2 or any(row.median.is_top_coded for row in sectors):
        return None
    top = max(with_median, key=lambda row: (row.median.value or 0, row.code))
    assert top.median.value is not None
    return _lower(top.name), top.median.value, overall.median.value


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


SORTABLE: dict[str, Callable[[IndustryRow], Figure]] = {
    "industry": lambda row: NOTHING,  # by name, which every order falls back on
    "jobs": lambda row: row.employment,
    "share": lambda row: _as_figure(row.share),
    "p10": lambda row: row.p10,
    "median": lambda row: row.median,
    "p90": lambda row: row.p90,
    "gap": lambda row: _as_figure(row.gap),
    "gap_percent": lambda row: _as_figure(row.gap_percent),
    "reliability": lambda row: row.employment_rse,
}


def _as_figure(number: Number | None) -> Figure:
    return NOTHING if number is None else Figure(number)


def sort_rows(rows: list[IndustryRow], column: str, *, descending: bool) -> list[IndustryRow]:
    """The rows by one column, children staying under their parent.

    Missing figures come last in both directions, remainders after them; ties go by name and code.
    """
    key = SORTABLE[column]

    def arrange(group: list[IndustryRow]) -> list[IndustryRow]:
        blocks: list[list[IndustryRow]] = []
        for row in group:
            if row.depth == group[0].depth:
                blocks.append([row])
            else:
                blocks[-1].append(row)
        by_name_downwards = column == "industry" and descending
        blocks.sort(key=lambda block: (block[0].name.casefold(), block[0].code), reverse=by_name_downwards)
        blocks.sort(key=lambda block: key(block[0]).sort_key(descending=descending))
        blocks.sort(key=lambda block: block[0].is_remainder)
        return [item for block in blocks for item in (block[0], *arrange(block[1:]))]

    return arrange(rows)
