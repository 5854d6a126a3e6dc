"""What every template knows."""

from __future__ import annotations

from django.http import HttpRequest

from web.asof import AsOf, read_as_of


def reading(request: HttpRequest) -> dict[str, AsOf]:
    """The release or day that the page is read as of, so that no page can forget to say it."""
    return {"as_of": read_as_of(request)}
