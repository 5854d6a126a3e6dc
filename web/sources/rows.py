"""Sources and releases as the reader meets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from occupations.models import ImportRun, Release, Source
from web.sources.words import counts_in_words


@dataclass(frozen=True)
class ReleaseRow:
    """A release in its source's table: `holds` is what was counted when it was loaded, in words; "" where
    it was entered by hand. `loaded_on` is None where it isn't known."""

    release: Release
    loaded_on: dt.datetime | None
    holds: str


@dataclass(frozen=True)
class SourcePart:
    """A source with its releases, the newest first, and its latest runs."""

    source: Source
    releases: list[ReleaseRow]
    runs: list[ImportRun]


def source_parts(sources: Iterable[Source]) -> tuple[list[SourcePart], list[SourcePart]]:
    """The sources with releases, and those without; they come from `Source.objects.with_releases_and_runs()`."""
    parts = [
        SourcePart(source, [_row(release) for release in source.releases.all()], _latest(source))
        for source in sources
    ]
    return [part for part in parts if part.releases], [part for part in parts if not part.releases]


def _latest(source: Source) -> list[ImportRun]:
    return list(source.latest_runs)  # type: ignore[attr-defined]  # prefetched


def _row(release: Release) -> ReleaseRow:
    counts: dict[str, int] = {}
    runs = release.loaded_runs  # type: ignore[attr-defined]  # prefetched, the oldest first
    for run in runs:
        counts |= run.counts
    newest = max((run.finished_at for run in runs if run.finished_at), default=None)
    return ReleaseRow(release, newest, counts_in_words(counts))
