"""Certifications: the list, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from web.certifications.page import certification_page
from web.certifications.queries import certification_of, every_certification
from web.certifications.rows import certification_rows
from web.certifications.tables import SORTS, CertificationTable
from web.http.fragments import wants_fragment
from web.http.parameters import knows, read_parameters, unknown
from web.http.structured import breadcrumbs, own_dataset
from web.tables.base import arrange, export_table
from web.tables.files import FORMATS


@knows("sort", "_export")
def certifications(request: HttpRequest) -> HttpResponseBase:
    """Every certification, sortable."""
    asked, notices = read_parameters(request, {"sort": SORTS, "_export": FORMATS})
    rows = certification_rows(every_certification(), timezone.localdate())
    table = CertificationTable(rows, order_by="name")
    arrange(table, request, asked.get("sort"))
    if kind := asked.get("_export"):
        return export_table(request, table, "certifications", kind, notices)
    name = "_table" if wants_fragment(request) else "index"
    described = (
        "Certifications: who gives each, for which occupations, how long it lasts and when it was checked."
    )
    said = [own_dataset(request, name="Certifications by occupation", description=described)] if rows else []
    context = {"table": table, "structured": said, "notices": notices}
    return render(request, f"certifications/{name}.html", context)


@knows()
def certification(request: HttpRequest, slug: str) -> HttpResponse:
    """One certification: who gives it, what it asks, and when somebody last checked that."""
    known = certification_of(slug)
    if known is None:
        raise Http404(f"No certification is called {slug}.")
    page = certification_page(known, timezone.localdate())
    way = [("Certifications", reverse("certifications"))]
    context = {
        "page": page,
        "structured": [breadcrumbs(request, way, known.name)],
        "notices": unknown(request, {"release"}),
    }
    return render(request, "certifications/detail.html", context)
