"""What a page says to programs: data in the words of schema.org, written as JSON-LD.

Every function gives a dictionary for json; addresses are whole. Nothing is said that the page doesn't say as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from occupations.editions import year_of
from occupations.models import Release
from web.http.as_of import AsOf, keep_release

Structured = dict[str, Any]
CONTEXT = "https://schema.org"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) ((?:19|20)\d\d)\b")
YEARS = re.compile(r"\b((?:19|20)\d\d)[–-]((?:19|20)?\d\d)\b")
FILES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def breadcrumbs(request: HttpRequest, crumbs: Sequence[tuple[str, str]], title: str) -> Structured:
    """The way to the page from the top, as (title, address) of the pages above and the page's own title."""
    way = [*crumbs, (title, request.path)]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": request.build_absolute_uri(href),
            }
            for position, (name, href) in enumerate(way, start=1)
        ],
    }


def dataset(
    request: HttpRequest,
    as_of: AsOf,
    release: Release,
    *,
    name: str,
    description: str,
    table: str = "",
    place: str = "United States",
    since: Release | None = None,
    asked: str = "",
) -> Structured:
    """A table that can be taken away, with its source. `table` names it where the page has several; `since` is the
    oldest release in it where there are several; `asked` is the query of an address that is about something, such as
    "occupation=29-1141". The release must come with its source."""
    source = release.source
    return (
        _table(request, as_of, name, description, [asked, f"table={table}" if table else ""])
        | {
            "license": source.license_url or {"@type": "CreativeWork", "name": source.license},
            "creator": {"@type": "Organization", "name": source.publisher},
            "creditText": source.attribution,
            "temporalCoverage": _since(since, release),
            "spatialCoverage": {"@type": "Place", "name": place},
        }
        | ({"isBasedOn": source.official_url} if source.official_url else {})
    )


def own_dataset(request: HttpRequest, *, name: str, description: str) -> Structured:
    """A table that can be taken away and that the site's editors made."""
    return _table(request, AsOf(), name, description, []) | {
        "creator": {"@type": "Organization", "name": "Occupedia", "url": request.build_absolute_uri("/")},
        "spatialCoverage": {"@type": "Place", "name": "United States"},
    }


def _table(
    request: HttpRequest, as_of: AsOf, name: str, description: str, query: Sequence[str]
) -> Structured:
    """What every table has: its names, its address, and its files."""

    def address(*parameters: str) -> str:
        given = "&".join(filter(None, parameters))
        return request.build_absolute_uri(
            keep_release(f"{request.path}?{given}" if given else request.path, as_of)
        )

    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": address(*query[:1]),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": address(*query[:1], f"_export={kind}", *query[1:]),
            }
            for kind, media_type in FILES.items()
        ],
    }


def _since(oldest: Release | None, newest: Release) -> str:
    last = coverage(newest)
    return f"{coverage(oldest)}/{last}" if oldest is not None and oldest != newest else last


def coverage(release: Release) -> str:
    """The reference period as ISO 8601 has it: "2025-05" of "May 2025", "2024/2034" of "2024–34", else a year."""
    for text in (release.reference_period, release.label):
        if month := MONTH.search(text):
            return f"{month[2]}-{MONTHS.index(month[1]) + 1:02}"
        if years := YEARS.search(text):
            first, last = years.groups()
            return f"{first}/{last if len(last) == 4 else first[:2] + last}"
    return str(year_of(release))
