"""The home page: ways into the finder, a few facts, the major groups side by side, and what was published lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from occupations.models import Projection, Release
from wages.estimates import Figure, figure
from wages.measures import ANNUAL_PERCENTILES
from web.charts.pay_bar import SCALES, PayBar
from web.finder.rows import finder_row
from web.finder.words import group_name
from web.home import ways
from web.home.queries import FASTEST, LARGEST, OPENINGS, HomeMaterial
from web.home.ways import Browse, Way
from web.home.words import caption, fact_labels, lede
from web.http.as_of import AsOf, keep_release
from web.tables.cells import PercentileRow
from web.words import numbers
from web.words.sentences import plural


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

    lede: str
    examples: list[Way]
    questions: list[Way]
    interests: list[Way]
    browses: list[Browse]
    caption: str
    pay: Release | None
    outlook: Release | None
    facts: list[Fact]
    groups: list[GroupRow]
    lately: list[Release]
    described: Release | None = None

    @property
    def releases(self) -> list[Release]:
        described = self.described if self.interests else None
        return [release for release in (self.pay, self.outlook, described) if release is not None]

    @property
    def axis(self) -> tuple[str, str, str]:
        return SCALES["annual"].ticks("annual")


def home_page(material: HomeMaterial, as_of: AsOf) -> HomePage:
    """The page, its links staying with the release or day that is read."""
    reference = figure(material.overall, "annual_median", material.pay)
    return HomePage(
        lede=lede(len(material.facts)),
        examples=ways.examples(as_of),
        questions=ways.questions(material, reference, as_of),
        interests=ways.interests(material, as_of),
        browses=ways.browses(material, as_of),
        caption=caption(material.pay, material.outlook, reference),
        pay=material.pay,
        outlook=material.outlook,
        facts=_facts(material, reference, as_of),
        groups=_group_rows(material, reference, as_of),
        lately=material.lately,
        described=material.interests,
    )


def _group_rows(material: HomeMaterial, reference: Figure, as_of: AsOf) -> list[GroupRow]:
    """The groups that hold any occupation, in the order of their codes."""
    counted = ways.counts_by_group(material)
    return [
        _group_row(group, counted[group.code], material.pay, reference, as_of)
        for group in ways.holding(material)
    ]


def _group_row(group: Any, count: int, pay: Release | None, reference: Figure, as_of: AsOf) -> GroupRow:
    row = finder_row(group, pay, reference)
    href = keep_release(f"{reverse('finder')}?group={group.code}", as_of)
    cell = next(iter(group.pay_cells), None)
    percentiles = tuple(figure(cell, name, pay) for name in ANNUAL_PERCENTILES)
    return GroupRow(group_name(group), href, count, percentiles, row.bar, row.projection)


def _facts(material: HomeMaterial, median: Figure, as_of: AsOf) -> list[Fact]:
    """The median of all occupations, and the occupations that lead the projections."""
    facts = []
    if material.pay is not None and median.value is not None:
        value = numbers.money_annual(median.value)
        facts.append(Fact(f"Median pay, {material.pay.label}", value, "all occupations, a year", ""))
    labels = fact_labels(material.outlook)
    forms: Mapping[str, Callable[[Any], str]] = {
        LARGEST: numbers.thousands,
        FASTEST: lambda value: numbers.percent_sign(value, signed=True),
        OPENINGS: numbers.thousands,
    }
    for measure, form in forms.items():
        leader = material.leaders.get(measure)
        if leader is not None:
            href = keep_release(leader.occupation.get_absolute_url(), as_of)
            name = leader.occupation.sentence_title
            others = f" and {plural(leader.others, 'other', 'others')}" if leader.others else ""
            facts.append(Fact(labels[measure], form(leader.value), f"{name}{others}", href))
    return facts
