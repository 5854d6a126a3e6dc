"""What the pages of industries need fetched: a fixed number of queries, however much is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from occupations.models import Industry, Introduction, Occupation, Release, UtilizationFactor
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import WageEstimate
from web.occupations.by_industry.address import ancestors
from web.occupations.by_place.queries import with_releases
from web.occupations.queries import PAY_MEASURES

PERCENTILES = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}
INSIDE = ("employment", "employment_rse", "wage_rse", "percent_of_industry")


@dataclass(frozen=True)
class Economy:
    """All occupations together, in each industry of one edition.

    `overall` is None where no release as of the day has figures by industry; `newest` is the newest OEWS
    release as of the day, whether or not it has them.
    """

    overall: WageEstimate | None
    by_industry: list[WageEstimate]
    newest: Release | None


def economy(day: dt.date | None) -> Economy:
    """Everything for the table of all industries, as of a day. Two queries."""
    releases = _releases(day)
    shown = _choose(releases, "has_industries")
    if shown is None:
        return Economy(None, [], releases[0] if releases else None)
    totals = WageEstimate.objects.filter(release=shown).national().all_occupations()
    measured = totals.select_related("industry", "occupation").measuring(*PAY_MEASURES)
    cells = with_releases(measured, releases)
    overall = next((cell for cell in cells if cell.industry.kind == Industry.Kind.ALL), None)
    return Economy(overall, [cell for cell in cells if cell is not overall], releases[0])


def _releases(day: dt.date | None, industry: Industry | None = None) -> list[Release]:
    """The official OEWS releases as of a day, the newest first, each with `has_industries`: whether it states
    anything of all occupations in single industries; and `has_cells`: anything in this one. One query."""
    cells = WageEstimate.objects.national().filter(release=OuterRef("pk"))
    return list(
        Release.objects.as_of(day)
        .official()
        .filter(source__slug="oews")
        .select_related("source")
        .annotate(
            has_industries=Exists(cells.all_occupations().filter(industry__kind=Industry.Kind.SECTOR)),
            has_cells=Exists(cells.filter(industry=industry)),
        )
    )


def _choose(releases: Sequence[Release], stating: str) -> Release | None:
    """The newest release that states it."""
    return next((release for release in releases if getattr(release, stating)), None)


@dataclass(frozen=True)
class Workforce:
    """One industry's cells of the shown edition, and what they are read against.

    `own` is its cell of all occupations, `cells` are its others, with `major_group_id`; `nation` are the cells
    of all industries by occupation. `around` are the cells of all occupations in the industries above, below
    and beside it, itself left out, and `relatives` those below and beside it, published or not. `shown` is None
    where no release as of the day has figures by industry; `newest` is the newest OEWS release as of the
    day, whether or not it has them. `factors` say why occupations gain or lose a share of its jobs.
    """

    shown: Release | None
    newest: Release | None
    own: WageEstimate | None
    cells: list[WageEstimate]
    nation: dict[int, WageEstimate]
    around: list[WageEstimate]
    relatives: list[Industry]
    introduction: str
    factors: list[UtilizationFactor]


def workforce(industry: Industry, day: dt.date | None, basis: str) -> Workforce:
    """Everything for the page of one industry on one basis, as of a day. Seven queries."""
    releases = _releases(day, industry)
    newest = releases[0] if releases else None
    shown = _choose(releases, "has_cells") or _choose(releases, "has_industries")
    wider = ancestors(industry)
    relatives = list(Industry.objects.around(industry, wider))
    written = Introduction.objects.filter(industry=industry).values_list("text", flat=True).first() or ""
    factors = list(UtilizationFactor.objects.newest(day).filter(industry__in=industry.repeated_in))
    if shown is None:
        return Workforce(None, newest, None, [], {}, [], relatives, written, factors)
    percentiles = PERCENTILES[basis]
    edition = WageEstimate.objects.filter(release=shown).national()
    totals = edition.all_occupations().filter(industry__in=[industry, *wider, *relatives])
    inside = edition.filter(industry=industry, occupation__level__gt=0).with_major_group()
    around = with_releases(totals.select_related("industry").measuring(*PAY_MEASURES), releases)
    cells = inside.select_related("occupation").measuring(*INSIDE, *percentiles)
    # The lower percentiles are the floors of a top-coded median.
    nation = edition.all_industries().measuring("employment", *percentiles[:3])
    return Workforce(
        shown=shown,
        newest=newest,
        own=next((cell for cell in around if cell.industry_id == industry.pk), None),
        cells=with_releases(cells, releases),
        nation={cell.occupation_id: cell for cell in with_releases(nation, releases)},
        around=[cell for cell in around if cell.industry_id != industry.pk],
        relatives=relatives,
        introduction=written,
        factors=factors,
    )


def found_by(text: str, occupations: Iterable[int], *, closest: bool = False) -> set[int]:
    """Which of these occupations people may mean by a text; see `OccupationQuerySet.search`. Two queries."""
    named = Occupation.objects.filter(pk__in=list(occupations)).search(text, closest=closest)
    return set(named.values_list("pk", flat=True))


def industries_named(text: str, *, closest: bool = False) -> list[Industry]:
    """The industries that people may mean by a text, with those that they are in. One query."""
    return list(Industry.objects.named(text, closest=closest).select_related("parent"))
