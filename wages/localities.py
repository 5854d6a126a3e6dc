"""Where a ZIP code, a city or a county is: in which OEWS area, by way of its county.

From the source "localities": GeoNames for ZIP codes and places, the Labor Department for counties. GeoNames names one
place for each ZIP code, so a suburb without one of its own is not found by name. Its table of the United States leaves
out Puerto Rico and the other territories, whose ZIP codes lead to the territory.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from occupations.models import Release
from wages.geography import FIPS, POSTAL, place_key
from wages.models import County, ZipCode

ZIP = re.compile(r"\d{5}")
STATEWIDE = "FIPS"
# The first three digits, or all five, of ZIP codes that no county here has. The Postal Service's.
TERRITORIES = {"006": "PR", "007": "PR", "008": "VI", "009": "PR"}
GUAM = range(96910, 96933)
# What a county is called, as `place_key` writes it; the last in Spanish.
COUNTY_WORDS = re.compile(
    r" (county|parish|borough|census area|municipality|city and borough|municipio|planning region|condado)$"
)
SHORTEST_KEY = 3


@dataclass(frozen=True)
class Locality:
    """A ZIP code, a city or a county in one area: the code of the area, the letters of the state, and what it is
    called, such as "45401, Dayton, OH,", "Dayton" or "Montgomery County"."""

    area_code: str
    state: str
    said: str


def localities_among(phrases: Iterable[str], day: dt.date | None = None) -> dict[str, list[Locality]]:
    """The ZIP codes, cities and counties among the phrases, as of a day; for each the areas that it is in.

    "Saint Louis", "st. louis" and "St Louis" are one. A county is meant where the phrase says so, or where no city has
    its name: "Fairfax County" is not the city of Fairfax, "Orleans County" may still be the parish. A ZIP code whose
    county isn't known is in its state or territory. Three queries, however many the phrases are.
    """
    keys = {phrase: COUNTY_WORDS.sub("", place_key(phrase)) for phrase in phrases}
    release = Release.objects.newest("localities", day)
    wanted = {key for key in keys.values() if len(key) >= SHORTEST_KEY}
    if release is None or not wanted:
        return {}
    cities = _cities(release, wanted, {phrase for phrase in keys if ZIP.fullmatch(phrase)})
    counties = _counties(release, wanted)
    found = {}
    for phrase, key in keys.items():
        typed = place_key(phrase)
        here = counties.get(key, []) if typed != key else cities.get(key) or counties.get(key, [])
        if typed != key:
            of_that_name = [county for county in here if place_key(county.said) == typed]
            here = of_that_name or [county for county in here if not county.said.endswith(" city")]
        if here:
            found[phrase] = here
    return found


def _cities(release: Release, keys: Collection[str], zips: Collection[str]) -> dict[str, list[Locality]]:
    """ZIP codes by themselves and cities by their keys, one for each state and area. One query."""
    found: dict[str, dict[tuple[str, str], Locality]] = defaultdict(dict)
    rows = ZipCode.objects.filter(Q(key__in=keys) | Q(code__in=zips), release=release)
    for code, key, place, state, area in rows.values_list(
        "code", "key", "place", "state_code", "county__area_code"
    ):
        letters = POSTAL[state]
        if code in zips:
            whole = area or state_area(letters)[1]
            found[code][whole, letters] = Locality(whole, letters, f"{code}, {place}, {letters},")
        if area:
            found[key].setdefault((area, letters), Locality(area, letters, place))
    for code in zips - found.keys():
        if letters := territory_of_zip(code):
            whole = state_area(letters)[1]
            found[code][whole, letters] = Locality(whole, letters, code)
    return {key: list(areas.values()) for key, areas in found.items()}


def _counties(release: Release, keys: Collection[str]) -> dict[str, list[Locality]]:
    """Counties by their keys. One query."""
    found: dict[str, list[Locality]] = defaultdict(list)
    rows = County.objects.filter(release=release, key__in=keys)
    for key, name, fips, area in rows.values_list("key", "name", "fips", "area_code"):
        found[key].append(Locality(area, POSTAL[fips[:2]], name))
    return found


def territory_of_zip(code: str) -> str:
    """The letters of the territory that a ZIP code is in, of those that GeoNames' file leaves out; "" for any other."""
    return "GU" if int(code) in GUAM else TERRITORIES.get(code[:3], "")


def state_area(letters: str) -> tuple[str, str]:
    """The delineation and the code of the area that a whole state is."""
    return (STATEWIDE, f"{FIPS[letters]}00000")
