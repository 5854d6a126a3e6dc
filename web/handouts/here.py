"""What a handout says of one place or industry: the answer for each of its occupations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest

from occupations.editions import edition_of
from occupations.models import Industry, Occupation
from wages.models import Area, WageEstimate
from web.handouts.queries import Packet
from web.http.parameters import shortened
from web.occupations.answer.card import Answer, answer_of
from web.occupations.answer.queries import Material, area_meant
from web.occupations.by_industry.address import industry_or_404
from web.occupations.by_place.queries import AREA_MEASURES
from web.occupations.pay import choose_for_tables, same_edition
from web.occupations.queries import wage_releases

PLACE, INDUSTRY = "place", "industry"


@dataclass(frozen=True)
class Here:
    """The place or the industry that the handouts are about as well; neither for the nation alone."""

    area: Area | None = None
    industry: Industry | None = None

    def __bool__(self) -> bool:
        return self.area is not None or self.industry is not None

    @property
    def parameters(self) -> dict[str, str]:
        """What keeps it in an address."""
        if self.area is not None:
            return {PLACE: self.area.code}
        return {INDUSTRY: self.industry.code} if self.industry is not None else {}


def read_here(request: HttpRequest, day: dt.date | None) -> tuple[Here, list[str]]:
    """What `place` and `industry` ask for, by the codes of an area and an industry, and what was ignored. Two queries
    at most for each."""
    place, industry = request.GET.get(PLACE, ""), request.GET.get(INDUSTRY, "")
    area, notices = None, []
    if place:
        area = (
            area_meant(place.zfill(7), day)
            if place.isascii() and place.isdigit() and len(place) <= 7
            else None
        )
        if area is None:
            notices.append(f"We ignored “{shortened(place)}”: no area has that code.")
        elif area.kind == Area.Kind.NATION:
            area = None  # the nation's figures are on every handout
    if area is not None and industry:
        notices.append("BLS publishes industries for the whole nation only, so we ignored the industry.")
        return Here(area=area), notices
    if not industry:
        return Here(area=area), notices
    try:
        found = industry_or_404(industry) if "\x00" not in industry else None
    except Http404:
        found = None
    if found is None:
        notices.append(f"We ignored “{shortened(industry)}”: no industry has that code.")
    elif found.kind == Industry.Kind.ALL:
        found = None
    return Here(industry=found), notices


def answers_here(
    selection: Sequence[Occupation], packet: Packet, here: Here, day: dt.date | None
) -> Mapping[int, Answer]:
    """The answer for each occupation by its id; nothing where no place or industry is asked for. Two queries."""
    if not here or not selection:
        return {}
    overall = {
        occupation.pk: shown
        for occupation in selection
        if (shown := choose_for_tables(packet.editions.get(occupation.pk, []))) is not None
    }
    releases = wage_releases(day)
    wanted = {
        release.pk: release for shown in overall.values() for release in edition_of(releases, shown.release)
    }
    cells = WageEstimate.objects.in_releases(wanted.values()).filter(occupation__in=list(overall))
    if here.area is not None:
        cells = cells.filter(area=here.area).all_industries()
    else:
        cells = cells.national().filter(industry=here.industry)
    measured = list(cells.select_related("release__source", "area", "industry").measuring(*AREA_MEASURES))
    answers = {}
    for occupation in selection:
        shown = overall.get(occupation.pk)
        own = [cell for cell in measured if cell.occupation_id == occupation.pk]
        cell = next(iter(same_edition(own, shown.release)), None) if shown is not None else None
        answers[occupation.pk] = answer_of(
            Material(
                occupation, cell, shown, area=here.area, industry=here.industry,
                wider=[shown] if shown is not None else [], releases=releases,
            )
        )  # fmt: skip
    return answers
