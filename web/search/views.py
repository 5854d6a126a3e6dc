"""Search everywhere: the page of results, and suggestions while somebody is typing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.http.as_of import read_as_of
from web.http.parameters import knows, repeated, unknown
from web.http.selection import PARAMETER
from web.search.additions import ADDING, TO, WITH, additions
from web.search.page import ON_PAGE, answered_page, say_in_short, suggestions_page


@knows(about=("q",))
def search(request: HttpRequest) -> HttpResponse:
    """The answer to a question, and what a text finds, in groups."""
    as_of = read_as_of(request)
    page = answered_page(request.GET.get("q", ""), as_of, ON_PAGE)
    say_in_short(page, as_of)
    notices = unknown(request, {"q", "release"}) + repeated(request)
    return render(request, "search/index.html", {"page": page, "notices": notices})


@knows("q", TO, WITH, PARAMETER)
def suggest(request: HttpRequest) -> HttpResponse:
    """The options of a list box below a search box; nothing for a text that can't be looked for.

    With `to`, a page that takes several occupations: options that add one to those that it has.
    """
    page = suggestions_page(request.GET.get("q", ""), read_as_of(request))
    if request.GET.get(TO) in ADDING:
        return render(
            request, "search/_additions.html", {"page": page, "additions": additions(request, page)}
        )
    return render(request, "search/_suggestions.html", {"page": page})
