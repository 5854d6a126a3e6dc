"""What the home page and the finder read: the occupations that can be looked up, as of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Prefetch, QuerySet, prefetch_related_objects

from occupations.models import Occupation, Projection, Release
from wages.measures import ANNUAL_PERCENTILES
from wages.models import WageEstimate
from wages.querysets import covered


@dataclass(frozen=True)
class Catalog:
    """The newest official releases as of a day, the major groups, and the occupations that they cover.

    Either release is None where its source has none that old. `rows` is a queryset of occupations joined
    with `national_pay` and `outlook`, each with its `major_group_id`.
    """

    pay: Release | None
    outlook: Release | None
    groups: list[Occupation]
    rows: QuerySet


def catalog(day: dt.date | None) -> Catalog:
    """The catalog as of a day, or the newest; three queries, and none yet for the rows."""
    pay = Release.objects.newest("oews", day)
    outlook = Release.objects.newest("projections", day)
    rows = covered(Occupation.objects.with_major_group(), pay, outlook).order_by("title", "code")
    return Catalog(pay, outlook, list(Occupation.objects.major_groups()), rows)


def count_by_group(rows: QuerySet) -> dict[int, int]:
    """How many of the occupations are in each major group, by the group's id."""
    counted = rows.order_by().values("major_group_id").annotate(rows=Count("pk"))
    return {row["major_group_id"]: row["rows"] for row in counted}


def _figures(found: Catalog) -> tuple[Prefetch, Prefetch]:
    projections = Projection.objects.filter(release=found.outlook)
    return (
        Prefetch("wage_estimates", queryset=national_cells(found.pay), to_attr="pay_cells"),
        Prefetch("projections", queryset=projections, to_attr="projected"),
    )


def national_cells(release: Release | None) -> QuerySet:
    """The release's cells for the nation and all industries, with what `finder_row` reads for annual pay."""
    cells = WageEstimate.objects.national().all_industries().filter(release=release)
    return cells.measuring(
        "employment", *ANNUAL_PERCENTILES, "annual_mean", "hourly_median", "location_quotient"
    )


def median_of_all(release: Release | None) -> WageEstimate | None:
    """The cell of all occupations together."""
    return national_cells(release).filter(occupation__level=Occupation.Level.TOTAL).first()


def give_figures(groups: list[Occupation], found: Catalog) -> None:
    """Read what a row shows for occupations that are here already, in two queries however many there are.

    Their pay is the list `pay_cells` and their projection the list `projected`, each of one or none.
    """
    prefetch_related_objects(groups, *_figures(found))


def leader(found: Catalog, measure: str) -> tuple[Occupation, Decimal] | None:
    """The occupation with the highest figure of a measure of the projections, residuals left out."""
    number = F(f"outlook__{measure}")
    named = found.rows.filter(is_residual=False, **{f"outlook__{measure}__isnull": False})
    first = named.annotate(number=number).order_by(number.desc(), "code").first()
    return None if first is None else (first, first.number)


def published_lately(day: dt.date | None, count: int) -> list[Release]:
    """The releases that were published last, as of a day."""
    return list(Release.objects.as_of(day).select_related("source")[:count])
