"""What can be chosen in the finder: options with their counts, chips of what is in force, ways out of nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Industry
from wages.models import Area
from web.finder.counts import Facts
from web.finder.facets import Facet, Option, Range
from web.http.pagination import Link
from web.words import numbers as figures

# Facets that are open before anything is chosen: what most people begin with.
OPEN_AT_FIRST = frozenset(["education", "growth"])


@dataclass(frozen=True)
class Offered:
    """One value that can be chosen, with the number of occupations there would be with it."""

    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def is_empty(self) -> bool:
        """Whether choosing it would leave nothing; what is chosen can always be taken back."""
        return not self.count and not self.is_chosen


@dataclass(frozen=True)
class OfferedFacet:
    """A facet with its values."""

    facet: Facet
    options: list[Offered]

    @property
    def chosen(self) -> int:
        return sum(option.is_chosen for option in self.options)

    @property
    def is_open(self) -> bool:
        return bool(self.chosen) or self.facet.name in OPEN_AT_FIRST


@dataclass(frozen=True)
class Step:
    """A round number as the lowest one of a range: a link, and how many occupations there would be."""

    text: str
    href: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class OfferedRange:
    """A range with what was asked for, as it was written."""

    facet: Range
    lowest: str
    highest: str
    steps: list[Step] = field(default_factory=list)

    @property
    def chosen(self) -> int:
        return int(bool(self.lowest or self.highest))

    @property
    def is_open(self) -> bool:
        return bool(self.chosen)


def offered(
    facets: Iterable[Facet],
    chosen: Mapping[str, Sequence[str]],
    counts: Callable[[str], Counter[str]],
    everything: Iterable[Facts],
) -> list[OfferedFacet]:
    """The facets with the values that any occupation has, or that are chosen."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for facts in everything:
        for name, values in facts.values.items():
            held[name] |= values
    found = []
    for facet in facets:
        now, numbers = chosen.get(facet.name, ()), counts(facet.name)
        options = [
            Offered(value, label, numbers[value], value in now)
            for value, label, _ in facet.options
            if value in held[facet.name] or value in now
        ]
        if options:
            found.append(OfferedFacet(facet, options))
    return found


def steps(
    each: Range,
    basis: str,
    lowest: Decimal | None,
    count: Callable[[Decimal], int],
    href: Callable[[str], str],
) -> list[Step]:
    """The round numbers of a range, each with the number of occupations from there on."""

    def text(step: int) -> str:
        return figures.money_annual(step) if each.name == "pay" else figures.number(step)

    return [Step(text(step), href(str(step)), count(Decimal(step)), lowest == step) for step in each.steps]


def value_chips(
    facets: Iterable[Facet], chosen: Mapping[str, Sequence[str]], href: Callable[[str, str], str]
) -> list[Link]:
    """A chip for every value in force, which takes away that one; `href` is given a facet's name and the value."""

    def text(facet: Facet, option: Option) -> str:
        return f"Job zone {option.label}" if facet.name == "zone" else option.label

    return [
        Link(f"{facet.heading}: {option.label.lower()}" if option.value == "none" else text(facet, option),
               href(facet.name, option.value))
        for facet in facets
        for option in facet.options
        if option.value in chosen.get(facet.name, ())
    ]  # fmt: skip


@dataclass(frozen=True)
class Group:
    """Choices of a select under one label."""

    label: str
    options: list[Offered]


def industry_choices(
    industries: Sequence[Industry], counts: Mapping[int, int], chosen: Industry | None
) -> list[Group]:
    """Sectors with their industries; one that is chosen and isn't offered stands by itself."""

    def option(industry: Industry) -> Offered:
        is_sector = industry.kind == Industry.Kind.SECTOR
        label = f"All of {industry.short_title}" if is_sector else industry.short_title
        return Offered(industry.code, label, counts.get(industry.pk, 0), industry == chosen)

    sectors = {
        industry.pk: Group(industry.short_title, [option(industry)])
        for industry in industries
        if industry.kind == Industry.Kind.SECTOR
    }
    alone = []
    for industry in industries:
        if industry.kind == Industry.Kind.SECTOR:
            continue
        if industry.parent_id in sectors:
            sectors[industry.parent_id].options.append(option(industry))
        else:
            alone.append(option(industry))
    return ([Group("Chosen", alone)] if alone else []) + list(sectors.values())


def area_choices(areas: Sequence[Area], chosen: Area | None) -> list[Group]:
    """States and territories; of the other areas only the one that is chosen."""
    kinds = {Area.Kind.STATE: "States", Area.Kind.TERRITORY: "Territories"}

    def options(of: Iterable[Area]) -> list[Offered]:
        return [Offered(area.code, area.title, 0, area == chosen) for area in of]

    groups = [Group(label, options(a for a in areas if a.kind == kind)) for kind, label in kinds.items()]
    if chosen is not None and chosen.kind not in kinds:
        groups.insert(0, Group("Chosen", options([chosen])))
    return [group for group in groups if group.options]
