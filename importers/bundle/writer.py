"""Writes a bundle from what the database has."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import polars as pl
from django.db.models import QuerySet
from django.utils.text import slugify

from importers.bundle.manifest import NAME, Entry, Origin, read_manifest, write_manifest
from importers.bundle.parquet import write_part
from importers.files import is_bundle_part
from importers.progress import Progress
from importers.report import Problems
from importers.sources import sources
from occupations.models import ImportRun, Release

Frames = Callable[[], dict[str, pl.DataFrame]]
Contents = Callable[[QuerySet[Release]], Iterator[tuple[Release, Frames]]]


def write_bundle(folder: Path, progress: Progress) -> list[Entry]:
    """Write what a fresh site starts with to the folder, in the place of the bundle that is there.

    That is: the newest release of every source whole, but for its texts; the earlier ones of OEWS for the
    nation; and the earlier projection rounds coded in SOC 2018. The same data make the same bytes. Raises
    InputRefusedError if one of these sources has no release.
    """
    with tempfile.TemporaryDirectory(dir=_existing(folder.parent)) as place:
        new = Path(place)
        entries = [_write(new, release, frames, progress) for release, frames in _contents()]
        write_manifest(new, entries)
        read_manifest(new)
        _put_in_place(new, folder)
    return entries


def _contents() -> Iterator[tuple[Release, Frames]]:
    """The releases of the bundle in the order in which they must be loaded.

    Of each source that has a part in the bundle: what its `contents` picks of its releases, earliest first, or
    its newest release where it picks none.
    """
    official = Release.objects.ready().official().order_by("published_on")
    bundled = [facts for facts in sources().values() if facts.is_bundled]
    releases = {facts.slug: official.filter(source__slug=facts.slug) for facts in bundled}
    problems = Problems()
    for slug, of_source in releases.items():
        if not of_source.exists():
            problems.add(f"no release of {slug} is ready; load it first: manage.py load {slug} PATH…")
    problems.refuse()
    for facts in bundled:
        contents: Contents = getattr(facts.bundle, "contents", None) or partial(_newest, facts.bundle.frames)
        yield from contents(releases[facts.slug])


def _newest(
    frames: Callable[[Release], dict[str, pl.DataFrame]], releases: QuerySet[Release]
) -> Iterator[tuple[Release, Frames]]:
    newest = releases.last()
    assert newest is not None
    yield newest, partial(frames, newest)


def _write(folder: Path, release: Release, frames: Frames, progress: Progress) -> Entry:
    progress.step(f"Writing {release}")
    slug = release.source.slug
    label = slugify(release.label.removeprefix(release.source.short_name).replace("–", "-").replace(".", "-"))
    parts = [
        # With hyphens alone: by them a part of a bundle is told from other Parquet (`is_bundle_part`).
        write_part(folder, f"{slug}-{label}-{table.replace('_', '-')}.parquet", table, frame)
        for table, frame in frames().items()
    ]
    assert release.published_on is not None
    return Entry(
        source=slug,
        label=release.label,
        reference_period=release.reference_period,
        published_on=release.published_on,
        parts=tuple(parts),
        made_from=tuple(_made_from(release)),
        hourly_cap=release.hourly_cap,
        annual_cap=release.annual_cap,
    )


def _made_from(release: Release) -> list[Origin]:
    """The publisher's files that the release was loaded from, directly or by way of a bundle."""
    origins: dict[str, Origin] = {}
    covered: set[str] = set()
    for run in ImportRun.objects.loaded().filter(release=release).prefetch_related("files"):
        if covered and (not run.parts or covered.issuperset(run.parts)):
            continue  # replaced since
        covered.update(run.parts or ["all of it"])
        for file in run.files.all():
            if not is_bundle_part(file.name):
                origins.setdefault(file.name, Origin(file.name, file.sha256))
        for origin in run.made_from:
            origins.setdefault(origin["name"], Origin(**origin))
        if not run.parts:
            break
    return sorted(origins.values(), key=lambda origin: origin.name)


def _existing(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _put_in_place(new: Path, folder: Path) -> None:
    """Replace the parts and the manifest of the folder, and nothing else that it has."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if is_bundle_part(old.name) or old.name == NAME:
            old.unlink()
    for file in sorted(new.iterdir()):
        shutil.move(file, folder / file.name)
