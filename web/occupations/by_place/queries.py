"""What the pages of areas read: cells by area, in one edition. A fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from occupations.editions import edition_of, newest_official
from occupations.models import AreaPriceParity, Occupation, Release
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import Area, WageEstimate
from wages.querysets import WageEstimateQuerySet
from web.occupations.by_place.prices import PriceLevels
from web.occupations.pay import choose_for_tables, same_edition
from web.occupations.queries import national_editions, wage_releases


@dataclass(frozen=True)
class AreaMaterial:
    """One occupation's cells by area in one edition, with the nation's, and the price levels of places.

    `newest` is the newest release of wages as of the day, which may not have the occupation.
    """

    overall: WageEstimate | None
    cells: list[WageEstimate]
    newest: Release | None
    levels: PriceLevels


AREA_MEASURES = (
    "employment", "employment_rse", "hourly_mean", *HOURLY_PERCENTILES, "annual_mean", *ANNUAL_PERCENTILES,
    "wage_rse", "jobs_per_1000", "location_quotient",
)  # fmt: skip


def occupation_areas(occupation: Occupation, day: dt.date | None) -> AreaMaterial:
    """Every area that publishes the occupation, in the edition that its profile shows. Six queries."""
    releases = wage_releases(day)
    own = [e for e in national_editions(occupation, releases) if e.occupation_id == occupation.pk]
    overall = choose_for_tables(own)
    newest = newest_official(releases)
    if overall is None:
        return AreaMaterial(None, [], newest, PriceLevels())
    editions = edition_of(releases, overall.release)
    cells = same_edition(with_releases(by_area(editions).of(occupation), editions), overall.release)
    shown = next((cell for cell in cells if cell.area.kind == Area.Kind.NATION), None)
    return AreaMaterial(shown, cells, newest, price_levels(day))


def by_area(releases: list[Release]) -> WageEstimateQuerySet:
    """Cells of all industries in any area, with their areas."""
    cells: WageEstimateQuerySet = WageEstimate.objects.filter(
        release__in=[release.pk for release in releases]
    )
    return cells.all_industries().select_related("area").measuring(*AREA_MEASURES)


def with_releases(cells: Iterable[WageEstimate], releases: list[Release]) -> list[WageEstimate]:
    """The cells, each with its release: joining a release to a thousand rows makes two thousand objects more."""
    by_id = {release.pk: release for release in releases}
    listed = list(cells)
    for cell in listed:
        cell.release = by_id[cell.release_id]
    return listed


def price_levels(day: dt.date | None) -> PriceLevels:
    """The price levels of places for all items, in the newest release as of a day. Three queries, or one."""
    release = Release.objects.newest("rpp", day)
    if release is None:
        return PriceLevels()
    states = release.price_parities.filter(category=1).values_list("state_code", "value")
    areas = list(release.area_price_parities.filter(category=1).values_list("kind", "code", "name", "value"))
    kinds = AreaPriceParity.Kind
    return PriceLevels(
        release,
        dict(states),
        {code: (name, level) for kind, code, name, level in areas if kind == kinds.METROPOLITAN},
        {code: level for kind, code, _, level in areas if kind == kinds.NONMETROPOLITAN_PORTION},
    )
