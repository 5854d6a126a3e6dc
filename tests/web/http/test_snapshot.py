"""The version that a page is kept under is that of the very data that the page was made from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from django.core.cache import cache
from django.db import InternalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from importers.runs import ensure_source
from occupations.models import Source
from web.http.page_cache import PageCacheMiddleware
from web.http.snapshot import one_snapshot
from web.tables.files import Sheet, export, text

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(cadence: str) -> None:
    """Commit a change on another connection."""

    def change() -> None:
        Source.objects.update(cadence=cadence)
        connection.close()

    thread = Thread(target=change)
    thread.start()
    thread.join()


def test_a_change_between_the_version_and_the_page_shows_in_neither() -> None:
    ensure_source("oews")
    Source.objects.update(cadence="before")
    is_changed = False

    def view(request: HttpRequest) -> HttpResponse:
        nonlocal is_changed
        if not is_changed:
            is_changed = True
            elsewhere("after")
        return HttpResponse(Source.objects.get().cadence)

    site = PageCacheMiddleware(view)
    cache.clear()
    first = site(RequestFactory().get("/occupations/"))
    second = site(RequestFactory().get("/occupations/"))
    assert (first.content, second.content) == (b"before", b"after")
    assert first.headers["ETag"] != second.headers["ETag"]


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_a_file_is_of_one_snapshot_too_and_bears_its_version(kind: str) -> None:
    ensure_source("oews")
    Source.objects.update(cadence="before")
    reads: list[str] = []

    def cadence(row: int) -> str:
        reads.append(Source.objects.get().cadence)
        if len(reads) == 1:
            elsewhere("after")
        return reads[-1]

    def view(request: HttpRequest) -> HttpResponse:
        return export(request, Sheet("rows", "Rows", [text("cadence", cadence)], range(3)), kind)

    site = PageCacheMiddleware(view)
    address = f"/certifications/?_export={kind}"
    first = site(RequestFactory().get(address))
    assert reads == ["before"] * 3
    second = site(RequestFactory().get(address))
    assert reads == ["before"] * 3 + ["after"] * 3
    assert first.headers["Cache-Control"] == second.headers["Cache-Control"] == "public, no-cache"
    assert first.headers["ETag"] != second.headers["ETag"]
    unchanged = site(RequestFactory().get(address, headers={"If-None-Match": second.headers["ETag"]}))
    assert (unchanged.status_code, len(reads)) == (304, 6)


def test_nothing_is_written_within_it_and_the_connection_is_usual_again_after_it() -> None:
    ensure_source("oews")
    with pytest.raises(InternalError, match="read-only"), one_snapshot():
        Source.objects.update(cadence="never")
    Source.objects.update(cadence="afterwards")
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("read committed",)


@contextmanager
def counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(execute: object, sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(note):
        yield statements


def test_a_kept_page_costs_one_look_at_the_version() -> None:
    site = PageCacheMiddleware(lambda request: HttpResponse("a page"))
    cache.clear()
    site(RequestFactory().get("/occupations/"))
    with counted() as statements:
        site(RequestFactory().get("/occupations/"))
    assert [sql.split()[0] for sql in statements] == ["SET", "SELECT"]
