"""Occupations side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from web.compare.described import compare_data
from web.compare.page import compare_page
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import knows
from web.tables.base import export_table


@knows(
    "by",
    "pay",
    "measure",
    "view",
    "base",
    "_export",
    "sort",
    "open",
    "q",
    "page",
    "per_page",
    about=("occupation",),
)
def compare(request: HttpRequest) -> HttpResponseBase:
    """The whole page, for htmx only the comparison, or its table as a file."""
    as_of = read_as_of(request)
    page = compare_page(request, as_of)
    if page.comparison is not None and page.export:
        return export_table(request, page.comparison.table, page.filename, page.export, page.notices)
    template = "_block" if wants_fragment(request) and page.comparison else "index"
    context = {"page": page, "structured": compare_data(request, page, as_of), "notices": page.notices}
    return render(request, f"compare/{template}.html", context)
