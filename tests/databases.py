"""Databases of tests: each is a copy of a template, which holds what the migrations make and nothing else.

Migrating takes seconds, copying a fraction of one. The template stays on the server between runs, and is made
anew when a migration or a model has changed. Workers that start at once make one of it.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

PREFIX = f"test_{settings.DATABASES['default']['NAME']}_"
TEMPLATE = f"{PREFIX}template"
NAME = f"{PREFIX}{os.getpid()}"  # two runs at once, on one server, don't meet


def make() -> None:
    """Connect this process to a new copy of the template; any copy that it had is dropped."""
    with _alone():
        _ensure_template()
        _drop_abandoned()
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", NAME)
        _execute("CREATE DATABASE {} TEMPLATE {}", NAME, TEMPLATE)
    _connect_to(NAME)


def drop() -> None:
    """Leave the server as it was, but for the template."""
    _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", NAME)


def _connect_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _ensure_template() -> None:
    version = _version()
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [TEMPLATE]
        )
        if cursor.fetchone() == (version,):
            return
    _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", TEMPLATE)
    _execute("CREATE DATABASE {}", TEMPLATE)
    _connect_to(TEMPLATE)
    call_command("migrate", interactive=False, verbosity=0)
    # At last: a template without its version is one whose making was broken off.
    _execute(f"COMMENT ON DATABASE {{}} IS '{version}'", TEMPLATE)


def _drop_abandoned() -> None:
    """Copies of processes that were killed: nobody is connected, and the process is no longer there."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database d WHERE starts_with(datname, %s)"
            " AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)",
            [PREFIX],
        )
        names = [str(name) for (name,) in cursor]
    for name in names:
        number = name.removeprefix(PREFIX)
        if number.isdigit() and not _lives(int(number)):
            _execute("DROP DATABASE IF EXISTS {}", name)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _execute(statement: str, *names: str) -> None:
    """Run a statement about whole databases from outside of them: nobody may be connected to a template."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _version() -> str:
    """A digest of all that the template is made from: migrations and what they import, models, and libraries."""
    digest = hashlib.sha256(django.__version__.encode())
    digest.update((settings.BASE_DIR / "uv.lock").read_bytes())
    digest.update(" ".join(settings.INSTALLED_APPS).encode())
    for app in apps.get_app_configs():
        if settings.BASE_DIR in Path(app.path).parents:
            for path in sorted(Path(app.path).rglob("*.py")):
                if {"migrations", "models"} & set(path.parts) or path.name in ("models.py", "triggers.py"):
                    digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone() -> Iterator[None]:
    with (settings.VAR_DIR / "test-template.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
