"""Certifications: the list, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from web.certifications.listing import FILTERS, certification_list
from web.certifications.page import certification_page
from web.certifications.queries import certification_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows, unknown
from web.http.structured import breadcrumbs, own_dataset
from web.tables.base import export_table


@knows("sort", "_export", *FILTERS, "page", "per_page")
def certifications(request: HttpRequest) -> HttpResponseBase:
    """Every certification, searched, narrowed and sorted."""
    page = certification_list(request, timezone.localdate())
    if page.export:
        return export_table(request, page.table, "certifications", page.export, page.notices)
    name = "_table" if wants_fragment(request) else "index"
    described = (
        "Certifications: who gives each, for which occupations, how long it lasts, and when we last checked."
    )
    is_any = bool(page.table.rows)
    said = (
        [own_dataset(request, name="Certifications by occupation", description=described)] if is_any else []
    )
    context = {"page": page, "structured": said, "notices": page.notices}
    return render(request, f"certifications/{name}.html", context)


@knows()
def certification(request: HttpRequest, slug: str) -> HttpResponse:
    """One certification: who gives it, what it asks, and when somebody last checked that."""
    known = certification_of(slug)
    if known is None:
        raise Http404(f"There is no certification “{slug}”.")
    page = certification_page(known, timezone.localdate())
    way = [("Certifications", reverse("certifications"))]
    context = {
        "page": page,
        "structured": [breadcrumbs(request, way, known.name)],
        "notices": unknown(request, {"release"}),
    }
    return render(request, "certifications/detail.html", context)
