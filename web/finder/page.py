"""The finder's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations

from django.db.models import QuerySet
from django.http import HttpRequest

from occupations.models import Release
from wages.estimates import figure
from web.finder import queries as reading
from web.finder.address import BASES, Asked, hourly_doubt
from web.finder.choices import (
    Group,
    OfferedFacet,
    OfferedRange,
    area_choices,
    industry_choices,
    offered,
    steps,
    value_chips,
)
from web.finder.columns import OccupationColumn, sorted_by
from web.finder.counts import Facts, published_here, unpaid
from web.finder.facets import DESCRIBED, OUTLOOK, PAY, SEVERAL, Facet, Option, Range, facets, ranges
from web.finder.filters import INDUSTRY, RESIDUAL, OccupationFilter
from web.finder.queries import Lookup
from web.finder.rows import (
    PER_PAGE,
    Said,
    conditions,
    group_name,
    residuals_in_words,
    summary,
    table_notes,
    unknown_in_words,
    unpaid_in_words,
)
from web.finder.tables import OccupationTable, available_columns, sorts
from web.http.as_of import AsOf
from web.http.pagination import Link, page_sizes, turn_to_page, with_parameters, without
from web.http.parameters import checked, read_parameters, repeated, without_unknown
from web.tables.files import FORMATS
from web.words.places import in_place
from web.words.sentences import in_sentence, plural

VIEW = ("pay", "area", "place", INDUSTRY, "columns", "sort", RESIDUAL, "page", "per_page", "_export")
SHOW = "show"
MOST_PAIRS = 6
# Orders that rank nothing, so that "all other" occupations have a place in them.
NO_RANKING = ("", "title", "code")
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


@dataclass(frozen=True)
class Residuals:
    """The "all other" occupations that an order leaves out: how many, and the way to list them."""

    sentence: str
    show: Link


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
    chips: list[Link]
    per_page: list[Link]
    ways_out: list[Link]
    pairs_out: list[Link]
    missing: list[str]
    columns: list[tuple[OccupationColumn, bool]]
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


@dataclass
class Narrowed:
    """The occupations that pass the filters, in the order of the search if there is one, with what was said of the
    address. `filters` makes the same filters of other parameters."""

    found: OccupationFilter
    rows: QuerySet
    filters: Callable[..., OccupationFilter]
    known: dict[str, Facet]
    measured: dict[str, Range]
    given: dict[str, str]
    notices: list[str]

    @property
    def text(self) -> str:
        return self.found.form.cleaned_data["q"]

    @property
    def sort(self) -> str:
        """What the table is sorted by; "" is the order of the search, the best match first."""
        return self.given.get("sort", "" if self.text else "title")

    @property
    def residuals(self) -> int:
        """How many occupations are left out only because they are "all other" ones."""
        return len(self.found.tally.but_for(RESIDUAL)) - len(self.found.tally.passing)


def finder_page(request: HttpRequest, asked: Asked, as_of: AsOf) -> FinderPage:
    """Find the occupations and count what else could be chosen; the number of queries is fixed."""
    lookup = asked.lookup
    narrowed = _narrowed(request, asked, reading.read_facts(lookup))
    found, known, values = narrowed.found, narrowed.known, narrowed.found.form.cleaned_data
    table = _table(asked, narrowed, as_of)
    table.request = request
    notices = [*asked.notices, *narrowed.notices, *turn_to_page(table, request, PER_PAGE)]
    industry = in_sentence(lookup.industry.short_title) if lookup.industry else ""
    area = in_place(lookup.area.title) if lookup.area else ""
    in_force = conditions(values, known, narrowed.measured, lookup.basis, industry)
    chosen = {name: values.get(name) or [] for name in known}
    nearly = [each.pk for each in _but_for_pay_and_industry(found)]
    by_industry = reading.count_by_industry(lookup, asked.industries, nearly, *found.limits("pay"))
    count = len(found.tally.passing)
    ways = [] if count else _ways_out(request, narrowed, in_force, lookup)
    return FinderPage(
        asked=asked,
        table=table,
        text=narrowed.text,
        count=count,
        sort=narrowed.sort,
        summary=summary(count, in_force, sorted_by(narrowed.sort, narrowed.text), area),
        facets=offered(known.values(), chosen, found.tally.options, found.facts),
        ranges={
            name: _offered_range(each, found, lookup, request) for name, each in narrowed.measured.items()
        },
        industries=industry_choices(asked.industries, by_industry, lookup.industry),
        areas=area_choices(asked.areas, lookup.area),
        chips=_chips(request, narrowed, chosen, in_force, lookup),
        per_page=page_sizes(table, request, PER_PAGE),
        ways_out=ways,
        pairs_out=[] if count or ways else _pairs_out(request, found, in_force),
        missing=_missing(lookup, asked),
        columns=[(column, column.name in asked.columns) for column in available_columns(lookup)],
        export=narrowed.given.get("_export", ""),
        notes=table_notes(
            lookup.pay, lookup.outlook, has_words="word" in asked.columns, area=area, industry=industry, count=count,
            here=sum(each.is_published_here for each in found.tally.passing),
        ),
        left_out=_left_out(found, known, narrowed.measured, lookup),
        residuals=_residuals(request, narrowed),
        shows_residuals=RESIDUAL in narrowed.given,
        notices=notices,
    )  # fmt: skip


def _narrowed(request: HttpRequest, asked: Asked, facts: list[Facts]) -> Narrowed:
    """Put the filters of the address to the occupations; a search that finds none by name looks for the closest."""
    lookup, data = asked.lookup, asked.query.copy()
    known, measured = _facets(lookup)
    notices = without_unknown(data, {name: facet.values for name, facet in known.items()})
    allowed = {"sort": sorts(lookup), "_export": FORMATS, "pay": BASES, RESIDUAL: (SHOW,)}
    given, unread = read_parameters(request, allowed, also=("q", *VIEW, *NARROWING))
    filters = partial(
        OccupationFilter, facts=facts, facets=known, ranges=measured, basis=lookup.basis,
        in_industry=published_here if lookup.industry else None,
        is_ranking=given.get("sort", "").lstrip("-") not in NO_RANKING and RESIDUAL not in given,
    )  # fmt: skip
    found, said = checked(filters, request, lookup.rows, data)
    without_source = [
        f"“{name}” was ignored: its source has nothing that old."
        for name in asked.query
        if name in NARROWING and name not in found.form.fields
    ]
    rows = found.qs
    notices += said + unread + without_source + repeated(request, (*SEVERAL, "columns"))
    notices += hourly_doubt(lookup, found.limits("pay"))
    if found.named == frozenset():
        closest = filters(found.data, queryset=lookup.rows, request=request, closest=True)
        spelled_alike = closest.qs
        if closest.tally.passing:
            found, rows = closest, spelled_alike
            notices.append(f"Nothing is called “{found.form.cleaned_data['q']}”. These come closest to it.")
    return Narrowed(found, rows, filters, known, measured, given, notices)


def _table(asked: Asked, narrowed: Narrowed, as_of: AsOf) -> OccupationTable:
    """The table of what was found, before it is cut into pages."""
    lookup = asked.lookup
    reference = figure(reading.reference_cell(lookup), f"{lookup.basis}_median", lookup.pay)
    order = {"order_by": narrowed.sort} if narrowed.sort else {}
    return OccupationTable(
        reading.with_shown_figures(narrowed.rows, lookup),
        lookup=lookup, facts={each.pk: each for each in narrowed.found.facts}, reference=reference, as_of=as_of,
        chosen=asked.columns, **order,
    )  # fmt: skip


def _facets(lookup: Lookup) -> tuple[dict[str, Facet], dict[str, Range]]:
    """The facets and ranges whose source has a release."""
    groups = [Option(g.code, group_name(g), group_name(g)) for g in lookup.found.groups]
    known = {name: facet for name, facet in facets(groups).items() if facet.needs in lookup.has}
    return known, {name: r for name, r in ranges(lookup.basis).items() if r.needs in lookup.has}


def _but_for_pay_and_industry(found: OccupationFilter) -> list[Facts]:
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
    narrowed: Narrowed,
    chosen: dict[str, list[str]],
    in_force: Sequence[Said],
    lookup: Lookup,
) -> list[Link]:
    """A chip for each condition in force, in the order of the page, one for an area, and one for residuals."""
    known = narrowed.known

    def without_value(name: str, value: str) -> str:
        rest = request.GET.copy()
        rest.setlist(name, [other for other in rest.getlist(name) if other != value])
        rest.pop("page", None)
        return f"?{rest.urlencode()}" if rest else request.path

    whole = {
        each.name: Link(each.alone, without(request, _fields(each.name)))
        for each in in_force
        if each.name not in known
    }
    search = whole.pop("q", None)
    chips = [Link(f"“{search.text}”", search.href)] if search else []
    chips += value_chips(known.values(), chosen, without_value)
    chips += whole.values()
    if lookup.area is not None:
        chips.append(Link(f"Pay in {in_place(lookup.area.title)}", without(request, ("area",))))
    if RESIDUAL in narrowed.given:
        chips.append(Link("With “all other” occupations", without(request, (RESIDUAL,))))
    return chips


def _fields(name: str) -> tuple[str, ...]:
    """The parameters of a condition."""
    found = ranges("annual").get(name)
    return found.fields if found else (name,)


def _ways_out(
    request: HttpRequest, narrowed: Narrowed, in_force: Sequence[Said], lookup: Lookup
) -> list[Link]:
    """For each condition in force, how many occupations there are without it, if any."""
    found, ways = narrowed.found, []
    for each in in_force:
        by_industry = each.name == INDUSTRY
        count = found.count_nationally(INDUSTRY) if by_industry else found.tally.without[each.name]
        ways.append((f"Without “{each.alone}”", count, _fields(each.name)))
    if lookup.area is not None and "pay" in found.conditions:
        ways.append(("With the nation’s pay", found.count_nationally(), ("area",)))
    if hourly_doubt(lookup, found.limits("pay")):
        ways.append(("By the year", _count_by_the_year(request, narrowed, lookup), ("pay",)))
    found_so = [
        Link(f"{text}: {plural(count, 'occupation', 'occupations')}", without(request, fields))
        for text, count, fields in ways
        if count
    ]
    if count := narrowed.residuals:
        words = f"With “all other” occupations: {plural(count, 'occupation', 'occupations')}"
        found_so.append(Link(words, with_parameters(request, residual=SHOW)))
    return found_so


def _pairs_out(request: HttpRequest, found: OccupationFilter, in_force: Sequence[Said]) -> list[Link]:
    """The conditions that find any occupation if two of them are left out, most occupations first."""
    ways = []
    for first, second in combinations(in_force, 2):
        names = (first.name, second.name)
        count = found.count_nationally(*names) if INDUSTRY in names else found.tally.without_both(*names)
        if count:
            words = (
                f"Without “{first.alone}” and “{second.alone}”: {plural(count, 'occupation', 'occupations')}"
            )
            ways.append((count, Link(words, without(request, [*_fields(names[0]), *_fields(names[1])]))))
    ways.sort(key=lambda way: -way[0])
    return [choice for _, choice in ways[:MOST_PAIRS]]


def _count_by_the_year(request: HttpRequest, narrowed: Narrowed, lookup: Lookup) -> int:
    """How many the same limits would find as pay by the year; three queries."""
    annual = narrowed.filters(
        narrowed.found.data, queryset=lookup.rows, request=request, basis="annual",
        facts=reading.read_facts(replace(lookup, basis="annual")),
    )  # fmt: skip
    return len(annual.counted().passing)


def _residuals(request: HttpRequest, narrowed: Narrowed) -> Residuals | None:
    count = narrowed.residuals
    if not count:
        return None
    show = Link("Show it" if count == 1 else "Show them", with_parameters(request, residual=SHOW))
    return Residuals(residuals_in_words(count), show)


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
