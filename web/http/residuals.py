"""What a ranking says of the "all other" occupations that it leaves out, and the ways to them and back."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from web.http.pagination import Link, with_parameters, without
from web.words.sentences import plural

RESIDUAL, SHOW = "residual", "show"


@dataclass(frozen=True)
class Residuals:
    """The "all other" occupations that an order leaves out: how many, and the way to list them."""

    sentence: str
    show: Link


def residuals_of(request: HttpRequest, count: int) -> Residuals | None:
    """What is said of so many "all other" occupations that a ranking leaves out; None for none."""
    if not count:
        return None
    show = Link("Show it too" if count == 1 else "Show them too", with_parameters(request, residual=SHOW))
    return Residuals(residuals_in_words(count), show)


def residuals_in_words(count: int) -> str:
    """How many residuals an order leaves out."""
    occupations = plural(count, "“all other” occupation", "“all other” occupations")
    return f"{occupations} {'is' if count == 1 else 'are'} left out of this ranking."


def residuals_chip(request: HttpRequest) -> Link:
    """Leaves "all other" occupations out again, where they were asked for."""
    return Link("“All other” occupations shown", without(request, (RESIDUAL,)))


def way_to_residuals(request: HttpRequest, count: int, one: str, many: str) -> Link:
    """How many there would be with "all other" occupations, where nothing else is found."""
    return Link(
        f"Show “all other” occupations too: {plural(count, one, many)}",
        with_parameters(request, residual=SHOW),
    )
