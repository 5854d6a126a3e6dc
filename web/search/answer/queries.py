"""What an answer reads: cells of pay, projections, texts. A fixed number of queries for each kind of answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from occupations.choices import OccupationLevel as Level
from occupations.models import Certification, Industry, Occupation, ProfileSection, Projection, Release
from occupations.sections import section_of_each
from wages.choices import AreaKind
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import WageEstimate
from wages.querysets import measure_order
from web.tables.cells import LEAST_JOBS

MEASURES = ("employment", "location_quotient", *ANNUAL_PERCENTILES, *HOURLY_PERCENTILES)
MOST_CERTIFICATIONS = 5


def cells_of(
    release: Release | None, occupations: Iterable[int], areas: Iterable[int]
) -> dict[tuple[int, int], WageEstimate]:
    """The cells of occupations in areas, over all industries, by the ids of both. One query."""
    if release is None:
        return {}
    cells = WageEstimate.objects.filter(
        release=release, occupation__in=list(occupations), area__in=list(areas)
    )
    return {(c.occupation_id, c.area_id): c for c in cells.all_industries().measuring(*MEASURES)}


def industry_cells(
    release: Release | None, occupations: Iterable[int], industry: int
) -> dict[int, WageEstimate]:
    """The national cells of occupations in an industry, by the occupation's id. One query."""
    if release is None:
        return {}
    cells = WageEstimate.objects.national().filter(
        release=release, occupation__in=list(occupations), industry=industry
    )
    return {c.occupation_id: c for c in cells.measuring(*MEASURES)}


def industry_of_code(code: str) -> Industry | None:
    """The industry of today with this code. One query."""
    industry: Industry | None = Industry.objects.by_code(code).first()
    return industry


def occupation_of_code(code: str) -> Occupation | None:
    """The occupation or group of today with this code. One query."""
    occupation: Occupation | None = Occupation.objects.by_code(code).with_ancestors().first()
    return occupation


def all_occupations() -> Occupation | None:
    """The total of all occupations. One query."""
    total: Occupation | None = Occupation.objects.filter(level=Level.TOTAL, is_retired=False).first()
    return total


def largest_in(group: Occupation, release: Release | None, area: int, most: int) -> list[Occupation]:
    """The detailed occupations of a group with the most jobs in an area; residuals left out. One query."""
    if release is None:
        return []
    within = Q(parent=group) | Q(parent__parent=group) | Q(parent__parent__parent=group)
    cell = Q(wage_estimates__release=release, wage_estimates__area=area, wage_estimates__industry__kind="all")
    published = cell & Q(
        wage_estimates__published_level=Level.DETAILED, wage_estimates__employment__isnull=False
    )
    rows = Occupation.objects.filter(within & published, is_residual=False, is_retired=False)
    return list(rows.order_by("-wage_estimates__employment", "code")[:most])


def projection_of(
    occupation: Occupation, release: Release | None
) -> tuple[Projection | None, Projection | None]:
    """The projection of an occupation and that of all occupations together. One query."""
    if release is None:
        return None, None
    wanted = Q(occupation=occupation) | Q(occupation__level=Level.TOTAL)
    rows = (
        Projection.objects.in_round(release)
        .filter(wanted)
        .select_related("release__source", "carried_from", "occupation")
    )
    mine, total = None, None
    for row in rows:
        if row.occupation_id == occupation.pk:
            mine = row
        else:
            total = row
    return mine, total


def section_of(occupation: Occupation, kind: str, day: dt.date | None) -> ProfileSection | None:
    """The text of one kind about the occupation. One query."""
    return section_of_each([occupation], kind, day).get(occupation.pk)


def certifications_of(occupation: Occupation) -> list[Certification]:
    """The first certifications for the occupation, by name. One query."""
    rows = Certification.objects.filter(occupations=occupation).select_related("organization")
    return list(rows.order_by("name", "pk")[:MOST_CERTIFICATIONS])


def best_paid_places(
    occupation: Occupation, release: Release | None, kinds: Sequence[str], basis: str, most: int
) -> list[Any]:
    """The cells of an occupation with the highest median among areas of these kinds with a hundred of its jobs. One
    query."""
    if release is None:
        return []
    cells = WageEstimate.objects.filter(release=release, occupation=occupation, area__kind__in=list(kinds))
    cells = (
        cells.all_industries().filter(employment__gte=LEAST_JOBS).select_related("area").measuring(*MEASURES)
    )
    return list(
        cells.order_by(*measure_order(f"{basis}_median", descending=True, release=release), "area__title")[
            :most
        ]
    )


STATES = (AreaKind.STATE,)
METROS = (AreaKind.METROPOLITAN,)
