"""Suggestions on a page that takes several occupations: each adds one to those that the page has."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest
from django.urls import reverse

from web.http.as_of import keep_release, read_as_of
from web.http.selection import PARAMETER, READ_AT_MOST, written
from web.search.page import SearchPage
from web.search.rows import Match

# Which page, and the rest of its address.
TO, WITH = "to", "with"
# The pages, each with the parameters of its own that an addition keeps.
ADDING = {"compare": ("by", "pay", "measure", "view", "base", "sort"), "handouts": ()}


def additions(request: HttpRequest, page: SearchPage) -> list[tuple[Match, str]]:
    """The occupations that a text finds, but for those that the page has, each with the address that adds it."""
    to = request.GET[TO]
    chosen = [code for text in request.GET.getlist(PARAMETER)[:READ_AT_MOST] if (code := written(text))]
    kept = [(name, value) for name, value in parse_qsl(request.GET.get(WITH, "")[:500]) if name in ADDING[to]]
    found = [match for group in page.groups for match in group.matches] + page.exact
    return [
        (match, _address(to, [*chosen, match.occupation.code], kept, request))
        for match in found
        if match.occupation is not None and match.occupation.code not in chosen
    ]


def _address(to: str, codes: list[str], kept: list[tuple[str, str]], request: HttpRequest) -> str:
    query = urlencode([*((PARAMETER, code) for code in codes), *kept])
    return keep_release(f"{reverse(to)}?{query}", read_as_of(request))
