"""Every page that has an address of its own, as its own view finds it. A fixed number of queries each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery

from occupations.models import Certification, DataChange, Industry, Occupation, Release
from wages.industry_codes import spellings
from wages.models import Area, WageEstimate


def changed_at() -> dt.datetime | None:
    """When anything that a page can show was last changed. One query."""
    newest: dt.datetime | None = DataChange.objects.aggregate(newest=Max("changed_at"))["newest"]
    return newest


def occupations() -> QuerySet[Occupation]:
    """The occupation that each code means: of several code systems the current one. One query."""
    found: QuerySet[Occupation] = Occupation.objects.order_by("code", "is_retired", "-system__year")
    return found.distinct("code")


def occupations_with_pay() -> set[int]:
    """The ids of the occupations that any release states for the nation and all industries. Two queries."""
    releases = list(Release.objects.as_of(None).filter(source__slug="oews"))
    cells = WageEstimate.objects.in_releases(releases).national().all_industries()
    return set(cells.values_list("occupation_id", flat=True).distinct())


def industries() -> list[Industry]:
    """The industry that each code means, without those whose figures stand under another code. Two queries."""
    in_order = Industry.objects.with_ancestors().order_by("code", "is_retired", "-system__year")
    found = {industry.code: industry for industry in in_order.distinct("code")}
    meant = [
        industry
        for code, industry in found.items()
        if next((each for each in spellings(code) if each in found), code) == code
    ]
    repeated = {
        each.pk for industry in meant if len(industry.repeated_in) > 1 for each in industry.repeated_in
    }
    cells = WageEstimate.objects.national().filter(industry=OuterRef("pk"))
    published = set(Industry.objects.filter(Exists(cells), pk__in=repeated).values_list("pk", flat=True))
    return [industry for industry in meant if _published_as(industry, published) == industry]


def _published_as(industry: Industry, published: Iterable[int]) -> Industry:
    same = industry.repeated_in
    return next((each for each in same if each.pk in published), industry) if len(same) > 1 else industry


def areas() -> list[Area]:
    """The area that each code means: of several the one of the newest release that has the code. One query."""
    cells = WageEstimate.objects.filter(release=OuterRef("pk"), area=OuterRef(OuterRef("pk")))
    releases = Release.objects.as_of(None).official().filter(Exists(cells), source__slug="oews")
    last = Subquery(releases.values("published_on")[:1])
    in_order = Area.objects.annotate(last=last).order_by("code", F("last").asc(nulls_first=True), "pk")
    return list({area.code: area for area in in_order}.values())


def certifications() -> QuerySet[Certification]:
    """Every certification, by name. One query."""
    found: QuerySet[Certification] = Certification.objects.order_by("slug")
    return found


def cells_by_place() -> QuerySet[Any, tuple[int, int]]:
    """The occupation's and the area's id of every cell of a place in the newest release. One query, and one more
    for each time that it is read."""
    cells = WageEstimate.objects.filter(release=Release.objects.newest("oews")).all_industries()
    pairs: QuerySet[Any, tuple[int, int]] = cells.exclude(area__in=Area.objects.nation()).values_list(
        "occupation_id", "area_id"
    )
    return pairs.order_by("occupation_id", "area_id")


def cells_by_industry(listed: Iterable[Industry]) -> QuerySet[Any, tuple[int, int]]:
    """The occupation's and the industry's id of every national cell of one of these industries in the newest release.
    One query, and one more for each time that it is read."""
    cells = WageEstimate.objects.filter(release=Release.objects.newest("oews")).national()
    wanted = [industry.pk for industry in listed if industry.kind != Industry.Kind.ALL]
    pairs: QuerySet[Any, tuple[int, int]] = cells.filter(industry__in=wanted).values_list(
        "occupation_id", "industry_id"
    )
    return pairs.order_by("occupation_id", "industry_id")
