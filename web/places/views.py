"""States, metropolitan and nonmetropolitan areas."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows
from web.occupations.by_place.page import by_place_page
from web.occupations.by_place.words import heading as heading_of
from web.places import queries
from web.places.described import index_data, place_data
from web.places.page import read_place
from web.tables.base import export_table
from web.tables.files import export


@knows("pay", "view", "state", "map", "prices", "sort", "_export", "q", "page", "per_page")
def places(request: HttpRequest) -> HttpResponseBase:
    """Every state and area, all occupations together."""
    as_of = read_as_of(request)
    material = queries.all_areas(as_of.day)
    view, notices = by_place_page(request, as_of, "All occupations", material)
    if view is not None and view.export:
        return export_table(request, view.table, "places", view.export, notices)
    context = {
        "view": view,
        "title": f"{view.facts.heading if view is not None else heading_of()} – Occupedia",
        "newest": material.newest,
        "structured": index_data(request, as_of, material.newest if view is not None else None),
        "notices": notices,
    }
    is_fragment = view is not None and wants_fragment(request)
    return render(
        request, "occupations/by_place/_block.html" if is_fragment else "places/index.html", context
    )


@knows(
    "pay",
    "level",
    "group",
    "prices",
    "sort",
    "residual",
    "_export",
    "table",
    "q",
    "jobs_min",
    "page",
    "per_page",
)
def place(request: HttpRequest, code: str, title: str | None = None) -> HttpResponseBase:
    """One area: its jobs and pay. The bare code, or one with another title, leads to the page's own address."""
    as_of = read_as_of(request)
    shown = queries.area_of_code(code, as_of.day)
    if shown is None:
        raise Http404(f"No area here has the code {code}.")
    if shown.area.title_slug != title:
        query = request.GET.urlencode()
        address = shown.area.get_absolute_url()
        return redirect(f"{address}?{query}" if query else address)
    view = read_place(request, shown, as_of)
    if view.export and request.GET.get("table") == "areas":
        return export(request, view.near_sheet(), view.export, view.notices)
    if view.export and view.table is not None:
        return export_table(request, view.table, f"{code}-occupations", view.export, view.notices)
    context = {
        "view": view,
        "title": view.title,
        "page": view.facts,
        "crumbs": view.crumbs,
        "structured": place_data(request, view, as_of),
        "notices": view.notices,
    }
    name = "_occupations" if view.table is not None and wants_fragment(request) else "place"
    return render(request, f"places/{name}.html", context)
