"""How the figures are made, and what they can't say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from web.about.page import GROWTH_WORDS, MISSING_FIGURES, RELIABILITY_WORDS
from web.http.parameters import knows, unknown
from web.tables.cells import LEAST_JOBS, LEAST_PER_1000


@knows()
def about(request: HttpRequest) -> HttpResponse:
    """The method, in plain words."""
    context = {
        "missing_figures": MISSING_FIGURES,
        "growth_words": GROWTH_WORDS,
        "reliability_words": RELIABILITY_WORDS,
        "least_jobs": LEAST_JOBS,
        "least_per_1000": LEAST_PER_1000,
        "notices": unknown(request, {"release"}),
    }
    return render(request, "about/index.html", context)
