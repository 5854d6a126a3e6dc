"""What can be chosen in the finder, with its counts: values of facets, round numbers, industries, areas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from occupations.models import Industry
from wages.models import Area
from web.finder.counts import Facts
from web.finder.facets import Facet, RangeFacet
from web.words import numbers

# Facets that are open before anything is chosen: what most people begin with.
OPEN_AT_FIRST = frozenset(["education", "growth"])


@dataclass(frozen=True)
class FacetOption:
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
class ShownFacet:
    """A facet with its values."""

    facet: Facet
    options: list[FacetOption]

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
class ShownRange:
    """A range with what was asked for, as it was written."""

    facet: RangeFacet
    lowest: str
    highest: str
    steps: list[Step] = field(default_factory=list)

    @property
    def chosen(self) -> int:
        return int(bool(self.lowest or self.highest))

    @property
    def is_open(self) -> bool:
        return bool(self.chosen)


def shown_facets(
    facets: Iterable[Facet],
    chosen: Mapping[str, Sequence[str]],
    counts: Callable[[str], Counter[str]],
    everything: Iterable[Facts],
) -> list[ShownFacet]:
    """The facets with the values that any occupation has, or that are chosen, each with its count.

    `counts` gives for a facet's name how many occupations there would be with each of its values.
    """
    held: defaultdict[str, set[str]] = defaultdict(set)
    for facts in everything:
        for name, values in facts.values.items():
            held[name] |= values
    shown = []
    for facet in facets:
        now, count_of = chosen.get(facet.name, ()), counts(facet.name)
        options = [
            FacetOption(value, label, count_of[value], value in now)
            for value, label, _ in facet.options
            if (value in held[facet.name] and value not in facet.hidden) or value in now
        ]
        if options:
            shown.append(ShownFacet(facet, options))
    return shown


def steps(
    facet: RangeFacet,
    lowest: Decimal | None,
    count: Callable[[Decimal], int],
    href: Callable[[str], str],
) -> list[Step]:
    """The round numbers of a range, each with the number of occupations from there on."""
    text = numbers.money_annual if facet.name == "pay" else numbers.number
    return [Step(text(step), href(str(step)), count(Decimal(step)), lowest == step) for step in facet.steps]


@dataclass(frozen=True)
class OptionGroup:
    """Options of a select under one label."""

    label: str
    options: list[FacetOption]


def industry_options(
    industries: Sequence[Industry], counts: Mapping[int, int], chosen: Industry | None
) -> list[OptionGroup]:
    """Sectors with their industries; one that is chosen and isn't offered stands by itself."""

    def option(industry: Industry) -> FacetOption:
        is_sector = industry.kind == Industry.Kind.SECTOR
        label = f"All of {industry.short_title}" if is_sector else industry.short_title
        return FacetOption(industry.code, label, counts.get(industry.pk, 0), industry == chosen)

    sectors = {
        industry.pk: OptionGroup(industry.short_title, [option(industry)])
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
    return ([OptionGroup("Chosen", alone)] if alone else []) + list(sectors.values())


def area_options(areas: Sequence[Area], chosen: Area | None) -> list[OptionGroup]:
    """States and territories; of the other areas only the one that is chosen."""
    kinds = {Area.Kind.STATE: "States", Area.Kind.TERRITORY: "Territories"}

    def options(of: Iterable[Area]) -> list[FacetOption]:
        return [FacetOption(area.code, area.title, 0, area == chosen) for area in of]

    groups = [
        OptionGroup(label, options(a for a in areas if a.kind == kind)) for kind, label in kinds.items()
    ]
    if chosen is not None and chosen.kind not in kinds:
        groups.insert(0, OptionGroup("Chosen", options([chosen])))
    return [group for group in groups if group.options]
