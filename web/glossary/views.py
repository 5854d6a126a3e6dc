"""The terms that the site uses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.http.parameters import knows, unknown
from web.words.glossary import TERMS, by_letter


@knows()
def glossary(request: HttpRequest) -> HttpResponse:
    """Every term with what it means, in alphabetical order."""
    context = {"letters": by_letter(), "terms": TERMS, "notices": unknown(request, {"release"})}
    return render(request, "glossary/index.html", context)
