"""Clients that send or take their time hold no thread: others are answered meanwhile, without a proxy."""

from __future__ import annotations

import shutil
import signal
import socket
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from config import worker
from tests.running_site import Site

pytestmark = pytest.mark.real_files  # whole processes and servers, started and ended for real

NO_FIXTURES = str(Path(__file__).parent)  # a folder with neither a bundle nor editorial content
MANY = 200


@pytest.fixture(scope="module")
def served() -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    folder.chmod(0o755)
    site = Site(folder / "var", FIXTURES_DIR=NO_FIXTURES).wait_until_up()
    yield site
    code, errors = site.end()
    assert (code, errors) == (0, "")
    assert site.left_running() == []
    shutil.rmtree(folder)


def connect(site: Site) -> socket.socket:
    address = urllib.parse.urlsplit(site.url)
    return socket.create_connection((str(address.hostname), int(address.port or 0)), timeout=20)


HALF_SENT = {
    "headers": b"GET /about/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ",
    "a line": b"GET /ab",
    "a body": b"POST /occupations/11-3051-x/pay/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nam",
    "a chunk": b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    "a second request": b"GET /healthz/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /healthz",
    "nothing": b"",
    "no reading": b"GET /glossary/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 3,
}


@pytest.mark.parametrize("sent", HALF_SENT.values(), ids=HALF_SENT)
def test_many_slow_clients_do_not_silence_the_site(served: Site, sent: bytes) -> None:
    with ExitStack() as clients:
        for _ in range(MANY):
            client = clients.enter_context(connect(served))
            client.sendall(sent)
        time.sleep(0.5)
        began = time.monotonic()
        for _ in range(10):
            assert served.get("/about/")[0] == 200
        assert time.monotonic() - began < 10


def answer_to(site: Site, sent: bytes) -> bytes:
    with connect(site) as client:
        client.sendall(sent)
        return client.recv(100)


def test_too_large_headers_and_bodies_are_refused(served: Site) -> None:
    headers = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: " + b"a" * worker.LARGEST_HEADERS
    assert b" 431 " in answer_to(served, headers + b"\r\n\r\n")
    body = (
        f"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {worker.LARGEST_BODY + 1}\r\n\r\n"
    )
    assert b" 413 " in answer_to(served, body.encode())


def test_a_head_has_the_headers_of_the_page_and_no_body(served: Site) -> None:
    for _ in range(2):  # made, and kept
        with connect(served) as client:
            client.sendall(b"HEAD /about/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            answer = b""
            while data := client.recv(65536):
                answer += data
        headers, _, body = answer.partition(b"\r\n\r\n")
        assert headers.startswith(b"HTTP/1.1 200")
        assert b"Content-Length: " in headers
        assert body == b""


def test_what_was_asked_before_the_end_is_answered() -> None:
    folder = Path(tempfile.mkdtemp(prefix="occupedia-test-"))
    folder.chmod(0o755)
    site = Site(folder / "var", FIXTURES_DIR=NO_FIXTURES).wait_until_up()
    with connect(site) as client:
        client.sendall(b"GET /glossary/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        time.sleep(0.1)
        site.process.send_signal(signal.SIGTERM)
        answer = b""
        while data := client.recv(65536):
            answer += data
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.rstrip().endswith(b"</html>")
    site.finish()
    assert site.process.returncode == 0
    assert site.left_running() == []
    shutil.rmtree(folder)


def test_a_request_that_never_ends_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that come now and then keep waitress's own clock from running out."""
    now = 1000.0
    monkeypatch.setattr(worker.time, "monotonic", lambda: now)
    waiting: Any = SimpleNamespace(request=object(), requests=[], will_close=False)
    idle: Any = SimpleNamespace(request=None, requests=[], will_close=False)
    process = worker.PatientWorker.__new__(worker.PatientWorker)
    process.begun, process.looked_at = {}, 0.0
    process.servers = [SimpleNamespace(active_channels={1: waiting, 2: idle})]
    process._close_late_requests()
    now += worker.LONGEST_REQUEST - 1
    process._close_late_requests()
    assert not waiting.will_close
    now += worker.LOOK_EVERY
    process._close_late_requests()
    assert (waiting.will_close, idle.will_close) == (True, False)
    process.servers[0].active_channels.clear()
    now += worker.LOOK_EVERY
    process._close_late_requests()
    assert process.begun == {}
