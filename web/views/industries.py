"""Industries: the table of all of them, and one industry's own page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django_tables2 import RequestConfig

from occupations.models import Industry
from wages.importers.oews.industries import SECTOR_OF, place_of
from web.asof import read_as_of
from web.fragments import wants_fragment
from web.industry_material import ancestors, economy
from web.industry_page import industry_page
from web.parameters import choices
from web.presenters.cells import BASES
from web.presenters.industries import VIEWS
from web.presenters.industries import industry_page as industries_page
from web.presenters.industry_heading import crumbs, kind_line
from web.presenters.industry_sorting import SORTABLE
from web.tables.base import export_table
from web.tables.industries import IndustryTable

SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))


def industries(request: HttpRequest) -> HttpResponse:
    """Every industry, all its occupations together."""
    asked, notices = choices(request, {"pay": BASES, "view": VIEWS, "sort": SORTS}, also=("open",))
    material = economy(read_as_of(request).day)
    context: dict[str, Any] = {"newest": material.newest, "notices": notices}
    if material.overall is not None:
        facts = industries_page(
            material.overall,
            material.by_industry,
            basis=asked.get("pay", "annual"),
            view=asked.get("view", "sectors"),
            opened=frozenset(request.GET.getlist("open")),
        )
        table = IndustryTable(facts, order_by="-jobs")
        RequestConfig(request, paginate=False).configure(table)
        context |= {"facts": facts, "table": table}
    name = "occupations/_industry_block" if wants_fragment(request) else "industries/index"
    return render(request, f"{name}.html", context)


def redirect_code(request: HttpRequest, code: str) -> HttpResponse:
    """The bare code, one with another title, or one as the publisher's files write it, leads to the page."""
    address = _industry(code).get_absolute_url()
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)


def industry(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """The occupations in one industry."""
    found = _industry(code)
    if (found.code, found.title_slug) != (code, title):
        return redirect_code(request, code)
    as_of = read_as_of(request)
    page = industry_page(request, found, as_of)
    if page.exporting and page.taken is not None:
        return export_table(request, page.taken, f"industry-{code}-{page.taken.block_id}", page.exporting)
    context = {
        "page": page,
        "kind_line": kind_line(found),
        "crumbs": crumbs(found, ancestors(found), as_of),
        "newest": page.newest,
        "notices": page.notices,
    }
    name = "_occupations" if wants_fragment(request) and page.table is not None else "detail"
    return render(request, f"industries/{name}.html", context)


def _industry(code: str) -> Industry:
    code = SECTOR_OF.get(code, code.upper())
    place = place_of(code)
    for spelling in (code, place.code if place else code):
        found = Industry.objects.by_code(spelling).with_ancestors().first()
        if found is not None:
            return found
    raise Http404(f"No code system here has the industry {code}.")
