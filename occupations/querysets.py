"""Questions that pages and importers ask of the occupational models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Concat, Lower
from django.db.models.lookups import GreaterThanOrEqual
from django.utils import timezone

from occupations.choices import IndustryKind, ProfileState, ReleaseKind, ReleaseState, RunOutcome
from occupations.choices import OccupationLevel as Level
from occupations.names import titled
from occupations.search import search_occupations
from occupations.search_text import stem, words_in

if TYPE_CHECKING:
    from occupations.models import Industry, Occupation, Release

# From an occupation to itself and to the groups above it.
PATHS_UP = (
    "",
    "parent__",
    "parent__parent__",
    "parent__parent__parent__",
    "parent__parent__parent__parent__",
)


class SourceQuerySet(models.QuerySet[Any]):
    def with_releases_and_runs(self, runs: int = 5) -> Self:
        """Each source with its releases, those with `loaded_runs` (the oldest first), and its `latest_runs`."""
        run = apps.get_model("occupations", "ImportRun").objects
        release = apps.get_model("occupations", "Release").objects
        loaded = Prefetch("import_runs", run.loaded().order_by("started_at", "id"), to_attr="loaded_runs")
        latest = run.select_related("release").order_by("-started_at", "-id")[:runs]
        return self.prefetch_related(
            Prefetch("releases", release.prefetch_related(loaded)),
            Prefetch("import_runs", latest, to_attr="latest_runs"),
        )


def no_later_than_today(day: dt.date | None) -> dt.date:
    """The last day on which what a page reads may have been published: what comes later isn't out yet."""
    today = timezone.localdate()
    return today if day is None else min(day, today)


class ReleaseQuerySet(models.QuerySet[Any]):
    def ready(self) -> Self:
        """Releases that pages may read."""
        return self.filter(state=ReleaseState.READY)

    def official(self) -> Self:
        return self.filter(kind=ReleaseKind.OFFICIAL)

    def editorial(self) -> Self:
        """Releases that people enter and edit, with their sources."""
        return self.filter(kind=ReleaseKind.EDITORIAL).select_related("source")

    def as_of(self, day: dt.date | None) -> Self:
        """Ready releases published on or before `day`, and never after today, which None stands for; newest first."""
        return (
            self.ready().filter(published_on__lte=no_later_than_today(day)).order_by("-published_on", "-id")
        )

    def newest(self, source: str, day: dt.date | None = None) -> Release | None:
        """The newest official release of the source with this slug, as of `day`, with its source."""
        found = self.as_of(day).official().filter(source__slug=source)
        return found.select_related("source").first()


class ImportRunQuerySet(models.QuerySet[Any]):
    def loaded(self) -> Self:
        return self.filter(outcome=RunOutcome.LOADED)


class DataChangeQuerySet(models.QuerySet[Any]):
    def version(self) -> str:
        """The version of the data: differs after every committed change that a page can show, and never comes again.

        Read it in the transaction that reads the data, or it may be that of other data.
        """
        return ",".join(sorted(str(token) for token in self.order_by().values_list("token", flat=True)))


class OccupationQuerySet(models.QuerySet[Any]):
    def current(self) -> Self:
        return self.filter(is_retired=False)

    def by_code(self, code: str) -> Self:
        """Occupations with this code, the current code system first."""
        return self.filter(code=code).select_related("system").order_by("is_retired", "-system__year")

    def by_codes(self, codes: Iterable[str]) -> dict[str, Occupation]:
        """The occupation of each code as `by_code` would find it, with the groups above it and the codes that it
        combines and is combined in, and of a retired one what it became. Four queries, however many codes."""
        found = self.filter(code__in=set(codes)).with_ancestors()
        change = apps.get_model("occupations", "CodeChange").objects.select_related("successor")
        became = Prefetch("code_changes", change.filter(release__state=ReleaseState.READY))
        related = ("combines", "combined_in__system", became)
        ordered: Iterable[Occupation] = found.prefetch_related(*related).order_by(
            "is_retired", "-system__year"
        )
        first: dict[str, Occupation] = {}
        for occupation in ordered:
            first.setdefault(occupation.code, occupation)
        return first

    def with_ancestors(self) -> Self:
        """With the groups above, up to the total, in the same query."""
        return self.select_related("system", "parent__parent__parent__parent")

    def within(self, group: Occupation) -> Self:
        """The current detailed occupations of a group, at any depth below it."""
        if group.level == Level.TOTAL:
            return self.filter(level=Level.MAJOR, system=group.system).order_by("code")
        return self.below(group).filter(level=Level.DETAILED)

    def below(self, group: Occupation) -> Self:
        """The current occupations and groups at any depth below a group, in the order of their codes."""
        below = Q(parent=group) | Q(parent__parent=group) | Q(parent__parent__parent=group)
        return self.filter(below, is_retired=False).order_by("code")

    def major_groups(self) -> Self:
        """The groups at the top of a current code system, in the order of their codes."""
        return self.filter(level=Level.MAJOR, is_retired=False, system__is_current=True).order_by("code")

    def with_major_group(self) -> Self:
        """Each occupation with `major_group_id`, found by climbing the tree: digits don't tell the parent."""
        climbed = [When(**{f"{path}level": Level.MAJOR}, then=F(f"{path}id")) for path in PATHS_UP]
        return self.annotate(major_group_id=Case(*climbed, default=None))

    def with_outlook(self, release: Release | None) -> Self:
        """Each occupation joined with its projection in `release`, as `outlook`; nobody is left out. An occupation that
        the round leaves out keeps the round a year before."""
        round_ = release.pk if release else 0
        condition = Q(projections__release=round_) | Q(projections__stands_in=round_)
        return self.annotate(outlook=FilteredRelation("projections", condition=condition))

    def of_onet_titled(self, text: str) -> Self:
        """The 8-digit occupations of O*NET whose own title is the text, singular or plural."""
        return self.filter(pk__in=titled(self.current().filter(level=Level.ONET), text).values("pk"))

    def search(self, text: str, *, closest: bool = False, mend: bool = True) -> Self:
        """Occupations that people may mean by `text`, which may be a title or a code, best match first.

        What is looked for. A code is found with or without hyphen, whole or by its first digits. Any other text is
        read as typed, then with everyday words replaced by those of titles ("HR rep", `occupations.lay_words`),
        then with neighboring words joined ("cabinet maker"). A name fits a reading when it has every word, little
        words aside; singular and plural pass for the same. An official title counts without its "Except …". A
        name also counts for the occupation in whose place none else is shown: those of an 8-digit occupation for
        the SOC one, those of a detail for the broad group or combination with which it is published, the title of a
        retired one for those that it became.

        In which order. 1. The code. 2. The official title is the text, or enumerates it ("Maids and Housekeeping
        Cleaners"). 3. A title that SOC lists for this code alone is the text. 4. Another title is the text, and
        the official one has its words, too. 5. Another title is the text. 6. The official title has every word
        and ends with the last ("Civil Engineers" for "engineer"); 7. has every word; 8. has words that begin so,
        if no official title has them whole. 9. Another title has every word; 10. has words that begin so. Within
        each, what was typed comes before other readings, then residuals and supervisors come last, then the
        occupation with the most jobs is first, because most people mean it; the code breaks ties.

        If no name fits, words that no name has are corrected to the nearest that one has, and it is tried again
        with whole words; `read_as` then says what was looked for instead.
        With `closest`, if still none fits: 11. occupations whose names have every word between them, and 12. some
        of the words, rare ones counting more; first those with more such names. For a second try that says so.

        Without `mend` nothing is corrected. English words and everyday ones never are.

        The result is annotated with `search_place` (equal ones fit equally well), `search_tier` (which of these it is,
        as `occupations.names` numbers them), `search_jobs` (thousands) and `also_called`: the other title that fits
        better than the official one, or NULL; of a title that an occupation had in an older code system that is said.
        Six queries are made at once; three more where nothing fits as typed, and six each where a correction or
        `closest` is tried.
        """
        return search_occupations(self, text, closest=closest, mend=mend)


class IndustryQuerySet(models.QuerySet[Any]):
    def sectors(self) -> Self:
        """The one partition of the whole economy: the 20 sectors."""
        return self.filter(kind=IndustryKind.SECTOR)

    def named(self, text: str, *, closest: bool = False) -> Self:
        """Current industries that people may mean by a text: every word begins a word of the official or the
        short title, or the text begins the code. With `closest` it is enough that every word is spelled like
        a part of a title (word similarity of 0.4), for a second try."""
        words = words_in(text)
        if not words:
            return self.none()
        current = self.filter(is_retired=False).alias(name=Lower(Concat("title", Value(" "), "short_title")))
        if closest:
            return current.filter(
                *(GreaterThanOrEqual(TrigramWordSimilarity(word, "name"), 0.4) for word in words)
            )
        every = [Q(name__regex=rf"\m{word.removesuffix('s') if len(word) > 3 else word}") for word in words]
        return current.filter(reduce(and_, every) | Q(code__istartswith=text.strip())).order_by("code")

    def around(self, industry: Industry, wider: list[Industry]) -> Self:
        """The industries one and two levels below it; what may count it beside the wider ones (the combinations
        directly in them, and for public administration, NAICS 92, the government of OEWS, 99); those that a
        newer NAICS has dropped left out."""
        within = Q(parent=industry) | Q(parent__parent=industry)
        beside = Q(parent__in=[each.pk for each in wider], kind=IndustryKind.COMBINATION)
        if any(each.code == "92" for each in (industry, *wider)):
            beside |= Q(code="99", kind=IndustryKind.SECTOR)
        return (
            self.filter(within | beside, is_retired=False).exclude(pk=industry.pk).order_by("level", "code")
        )

    def by_code(self, code: str) -> Self:
        """Industries with this code, the current code system first."""
        return self.filter(code=code).select_related("system").order_by("is_retired", "-system__year")

    def with_ancestors(self) -> Self:
        """With the wider industries, up to the total of all, in the same query."""
        return self.select_related("system", "parent__parent__parent__parent__parent")


class ProjectionQuerySet(models.QuerySet[Any]):
    def in_round(self, release: Release | None) -> Self:
        """The projections of a round, and those of the round a year before that stand in where it leaves one out."""
        round_ = release.pk if release else 0
        return self.filter(Q(release=round_) | Q(stands_in=round_))

    def of_with_total(self, occupation: Occupation, releases: ReleaseQuerySet) -> Self:
        """The occupation's projections and those of all occupations together, in ready releases."""
        return self.of_each_with_total([occupation], releases)

    def of_each_with_total(self, occupations: Iterable[Occupation], releases: ReleaseQuerySet) -> Self:
        """The projections of the occupations and those of all occupations together, in ready releases."""
        wanted = Q(occupation__in=list(occupations)) | Q(occupation__level=Level.TOTAL)
        return self.filter(wanted, release__in=releases).select_related(
            "release__source", "carried_from__source"
        )


class UtilizationFactorQuerySet(models.QuerySet[Any]):
    def newest(self, day: dt.date | None = None) -> Self:
        """Those of the newest official round as of a day that has any, with occupations, industries and release.

        An occupation that this round says nothing of has none, whatever an earlier one said.
        """
        releases = apps.get_model("occupations", "Release").objects.as_of(day).official()
        having = releases.filter(Exists(self.model.objects.filter(release=OuterRef("pk"))))
        found = self.filter(release=Subquery(having.values("pk")[:1]))
        return found.select_related("occupation", "industry", "release__source")


class IndustryShareQuerySet(models.QuerySet[Any]):
    def of(self, occupation: Occupation, day: dt.date | None = None) -> Self:
        """Published shares of the occupation or of a profile that covers it as of a day, the newest first."""
        return self.published(Q(occupation=occupation) | Q(profile__occupations=occupation), day)

    def published(self, whose: Q, day: dt.date | None = None) -> Self:
        """The published shares that the condition is true of, as of a day, the newest first, each with
        `profile_covers`: how many occupations the profile covers that it is stated for, or NULL."""
        profiles = apps.get_model("occupations", "Profile").objects.filter(pk=OuterRef("profile"))
        covered = profiles.annotate(covers=Count("occupations")).order_by().values("covers")
        return (
            self.filter(
                whose,
                release__published_on__lte=no_later_than_today(day),
                release__state=ReleaseState.READY,
            )
            .select_related("release__source", "profile", "industry__parent__parent__parent__parent__parent")
            .annotate(profile_covers=Subquery(covered))
            .order_by("-release__published_on", "-share")
        )


class ProfileQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(state=ProfileState.PUBLISHED)

    def similar_to_those_of(self, occupation: Occupation) -> Self:
        """What the Handbook names beside the profiles that cover the occupation, with occupations. Two queries."""
        similar = self.published().filter(similar_to__occupations=occupation).exclude(occupations=occupation)
        return similar.order_by("title").distinct().prefetch_related("occupations")

    def ours(self) -> Self:
        """Profiles that people of this site write, in contrast to a publisher's."""
        return self.filter(Q(release__isnull=True) | Q(release__kind=ReleaseKind.EDITORIAL))

    def covering(self, occupation: Occupation) -> Self:
        """Profiles that cover the occupation, one about it alone before a wider one."""
        return self.filter(occupations=occupation).order_by("title")


class CertificationQuerySet(models.QuerySet[Any]):
    def with_organization_and_occupations(self) -> Self:
        """In two queries, by name."""
        return self.select_related("organization").prefetch_related("occupations").order_by("name", "pk")

    def named(self, text: str, *, closest: bool = False) -> Self:
        """Certifications that people may mean by a text: every word begins a word of the name, the abbreviation,
        or the organization's names. With `closest` it is enough that every word is spelled like a part of them."""
        words = words_in(text)
        if not words:
            return self.none()
        names = (
            "abbreviation",
            "organization__name",
            "organization__abbreviation",
            "organization__former_names",
        )
        whole = Lower(Concat("name", *(part for name in names for part in (Value(" "), name))))
        named = self.select_related("organization").alias(whole=whole)
        if closest:
            return named.filter(
                *(GreaterThanOrEqual(TrigramWordSimilarity(word, "whole"), 0.4) for word in words)
            )
        return named.filter(*(Q(whole__regex=rf"\m{stem(word)}") for word in words)).order_by("name", "pk")


class ProfileWageQuerySet(models.QuerySet[Any]):
    def of(self, occupation: Occupation, releases: ReleaseQuerySet) -> Self:
        """Pay by industry of the profiles that cover the occupation, in these releases. One query."""
        return self.filter(profile__occupations=occupation, release__in=releases.values("pk")).select_related(
            "release__source", "profile"
        )


class RatingQuerySet(models.QuerySet[Any]):
    def shown(self) -> Self:
        """Ratings that O*NET doesn't recommend to suppress and that are relevant to the occupation."""
        return self.filter(is_suppressed=False, is_not_relevant=False)
