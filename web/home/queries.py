"""What the home page reads, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Prefetch, Window, prefetch_related_objects
from django.db.models.functions import Rank

from occupations.models import Occupation, Projection, Release
from occupations.querysets import OccupationQuerySet
from wages.measures import ANNUAL_PERCENTILES
from wages.models import WageEstimate
from wages.querysets import WageEstimateQuerySet
from web.finder.queries import Catalog, read_catalog

LARGEST, FASTEST, OPENINGS = "base_employment", "percent_change", "openings"
LATELY = 5


@dataclass(frozen=True)
class Leader:
    """The occupation with the highest figure of a measure of the projections, and how many others have the same.
    Jobs and openings are in thousands."""

    occupation: Occupation
    value: Decimal
    others: int = 0


@dataclass(frozen=True)
class HomeMaterial:
    """What the home page is made of.

    Each of the `groups` has its pay as the list `pay_cells` and its projection as the list `projected`, of one or
    none; `counts` is how many occupations it holds, by its id. `overall` is the cell of all occupations together.
    """

    pay: Release | None
    outlook: Release | None
    groups: list[Occupation]
    counts: Mapping[int, int]
    overall: WageEstimate | None
    leaders: Mapping[str, Leader | None]
    lately: list[Release]


def home_material(day: dt.date | None) -> HomeMaterial:
    """All of it as of a day, or the newest; eleven queries at most."""
    catalog = read_catalog(day)
    _give_figures(catalog)
    return HomeMaterial(
        pay=catalog.pay,
        outlook=catalog.outlook,
        groups=catalog.groups,
        counts=_count_by_group(catalog.rows),
        overall=_national_cells(catalog.pay).filter(occupation__level=Occupation.Level.TOTAL).first(),
        leaders={measure: _leader(catalog, measure) for measure in (LARGEST, FASTEST, OPENINGS)},
        lately=list(Release.objects.as_of(day).official().select_related("source")[:LATELY]),
    )


def _give_figures(catalog: Catalog) -> None:
    projections = Projection.objects.in_round(catalog.outlook).select_related("carried_from")
    prefetch_related_objects(
        catalog.groups,
        Prefetch("wage_estimates", queryset=_national_cells(catalog.pay), to_attr="pay_cells"),
        Prefetch("projections", queryset=projections, to_attr="projected"),
    )


def _national_cells(release: Release | None) -> WageEstimateQuerySet:
    """The release's cells for the nation and all industries, with what `finder_row` reads for annual pay."""
    cells: WageEstimateQuerySet = WageEstimate.objects.national().all_industries().filter(release=release)
    return cells.measuring(
        "employment", *ANNUAL_PERCENTILES, "annual_mean", "hourly_median", "location_quotient"
    )


def _count_by_group(rows: OccupationQuerySet) -> dict[int, int]:
    """How many of the occupations are in each major group, by the group's id."""
    counted = rows.order_by().values("major_group_id").annotate(rows=Count("pk"))
    return {row["major_group_id"]: row["rows"] for row in counted}


def _leader(catalog: Catalog, measure: str) -> Leader | None:
    """The leader among the occupations of the round itself, residuals left out."""
    number = F(f"outlook__{measure}")
    stated = {"outlook__release": catalog.outlook, f"outlook__{measure}__isnull": False}
    named = catalog.rows.filter(is_residual=False, **stated)
    ranked = named.annotate(number=number, place=Window(Rank(), order_by=number.desc()))
    leaders = list(ranked.filter(place=1).order_by("code"))
    return Leader(leaders[0], leaders[0].number, len(leaders) - 1) if leaders else None
