"""Questions that pages ask of areas and wage estimates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from occupations.models import Occupation, Release


class AreaQuerySet(models.QuerySet):
    def nation(self) -> Self:
        return self.filter(delineation="FIPS", code="0000000")


class WageEstimateQuerySet(models.QuerySet):
    def national(self) -> Self:
        """Cells of the whole nation."""
        return self.filter(area__delineation="FIPS", area__code="0000000")

    def all_industries(self) -> Self:
        return self.filter(industry__kind="all")

    def single_industries(self) -> Self:
        """Cells of one industry each: sectors, industries, cuts and government totals."""
        return self.exclude(industry__kind="all")

    def in_release(self, release: Release) -> Self:
        return self.filter(release=release)

    def of(self, occupation: Occupation) -> Self:
        return self.filter(occupation=occupation)

    def in_releases(self, releases: Iterable[Release]) -> Self:
        """Cells of these releases, with their releases. Naming them lets PostgreSQL skip the partitions
        of all others."""
        return self.filter(release__in=[release.pk for release in releases]).select_related("release__source")

    def measuring(self, *measures: str) -> Self:
        """Only the columns of these measures and their reasons, with the keys and the release's caps."""
        columns = [column for measure in measures for column in (measure, f"{measure}_missing")]
        related = [
            name
            for joined, names in (
                ("release", ("label", "reference_period", "kind", "published_on", "hourly_cap", "annual_cap",
                             "slug", "source__slug", "source__short_name", "source__name", "source__attribution")),
                ("industry", ("code", "short_title", "title", "kind", "level", "parent_id")),
            )
            if isinstance(self.query.select_related, dict) and joined in self.query.select_related
            for name in (f"{joined}__{column}" for column in names)
        ]  # fmt: skip
        return self.only(
            "release_id", "occupation_id", "area_id", "industry_id", "published_level", *columns, *related
        )
