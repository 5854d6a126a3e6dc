"""Links that take a condition away: the chips of what is in force, and the ways out where nothing is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from django.http import HttpRequest

from web.finder.counts import Narrowed, count_nationally
from web.finder.facets import INDUSTRY, Facet, Narrowing, Option, ranges
from web.finder.words import Said
from web.http.pagination import Link, without
from web.http.residuals import Residuals, residuals_chip, residuals_of, way_to_residuals
from web.words.places import in_place
from web.words.sentences import plural

MOST_PAIRS = 6


def residuals_left_out(request: HttpRequest, narrowed: Narrowed) -> Residuals | None:
    """None where no "all other" occupation is left out by the order."""
    return residuals_of(request, narrowed.residuals)


def chips(
    request: HttpRequest,
    asked: Narrowing,
    facets: Mapping[str, Facet],
    in_force: Sequence[Said],
    *,
    area: str,
    shows_residuals: bool,
) -> list[Link]:
    """A chip for each condition in force, in the order of the page, one for an area, and one for residuals."""
    whole = {
        each.name: Link(each.alone, without(request, parameters_of(each.name)))
        for each in in_force
        if each.name not in facets
    }
    search = whole.pop("q", None)
    every = [Link(f"“{search.text}”", search.href)] if search else []
    every += _value_chips(request, facets.values(), asked)
    every += whole.values()
    if area:
        every.append(Link(f"Pay in {in_place(area)}", without(request, ("area",))))
    if shows_residuals:
        every.append(residuals_chip(request))
    return every


def _value_chips(request: HttpRequest, facets: Iterable[Facet], asked: Narrowing) -> list[Link]:
    return [
        Link(_chip_text(facet, option), _without_value(request, facet.name, option.value))
        for facet in facets
        for option in facet.options
        if option.value in asked.values.get(facet.name, ())
    ]


def _chip_text(facet: Facet, option: Option) -> str:
    if option.value == "none":
        return f"{facet.heading}: {option.label.lower()}"
    return f"Job zone {option.label}" if facet.name == "zone" else option.label


def _without_value(request: HttpRequest, name: str, value: str) -> str:
    rest = request.GET.copy()
    rest.setlist(name, [other for other in rest.getlist(name) if other != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}" if rest else request.path


def parameters_of(name: str) -> tuple[str, ...]:
    """The parameters of a condition: both ends of a range, its own name otherwise."""
    facet = ranges("annual").get(name)
    return facet.fields if facet else (name,)


def ways_out(
    request: HttpRequest, narrowed: Narrowed, in_force: Iterable[Said], *, has_area: bool, by_the_year: int
) -> list[Link]:
    """For each condition in force, how many occupations there are without it, if any.

    `by_the_year` is how many the same limits of pay would find by the year.
    """
    ways: list[tuple[str, int, tuple[str, ...]]] = []
    for each in in_force:
        is_industry = each.name == INDUSTRY
        count = count_nationally(narrowed, INDUSTRY) if is_industry else narrowed.tally.without[each.name]
        ways.append((f"Without “{each.alone}”", count, parameters_of(each.name)))
    if has_area and "pay" in narrowed.conditions:
        ways.append(("With the nation’s pay", count_nationally(narrowed), ("area",)))
    ways.append(("By the year", by_the_year, ("pay",)))
    links = [
        Link(f"{text}: {plural(count, 'occupation', 'occupations')}", without(request, names))
        for text, count, names in ways
        if count
    ]
    if count := narrowed.residuals:
        links.append(way_to_residuals(request, count, "occupation", "occupations"))
    return links


def pairs_out(request: HttpRequest, narrowed: Narrowed, in_force: Iterable[Said]) -> list[Link]:
    """The conditions that find any occupation if two of them are left out, most occupations first."""
    ways: list[tuple[int, Link]] = []
    for first, second in combinations(in_force, 2):
        names = (first.name, second.name)
        is_industry = INDUSTRY in names
        count = count_nationally(narrowed, *names) if is_industry else narrowed.tally.without_both(*names)
        if count:
            words = f"Without “{first.alone}” and “{second.alone}”"
            href = without(request, [*parameters_of(first.name), *parameters_of(second.name)])
            ways.append((count, Link(f"{words}: {plural(count, 'occupation', 'occupations')}", href)))
    ways.sort(key=lambda way: -way[0])
    return [link for _, link in ways[:MOST_PAIRS]]
