"""What the pages of places read: which area a code means, and its figures. A fixed number of queries each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from occupations.models import Occupation, Release
from wages.models import Area, WageEstimate
from wages.querysets import releases_of_areas
from web.occupations.by_place.prices import PriceLevels
from web.occupations.by_place.queries import AREA_MEASURES, AreaMaterial, by_area, price_levels, with_releases
from web.places.profile import Namesake, ShownArea


def area_of_code(code: str, day: dt.date | None) -> ShownArea | None:
    """The area that the newest release as of the day means by the code; None for a code that no area has.

    Where no release that old has the code, the area of the oldest release that does. Two queries.
    """
    areas = {area.pk: area for area in Area.objects.filter(code=code).order_by("-pk")}
    if not areas:
        return None
    official = Release.objects.as_of(None).official().filter(source__slug="oews").select_related("source")
    editions = list(releases_of_areas(official, areas))
    then = [release for release in editions if day is None or release.published_on <= day]
    newest = Release.objects.newest("oews", day)
    release = then[0] if then else None
    meant = release or (editions[-1] if editions else None)
    area = areas[meant.area_here] if meant else next(iter(areas.values()))
    newest_of_each = {release.area_here: release for release in reversed(editions)}
    namesakes = [Namesake(areas[pk], r) for pk, r in newest_of_each.items() if pk != area.pk]
    return ShownArea(area, release, newest, sorted(namesakes, key=lambda n: n.area.delineation))


def all_areas(day: dt.date | None) -> AreaMaterial:
    """Every area with all occupations together, in the newest official release as of a day. Five queries."""
    newest = Release.objects.newest("oews", day)
    if newest is None:
        return AreaMaterial(None, [], None, PriceLevels())
    cells = with_releases(by_area([newest]).all_occupations(), [newest])
    overall = next((cell for cell in cells if cell.area.kind == Area.Kind.NATION), None)
    return AreaMaterial(overall, cells, newest, price_levels(day))


@dataclass(frozen=True)
class PlaceMaterial:
    """One area's cells in the release shown, and what they are read against.

    `national` has the nation's cells by occupation, `groups` the major group of each occupation, `near` the
    cells of all occupations together in the states of the area and every area in them.
    """

    cells: list[WageEstimate]
    nation: Area | None
    national: dict[int, WageEstimate]
    groups: dict[int, int | None]
    major_groups: list[Occupation]
    near: list[WageEstimate]
    levels: PriceLevels
    matching: set[int] | None


def place_material(place: ShownArea, day: dt.date | None, text: str) -> PlaceMaterial:
    """Everything for an area's page: nine queries at most, and two more where a text is looked for.

    `matching` are the ids of the occupations that people may mean by `text`; None without one.
    """
    if place.release is None:
        return PlaceMaterial([], None, {}, {}, [], [], PriceLevels(), None)
    shown = [place.release]
    cells = WageEstimate.objects.filter(release=place.release).all_industries()
    here = cells.filter(area=place.area).select_related("occupation").measuring(*AREA_MEASURES)
    medians = ("employment", "hourly_median", "annual_median", *_LOWER_PERCENTILES)
    states = place.area.states
    near = cells.all_occupations().in_states(states) if states else cells.none()
    grouped = Occupation.objects.with_major_group().filter(level__in=(1, 3, 4))
    return PlaceMaterial(
        cells=with_releases(here, shown),
        nation=Area.objects.nation().first(),
        national={c.occupation_id: c for c in with_releases(cells.national().measuring(*medians), shown)},
        groups=dict(grouped.values_list("pk", "major_group_id")),
        major_groups=list(Occupation.objects.major_groups()),
        near=with_releases(near.select_related("area").measuring(*medians), shown),
        levels=price_levels(day),
        matching=set(Occupation.objects.search(text).values_list("pk", flat=True)) if text else None,
    )


# What says where a top-coded median begins.
_LOWER_PERCENTILES = ("annual_p10", "annual_p25", "hourly_p10", "hourly_p25")
