"""One occupation in every state and area."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows
from web.occupations.address import of_occupation
from web.occupations.by_place.page import by_place_page
from web.occupations.by_place.queries import occupation_areas
from web.occupations.by_place.words import heading as heading_of
from web.occupations.described import places_described, table_data
from web.occupations.heading import crumbs, heading
from web.tables.base import export_table


@knows("pay", "view", "state", "map", "prices", "sort", "_export", "q", "page", "per_page")
@of_occupation("places/")
def places(request: HttpRequest, occupation: Occupation) -> HttpResponseBase:
    """One occupation in every state and area."""
    as_of = read_as_of(request)
    material = occupation_areas(occupation, as_of.day)
    view, notices = by_place_page(request, as_of, occupation.sentence_title, material, occupation=occupation)
    if view is not None and view.export:
        return export_table(request, view.table, f"{occupation.code}-by-place", view.export, notices)
    release = material.overall.release if material.overall is not None and view is not None else None
    described = places_described(occupation, release)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "view": view,
        "title": view.facts.heading if view is not None else heading_of(occupation.sentence_title),
        "description": described,
        "structured": table_data(request, as_of, occupation, "Places", described, release),
        "notices": notices,
    }
    name = f"occupations/by_place/{'_block' if view and wants_fragment(request) else 'index'}.html"
    return render(request, name, context)
