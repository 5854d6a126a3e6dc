"""One occupation in one place, and in one industry."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from web.http.as_of import AsOf, read_as_of
from web.http.parameters import knows
from web.occupations.address import occupation_or_404
from web.occupations.answer import queries
from web.occupations.answer.addresses import in_industry_address, in_place_address
from web.occupations.answer.data import answer_data
from web.occupations.answer.page import answer_page
from web.occupations.answer.queries import Material
from web.occupations.by_industry.address import industry_or_404
from web.tables.files import export


@knows("pay", "prices", "_export")
def in_place(request: HttpRequest, code: str, area: str, **_titles: str | None) -> HttpResponseBase:
    """One occupation in one area. Bare codes, and codes under another title, lead to the page's own address."""
    occupation, as_of = occupation_or_404(code), read_as_of(request)
    meant = queries.area_meant(area, as_of.day)
    if meant is None:
        raise Http404(f"No area here has the code {area}.")
    address = in_place_address(occupation, meant)
    if address != request.path:
        return _to(request, address)
    return _page(request, queries.in_place(occupation, meant, as_of.day), as_of)


@knows("pay", "prices", "_export")
def in_industry(request: HttpRequest, code: str, industry: str, **_titles: str | None) -> HttpResponseBase:
    """One occupation in one industry, by the same rules."""
    occupation, as_of = occupation_or_404(code), read_as_of(request)
    meant = industry_or_404(industry)
    address = in_industry_address(occupation, meant)
    if address != request.path:
        return _to(request, address)
    return _page(request, queries.in_industry(occupation, meant, as_of.day), as_of)


def _page(request: HttpRequest, material: Material, as_of: AsOf) -> HttpResponseBase:
    page = answer_page(request, material, as_of, timezone.localdate())
    if page.export:
        return export(request, page.sheet(), page.export, page.notices)
    context = {
        "view": page,
        "page": page.heading,
        "crumbs": page.crumbs,
        "structured": answer_data(request, page, material, as_of),
        "notices": page.notices,
    }
    return render(request, "occupations/answer/index.html", context)


def _to(request: HttpRequest, address: str) -> HttpResponse:
    """To the address, with the query as it is."""
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)
