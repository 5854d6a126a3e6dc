"""Loads a bundle: each release through the checks and the loader of its own source, in a run of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from importers.bundle.manifest import Entry, read_manifest
from importers.files import is_bundle_part
from importers.progress import Progress
from importers.report import refuse
from importers.runs import Loaded, Options, ensure_source, run_import
from importers.sources import sources
from occupations.models import ImportRun, Release

Tell = Callable[[ImportRun], None]


def load_bundle(
    paths: Sequence[Path], options: Options, progress: Progress | None = None, tell: Tell = lambda run: None
) -> list[ImportRun]:
    """Load what the bundle in the folder has and the database has not; return the runs, one for each release.

    `tell` is told of each run when it has ended. A release that came from its publisher's files, or was
    withdrawn, is left alone unless forced. Stops at the first release that is refused, whose run says why;
    those before it stay. Raises InputRefusedError for a folder that is no bundle or is damaged.
    """
    if len(paths) != 1 or not paths[0].is_dir():
        raise refuse("give the folder of the bundle, the one with its manifest.json")
    (folder,) = paths
    entries = read_manifest(folder)
    if options.release:
        entries = [entry for entry in entries if entry.label == options.release]
        if not entries:
            raise refuse(f"the bundle has no release {options.release}")
    if not options.force:
        entries = [entry for entry in entries if wants(entry)]
    options = replace(options, is_new_site=not Release.objects.ready().exists())
    if options.dry_run:
        return _dry_run(folder, entries, options, progress, tell)
    return _load(folder, entries, options, progress, tell)


def wants(entry: Entry) -> bool:
    """Whether the database should take this release from the bundle."""
    release = Release.objects.filter(
        source__slug=entry.source, label=entry.label, kind=Release.Kind.OFFICIAL
    ).first()
    if release is None:
        return True
    last = release.import_runs.loaded().prefetch_related("files").first()
    if release.state == Release.State.WITHDRAWN or last is None:
        return False
    files = last.files.all()
    return {file.sha256 for file in files} != entry.prints and all(
        is_bundle_part(file.name) for file in files
    )


def _load(
    folder: Path, entries: Iterable[Entry], options: Options, progress: Progress | None, tell: Tell
) -> list[ImportRun]:
    runs = []
    for entry in entries:
        asked = replace(options, release=None, published_on=entry.published_on)
        run = run_import(entry.source, entry.paths(folder), partial(_store, entry, folder), asked, progress)
        runs.append(run)
        tell(run)
        if run.outcome == ImportRun.Outcome.REFUSED:
            break
    return runs


def _store(
    entry: Entry, folder: Path, _files: Sequence[Path], options: Options, progress: Progress
) -> Loaded:
    """A loader as `run_import` wants it; the files are the parts of the entry."""
    # Imported only when there is something to load: finding that there isn't is part of every start of the site,
    # and polars alone takes a third of a second.
    from importers.bundle.parquet import read_parts  # noqa: PLC0415

    progress.step(f"Reading {entry.source} {entry.label}")
    bundle = sources()[entry.source].bundle
    tables = read_parts(folder, entry, bundle.TABLES, getattr(bundle, "OPTIONAL", ()))
    loaded: Loaded = bundle.store(entry, tables, options, progress)
    loaded.rows_read = sum(table.height for table in tables.values())
    loaded.made_from = [{"name": origin.name, "sha256": origin.sha256} for origin in entry.made_from]
    return loaded


def _dry_run(
    folder: Path, entries: list[Entry], options: Options, progress: Progress | None, tell: Tell
) -> list[ImportRun]:
    """Load everything and roll all of it back: a release builds on those before it, so one at a time won't do."""
    with transaction.atomic():
        tried = _load(folder, entries, replace(options, dry_run=False), progress, tell)
        transaction.set_rollback(True)
    runs = []
    for run in tried:
        refused = run.outcome == ImportRun.Outcome.REFUSED
        runs.append(
            ImportRun.objects.create(
                source=ensure_source(run.source.slug),
                outcome=run.outcome if refused else ImportRun.Outcome.DRY_RUN,
                finished_at=timezone.now(),
                problem_count=run.problem_count,
                rows_read=run.rows_read,
                rows_written=run.rows_written,
                counts=run.counts,
                report=run.report if refused else f"{run.report}\nDry run: everything was rolled back.",
            )
        )
    return runs
