"""One attempt to load files, from the first byte to the stored report.

Whatever the source: the same files again do nothing, a dry run does everything and is rolled back, input
with problems changes nothing, a killed run leaves nothing behind, and every attempt leaves its report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from importers.files import sha256_of
from importers.progress import NoProgress, Progress
from importers.report import NOTHING_CHANGED, InputRefusedError
from importers.sources import sources
from occupations.choices import RunOutcome
from occupations.models import ImportFile, ImportRun, Release, Source

# So that two loads of one source wait for each other; the second half is the source's id.
LOAD_LOCK = 0x0CC0


@dataclass(frozen=True)
class Options:
    """What the caller asks for beyond the files. `said` is what the report says of them first:
    that they came from the web, and which were left out."""

    release: str | None = None
    published_on: dt.date | None = None
    dry_run: bool = False
    force: bool = False
    said: tuple[str, ...] = ()


@dataclass
class Loaded:
    """What a loader did.

    `parts` names the parts of the release that it replaced; empty is the whole. `made_from` names the
    publisher's files, each with its SHA-256, where those that were loaded are made from them. `is_other_form` says
    that the figures are those that stood, printed in files of another kind: no reissue.
    """

    release: Release | None
    rows_read: int = 0
    rows_written: int = 0
    parts: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    made_from: list[dict[str, str]] = field(default_factory=list)
    is_other_form: bool = False

    def __str__(self) -> str:
        lines = [f"{self.release}" if self.release else "Loaded"]
        lines.append(f"{self.rows_read:,} rows read, {self.rows_written:,} written")
        lines += [f"{name}: {count:,}" for name, count in self.counts.items()]
        return "\n".join([*lines, *self.notes])


Loader = Callable[[Sequence[Path], Options, Progress], Loaded]


class _RollBackError(Exception):
    """Ends a dry run."""


def ensure_source(slug: str) -> Source:
    """The Source row of one of our sources, brought up to date with its description."""
    source, _ = Source.objects.update_or_create(slug=slug, defaults=sources()[slug].description)
    return source


def run_import(
    slug: str, files: Sequence[Path], loader: Loader, options: Options, progress: Progress | None = None
) -> ImportRun:
    """Load `files` into the source `slug` with `loader`, in one transaction, and return the finished run.

    The run's outcome says what happened; problems in the input are an outcome, not an exception. Any
    other exception is recorded in the run and raised again.
    """
    progress = progress or NoProgress()
    source = ensure_source(slug)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOAD_LOCK, source.pk])
    try:
        _close_interrupted_runs(source)
        run = ImportRun.objects.create(source=source, forced=options.force)
        return _attempt(run, files, loader, options, progress)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOAD_LOCK, source.pk])


def _attempt(
    run: ImportRun, files: Sequence[Path], loader: Loader, options: Options, progress: Progress
) -> ImportRun:
    progress.step("Checking which files are new")
    prints = {path: sha256_of(path) for path in files}
    ImportFile.objects.bulk_create(
        ImportFile(run=run, name=path.name, sha256=sha256, size=path.stat().st_size)
        for path, sha256 in prints.items()
    )
    earlier = None if options.force else _same_files_loaded(run, frozenset(prints.values()))
    if earlier is not None:
        run.release = earlier.release
        return _finish(
            run,
            ImportRun.Outcome.UNCHANGED,
            "These files are loaded already. Nothing to do.",
            options.said,
        )
    try:
        loaded = _load_in_one_transaction(files, loader, options, progress)
    except InputRefusedError as refused:
        run.problem_count = refused.problems.count
        return _finish(run, ImportRun.Outcome.REFUSED, str(refused), options.said)
    except KeyboardInterrupt:
        _finish(run, ImportRun.Outcome.INTERRUPTED, f"Interrupted. {NOTHING_CHANGED}")
        raise
    except Exception as error:
        _finish(run, ImportRun.Outcome.FAILED, f"{type(error).__name__}: {error}\n{NOTHING_CHANGED}")
        raise
    run.rows_read, run.rows_written, run.counts = loaded.rows_read, loaded.rows_written, loaded.counts
    if options.dry_run:
        return _finish(
            run, ImportRun.Outcome.DRY_RUN, f"{loaded}\nDry run: everything was rolled back.", options.said
        )
    run.release, run.parts, run.made_from = loaded.release, list(loaded.parts), loaded.made_from
    _finish(run, ImportRun.Outcome.LOADED, str(loaded), options.said)
    if not loaded.is_other_form:
        _count_reissue(run)
    return run


def _load_in_one_transaction(
    files: Sequence[Path], loader: Loader, options: Options, progress: Progress
) -> Loaded:
    loaded: Loaded | None = None
    try:
        with transaction.atomic():
            loaded = loader(files, options, progress)
            if options.dry_run:
                raise _RollBackError
    except _RollBackError:
        pass
    assert loaded is not None
    return loaded


def _same_files_loaded(run: ImportRun, prints: frozenset[str]) -> ImportRun | None:
    """The newest loaded run of these files, if what they brought still stands; several runs may share them."""
    loaded = ImportRun.objects.loaded().filter(source=run.source, files__sha256__in=prints).distinct()
    newest: ImportRun | None = None
    found: set[str] = set()
    for earlier in loaded.prefetch_related("files").select_related("release"):
        brought = {file.sha256 for file in earlier.files.all()}
        if brought <= prints and _stands(earlier):
            newest, found = newest or earlier, found | brought
    return newest if found == prints else None


def _stands(run: ImportRun) -> bool:
    """Whether what the run loaded is still there for readers: its release ready, its parts not replaced."""
    if run.release is not None and run.release.state != Release.State.READY:
        return False
    later = ImportRun.objects.loaded().filter(
        source=run.source, release=run.release, started_at__gt=run.started_at
    )
    return not any(_overlap(run, other) for other in later)


def _overlap(run: ImportRun, other: ImportRun) -> bool:
    """Whether both wrote the same part of their release."""
    return not run.parts or not other.parts or not set(run.parts).isdisjoint(other.parts)


def _count_reissue(run: ImportRun) -> None:
    """Count it as a revision of the release when other files have taken the place of those loaded before."""
    if run.release is None:
        return
    prints = _publishers_prints(run)
    before = ImportRun.objects.loaded().filter(release=run.release).exclude(pk=run.pk)
    for earlier in before.prefetch_related("files").order_by("-started_at"):
        if _overlap(run, earlier):
            stood = _publishers_prints(earlier)
            if not (prints <= stood or stood <= prints):
                run.release.revision += 1
                run.release.save(update_fields=["revision"])
            return


def _publishers_prints(run: ImportRun) -> set[str]:
    """The SHA-256 of each of the publisher's files that the run loaded, directly or by way of a bundle."""
    return {origin["sha256"] for origin in run.made_from} or {file.sha256 for file in run.files.all()}


def _close_interrupted_runs(source: Source) -> None:
    """We hold the source's lock, so a run that is still "running" belongs to a process that was killed."""
    for run in ImportRun.objects.filter(source=source, outcome=ImportRun.Outcome.RUNNING):
        _finish(run, ImportRun.Outcome.INTERRUPTED, f"The process ended half-way. {NOTHING_CHANGED}")


def _finish(run: ImportRun, outcome: RunOutcome, report: str, said: Sequence[str] = ()) -> ImportRun:
    run.outcome, run.report, run.finished_at = outcome, "\n".join([*said, report]), timezone.now()
    run.save()
    return run
