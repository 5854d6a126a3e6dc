"""The rows of a table by industry: each under the nearest published parent, with what a parent's industries leave.

A remainder is over one partition only: the sectors, or one industry's children in the tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from occupations.models import Industry, Release
from wages.estimates import NOTHING, Figure, Number, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.tables.cells import PercentileRow, percentiles_of, share_of


@dataclass(frozen=True)
class IndustryRow(PercentileRow):
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
    def cuts_across(self) -> str:
        """Why the row belongs to no partition, for a row that doesn't."""
        return "" if self.industry is None else CUTS.get(Industry.Kind(self.industry.kind), "")


CUTS = {
    Industry.Kind.OWNERSHIP: "part of an industry, by owner",
    Industry.Kind.GOVERNMENT: "overlaps other sectors",
    Industry.Kind.PRIVATE: "overlaps every sector",
}


def row_of(estimate: WageEstimate, overall: WageEstimate | None, basis: str, depth: int) -> IndustryRow:
    """The row of one cell; its share and gap are against `overall`, the cell of what it is a part of."""
    percentiles = percentiles_of(estimate, basis)
    employment = figure(estimate, "employment")
    difference = pay_bar.gap(percentiles[2], figure(overall, f"{basis}_median"))
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


class Tree:
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

    @property
    def openable(self) -> set[str]:
        """The codes of the industries that have others below them."""
        return {e.industry.code for e in self.by_industry.values() if self.below(e.industry)}

    def below(self, industry: Industry) -> list[WageEstimate]:
        """The industry's children; an only child of the same name (sector 55 and 551) is passed over."""
        within = self.children.get(industry.pk, [])
        while len(within) == 1 and within[0].industry.short_title == industry.short_title:
            industry = within[0].industry
            within = self.children.get(industry.pk, [])
        return within


def branch(
    tree: Tree,
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
        row = row_of(estimate, overall, basis, depth)
        rows.append(replace(row, has_children=bool(below), is_open=is_open, parent_name=parent_name))
        if is_open:
            rows += branch(tree, overall, basis=basis, opened=opened, parent=estimate, depth=depth + 1)
            left = remainder(estimate, below, overall, estimate.industry.short_title, depth + 1)
            if left is not None and not left.about_nothing:
                rows.append(left)
    return rows


def flat(
    estimates: Sequence[WageEstimate], overall: WageEstimate, basis: str, named: Set[int] | None = None
) -> list[IndustryRow]:
    """Every industry, or those with these keys, in one list; each says what it is in."""
    names = {estimate.industry_id: estimate.industry.short_title for estimate in estimates}
    return [
        replace(row_of(e, overall, basis, 0), parent_name=names.get(e.industry.parent_id or 0, ""))
        for e in estimates
        if named is None or e.industry_id in named
    ]


def cut_by_owner(estimates: Iterable[WageEstimate], overall: WageEstimate, basis: str) -> list[IndustryRow]:
    """What overlaps the sectors: the totals by owner, and each industry that is cut with its cuts below it."""
    by_industry = {estimate.industry_id: estimate for estimate in estimates}
    below: dict[int, list[WageEstimate]] = defaultdict(list)
    tops: dict[int, WageEstimate] = {}
    for estimate in by_industry.values():
        if Industry.Kind(estimate.industry.kind) not in CUTS:
            continue
        whole = by_industry.get(estimate.industry.parent_id or 0)
        if whole is None:
            tops[estimate.industry_id] = estimate
        else:
            tops.setdefault(whole.industry_id, whole)
            below[whole.industry_id].append(estimate)
    rows = []
    for top in tops.values():
        rows.append(row_of(top, overall, basis, 0))
        rows += [
            replace(row_of(cut, overall, basis, 1), parent_name=top.industry.short_title)
            for cut in below[top.industry_id]
        ]
    return rows


def remainder(
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
        name=f"Not shown or not released{f', in {lower_first(within)}' if within else ''}",
        depth=depth,
        release=whole.release,
        employment=jobs,
        share=share_of(jobs, figure(overall, "employment")),
        about_nothing=left <= 5 * (len(parts) + 1),
    )


def with_bar(row: IndustryRow, reference: Figure, axis: Axis, basis: str) -> IndustryRow:
    """The row with its pay bar, where its pay can be drawn; the dotted line is at the reference."""
    bar = pay_bar.pay_bar(row.name, row.percentiles, reference, axis, basis)
    return row if bar is None else replace(row, bar=bar)


def lower_first(name: str) -> str:
    """An industry's name inside a sentence; our short titles begin with no proper name. What it leaves out or takes in
    stands in parentheses, so that the sentence can go on: "government (except schools, hospitals and mail)"."""
    plain, joint, rest = name.partition(", except ")
    if not joint:
        plain, joint, rest = name.partition(", including ")
    text = f"{plain} ({joint.removeprefix(', ')}{rest})" if joint else name
    return text[:1].lower() + text[1:]
