"""No header of one reader changes the page that the next reader gets."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Iterator
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from config.wsgi import application
from occupations.models import Occupation
from tests.web.conftest import make_release
from web.http.encoding import in_utf_8

pytestmark = pytest.mark.django_db

# Codecs of Python's that aren't encodings of text, and some that read our addresses as other text, or none.
CODECS = ("hex", "base64", "bz2", "quopri", "rot13", "uu", "zip", "idna", "punycode", "undefined")
CHARSETS = ("utf-16", "utf-16-le", "utf-32", "cp037", "utf-7", "latin-1", "shift_jis", "nonsense")
HEADERS = [
    {"X-Forwarded-Proto": "https"},
    {"X-Forwarded-Host": "evil.example.org"},
    {"X-Forwarded-Port": "444"},
    {"X-Original-URL": "/about/"},
    {"X-HTTP-Method-Override": "POST"},
    {"Forwarded": "host=evil.example.org;proto=https"},
    {"Cookie": "csrftoken=x"},
    {"Cookie": "csrftoken=" + "<" * 40},
    {"Cookie": "messages=broken"},
    {"Accept-Language": "es"},
    {"Accept": "application/json"},
    {"Accept-Charset": "utf-16"},
    {"Accept-Encoding": "gzip"},
    {"Accept-Encoding": "gzip;q=0"},
    {"Accept-Encoding": "gzip;q=0, br"},
    {"HX-Request": "false"},
    {"HX-Request": "%74rue", "HX-Request-URI-AutoEncoded": "true"},
    {"HX-Request": "true"},
    {"HX-Request": "true", "HX-Request-Type": "partial"},
    {"HX-Boosted": "true"},
    {"HX-History-Restore-Request": "true"},
    {"X-Requested-With": "XMLHttpRequest"},
    {"Authorization": "Basic eDp4"},
    {"Remote-User": "ada"},
    {"Script-Name": "/evil"},
    {"Cookie": "csrftoken=" + "a" * 32},
    {"Cookie": "sessionid=; csrftoken=" + "a" * 64},
    {"Cookie": "django_language=es; theme=dark; django_timezone=Asia/Tokyo"},
    {"Save-Data": "on"},
    {"Prefer": "safe"},
    {"Sec-Fetch-Mode": "cors", "Origin": "https://evil.example.org"},
    {"Purpose": "prefetch"},
    {"Range": "bytes=0-10"},
    {"If-Modified-Since": "Sat, 28 Nov 2026 00:00:00 GMT"},
    {"If-None-Match": "*"},
    {"HX-Target": "body"},
    {"HX-Current-URL": "https://evil.example.org/"},
    {"Referer": "https://evil.example.org/"},
    {"User-Agent": "<script>"},
    *({"Content-Type": f"text/plain; charset={name}"} for name in (*CODECS, *CHARSETS)),
    {"Content-Type": "multipart/form-data; boundary=x; charset=utf-16-le"},
    {"Content-Type": "application/x-www-form-urlencoded; charset=hex"},
]


@pytest.fixture
def address(managers: Occupation) -> str:
    """A page whose query changes what it says."""
    make_release("May 2021", dt.date(2022, 3, 31))
    make_release("May 2025", dt.date(2026, 5, 15))
    return f"{managers.get_absolute_url()}?release=May-2021"


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The application would close the connection that holds the test's transaction, as Django's client knows."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


class Answer:
    """What the whole application, from its entry on, answers to a GET."""

    def __init__(self, address: str, headers: dict[str, str] | None = None, scheme: str = "http") -> None:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": query, "wsgi.url_scheme": scheme}
        for name, value in (headers or {}).items():
            variable = name.upper().replace("-", "_")
            environ[variable if name == "Content-Type" else f"HTTP_{variable}"] = value
        setup_testing_defaults(environ)
        self.headers: dict[str, str] = {}
        response = application(environ, self._start)
        self.content = b"".join(response)
        if self.headers.get("Content-Encoding") == "gzip":
            assert re.search(r"\bgzip\b(?!;q=0)", (headers or {}).get("Accept-Encoding", ""))
            self.content = gzip.decompress(self.content)

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status = int(status[:3])
        self.headers = dict(headers)


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: "=".join(next(iter(headers.items())))[:60])
def test_the_next_reader_gets_the_page_of_the_address(address: str, headers: dict[str, str]) -> None:
    cache.clear()
    right = Answer(address)
    assert right.status == 200
    assert b"May 2021" in right.content
    etag = right.headers["ETag"]
    cache.clear()
    first = Answer(address, headers)
    assert first.status in (200, 304)
    second = Answer(address)
    assert (second.status, second.content, second.headers["ETag"]) == (200, right.content, etag)
    assert Answer(address, {"If-None-Match": etag}).status == 304
    if first.status == 200 and first.headers.get("ETag") == etag:
        assert first.content == right.content


def test_a_form_keeps_its_boundary() -> None:
    seen: list[str] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append(environ["CONTENT_TYPE"])
        return []

    for sent in ("multipart/form-data; charset=utf-16; boundary=x", "text/plain", "text/plain; charset=hex"):
        in_utf_8(application)({"CONTENT_TYPE": sent}, None)  # type: ignore[arg-type]
    assert seen == ['multipart/form-data; boundary="x"', "text/plain", "text/plain"]


def test_a_page_behind_https_is_kept_apart(address: str) -> None:
    """The address that print shows begins with the scheme."""
    cache.clear()
    plain, safe = Answer(address), Answer(address, scheme="https")
    assert plain.headers["ETag"] != safe.headers["ETag"]
    assert b"https://127.0.0.1/" in safe.content
    assert b"https://127.0.0.1/" not in Answer(address).content
