"""Handouts of a few occupations, to be printed."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from web.compare.add_form import SEARCH, add_form_of_handouts
from web.handouts.here import INDUSTRY, PLACE, answers_here, read_here
from web.handouts.page import handout
from web.handouts.queries import packet
from web.http.as_of import read_as_of
from web.http.parameters import knows, repeated, unknown
from web.http.permalinks import pinned, short_address
from web.http.selection import (
    IN_A_PACKET,
    PARAMETER,
    read_selection,
    with_occupations,
    with_parameters_kept,
)


@knows(SEARCH, PLACE, INDUSTRY, about=(PARAMETER,))
def handouts(request: HttpRequest) -> HttpResponse:
    """A sheet for each chosen occupation; on a screen, where there are several, after a list of them."""
    selection, notices = read_selection(request, IN_A_PACKET)
    known = {PARAMETER, SEARCH, PLACE, INDUSTRY, "release"}
    notices += [*unknown(request, known), *repeated(request, [PARAMETER])]
    as_of = read_as_of(request)
    here, said = read_here(request, as_of.day)
    notices += said
    more = add_form_of_handouts(request, selection, as_of, keep=here.parameters)
    material = packet(selection, as_of.day)
    answers = answers_here(selection, material, here, as_of.day)
    sheets = [handout(occupation, material, answers.get(occupation.pk)) for occupation in selection]
    sheets = [
        replace(sheet, permalink=pinned(request, short_address(sheet.occupation), sheet.releases, as_of))
        for sheet in sheets
    ]
    releases = list(dict.fromkeys(release for sheet in sheets for release in sheet.releases))
    address = with_parameters_kept(with_occupations(reverse("handouts"), selection), here.parameters)
    context = {
        "sheets": sheets,
        "releases": releases,
        "permalink": pinned(request, address, releases, as_of) if selection else "",
        "today": timezone.localdate(),
        "compare": with_occupations(reverse("compare"), selection),
        "add_form": more,
        "notices": [*notices, more.found_nothing] if more.found_nothing else notices,
    }
    return render(request, "handouts/index.html", context)
