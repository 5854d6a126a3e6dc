"""Where a ZIP code, a city or a county is: in which OEWS area, by way of its county.

Plain functions for whoever has a text and wants a place that has wages. Each takes `day`, as of which to read, and
returns `Locality` rows: those that a city gives its name to the area of first, then by the area's jobs. From the
sources "localities" (GeoNames for ZIP codes and places, the Labor Department for counties) and OEWS (titles and jobs).

GeoNames names one place for each ZIP code, so a suburb without one of its own is not found by name. Its table of the
United States leaves out Puerto Rico and the other territories, whose ZIP codes lead to the territory.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from occupations.models import Release
from wages.choices import AreaKind
from wages.geography import FIPS, NAMES, POSTAL, place_key
from wages.models import Area, County, WageEstimate, ZipCode
from wages.querysets import releases_of_areas

ZIP_TYPED = re.compile(r"(\d{5})(?:-\d{4})?")
STATEWIDE = "FIPS"
TIMES_THE_NEXT = 3
# The first three digits, or all five, of ZIP codes that no county here has. The Postal Service's.
TERRITORIES = {"006": "PR", "007": "PR", "008": "VI", "009": "PR"}
GUAM = range(96910, 96933)
ARMED_FORCES = ("09", "340", "962", "963", "964", "965", "966")
# What a county is called, as `place_key` writes it.
COUNTY_KEY_WORDS = re.compile(
    r" (county|parish|borough|census area|municipality|city and borough|municipio|planning region)$"
)
LETTERS = {name.lower(): letters for letters, name in NAMES.items()}


@dataclass(frozen=True)
class Locality:
    """A ZIP code, a city or a county, and the OEWS area that it is in.

    `name` is "45401", "Dayton" or "Montgomery County"; `place` the place that a ZIP code is in, and the name itself
    for others; `state` postal letters; `counties` by name, all those of a city that are in the area. `area_kind` is
    one of `AreaKind`: where only the state is known, the area is the state. `jobs` are all jobs in the area, from
    the newest OEWS release that has it; None where none is published. `zips` is how many ZIP codes a city has in
    the area. `is_principal` says that the area's title names the city.
    """

    kind: str
    name: str
    place: str
    state: str
    counties: tuple[str, ...]
    area_code: str
    area_title: str
    area_kind: str
    jobs: int | None = None
    zips: int = 0
    is_principal: bool = False

    @property
    def key(self) -> tuple[bool, int, int]:
        """Sorts what people most likely mean first."""
        return (not self.is_principal, -(self.jobs or 0), -self.zips)


Key = tuple[str, str]  # the delineation and the code of an area
Known = Mapping[Key, tuple[Area, int | None]]


@dataclass
class _Found:
    """What lies in one area, before the area's own row is read."""

    state: str
    counties: list[str] = field(default_factory=list)
    zips: int = 0


def areas_of_zip(text: str, day: dt.date | None = None) -> list[Locality]:
    """The area of a ZIP code, "45401" or "45401-1234", with its place and county; empty for an unknown one.

    A code whose county isn't known leads to its state or territory. Five queries.
    """
    typed = ZIP_TYPED.fullmatch(text.strip())
    release = _release(day)
    if typed is None or release is None:
        return []
    code = typed[1]
    row = ZipCode.objects.filter(release=release, code=code).select_related("county").first()
    if row is None:
        letters = territory_of_zip(code)
        return _in_areas(code, NAMES[letters], state_area(letters), _Found(letters), day) if letters else []
    area = (row.county.delineation, row.county.area_code) if row.county else state_area(row.state)
    found = _Found(row.state, [row.county.name] if row.county else [], 1)
    return _in_areas(code, row.place, area, found, day)


def territory_of_zip(code: str) -> str:
    """The letters of the territory that a ZIP code is in, of those that GeoNames' file leaves out; "" for any other."""
    return "GU" if int(code) in GUAM else TERRITORIES.get(code[:3], "")


def is_of_armed_forces(text: str) -> bool:
    """Whether it is a ZIP code of the armed forces abroad or at sea (APO, FPO), which no state and no area has."""
    return bool(ZIP_TYPED.fullmatch(text.strip())) and text.strip().startswith(ARMED_FORCES)


def cities_named(text: str, state: str | None = None, day: dt.date | None = None) -> list[Locality]:
    """The cities of exactly this name, one for each state and area; `state` by its letters or name narrows them.

    "Saint Louis", "st. louis" and "St Louis" are one. A city that an area is named after is found even where no ZIP
    code bears its name. Six queries.
    """
    key, letters, release = place_key(text), letters_of(state), _release(day)
    if not key or release is None or (state and not letters):
        return []
    rows = ZipCode.objects.filter(release=release, key=key)
    if letters:
        rows = rows.filter(state_code=FIPS[letters])
    found: dict[str, dict[Key, _Found]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in rows.select_related("county"):
        area = (row.county.delineation, row.county.area_code) if row.county else state_area(row.state)
        here = found[row.state].setdefault(area, _Found(row.state))
        here.zips += 1
        names.setdefault(row.state, row.place)
        if row.county and row.county.name not in here.counties:
            here.counties.append(row.county.name)
    for area_row, name in _areas_named_after(key, release, letters):
        home = POSTAL[area_row.state_code]
        states = [other for other in found if other in area_row.states] or [home]
        for other in states:
            found[other].setdefault((area_row.delineation, area_row.code), _Found(other))
            names.setdefault(other, name)
    known = _areas({area for areas in found.values() for area in areas}, day)
    told = [
        _locality(("city", names[home], names[home]), area, here, known)
        for home, areas in found.items()
        for area, here in areas.items()
        # The state stands in only where nothing better is known of the city.
        if area in known and (area[0] != STATEWIDE or len(areas) == 1)
    ]
    return sorted(told, key=lambda row: row.key)


def counties_named(text: str, state: str | None = None, day: dt.date | None = None) -> list[Locality]:
    """The counties of this name, with or without "County", "Parish" and so on; one for each county. Five queries."""
    typed, letters, release = place_key(text), letters_of(state), _release(day)
    if not typed or release is None or (state and not letters):
        return []
    rows = County.objects.filter(release=release, key=_without_word(typed))
    if letters:
        rows = rows.filter(fips__startswith=FIPS[letters])
    counties = list(rows)
    if _has_word(typed):
        # "Fairfax County" is not the city of Fairfax; "Orleans County" may still be the parish.
        of_that_name = [row for row in counties if place_key(row.name) == typed]
        counties = of_that_name or [row for row in counties if not row.name.endswith(" city")]
    known = _areas({(row.delineation, row.area_code) for row in counties}, day)
    told = [
        _locality(("county", row.name, row.name), area, _Found(row.state, [row.name]), known)
        for row in counties
        if (area := (row.delineation, row.area_code)) in known
    ]
    return sorted(told, key=lambda row: row.key)


def localities_named(text: str, state: str | None = None, day: dt.date | None = None) -> list[Locality]:
    """Cities or counties of this name: counties where the text says so ("Travis County"), else cities, and counties
    only where there is no such city."""
    if _has_word(place_key(text)):
        return counties_named(text, state, day) or cities_named(text, state, day)
    return cities_named(text, state, day) or counties_named(text, state, day)


def leading(localities: Sequence[Locality]) -> Locality | None:
    """The one that people mean: the only area, or the one whose area has at least three times the jobs of the next;
    None where a reader has to be asked. Cities that an area is named after are held against each other alone."""
    principal = [row for row in localities if row.is_principal]
    first = {
        row.area_code: row for row in sorted(principal or localities, key=lambda row: row.key, reverse=True)
    }
    ranked = sorted(first.values(), key=lambda row: row.key)
    if not ranked:
        return None
    if len(ranked) == 1 or (ranked[0].jobs or 0) >= TIMES_THE_NEXT * (ranked[1].jobs or 0) > 0:
        return ranked[0]
    return None


def letters_of(state: str | None) -> str:
    """The postal letters of a state by its letters or its name; "" for anything else."""
    if not state:
        return ""
    return state.upper() if state.upper() in NAMES else LETTERS.get(state.strip().lower(), "")


def _release(day: dt.date | None) -> Release | None:
    return Release.objects.newest("localities", day)


def state_area(letters: str) -> Key:
    """The delineation and the code of the area that a whole state is."""
    return (STATEWIDE, f"{FIPS[letters]}00000")


def _has_word(key: str) -> bool:
    return key != _without_word(key)


def _without_word(key: str) -> str:
    return COUNTY_KEY_WORDS.sub("", key)


def _areas_named_after(key: str, release: Release, letters: str) -> list[tuple[Area, str]]:
    """The metropolitan areas whose title has this city, each with the city as the title writes it. One query."""
    delineations = County.objects.filter(release=release).values("delineation")[:1]
    metros = Area.objects.filter(delineation__in=delineations, kind=AreaKind.METROPOLITAN)
    named = []
    for area in metros.filter(title__iregex=_pattern(key)):
        if letters and letters not in area.states:
            continue
        if name := _city_of_title(area.title, key):
            named.append((area, name))
    return named


def _pattern(key: str) -> str:
    """What the title of an area that is named after the city must match; `_city_of_title` looks closer."""
    # A letter of the key may bear an accent in the title: "Mayagüez".
    return re.sub("[aeioun]", ".", key.rsplit(maxsplit=1)[-1])


def _city_of_title(title: str, key: str) -> str:
    """The city of this key in the title of an area: "Arlington" of "Dallas-Fort Worth-Arlington, TX"; "" for none."""
    cities = re.split(r"[-/]", title.partition(",")[0])
    return next((city for city in cities if place_key(city.removeprefix("Urban ")) == key), "")


def _in_areas(name: str, place: str, area: Key, found: _Found, day: dt.date | None) -> list[Locality]:
    """A ZIP code in its area, if that is there."""
    known = _areas([area], day)
    return [_locality(("zip", name, place), area, found, known)] if area in known else []


def _locality(named: tuple[str, str, str], area: Key, found: _Found, known: Known) -> Locality:
    """One of the kind, name and place that are `named`."""
    kind, name, place = named
    row, jobs = known[area]
    named_after = kind == "city" and row.kind == AreaKind.METROPOLITAN and found.state in row.states
    return Locality(
        kind=kind,
        name=name,
        place=place,
        state=found.state,
        counties=tuple(found.counties),
        area_code=row.code,
        area_title=row.title,
        area_kind=row.kind,
        jobs=jobs,
        zips=found.zips,
        is_principal=named_after and bool(_city_of_title(row.title, place_key(name))),
    )


def _areas(wanted: Iterable[Key], day: dt.date | None) -> dict[Key, tuple[Area, int | None]]:
    """The areas of these delineations and codes, with their jobs in the newest release that has one of them.

    Three queries; two more where the newest release has none of them.
    """
    condition = Q()
    for delineation, code in wanted:
        condition |= Q(delineation=delineation, code=code)
    areas = list(Area.objects.filter(condition)) if condition else []
    if not areas:
        return {}
    release = Release.objects.newest("oews", day)
    jobs = _jobs(areas, release)
    if not jobs:
        # The nation alone may be out already. Asking every release costs ten times as much, so it comes second.
        wages = Release.objects.as_of(day).official().filter(source__slug="oews")
        jobs = _jobs(areas, releases_of_areas(wages, [area.pk for area in areas]).first())
    return {(area.delineation, area.code): (area, jobs.get(area.pk)) for area in areas}


def _jobs(areas: Sequence[Area], release: Release | None) -> dict[int, int | None]:
    """All jobs of each area by its id, in the release."""
    if release is None:
        return {}
    cells = WageEstimate.objects.filter(release=release, area__in=areas).all_industries().all_occupations()
    return dict(cells.values_list("area_id", "employment"))
