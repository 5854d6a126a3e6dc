"""What the data say about the occupations of a profile, for comparing a text with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from occupations.lint.figures import Fact, Kind
from occupations.models import IndustryShare, Occupation, Projection, Release
from wages.measures import ANNUAL_WAGES, HOURLY_WAGES
from wages.models import WageEstimate

JOBS = {
    "base_employment": "employment in the base year",
    "target_employment": "employment in the target year",
    "employment_change": "the change in employment",
    "openings": "the number of openings a year",
}
PERCENTS = {
    "percent_change": "the percent change",
    "percent_self_employed": "the percent self-employed",
}


def facts_of(occupations: Iterable[Occupation]) -> list[Fact]:
    """National pay and employment, outlook and industry shares in the newest official releases, as Facts.

    Missing figures are left out. Three queries and one for each source.
    """
    wanted = list(occupations)
    return [*_pay(wanted), *_outlook(wanted), *_shares(wanted)]


def _pay(occupations: list[Occupation]) -> Iterator[Fact]:
    release = Release.objects.newest("oews")
    if release is None:
        return
    cells = WageEstimate.objects.in_release(release).filter(occupation__in=occupations)
    for cell in cells.national().all_industries():
        if cell.employment is not None:
            yield Fact("count", f"employment (OEWS, {release.label})", Decimal(cell.employment))
        for measure in (*ANNUAL_WAGES, *HOURLY_WAGES):
            value = getattr(cell, measure)
            if value is not None:
                yield Fact("dollars", f"the {_name(measure)} (OEWS, {release.label})", Decimal(value))


def _name(measure: str) -> str:
    """ "annual_p90" → "annual P90"; "hourly_median" → "hourly median"."""
    basis, _, statistic = measure.partition("_")
    return f"{basis} {statistic.upper() if statistic[1:].isdecimal() else statistic}"


def _outlook(occupations: list[Occupation]) -> Iterator[Fact]:
    release = Release.objects.newest("projections")
    if release is None:
        return
    kinds: tuple[tuple[dict[str, str], Kind, int], ...] = ((JOBS, "count", 1000), (PERCENTS, "percent", 1))
    for projection in Projection.objects.filter(occupation__in=occupations, release=release):
        for names, kind, unit in kinds:
            for column, name in names.items():
                value = getattr(projection, column)
                if value is not None:
                    yield Fact(kind, f"{name} ({release.label})", value * unit)


def _shares(occupations: list[Occupation]) -> Iterator[Fact]:
    shares = IndustryShare.objects.filter(occupation__in=occupations, release__state=Release.State.READY)
    for share in shares.select_related("release", "industry"):
        where = share.industry_title or share.industry or share.get_class_of_worker_display()
        yield Fact("percent", f"the share of jobs in {where} ({share.release.label})", share.share)
