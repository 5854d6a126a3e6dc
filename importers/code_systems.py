"""The code systems, and the few rows of them that no file brings: made here, so that any source can be first."""

from __future__ import annotations

from dataclasses import dataclass

from importers.report import Problems, refuse
from importers.soc.combinations import COMBINATIONS
from occupations.models import CodeSystem, Industry, Occupation
from occupations.titles import sentence_case

SOC = "soc-2018"
SOC_2010 = "soc-2010"
NAICS = "naics-2022"
NAICS_2017 = "naics-2017"
OEWS_INDUSTRIES = "oews-industries"
ONET_SOC = "onet-soc-2019"
CIP = "cip-2020"


@dataclass(frozen=True)
class SystemFacts:
    name: str
    subject: str
    year: int | None
    extends: str | None = None
    is_current: bool = True


SYSTEMS = {
    SOC: SystemFacts("SOC 2018", "occupations", 2018),
    SOC_2010: SystemFacts("SOC 2010", "occupations", 2010, is_current=False),
    "oews-2019-hybrid": SystemFacts("OEWS 2019 hybrid", "occupations", 2019, SOC, is_current=False),
    "oews-2021": SystemFacts("OEWS 2021", "occupations", 2021, SOC),
    ONET_SOC: SystemFacts("O*NET-SOC 2019", "occupations", 2019, SOC),
    NAICS: SystemFacts("NAICS 2022", "industries", 2022),
    NAICS_2017: SystemFacts("NAICS 2017", "industries", 2017, is_current=False),
    OEWS_INDUSTRIES: SystemFacts("OEWS industries", "industries", None, NAICS),
    CIP: SystemFacts("CIP 2020", "programs", 2020),
}


def ensure_code_system(slug: str) -> CodeSystem:
    """The system of one of `SYSTEMS`, with the system that it extends."""
    facts = SYSTEMS[slug]
    extends = ensure_code_system(facts.extends) if facts.extends else None
    system, _ = CodeSystem.objects.get_or_create(
        slug=slug,
        defaults={
            "name": facts.name,
            "subject": facts.subject,
            "year": facts.year,
            "extends": extends,
            "is_current": facts.is_current,
        },
    )
    return system


def soc_occupations(level: int | None = None) -> dict[str, int]:
    """The ids of the occupations of SOC 2018 by code, of one level or all.

    Raises InputRefusedError if there are none.
    """
    rows = Occupation.objects.filter(system__slug=SOC)
    ids = dict((rows if level is None else rows.filter(level=level)).values_list("code", "id"))
    if not ids:
        raise refuse("SOC 2018 is not loaded; load it first: manage.py load soc PATH…")
    return ids


def ensure_combination_occupations() -> None:
    """The occupations of `COMBINATIONS`, each with its parent and what it combines; no change if they are there.

    Raises InputRefusedError if SOC 2018 is not loaded.
    """
    wanted = {(row.system, row.code) for row in COMBINATIONS}
    systems = {slug: ensure_code_system(slug) for slug in {row.system for row in COMBINATIONS}}
    there = set(Occupation.objects.filter(system__in=systems.values()).values_list("system__slug", "code"))
    if wanted <= there:
        return
    soc = dict(Occupation.objects.filter(system__slug=SOC).values_list("code", "id"))
    needed = {code for row in COMBINATIONS for code in (row.parent, *row.combines)}
    problems = Problems()
    if not needed <= soc.keys():
        problems.add("SOC 2018 is not loaded, or not whole; load it first: manage.py load soc PATH…")
    problems.refuse()
    rows = [row for row in COMBINATIONS if (row.system, row.code) not in there]
    made = Occupation.objects.bulk_create(
        Occupation(
            system=systems[row.system],
            code=row.code,
            title=row.title,
            sentence_title=sentence_case(row.title),
            level=Occupation.Level.DETAILED,
            parent_id=soc[row.parent],
            is_retired=not systems[row.system].is_current,
        )
        for row in rows
    )
    through = Occupation.combines.through
    through.objects.bulk_create(
        through(from_occupation_id=occupation.pk, to_occupation_id=soc[code])
        for occupation, row in zip(made, rows, strict=True)
        for code in row.combines
    )


def ensure_all_industries() -> Industry:
    """The root of the industries: "000000", all of them together."""
    industry, _ = Industry.objects.get_or_create(
        system=ensure_code_system(OEWS_INDUSTRIES),
        code="000000",
        defaults={
            "title": "Cross-Industry, Private, Federal, State, and Local",
            "short_title": "All industries",
            "kind": Industry.Kind.ALL,
            "level": 0,
        },
    )
    return industry
