"""Which part of a page htmx asks for."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


def wants_fragment(request: HttpRequest) -> bool:
    """True where htmx will put the answer in the place of one part of the page.

    When the reader goes back, htmx asks for the whole page ("full"), and then it must get one.
    """
    htmx = cast(HtmxDetails | None, getattr(request, "htmx", None))  # set by HtmxMiddleware
    return htmx is not None and bool(htmx) and htmx.request_type == "partial"
