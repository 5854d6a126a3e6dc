"""What the home page reads, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from occupations.models import Industry, Occupation, Projection, Release
from wages.choices import AreaKind
from wages.measures import ANNUAL_PERCENTILES
from wages.models import Area, WageEstimate
from web.finder.counts import Facts
from web.finder.queries import Catalog, Lookup, read_catalog, read_described, read_facts

LARGEST, FASTEST, OPENINGS = "base_employment", "percent_change", "openings"
LATELY = 5
ALL_INDUSTRIES = Q(industry__kind=Industry.Kind.ALL)
NATION = Q(area__kind=AreaKind.NATION)


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
    none. `overall` is the cell of all occupations together; `sectors` and `states` are those that the release of pay
    has such a cell of, the largest first. `facts` are what the finder finds each occupation by.
    """

    pay: Release | None
    outlook: Release | None
    interests: Release | None
    groups: list[Occupation]
    facts: Sequence[Facts]
    overall: WageEstimate | None
    sectors: list[Industry]
    states: list[Area]
    leaders: Mapping[str, Leader | None]
    lately: list[Release]


def home_material(day: dt.date | None) -> HomeMaterial:
    """All of it as of a day, or the newest; ten queries at most."""
    catalog = read_catalog(day)
    lookup = Lookup(catalog, read_described(day))
    facts = read_facts(lookup)
    cells, projections = _read_cells(catalog), _read_projections(catalog)
    _give_figures(catalog.groups, cells, projections)
    totals = [cell for cell in cells if cell.occupation.level == Occupation.Level.TOTAL]
    nation = [cell for cell in totals if cell.area.kind == AreaKind.NATION]
    return HomeMaterial(
        pay=catalog.pay,
        outlook=catalog.outlook,
        interests=lookup.interests,
        groups=catalog.groups,
        facts=facts,
        overall=next((cell for cell in nation if cell.industry.kind == Industry.Kind.ALL), None),
        sectors=[cell.industry for cell in nation if cell.industry.kind == Industry.Kind.SECTOR],
        states=[cell.area for cell in totals if cell.area.kind == AreaKind.STATE],
        leaders=_leaders(facts, projections, catalog.outlook),
        lately=list(Release.objects.as_of(day).official().select_related("source")[:LATELY]),
    )


def _read_cells(catalog: Catalog) -> list[WageEstimate]:
    """The nation's cells of the major groups and of all occupations, those of all occupations also in every sector and
    state; the largest first, with what `finder_row` reads for annual pay."""
    if catalog.pay is None:
        return []
    total = Q(occupation__level=Occupation.Level.TOTAL)
    wanted = NATION & ALL_INDUSTRIES & (total | Q(occupation__in=[group.pk for group in catalog.groups]))
    wanted |= total & NATION & Q(industry__kind=Industry.Kind.SECTOR)
    wanted |= total & Q(area__kind=AreaKind.STATE) & ALL_INDUSTRIES
    cells = WageEstimate.objects.filter(wanted, release=catalog.pay)
    measured = cells.select_related("occupation", "area", "industry").measuring(
        "employment", *ANNUAL_PERCENTILES, "annual_mean", "hourly_median", "location_quotient"
    )
    return sorted(measured, key=lambda cell: (-(cell.employment or 0), cell.area.title, cell.industry.code))


def _read_projections(catalog: Catalog) -> list[Projection]:
    """The round's row of every occupation and group."""
    rows = Projection.objects.in_round(catalog.outlook).select_related("carried_from", "occupation")
    return list(rows.order_by("occupation__code"))


def _give_figures(
    groups: Sequence[Any], cells: Sequence[WageEstimate], projections: Sequence[Projection]
) -> None:
    """Each group's pay and projection, as lists of one or none."""
    for group in groups:
        group.pay_cells = [cell for cell in cells if cell.occupation_id == group.pk]
        group.projected = [row for row in projections if row.occupation_id == group.pk]


def _leaders(
    facts: Sequence[Facts], projections: Sequence[Projection], outlook: Release | None
) -> dict[str, Leader | None]:
    """The leader in each measure among the occupations of the round itself, residuals left out."""
    release = outlook.pk if outlook is not None else None
    named = {each.pk for each in facts if not each.is_residual}
    rows = [row for row in projections if row.occupation_id in named and row.release_id == release]
    return {measure: _leader(rows, measure) for measure in (LARGEST, FASTEST, OPENINGS)}


def _leader(rows: Sequence[Projection], measure: str) -> Leader | None:
    stated = [row for row in rows if getattr(row, measure) is not None]
    most = max((getattr(row, measure) for row in stated), default=None)
    leading = [row for row in stated if getattr(row, measure) == most]
    return Leader(leading[0].occupation, getattr(leading[0], measure), len(leading) - 1) if leading else None
