"""The finder's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from django.http import HttpRequest

from occupations.models import Release
from occupations.outlook import SCALES
from occupations.querysets import OccupationQuerySet
from occupations.sections import in_short_of_each
from wages.estimates import figure
from web.finder import queries
from web.finder.address import BASES, Asked
from web.finder.columns import FinderColumn, sorted_by
from web.finder.counts import (
    Facts,
    Narrowed,
    among,
    conditions_of,
    count_from,
    narrow,
    passing_all,
    passing_but_for,
)
from web.finder.facet_options import (
    OptionGroup,
    ShownFacet,
    ShownRange,
    area_options,
    industry_options,
    shown_facets,
    steps,
)
from web.finder.facets import (
    INDUSTRY,
    SEVERAL,
    Facet,
    Narrowing,
    Option,
    RangeFacet,
    facets,
    ranges,
    read_narrowing,
)
from web.finder.queries import Lookup
from web.finder.tables import OccupationTable, available_columns, sorts
from web.finder.ways_out import chips, pairs_out, residuals_left_out, ways_out
from web.finder.words import (
    announcement,
    conditions_in_words,
    group_name,
    hourly_doubt,
    left_out_in_words,
    missing_in_words,
    summary,
    table_notes,
)
from web.http.as_of import AsOf
from web.http.pagination import Link, page_sizes, turn_to_page, with_parameters
from web.http.parameters import read_parameters, repeated, without_unknown
from web.http.residuals import RESIDUAL, SHOW, Residuals
from web.tables.files import FORMATS
from web.words.origins import origin_sentence
from web.words.places import in_place
from web.words.sentences import in_sentence

PER_PAGE = (25, 50, 100)
VIEW = ("pay", "area", "place", INDUSTRY, "columns", "sort", RESIDUAL, "page", "per_page", "_export")
# Orders that rank nothing, so that "all other" occupations have a place in them.
NO_RANKING = ("", "title", "code")
NARROWING = (*SEVERAL, *(name for each in ranges("annual").values() for name in each.fields))


@dataclass
class FinderPage:
    """What the finder shows."""

    asked: Asked
    table: OccupationTable
    text: str
    count: int
    sort: str
    summary: str
    facets: list[ShownFacet]
    ranges: dict[str, ShownRange]
    industries: list[OptionGroup]
    areas: list[OptionGroup]
    chips: list[Link]
    per_page: list[Link]
    ways_out: list[Link]
    pairs_out: list[Link]
    missing: list[str]
    columns: list[tuple[FinderColumn, bool]]
    export: str = ""
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    residuals: Residuals | None = None
    shows_residuals: bool = False
    notices: list[str] = field(default_factory=list)

    @property
    def lookup(self) -> Lookup:
        return self.asked.lookup

    @property
    def announcement(self) -> str:
        page = self.table.page
        return announcement(self.summary, page.start_index(), page.end_index() if self.count else 0)

    @property
    def title(self) -> str:
        """What the page is about, for its title."""
        if self.chips and self.count:
            return f"{self.summary} – Occupedia"
        return f"Occupations{f': {self.text}' if self.text else ''} – Occupedia"

    @property
    def releases(self) -> list[Release]:
        return [release for release in (self.lookup.pay, self.lookup.outlook) if release is not None]

    @property
    def sources(self) -> list[Release]:
        """The releases behind everything on the page, O*NET's for what is chosen and shown by it."""
        described = (self.lookup.zones, self.lookup.interests)
        return [*self.releases, *dict.fromkeys(release for release in described if release is not None)]


@dataclass(frozen=True)
class Understood:
    """What was understood of the address: what it narrows by, among these facets and ranges, and how it is shown."""

    narrowing: Narrowing
    facets: Mapping[str, Facet]
    ranges: Mapping[str, RangeFacet]
    given: Mapping[str, str]
    notices: list[str]

    @property
    def sort(self) -> str:
        """What the table is sorted by; "" is the order of the search, the best match first."""
        return self.given.get("sort", "" if self.narrowing.text else "title")

    @property
    def is_ranking(self) -> bool:
        return self.given.get("sort", "").lstrip("-") not in NO_RANKING and RESIDUAL not in self.given


def finder_page(request: HttpRequest, asked: Asked, as_of: AsOf) -> FinderPage:
    """Find the occupations and count what else could be chosen; the number of queries is fixed."""
    lookup = asked.lookup
    facts = queries.read_facts(lookup)
    understood = _understood(request, asked, facts)
    narrowed, rows, closest = _narrowed(lookup, understood, facts)
    table = _table(asked, narrowed, rows, understood.sort, as_of)
    table.request = request
    notices = [*asked.notices, *understood.notices, *closest, *turn_to_page(table, request, PER_PAGE)]
    table.in_short = in_short_of_each([row.record for row in table.page], as_of.day)
    industry = in_sentence(lookup.industry.short_title) if lookup.industry else ""
    area = in_place(lookup.area.title) if lookup.area else ""
    in_force = conditions_in_words(
        understood.narrowing, understood.facets, understood.ranges, lookup.basis, industry
    )
    pay = understood.narrowing.limits_of("pay")
    nearly = [each.pk for each in passing_but_for(narrowed, "pay", INDUSTRY)]
    by_industry = queries.count_by_industry(lookup, asked.industries, nearly, *pay)
    count = len(narrowed.passing)
    ways = (
        [] if count
        else ways_out(
            request, narrowed, in_force, has_area=lookup.area is not None,
            by_the_year=_count_by_the_year(lookup, narrowed),
        )
    )  # fmt: skip
    return FinderPage(
        asked=asked,
        table=table,
        text=understood.narrowing.text,
        count=count,
        sort=understood.sort,
        summary=summary(count, in_force, sorted_by(understood.sort, understood.narrowing.text), area),
        facets=shown_facets(
            understood.facets.values(), understood.narrowing.values, narrowed.tally.options, facts
        ),
        ranges={
            name: _shown_range(facet, narrowed, request) for name, facet in understood.ranges.items()
        },
        industries=industry_options(asked.industries, by_industry, lookup.industry),
        areas=area_options(asked.areas, lookup.area),
        chips=chips(
            request, understood.narrowing, understood.facets, in_force,
            area=lookup.area.title if lookup.area else "", shows_residuals=RESIDUAL in understood.given,
        ),
        per_page=page_sizes(table, request, PER_PAGE),
        ways_out=ways,
        pairs_out=[] if count or ways else pairs_out(request, narrowed, in_force),
        missing=missing_in_words(lookup.has, lookup.pay, has_industries=bool(asked.industries)),
        columns=[(column, column.name in asked.columns) for column in available_columns(lookup)],
        export=understood.given.get("_export", ""),
        notes=table_notes(
            lookup.pay, lookup.outlook, has_words="word" in asked.columns, area=area, industry=industry, count=count,
            here=sum(each.is_published_here for each in narrowed.passing),
            has_or_more=any(each.pay.is_top_coded for each in narrowed.passing),
        ),
        left_out=left_out_in_words(
            narrowed.tally, {**understood.ranges, **understood.facets}, lookup.basis, lookup.place
        ),
        residuals=residuals_left_out(request, narrowed),
        shows_residuals=RESIDUAL in understood.given,
        notices=notices,
    )  # fmt: skip


def _understood(request: HttpRequest, asked: Asked, facts: Iterable[Facts]) -> Understood:
    lookup, data = asked.lookup, asked.query.copy()
    groups = [Option(g.code, group_name(g), group_name(g)) for g in lookup.catalog.groups]
    has_words = lookup.outlook is None or lookup.outlook.label in SCALES
    # Only what has a source as of the day that is read.
    of_part = {"zone": lookup.zones, "interest": lookup.interests}
    known = {
        name: facet
        for name, facet in facets(groups, has_words=has_words, **_hints(lookup, facts)).items()
        if facet.needs in lookup.has and (name not in of_part or of_part[name])
    }
    measured = {name: facet for name, facet in ranges(lookup.basis).items() if facet.needs in lookup.has}
    notices = without_unknown(data, {name: facet.values for name, facet in known.items()})
    allowed = {"sort": sorts(lookup), "_export": FORMATS, "pay": BASES, RESIDUAL: (SHOW,)}
    given, unread = read_parameters(request, allowed, also=("q", *VIEW, *NARROWING))
    narrowing, malformed = read_narrowing(data, known, measured, lookup.basis)
    has_source = {*known, *(name for each in measured.values() for name in each.fields)}
    without_source = [
        f"We ignored “{name}”: its source has nothing that old."
        for name in asked.query
        if name in NARROWING and name not in has_source
    ]
    notices += malformed + unread + without_source + repeated(request, (*SEVERAL, "columns"))
    if doubt := hourly_doubt(lookup.basis, narrowing.limits_of("pay")):
        notices.append(doubt)
    return Understood(narrowing, known, measured, given, notices)


def _hints(lookup: Lookup, facts: Iterable[Facts]) -> dict[str, str]:
    """What O*NET's facets are from: the release, and who or what it asked about the work."""
    sources = "; ".join(sorted({each.interest_source for each in facts} - {""}))
    zones, interests = (release.label if release else "" for release in (lookup.zones, lookup.interests))
    return {
        "zone_hint": f"How much preparation the work needs, from O*NET {zones}.",
        "interest_hint": (
            f"The interest that fits the work best, from O*NET {interests}. {origin_sentence(sources)}".rstrip()
        ),
    }


def _narrowed(
    lookup: Lookup, understood: Understood, facts: list[Facts]
) -> tuple[Narrowed, OccupationQuerySet, list[str]]:
    """The occupations counted, as rows in the order of the search if there is one, and a notice where a search found
    nothing by name, so that these are the closest."""
    asked = understood.narrowing
    rows, named = queries.search(lookup, asked.text)
    conditions = conditions_of(
        asked, named, in_industry=lookup.industry is not None, is_ranking=understood.is_ranking
    )
    narrowed = narrow(facts, asked, conditions)
    if named == frozenset():
        rows_alike, alike = queries.search(lookup, asked.text, closest=True)
        closest = narrow(facts, asked, conditions | {"q": among(alike or frozenset())})
        if closest.passing:
            return closest, rows_alike, [f"No exact match for “{asked.text}”. These come closest."]
    return narrowed, rows, []


def _table(
    asked: Asked, narrowed: Narrowed, rows: OccupationQuerySet, sort: str, as_of: AsOf
) -> OccupationTable:
    """The table of what was found, before it is cut into pages."""
    lookup = asked.lookup
    reference = figure(queries.reference_cell(lookup), f"{lookup.basis}_median", lookup.pay)
    order = {"order_by": sort} if sort else {}
    return OccupationTable(
        queries.with_shown_figures(rows, narrowed.passing, lookup),
        lookup=lookup, facts={each.pk: each for each in narrowed.facts}, reference=reference, as_of=as_of,
        columns_shown=asked.columns, found=narrowed.passing, **order,
    )  # fmt: skip


def _shown_range(facet: RangeFacet, narrowed: Narrowed, request: HttpRequest) -> ShownRange:
    limits = narrowed.asked.limits_of(facet.name)
    written = [
        request.GET.get(name, "") if limit is not None else ""
        for name, limit in zip(facet.fields, limits, strict=False)
    ]

    def href(step: str) -> str:
        return with_parameters(request, **{facet.fields[0]: step})

    round_numbers = steps(facet, limits.lowest, partial(count_from, narrowed, facet.name), href)
    return ShownRange(facet, written[0], written[1] if facet.has_highest else "", round_numbers)


def _count_by_the_year(lookup: Lookup, narrowed: Narrowed) -> int:
    """How many the same limits would find as pay by the year, where they are too high for an hour's. Three queries."""
    if not hourly_doubt(lookup.basis, narrowed.asked.limits_of("pay")):
        return 0
    annual = queries.read_facts(replace(lookup, basis="annual"))
    return len(passing_all(annual, narrowed.conditions))
