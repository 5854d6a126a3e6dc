"""What ends a command from outside, in one sentence for the person at the terminal."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator

import psycopg
from django.db import InterfaceError

# By SQLSTATE; what the server says follows where it says more.
BY_STATE = {
    "28P01": "The database refuses the password.",
    "28000": "The database refuses this user.",
    "3D000": "There is no such database.",
    "53100": "The disk of the database is full.",
    "53300": "The database has no connection left.",
    "57P01": "The database was shut down, or ended this connection.",
    "57P02": "The database crashed and is starting again.",
    "57P03": "The database is starting or shutting down.",
}
# What a server says before there is a state, as where a connection is refused.
BY_WORDS = (
    (r"password authentication failed|no password supplied", "28P01"),
    (r"database .* does not exist", "3D000"),
    (r"role .* does not exist|no pg_hba\.conf entry", "28000"),
    (r"No space left on device|could not extend file", "53100"),
    (
        r"terminating connection|server closed the connection|connection .*(lost|closed)|SSL connection has been",
        "57P01",
    ),
    (r"the database system is (starting up|shutting down|in recovery)", "57P03"),
    (r"too many (clients|connections)|remaining connection slots", "53300"),
)
UNREACHABLE = "The database can't be reached."
ADVICE = "Look at DATABASE_URL in .env, and whether the server runs."
UNDONE = "Whatever was running was undone. Start it again."


def said_of(error: BaseException) -> str | None:
    """The sentence for an error from outside, whatever it led to; None for any other error."""
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.errno in {errno.ENOSPC, errno.EDQUOT}:
            return f"The disk is full ({cause.filename or 'while writing'}). Make room. {UNDONE}"
        if isinstance(cause, (psycopg.OperationalError, psycopg.InterfaceError)):
            return _of_database(cause)
    if isinstance(error, InterfaceError):
        return f"{BY_STATE['57P01']} {UNDONE}"
    return None


def _of_database(error: psycopg.Error) -> str | None:
    text = " ".join(str(error).split())
    words = next((state for pattern, state in BY_WORDS if re.search(pattern, text)), None)
    state = error.sqlstate if error.sqlstate in BY_STATE else words
    detail = text.rpartition("FATAL: ")[2].strip() or text
    if state is None:
        # With a state of its own it is an answer of the database, and no failure from outside.
        return None if error.sqlstate else f"{UNREACHABLE} {detail.rstrip('.')}. {ADVICE}"
    what = "Make room. " + UNDONE if state == "53100" else UNDONE if state.startswith("57") else ADVICE
    return f"{BY_STATE[state]} ({detail.rstrip('.')}.) {what}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it, what was first first: a lost connection makes many errors after it."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    return reversed(chain)
