"""Where the figures come from: sources, their releases, and how loading them went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from occupations.models import Source
from web.asof import read_as_of
from web.parameters import unknown
from web.presenters.sources import source_parts


def sources(request: HttpRequest) -> HttpResponse:
    """Every source with its releases and its latest import runs."""
    read = Source.objects.with_releases_and_runs()
    context = {"sources": source_parts(read), "notices": unknown(request, {"release"})}
    return render(request, "sources/index.html", context | {"day": read_as_of(request).day})
