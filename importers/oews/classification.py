"""The rows that wage estimates point at: found by their codes, and made where only OEWS has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from importers.code_systems import (
    NAICS,
    NAICS_2017,
    OEWS_INDUSTRIES,
    SOC,
    ensure_all_industries,
    ensure_code_system,
    ensure_combination_occupations,
)
from importers.naics.titles import short_industry_title
from importers.oews.areas import AreaFacts, delineation_of
from importers.projections.soc_2010 import CODE, Named, ids_of_named
from importers.report import Problems
from importers.soc.combinations import CURRENT, HYBRID
from occupations.models import Industry, Occupation
from wages.industry_codes import ALL, SECTOR_OF, IndustryCode
from wages.models import Area

NATION_TITLE = "United States"
# OEWS coded industries by NAICS 2022 from this release on.
FIRST_YEAR_OF_NAICS_2022 = 2022
LAST_YEAR_OF_HYBRID = 2020
LAST_YEAR_OF_SOC_2010 = 2018


def occupation_ids(
    year: int, titles: Mapping[str, str], levels: Mapping[str, int], problems: Problems
) -> dict[str, tuple[int, int]]:
    """For each code that a release of this year may use, the id and level of its occupation.

    A code of SOC 2010 means what its title says, so the occupations are those of `titles`; those that only SOC 2010
    has are made. Raises InputRefusedError if SOC 2018 is not loaded.
    """
    ensure_combination_occupations()
    if year <= LAST_YEAR_OF_SOC_2010:
        named = {
            code: Named(
                title, is_group=levels.get(code, Occupation.Level.DETAILED) < Occupation.Level.DETAILED
            )
            for code, title in titles.items()
            if CODE.fullmatch(code)
        }
        ids = ids_of_named(named, problems)
        level_of = dict(Occupation.objects.filter(pk__in=ids.values()).values_list("id", "level"))
        return {code: (pk, level_of[pk]) for code, pk in ids.items()}
    systems = [SOC, CURRENT, *([HYBRID] if year <= LAST_YEAR_OF_HYBRID else [])]
    rows = Occupation.objects.filter(system__slug__in=systems).exclude(level=Occupation.Level.ONET)
    return {code: (pk, level) for code, pk, level in rows.values_list("code", "id", "level")}


def ensure_areas(areas: Iterable[AreaFacts], year: int) -> dict[str, int]:
    """The ids of the areas by code, in the delineation of that year; missing ones are made."""
    wanted = {(delineation_of(area.kind, year), area.code): area for area in areas}
    there = _area_ids(wanted.keys())
    Area.objects.bulk_create(
        Area(
            delineation=delineation,
            code=code,
            kind=area.kind,
            title=NATION_TITLE if area.kind == Area.Kind.NATION else area.title,
            state_code=area.state_code,
        )
        for (delineation, code), area in wanted.items()
        if (delineation, code) not in there
    )
    return {code: pk for (_, code), pk in _area_ids(wanted.keys()).items()}


def _area_ids(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    keys = set(keys)
    rows = Area.objects.filter(delineation__in={delineation for delineation, _ in keys})
    return {
        (delineation, code): pk
        for delineation, code, pk in rows.values_list("delineation", "code", "id")
        if (delineation, code) in keys
    }


def ensure_industries(
    industries: Sequence[tuple[IndustryCode, str]], year: int, problems: Problems
) -> dict[str, int]:
    """The ids of the industries by code; those that no NAICS has are made.

    A NAICS code that NAICS 2022 doesn't have is made too, retired, for the releases that used NAICS 2017.
    Later than that it is left out, and unknown to the caller.
    """
    root = ensure_all_industries()
    ids = dict(
        Industry.objects.filter(system__slug__in=(NAICS, NAICS_2017, OEWS_INDUSTRIES)).values_list(
            "code", "id"
        )
    )
    ids[ALL] = root.pk
    if any(industry.is_naics for industry, _ in industries) and not ids.keys() & set(SECTOR_OF.values()):
        problems.add("NAICS 2022 is not loaded; load it first: manage.py load naics PATH…")
        return ids
    system_of = cache(ensure_code_system)  # none is made that no industry needs
    # Parents before children.
    for industry, title in sorted(industries, key=lambda row: (row[0].level, row[0].code)):
        if industry.code in ids or (industry.is_naics and year >= FIRST_YEAR_OF_NAICS_2022):
            continue
        ids[industry.code] = Industry.objects.create(
            system=system_of(NAICS_2017 if industry.is_naics else OEWS_INDUSTRIES),
            code=industry.code,
            title=title,
            short_title=short_industry_title(title),
            kind=industry.kind,
            level=industry.level,
            parent_id=_parent(industry, ids),
            is_retired=industry.is_naics,
        ).pk
    return ids


def _parent(industry: IndustryCode, ids: dict[str, int]) -> int:
    """The nearest wider industry that is there: its parent, or the sector, or all industries."""
    wider = [industry.parent or ALL]
    while len(wider[-1]) > 3 and wider[-1].isdigit():
        wider.append(wider[-1][:-1])
    return next(ids[code] for code in (*wider, SECTOR_OF.get(industry.code[:2], ALL), ALL) if code in ids)
