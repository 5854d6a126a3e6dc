"""One area's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.http import HttpRequest
from django.urls import reverse

from occupations.models import Occupation
from occupations.reading import LONGEST_TEXT, words_in
from wages.estimates import figure
from wages.models import Area
from web.asof import AsOf, keep_release
from web.exports import FORMATS, Sheet, published, text
from web.paging import Choice, page_sizes, turn_to_page, without
from web.parameters import choices, repeated, whole_number
from web.places import place_material
from web.presenters.areas_page import READING
from web.presenters.cells import BASES
from web.presenters.finder import group_name
from web.presenters.industries import RELIABILITY_NOTE
from web.presenters.place import Place, PlacePage, place_page
from web.presenters.place_rows import AXES, SORT_WORDS, SORTABLE, HereRow, rows_here, with_bars
from web.prose import plural
from web.tables.place_occupations import PlaceOccupationTable

SIZES = (50, 100, 25)
LEVELS = {"detailed": Occupation.Level.DETAILED, "groups": Occupation.Level.MAJOR}
LEVEL_NAMES = {"detailed": ("occupation", "occupations"), "groups": ("major group", "major groups")}
OF_PARTS = ("per_1000", "quotient", "gap", "gap_percent")  # what the nation has not
WAYS_TO_SORT = (
    ("-jobs", "Largest"), ("-median", "Best paid"), ("-quotient", "Most concentrated"),
    ("-gap_percent", "Most above the nation"),
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What narrows the table."""

    level: str
    group: str
    text: str
    jobs_min: int

    def fits(self, row: HereRow, group_ids: dict[str, int], matching: set[int] | None) -> bool:
        """Whether the row is wanted; without a published number of jobs it isn't where jobs are asked for."""
        return (
            row.level == LEVELS[self.level]
            and (not self.group or row.group == group_ids[self.group])
            and (not self.text or (matching is not None and row.occupation.pk in matching))
            and (not self.jobs_min or (row.employment.value or 0) >= self.jobs_min)
        )


@dataclass
class PlaceView:
    """What the template shows. Without a release that has the area, only `facts` and `notices`."""

    facts: PlacePage
    crumbs: list[tuple[str, str]]
    table: PlaceOccupationTable | None = None
    asked: Asked | None = None
    basis: str = "annual"
    prices: str = ""
    sort: str = "-jobs"
    summary: str = ""
    group_choices: list[tuple[str, str, int]] = field(default_factory=list)
    sort_choices: list[tuple[str, str]] = field(default_factory=list)
    chips: list[Choice] = field(default_factory=list)
    per_page: list[Choice] = field(default_factory=list)
    ways_out: list[Choice] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    left_out: str = ""
    export: str = ""
    notices: list[str] = field(default_factory=list)

    @property
    def is_nation(self) -> bool:
        return self.facts.area.kind == Area.Kind.NATION

    @property
    def notes(self) -> list[str]:
        """How to read the columns."""
        known = [READING]
        if not self.is_nation:
            known += [OF_PLACES]
        if self.prices == "adjusted" and self.facts.release and self.facts.prices:
            known.append(
                f"Pay at the nation’s prices is computed here: the median of {self.facts.release.reference_period}"
                f" over the state’s price level of {self.facts.prices.reference_period}, where the nation’s is 100."
                " Top-coded pay is not adjusted."
            )
        return [*known, RELIABILITY_NOTE]

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


def read_place(request: HttpRequest, place: Place, as_of: AsOf) -> PlaceView:
    """Read the parameters, each checked, and find the area's occupations; the number of queries is fixed."""
    is_nation = place.area.kind == Area.Kind.NATION
    text, notices = _text(request)
    material = place_material(place, as_of.day, text)
    group_ids = {group.code: group.pk for group in material.major_groups}
    given, said = choices(
        request,
        {
            "pay": BASES, "level": tuple(LEVELS), "group": tuple(group_ids), "prices": ("published", "adjusted"),
            "sort": [f"{sign}{name}" for name in SORTABLE for sign in ("", "-")],
            "_export": FORMATS, "table": ("occupations", "areas"),
        },
        also=("q", "jobs_min", "page", "per_page"),
    )  # fmt: skip
    notices += said + repeated(request)
    jobs_min, said = whole_number(request, "jobs_min", 0)
    notices += said
    basis, parity = given.get("pay", "annual"), material.parities.get(place.area.state_code)
    every = rows_here(
        material.cells, material.national, basis, groups=material.groups, parity=parity, is_nation=is_nation
    )
    whole = next((c for c in material.national.values() if c.occupation_id in _total_ids(every)), None)
    nation = (whole.area, figure(whole, "employment")) if whole else None
    facts = place_page(
        place, every, material.near, basis=basis, nation=nation, parity=parity, prices=material.prices
    )
    crumbs = _crumbs(facts, as_of)
    if place.release is None:
        return PlaceView(facts, crumbs, notices=notices)
    asked = Asked(given.get("level", "detailed"), given.get("group", ""), text, jobs_min)
    wants_prices = given.get("prices") == "adjusted"
    if wants_prices and parity is None:
        notices.append(_no_prices(place.area, as_of))
    left_out = [*(OF_PARTS if is_nation else ()), *(() if wants_prices and parity else ("adjusted",))]
    sort = given.get("sort", "-jobs")
    if sort.lstrip("-") in left_out:
        notices.append(f"This table has no column “{sort.lstrip('-')}” to sort by, so it is sorted by jobs.")
        sort = "-jobs"
    found = [row for row in every if asked.fits(row, group_ids, material.matching)]
    total = next((row for row in every if row.is_total), None)
    (total_with_bar,) = with_bars([total], basis) if total else (None,)
    table = PlaceOccupationTable(
        facts, with_bars(found, basis), total_with_bar, axis=AXES[basis], as_of=as_of, left_out=left_out,
        order_by=sort,
    )  # fmt: skip
    table.request = request
    notices += turn_to_page(table, request, SIZES)
    names = {group.code: group_name(group) for group in material.major_groups}
    said_conditions = _conditions(asked, names)
    of_every_group = replace(asked, group="")
    counted = [row.group for row in every if of_every_group.fits(row, group_ids, material.matching)]
    return PlaceView(
        facts=facts,
        crumbs=crumbs,
        table=table,
        asked=asked,
        basis=basis,
        prices=("adjusted" if wants_prices else "published") if parity else "",
        sort=sort,
        summary=_summary(len(found), asked, said_conditions, sort),
        group_choices=[(code, name, counted.count(group_ids[code])) for code, name in names.items()],
        sort_choices=[pair for pair in WAYS_TO_SORT if pair[0].lstrip("-") not in left_out],
        chips=[Choice(words, without(request, (name,))) for name, words in said_conditions.items()],
        per_page=page_sizes(table, request, SIZES),
        ways_out=[] if found else [
            Choice(f"Without {words}: {plural(count, *LEVEL_NAMES[asked.level])}", without(request, (name,)))
            for name, words in said_conditions.items()
            if (count := sum(_without(asked, name).fits(row, group_ids, material.matching) for row in every))
        ],
        kept={name: given[name] for name in ("pay", "level", "prices", "sort") if name in given},
        left_out=_left_out(asked, every, group_ids, material.matching),
        export=given.get("_export", ""),
        notices=notices,
    )  # fmt: skip


def _total_ids(rows: list[HereRow]) -> set[int]:
    return {row.occupation.pk for row in rows if row.is_total}


def _text(request: HttpRequest) -> tuple[str, list[str]]:
    """The words to look for in the titles of occupations."""
    text = request.GET.get("q", "").strip()
    if not text:
        return "", []
    if len(text) > LONGEST_TEXT:
        return "", [f"A search has at most {LONGEST_TEXT} letters, so this one was ignored."]
    if "\x00" in text or not words_in(text):
        return "", ["A search needs letters or digits, so this one was ignored."]
    return text, []


def _no_prices(area: Area, as_of: AsOf) -> str:
    if area.kind == Area.Kind.STATE:
        return (
            f"No price levels are loaded here{' that old' if as_of.banner else ''}, so pay is as published."
        )
    return "Price levels are loaded here for states only, so pay is as published."


def _crumbs(facts: PlacePage, as_of: AsOf) -> list[tuple[str, str]]:
    way = [("Places", reverse("places")), *((area.title, area.get_absolute_url()) for area in facts.parents)]
    return [(title, keep_release(address, as_of)) for title, address in way]


def _conditions(asked: Asked, names: dict[str, str]) -> dict[str, str]:
    """Each filter in force in a few words, by the parameter that takes it away."""
    said = {}
    if asked.text:
        said["q"] = f"“{asked.text}”"
    if asked.group:
        said["group"] = names[asked.group]
    if asked.jobs_min:
        said["jobs_min"] = f"{asked.jobs_min:,} jobs or more"
    return said


def _without(asked: Asked, name: str) -> Asked:
    return replace(asked, **{"q": {"text": ""}, "group": {"group": ""}, "jobs_min": {"jobs_min": 0}}[name])  # type: ignore[arg-type]


OF_PLACES = (
    "Location quotient: the occupation’s share of the jobs here over its share of the nation’s; above 1 it is more"
    " common here. Gap: the median here less the occupation’s median in the nation, computed here. An occupation that"
    " is not listed has no published figures here."
)
BEFORE = {"q": "for", "group": "in", "jobs_min": "with"}


def _summary(count: int, asked: Asked, said: dict[str, str], sort: str) -> str:
    narrowed = "".join(f" {BEFORE[name]} {words}" for name, words in said.items())
    one, many = LEVEL_NAMES[asked.level]
    if not count:
        return f"No {one}{narrowed} is published here"
    order = SORT_WORDS[sort.lstrip("-")][sort.startswith("-")]
    return f"{plural(count, one, many)}{narrowed}, sorted by {order}"


def _left_out(asked: Asked, rows: list[HereRow], group_ids: dict[str, int], matching: set[int] | None) -> str:
    """Who a smallest number of jobs leaves out without knowing theirs."""
    if not asked.jobs_min:
        return ""
    wider = replace(asked, jobs_min=0)
    count = sum(row.employment.value is None and wider.fits(row, group_ids, matching) for row in rows)
    if not count:
        return ""
    are = "is" if count == 1 else "are"
    return f"{plural(count, *LEVEL_NAMES[asked.level])} without a released number of jobs {are} left out."
