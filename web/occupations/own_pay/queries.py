"""What the page of a reader's own pay reads: the cells of one occupation, and where there are any."""

from __future__ import annotations

import re

from occupations.models import Industry, Release
from wages.models import Area, WageEstimate
from wages.querysets import WageEstimateQuerySet, codes_meant_by
from web.occupations.pay import same_edition
from web.occupations.queries import PAY_MEASURES

GROUPS = {
    "state": "States",
    "territory": "Territories",
    "metro": "Metropolitan areas",
    "nonmetro": "Nonmetropolitan areas",
}
CODE = re.compile(r"[0-9A-Za-z-]{1,8}", re.ASCII)


def industries_of(cells: WageEstimateQuerySet) -> list[Industry]:
    """The industries for which the release publishes the occupation, by name. One query."""
    codes = cells.national().single_industries().values("industry")
    return list(Industry.objects.filter(pk__in=codes).order_by("short_title", "code"))


def areas_of(cells: WageEstimateQuerySet) -> list[tuple[str, list[Area]]]:
    """The places for which the release publishes the occupation, by kind and name. One query."""
    areas = Area.objects.filter(pk__in=cells.all_industries().values("area")).order_by("title")
    kinds: dict[str, list[Area]] = {kind: [] for kind in GROUPS}
    for area in areas:
        if area.kind in kinds:
            kinds[area.kind].append(area)
    return [(GROUPS[kind], named) for kind, named in kinds.items() if named]


def cell_of(
    cells: WageEstimateQuerySet, release: Release, *, industry: str = "", area: str = ""
) -> WageEstimate | None:
    """The cell of an industry in the nation, or of all industries in an area, by code; None without one.

    An industry may be meant by another code than that which has the figures. One query for an area, two for an
    industry.
    """
    # What is no code isn't looked for: PostgreSQL takes no NUL in a text.
    if not CODE.fullmatch(industry or area):
        return None
    if area:
        return next(iter(_measured(cells.filter(area__code=area).all_industries(), release)), None)
    codes = codes_meant_by(industry)
    found = _measured(cells.national().filter(industry__code__in=codes), release)
    return min(found, key=lambda cell: codes.index(cell.industry.code), default=None)


def _measured(cells: WageEstimateQuerySet, release: Release) -> list[WageEstimate]:
    measured = cells.select_related("release__source", "industry", "area").measuring(*PAY_MEASURES)
    return same_edition(list(measured), release)
