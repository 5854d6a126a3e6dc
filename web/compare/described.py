"""What a comparison says of itself to search engines."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest

from web.compare.page import ComparePage
from web.http.as_of import AsOf
from web.http.selection import PARAMETER
from web.http.structured import Structured, dataset


def compare_data(request: HttpRequest, page: ComparePage, as_of: AsOf) -> list[Structured]:
    """The table of what is compared."""
    if page.comparison is None or not page.releases:
        return []
    release = page.releases[0]
    chosen = urlencode([(PARAMETER, one.code) for one in page.series])
    described = f"{page.title}: {page.comparison.table.caption_title} {release.label}."
    return [dataset(request, as_of, release, name=page.title, description=described, asked=chosen)]
