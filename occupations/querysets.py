"""Questions that pages and importers ask of the occupational models."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from occupations.models import Occupation


class ReleaseQuerySet(models.QuerySet):
    def ready(self) -> Self:
        """Releases that pages may read."""
        return self.filter(state="ready")

    def official(self) -> Self:
        return self.filter(kind="official")

    def as_of(self, day: dt.date | None) -> Self:
        """Ready releases published on or before `day` (all ready ones for None), newest first."""
        ready = self.ready() if day is None else self.ready().filter(published_on__lte=day)
        return ready.order_by("-published_on", "-id")


class ImportRunQuerySet(models.QuerySet):
    def loaded(self) -> Self:
        return self.filter(outcome="loaded")


class OccupationQuerySet(models.QuerySet):
    def current(self) -> Self:
        return self.filter(is_retired=False)

    def by_code(self, code: str) -> Self:
        """Occupations with this code, the current code system first."""
        return self.filter(code=code).select_related("system").order_by("is_retired", "-system__year")

    def with_ancestors(self) -> Self:
        """With the groups above, up to the total, in the same query."""
        return self.select_related("system", "parent__parent__parent__parent")

    def within(self, group: Occupation) -> Self:
        """The current detailed occupations of a group, at any depth below it."""
        below = Q(parent=group) | Q(parent__parent=group) | Q(parent__parent__parent=group)
        if group.level == 0:
            return self.filter(level=1, system=group.system).order_by("code")
        return self.filter(below, level=4, is_retired=False).order_by("code")


class IndustryQuerySet(models.QuerySet):
    def sectors(self) -> Self:
        """The one partition of the whole economy: the 20 sectors."""
        return self.filter(kind="sector")


class ProjectionQuerySet(models.QuerySet):
    def of(self, occupation: Occupation) -> Self:
        """The occupation's projections, the newest round first, with their releases."""
        return (
            self.filter(occupation=occupation, release__state="ready")
            .select_related("release__source")
            .order_by("-release__published_on")
        )

    def of_with_total(self, occupation: Occupation, releases: ReleaseQuerySet) -> Self:
        """The occupation's projections and those of all occupations together, in ready releases."""
        return self.filter(
            Q(occupation=occupation) | Q(occupation__level=0), release__in=releases
        ).select_related("release__source")


class IndustryShareQuerySet(models.QuerySet):
    def of(self, occupation: Occupation, day: dt.date | None = None) -> Self:
        """Published shares of the occupation or of a profile that covers it as of a day, the newest first."""
        published = Q() if day is None else Q(release__published_on__lte=day)
        return (
            self.filter(
                Q(occupation=occupation) | Q(profile__occupations=occupation),
                published,
                release__state="ready",
            )
            .select_related("release__source", "industry")
            .order_by("-release__published_on", "-share")
        )


class ProfileQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(state="published")

    def covering(self, occupation: Occupation) -> Self:
        """Profiles that cover the occupation, one about it alone before a wider one."""
        return self.filter(occupations=occupation).order_by("title")
