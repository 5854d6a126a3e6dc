"""Parameters of an address: what is understood is used, what isn't is ignored and said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.http import HttpRequest

LONGEST_SHOWN = 40


def choices(
    request: HttpRequest, known: Mapping[str, Iterable[str]], also: Iterable[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """The parameters that take one of a few values, and a notice for each that is unknown or malformed.

    `known` gives the values of each parameter; `also` names parameters that somebody else reads.
    """
    asked: dict[str, str] = {}
    notices = unknown(request, {*known, *also, "release"})
    for name, values in known.items():
        value = request.GET.get(name)
        if value is None or value == "":
            continue
        if value in values:
            asked[name] = value
        else:
            notices.append(f"“{_short(value)}” is not a value of “{name}”, so it was ignored.")
    return asked, notices


def unknown(request: HttpRequest, known: set[str]) -> list[str]:
    """A notice for each parameter that this page doesn't know."""
    return [
        f"This page does not know the parameter “{_short(name)}”, so it was ignored."
        for name in request.GET
        if name not in known
    ]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
