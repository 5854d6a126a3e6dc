"""An occupation's profile."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows, read_parameters
from web.http.residuals import RESIDUAL, SHOW, residuals_of
from web.occupations.address import of_occupation
from web.occupations.described import profile_data
from web.occupations.heading import crumbs
from web.occupations.members_table import SORTS, member_table, ranked
from web.occupations.profile import profile_page
from web.occupations.profile_files import TABLES, profile_sheets
from web.occupations.queries import profile_material
from web.tables.base import arrange
from web.tables.files import FORMATS, chosen


@knows("prices", "sort", RESIDUAL, "_export", "table")
@of_occupation()
def profile(request: HttpRequest, occupation: Occupation) -> HttpResponseBase:
    """One occupation: everything that is known of it."""
    asked, notices = read_parameters(
        request,
        {
            "prices": ("published", "adjusted"),
            "sort": SORTS,
            "_export": FORMATS,
            "table": TABLES,
            RESIDUAL: (SHOW,),
        },
    )
    as_of = read_as_of(request)
    material = profile_material(occupation, as_of.day, at_prices=asked.get("prices") == "adjusted")
    address = request.build_absolute_uri(occupation.get_absolute_url())
    page = profile_page(material, address, timezone.localdate())
    listed = page.members if RESIDUAL in asked else ranked(page.members, asked.get("sort", ""))
    members = member_table(page, as_of, listed) if listed else None
    if members is not None:
        arrange(members, request, asked.get("sort"))
    sheets = profile_sheets(page, members and members.sheet(f"{occupation.code}-within"))
    file, said = chosen(request, asked, sheets, notices)
    context = {
        "page": page,
        "members": members,
        "residuals": residuals_of(request, len(page.members) - len(listed)),
        "crumbs": crumbs(occupation, as_of),
        "structured": profile_data(request, page, as_of),
        "notices": notices + said,
        "files": [(table, TABLES[table]) for table in sheets if table != "within"],
    }
    name = "_members_table" if members and wants_fragment(request) else "profile"
    return file or render(request, f"occupations/{name}.html", context)
