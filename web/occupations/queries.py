"""What each page needs fetched: a fixed number of queries, however much is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from decimal import Decimal

from django.db.models import QuerySet

from occupations.descriptors import describe, related_zones
from occupations.editions import edition_of, newest_official
from occupations.models import (
    AlternateTitle,
    Certification,
    CodeChange,
    Industry,
    IndustryShare,
    Introduction,
    Occupation,
    Profile,
    ProfileWage,
    Projection,
    Release,
    UtilizationFactor,
)
from occupations.release_parts import superseded_titles
from occupations.sections import sections_for
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from wages.models import Area, WageEstimate
from wages.querysets import covered
from web.occupations.descriptors import comparable
from web.occupations.largest import PARTS, without_cell
from web.occupations.material import Material
from web.occupations.pay import choose_for_tables

PAY_MEASURES = (
    "employment", "employment_rse", "hourly_mean", *HOURLY_PERCENTILES, "annual_mean", *ANNUAL_PERCENTILES, "wage_rse",
)  # fmt: skip


def wage_releases(day: dt.date | None) -> list[Release]:
    """The ready OEWS releases as of a day, newest first. One query."""
    return list(Release.objects.as_of(day).filter(source__slug="oews").select_related("source"))


def national_editions(occupation: Occupation, releases: list[Release]) -> list[WageEstimate]:
    """Cells for the nation and all industries of the occupation and of every group above it. One query."""
    occupations = [occupation.pk]
    parent = occupation.parent
    while parent is not None:
        occupations.append(parent.pk)
        parent = parent.parent
    return list(
        WageEstimate.objects.in_releases(releases)
        .filter(occupation__in=occupations)
        .national()
        .all_industries()
        .select_related("release__source", "industry")
        .measuring(*PAY_MEASURES)
    )


def national_by_industry(
    occupation: Occupation, releases: list[Release], *measures: str
) -> list[WageEstimate]:
    """The occupation's national cells for single industries. One query."""
    return list(
        WageEstimate.objects.in_releases(releases)
        .of(occupation)
        .national()
        .single_industries()
        .select_related("release__source", "industry")
        .measuring(*measures)
    )


def profile_material(occupation: Occupation, day: dt.date | None, *, at_prices: bool = False) -> Material:
    """Everything for an occupation's page, as of a day. 35 queries with everything loaded, whatever its size."""
    releases = wage_releases(day)
    editions = national_editions(occupation, releases)
    own = [e for e in editions if e.occupation_id == occupation.pk]
    listed = choose_for_tables(own)
    edition = edition_of(releases, listed.release if listed else None)
    by_industry = national_by_industry(occupation, edition, *PAY_MEASURES) if edition else []
    sections = sections_for(occupation, day)
    profile = next((rows[0].profile for rows in sections.values()), None)
    covering = profile or Profile.objects.published().covering(occupation).first()
    described = describe(occupation, day)
    near = comparable(described.related)
    parities, prices = price_parities(day) if at_prices else ({}, None)
    handbook = Release.objects.as_of(day).official().filter(source__slug="ooh")[:1]
    members = members_of(occupation, day) if occupation.is_group else []
    rounds = Release.objects.as_of(day).filter(source__slug="projections")
    projections = list(Projection.objects.of_with_total(occupation, rounds))
    newest_round = Release.objects.newest("projections", day) if near or members else None
    return Material(
        occupation=occupation,
        day=day,
        introduction=Introduction.objects.filter(occupation=occupation).first()
        if occupation.is_group
        else None,
        editions=own,
        around=[e for e in editions if e.occupation_id != occupation.pk],
        by_industry=by_industry,
        industry_titles=titles_of(without_cell(by_industry)),
        in_states=_in_states(occupation, listed) if listed else [],
        parities=parities,
        prices=prices,
        newest=newest_official(releases),
        projections=projections,
        factors=list(UtilizationFactor.objects.newest(day).filter(occupation=occupation)),
        shares=list(IndustryShare.objects.of(occupation, day)),
        profile=profile,
        sections=sections,
        described=described,
        related_zones=related_zones(described),
        related_pay=_member_pay(near, releases) if near else [],
        related_projections=_round_of(near, newest_round),
        similar=[p for p in Profile.objects.similar_to_those_of(occupation) if p.occupations.all()],
        profile_wages=list(ProfileWage.objects.of(occupation, handbook)),
        covered_with=list(covering.occupations.exclude(pk=occupation.pk)) if covering else [],
        certifications=list(
            Certification.objects.filter(occupations=occupation).select_related("organization")
        ),
        titles=list(
            AlternateTitle.objects.filter(occupation=occupation).exclude(superseded_titles(described.onet))
        ),
        members=members,
        member_pay=_member_pay(members, releases) if members else [],
        member_projections=_round_of(members, newest_round),
        combines=list(occupation.combines.all()),
        changes=list(code_changes(occupation, day)),
        combined_in=list(occupation.combined_in.select_related("system")),
    )


def members_of(group: Occupation, day: dt.date | None) -> list[Occupation]:
    """The occupations within a group that a reader can look up, as the finder lists them: a broad group that stands in
    for its details is one, and they aren't. Where none of them has figures, such as in the military, all details.
    Four queries at most.
    """
    if group.level != Occupation.Level.TOTAL:
        pay, outlook = Release.objects.newest("oews", day), Release.objects.newest("projections", day)
        published = list(covered(Occupation.objects.below(group), pay, outlook))
        if published:
            return published
    return list(Occupation.objects.within(group))


def titles_of(codes: Set[str]) -> dict[str, str]:
    """The titles of 3-digit industries by their codes. One query, or none."""
    if not codes:
        return {}
    wider = Industry.objects.filter(code__in=codes, kind__in=PARTS, is_retired=False)
    return dict(wider.values_list("code", "short_title"))


def code_changes(occupation: Occupation, day: dt.date | None) -> QuerySet[CodeChange]:
    """What the occupation that had this code in an older system became, by a crosswalk published by a day; with
    both occupations and the release. One query."""
    releases = Release.objects.as_of(day).order_by().values("pk")
    found = CodeChange.objects.filter(occupation__code=occupation.code, release__in=releases)
    return found.select_related("occupation__system", "successor", "release__source")


def _in_states(occupation: Occupation, shown: WageEstimate) -> list[WageEstimate]:
    """The occupation's cells in the states, in the shown release. One query."""
    return list(
        WageEstimate.objects.in_releases([shown.release])
        .of(occupation)
        .filter(area__kind=Area.Kind.STATE, industry_id=shown.industry_id)
        .select_related("release__source", "area")
        .measuring("employment", *HOURLY_PERCENTILES, *ANNUAL_PERCENTILES)
    )


def _round_of(occupations: list[Occupation], round_: Release | None) -> list[Projection]:
    """The occupations' projections in one round. One query, or none."""
    if not occupations or round_ is None:
        return []
    return list(
        Projection.objects.in_round(round_)
        .filter(occupation__in=occupations)
        .select_related("release__source")
    )


def _member_pay(members: list[Occupation], releases: list[Release]) -> list[WageEstimate]:
    newest = newest_official(releases)
    if newest is None:
        return []
    return list(
        WageEstimate.objects.in_releases([newest])
        .filter(occupation__in=members)
        .national()
        .all_industries()
        .measuring("employment", *HOURLY_PERCENTILES, *ANNUAL_PERCENTILES)
    )


def own_editions(occupation: Occupation, day: dt.date | None) -> list[WageEstimate]:
    """The occupation's own national cells of every release as of a day. Two queries."""
    estimates = national_editions(occupation, wage_releases(day))
    return [estimate for estimate in estimates if estimate.occupation_id == occupation.pk]


def price_parities(day: dt.date | None) -> tuple[dict[str, Decimal], Release | None]:
    """Each state's price level for all items, by FIPS code, in the newest release as of a day. Two queries."""
    release = Release.objects.newest("rpp", day)
    if release is None:
        return {}, None
    rows = release.price_parities.filter(category=1).values_list("state_code", "value")
    return dict(rows), release
