"""One occupation in one place, and in one industry."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from web.http.as_of import read_as_of
from web.http.parameters import knows
from web.occupations.address import occupation_or_404
from web.occupations.answer import queries
from web.occupations.answer.addresses import in_industry_address, in_place_address
from web.occupations.answer.card import answer_of
from web.occupations.by_industry.address import industry_or_404
from web.occupations.heading import crumbs, heading


@knows()
def in_place(request: HttpRequest, code: str, area: str, **_titles: str | None) -> HttpResponseBase:
    """One occupation in one area. Bare codes, and codes under another title, lead to the page's own address."""
    occupation, as_of = occupation_or_404(code), read_as_of(request)
    meant = queries.area_meant(area, as_of.day)
    if meant is None:
        raise Http404(f"No area here has the code {area}.")
    address = in_place_address(occupation, meant)
    if address != request.path:
        return _to(request, address)
    material = queries.in_place(occupation, meant, as_of.day)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "answer": answer_of(material),
    }
    return render(request, "occupations/answer/index.html", context)


@knows()
def in_industry(request: HttpRequest, code: str, industry: str, **_titles: str | None) -> HttpResponseBase:
    """One occupation in one industry, by the same rules."""
    occupation, as_of = occupation_or_404(code), read_as_of(request)
    meant = industry_or_404(industry)
    address = in_industry_address(occupation, meant)
    if address != request.path:
        return _to(request, address)
    material = queries.in_industry(occupation, meant, as_of.day)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "answer": answer_of(material),
    }
    return render(request, "occupations/answer/index.html", context)


def _to(request: HttpRequest, address: str) -> HttpResponse:
    """To the address, with the query as it is."""
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)
