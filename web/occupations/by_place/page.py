"""Tables and maps of areas, from the request's parameters to what the template shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from occupations.models import Occupation
from wages.geography import NAMES
from wages.models import Area
from web.http.as_of import AsOf, keep_release
from web.http.pagination import Link, page_sizes, turn_to_page, with_parameters, without
from web.http.parameters import read_parameters, repeated
from web.occupations.by_place.facts import OF_ALL, OF_ONE, Asked, ByPlace, by_place
from web.occupations.by_place.queries import AreaMaterial
from web.occupations.by_place.rows import SORTABLE, VIEW_NAMES, VIEWS, narrowed
from web.occupations.by_place.tables import AreaTable
from web.tables.cells import BASES, basis_of
from web.tables.files import FORMATS
from web.words.sentences import plural

SIZES = (100, 50, 25)
STATELESS = ("metros", "nonmetro")
LONGEST_TEXT = 60
VIEW_CHOICES = (("states", "States"), ("metros", "Metros"), ("nonmetro", "Nonmetro areas"), ("all", "All"))


@dataclass
class ByPlacePage:
    """What the template shows: the facts, their table, and the ways on from here."""

    facts: ByPlace
    table: AreaTable
    sort: str
    chips: list[Link]
    per_page: list[Link]
    ways_out: list[Link]
    export: str
    kept: dict[str, str]
    notices: list[str] = field(default_factory=list)

    views = VIEW_CHOICES

    @property
    def measure(self) -> str:
        return self.facts.asked.measure

    @property
    def has_prices(self) -> bool:
        """Whether price levels are here for the places listed."""
        return bool(self.facts.levels) and (self.facts.levels.has_areas or self.facts.view not in STATELESS)

    @property
    def prices(self) -> str:
        return "adjusted" if self.facts.is_adjusted else "published"

    @property
    def summary(self) -> str:
        return self.facts.summary(self.sort)

    @property
    def announcement(self) -> str:
        """What a screen reader is told after the block was swapped."""
        return f"{self.summary}. {self.facts.basis.capitalize()} pay."


def by_place_page(
    request: HttpRequest,
    as_of: AsOf,
    title: str,
    material: AreaMaterial,
    *,
    occupation: Occupation | None = None,
) -> tuple[ByPlacePage | None, list[str]]:
    """The page, or None where nothing is published by area, and what to say of the parameters.

    It is about one `occupation`, or about all of them together.
    """
    is_one = occupation is not None
    of_map = OF_ONE if is_one else OF_ALL
    given, notices = read_parameters(
        request,
        {
            "pay": BASES, "view": tuple(VIEWS), "state": tuple(NAMES), "map": of_map,
            "prices": ("published", "adjusted"), "sort": _sorts(is_one), "_export": FORMATS,
        },
        also=("q", "page", "per_page"),
    )  # fmt: skip
    notices += repeated(request)
    if material.overall is None or not any(c.area.kind != Area.Kind.NATION for c in material.cells):
        return None, notices
    text, said = _text(request)
    notices += said
    asked = Asked(
        basis=basis_of(material.overall, given.get("pay")),
        # Whoever looks for a name or a state means any kind of place, unless they have said which.
        view=given.get("view", "all" if text or "state" in given else "states"),
        state=given.get("state", ""),
        text=text,
        measure=given.get("map", "median"),
        is_adjusted=given.get("prices") == "adjusted",
    )
    if asked.is_adjusted or asked.measure == "adjusted":
        problem = _no_prices(asked, material, as_of)
        if problem:
            notices.append(problem)
            asked = Asked(asked.basis, asked.view, asked.state, asked.text)
    facts = by_place(
        title, material.overall, material.cells, asked, is_one=is_one, levels=material.levels,
        links=_links(request, as_of, material, is_one=is_one),
    )  # fmt: skip
    sort = given.get("sort", "-jobs")
    if sort.lstrip("-") in facts.left_out_columns:
        notices.append(f"This table can’t be sorted by “{sort.lstrip('-')}”, so we sorted it by jobs.")
        sort = "-jobs"
    table = AreaTable(facts, as_of, occupation=occupation, order_by=sort)
    table.request = request
    notices += turn_to_page(table, request, SIZES, can_show_all=True)
    return ByPlacePage(
        facts=facts,
        table=table,
        sort=sort,
        chips=[Link(words, without(request, (name,))) for name, words in facts.conditions.items()],
        per_page=page_sizes(table, request, SIZES, can_show_all=True),
        ways_out=[] if facts.rows else _ways_out(request, facts),
        export=given.get("_export", ""),
        kept={name: given[name] for name in ("view", "pay", "map", "prices", "sort") if name in given},
        notices=notices,
    ), notices


# Columns that say something of one occupation alone.
OF_ONE_ALONE = ("per_1000", "quotient", "gap", "gap_percent", "reliability")


def _sorts(is_one: bool) -> list[str]:
    names = [name for name in SORTABLE if is_one or name not in OF_ONE_ALONE]
    return [f"{sign}{name}" for name in names for sign in ("", "-")]


def _text(request: HttpRequest) -> tuple[str, list[str]]:
    """The words to look for in the names of places."""
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())
    if len(text) > LONGEST_TEXT:
        return "", [f"We ignored that search: it is longer than {LONGEST_TEXT} letters."]
    return text, []


def _no_prices(asked: Asked, material: AreaMaterial, as_of: AsOf) -> str:
    """Why pay can't be adjusted for prices here; "" where it can."""
    if not material.levels:
        return f"This site has no price levels{' that old' if as_of.banner else ''}, so pay is shown as published."
    if asked.view in STATELESS and not material.levels.has_areas:
        return "This site has price levels for states only, so pay is shown as published."
    return ""


def _links(request: HttpRequest, as_of: AsOf, material: AreaMaterial, *, is_one: bool) -> dict[str, str]:
    """Where each state on the map leads, by its code: to the occupation within it, or to its own page."""
    links = {}
    for cell in material.cells:
        if cell.area.kind not in VIEWS["states"]:
            continue
        (letters,) = cell.area.states
        inside = with_parameters(request, view="all", state=letters)
        links[cell.area.code] = inside if is_one else keep_release(cell.area.get_absolute_url(), as_of)
    return links


def _ways_out(request: HttpRequest, facts: ByPlace) -> list[Link]:
    """What there would be without one of the filters, or in a wider view."""
    asked = facts.asked
    tries: list[tuple[str, str, dict[str, Any]]] = []
    for name, words in facts.conditions.items():
        rest = {"view": asked.view, "state": asked.state, "text": asked.text} | {
            {"q": "text", "state": "state"}[name]: ""
        }
        tries.append((f"Without {words}", without(request, (name,)), rest))
    if asked.view != "all":
        wider = {"view": "all", "state": asked.state, "text": asked.text}
        tries.append(("Among all places", with_parameters(request, view="all"), wider))
    ways = []
    for words, href, rest in tries:
        count = len(narrowed(facts.every.rows, **rest))
        one, many = VIEW_NAMES[rest["view"]]
        if count:
            ways.append(Link(f"{words}: {plural(count, one, many)}", href))
    return ways
