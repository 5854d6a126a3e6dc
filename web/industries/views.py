"""Industries: the table of all of them, and one industry's own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows
from web.industries.described import index_data, industry_data, industry_described
from web.industries.heading import crumbs, kind_line
from web.industries.index import industry_index
from web.industries.page import industry_page
from web.occupations.by_industry.address import ancestors, industry_or_404
from web.tables.base import export_table


@knows("pay", "view", "sort", "_export", "open", "q", "page", "per_page")
def industries(request: HttpRequest) -> HttpResponseBase:
    """Every industry, all its occupations together."""
    as_of = read_as_of(request)
    page = industry_index(request, as_of)
    if page.exporting and page.table is not None:
        return export_table(request, page.table, "industries", page.exporting, page.notices)
    context = {
        "page": page,
        "title": page.title,
        "facts": page.facts,
        "table": page.table,
        "structured": index_data(request, as_of, page.newest if page.table is not None else None),
        "notices": page.notices,
    }
    is_fragment = wants_fragment(request) and page.table is not None
    return render(request, f"industries/{'_industries' if is_fragment else 'index'}.html", context)


def redirect_code(request: HttpRequest, code: str) -> HttpResponse:
    """The bare code, one with another title, or one as the publisher's files write it, leads to the page."""
    address = industry_or_404(code).get_absolute_url()
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)


@knows("pay", "level", "sort", "residual", "within", "_export", "table", "q", "group", "page", "per_page")
def industry(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """The occupations in one industry."""
    shown = industry_or_404(code)
    if (shown.code, shown.title_slug) != (code, title):
        return redirect_code(request, code)
    as_of = read_as_of(request)
    page = industry_page(request, shown, as_of)
    if page.exporting and page.taken is not None:
        name = f"industry-{code}-{page.taken_as}"
        return export_table(request, page.taken, name, page.exporting, page.notices)
    context = {
        "page": page,
        "title": page.title,
        "kind_line": kind_line(shown),
        "crumbs": crumbs(shown, ancestors(shown), as_of),
        "newest": page.newest,
        "description": industry_described(page),
        "structured": industry_data(request, page, as_of),
        "notices": page.notices,
    }
    name = "_occupations" if wants_fragment(request) and page.table is not None else "detail"
    return render(request, f"industries/{name}.html", context)
