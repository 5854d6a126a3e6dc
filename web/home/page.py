"""The home page: the major groups side by side, a few facts, and what was published lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from occupations.models import Occupation, Projection, Release
from wages.estimates import Figure, figure
from wages.measures import ANNUAL_PERCENTILES
from wages.models import WageEstimate
from web.charts.pay_bar import SCALES, PayBar
from web.finder.rows import finder_row, group_name
from web.http.as_of import AsOf, keep_release
from web.tables.cells import PercentileRow
from web.words import numbers

LARGEST, FASTEST, OPENINGS = "base_employment", "percent_change", "openings"


@dataclass(frozen=True)
class GroupRow(PercentileRow):
    """A major group in the table of groups; `href` leads to its occupations in the finder."""

    name: str
    href: str
    count: int
    percentiles: tuple[Figure, ...]
    bar: PayBar | None
    projection: Projection | None


@dataclass(frozen=True)
class Fact:
    """One figure of the strip: label with its period, the figure, and the occupation that it is of."""

    label: str
    value: str
    note: str
    href: str


@dataclass(frozen=True)
class HomePage:
    """What the home page shows."""

    count: int
    pay: Release | None
    outlook: Release | None
    reference: Figure
    facts: list[Fact]
    groups: list[GroupRow]
    lately: list[Release]

    @property
    def releases(self) -> list[Release]:
        return [release for release in (self.pay, self.outlook) if release is not None]

    @property
    def axis(self) -> tuple[str, str, str]:
        return SCALES["annual"].ticks("annual")

    @property
    def caption(self) -> str:
        """What the table of groups shows, and of when."""
        parts = []
        if self.pay is not None:
            parts.append(f"Annual wages of people on a payroll, {self.pay.label}.")
        if self.outlook is not None:
            parts.append(f"Jobs and their projected growth, {self.outlook.label}, self-employed included.")
        if self.reference.value is not None:
            amount = numbers.money_annual(self.reference.value)
            parts.append(f"The dotted line is the median of all occupations, {amount}.")
        return " ".join(parts)


def group_rows(
    groups: Sequence[Any], counts: Mapping[int, int], pay: Release | None, reference: Figure, as_of: AsOf
) -> list[GroupRow]:
    """The groups that hold any occupation, in the order of their codes."""
    found = []
    for group in groups:
        if group.pk not in counts:
            continue
        row = finder_row(group, pay, reference)
        href = keep_release(f"{reverse('finder')}?group={group.code}", as_of)
        percentiles = tuple(
            figure(next(iter(group.pay_cells), None), name, pay) for name in ANNUAL_PERCENTILES
        )
        found.append(
            GroupRow(group_name(group), href, counts[group.pk], percentiles, row.bar, row.projection)
        )
    return found


def facts(
    overall: WageEstimate | None,
    leaders: Mapping[str, tuple[Occupation, Decimal] | None],
    pay: Release | None,
    outlook: Release | None,
    as_of: AsOf,
) -> list[Fact]:
    """The median of all occupations, and the occupations that lead the projections.

    `leaders` names for each of LARGEST, FASTEST and OPENINGS the occupation and its figure.
    """
    found = []
    median = figure(overall, "annual_median", pay)
    if pay is not None and median.value is not None:
        value = numbers.money_annual(median.value)
        found.append(Fact(f"Median pay, {pay.label}", value, "all occupations, a year", ""))
    labels = _labels(outlook)
    forms = {
        LARGEST: numbers.thousands,
        FASTEST: lambda value: numbers.percent_sign(value, signed=True),
        OPENINGS: numbers.thousands,
    }
    for name, form in forms.items():
        leader = leaders.get(name)
        if leader is not None:
            occupation, number = leader
            href = keep_release(occupation.get_absolute_url(), as_of)
            found.append(Fact(labels[name], form(number), occupation.sentence_title, href))
    return found


def _labels(outlook: Release | None) -> dict[str, str]:
    if outlook is None:
        return {}
    return {
        LARGEST: f"Most jobs, {outlook.label.partition('–')[0]}",
        FASTEST: f"Fastest growing, {outlook.label}",
        OPENINGS: f"Most openings a year, {outlook.label}",
    }
