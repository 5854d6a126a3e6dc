"""healthz: what a supervisor is told."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder


def test_live_asks_nothing_of_the_database(client):  # no django_db mark: a query would be an error
    response = client.get("/healthz/live")
    assert (response.status_code, response.content) == (200, b"live\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_every_migration_is_applied(client):
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (200, b"ready\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert response.content == b"not ready: 1 migration(s) not applied: run manage.py migrate\n"


@pytest.mark.django_db
def test_not_ready_without_a_database_and_no_detail_leaks(client, monkeypatch, caplog):
    def refuse():
        raise OperationalError("password for user secret")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/healthz/ready")
    assert (response.status_code, response.content) == (503, b"not ready: the database does not answer\n")
    assert "password for user secret" in caplog.text


@pytest.mark.parametrize("path", ["/healthz/live", "/healthz/ready"])
def test_only_reading_is_allowed(client, path):
    assert client.post(path).status_code == 405
