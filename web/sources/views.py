"""Where the figures come from: sources, their releases, and how loading them went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from web.http.parameters import knows, read_parameters
from web.http.structured import own_dataset
from web.sources.queries import every_source
from web.sources.rows import source_parts
from web.sources.tables import releases_sheet
from web.tables.files import FORMATS, export


@knows("_export")
def sources(request: HttpRequest) -> HttpResponseBase:
    """Every source with its releases and its latest import runs."""
    loaded, empty = source_parts(every_source())
    asked, notices = read_parameters(request, {"_export": FORMATS})
    if kind := asked.get("_export"):
        return export(request, releases_sheet(loaded), kind, notices)
    name = "Sources and releases"
    described = "The publications that the figures come from, and the releases of each that are loaded."
    context = {
        "sources": loaded,
        "empty": empty,
        "structured": [own_dataset(request, name=name, description=described)] if loaded else [],
        "notices": notices,
    }
    return render(request, "sources/index.html", context)
