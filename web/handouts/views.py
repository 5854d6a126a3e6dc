"""Handouts of a few occupations, to be printed."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from web.compare.add_form import SEARCH, add_form_of_handouts
from web.handouts.page import handout
from web.handouts.queries import packet
from web.http.as_of import read_as_of
from web.http.parameters import knows, repeated, unknown
from web.http.permalinks import pinned, short_address
from web.http.selection import IN_A_PACKET, PARAMETER, read_selection, with_occupations


@knows(PARAMETER, SEARCH)
def handouts(request: HttpRequest) -> HttpResponse:
    """A page or two for each chosen occupation, after a cover that lists them where there are several."""
    selection, notices = read_selection(request, IN_A_PACKET)
    notices += [*unknown(request, {PARAMETER, SEARCH, "release"}), *repeated(request, [PARAMETER])]
    as_of = read_as_of(request)
    more = add_form_of_handouts(request, selection, as_of)
    material = packet(selection, as_of.day)
    sheets = [handout(occupation, material) for occupation in selection]
    sheets = [
        replace(sheet, permalink=pinned(request, short_address(sheet.occupation), sheet.releases, as_of))
        for sheet in sheets
    ]
    releases = list(dict.fromkeys(release for sheet in sheets for release in sheet.releases))
    address = with_occupations(reverse("handouts"), selection)
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
