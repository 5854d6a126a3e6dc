"""Spans of years stay in one line: "2024–34" never breaks at its dash, on any page.

A browser may break a line after a dash, and no style tells it not to between digits. Such spans are in titles of
releases, in sentences and in names, so they are marked where all of these meet: in the page that goes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# What has no lines that could break, or may not hold an element; then any other tag; then what is looked for.
SPANS = re.compile(
    r"<(title|script|style|textarea|option|svg)\b.*?</\1\s*>|<[^>]*>|(?<!\d)(\d{4}–\d{2}(?:\d{2})?)(?!\d)",
    re.DOTALL,
)
NOT_PAGES = ("/admin/", "/healthz/", "/static/")


class UnbrokenYearsMiddleware:
    """Marks spans of years in every page and fragment; stands inside the page cache, so that it is done once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        if is_html and not response.streaming and not request.path.startswith(NOT_PAGES):
            response.content = unbroken(response.text).encode(response.charset)
        return response


def unbroken(html: str) -> str:
    """The page with each span of years in its text in an element that keeps it in one line."""
    return SPANS.sub(lambda found: f'<span class="nowrap">{found[2]}</span>' if found[2] else found[0], html)
