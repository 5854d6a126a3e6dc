"""healthz: what a supervisor is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from web.http import health


def test_live_asks_nothing_of_the_database(
    client: Client,
) -> None:  # no django_db mark: a query would be an error
    response = client.get("/healthz/live")
    assert (response.status_code, response.content) == (200, b"live\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_ready_when_every_migration_is_applied(client: Client) -> None:
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (200, b"ready\n")
    assert "no-store" in response["Cache-Control"]


def test_not_ready_while_a_migration_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    applied = set(health._needed()) - {("sessions", "0001_initial")}
    monkeypatch.setattr(health, "_read_applied", lambda: applied)
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert response.content == b"not ready: 1 migration(s) not applied: run manage.py migrate\n"


def test_ready_where_migrations_were_applied_one_by_one_before_others_replaced_them(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = health._needed()
    replaced = set().union(*needed.values())
    assert ("occupations", "0002_data_version") in replaced
    one_by_one = {migration for migration, replaces in needed.items() if not replaces} | replaced
    monkeypatch.setattr(health, "_read_applied", lambda: one_by_one)
    assert client.get("/healthz/ready").status_code == 200
    one_by_one.remove(("occupations", "0002_data_version"))
    assert client.get("/healthz/ready").status_code == 503


def test_not_ready_without_a_database_and_no_detail_leaks(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(recorder: object) -> None:
        raise OperationalError("password for user secret")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", refuse)
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (503, b"not ready: the database does not answer\n")
    assert "password for user secret" in caplog.text


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A database that doesn't answer until the test is over; when it was asked."""
    over = threading.Event()
    asked: list[float] = []

    def wait() -> set[tuple[str, str]]:
        asked.append(time.monotonic())
        over.wait(30)
        return set()

    monkeypatch.setattr(health, "_read_applied", wait)
    yield asked
    over.set()


def test_a_database_that_hangs_is_said_within_a_second_and_asked_once(
    client: Client, hanging: list[float]
) -> None:
    for _ in range(3):
        began = time.monotonic()
        response = client.get("/healthz/ready")
        assert time.monotonic() - began < 1
        assert response.content == b"not ready: the database does not answer\n"
    assert len(hanging) == 1


@pytest.fixture
def collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of static files as collectstatic leaves it, with one source file."""
    source, root = tmp_path / "source", tmp_path / "root"
    source.mkdir()
    (source / "site.css").write_text("body {}")
    finder = next(iter(get_finders()))
    monkeypatch.setattr(
        finder, "list", lambda ignored: [("site.css", FileSystemStorage(source))], raising=False
    )
    monkeypatch.setattr(health, "get_finders", lambda: [finder])
    health._static_files.cache_clear()
    monkeypatch.setattr(health, "_read_applied", lambda: set(health._needed()))
    root.mkdir()
    (root / "site.0123456789ab.css").write_text("body {}")
    (root / "staticfiles.json").write_text(
        '{"paths": {"site.css": "site.0123456789ab.css"}, "version": "1.1", "hash": ""}'
    )
    return root


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    health._static_files.cache_clear()


@pytest.mark.parametrize(
    ("missing", "status"),
    [(None, 200), ("staticfiles.json", 503), ("site.0123456789ab.css", 503)],
    ids=["nothing", "the list", "a file"],
)
def test_ready_knows_of_missing_static_files(
    client: Client, monkeypatch: pytest.MonkeyPatch, collected: Path, missing: str | None, status: int
) -> None:
    if missing is not None:
        (collected / missing).unlink()
    storage = ManifestStaticFilesStorage(location=str(collected), base_url="/static/")
    monkeypatch.setattr(health, "staticfiles_storage", storage)
    response = client.get("/healthz/ready")
    assert response.status_code == status
    assert ("collectstatic" in response.text) == (status == 503)


@pytest.mark.parametrize("path", ["/healthz/live", "/healthz/ready"])
def test_only_reading_is_allowed(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
