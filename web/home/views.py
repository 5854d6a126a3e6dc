"""The home page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from web.home.described import home_data
from web.home.page import home_page
from web.home.queries import home_material
from web.home.tables import groups_sheet
from web.http.as_of import read_as_of
from web.http.parameters import knows, read_parameters
from web.tables.files import FORMATS, export


@knows("_export")
def home(request: HttpRequest) -> HttpResponseBase:
    """Search, the major groups, a few facts, and what was published lately."""
    as_of = read_as_of(request)
    page = home_page(home_material(as_of.day), as_of)
    given, notices = read_parameters(request, {"_export": FORMATS})
    if kind := given.get("_export"):
        return export(request, groups_sheet(page), kind, notices)
    context = {"page": page, "structured": home_data(request, page, as_of), "notices": notices}
    return render(request, "home/index.html", context)
