"""The one address under which a page is to be found and cited."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from web.http.as_of import keep_release, read_as_of


def canonical_address(request: HttpRequest) -> str:
    """The whole address without what only orders, narrows or opens the page; "" for a page that isn't public.

    What says which page it is stays: the parameters that its view names in `@knows(…, about=…)`, and `release`. The
    figures of another time are no copy of today's, so such a page is its own and asks not to be indexed; were it to
    name today's instead, a search engine could take that wish for one of today's page.
    """
    view = request.resolver_match.func if request.resolver_match else None
    if not hasattr(view, "known_parameters"):
        return ""
    about: frozenset[str] = getattr(view, "about_parameters", frozenset())
    named = [(name, value) for name in sorted(about) for value in request.GET.getlist(name) if value]
    address = f"{request.path}?{urlencode(named)}" if named else request.path
    try:
        return request.build_absolute_uri(keep_release(address, read_as_of(request)))
    except DisallowedHost:
        return ""
