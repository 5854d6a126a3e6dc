"""The ways from the home page into the finder: each an address whose answer is known not to be empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from occupations.models import GrowthWord, Projection
from occupations.outlook import SCALES
from wages.estimates import Figure
from web.finder.address import finder_address
from web.finder.counts import conditions_of, passing_all
from web.finder.facets import GROWING, Limits, Narrowing
from web.finder.words import group_name
from web.home import words
from web.home.queries import HomeMaterial
from web.http.as_of import AsOf, keep_release

# The usual ways in below an associate's degree.
WITHOUT_DEGREE = ("some-college", "postsecondary", "high-school", "none")
# What "fast" is where the round's words are known, where they aren't, and where nothing grows as fast as that.
FAST = (GrowthWord.MUCH_FASTER, "up-10", GROWING)
AT_FIRST = 6


@dataclass(frozen=True)
class Way:
    """A link into the finder: its name, what is found there, and for an interest its name at O*NET."""

    name: str
    href: str
    note: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Browse:
    """A list of links by one thing: the largest, and the others in the order of their names."""

    heading: str
    first: list[Way]
    others: list[Way]


def examples(as_of: AsOf) -> list[Way]:
    """Questions to try, each with its answer's address."""
    return [
        Way(text, keep_release(f"{reverse('search')}?{urlencode({'q': text})}", as_of))
        for text in words.EXAMPLES
    ]


def questions(material: HomeMaterial, median: Figure, as_of: AsOf) -> list[Way]:
    """What students ask most, as far as the releases answer it; `median` is that of all occupations."""
    found = []
    if material.pay is not None and material.outlook is not None and median.value is not None:
        paid = Narrowing(values={"education": WITHOUT_DEGREE}, limits={"pay": Limits(Decimal(median.value))})
        if count := _count(material, paid):
            note = words.without_degree(count, median.value, material.pay)
            found.append(_way("Good pay without a degree", note, finder_address(paid, "-median"), as_of))
    if material.outlook is not None:
        label = material.outlook.label
        for value in FAST[label not in SCALES :]:
            fast = Narrowing(values={"growth": [value]})
            if count := _count(material, fast):
                note = words.fast(count, value, label)
                found.append(_way("Fast growing", note, finder_address(fast, "-growth"), as_of))
                break
        note = words.most_openings(label)
        found.append(_way("Most openings", note, finder_address(Narrowing(), "-openings"), as_of))
    if material.pay is not None:
        note = words.highest_pay(material.pay)
        found.append(_way("Highest pay", note, finder_address(Narrowing(), "-median"), as_of))
    return found


def interests(material: HomeMaterial, as_of: AsOf) -> list[Way]:
    """A way for each of O*NET's six interests that any occupation has as its strongest."""
    if material.interests is None:
        return []
    found = []
    for letter, (name, note) in words.INTERESTS_AS_LIKED.items():
        liked = Narrowing(values={"interest": [letter]})
        if count := _count(material, liked):
            tag = words.interest_tag(letter, count)
            sort = "-openings" if material.outlook is not None else "-median"
            found.append(_way(name, note, finder_address(liked, sort), as_of, tag))
    return found


def browses(material: HomeMaterial, as_of: AsOf) -> list[Browse]:
    """Occupations by group, by industry and by state, as far as there are any."""
    view = {"sort": "-median"}
    groups = [
        Way(group_name(group), keep_release(f"{reverse('finder')}?group={group.code}", as_of))
        for group in sorted(holding(material), key=_jobs_of, reverse=True)
    ]
    sectors = [
        Way(
            sector.short_title, keep_release(finder_address(Narrowing(), industry=sector.code, **view), as_of)
        )
        for sector in material.sectors
    ]
    states = [
        Way(state.title, keep_release(finder_address(Narrowing(), area=state.code, **view), as_of))
        for state in material.states
    ]
    found = [
        _browse("By kind of work", groups),
        _browse("By industry", sectors),
        _browse("By state", states),
    ]
    return [browse for browse in found if browse.first]


def holding(material: HomeMaterial) -> list[Any]:
    """The groups that hold any occupation, in the order of their codes."""
    counted = counts_by_group(material)
    return [group for group in material.groups if group.code in counted]


def counts_by_group(material: HomeMaterial) -> dict[str, int]:
    """How many occupations are in each major group, by the group's code."""
    counted: dict[str, int] = {}
    for each in material.facts:
        for code in each.values["group"]:
            counted[code] = counted.get(code, 0) + 1
    return counted


def _jobs_of(group: Any) -> Any:
    projection: Projection | None = next(iter(group.projected), None)
    return (projection.base_employment if projection is not None else None) or 0


def _browse(heading: str, ways: Sequence[Way]) -> Browse:
    first, others = list(ways[:AT_FIRST]), sorted(ways[AT_FIRST:], key=lambda way: way.name)
    return Browse(heading, first, others)


def _way(name: str, note: str, href: str, as_of: AsOf, tag: str = "") -> Way:
    return Way(name, keep_release(href, as_of), note, tag)


def _count(material: HomeMaterial, narrowing: Narrowing) -> int:
    """How many the finder finds, in an order that leaves "all other" occupations out."""
    return len(
        passing_all(material.facts, conditions_of(narrowing, None, in_industry=False, is_ranking=True))
    )
