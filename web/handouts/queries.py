"""What a packet of handouts reads: up to ten occupations in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from occupations.descriptors import Digest, digests
from occupations.models import Certification, Industry, Occupation, ProfileSection, Projection, Release
from occupations.sections import section_of_each
from wages.models import WageEstimate
from web.occupations.pay import choose_edition
from web.occupations.queries import PAY_MEASURES, THREE_DIGIT, wage_releases

WHAT_THEY_DO = "10-what-they-do"


@dataclass(frozen=True)
class Packet:
    """Everything for the handouts, by the occupation's id: its editions of pay, cells by 3-digit industry in the
    releases of the shown edition, projections with those of all occupations, text, facts and certifications."""

    newest: Release | None
    editions: Mapping[int, Sequence[WageEstimate]]
    by_industry: Mapping[int, Sequence[WageEstimate]]
    projections: Sequence[Projection]
    sections: Mapping[int, ProfileSection]
    digests: Mapping[int, Digest]
    certifications: Mapping[int, Sequence[Certification]]


def packet(selection: Sequence[Occupation], day: dt.date | None) -> Packet:
    """Read the packet as of a day: twelve queries, whatever is in it."""
    releases = wage_releases(day)
    editions = _editions(selection, releases)
    rounds = Release.objects.as_of(day).filter(source__slug="projections")
    return Packet(
        newest=releases[0] if releases else None,
        editions=editions,
        by_industry=_by_industry(editions, releases),
        projections=list(
            Projection.objects.of_each_with_total(selection, rounds).select_related(
                "occupation", "release__source", "carried_from"
            )
        ),
        sections=section_of_each(selection, WHAT_THEY_DO, day),
        digests=digests(selection, day),
        certifications=_certifications(selection),
    )


def _editions(selection: Sequence[Occupation], releases: Sequence[Release]) -> dict[int, list[WageEstimate]]:
    cells = WageEstimate.objects.in_releases(releases).filter(occupation__in=[o.pk for o in selection])
    national = cells.national().all_industries().select_related("release__source", "industry")
    return _grouped(national.measuring(*PAY_MEASURES))


def _by_industry(
    editions: Mapping[int, Sequence[WageEstimate]], releases: Sequence[Release]
) -> dict[int, list[WageEstimate]]:
    """National cells by 3-digit industry in every release that is shown of one of the occupations. One query."""
    shown = [e for own in editions.values() if (e := choose_edition(own)) is not None]
    labels = {estimate.release.label for estimate in shown}
    wanted = [release for release in releases if release.label in labels]
    cells = WageEstimate.objects.in_releases(wanted).filter(occupation__in=list(editions))
    industries = cells.national().single_industries().filter(industry__level=THREE_DIGIT)
    parts = industries.exclude(industry__kind=Industry.Kind.OWNERSHIP).select_related(
        "release__source", "industry"
    )
    return _grouped(parts.measuring("employment", "hourly_median", "annual_median"))


def _grouped(cells: Sequence[WageEstimate]) -> dict[int, list[WageEstimate]]:
    grouped: dict[int, list[WageEstimate]] = {}
    for cell in cells:
        grouped.setdefault(cell.occupation_id, []).append(cell)
    return grouped


def _certifications(selection: Sequence[Occupation]) -> dict[int, list[Certification]]:
    ids = {occupation.pk for occupation in selection}
    grouped: dict[int, list[Certification]] = {}
    rows = Certification.objects.filter(occupations__in=ids).distinct().with_organization_and_occupations()
    for certification in rows:
        for occupation in certification.occupations.all():
            if occupation.pk in ids:
                grouped.setdefault(occupation.pk, []).append(certification)
    return grouped
