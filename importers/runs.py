"""One attempt to load files, from the first byte to the stored report.

Whatever the source: the same files again do nothing, a dry run does everything and is rolled back, input
with problems changes nothing, a killed run leaves nothing behind, and every attempt leaves its report.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    InterfaceError,
    connection,
    connections,
    transaction,
)
from django.utils import timezone

from importers.files import sha256_of
from importers.progress import NoProgress, Progress
from importers.report import NOTHING_CHANGED, InputRefusedError
from importers.sources import sources
from occupations.choices import RunOutcome
from occupations.models import ImportFile, ImportRun, Release, Source

logger = logging.getLogger(__name__)

# So that two loads of one source wait for each other; the second half is the source's id.
LOAD_LOCK = 0x0CC0
BESIDE = "beside"  # the alias of the second connection


@dataclass(frozen=True)
class Options:
    """What the caller asks for beyond the files. `said` is what the report says of them first:
    that they came from the web, and which were left out. `is_new_site` says that there is nothing to read yet, so that
    tables may be locked."""

    release: str | None = None
    published_on: dt.date | None = None
    dry_run: bool = False
    force: bool = False
    said: tuple[str, ...] = ()
    is_new_site: bool = False


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
    source = ensure_source(slug)
    run: ImportRun | None = None
    raised: BaseException | None = None
    try:
        with _second_connection() as beside, transaction.atomic():
            _wait_for_other_loads(source)
            _close_interrupted_runs(source, beside)
            run = _begun(source, options, beside)
            raised = _attempt(run, files, loader, options, progress or NoProgress(), beside=beside)
    except (DatabaseError, InterfaceError) as lost:
        raised = raised or lost
        if run is not None:
            _note_failure(run, raised)
    if raised is not None:
        raise raised
    assert run is not None
    return run


@contextmanager
def _second_connection() -> Iterator[str]:
    """The alias of a connection for what others are to see at once, and what a killed load leaves behind.

    Within a transaction of the caller's it is the same one: another could not see what the caller has written.
    """
    if connection.in_atomic_block:
        yield DEFAULT_DB_ALIAS
        return
    connections[BESIDE] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield BESIDE
    finally:
        connections[BESIDE].close()
        del connections[BESIDE]


def _wait_for_other_loads(source: Source) -> None:
    """Until the end of the transaction, no other load of the source goes beyond this.

    The lock is the transaction's and not the session's: a pooler such as PgBouncer may give the session to somebody
    else between two transactions, and the lock with it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOAD_LOCK, source.pk])


def _begun(source: Source, options: Options, beside: str) -> ImportRun:
    """A run that others see running from now on."""
    run = ImportRun(source=source, forced=options.force)
    run.save(using=beside)
    run._state.db = DEFAULT_DB_ALIAS  # the same database: what the load's transaction reads belongs to it
    return run


def _attempt(
    run: ImportRun,
    files: Sequence[Path],
    loader: Loader,
    options: Options,
    progress: Progress,
    *,
    beside: str,
) -> BaseException | None:
    """Load, and finish the run in the same transaction; what is to be raised once that has been committed."""
    try:
        _load_and_finish(run, files, loader, options, progress, beside=beside)
    except InputRefusedError as refused:
        run.problem_count = refused.problems.count
        _finish(run, ImportRun.Outcome.REFUSED, str(refused), options.said)
    except KeyboardInterrupt as interrupt:
        _finish(run, ImportRun.Outcome.INTERRUPTED, f"Interrupted. {NOTHING_CHANGED}")
        return interrupt
    except Exception as error:
        _finish(run, ImportRun.Outcome.FAILED, _failure(error))
        return error
    return None


def _load_and_finish(
    run: ImportRun,
    files: Sequence[Path],
    loader: Loader,
    options: Options,
    progress: Progress,
    *,
    beside: str,
) -> None:
    progress.step("Checking which files are new")
    prints = {path: sha256_of(path) for path in files}
    ImportFile.objects.using(beside).bulk_create(
        ImportFile(run_id=run.pk, name=path.name, sha256=sha256, size=path.stat().st_size)
        for path, sha256 in prints.items()
    )
    earlier = None if options.force else _same_files_loaded(run, frozenset(prints.values()))
    if earlier is not None:
        run.release = earlier.release
        said = "These files are loaded already. Nothing to do."
        _finish(run, ImportRun.Outcome.UNCHANGED, said, options.said)
        return
    loaded = _loaded(files, loader, options, progress)
    run.rows_read, run.rows_written, run.counts = loaded.rows_read, loaded.rows_written, loaded.counts
    if options.dry_run:
        said = f"{loaded}\nDry run: everything was rolled back."
        _finish(run, ImportRun.Outcome.DRY_RUN, said, options.said)
        return
    run.release, run.parts, run.made_from = loaded.release, list(loaded.parts), loaded.made_from
    _finish(run, ImportRun.Outcome.LOADED, str(loaded), options.said)
    if not loaded.is_other_form:
        _count_reissue(run)


def _loaded(files: Sequence[Path], loader: Loader, options: Options, progress: Progress) -> Loaded:
    """What the loader did, all of it or, where it raises and in a dry run, nothing."""
    loaded: Loaded | None = None
    try:
        with transaction.atomic():
            loaded = loader(files, options, progress)
            connection.check_constraints()  # those that would wait for the end, when the run is finished
            if options.dry_run:
                raise _RollBackError
    except _RollBackError:
        pass
    assert loaded is not None
    return loaded


def _failure(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}\n{NOTHING_CHANGED}"


def _note_failure(run: ImportRun, error: BaseException) -> None:
    """Finish the run after its transaction was lost, if the database takes it; else the next load closes it.

    One whose end was committed after all, when only the answer was lost, keeps it.
    """
    try:
        connection.close()
        ImportRun.objects.filter(pk=run.pk, outcome=ImportRun.Outcome.RUNNING).update(
            outcome=ImportRun.Outcome.FAILED, report=_failure(error), finished_at=timezone.now()
        )
    except (DatabaseError, InterfaceError):
        logger.warning("The report of this load could not be stored: the database does not answer.")


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


def _close_interrupted_runs(source: Source, beside: str) -> None:
    """We hold the source's lock, so a run that is still "running" belongs to a process that was killed."""
    left = ImportRun.objects.using(beside).filter(source_id=source.pk, outcome=ImportRun.Outcome.RUNNING)
    left.update(
        outcome=ImportRun.Outcome.INTERRUPTED,
        report=f"The process ended half-way. {NOTHING_CHANGED}",
        finished_at=timezone.now(),
    )


def _finish(run: ImportRun, outcome: RunOutcome, report: str, said: Sequence[str] = ()) -> None:
    run.outcome, run.report, run.finished_at = outcome, "\n".join([*said, report]), timezone.now()
    run.save(using=DEFAULT_DB_ALIAS)
