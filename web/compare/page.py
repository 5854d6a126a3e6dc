"""The comparison's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from occupations.models import Occupation, Release
from web.charts import dots
from web.charts.dots import DotPlot, RangePlot
from web.charts.pay_bar import spoken
from web.compare.add_form import Addable, AddForm, add_form
from web.compare.matrix import by_industry, by_place
from web.compare.matrix_table import MatrixTable
from web.compare.measures import MEASURES
from web.compare.queries import Compared, compared, has_industries, suggestions
from web.compare.summary import (
    NATION_SORTS,
    Series,
    base_of,
    nation_notes,
    nation_rows,
    other_basis_only,
    series_of,
    usual_base,
    without_pay,
)
from web.compare.tables import NationTable
from web.compare.words import (
    AMONG,
    compare_growth_sentence,
    compare_medians_sentence,
    matrix_caption,
    matrix_count,
    matrix_lede,
    matrix_notes,
    matrix_plot,
    measure_in_words,
)
from web.http.as_of import AsOf, keep_release
from web.http.pagination import LONG, Link, page_sizes, turn_to_page
from web.http.parameters import read_open, read_parameters, repeated
from web.http.selection import COMPARED_AT_MOST, PARAMETER, read_selection, with_occupations
from web.occupations.by_industry.page import openable
from web.tables.base import arrange
from web.tables.cells import BASES
from web.tables.files import FORMATS
from web.words import sentences

BY = {"nation": "Nation", "industry": "Industries", "place": "Places"}
VIEWS = {
    "nation": {},
    "industry": {"sectors": "Sectors", "all": "All industries"},
    "place": {"states": "States", "metros": "Metro areas", "nonmetro": "Nonmetro areas"},
}
# Shown to somebody who has not chosen yet; those that are not loaded are left out.
EXAMPLES = (
    (("11-3051", "17-2112"), "industry"),
    (("29-1141", "29-2061", "31-1131"), "nation"),
    (("47-2111", "47-2152", "49-9021"), "place"),
)


@dataclass
class Comparison:
    """What is shown of two or more occupations."""

    table: NationTable | MatrixTable
    lede: list[str]
    notes: list[str | SafeString]
    range_plot: RangePlot | None = None
    dot_plot: DotPlot | None = None
    chart_title: str = ""
    chart_words: str = ""
    nothing: str = ""
    count: str = ""
    sizes: list[Link] = field(default_factory=list)


@dataclass
class ComparePage:
    """The whole page: what was asked for, what can be chosen, and the comparison if there is one."""

    series: list[Series]
    material: Compared
    by: str
    view: str
    measure: str
    basis: str
    by_choices: list[Link]
    base_choices: list[Link]
    add_form: AddForm
    examples: list[Addable]
    notices: list[str | SafeString]
    comparison: Comparison | None = None
    sort: str = ""
    export: str = ""
    handout: str = ""

    @property
    def title(self) -> str:
        names = [one.name for one in self.series]
        how = "" if self.by == "nation" else f" by {self.by}"
        return f"{sentences.joined(names)} compared{how}" if len(names) > 1 else "Compare occupations"

    @property
    def filename(self) -> str:
        """What a file of the table is called."""
        return f"compare-{'-'.join(one.code for one in self.series)}-by-{self.by}"

    @property
    def releases(self) -> list[Release]:
        shown = (self.material.pay, self.material.outlook if self.by == "nation" else None)
        return [release for release in shown if release is not None] if self.comparison else []

    @property
    def views(self) -> list[tuple[str, str]]:
        return list(VIEWS[self.by].items())

    @property
    def measures(self) -> list[tuple[str, str]]:
        return [(name, measure.title) for name, measure in MEASURES.items()] if self.by != "nation" else []

    @property
    def announcement(self) -> str:
        """What a screen reader hears after the comparison was swapped."""
        if self.comparison is None:
            return ""
        rows = sentences.plural(len(self.comparison.table.rows), "row", "rows")
        return f"{self.comparison.table.caption_title} {rows}, {self.basis} pay."


def compare_page(request: HttpRequest, as_of: AsOf) -> ComparePage:
    """Read the parameters, each checked, and what they ask for; the number of queries is fixed."""
    selection, notices = read_selection(request, COMPARED_AT_MOST)
    codes = [occupation.code for occupation in selection]
    asked, said = _asked(request, codes)
    notices += [*said, *repeated(request, (PARAMETER, "open"))]
    by = asked.get("by", "nation")
    view = asked.get("view", next(iter(VIEWS[by]), ""))
    material = compared(selection, as_of.day, by if len(selection) > 1 else "nation", view)
    basis = _basis(asked.get("pay"), series_of(selection, ""), material)
    series = series_of(selection, asked.get("base") or usual_base(selection, material.overall, basis))
    page = ComparePage(
        series=series,
        material=material,
        by=by,
        view=view,
        measure=asked.get("measure", "median"),
        basis=basis,
        by_choices=[Link(label, _query(request, codes, by=name), name == by) for name, label in BY.items()],
        base_choices=_base_choices(request, series),
        add_form=add_form(
            request,
            selection,
            material,
            COMPARED_AT_MOST,
            suggested=suggestions(selection, as_of.day, material)[: 8 if len(selection) < 2 else 5],
            address=lambda wanted: _query(request, wanted),
            dropped=("sort", "_export"),
        ),
        examples=[] if selection else _examples(as_of),
        notices=notices,
        sort=asked.get("sort", ""),
        export=asked.get("_export", ""),
        handout=keep_release(with_occupations(reverse("handouts"), selection), as_of),
    )
    if page.add_form.found_nothing:
        page.notices.append(page.add_form.found_nothing)
    if len(selection) > 1:
        page.comparison = _nation(request, page, as_of) if by == "nation" else _matrix(request, page, as_of)
    return page


def _asked(request: HttpRequest, codes: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The parameters with one of a few values; which values depends on what is compared by."""
    by = request.GET.get("by", "nation")
    columns = (
        list(NATION_SORTS)
        if by not in BY or by == "nation"
        else ["name", *codes, *(f"gap-{c}" for c in codes)]
    )
    known = {
        "by": BY,
        "pay": BASES,
        "measure": MEASURES,
        "view": VIEWS.get(by) or [*VIEWS["industry"], *VIEWS["place"]],
        "base": [*codes, "none"],
        "_export": FORMATS,
        "sort": [f"{sign}{column}" for column in columns for sign in ("", "-")],
    }
    asked, notices = read_parameters(request, known, also=(PARAMETER, "open", "q", "page", "per_page"))
    if by == "nation":
        asked.pop("view", None)
    return asked, notices


def _basis(asked: str | None, series: Sequence[Series], material: Compared) -> str:
    """The basis asked for, or annual unless none of the occupations is paid by the year."""
    if asked:
        return asked
    only_hourly = other_basis_only(series, material.overall, "annual")
    return "hourly" if only_hourly and len(only_hourly) == len(material.overall) else "annual"


def _nation(request: HttpRequest, page: ComparePage, as_of: AsOf) -> Comparison:
    material, basis = page.material, page.basis
    rows = nation_rows(page.series, material.overall, material.projections, material.in_short, basis)
    table = NationTable(rows, basis, material.pay, material.outlook, as_of)
    arrange(table, request, page.sort)
    shown = list(table.data.data)
    plot = dots.range_plot(
        [(row.name, row.percentiles, row.mean, spoken(row.percentiles, basis)) for row in shown], basis
    )
    lede = []
    if material.pay:
        medians = [(row.name, row.median) for row in rows]
        lede.append(compare_medians_sentence(medians, basis, material.pay.reference_period))
    if material.outlook:
        of_round = [(row.name, row.projection) for row in rows if row.projection is not None]
        lede.append(compare_growth_sentence(of_round, material.outlook.label))
    notes: list[str | SafeString] = [*_about_missing(request, page), *READING]
    notes += nation_notes(rows, basis) if material.pay else []
    return Comparison(
        table=table,
        lede=[sentence for sentence in lede if sentence],
        notes=notes,
        range_plot=plot,
        chart_title=f"{basis.capitalize()} pay, P10 to P90",
        chart_words="; ".join(f"{row.name}: {row.words}" for row in plot.rows) if plot else "",
    )


READING = (
    "“Jobs on payrolls” is OEWS’s count of wage and salary jobs in May. “All jobs” comes from the projections,"
    " with the self-employed, in the base year. Openings are a yearly average of new jobs and replacement.",
)


def _matrix(request: HttpRequest, page: ComparePage, as_of: AsOf) -> Comparison:
    material, basis, measure = page.material, page.basis, page.measure
    is_tree = page.by == "industry"
    opened, said = read_open(request, openable(material.cells)) if is_tree else (frozenset[str](), [])
    page.notices += said
    matrix = (
        by_industry(
            page.series,
            material.overall,
            material.cells,
            measure=measure,
            basis=basis,
            view=page.view,
            opened=opened,
        )
        if page.by == "industry"
        else by_place(page.series, material.overall, material.cells, measure=measure, basis=basis)
    )
    heading = "Industry" if page.by == "industry" else "Place"
    words = measure_in_words(measure, basis)
    title = f"{words} by {heading.lower()}, {material.pay.reference_period if material.pay else ''}."
    table = MatrixTable(
        matrix, heading, title, matrix_caption(matrix), opened, order_by=f"-{page.series[0].code}"
    )
    arrange(table, request, page.sort)
    page.notices += turn_to_page(table, request, LONG, can_show_all=True)
    plot = matrix_plot(matrix, list(table.data.data))
    return Comparison(
        table=table,
        lede=matrix_lede(matrix, page.by, page.view),
        notes=[*_about_missing(request, page), *matrix_notes(matrix, page.by, page.view)],
        dot_plot=plot,
        chart_title=title.removesuffix("."),
        chart_words=f"{title} {sentences.joined([one.name for one in page.series])}. The table below has the figures.",
        sizes=page_sizes(table, request, LONG, can_show_all=True),
        count=matrix_count(matrix, page.by, page.view),
        nothing="" if material.cells else _no_cells(page, as_of),
    )


def _about_missing(request: HttpRequest, page: ComparePage) -> list[str | SafeString]:
    """Which occupations have no pay here, or only on the other basis, and where to find it."""
    material = page.material
    codes = [one.code for one in page.series]

    def swap(old: Occupation, new: Occupation) -> str:
        return _query(request, [new.code if code == old.code else code for code in codes])

    said = without_pay(page.series, material.overall, material.around, material.pay, swap)
    other = "hourly" if page.basis == "annual" else "annual"
    names = other_basis_only(page.series, material.overall, page.basis)
    if names:
        per = "hour" if other == "hourly" else "year"
        said.append(
            f"BLS publishes pay for {sentences.joined([sentences.in_sentence(n) for n in names])} by the {per}"
            f" only. We don’t convert it; “{other.capitalize()}” above shows it."
        )
    return said


def _no_cells(page: ComparePage, as_of: AsOf) -> str:
    if page.material.pay is None:
        return "This site has no wages published by then."
    more = " Switch to the newest figures to see them." if as_of.banner else ""
    period = page.material.pay.reference_period
    if page.by == "industry" and not has_industries(page.material.pay):
        return f"The release of {period} has no figures by industry on this site.{more}"
    what = "by industry" if page.by == "industry" else f"for {AMONG[page.view]}"
    return f"This site has no figures {what} for these occupations in {period}.{more}"


def _query(request: HttpRequest, codes: Sequence[str], **changes: str) -> str:
    """This page's address for other occupations or with changed parameters.

    What depends on what was there before is dropped: the search, and the order and view of another table.
    """
    query = request.GET.copy()
    query.setlist(PARAMETER, list(codes))
    query.pop("q", None)
    query.pop("_export", None)
    query.pop("page", None)
    if query.get("base", "") not in (*codes, "none", ""):
        query.pop("base")
    sort = query.get("sort", "").lstrip("-").removeprefix("gap-")
    if "by" in changes:
        query.pop("view", None)
        query.pop("open", None)
    if "by" in changes or "base" in changes or (sort[:2].isdigit() and sort not in codes):
        query.pop("sort", None)
    for name, value in changes.items():
        query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _base_choices(request: HttpRequest, series: Sequence[Series]) -> list[Link]:
    codes = [one.code for one in series]
    named = [Link(one.name, _query(request, codes, base=one.code), one.is_base) for one in series]
    return [*named, Link("Hide differences", _query(request, codes, base="none"), base_of(series) is None)]


def _examples(as_of: AsOf) -> list[Addable]:
    """A few comparisons to begin with. One query."""
    known = {
        o.code: o
        for o in Occupation.objects.current().filter(code__in=[c for codes, _ in EXAMPLES for c in codes])
    }
    examples = []
    for codes, by in EXAMPLES:
        occupations = [known[code] for code in codes if code in known]
        if len(occupations) == len(codes):
            names = sentences.joined([o.sentence_title for o in occupations])
            text = f"{names}, by {by}" if by != "nation" else names
            address = f"{with_occupations(reverse('compare'), occupations)}&by={by}"
            examples.append(Addable(text, keep_release(address, as_of)))
    return examples
