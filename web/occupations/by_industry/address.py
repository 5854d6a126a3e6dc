"""From the code in an address to the industry that it means."""

from __future__ import annotations

from django.http import Http404

from occupations.models import Industry
from wages.industry_codes import spellings
from wages.models import WageEstimate


def industry_or_404(code: str) -> Industry:
    """The industry that somebody means by a code: where NAICS repeats it in a longer one, the one with the figures.

    Comes with the wider industries. Raises Http404 where no code system has it.
    """
    for spelling in spellings(code):
        match: Industry | None = Industry.objects.by_code(spelling).with_ancestors().first()
        if match is not None:
            return published_as(match)
    raise Http404(f"No code system here has the industry {code}.")


def ancestors(industry: Industry) -> list[Industry]:
    """The wider industries, the nearest first, up to the total of all."""
    above = []
    parent = industry.parent
    while parent is not None:
        above.append(parent)
        parent = parent.parent
    return above


def published_as(industry: Industry) -> Industry:
    """The industry under whose code the figures of this one stand.

    NAICS repeats an industry that isn't divided any further under a longer code of the same title (54133 and 541330),
    and OEWS publishes it once. One query, or none; the wider industries must be at hand.
    """
    same = industry.repeated_in
    if len(same) == 1:
        return industry
    cells = WageEstimate.objects.national().filter(industry__in=same)
    published = set(cells.values_list("industry_id", flat=True).distinct())
    return next((each for each in same if each.pk in published), industry)
