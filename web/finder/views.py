"""The finder: every occupation, searched, narrowed and sorted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from occupations.models import Release
from web.finder.address import read_address
from web.finder.page import NARROWING, VIEW, finder_page
from web.finder.queries import areas_of
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows
from web.http.structured import dataset
from web.tables.base import export_table

DESCRIBED = (
    "Find U.S. occupations by pay, growth, openings, education, interests or industry, with median pay and jobs for"
    " each."
)


@knows("q", *VIEW, *NARROWING)
def finder(request: HttpRequest) -> HttpResponseBase:
    """The whole page, or for htmx only the part that changes; under one tidy address for every search."""
    as_of, is_fragment = read_as_of(request), wants_fragment(request)
    asked = read_address(request, as_of)
    tidy = f"{request.path}?{asked.query.urlencode()}" if asked.query else request.path
    if asked.is_untidy and not is_fragment:
        return redirect(tidy)
    request.GET = asked.query  # type: ignore[assignment]  # links of the page are made from it
    page = finder_page(request, asked, as_of)
    if page.export:
        return export_table(request, page.table, "occupations", page.export, page.notices)
    template = "finder/_finder.html" if is_fragment else "finder/index.html"
    # On paper the address is the whole search.
    context = {
        "page": page,
        "permalink": tidy,
        "page_address": request.build_absolute_uri(tidy),
        "described": DESCRIBED,
        "structured": [
            dataset(
                request, as_of, release, name="U.S. occupations: pay, jobs and outlook", description=DESCRIBED
            )
            for release in page.releases[:1]
        ],
        "notices": page.notices,
    }
    response = render(request, template, context)
    if asked.is_untidy:
        response.headers["HX-Push-Url"] = tidy
    return response


@knows()
def area_names(request: HttpRequest) -> HttpResponse:
    """The names of the areas that can be chosen, for the field of the finder that asks for one."""
    day = read_as_of(request).day
    return render(
        request, "finder/_area_names.html", {"areas": areas_of(Release.objects.newest("oews", day))}
    )
