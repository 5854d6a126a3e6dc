"""What the pages of industries need fetched: a fixed number of queries, however much is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from occupations.models import Industry, Release
from wages.models import WageEstimate
from web.material import PAY_MEASURES
from web.presenters.pay import same_edition


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
    cells = list(
        WageEstimate.objects.in_releases(of_label(releases, shown))
        .national()
        .all_occupations()
        .select_related("release__source", "industry", "occupation")
        .measuring(*PAY_MEASURES)
    )
    cells = same_edition(cells, shown)
    overall = next((cell for cell in cells if cell.industry.kind == Industry.Kind.ALL), None)
    return Economy(overall, [cell for cell in cells if cell is not overall], releases[0])


def of_label(releases: Sequence[Release], shown: Release) -> list[Release]:
    """The releases of one edition: the official one and an editorial one with the same label."""
    return [release for release in releases if release.label == shown.label]


def _releases(day: dt.date | None, industry: Industry | None = None) -> list[Release]:
    """The ready OEWS releases as of a day, the newest first, each with `has_industries`: whether it states
    anything of all occupations in single industries; and `has_cells`: anything in this one. One query."""
    cells = WageEstimate.objects.national().filter(release=OuterRef("pk"))
    return list(
        Release.objects.as_of(day)
        .filter(source__slug="oews")
        .select_related("source")
        .annotate(
            has_industries=Exists(cells.all_occupations().filter(industry__kind="sector")),
            has_cells=Exists(cells.filter(industry=industry)),
        )
    )


def _choose(releases: Sequence[Release], stating: str) -> Release | None:
    """The newest official release that states it; an editorial one, of some cells, only where there is none."""
    found = [release for release in releases if getattr(release, stating)]
    return next((release for release in found if release.is_official), next(iter(found), None))


@dataclass(frozen=True)
class Workforce:
    """One industry's cells of the shown edition, and those of the industries around it.

    `own` is its cell of all occupations; `around` are the cells of all occupations in the industries above
    and the two levels below it, itself left out. `shown` is None where no release as of the day has
    figures by industry, and `newest` is the newest OEWS release as of the day, whether or not it has them.
    """

    shown: Release | None
    newest: Release | None
    own: WageEstimate | None
    around: list[WageEstimate]
    below: list[Industry]


def workforce(industry: Industry, day: dt.date | None) -> Workforce:
    """Everything for the page of one industry, as of a day. Three queries."""
    releases = _releases(day, industry)
    shown = _choose(releases, "has_cells") or _choose(releases, "has_industries")
    below = list(Industry.objects.below(industry))
    around: list[WageEstimate] = []
    if shown is not None:
        family = [industry, *ancestors(industry), *below]
        cells = (
            WageEstimate.objects.in_releases(of_label(releases, shown))
            .national()
            .all_occupations()
            .filter(industry__in=[member.pk for member in family])
            .select_related("release__source", "industry", "occupation")
            .measuring(*PAY_MEASURES)
        )
        around = same_edition(list(cells), shown)
    own = next((cell for cell in around if cell.industry_id == industry.pk), None)
    newest = releases[0] if releases else None
    return Workforce(shown, newest, own, [cell for cell in around if cell is not own], below)


def ancestors(industry: Industry) -> list[Industry]:
    """The wider industries, the nearest first, up to the total of all."""
    found = []
    parent = industry.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found
