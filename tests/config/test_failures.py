"""What ends a command from outside is said in one sentence, and ends it with 1."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection

from config.failures import said_of

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.parametrize("command", ["load", "quickstart"])
def test_a_database_that_is_not_there(tmp_path: Path, command: str) -> None:
    started = time.monotonic()
    arguments = ["load", "soc", str(tmp_path)] if command == "load" else ["quickstart"]
    (tmp_path / "a.xlsx").write_bytes(b"")
    done = manage(*arguments, DATABASE_URL="postgres://somebody:secret@127.0.0.1:9/none", DEBUG="true")
    assert done.returncode == 1
    said = {
        "load": "The database can't be reached. ",
        "quickstart": "Cannot connect to the database of DATABASE_URL",
    }
    assert said[command] in done.stderr
    assert "Connection refused" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert time.monotonic() - started < 60


@pytest.mark.django_db
def test_a_database_of_another_name(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    settings = connection.get_connection_params()
    address = f"postgres://{settings['user']}@/nowhere?host={settings['host']}"
    done = manage("load", "soc", str(tmp_path), DATABASE_URL=address, DEBUG="true")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1), done.stderr
    assert 'There is no such database. (database "nowhere" does not exist.)' in done.stderr


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_ended_meanwhile() -> None:
    with pytest.raises(OperationalError) as ended, connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.close()
    assert said_of(ended.value) == (
        "The database was shut down, or ended this connection. (terminating connection due to administrator"
        " command.) Whatever was running was undone. Start it again."
    )


def chained(first: Exception, then: Exception) -> Exception:
    then.__context__ = first
    return then


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            psycopg.errors.DiskFull("could not extend file"),
            "The disk of the database is full. (could not extend file.) Make room. Whatever was running was undone",
        ),
        (
            psycopg.OperationalError('connection failed: FATAL:  password authentication failed for user "x"'),
            'The database refuses the password. (password authentication failed for user "x".) Look at DATABASE_URL',
        ),
        (psycopg.OperationalError('FATAL:  role "x" does not exist'), "The database refuses this user."),
        (psycopg.OperationalError("FATAL:  the database system is starting up"), "The database is starting or"),
        (psycopg.OperationalError("the connection is lost"), "The database was shut down, or ended this connection."),
        (psycopg.OperationalError("connection timeout expired"), "The database can't be reached. connection timeout"),
        (OSError(errno.ENOSPC, "No space left on device", "a.part"), "The disk is full (a.part). Make room."),
    ],
)  # fmt: skip
def test_each_failure_has_its_sentence(error: Exception, sentence: str) -> None:
    assert (said_of(error) or "").startswith(sentence)
    # What it led to, such as a run that couldn't be finished, doesn't hide it.
    assert (said_of(chained(error, psycopg.InterfaceError("the connection is closed"))) or "").startswith(
        sentence
    )


def test_a_fault_of_the_program_stays_one() -> None:
    assert said_of(ValueError("x")) is None
    assert said_of(psycopg.errors.UniqueViolation("x")) is None
