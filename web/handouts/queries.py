"""What a packet of handouts reads: up to ten occupations in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from occupations.descriptors import Digest, digests
from occupations.editions import newest_official, of_one_edition
from occupations.models import Certification, Occupation, ProfileSection, Projection, Release
from occupations.sections import section_of_each
from wages.models import WageEstimate
from web.occupations.largest import without_cell
from web.occupations.pay import choose_for_tables
from web.occupations.queries import PAY_MEASURES, titles_of, wage_releases

WHAT_THEY_DO = "10-what-they-do"


@dataclass(frozen=True)
class Packet:
    """Everything for the handouts, by the occupation's id: its editions of pay, cells by industry in the releases of
    the shown edition, projections with those of all occupations, text, facts and certifications. `industry_titles`
    are, by code, of industries that some of them have no cell for."""

    newest: Release | None
    editions: Mapping[int, Sequence[WageEstimate]]
    by_industry: Mapping[int, Sequence[WageEstimate]]
    industry_titles: Mapping[str, str]
    projections: Sequence[Projection]
    sections: Mapping[int, ProfileSection]
    digests: Mapping[int, Digest]
    certifications: Mapping[int, Sequence[Certification]]


def packet(selection: Sequence[Occupation], day: dt.date | None) -> Packet:
    """Read the packet as of a day: thirteen queries at most, whatever is in it."""
    releases = wage_releases(day)
    editions = _editions(selection, releases)
    by_industry = _by_industry(editions, releases)
    rounds = Release.objects.as_of(day).filter(source__slug="projections")
    return Packet(
        newest=newest_official(releases),
        editions=editions,
        by_industry=by_industry,
        industry_titles=_titles_of_unlisted(by_industry),
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
    """National cells by industry in every release that tables are read from, of one of the occupations. One query."""
    listed = [e.release for own in editions.values() if (e := choose_for_tables(own)) is not None]
    wanted = [release for release in releases if any(of_one_edition(release, each) for each in listed)]
    cells = WageEstimate.objects.in_releases(wanted).filter(occupation__in=list(editions))
    parts = cells.national().single_industries().select_related("release__source", "industry")
    wages = ("hourly_median", "hourly_p90", "annual_median", "annual_p90")
    return _grouped(parts.measuring("employment", *wages))


def _titles_of_unlisted(by_industry: Mapping[int, Sequence[WageEstimate]]) -> dict[str, str]:
    """The titles of the industries that one of the occupations has parts of and no cell for. One query, or none."""
    codes = set().union(*(without_cell(cells) for cells in by_industry.values()))
    return titles_of(codes)


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
