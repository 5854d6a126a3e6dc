"""Which release each part of a source is read from, where its releases are loaded part by part.

A newer release may come without some of the parts of an older one, because a file was renamed or wasn't loaded. A part
is then read from the newest release that has it, and stands under that release's name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q

from occupations.choices import TitleKind

if TYPE_CHECKING:
    from occupations.models import Release

INTERESTS, WORK_STYLES, KNOWLEDGE = "interests", "work styles", "knowledge"
ESSENTIAL_SKILLS, TRANSFERABLE_SKILLS, SKILLS = "essential skills", "transferable skills", "skills"
JOB_ZONES, EDUCATION, TASKS = "job zones", "education", "tasks"
TECHNOLOGIES, RELATED = "technologies", "related occupations"
ALTERNATE_TITLES, REPORTED_TITLES, DESCRIPTIONS = "alternate titles", "reported titles", "descriptions"
HALVES = {ESSENTIAL_SKILLS, TRANSFERABLE_SKILLS}


@dataclass(frozen=True)
class ByPart:
    """The newest release of a source, and for each part the newest release that has it."""

    newest: Release | None = None
    named: dict[str, Release] = field(default_factory=dict)

    def of(self, part: str) -> Release | None:
        """The release that the part is read from; the newest one where none is known to have it."""
        return self.named.get(part, self.newest)

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
    for release in ordered:
        for part in release.parts:
            named.setdefault(part, release)
        if set(release.parts) >= HALVES:
            named.setdefault(SKILLS, release)
    for release in ordered:
        if HALVES & set(release.parts):
            named.setdefault(SKILLS, release)
    return ByPart(ordered[0] if ordered else None, named)


def onet_by_part(day: dt.date | None = None) -> ByPart:
    """What each part of O*NET is read from as of a day. One query."""
    releases = apps.get_model("occupations", "Release").objects.as_of(day).official()
    return by_part(releases.filter(source__slug="onet").select_related("source"))


def superseded_titles(onet: ByPart) -> Q:
    """Which other titles of O*NET are those of a release that a newer one takes the place of."""
    parts = {TitleKind.ALTERNATE: ALTERNATE_TITLES, TitleKind.REPORTED: REPORTED_TITLES}
    superseded = Q(pk=None)
    for kind, part in parts.items():
        if (release := onet.of(part)) is not None:
            superseded |= Q(kind=kind) & ~Q(release=release.pk)
    return superseded
