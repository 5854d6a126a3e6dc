"""What every page tells its template."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from web.http.as_of import AsOf, read_as_of
from web.http.canonical import canonical_address
from web.http.fragments import wants_fragment


def page_context(request: HttpRequest) -> dict[str, AsOf | bool | str]:
    """The release or day that the page is read as of, so that no page can forget to say it, the page's
    address for print, the one under which it is found: "" where the request's host is not one of ours, and whether
    a part of the page is asked for."""
    try:
        address = request.build_absolute_uri(request.path)
    except DisallowedHost:
        address = ""
    return {
        "as_of": read_as_of(request),
        "page_address": address,
        "canonical": canonical_address(request),
        "is_fragment": wants_fragment(request),
    }
