"""The finder: every occupation, searched, narrowed and sorted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.asof import read_as_of
from web.finder import finder_page
from web.fragments import wants_fragment


def finder(request: HttpRequest) -> HttpResponse:
    """The whole page, or for htmx only the results."""
    page = finder_page(request, read_as_of(request))
    template = "finder/_results.html" if wants_fragment(request) else "finder/index.html"
    return render(request, template, {"page": page, "notices": page.notices})
