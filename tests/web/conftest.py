"""A small world for pages: three occupations, a handful of industries, two releases."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from importers.runs import ensure_source
from occupations.models import CodeSystem, Industry, MissingReason, Occupation, Release
from wages.measures import MEASURES
from wages.models import Area, WageEstimate


@pytest.fixture(scope="module")
def soc(shared_db: None) -> CodeSystem:
    return CodeSystem.objects.get_or_create(
        slug="soc-2018", name="SOC 2018", subject="occupations", year=2018
    )[0]


@pytest.fixture(scope="module")
def total(soc: CodeSystem) -> Occupation:
    return make_occupation(soc, "00-0000", "All Occupations", Occupation.Level.TOTAL, None)


@pytest.fixture(scope="module")
def managers(soc: CodeSystem, total: Occupation) -> Occupation:
    """Industrial production managers, with the groups above them."""
    major = make_occupation(soc, "11-0000", "Management Occupations", Occupation.Level.MAJOR, total)
    minor = make_occupation(soc, "11-3000", "Operations Specialties Managers", Occupation.Level.MINOR, major)
    broad = make_occupation(soc, "11-3050", "Industrial Production Managers", Occupation.Level.BROAD, minor)
    return make_occupation(soc, "11-3051", "Industrial Production Managers", Occupation.Level.DETAILED, broad)


def make_occupation(
    soc: CodeSystem, code: str, title: str, level: int, parent: Occupation | None, **more: Any
) -> Occupation:
    return Occupation.objects.create(
        system=soc,
        code=code,
        title=title,
        sentence_title=title.capitalize(),
        level=level,
        parent=parent,
        **more,
    )


@pytest.fixture(scope="module")
def nation(shared_db: None) -> Area:
    return Area.objects.create(
        delineation="FIPS", code="0000000", kind="nation", title="United States", state_code="00"
    )


@pytest.fixture(scope="module")
def may_2025(shared_db: None) -> Release:
    return make_release("May 2025", dt.date(2026, 5, 15))


def make_release(label: str, published_on: dt.date, kind: str = "official", source: str = "oews") -> Release:
    caps = {"hourly_cap": 115, "annual_cap": 239_200} if source == "oews" else {}
    return Release.objects.create(
        source=ensure_source(source), label=label, reference_period=label, kind=kind, state="ready",
        published_on=published_on, **caps,
    )  # fmt: skip


@pytest.fixture(scope="module")
def all_industries(shared_db: None) -> Industry:
    system = CodeSystem.objects.create(slug="oews-industries", name="OEWS industries", subject="industries")
    return Industry.objects.create(
        system=system,
        code="000000",
        title="Cross-industry",
        short_title="All industries",
        kind="all",
        level=0,
    )


@pytest.fixture(scope="module")
def industry(all_industries: Industry) -> Callable[..., Industry]:
    """Make an industry: `industry("31-33", "Manufacturing")`, `industry("325", "Chemicals", parent)`."""
    naics = CodeSystem.objects.create(slug="naics-2022", name="NAICS 2022", subject="industries", year=2022)

    def make(code: str, name: str, parent: Industry | None = None, **more: Any) -> Industry:
        kind, level = ("naics", len(code)) if parent else ("sector", 2)
        fields = {"kind": kind, "level": level} | more
        return Industry.objects.create(
            system=naics, code=code, title=name, short_title=name, parent=parent or all_industries, **fields
        )

    return make


@pytest.fixture(scope="module")
def estimate(nation: Area, all_industries: Industry) -> Callable[..., WageEstimate]:
    """Make a published cell; measures that are not given are not stated."""

    def make(
        release: Release, occupation: Occupation, industry: Industry | None = None, **measures: Any
    ) -> WageEstimate:
        unstated = {
            f"{name}_missing": MissingReason.NOT_STATED
            for name in MEASURES
            if name not in measures and f"{name}_missing" not in measures
        }
        return WageEstimate.objects.create(
            release=release, occupation=occupation, area=nation, industry=industry or all_industries,
            published_level=occupation.level, **unstated, **measures,
        )  # fmt: skip

    return make
