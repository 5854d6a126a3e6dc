"""What a search reads: everything that a text may name. A fixed number of queries for each kind.

With `closest` a second try: what is only spelled like the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Window

from occupations.models import Certification, Industry, Occupation, Release
from occupations.querysets import OccupationQuerySet
from occupations.search_text import code_in
from wages.models import Area, WageEstimate
from wages.querysets import covered
from web.places.queries import area_of_code

WHOLE_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
INDUSTRY_CODE = re.compile(r"\d\d-\d\d|\d[0-9A-Za-z]{1,7}")
AREA_CODE = re.compile(r"\d{5}|\d{7}")


@dataclass(frozen=True)
class Releases:
    """The newest releases of pay and of the projections as of a day; None where there is none that old."""

    pay: Release | None
    outlook: Release | None


@dataclass(frozen=True)
class OfThatCode:
    """What has exactly this code, retired or not.

    `details` are the 8-digit occupations of O*NET that have exactly this title: they have no figures of their own, so
    the search for those that do finds what they are part of.
    """

    occupation: Occupation | None = None
    industry: Industry | None = None
    area: Area | None = None
    details: Sequence[Occupation] = ()


def newest_releases(day: dt.date | None) -> Releases:
    """Two queries."""
    return Releases(Release.objects.newest("oews", day), Release.objects.newest("projections", day))


def of_that_code(text: str, day: dt.date | None) -> OfThatCode:
    """The occupation, industry and area whose code the text is, and O*NET's of that title. Six queries at most."""
    occupation, industry, area = None, None, None
    code = code_in(text)
    if WHOLE_CODE.fullmatch(code):
        occupation = Occupation.objects.by_code(code).first()
    if INDUSTRY_CODE.fullmatch(text):
        industry = Industry.objects.by_code(text.upper()).select_related("parent").first()
    if AREA_CODE.fullmatch(text):
        place = area_of_code(text.zfill(7), day)
        area = place.area if place is not None else None
    details = [] if code else list(Occupation.objects.of_onet_titled(text))
    return OfThatCode(occupation, industry, area, details)


def occupations_with_figures(
    text: str, releases: Releases, most: int, *, closest: bool, mend: bool = True
) -> tuple[list[Any], int]:
    """The first occupations that the finder has, best match first, and how many there are in all."""
    named = Occupation.objects.search(text, closest=closest, mend=mend)
    return _first(covered(named, releases.pay, releases.outlook), most)


def occupations_of_today(text: str, most: int) -> tuple[list[Any], int]:
    """The same of all detailed occupations of today, with figures or without."""
    of_today = Occupation.objects.current().filter(level=Occupation.Level.DETAILED)
    return _first(of_today.search(text), most)


def _first(rows: OccupationQuerySet, most: int) -> tuple[list[Any], int]:
    """The first rows, and how many there are in all; one query."""
    shown = list(rows.annotate(found_in_all=Window(Count("pk")))[:most])
    return shown, shown[0].found_in_all if shown else 0


def industries(text: str, releases: Releases, *, closest: bool) -> list[Any]:
    """The industries that a text names, each with `has_figures`: whether the release of pay has any. One query."""
    return _with_figures(Industry.objects.named(text, closest=closest), releases)


def every_industry(releases: Releases) -> list[Any]:
    """The same of all industries of today. One query."""
    return _with_figures(Industry.objects.filter(is_retired=False).order_by("code"), releases)


def _with_figures(industries: Any, releases: Releases) -> list[Any]:
    cells = (
        WageEstimate.objects.national()
        .all_occupations()
        .filter(release=releases.pay, industry=OuterRef("pk"))
    )
    return list(industries.select_related("parent").annotate(has_figures=Exists(cells)))


def areas(text: str, releases: Releases, *, closest: bool) -> list[Area]:
    """The areas of the release of pay: of several delineations only the one in force. One query."""
    return list(Area.objects.published_in(releases.pay).named(text, closest=closest))


def certifications(text: str, *, closest: bool) -> list[Certification]:
    """Certifications by their names, abbreviations and organizations."""
    return list(Certification.objects.named(text, closest=closest))
