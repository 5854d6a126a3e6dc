"""Industries: the table of all of them, and one industry's own page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_tables2 import RequestConfig

from occupations.models import Industry
from wages.importers.oews.industries import SECTOR_OF, place_of
from web.asof import read_as_of
from web.fragments import wants_fragment
from web.industry_material import ancestors, economy, workforce
from web.parameters import choices
from web.presenters.cells import BASES
from web.presenters.industries import VIEWS, industry_page
from web.presenters.industry_heading import crumbs, kind_line
from web.presenters.industry_profile import industry_profile
from web.presenters.industry_sorting import SORTABLE
from web.tables.industries import IndustryTable

SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))


def industries(request: HttpRequest) -> HttpResponse:
    """Every industry, all its occupations together."""
    asked, notices = choices(request, {"pay": BASES, "view": VIEWS, "sort": SORTS}, also=("open",))
    material = economy(read_as_of(request).day)
    context: dict[str, Any] = {"newest": material.newest, "notices": notices}
    if material.overall is not None:
        facts = industry_page(
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


def industry(request: HttpRequest, code: str, title: str) -> HttpResponse:
    """One industry: its place among the others."""
    found = _industry(code)
    if (found.code, found.title_slug) != (code, title):
        return redirect_code(request, code)
    as_of = read_as_of(request)
    asked, notices = choices(request, {"pay": BASES})
    material = workforce(found, as_of.day)
    context = {
        "page": industry_profile(
            found,
            material.shown,
            material.own,
            material.around,
            material.below,
            basis=asked.get("pay", "annual"),
        ),
        "kind_line": kind_line(found),
        "crumbs": crumbs(found, ancestors(found), as_of),
        "newest": material.newest,
        "notices": notices,
    }
    return render(request, "industries/detail.html", context)


def _industry(code: str) -> Industry:
    code = SECTOR_OF.get(code, code.upper())
    place = place_of(code)
    for spelling in (code, place.code if place else code):
        found = Industry.objects.by_code(spelling).with_ancestors().first()
        if found is not None:
            return found
    raise Http404(f"No code system here has the industry {code}.")
