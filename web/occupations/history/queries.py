"""What the pages about several releases read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from occupations.models import IndustryShare, Occupation, Profile, ProfileSection, Projection, Release
from web.occupations.outlook import outlook
from web.occupations.shares import Shares, published_shares

MAY = 5


@dataclass(frozen=True)
class Prices:
    """The CPI-U of May by year, and the release that states it."""

    of_may: dict[int, Decimal]
    release: Release | None


def may_prices() -> Prices:
    """The newest loaded CPI-U. Two queries."""
    release = Release.objects.newest("cpi")
    if release is None:
        return Prices({}, None)
    rows = release.price_indexes.filter(month=MAY).values_list("year", "value")
    return Prices(dict(rows), release)


def as_of_release(
    occupation: Occupation, release: Release
) -> tuple[Projection | None, Shares | None, list[ProfileSection]]:
    """Outlook, published shares and text as they stood when a release was published. Five queries at most."""
    day = release.published_on
    rounds = Release.objects.as_of(day).filter(source__slug="projections")
    part = outlook(occupation, list(Projection.objects.of_with_total(occupation, rounds)))
    shares = published_shares(list(IndustryShare.objects.of(occupation, day)))
    assert day is not None
    end_of_day = timezone.make_aware(dt.datetime.combine(day, dt.time.max))
    profile = Profile.objects.published().covering(occupation).first()
    sections = list(ProfileSection.history.as_of(end_of_day).filter(profile_id=profile.pk)) if profile else []
    return part.projection if part else None, shares[0] if shares else None, sections
