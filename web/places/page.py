"""One area's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.http import HttpRequest
from django.urls import reverse

from occupations.models import Occupation
from occupations.search_text import LONGEST_TEXT, words_in
from wages.estimates import Figure, figure
from wages.models import Area
from web.finder.words import group_name
from web.http.as_of import AsOf, keep_release
from web.http.pagination import Link, page_sizes, turn_to_page, without
from web.http.parameters import read_parameters, repeated, whole_number
from web.http.residuals import RESIDUAL, SHOW, Residuals, residuals_chip, residuals_of, way_to_residuals
from web.occupations.by_place.prices import PriceLevels
from web.occupations.by_place.words import READING
from web.places.occupations_table import PlaceOccupationTable
from web.places.profile import PlacePage, ShownArea, place_page
from web.places.queries import PlaceMaterial, place_material
from web.places.rows import SORT_WORDS, SORTABLE, HereRow, rows_here, scale_of, with_bars
from web.tables.cells import BASES, LEAST_PER_1000
from web.tables.files import FORMATS, Sheet, published, text
from web.words.notes import RELIABILITY, about_medians, lacking_of
from web.words.places import in_place, named_here_note
from web.words.sentences import plural

SIZES = (50, 100, 25)
LEVELS = {"detailed": Occupation.Level.DETAILED, "groups": Occupation.Level.MAJOR}
LEVEL_NAMES = {"detailed": ("occupation", "occupations"), "groups": ("major group", "major groups")}
OF_PARTS = ("per_1000", "quotient", "gap", "gap_percent")  # what the nation has not
WAYS_TO_SORT = (
    ("-jobs", "Largest"), ("-median", "Best paid"), ("-quotient", "Most typical of the place"),
    ("-gap_percent", "Biggest pay advantage"),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What narrows the table. `matching` are the ids of the occupations that `text` may mean, and `with_residuals`
    says that "all other" occupations are listed: a ranking leaves them out until they are asked for or looked for."""

    level: str
    group: str
    text: str
    jobs_min: int
    group_ids: dict[str, int]
    matching: set[int] | None
    with_residuals: bool

    def of(self, rows: Iterable[HereRow]) -> list[HereRow]:
        """The rows that are wanted; where a number of jobs is asked for, those that publish one."""
        return [row for row in rows if self._fits(row)]

    def _fits(self, row: HereRow) -> bool:
        return (
            row.level == LEVELS[self.level]
            and (self.with_residuals or not row.occupation.is_residual)
            and (not self.group or row.group == self.group_ids[self.group])
            and (self.matching is None or row.occupation.pk in self.matching)
            and (not self.jobs_min or (row.employment.value or 0) >= self.jobs_min)
        )

    def without(self, name: str) -> Wanted:
        """The same without one filter, named as in the address."""
        if name == "q":
            return replace(self, text="", matching=None, with_residuals=self.with_residuals and not self.text)
        return replace(self, group="") if name == "group" else replace(self, jobs_min=0)

    def conditions(self, groups: dict[str, str]) -> dict[str, str]:
        """Each filter in force in a few words, by the parameter that takes it away; `groups` by their codes."""
        said = {}
        if self.text:
            said["q"] = f"“{self.text}”"
        if self.group:
            said["group"] = groups[self.group]
        if self.jobs_min:
            said["jobs_min"] = f"{self.jobs_min:,} jobs or more"
        return said


@dataclass
class PlaceView:
    """What the template shows. Without a release that has the area, only `facts` and `notices`."""

    facts: PlacePage
    crumbs: list[tuple[str, str]]
    table: PlaceOccupationTable | None = None
    asked: Wanted | None = None
    basis: str = "annual"
    prices: str = ""
    sort: str = "-jobs"
    summary: str = ""
    conditions: dict[str, str] = field(default_factory=dict)
    lacking: str = ""
    group_choices: list[tuple[str, str, int]] = field(default_factory=list)
    sort_choices: list[tuple[str, str]] = field(default_factory=list)
    chips: list[Link] = field(default_factory=list)
    per_page: list[Link] = field(default_factory=list)
    ways_out: list[Link] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    left_out: str = ""
    residuals: Residuals | None = None
    export: str = ""
    notices: list[str] = field(default_factory=list)
    about_medians: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What the page is about, for its title."""
        return _heading(self.facts.area.title, self.asked, self.conditions)

    @property
    def is_nation(self) -> bool:
        return self.facts.area.kind == Area.Kind.NATION

    @property
    def notes(self) -> list[str]:
        """How to read the columns."""
        known = [named_here_note(LEAST_PER_1000), READING]
        if not self.is_nation:
            known += [OF_PLACES]
        if self.prices == "adjusted" and self.facts.release and self.facts.prices:
            known.append(
                "Pay at national prices shows what a paycheck would buy at average U.S. prices. We divide the"
                f" median of {self.facts.release.reference_period} by the place’s price level of"
                f" {self.facts.prices.reference_period}, where the nation’s is 100. Pay shown as “or more” isn’t"
                " adjusted."
            )
        return [*known, *self.about_medians, RELIABILITY]

    @property
    def announcement(self) -> str:
        return f"{self.summary}. {self.basis.capitalize()} pay."

    def near_sheet(self) -> Sheet:
        """The areas nearby, as a file."""
        basis = self.facts.basis
        return Sheet(
            f"areas-near-{self.facts.area.code}",
            self.facts.near_title,
            [
                text("area_code", lambda row: row.area.code),
                text("area", lambda row: row.area.title),
                text("kind", lambda row: row.kind),
                published("jobs", lambda row: row.employment),
                published(f"{basis}_median_usd", lambda row: row.median),
            ],
            self.facts.near,
            {"wages": self.facts.release},
        )


def read_place(request: HttpRequest, place: ShownArea, as_of: AsOf) -> PlaceView:
    """Read the parameters, each checked, and find the area's occupations; the number of queries is fixed."""
    text, notices = _text(request)
    material = place_material(place, as_of.day, text)
    given, said = _given(request, [group.code for group in material.major_groups])
    jobs_min, ignored = whole_number(request, "jobs_min", 0)
    notices += [*said, *repeated(request), *ignored]
    basis, parity = given.get("pay", "annual"), material.levels.of(place.area)
    is_nation = place.area.kind == Area.Kind.NATION
    rows = rows_here(
        material.cells, material.national, basis, groups=material.groups, parity=parity, is_nation=is_nation
    )
    facts = place_page(
        place, rows, material.near, basis=basis, nation=_nation(material), parity=parity, prices=material.levels.release
    )  # fmt: skip
    view = PlaceView(facts, _crumbs(facts, as_of), notices=notices, export=given.get("_export", ""))
    if place.release is None:
        return view
    wants_prices = given.get("prices") == "adjusted"
    if wants_prices and parity is None:
        notices.append(_no_prices(place.area, material.levels, as_of))
    left_out = [*(OF_PARTS if is_nation else ()), *(() if wants_prices and parity else ("adjusted",))]
    sort = given.get("sort", "-jobs")
    if sort.lstrip("-") in left_out:
        notices.append(f"This table can’t be sorted by “{sort.lstrip('-')}”, so we sorted it by jobs.")
        sort = "-jobs"
    names = {group.code: group_name(group) for group in material.major_groups}
    wanted = Wanted(
        level=given.get("level", "detailed"), group=given.get("group", ""), text=text, jobs_min=jobs_min,
        group_ids={group.code: group.pk for group in material.major_groups}, matching=material.matching,
        with_residuals=bool(text) or RESIDUAL in given or sort.lstrip("-") == "occupation",
    )  # fmt: skip
    kept, total = wanted.of(rows), [row for row in rows if row.is_total]
    scale = scale_of([*kept, *total], basis)
    table = PlaceOccupationTable(
        facts, with_bars(kept, basis, scale), next(iter(with_bars(total, basis, scale)), None), axis=scale,
        as_of=as_of, left_out=left_out, order_by=sort,
    )  # fmt: skip
    table.request = request
    notices += turn_to_page(table, request, SIZES)
    conditions = wanted.conditions(names)
    view.table, view.asked, view.basis, view.sort = table, wanted, basis, sort
    view.about_medians = about_medians(row.median for row in kept)
    view.prices = ("adjusted" if wants_prices else "published") if parity else ""
    view.summary, view.conditions = _summary(len(kept), wanted, conditions, sort), conditions
    view.lacking = lacking_of((row.employment, row.median) for row in kept)
    view.group_choices = _group_choices(wanted, rows, names)
    view.sort_choices = [way for way in WAYS_TO_SORT if way[0].lstrip("-") not in left_out]
    view.chips = [Link(words, without(request, (name,))) for name, words in conditions.items()]
    view.per_page = page_sizes(table, request, SIZES)
    view.ways_out = [] if kept else _ways_out(request, wanted, rows, conditions)
    view.kept = {name: given[name] for name in ("pay", "level", "prices", "sort", RESIDUAL) if name in given}
    view.left_out = _left_out(wanted, rows)
    _say_residuals(request, view, wanted, rows)
    return view


def _say_residuals(request: HttpRequest, view: PlaceView, wanted: Wanted, rows: list[HereRow]) -> None:
    """Say how many "all other" occupations the ranking leaves out, or how to leave them out again."""
    every = len(replace(wanted, with_residuals=True).of(rows))
    count = every - len(wanted.of(rows))
    view.residuals = residuals_of(request, count)
    if RESIDUAL in view.kept:
        view.chips.append(residuals_chip(request))
    if count and count == every:
        view.ways_out.append(way_to_residuals(request, count, *LEVEL_NAMES[wanted.level]))


def _given(request: HttpRequest, groups: list[str]) -> tuple[dict[str, str], list[str]]:
    """The parameters that take one of a few values, and what was ignored."""
    known = {
        "pay": BASES, "level": tuple(LEVELS), "group": groups, "prices": ("published", "adjusted"),
        "sort": [f"{sign}{name}" for name in SORTABLE for sign in ("", "-")], "_export": FORMATS,
        "table": ("occupations", "areas"), RESIDUAL: (SHOW,),
    }  # fmt: skip
    return read_parameters(request, known, also=("q", "jobs_min", "page", "per_page"))


def _nation(material: PlaceMaterial) -> tuple[Area, Figure] | None:
    """The nation's area and all its jobs, in the release shown."""
    totals = (cell for cell in material.national.values() if cell.published_level == Occupation.Level.TOTAL)
    total = next(totals, None)
    return (
        None if total is None or material.nation is None else (material.nation, figure(total, "employment"))
    )


def _text(request: HttpRequest) -> tuple[str, list[str]]:
    """The words to look for in the titles of occupations."""
    text = request.GET.get("q", "").strip()
    if not text:
        return "", []
    if len(text) > LONGEST_TEXT:
        return "", [f"We ignored that search: it is longer than {LONGEST_TEXT} letters."]
    if "\x00" in text or not words_in(text):
        return "", ["We ignored that search: it needs letters or digits."]
    return text, []


def _no_prices(area: Area, levels: PriceLevels, as_of: AsOf) -> str:
    """Why pay in the area can't be adjusted for prices."""
    if not levels:
        return f"This site has no price levels{' that old' if as_of.banner else ''}, so pay is shown as published."
    if area.kind == Area.Kind.NATION:
        return "Pay is adjusted to the nation’s prices, so the nation’s own pay is shown as published."
    if not levels.has_areas:
        return "This site has price levels for states only, so pay is shown as published."
    return f"No price level is published for {in_place(area.title)}, so pay is shown as published."


def _crumbs(facts: PlacePage, as_of: AsOf) -> list[tuple[str, str]]:
    way = [("Places", reverse("places")), *((area.title, area.get_absolute_url()) for area in facts.parents)]
    return [(title, keep_release(address, as_of)) for title, address in way]


OF_PLACES = (
    "Location quotient: the occupation’s share of jobs here, divided by its share of jobs in the nation. Above 1, the"
    " occupation is more common here. Gap: the median here minus the occupation’s national median, computed by this"
    " site. An occupation that isn’t listed has no published figures here."
)
BEFORE = {"q": "for", "group": "in", "jobs_min": "with"}


def _summary(count: int, wanted: Wanted, said: dict[str, str], sort: str) -> str:
    narrowed = "".join(f" {BEFORE[name]} {words}" for name, words in said.items())
    one, many = LEVEL_NAMES[wanted.level]
    if not count:
        return f"We couldn’t find any {one} here{narrowed}"
    order = SORT_WORDS[sort.lstrip("-")][sort.startswith("-")]
    return f"{plural(count, one, many)}{narrowed}, sorted by {order}"


def _heading(area: str, asked: Wanted | None, said: dict[str, str]) -> str:
    narrowed = "".join(f" {BEFORE[name]} {words}" for name, words in said.items())
    if asked is None or (asked.level == "detailed" and not narrowed):
        return f"{area}: jobs and pay – Occupedia"
    return f"{area}: {LEVEL_NAMES[asked.level][1]}{narrowed}, jobs and pay – Occupedia"


def _group_choices(wanted: Wanted, rows: list[HereRow], names: dict[str, str]) -> list[tuple[str, str, int]]:
    """Code and name of each major group, and how many rows there would be in it."""
    counted = Counter(row.group for row in wanted.without("group").of(rows))
    return [(code, name, counted[wanted.group_ids[code]]) for code, name in names.items()]


def _ways_out(request: HttpRequest, wanted: Wanted, rows: list[HereRow], said: dict[str, str]) -> list[Link]:
    """For each filter in force, how many rows there would be without it."""
    counts = {name: len(wanted.without(name).of(rows)) for name in said}
    return [
        Link(
            f"Without {words}: {plural(counts[name], *LEVEL_NAMES[wanted.level])}", without(request, (name,))
        )
        for name, words in said.items()
        if counts[name]
    ]


def _left_out(wanted: Wanted, rows: list[HereRow]) -> str:
    """Who a smallest number of jobs leaves out because theirs isn't known."""
    if not wanted.jobs_min:
        return ""
    count = sum(row.employment.value is None for row in wanted.without("jobs_min").of(rows))
    if not count:
        return ""
    are = "is" if count == 1 else "are"
    return f"{plural(count, *LEVEL_NAMES[wanted.level])} without a published number of jobs {are} left out."
