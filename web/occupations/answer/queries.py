"""What the answer about one occupation in one place or industry reads. A fixed number of queries each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from occupations.editions import edition_of, newest_official
from occupations.models import Industry, Occupation, Release
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import Area, WageEstimate
from wages.querysets import releases_of_areas
from web.occupations.by_industry.address import ancestors
from web.occupations.by_place.queries import by_area, with_releases
from web.occupations.pay import choose_for_tables, same_edition
from web.occupations.queries import PAY_MEASURES, national_by_industry, national_editions, wage_releases


@dataclass(frozen=True)
class Material:
    """One occupation in one place or industry, in the edition that its tables are read from.

    `cell` is None where nothing is published; `overall` is the nation's for all industries, `wider` those of the
    places or industries around it, the nearest first and the nation's last; `beside` those of its neighbors.
    `releases` are all of the source as of the day.
    """

    occupation: Occupation
    cell: WageEstimate | None
    overall: WageEstimate | None
    area: Area | None = None
    industry: Industry | None = None
    wider: Sequence[WageEstimate] = ()
    beside: Sequence[WageEstimate] = ()
    releases: list[Release] = field(default_factory=list)

    @property
    def newest(self) -> Release | None:
        """The newest release of wages, which may not have the occupation."""
        return newest_official(self.releases)

    @property
    def release(self) -> Release | None:
        """The release that is asked: that of the nation's figure, else the newest."""
        return self.overall.release if self.overall is not None else self.newest


def in_place(occupation: Occupation, area: Area, day: dt.date | None) -> Material:
    """The occupation in an area, in the states of the area and in the other areas of these. Three queries."""
    releases = wage_releases(day)
    overall = _overall(occupation, releases)
    if overall is None:
        return Material(occupation, None, None, area=area, releases=releases)
    editions = edition_of(releases, overall.release)
    around = by_area(editions).of(occupation).in_states(area.states)
    cells = same_edition(with_releases(around, editions), overall.release)
    own = next((cell for cell in cells if cell.area_id == area.pk), None)
    states = [cell for cell in cells if cell.area.kind in STATEWIDE and cell is not own]
    # The state that an area is mostly in comes first.
    states.sort(key=lambda cell: (cell.area.state_code != area.state_code, cell.area.title))
    return Material(
        occupation, own, overall, area=area, wider=[*states, overall], releases=releases,
        beside=[cell for cell in cells if cell is not own and cell.area.kind not in STATEWIDE],
    )  # fmt: skip


STATEWIDE = (Area.Kind.STATE, Area.Kind.TERRITORY)


def in_industry(occupation: Occupation, industry: Industry, day: dt.date | None) -> Material:
    """The occupation in an industry, in the wider ones and in its siblings. Three queries; the wider industries must
    be at hand."""
    releases = wage_releases(day)
    overall = _overall(occupation, releases)
    if overall is None:
        return Material(occupation, None, None, industry=industry, releases=releases)
    editions = edition_of(releases, overall.release)
    cells = national_by_industry(occupation, editions, *PAY_MEASURES)
    by_id = {cell.industry_id: cell for cell in same_edition(cells, overall.release)}
    wider = _once_each([by_id[each.pk] for each in ancestors(industry) if each.pk in by_id])
    beside = [
        cell
        for cell in by_id.values()
        if cell.industry.parent_id == industry.parent_id
        and cell.industry.kind == industry.kind
        and cell.industry_id != industry.pk
    ]
    return Material(
        occupation, by_id.get(industry.pk), overall, industry=industry, wider=[*wider, overall], beside=beside,
        releases=releases,
    )  # fmt: skip


def _once_each(cells: Sequence[WageEstimate]) -> list[WageEstimate]:
    """Cells of ever wider industries; of those that go by one name (54 and 541) the widest."""
    return list({cell.industry.short_title: cell for cell in cells}.values())


def all_jobs_in(material: Material, cells: Sequence[WageEstimate]) -> dict[int, WageEstimate]:
    """The cells of all occupations together in the industries of these cells, by the industry's id. One query."""
    totals = WageEstimate.objects.in_releases([material.release] if material.release else [])
    industries = [cell.industry_id for cell in cells]
    found = totals.national().all_occupations().filter(industry__in=industries).measuring("employment")
    return {cell.industry_id: cell for cell in found}


def over_the_releases(material: Material) -> list[WageEstimate]:
    """The same place or industry in every release that has it. One query.

    An area that was drawn anew is another one, and industries are published for the whole nation.
    """
    cells = WageEstimate.objects.in_releases(material.releases).of(material.occupation)
    if material.area is not None:
        cells = cells.filter(area=material.area).all_industries()
    else:
        cells = cells.national().filter(industry=material.industry)
    return list(cells.measuring(*HOURLY_PERCENTILES, *ANNUAL_PERCENTILES))


def in_nation(occupation: Occupation, day: dt.date | None) -> Material:
    """The occupation in the nation. Two queries."""
    releases = wage_releases(day)
    overall = _overall(occupation, releases)
    return Material(occupation, overall, overall, releases=releases)


def _overall(occupation: Occupation, releases: list[Release]) -> WageEstimate | None:
    editions = national_editions(occupation, releases)
    return choose_for_tables([cell for cell in editions if cell.occupation_id == occupation.pk])


def area_meant(code: str, day: dt.date | None) -> Area | None:
    """The area that the newest release as of a day means by a code; where none has it, the one drawn last. Two
    queries at most."""
    areas: dict[int, Area] = {area.pk: area for area in Area.objects.filter(code=code).order_by("pk")}
    if len(areas) < 2:
        return next(iter(areas.values()), None)
    official = Release.objects.as_of(day).official().filter(source__slug="oews")
    found = releases_of_areas(official, areas).first()
    return areas[found.area_here] if found else list(areas.values())[-1]
