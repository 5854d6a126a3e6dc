"""Runs: what counts as loaded, what as a reissue, and what is left behind when a load ends otherwise."""

import datetime as dt
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections

from importers.releases import check_label, make_ready, official_release
from importers.report import InputRefusedError
from importers.runs import Loaded, Options, ensure_source, run_import
from occupations.models import ImportRun, Release

pytestmark = pytest.mark.django_db
Outcome = ImportRun.Outcome
KNOWN = dt.date(2026, 5, 15)


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., ImportRun]:
    """`load("one", "two", parts=("a",))`: load files with these contents as that part of the release "2026"."""

    def run(*contents: str, parts: tuple[str, ...] = (), **options: Any) -> ImportRun:
        files = []
        for content in contents:
            file = tmp_path / f"{content}.txt"
            file.write_text(content)
            files.append(file)

        def loader(files: Any, options: Options, progress: Any) -> Loaded:
            release = official_release("cpi", "2026", "2026", KNOWN, options)
            make_ready(release)
            return Loaded(release, parts=parts)

        return run_import("cpi", files, loader, Options(**options))

    return run


def revision() -> int:
    return Release.objects.get().revision


def test_the_same_files_do_nothing_in_whatever_order(load):
    assert load("one", "two").outcome == Outcome.LOADED
    assert load("two", "one").outcome == Outcome.UNCHANGED
    assert load("one").outcome == Outcome.LOADED
    assert load("one", force=True).outcome == Outcome.LOADED


def test_files_loaded_in_several_runs_are_loaded_together(load):
    load("one", parts=("a",))
    load("two", parts=("b",))
    assert load("one", "two").outcome == Outcome.UNCHANGED


def test_files_whose_part_was_replaced_are_loaded_again(load):
    load("one", parts=("a",))
    load("two", parts=("a",))
    assert load("one", parts=("a",)).outcome == Outcome.LOADED


def test_files_of_a_withdrawn_release_are_loaded_again(load):
    load("one")
    Release.objects.update(state=Release.State.WITHDRAWN)
    assert load("one").outcome == Outcome.LOADED
    assert Release.objects.get().state == Release.State.READY


def test_other_files_are_a_reissue(load):
    load("one", "two")
    load("one", "other")
    assert revision() == 1


@pytest.mark.parametrize("again", [("one",), ("one", "two", "three"), ("one", "two")])
def test_fewer_or_more_of_the_files_are_none(load, again):
    load("one", "two")
    assert load(*again, force=True).outcome == Outcome.LOADED
    assert revision() == 0


def test_files_of_another_part_are_none(load):
    load("one", parts=("a",))
    load("two", parts=("b",))
    assert revision() == 0
    load("three", parts=("a",))
    assert revision() == 1


def test_a_dry_run_leaves_its_report_alone(load):
    run = load("one", dry_run=True)
    assert (run.outcome, run.release, Release.objects.count()) == (Outcome.DRY_RUN, None, 0)
    assert "everything was rolled back" in run.report


def test_a_run_whose_process_was_killed_is_closed(load):
    killed = ImportRun.objects.create(source=ensure_source("cpi"))
    elsewhere = ImportRun.objects.create(source=ensure_source("rpp"))
    load("one")
    killed.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (killed.outcome, elsewhere.outcome) == (Outcome.INTERRUPTED, Outcome.RUNNING)
    assert killed.finished_at


def test_an_error_is_kept_and_raised(tmp_path):
    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        official_release("cpi", "2026", "2026", KNOWN, options)
        raise RuntimeError("no more paper")

    with pytest.raises(RuntimeError):
        run_import("cpi", [], loader, Options())
    run = ImportRun.objects.get()
    assert (run.outcome, run.report) == (Outcome.FAILED, "RuntimeError: no more paper\nNothing was changed.")
    assert not Release.objects.exists()


# The day of a release


def test_the_day_given_goes_before_the_file_and_that_before_the_stored_one(load):
    given = dt.date(2026, 6, 1)
    assert load("one", published_on=given).release.published_on == given
    assert load("two").release.published_on == KNOWN


def test_the_usual_day_is_the_last_resort():
    ensure_source("cpi")
    usual, later = dt.date(2026, 1, 1), dt.date(2026, 2, 2)
    with pytest.raises(InputRefusedError, match="it isn't known here when 2026 was published"):
        official_release("cpi", "2026", "2026", None, Options())
    assert official_release("cpi", "2026", "2026", None, Options(), usual=usual).published_on == usual
    assert official_release("cpi", "2026", "2026", None, Options(published_on=later)).published_on == later
    assert official_release("cpi", "2026", "2026", None, Options(), usual=usual).published_on == later


def test_files_of_another_release_than_asked_for_are_refused():
    check_label("2024–34", Options(release="2024-34"))
    with pytest.raises(InputRefusedError, match="these files are 2024–34, not 2022–32"):
        check_label("2024–34", Options(release="2022–32"))


# What others see of a load, as everything is committed in real life

real = pytest.mark.django_db(transaction=True)


def elsewhere(question: Callable[[], Any]) -> Any:
    """The answer to a question on another connection."""
    answers: list[Any] = []

    def ask() -> None:
        answers.append(question())
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    return answers[0]


def advisory_locks() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return [mode for (mode,) in cursor]


def rows_of(question: Any) -> Callable[[], list[Any]]:
    return lambda: list(question.values_list("outcome", "files__name"))


@real
def test_a_load_is_seen_running_and_its_lock_goes_with_its_transaction(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("one")
    seen: list[Any] = []

    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        release = official_release("cpi", "2026", "2026", KNOWN, options)
        seen.append(elsewhere(rows_of(ImportRun.objects)))
        seen.append(elsewhere(advisory_locks))
        make_ready(release)
        return Loaded(release)

    run = run_import("cpi", [file], loader, Options())
    assert seen == [[(Outcome.RUNNING, "one.txt")], ["ExclusiveLock"]]
    assert advisory_locks() == []
    assert elsewhere(rows_of(ImportRun.objects)) == [(Outcome.LOADED, "one.txt")]
    assert run.release == Release.objects.get()
    assert set(connections) == {"default"}


@real
@pytest.mark.parametrize(
    ("options", "outcome"),
    [({}, Outcome.REFUSED), ({"dry_run": True}, Outcome.DRY_RUN)],
    ids=["refused", "dry"],
)
def test_the_report_stays_where_the_load_was_undone(options, outcome):
    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        release = official_release("cpi", "2026", "2026", KNOWN, options)
        if not options.dry_run:
            check_label("2026", Options(release="2025"))
        return Loaded(release)

    run = run_import("cpi", [], loader, Options(**options))
    assert elsewhere(lambda: list(ImportRun.objects.values_list("pk", "outcome"))) == [(run.pk, outcome)]
    assert not Release.objects.exists()


@real
def test_a_second_load_of_a_source_waits_and_leaves_the_first_one_running():
    ensure_source("cpi")
    inside, go_on = threading.Event(), threading.Event()

    def slow(files: Any, options: Options, progress: Any) -> Loaded:
        inside.set()
        assert go_on.wait(20)
        return Loaded(None)

    def load(loader: Any) -> threading.Thread:
        def work() -> None:
            run_import("cpi", [], loader, Options(force=True))
            connection.close()

        thread = threading.Thread(target=work)
        thread.start()
        return thread

    first = load(slow)
    assert inside.wait(20)
    second = load(lambda *_: Loaded(None))
    time.sleep(0.5)
    assert second.is_alive()
    assert list(ImportRun.objects.values_list("outcome", flat=True)) == [Outcome.RUNNING]
    go_on.set()
    first.join()
    second.join()
    assert list(ImportRun.objects.values_list("outcome", flat=True)) == [Outcome.LOADED] * 2


@real
def test_a_load_whose_connection_is_cut_says_so_in_its_run():
    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        official_release("cpi", "2026", "2026", KNOWN, options)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        raise AssertionError("it was cut")

    with pytest.raises(DatabaseError):
        run_import("cpi", [], loader, Options())
    run = ImportRun.objects.get()
    assert run.outcome == Outcome.FAILED
    assert run.report.endswith("Nothing was changed.")
    assert not Release.objects.exists()


PGBOUNCER = """
[databases]
{name} = host={host} port={port} user={user} dbname={name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
ignore_startup_parameters = options
logfile = {folder}/log
pidfile = {folder}/pid
"""


@pytest.fixture
def pgbouncer(transactional_db: None, tmp_path: Path) -> Iterator[int]:
    """The port of a PgBouncer in transaction mode before the test's database."""
    program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin")
    parameters = connection.get_connection_params()
    if program is None or parameters.get("password"):
        pytest.skip("needs a PgBouncer, and a database without a password")
    with socket.create_server(("127.0.0.1", 0)) as free:
        own = free.getsockname()[1]
    ini = tmp_path / "pgbouncer.ini"
    ini.write_text(
        PGBOUNCER.format(
            name=parameters["dbname"], host=parameters["host"], port=parameters.get("port") or 5432,
            user=parameters["user"], own=own, folder=tmp_path,
        )
    )  # fmt: skip
    tmp_path.chmod(0o777)
    for folder in list(tmp_path.parents)[:3]:
        folder.chmod(folder.stat().st_mode | 0o055)
    as_whom: dict[str, Any] = (
        {"user": Path(parameters["host"]).stat().st_uid} if parameters["host"].startswith("/") else {}
    )
    process = subprocess.Popen([program, "-q", str(ini)], stderr=subprocess.PIPE, **as_whom)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", own)).close()
            break
        except OSError:
            time.sleep(0.05)
    yield own
    process.terminate()
    process.communicate(timeout=20)


@real
def test_loads_of_one_source_take_turns_behind_a_pooler_of_transactions(pgbouncer: int) -> None:
    ensure_source("cpi")
    there = dict(connection.settings_dict)
    at_once, most, errors = 0, 0, []
    counting = threading.Lock()

    def loader(files: Any, options: Options, progress: Any) -> Loaded:
        nonlocal at_once, most
        with counting:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.2)
        with counting:
            at_once -= 1
        return Loaded(None)

    def work() -> None:
        try:
            for _ in range(2):
                run_import("cpi", [], loader, Options(force=True))
        except Exception as error:
            errors.append(error)
        connection.close()

    connection.close()
    changed = {"HOST": "127.0.0.1", "PORT": str(pgbouncer)}
    connections.settings["default"].update(changed, ENGINE="django.db.backends.postgresql", USER="occupedia")
    try:
        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    finally:
        connections.settings["default"].clear()
        connections.settings["default"].update(there)
    assert (most, errors) == (1, [])
    assert list(ImportRun.objects.values_list("outcome", flat=True)) == [Outcome.LOADED] * 4
