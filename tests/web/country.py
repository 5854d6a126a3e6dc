"""A small country for tests of places: three states, a territory, two metropolitan areas and a nonmetropolitan one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from occupations.models import MissingReason, Occupation, PriceParity, Release
from tests import rows
from wages.models import Area, WageEstimate

NAMES = {
    "ohio": ("state", "3900000", "Ohio", "39"),
    "texas": ("state", "4800000", "Texas", "48"),
    "arkansas": ("state", "0500000", "Arkansas", "05"),
    "guam": ("territory", "6600000", "Guam", "66"),
    "dayton": ("metro", "0019430", "Dayton-Kettering-Beavercreek, OH", "39"),
    "texarkana": ("metro", "0045500", "Texarkana, TX-AR", "48"),
    "border": ("nonmetro", "4800003", "Border Region of Texas nonmetropolitan area", "48"),
}


def official(label: str, published_on: dt.date) -> Release:
    return rows.release(
        label=label, kind="official", published_on=published_on, reference_period=label, annual_cap=239_200,
        hourly_cap=115,
    )  # fmt: skip


def areas() -> dict[str, Area]:
    """The nation and the areas by short names."""
    found = {"nation": rows.nation()}
    for name, (kind, code, title, state) in NAMES.items():
        delineation = "FIPS" if kind in ("state", "territory") else "May 2024"
        found[name] = rows.area(
            kind=kind, code=code, title=title, state_code=state, delineation=delineation
        )  # fmt: skip
    return found


def cell(release: Release, area: Area, occupation: Occupation, **measures: Any) -> WageEstimate:
    """A cell with its percentiles around the median, of all occupations together or of one."""
    median = measures.get("annual_median")
    if median is not None:
        around = {"annual_p10": 0.6, "annual_p25": 0.8, "annual_p75": 1.3, "annual_p90": 1.7}
        measures = {name: int(median * share) for name, share in around.items()} | measures
    return rows.wage_estimate(
        release=release, area=area, occupation=occupation, published_level=occupation.level, **measures
    )


def price_levels(
    levels: dict[str, str], published_on: dt.date = dt.date(2026, 2, 19), areas: dict[str, str] | None = None
) -> Release:
    """A release of price parities of states by FIPS code, and of Dayton ("19430") or of a state's nonmetropolitan
    portion by its own."""
    found = rows.release(
        source="rpp", label="2024", kind="official", published_on=published_on, reference_period="2024"
    )
    for state, value in levels.items():
        PriceParity.objects.create(release=found, state_code=state, year=2024, category=1, value=value)
    for code, value in (areas or {}).items():
        kind = "metro" if len(code) == 5 else "nonmetro"
        rows.area_parity(release=found, kind=kind, code=code, value=value)
    return found


TOP_CODED = {
    f"annual_{name}_missing": MissingReason.TOP_CODED for name in ("p10", "p25", "median", "p75", "p90")
}
