"""Parameters of an address: what is understood is used, what isn't is ignored and said."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Form
from django.http import HttpRequest, QueryDict

from web.words.sentences import plural

LONGEST_SHOWN = 40
NAMED_AT_MOST = 5
View = TypeVar("View", bound=Callable[..., Any])


def knows(*names: str, about: Iterable[str] = ()) -> Callable[[View], View]:
    """Say which parameters a page knows besides `release`. With any others it is the same page: the page cache takes
    them away before the view sees them, and says so. Those of `about` say which page it is, and belong to the address
    under which it is found; the others order it, narrow it or open something."""

    def mark(view: View) -> View:
        view.known_parameters = frozenset({"release", *names, *about})  # type: ignore[attr-defined]
        view.about_parameters = frozenset(about)  # type: ignore[attr-defined]
        return view

    return mark


def ignored_in_words(names: Sequence[str]) -> list[str]:
    """A sentence for each parameter that a page doesn't know, of a few; the others are counted."""
    said = [
        f"We ignored “{shortened(name)}” in the address: this page doesn’t use it."
        for name in names[:NAMED_AT_MOST]
    ]
    more = len(names) - NAMED_AT_MOST
    if more > 0:
        said.append(f"We ignored {plural(more, 'other', 'others')} as well.")
    return said


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
            notices.append(f"We ignored “{shortened(value)}” in the address: it isn’t a choice for “{name}”.")
    return asked, notices


def unknown(request: HttpRequest, known: set[str]) -> list[str]:
    """A notice for each parameter that this page doesn't know."""
    return ignored_in_words([name for name in request.GET if name not in known])


def repeated(request: HttpRequest, several: Iterable[str] = ()) -> list[str]:
    """A notice for each parameter that was given more than once; the last one counts. `several` may be."""
    return [
        f"The address has “{shortened(name)}” {len(values)} times. We used the last one."
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
            f"We ignored “{shortened(value)}” in the address: it isn’t a choice for “{name}”."
            for value in given
            if value not in values
        ]
        kept = [value for value in dict.fromkeys(given) if value in values]
        if kept:
            query.setlist(name, kept)
        else:
            query.pop(name, None)
    return notices


def read_open(request: HttpRequest, known: Container[str]) -> tuple[frozenset[str], list[str]]:
    """The codes of the rows that `open` says to open, and a notice for each that is no such row's."""
    given = dict.fromkeys(code for code in request.GET.getlist("open") if code)
    notices = [
        f"We ignored “open={shortened(code)}” in the address: this table has no such row to open."
        for code in given
        if code not in known
    ]
    return frozenset(code for code in given if code in known), notices


def whole_number(request: HttpRequest, name: str, default: int) -> tuple[int, list[str]]:
    """A number of 1 or more, or the default and a notice."""
    text = request.GET.get(name, "")
    if not text:
        return default, []
    if text.isascii() and text.isdigit() and len(text) <= 6 and int(text) > 0:
        return int(text), []
    return default, [f"We ignored “{shortened(text)}” in the address: it isn’t a choice for “{name}”."]


def read_form(form: Form) -> tuple[dict[str, Any], list[str]]:
    """What a form understands of the address that it is given, and a notice for each parameter that it doesn't.

    One that is malformed leaves the others in force.
    """
    notices = []
    for name, errors in form.errors.items():
        said = " ".join(str(error) for error in errors)
        about_all = name == NON_FIELD_ERRORS
        given = "" if about_all else f"We ignored “{shortened(form.data.get(name, ''))}” for “{name}”: "
        notices.append(f"{given}{said}")
    return form.cleaned_data, notices


def shortened(text: str) -> str:
    """Something from an address as a notice repeats it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
