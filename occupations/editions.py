"""Which release counts: the one rule for profiles, tables, lists, files and handouts.

Nothing that is published after today is read (`ReleaseQuerySet.as_of`). Of two releases of one source, the one
with the newer reference period counts first; of the same period the official one, whenever the other was
entered. A profile shows the first and names the others as earlier editions. Tables and lists are those of an
official release: an editorial one adds what the official one of its period leaves out, and takes nothing away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from occupations.models import Release

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def year_of(release: Release) -> int:
    """The year that a release is about: 2025 of "May 2025", 2024 of "2024–34"; where it names none, that of its
    publication."""
    named = YEAR.search(release.reference_period) or YEAR.search(release.label)
    if named:
        return int(named[0])
    return release.published_on.year if release.published_on else 0


def rank(release: Release) -> tuple[int, bool, dt.date, int]:
    """A key to sort releases of one source by, the one that counts first last: `max` finds it."""
    return (year_of(release), release.is_official, release.published_on or dt.date.min, release.pk)


def of_one_edition(one: Release, other: Release) -> bool:
    """Whether two releases state figures of the same source for the same period, whatever each is called."""
    return one.source_id == other.source_id and year_of(one) == year_of(other)


def edition_of(releases: Iterable[Release], shown: Release | None) -> list[Release]:
    """Those of the releases that state figures of the shown one's period."""
    return [] if shown is None else [release for release in releases if of_one_edition(release, shown)]


def newest_official(releases: Sequence[Release]) -> Release | None:
    """The official release of one source that counts first; where there is none, None."""
    return max((release for release in releases if release.is_official), key=rank, default=None)
