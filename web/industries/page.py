"""The page of one industry, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest

from occupations.models import Industry, Occupation, Release
from occupations.search_text import LONGEST_TEXT, words_in
from web.http.as_of import AsOf
from web.http.pagination import Link, page_sizes, turn_to_page, with_parameters, without
from web.http.parameters import read_parameters, repeated
from web.http.residuals import RESIDUAL, SHOW, Residuals, residuals_chip, residuals_of, way_to_residuals
from web.industries.notes import heading, notes, summary
from web.industries.occupations_table import ONLY_IN_ONE, IndustryOccupationTable
from web.industries.profile import SHORT_LIST, IndustryProfile, industry_profile
from web.industries.queries import Workforce, found_by, workforce
from web.industries.rows import LEVELS, SORTS, OccupationHere, occupations_here, of_level
from web.industries.within_table import WithinTable
from web.industries.words import VIEWS, finding, lede, shares_change
from web.occupations.factors import Why, why_in_industry
from web.tables.base import FigureTable, arrange
from web.tables.cells import BASES
from web.tables.files import FORMATS
from web.words.notes import DOTTED, DRAFTED, lacking_of
from web.words.sentences import plural, sentence

SIZES, USUAL, WHOLE = (25, 50, 100), 50, 100


@dataclass
class IndustryPage:
    """What the page of an industry shows; `table` is None where no occupation is published for it."""

    profile: IndustryProfile
    basis: str
    level: str
    sort: str
    text: str
    group: str
    exporting: str
    notices: list[str]
    lede: list[str] = field(default_factory=list)
    groups: list[tuple[str, str, int]] = field(default_factory=list)
    count: int = 0
    summary: str = ""
    conditions: dict[str, str] = field(default_factory=dict)
    lacking: str = ""
    finding: str = ""
    notes: list[str] = field(default_factory=list)
    views: list[Link] = field(default_factory=list)
    levels: list[Link] = field(default_factory=list)
    sizes: list[Link] = field(default_factory=list)
    chips: list[Link] = field(default_factory=list)
    ways_out: list[Link] = field(default_factory=list)
    table: IndustryOccupationTable | None = None
    within: WithinTable | None = None
    all_within: str = ""
    newest: Release | None = None
    introduction: str = ""
    why: Why | None = None
    wants_within: bool = False
    group_id: int | None = None
    shows_residuals: bool = False
    residuals: Residuals | None = None

    @property
    def title(self) -> str:
        """What the page is about, for its title."""
        return heading(self.profile.industry.short_title, self.level, self.conditions)

    @property
    def origin(self) -> str:
        """Who wrote the introduction, "" where there is none."""
        return DRAFTED if self.introduction else ""

    def ranked(self, rows: list[OccupationHere]) -> list[OccupationHere]:
        """The rows that the order lists: a ranking leaves "all other" occupations out until somebody asks for them or
        looks for one."""
        is_ranking = self.sort.lstrip("-") != "occupation" and not self.shows_residuals and not self.text
        return [row for row in rows if not row.is_residual] if is_ranking else rows

    @property
    def announcement(self) -> str:
        """What a screen reader is told after the table was changed."""
        return f"{self.summary}. {self.finding}".strip()

    @property
    def taken(self) -> FigureTable | None:
        """The table that is asked for as a file."""
        return self.within if self.wants_within else self.table

    @property
    def taken_as(self) -> str:
        """The last part of its file's name."""
        return "within" if self.wants_within else "occupations"

    @property
    def releases(self) -> list[Release]:
        found = (self.profile.release, self.why.release if self.why else None)
        return [release for release in found if release is not None]


def industry_page(request: HttpRequest, industry: Industry, as_of: AsOf) -> IndustryPage:
    """Read the parameters, each checked, and find the occupations; the number of queries is fixed."""
    is_all = industry.kind == Industry.Kind.ALL
    asked, notices = read_parameters(
        request,
        {
            "pay": BASES, "level": LEVELS, "sort": _sorts(is_all), "within": ("all",), "_export": FORMATS,
            "table": ("within",), RESIDUAL: (SHOW,),
        },
        also=("q", "group", "page", "per_page"),
    )  # fmt: skip
    basis, level, sort = (
        asked.get(name, usual)
        for name, usual in (("pay", "annual"), ("level", "detailed"), ("sort", "-jobs"))
    )
    here = workforce(industry, as_of.day, basis)
    profile = industry_profile(
        industry, here.own, here.cells, here.around, here.relatives, shown=here.shown,
        newest=here.newest, basis=basis,
    )  # fmt: skip
    page = IndustryPage(
        profile, basis, level, sort, "", "", asked.get("_export", ""), notices + repeated(request)
    )
    page.newest, page.introduction = here.newest, here.introduction
    page.why = why_in_industry(here.factors, shares_change(industry, here.factors))
    page.shows_residuals = RESIDUAL in asked
    page.wants_within = "table" in asked
    _put_within(page, request, as_of, whole="within" in asked or "table" in asked)
    if here.cells:
        _put_occupations(page, request, here, as_of)
    if page.exporting and page.taken is None:
        page.notices.append("This page has no such table to download.")
    return page


def _sorts(is_all: bool) -> list[str]:
    names = [name for name in SORTS if not (is_all and name in ONLY_IN_ONE)]
    return [f"{sign}{name}" for name in names for sign in ("", "-")]


def _put_within(page: IndustryPage, request: HttpRequest, as_of: AsOf, *, whole: bool) -> None:
    profile = page.profile
    rows = [*profile.within.rows, *profile.within.cuts]
    if not rows or profile.release is None:
        return
    short = len(rows) > SHORT_LIST + 1 and not whole
    if short:
        page.all_within = f"{with_parameters(request, within='all')}#within"
    page.within = WithinTable(
        rows[:SHORT_LIST] if short else rows,
        axis=profile.within.axis,
        basis=page.basis,
        caption_title=f"Industries within {profile.name}, {profile.release.reference_period}.",
        caption=f"{'The largest five. ' if short else ''}Jobs and pay of all occupations together."
        f" {DOTTED} the median of {profile.name}.",
        as_of=as_of,
    )
    page.within.request = request


def _put_occupations(page: IndustryPage, request: HttpRequest, here: Workforce, as_of: AsOf) -> None:
    """The table of occupations, narrowed and sorted as asked, and everything said about it."""
    detailed = occupations_here(here.own, of_level(here.cells, "detailed"), here.nation, page.basis)
    is_all = page.profile.industry.kind == Industry.Kind.ALL
    page.lede = lede(detailed, page.basis)
    rows = detailed
    if page.level != "detailed":
        rows = occupations_here(here.own, of_level(here.cells, page.level), here.nation, page.basis)
    groups = {
        cell.occupation_id: cell.occupation
        for cell in here.cells
        if cell.published_level == Occupation.Level.MAJOR
    }
    searched = _search(page, request, rows)
    with_residuals = _in_group(page, request, searched, groups)
    kept = page.ranked(with_residuals)
    page.residuals = residuals_of(request, len(with_residuals) - len(kept))
    page.count = len(kept)
    narrowed = bool(page.text or page.group)
    conditions = {"q": f"“{page.text}”"} if page.text else {}
    if page.group:
        conditions["group"] = _group_name(next(g for g in groups.values() if g.code == page.group))
    page.summary, page.conditions = summary(len(kept), page.level, conditions, page.sort), conditions
    page.lacking = lacking_of((row.employment, row.median) for row in kept)
    page.finding = finding(with_residuals, page.sort, page.basis, page.level, narrowed=narrowed)
    page.notes = notes(rows, here.own, page.level)
    page.chips = [Link(said, without(request, [name])) for name, said in conditions.items()]
    if page.shows_residuals:
        page.chips.append(residuals_chip(request))
    page.views = [
        Link(said, with_parameters(request, sort=sort), sort == page.sort)
        for sort, said in VIEWS.items()
        if sort in _sorts(is_all)
    ]
    page.levels = [
        Link(sentence(many), with_parameters(request, level=name), name == page.level)
        for name, (_, _, many) in LEVELS.items()
        if name == page.level or of_level(here.cells, name)
    ]
    if len(page.levels) == 1:
        page.levels = []
    page.groups = _group_choices(page.ranked(searched), groups, page.group)
    if not kept:
        page.ways_out = _ways_out(page, request, rows, searched)
        if with_residuals:
            many = LEVELS[page.level][1:]
            page.ways_out.append(way_to_residuals(request, len(with_residuals), *many))
    page.table = _table(page, request, kept, as_of)
    if kept:
        usual = WHOLE if len(kept) <= WHOLE else USUAL
        page.notices += turn_to_page(page.table, request, sorted(SIZES, key=lambda size: size != usual))
        page.sizes = page_sizes(page.table, request, SIZES)


def _search(page: IndustryPage, request: HttpRequest, rows: list[OccupationHere]) -> list[OccupationHere]:
    """The rows that the text may mean, or those closest to it where none is called so."""
    text = request.GET.get("q", "").strip()
    if not text:
        return rows
    if len(text) > LONGEST_TEXT or "\x00" in text or not words_in(text):
        page.notices.append(f"We ignored that search: it needs letters or digits, {LONGEST_TEXT} at most.")
        return rows
    page.text = text
    ids = [row.occupation.pk for row in rows]
    meant = found_by(text, ids)
    if not meant:
        meant = found_by(text, ids, closest=True)
        if meant:
            page.notices.append(f"No exact match for “{text}”. These come closest.")
    return [row for row in rows if row.occupation.pk in meant]


def _in_group(
    page: IndustryPage, request: HttpRequest, rows: list[OccupationHere], groups: Mapping[int, Occupation]
) -> list[OccupationHere]:
    code = request.GET.get("group", "")
    if not code:
        return rows
    wanted = next((pk for pk, group in groups.items() if group.code == code), None)
    if wanted is None:
        page.notices.append("We ignored the group: this industry has no such major group.")
        return rows
    page.group, page.group_id = code, wanted
    return [row for row in rows if row.group_id == wanted]


def _group_name(group: Occupation) -> str:
    return group.sentence_title.removesuffix(" occupations")


def _group_choices(
    rows: Sequence[OccupationHere], groups: Mapping[int, Occupation], chosen: str
) -> list[tuple[str, str, int]]:
    """Each major group with any of the rows: code, name, and how many."""
    counts = Counter(row.group_id for row in rows)
    return [
        (group.code, _group_name(group), counts[pk])
        for pk, group in sorted(groups.items(), key=lambda item: item[1].code)
        if counts[pk] or group.code == chosen
    ]


def _ways_out(
    page: IndustryPage,
    request: HttpRequest,
    rows: Sequence[OccupationHere],
    searched: Sequence[OccupationHere],
) -> list[Link]:
    """Which filter to drop, and how many occupations there are then."""
    one, many = LEVELS[page.level][1:]
    ways = []
    if page.group and (others := page.ranked(list(searched))):
        ways.append(Link(f"In all groups: {plural(len(others), one, many)}", without(request, ["group"])))
    chosen = [row for row in rows if page.group_id in (None, row.group_id)]
    if page.text and chosen:
        ways.append(Link(f"Without “{page.text}”: {plural(len(chosen), one, many)}", without(request, ["q"])))
    return ways


def _table(
    page: IndustryPage, request: HttpRequest, rows: list[OccupationHere], as_of: AsOf
) -> IndustryOccupationTable:
    profile = page.profile
    assert profile.release is not None
    is_all = profile.industry.kind == Industry.Kind.ALL
    table = IndustryOccupationTable(
        rows,
        basis=page.basis,
        caption_title=f"{sentence(LEVELS[page.level][2])} in {profile.name}, {profile.release.reference_period}.",
        caption=f"Wage-and-salary jobs and {page.basis} pay."
        + ("" if is_all else f" {DOTTED} the occupation’s median in all industries."),
        as_of=as_of,
        industry=profile.industry,
        order_by=page.sort,
    )
    arrange(table, request)
    return table
