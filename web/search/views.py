"""Search everywhere: the page of results, and suggestions while somebody is typing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.http.as_of import read_as_of
from web.http.parameters import knows, repeated, unknown
from web.search.page import ON_PAGE, WHILE_TYPING, answered_page, say_in_short, search_page


@knows("q")
def search(request: HttpRequest) -> HttpResponse:
    """The answer to a question, and what a text finds, in groups."""
    as_of = read_as_of(request)
    page = answered_page(request.GET.get("q", ""), as_of, ON_PAGE)
    say_in_short(page, as_of)
    notices = unknown(request, {"q", "release"}) + repeated(request)
    return render(request, "search/index.html", {"page": page, "notices": notices})


@knows("q")
def suggest(request: HttpRequest) -> HttpResponse:
    """The options of a list box below a search box; nothing for a text that can't be looked for."""
    page = search_page(request.GET.get("q", ""), read_as_of(request), WHILE_TYPING)
    return render(request, "search/_suggestions.html", {"page": page})
