"""An occupation's jobs and pay by industry in one table, with both measures of a share side by side.

The published share is of all jobs, the self-employed included; the other is computed here from OEWS and is of
wage-and-salary jobs. Each has a column, a remainder and a reference period of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Industry
from wages.estimates import NOTHING, Figure, figure
from wages.models import WageEstimate
from web.occupations.largest import IndustryPay
from web.occupations.pay import Pay, same_edition
from web.occupations.shares import Shares
from web.tables.cells import share_of


@dataclass(frozen=True)
class IndustryLine:
    """One line: `of_all` and `of_payroll` are percents of the occupation's jobs, each by its own measure.

    `is_rest` says that the line is what a list leaves over.
    """

    name: str
    code: str = ""
    href: str = ""
    of_all: Decimal | None = None
    of_payroll: Decimal | None = None
    median: Figure = NOTHING
    is_rest: bool = False

    @property
    def is_published(self) -> bool:
        """Whether OEWS has a cell of the industry, whatever it releases in it."""
        return self.median is not NOTHING


@dataclass(frozen=True)
class IndustryTable:
    """The five largest industries, those that the publisher's list has beside them, and the `next` five.

    The largest are a partition that its remainder completes, and so is the list, over both parts of the table. What the
    list alone names can be within one of the largest, so its share of wage-and-salary jobs is in no sum.
    """

    largest: list[IndustryLine]
    next: list[IndustryLine]
    listed: list[IndustryLine]
    classes: list[IndustryLine]
    shares: Shares | None
    pay: Pay | None
    earlier: list[Shares] = field(default_factory=list)

    @property
    def lines(self) -> list[IndustryLine]:
        return [*self.largest, *self.listed, *self.classes, *self.next]

    @property
    def has_payroll(self) -> bool:
        """Whether a release of OEWS says how many jobs the industries have."""
        return self.pay is not None and self.pay.industries_by_size

    @property
    def names_more(self) -> bool:
        """Whether the publisher's list has an industry that isn't among the largest."""
        return bool(self.largest) and any(not line.is_rest for line in self.listed)

    @property
    def columns(self) -> int:
        return 1 + sum((self.shares is not None, self.has_payroll, self.pay is not None))


OTHERS, NOT_LISTED = "All other industries", "Not listed"


def industry_table(
    pay: Pay | None, by_industry: Sequence[WageEstimate], published: Sequence[Shares]
) -> IndustryTable | None:
    """The table, or None where nothing is known by industry.

    `by_industry` are the occupation's national cells for single industries; `published` its lists of shares, the
    newest first: that stands in the table, and the others are earlier editions.
    """
    cells = same_edition(by_industry, pay.listed.release) if pay else []
    shares = published[0] if published else None
    largest, following = _largest(pay, shares) if pay else ([], [])
    if not largest and shares is None:
        return None
    codes = {line.code for line in (*largest, *following) if line.code}
    listed = _listed(shares, codes, pay, cells) if shares else []
    return IndustryTable(largest, following, listed, _classes(shares), shares, pay, list(published[1:]))


def _largest(pay: Pay, shares: Shares | None) -> tuple[list[IndustryLine], list[IndustryLine]]:
    """The five with the most jobs and what they leave over, and the next five; where no size is stated, all that have
    a median."""
    names = {industry.code: name for name, industry in shares.industries.items()} if shares else {}
    of_all = dict(shares.rows) if shares else {}

    def line(row: IndustryPay) -> IndustryLine:
        share = of_all.get(names.get(row.code, ""))
        return IndustryLine(row.name, row.code, row.href, share, row.share, row.median)

    first = [line(row) for row in pay.industries]
    if not pay.industries_by_size:
        return first, []
    rest = IndustryLine(OTHERS, of_payroll=pay.remainder, is_rest=True)
    return [*first, rest], [line(row) for row in pay.ten_largest.rows[len(first) :]]


def _listed(
    shares: Shares, codes: set[str], pay: Pay | None, cells: Sequence[WageEstimate]
) -> list[IndustryLine]:
    """What the publisher's list has beside the largest industries, and what it leaves over."""
    by_code = {cell.industry.code: cell for cell in cells}
    whole = figure(pay.listed, "employment") if pay else NOTHING

    def line(name: str, share: Decimal, industry: Industry | None) -> IndustryLine:
        if industry is None:
            return IndustryLine(name, of_all=share)
        cell, href = by_code.get(industry.code), industry.get_absolute_url()
        if pay is None or cell is None:
            return IndustryLine(name, industry.code, href, share)
        of_payroll = share_of(figure(cell, "employment"), whole)
        return IndustryLine(name, industry.code, href, share, of_payroll, figure(cell, f"{pay.basis}_median"))

    own = [(name, share, shares.industries.get(name)) for name, share in shares.rows]
    lines = [line(*row) for row in own if row[2] is None or row[2].code not in codes]
    rest = IndustryLine(NOT_LISTED, of_all=shares.remainder, is_rest=True)
    return [*lines, rest]


def _classes(shares: Shares | None) -> list[IndustryLine]:
    """The classes of worker, which no industry is."""
    return [IndustryLine(name, of_all=share) for name, share in shares.classes] if shares else []
