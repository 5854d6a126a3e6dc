"""`manage.py quickstart` as people run it: real processes, real signals. Data are left out to keep it quick."""

import contextlib
import os
import re
import shutil
import signal
import socket
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from rich.console import Console

from config.management.commands import quickstart
from tests.running_site import Site, postmaster_runs

pytestmark = pytest.mark.real_files  # whole processes and servers, started and ended for real

NO_FIXTURES = str(Path(__file__).parent)  # a folder with neither a bundle nor editorial content


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that every account can reach, for everything these tests make."""
    path = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def prepared(folder: Path) -> Path:
    """A var/ in which quickstart has run once."""
    site = Site(folder / "var", FIXTURES_DIR=NO_FIXTURES).wait_until_up()
    assert site.end() == (0, "")
    return folder / "var"


@pytest.fixture
def start(prepared: Path) -> Iterator[Callable[..., Site]]:
    """Start sites in the prepared var/; what a failing test leaves is ended."""
    sites: list[Site] = []

    def make(var: Path = prepared, **options: str) -> Site:
        sites.append(Site(var, **{"FIXTURES_DIR": NO_FIXTURES} | options))  # type: ignore[arg-type]  # command is the only one that isn't text
        return sites[-1]

    yield make
    for site in sites:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(site.process.pid, signal.SIGTERM)
        site.finish()


def test_a_prepared_site_answers_soon_and_sigterm_ends_all_of_it(start, prepared):
    collected = (prepared / "staticfiles" / ".collected").stat().st_mtime_ns
    site = start().wait_until_up()
    assert site.get("/healthz/ready") == (200, "ready\n")
    assert "uv run manage.py createsuperuser" in site.output
    assert (prepared / "staticfiles" / ".collected").stat().st_mtime_ns == collected
    status, page = site.get("/admin/login/")
    style = re.search(r'href="(/static/admin/css/base\.[0-9a-f]{12}\.css)"', page)
    assert status == 200
    assert style is not None, "static files are served under names that carry their hash"
    with urllib.request.urlopen(site.url + style[1]) as response:
        assert "immutable" in response.headers["Cache-Control"]
    assert site.end() == (0, "")
    assert site.left_running() == []


def test_ctrl_c_ends_all_of_it(start):
    site = start().wait_until_up()
    assert site.end(signal.SIGINT, to_all=True) == (0, "")
    assert site.left_running() == []


def test_closing_the_terminal_ends_all_of_it(start):
    site = start().wait_until_up()
    assert site.end(signal.SIGHUP)[0] == 0
    assert site.left_running() == []


def test_after_kill_9_the_next_start_takes_the_same_port(start):
    site = start().wait_until_up()
    port = str(urllib.parse.urlsplit(site.url).port)
    site.end(signal.SIGKILL)
    again = start(PORT=port).wait_until_up()
    assert again.get("/healthz/ready") == (200, "ready\n")
    assert again.end()[0] == 0
    assert again.left_running() == []


def test_it_ends_with_uv_even_when_that_was_killed(start):
    # uv waits for its child, as this shell does
    site = start(
        command=["sh", "-c", f'"{sys.executable}" manage.py quickstart; true'], UV="/usr/bin/uv"
    ).wait_until_up()
    site.process.kill()
    site.process.wait()
    with pytest.raises(OSError), site_gone_within(15):  # noqa: PT011, PT012 - refused, or reset while it ends
        while True:
            site.get("/healthz/live")
            time.sleep(0.1)
    assert eventually(lambda: not postmaster_runs(site.var))


@contextlib.contextmanager
def site_gone_within(seconds: float) -> Iterator[None]:
    previous = signal.signal(signal.SIGALRM, lambda *_: pytest.fail(f"still served after {seconds} seconds"))
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def eventually(question: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not question() and time.monotonic() < deadline:
        time.sleep(0.1)
    return question()


def test_sigterm_between_preparing_and_serving_leaves_nothing(start):
    site = start().wait_until_announced()
    time.sleep(0.2)  # about when it turns into gunicorn
    site.end()
    assert site.left_running() == []


def test_sigterm_while_it_prepares_leaves_nothing_and_the_next_start_finishes(start, folder):
    fresh = folder / "interrupted"
    site = start(fresh)
    assert eventually(lambda: postmaster_runs(fresh))
    assert site.end()[0] == 128 + signal.SIGTERM
    assert site.left_running() == []
    again = start(fresh).wait_until_up()
    assert again.get("/healthz/ready") == (200, "ready\n")


def test_two_at_once_share_the_database(start, folder):
    fresh = folder / "shared"
    first, second = start(fresh), start(fresh)
    for site in (first.wait_until_up(), second.wait_until_up()):
        assert site.get("/healthz/ready") == (200, "ready\n")
    assert first.url != second.url
    first.end()
    assert second.get("/healthz/ready") == (200, "ready\n")
    second.end()
    assert second.left_running() == []


def test_an_administrator_is_made_while_it_runs(start):
    site = start().wait_until_up()
    account = {
        "DJANGO_SUPERUSER_USERNAME": "ada",
        "DJANGO_SUPERUSER_PASSWORD": "correct horse",
        "DJANGO_SUPERUSER_EMAIL": "",
    }
    assert "Superuser created successfully" in site.manage("createsuperuser", "--noinput", **account)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = opener.open(site.url + "/admin/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    form = {
        "username": "ada",
        "password": "correct horse",
        "csrfmiddlewaretoken": token[1],
        "next": "/admin/",
    }
    with opener.open(site.url + "/admin/login/", urllib.parse.urlencode(form).encode()) as response:
        assert response.url.endswith("/admin/")
    assert site.end()[0] == 0


def test_a_taken_port_is_said_before_any_work(folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refusal = Site(folder / "never", PORT=str(port)).refused()
    assert (
        f"Cannot listen on 127.0.0.1:{port}: another program (perhaps another Occupedia) is using it."
        in refusal
    )
    assert not (folder / "never" / "postgres").exists()


def test_the_port_is_claimed_at_once_and_opened_when_the_site_is_ready(monkeypatch):
    monkeypatch.setattr(quickstart, "WAIT_FOR_PORT", 0)
    first = quickstart.claim(0)
    with first:
        port = first.getsockname()[1]
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))
        assert quickstart.listen(first) == f"http://127.0.0.1:{port}/"
        socket.create_connection(("127.0.0.1", port)).close()
        with pytest.raises(CommandError, match=f"Cannot listen on 127.0.0.1:{port}: another program"):
            quickstart.claim(port)


def test_of_two_that_claimed_one_port_the_later_is_told(monkeypatch):
    claimed = quickstart.claim(0)
    with socket.socket() as sooner, claimed:
        sooner.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sooner.bind(claimed.getsockname())
        except OSError:
            pytest.skip("this system lets one socket alone claim a port")
        sooner.listen()
        with pytest.raises(CommandError, match="another program"):
            quickstart.listen(claimed)


def test_a_folder_that_cannot_be_written_is_said(folder):
    (folder / "file").touch()
    assert "/file (it is not a folder): make it writable, or set VAR_DIR" in Site(folder / "file").refused()


def test_a_database_that_does_not_answer_is_said(folder):
    url = "postgresql://nobody@127.0.0.1:1/nothing"
    assert (
        "Cannot connect to the database of DATABASE_URL" in Site(folder / "other", DATABASE_URL=url).refused()
    )


@pytest.mark.parametrize("port", ["http", "65536", "-1", "", "８０"])
def test_a_port_that_is_none(port):
    with pytest.raises(CommandError, match="it must be a number from 1 to 65535"):
        quickstart.read_port(port)


@pytest.mark.django_db
def test_a_server_of_your_own_is_used(start, folder):
    database = connection.settings_dict
    name = f"{database['NAME']}_quickstart"
    user, host = database["USER"] or "", urllib.parse.quote(database["HOST"] or "", safe="")
    password = f":{urllib.parse.quote(database['PASSWORD'])}" if database["PASSWORD"] else ""
    url = f"postgresql://{user}{password}@{host}:{database['PORT'] or 5432}/{name}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        site = start(folder / "own", DATABASE_URL=url).wait_until_up()
        assert "the server of DATABASE_URL" in site.output
        assert site.get("/healthz/ready") == (200, "ready\n")
        assert site.end()[0] == 0
        assert not (folder / "own" / "postgres").exists()
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_bundle_and_editorial_content_are_loaded_in_that_order(tmp_path, settings, monkeypatch):
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(quickstart, "call_command", lambda *arguments, **options: calls.append(arguments))
    for name in ("start_database", "migrate", "collect_static"):
        monkeypatch.setattr(quickstart, name, lambda: None)
    settings.FIXTURES_DIR = tmp_path
    for source in ("editorial", "bundle"):
        (tmp_path / source).mkdir()
    quickstart.prepare(Console(file=StringIO()))
    assert calls == [
        ("load", "bundle", str(tmp_path / "bundle")),
        ("load", "editorial", str(tmp_path / "editorial")),
    ]
