"""The finder's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.http import HttpRequest

from occupations.models import Release
from wages.estimates import figure
from web import finding as reading
from web.asking import BASES, Asked, hourly_doubt
from web.asof import AsOf
from web.exports import FORMATS
from web.facets import DESCRIBED, OUTLOOK, PAY, SEVERAL, Facet, Option, Range, facets, ranges
from web.filters import INDUSTRY, OccupationFilter
from web.finding import Lookup
from web.paging import Choice, page_sizes, turn_to_page, with_parameters, without
from web.parameters import checked, choices, repeated, without_unknown
from web.presenters.choosing import (
    Group,
    OfferedFacet,
    OfferedRange,
    area_choices,
    industry_choices,
    offered,
    steps,
    value_chips,
)
from web.presenters.counting import published_here, unpaid
from web.presenters.finder import (
    PER_PAGE,
    Said,
    conditions,
    group_name,
    summary,
    table_notes,
    unknown_in_words,
    unpaid_in_words,
)
from web.prose import in_sentence, plural
from web.tables.occupation_columns import OccupationColumn, sorted_by
from web.tables.occupations import OccupationTable, available_columns, sorts

VIEW = ("pay", "area", "place", INDUSTRY, "columns", "sort", "page", "per_page", "_export")
NOT_THERE = {
    PAY: "No wages are here that were published by then, so pay, areas and industries cannot be chosen.",
    OUTLOOK: (
        "No projections are here that were published by then, so education, experience, training, growth, jobs and"
        " openings cannot be chosen."
    ),
    DESCRIBED: "No O*NET release is here that was published by then, so job zones and interests cannot be chosen.",
}
NARROWING = (*SEVERAL, *(name for each in ranges("annual").values() for name in each.fields))
GIVEN_BY = {OUTLOOK: "the projections give", DESCRIBED: "O*NET gives"}


@dataclass
class FinderPage:
    """What the finder shows."""

    asked: Asked
    table: OccupationTable
    text: str
    count: int
    sort: str
    summary: str
    facets: list[OfferedFacet]
    ranges: dict[str, OfferedRange]
    industries: list[Group]
    areas: list[Group]
    chips: list[Choice]
    per_page: list[Choice]
    ways_out: list[Choice]
    missing: list[str]
    columns: list[tuple[OccupationColumn, bool]]
    export: str = ""
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def lookup(self) -> Lookup:
        return self.asked.lookup

    @property
    def announcement(self) -> str:
        """What a screen reader is told after a part of the page was changed."""
        page = self.table.page
        rows = f" Rows {page.start_index():,} to {page.end_index():,}." if self.count else ""
        return f"{self.summary}.{rows}"

    @property
    def releases(self) -> list[Release]:
        return [release for release in (self.lookup.pay, self.lookup.outlook) if release is not None]

    @property
    def sources(self) -> list[Release]:
        """The releases behind everything on the page, O*NET's for what is chosen and shown by it."""
        described = self.lookup.described
        return [*self.releases, *([described] if described is not None else [])]


def finder_page(request: HttpRequest, asked: Asked, as_of: AsOf) -> FinderPage:
    """Find the occupations and count what else could be chosen; the number of queries is fixed."""
    lookup, query = asked.lookup, asked.query
    known, measured = _facets(lookup)
    data = query.copy()
    notices = asked.notices + without_unknown(data, {name: facet.values for name, facet in known.items()})
    facts = reading.read_facts(lookup)
    filters = partial(
        OccupationFilter, facts=facts, facets=known, ranges=measured, basis=lookup.basis,
        in_industry=published_here if lookup.industry else None,
    )  # fmt: skip
    found, said = checked(filters, request, lookup.rows, data)
    allowed = {"sort": sorts(lookup), "_export": FORMATS, "pay": BASES}
    given, unread = choices(request, allowed, also=(*VIEW, *NARROWING, *found.form.fields))
    unread += [
        f"“{name}” was ignored: its source has nothing that old."
        for name in query
        if name in NARROWING and name not in found.form.fields
    ]
    notices += said + unread + repeated(request, (*SEVERAL, "columns"))
    rows, values = found.qs, found.form.cleaned_data
    doubt = hourly_doubt(lookup, found.limits("pay"))
    notices += doubt
    if not found.tally.passing and values["q"]:
        closest = filters(found.data, queryset=lookup.rows, request=request, closest=True)
        spelled_alike = closest.qs
        if closest.tally.passing:
            found, rows = closest, spelled_alike
            notices.append(f"Nothing is called “{values['q']}”. These come closest to it.")
    count, sort = len(found.tally.passing), given.get("sort", "" if values["q"] else "title")
    reference = figure(reading.reference_cell(lookup), f"{lookup.basis}_median", lookup.pay)
    # A search without a sort keeps the order of the search: the best match first.
    order = {"order_by": sort} if sort else {}
    by_id = {each.pk: each for each in facts}
    table = OccupationTable(
        reading.with_shown_figures(rows, lookup), lookup=lookup, facts=by_id, reference=reference, as_of=as_of,
        chosen=asked.columns, **order,
    )  # fmt: skip
    table.request = request
    notices += turn_to_page(table, request, PER_PAGE)
    industry = in_sentence(lookup.industry.short_title) if lookup.industry else ""
    area = lookup.area.title if lookup.area else ""
    in_force = conditions(values, known, measured, lookup.basis, industry)
    chosen = {name: values.get(name) or [] for name in known}
    lowest, highest = found.limits("pay")
    nearly = [each.pk for each in _but_for_pay_and_industry(found)]
    by_industry = reading.count_by_industry(lookup, asked.industries, nearly, lowest, highest)
    by_the_year = [_by_the_year(request, filters, found, lookup)] if doubt and not count else []
    return FinderPage(
        asked=asked,
        table=table,
        text=values["q"],
        count=count,
        sort=sort,
        summary=summary(count, in_force, sorted_by(sort, values["q"]), area),
        facets=offered(known.values(), chosen, found.tally.options, facts),
        ranges={name: _offered_range(each, found, lookup, request) for name, each in measured.items()},
        industries=industry_choices(asked.industries, by_industry, lookup.industry),
        areas=area_choices(asked.areas, lookup.area),
        chips=_chips(request, known, chosen, in_force, lookup),
        per_page=page_sizes(table, request, PER_PAGE),
        ways_out=[] if count else _ways_out(request, found, in_force, lookup) + by_the_year,
        missing=_missing(lookup, asked),
        columns=[(column, column.name in asked.columns) for column in available_columns(lookup)],
        export=given.get("_export", ""),
        notes=table_notes(
            lookup.pay, lookup.outlook, has_words="word" in asked.columns, area=area, industry=industry, count=count,
            here=sum(each.is_published_here for each in found.tally.passing),
        ),
        left_out=_left_out(found, known, measured, lookup),
        notices=notices,
    )  # fmt: skip


def _facets(lookup: Lookup) -> tuple[dict[str, Facet], dict[str, Range]]:
    """The facets and ranges whose source has a release."""
    groups = [Option(g.code, group_name(g), group_name(g)) for g in lookup.found.groups]
    known = {name: facet for name, facet in facets(groups).items() if facet.needs in lookup.has}
    return known, {name: r for name, r in ranges(lookup.basis).items() if r.needs in lookup.has}


def _but_for_pay_and_industry(found: OccupationFilter) -> list[Any]:
    rest = {name: holds for name, holds in found.conditions.items() if name not in ("pay", INDUSTRY)}
    return [facts for facts in found.facts if all(holds(facts) for holds in rest.values())]


def _offered_range(
    each: Range, found: OccupationFilter, lookup: Lookup, request: HttpRequest
) -> OfferedRange:
    lowest, _ = found.limits(each.name)
    first, *second = each.fields
    values = found.form.cleaned_data
    written = [request.GET.get(name, "") if values.get(name) is not None else "" for name in each.fields]

    def href(step: str) -> str:
        return with_parameters(request, **{first: step})

    round_numbers = steps(each, lookup.basis, lowest, partial(found.count_from, each.name), href)
    return OfferedRange(each, written[0], written[1] if second else "", round_numbers)


def _chips(
    request: HttpRequest,
    known: dict[str, Facet],
    chosen: dict[str, list[str]],
    in_force: Sequence[Said],
    lookup: Lookup,
) -> list[Choice]:
    """A chip for each condition in force, in the order of the page, and one for an area."""

    def without_value(name: str, value: str) -> str:
        rest = request.GET.copy()
        rest.setlist(name, [other for other in rest.getlist(name) if other != value])
        rest.pop("page", None)
        return f"?{rest.urlencode()}" if rest else request.path

    whole = {
        each.name: Choice(each.alone, without(request, _fields(each.name)))
        for each in in_force
        if each.name not in known
    }
    search = whole.pop("q", None)
    chips = [Choice(f"“{search.text}”", search.href)] if search else []
    chips += value_chips(known.values(), chosen, without_value)
    chips += whole.values()
    if lookup.area is not None:
        chips.append(Choice(f"Pay in {lookup.area.title}", without(request, ("area",))))
    return chips


def _fields(name: str) -> tuple[str, ...]:
    """The parameters of a condition."""
    found = ranges("annual").get(name)
    return found.fields if found else (name,)


def _ways_out(
    request: HttpRequest, found: OccupationFilter, in_force: Sequence[Said], lookup: Lookup
) -> list[Choice]:
    """For each condition in force, how many occupations there are without it. No query."""
    ways = []
    for each in in_force:
        by_industry = each.name == INDUSTRY
        count = found.count_nationally(INDUSTRY) if by_industry else found.tally.without[each.name]
        ways.append((f"Without “{each.alone}”", count, _fields(each.name)))
    if lookup.area is not None and "pay" in found.conditions:
        ways.append(("With the nation’s pay", found.count_nationally(), ("area",)))
    return [
        Choice(f"{text}: {plural(count, 'occupation', 'occupations')}", without(request, fields))
        for text, count, fields in ways
        if count
    ]


def _by_the_year(request: HttpRequest, filters: Any, found: OccupationFilter, lookup: Lookup) -> Choice:
    """The same limits read as pay by the year; three queries more, where nobody earns that by the hour."""
    annual = filters(
        found.data, queryset=lookup.rows, request=request, basis="annual",
        facts=reading.read_facts(replace(lookup, basis="annual")),
    )  # fmt: skip
    count = plural(len(annual.counted().passing), "occupation", "occupations")
    return Choice(f"By the year: {count}", without(request, ("pay",)))


def _missing(lookup: Lookup, asked: Asked) -> list[str]:
    """Why some things cannot be chosen as of the day that is read."""
    if lookup.pay is None and lookup.outlook is None:
        return []
    words = [text for source, text in NOT_THERE.items() if source not in lookup.has]
    if lookup.pay is not None and not asked.industries:
        words.append(
            f"OEWS {lookup.pay.label} is here for the nation alone, so neither area nor industry can be chosen."
        )
    return words


def _left_out(
    found: OccupationFilter, known: dict[str, Facet], measured: dict[str, Range], lookup: Lookup
) -> list[str]:
    """Who is left out because a source doesn't say what is asked for, condition by condition."""
    said = []
    for name, rows in found.tally.unknown.items():
        if name == "pay":
            said.append(unpaid_in_words(unpaid(rows), lookup.basis, lookup.place))
        elif (facet := known.get(name) or measured.get(name)) and facet.needs:
            said.append(unknown_in_words(len(rows), facet.unknown, GIVEN_BY[facet.needs]))
    return [sentence for sentence in said if sentence]
