"""How the figures are made, and what they can't say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.parameters import unknown
from web.presenters.about import GROWTH_WORDS, MISSING_FIGURES, RELIABILITY_WORDS


def about(request: HttpRequest) -> HttpResponse:
    """The method, in plain words."""
    context = {
        "missing_figures": MISSING_FIGURES,
        "growth_words": GROWTH_WORDS,
        "reliability_words": RELIABILITY_WORDS,
        "notices": unknown(request, {"release"}),
    }
    return render(request, "about/index.html", context)
