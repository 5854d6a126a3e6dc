"""What the pages of places read: which area a code means, and its figures. A fixed number of queries each."""

from __future__ import annotations

import datetime as dt

from occupations.models import Release
from wages.measures import ANNUAL_PERCENTILES
from wages.models import Area, WageEstimate
from wages.querysets import releases_of_areas
from web.presenters.place import Namesake, Place


def place_of(code: str, day: dt.date | None) -> Place | None:
    """The area that the newest release as of the day means by the code; None for a code that no area has.

    Where no release that old has the code, the area of the oldest release that does. Two queries.
    """
    areas = {area.pk: area for area in Area.objects.filter(code=code).order_by("-pk")}
    if not areas:
        return None
    ready = Release.objects.ready().filter(source__slug="oews").select_related("source")
    # Official releases count before editorial ones, which state a few figures only.
    editions = sorted(
        releases_of_areas(ready, areas), key=lambda r: (r.is_official, r.published_on, r.pk), reverse=True
    )
    then = [release for release in editions if day is None or release.published_on <= day]
    newest = Release.objects.newest("oews", day)
    release = then[0] if then else None
    meant = release or (editions[-1] if editions else None)
    area = areas[meant.area_here] if meant else next(iter(areas.values()))
    newest_of_each = {release.area_here: release for release in reversed(editions)}
    namesakes = [Namesake(areas[pk], r) for pk, r in newest_of_each.items() if pk != area.pk]
    return Place(area, release, newest, sorted(namesakes, key=lambda n: n.area.delineation))


def total_here(place: Place) -> WageEstimate | None:
    """The area's cell of all occupations and industries together, in the release shown. One query, or none."""
    if place.release is None:
        return None
    cells = WageEstimate.objects.in_releases([place.release]).filter(area=place.area, occupation__level=0)
    return (
        cells.all_industries()
        .measuring("employment", *ANNUAL_PERCENTILES, "annual_mean", "hourly_median")
        .first()
    )
