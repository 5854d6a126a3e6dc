"""Where the figures come from: sources, their releases, and how loading them went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from occupations.models import Source
from web.parameters import unknown
from web.presenters.sources import source_parts


def sources(request: HttpRequest) -> HttpResponse:
    """Every source with its releases and its latest import runs."""
    loaded, empty = source_parts(Source.objects.with_releases_and_runs())
    context = {"sources": loaded, "empty": empty, "notices": unknown(request, {"release"})}
    return render(request, "sources/index.html", context)
