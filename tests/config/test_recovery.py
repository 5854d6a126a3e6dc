"""After its database was away, the site is back without a hand, and says meanwhile that it isn't ready."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import tempfile
import threading
import time
import urllib.error
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from django.db import connection

from config.embedded import home
from tests.running_site import Site

pytestmark = pytest.mark.real_files  # whole processes and servers, started and ended for real

NO_FIXTURES = str(Path(__file__).parent)  # a folder with neither a bundle nor editorial content


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    path.chmod(0o755)
    yield path
    rmtree(path)


def answer(site: Site, path: str) -> tuple[int, float]:
    """The status of an answer, and the seconds that it took."""
    began = time.monotonic()
    try:
        status = site.get(path)[0]
    except urllib.error.HTTPError as error:
        status = error.code
    return status, time.monotonic() - began


def kill_postgres(site: Site) -> None:
    """Kill the postmaster, and wait until those that it has forked have noticed: a reader whom one of them still
    serves at that moment gets the error of a lost connection, as anybody would."""
    postmaster, *children = processes_of_postgres(site)
    os.kill(postmaster, signal.SIGKILL)
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in children):
            return
        time.sleep(0.1)


def test_a_killed_embedded_server_is_started_again_by_the_next_reader(folder: Path) -> None:
    site = Site(folder / "var", FIXTURES_DIR=NO_FIXTURES).wait_until_up()
    try:
        for _ in range(2):  # started by the arbiter, then by a worker
            assert [answer(site, "/about/")[0] for _ in range(8)] == [200] * 8
            kill_postgres(site)
            assert [answer(site, "/about/")[0] for _ in range(8)] == [200] * 8
            assert site.get("/healthz/ready") == (200, "ready\n")
    finally:
        assert site.end()[0] == 0
    assert site.left_running() == []


def processes_of_postgres(site: Site) -> list[int]:
    """The postmaster and what it has forked."""
    pid_file = home.find_home(site.var).data / "postmaster.pid"
    postmaster = int(pid_file.read_text().split()[0])
    children = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(path.read_text().rpartition(")")[2].split()[1]) == postmaster:
                children.append(int(path.parent.name))
    return [postmaster, *children]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")
def test_health_is_told_while_every_reader_waits_for_a_database_that_hangs(folder: Path) -> None:
    site = Site(folder / "hangs", FIXTURES_DIR=NO_FIXTURES).wait_until_up()
    assert [answer(site, "/about/")[0] for _ in range(8)] == [200] * 8
    stopped = processes_of_postgres(site)
    answers: list[int] = []
    readers = [threading.Thread(target=lambda: answers.append(answer(site, "/about/")[0])) for _ in range(20)]
    try:
        for process in stopped:
            os.kill(process, signal.SIGSTOP)
        for reader in readers:
            reader.start()
        time.sleep(1)
        for path, status in (("/healthz/ready", 503), ("/healthz/live", 200)) * 3:
            code, seconds = answer(site, path)
            assert code == status
            assert seconds < 1, path
    finally:
        for process in stopped:
            os.kill(process, signal.SIGCONT)
    for reader in readers:
        reader.join()
    assert set(answers) == {200}
    assert site.get("/healthz/ready") == (200, "ready\n")
    assert site.end()[0] == 0


class Road:
    """A port of this machine that leads to the test's PostgreSQL, until it is closed."""

    def __init__(self) -> None:
        database = connection.get_connection_params()
        self.host, self.there = str(database["host"]), int(database.get("port") or 5432)
        self.port = 0
        self.open()

    def open(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        self.ends: list[socket.socket] = []
        threading.Thread(target=self._take, args=[self.listener], daemon=True).start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in accept
        self.listener.close()
        for end in self.ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _take(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near = listener.accept()[0]
                if self.host.startswith("/"):
                    far = socket.socket(socket.AF_UNIX)
                    far.connect(f"{self.host}/.s.PGSQL.{self.there}")
                else:
                    far = socket.create_connection((self.host, self.there))
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=[one, other], daemon=True).start()

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)


@pytest.mark.django_db
def test_after_an_outage_of_a_server_the_first_request_is_answered(folder: Path) -> None:
    database = connection.settings_dict
    name = f"{database['NAME']}_outage"
    road = Road()
    password = f":{urllib.parse.quote(database['PASSWORD'])}" if database["PASSWORD"] else ""
    url = f"postgresql://{database['USER'] or ''}{password}@127.0.0.1:{road.port}/{name}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        site = Site(folder / "real", FIXTURES_DIR=NO_FIXTURES, DATABASE_URL=url).wait_until_up()
        assert [answer(site, "/about/")[0] for _ in range(8)] == [200] * 8
        road.close()
        for path, status in (("/healthz/ready", 503), ("/about/", 500), ("/healthz/live", 200)) * 3:
            code, seconds = answer(site, path)
            assert code == status
            assert seconds < 1, path
        road.open()
        assert [answer(site, "/about/")[0] for _ in range(8)] == [200] * 8
        assert site.get("/healthz/ready") == (200, "ready\n")
        assert site.end()[0] == 0
    finally:
        road.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
