"""Questions that pages ask of areas and wage estimates."""

from __future__ import annotations

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

    def in_release(self, release: Release) -> Self:
        return self.filter(release=release)

    def of(self, occupation: Occupation) -> Self:
        return self.filter(occupation=occupation)
