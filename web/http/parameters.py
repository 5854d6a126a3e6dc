"""Parameters of an address: what is understood is used, what isn't is ignored and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet

LONGEST_SHOWN = 40


def read_parameters(
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
            notices.append(f"“{shortened(value)}” is not a value of “{name}”, so it was ignored.")
    return asked, notices


def unknown(request: HttpRequest, known: set[str]) -> list[str]:
    """A notice for each parameter that this page doesn't know."""
    return [
        f"This page does not know the parameter “{shortened(name)}”, so it was ignored."
        for name in request.GET
        if name not in known
    ]


def repeated(request: HttpRequest, several: Iterable[str] = ()) -> list[str]:
    """A notice for each parameter that was given more than once; the last one counts. `several` may be."""
    return [
        f"“{shortened(name)}” was given {len(values)} times; the last one counts."
        for name, values in request.GET.lists()
        if len(values) > 1 and name not in several
    ]


def without_unknown(query: QueryDict, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Takes the values that are not among the known ones out of parameters that can be given several times; a
    notice for each."""
    notices = []
    for name, values in known.items():
        given = query.getlist(name)
        notices += [
            f"“{shortened(value)}” is not a value of “{name}”, so it was ignored."
            for value in given
            if value not in values
        ]
        kept = [value for value in dict.fromkeys(given) if value in values]
        if kept:
            query.setlist(name, kept)
        else:
            query.pop(name, None)
    return notices


def whole_number(request: HttpRequest, name: str, default: int) -> tuple[int, list[str]]:
    """A number of 1 or more, or the default and a notice."""
    text = request.GET.get(name, "")
    if not text:
        return default, []
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0:
        return int(text), []
    return default, [f"“{shortened(text)}” is not a value of “{name}”, so it was ignored."]


def checked(
    filters: Callable[..., FilterSet], request: HttpRequest, queryset: QuerySet, data: QueryDict | None = None
) -> tuple[FilterSet, list[str]]:
    """The filters with every parameter that they understand, and a notice for each that is malformed.

    django-filter drops all filters when one is wrong; here the others stay in force. `data` stands in for the
    request's own parameters.
    """
    data = (request.GET if data is None else data).copy()
    asked = filters(data, queryset=queryset, request=request)
    notices = []
    for name, errors in asked.form.errors.items():
        said = " ".join(str(error) for error in errors)
        given = "" if name == "__all__" else f"“{shortened(data.get(name, ''))}” in “{name}” was ignored: "
        notices.append(f"{given}{said}")
        for field in asked.form.drop_with.get(name, [name]):
            data.pop(field, None)
    if not notices:
        return asked, []
    return filters(data, queryset=queryset, request=request), notices


def shortened(text: str) -> str:
    """Something from an address as a notice repeats it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
