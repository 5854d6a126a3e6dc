"""Which release each part of a source is read from, where its releases are loaded part by part.

A newer release may come without some of the parts of an older one, because a file was renamed or wasn't loaded. A
part is then read from the newest release that has it, and stands under that release's name. A part of which a
release has a fragment only (far fewer occupations than the one before) is read from it for the occupations that
it has; lists of many occupations go on reading the release that has it whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Q

from occupations.choices import TitleKind

if TYPE_CHECKING:
    from occupations.models import Release

INTERESTS, WORK_STYLES, KNOWLEDGE = "interests", "work styles", "knowledge"
ESSENTIAL_SKILLS, TRANSFERABLE_SKILLS, SKILLS = "essential skills", "transferable skills", "skills"
ABILITIES, WORK_ACTIVITIES = "abilities", "work activities"
WORK_CONTEXT, WORK_VALUES = "work context", "work values"
TASK_RATINGS, EMERGING_TASKS = "task ratings", "emerging tasks"
JOB_ZONES, EDUCATION, TASKS = "job zones", "education", "tasks"
TECHNOLOGIES, RELATED = "technologies", "related occupations"
ALTERNATE_TITLES, REPORTED_TITLES, DESCRIPTIONS = "alternate titles", "reported titles", "descriptions"
HALVES = {ESSENTIAL_SKILLS, TRANSFERABLE_SKILLS}


@dataclass(frozen=True)
class ByPart:
    """The newest release of a source, for each part the newest release that has it whole, and all that have any of it,
    the newest first. `later` are the parts that only releases after the day have, with the first of these."""

    newest: Release | None = None
    named: Mapping[str, Release] = field(default_factory=dict)
    holding: Mapping[str, Sequence[Release]] = field(default_factory=dict)
    later: Mapping[str, Release] = field(default_factory=dict)

    def of(self, part: str) -> Release | None:
        """The release that the part is read from; the newest one where no release says which parts it has."""
        return self.named.get(part) if self.named else self.newest

    def having(self, part: str) -> Sequence[Release]:
        """The releases that have any of the part, the newest first; the newest of all where none is known to."""
        return self.holding.get(part) or ([] if self.newest is None else [self.newest])

    def newest_of(self, part: str, rows: Sequence[Any]) -> list[Any]:
        """Of one occupation's rows of a part in several releases those of the newest."""
        for release in self.having(part):
            if own := [row for row in rows if row.release_id == release.pk]:
                return own
        return []

    def reading(self, read: Mapping[str, Sequence[Any]]) -> ByPart:
        """The same for one occupation whose rows of some parts have been read: with the releases that they are of."""
        releases = {release.pk: release for part in read for release in self.having(part)}
        own = {part: releases[rows[0].release_id] for part, rows in read.items() if rows}
        return replace(self, named={**self.named, **own})

    def all(self) -> list[Release]:
        """The releases that something is read from, each once."""
        found = (self.newest, *self.named.values())
        return list(dict.fromkeys(release for release in found if release is not None))


def by_part(releases: Iterable[Release]) -> ByPart:
    """Of one source's releases, the newest first.

    Skills are one part in two files. They are read from the newest release that has both, since half of them in a
    list would pass for all; only where none has both, from the newest that has either.
    """
    ordered = list(releases)
    named: dict[str, Release] = {}
    holding: dict[str, list[Release]] = {}
    for release in ordered:
        for part in release.parts:
            named.setdefault(part, release)
        for part in (*release.parts, *release.fragments):
            holding.setdefault(part, []).append(release)
    for found in (
        [release for release in ordered if set(release.parts) >= HALVES],
        [release for release in ordered if HALVES & set(release.parts)],
    ):
        if found:
            named.setdefault(SKILLS, found[0])
    either = [release for release in ordered if HALVES & {*release.parts, *release.fragments}]
    holding[SKILLS] = [
        release for release in either if {*release.parts, *release.fragments} >= HALVES
    ] or either
    return ByPart(ordered[0] if ordered else None, named, holding)


def parts_as_of(releases: Iterable[Release], day: dt.date | None) -> ByPart:
    """`by_part` as of a day of one source's releases until today, the newest first, and which parts came only later."""
    every = list(releases)
    if day is None:
        return by_part(every)
    until = by_part(release for release in every if release.published_on and release.published_on <= day)
    later: dict[str, Release] = {}
    for release in every:
        if release.published_on and release.published_on > day:
            parts = {SKILLS if part in HALVES else part: release for part in release.parts}
            later |= {part: first for part, first in parts.items() if not until.holding.get(part)}
    return replace(until, later=later)


def onet_by_part(day: dt.date | None = None) -> ByPart:
    """What each part of O*NET is read from as of a day. One query."""
    releases = apps.get_model("occupations", "Release").objects.as_of(day).official()
    return by_part(releases.filter(source__slug="onet").select_related("source"))


def superseded_titles(onet: ByPart) -> Q:
    """Which other titles of O*NET are those of a release that a newer one takes the place of.

    A fragment adds its titles to those of the whole one before it.
    """
    parts = {TitleKind.ALTERNATE: ALTERNATE_TITLES, TitleKind.REPORTED: REPORTED_TITLES}
    superseded = Q(pk=None)
    for kind, part in parts.items():
        having = onet.having(part)
        whole = having.index(onet.named[part]) if part in onet.named else len(having) - 1
        superseded |= Q(kind=kind) & ~Q(release__in=[release.pk for release in having[: whole + 1]])
    return superseded
