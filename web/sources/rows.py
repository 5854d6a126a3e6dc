"""Sources and releases as the reader meets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from occupations.models import ImportRun, Release, Source
from web.words import numbers

CELLS = "cells: "


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
    return ReleaseRow(release, newest, in_words(counts))


def in_words(counts: Mapping[str, int]) -> str:
    """Counts of a load as a reader takes them: "370,172 cells, 583 areas"; parts are added up."""
    cells = sum(count for name, count in counts.items() if name.startswith(CELLS))
    rest = {name: count for name, count in counts.items() if not name.startswith(CELLS)}
    named = ({"published cells": cells} if cells else {}) | rest
    return ", ".join(f"{numbers.number(count)} {name}" for name, count in named.items())
