"""Public pages are kept under the version of the data, and never longer than they are true."""

import datetime as dt
import gzip
import html
import random
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from occupations.models import Occupation, Release
from tests import rows
from web import urls
from web.http import parameters
from web.http.page_cache import KEPT_AT_MOST, LONGEST_QUERY, PageCacheMiddleware

pytestmark = pytest.mark.django_db


class OneView:
    """A view behind the page cache that counts its calls and says which call a page is from."""

    def __init__(self, answer: Callable[[int], HttpResponse] | None = None) -> None:
        self.calls = 0
        self.answer = answer or (lambda calls: HttpResponse(f"page {calls}"))
        self.site = PageCacheMiddleware(self._view)

    def _view(self, request: HttpRequest) -> HttpResponse:
        self.calls += 1
        return self.answer(self.calls)

    def get(self, path: str = "/occupations/", cookie: str = "", **headers: str) -> HttpResponse:
        request = RequestFactory().get(path, headers=headers)
        if cookie:
            request.COOKIES[cookie] = "something"
        return self.site(request)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def page(managers: Occupation) -> str:
    return managers.get_absolute_url()


def test_second_read_is_answered_without_the_view(
    page: str, client: Client, django_assert_num_queries
) -> None:
    first = client.get(page)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "public, no-cache"
    with django_assert_num_queries(1):
        again = client.get(page)
    assert again.content == first.content
    with django_assert_num_queries(1):
        unchanged = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert unchanged.status_code == 304
    assert unchanged.content == b""


@pytest.mark.django_db(transaction=True)
def test_a_change_shows_at_once(client: Client) -> None:
    page = rows.occupation("11-3051").get_absolute_url()
    first = client.get(page)
    Occupation.objects.filter(code="11-3051").update(sentence_title="Plant bosses")
    second = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 200
    assert "Plant bosses" in second.text


def test_the_view_is_asked_once_for_one_page() -> None:
    view = OneView()
    first, second = view.get(), view.get()
    assert (first.content, second.content, view.calls) == (b"page 1", b"page 1", 1)
    assert second.headers == first.headers


@pytest.mark.parametrize(
    "other",
    [
        {"HX-Request": "true"},
        {"HX-Request-Type": "partial"},
        {"Host": "localhost"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_changes_a_page_is_part_of_its_key(other: dict[str, str]) -> None:
    view = OneView()
    plain = {"Host": "127.0.0.1"}
    first, second = view.get(**plain), view.get(**plain | other)
    assert (first.content, second.content) == (b"page 1", b"page 2")
    assert first.headers["ETag"] != second.headers["ETag"]
    assert view.get(**plain | other | {"If-None-Match": first.headers["ETag"]}).status_code == 200
    # Each stays the answer to its own question.
    assert (view.get(**plain).content, view.get(**plain | other).content) == (b"page 1", b"page 2")


def test_every_encoding_is_answered_from_one_page() -> None:
    view = OneView(lambda calls: HttpResponse(b"page %d" % calls + b"x" * 500))
    plain = view.get().content
    assert plain == b"page 1" + b"x" * 500
    for accepted in ("gzip, br", "deflate, gzip;q=0.5", "GZIP"):
        packed = view.get(**{"Accept-Encoding": accepted})
        assert gzip.decompress(packed.content) == plain
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Content-Length"] == str(len(packed.content))
    for refused in ("br", "gzip;q=0", "gzip; q=0.0, identity", "", "notgzip"):
        other = view.get(**{"Accept-Encoding": refused})
        assert (other.content, other.headers.get("Content-Encoding")) == (plain, None)
    assert view.calls == 1


def test_the_whole_address_is_part_of_the_key() -> None:
    view = OneView()
    pages = {path: view.get(path).content for path in ("/a/", "/b/", "/a/?page=2", "/a/?page=3")}
    assert len(set(pages.values())) == 4
    assert {path: view.get(path).content for path in pages} == pages


def test_a_new_day_and_a_new_program_make_new_pages(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    view = OneView()
    first = view.get()
    today = timezone.localdate()
    monkeypatch.setattr(timezone, "localdate", lambda *_: today + dt.timedelta(days=1))
    second = view.get(**{"If-None-Match": first.headers["ETag"]})
    assert (second.status_code, second.content) == (200, b"page 2")
    settings.PROGRAM_VERSION = "another"
    third = view.get(**{"If-None-Match": second.headers["ETag"]})
    assert (third.status_code, third.content) == (200, b"page 3")


def test_a_large_page_is_kept_for_readers_who_unpack_nothing_as_well() -> None:
    view = OneView(lambda calls: HttpResponse(b"%d" % calls + b"a row of the table " * 60_000))
    assert view.get().content == view.get().content
    assert view.calls == 1


def test_a_page_is_kept_up_to_a_size() -> None:
    noise = random.Random(1).randbytes(KEPT_AT_MOST)  # can't be packed
    view = OneView(lambda calls: HttpResponse(b"%d" % calls + noise))
    first, second = view.get("/large/"), view.get("/large/")
    assert (first.content[:1], second.content[:1]) == (b"1", b"2")
    # The reader may keep it all the same.
    etag = first.headers["ETag"]
    assert view.get("/large/", **{"If-None-Match": etag}).status_code == 304
    assert view.calls == 2


def test_one_query_spelled_otherwise_is_one_page() -> None:
    view = OneView()
    for query in ("q=a%20b&open=1", "q=a+b&open=1", "%71=a+b&&open=1&"):
        assert view.get(f"/industries/?{query}").content == b"page 1"
    assert view.get("/industries/?q=ab&open=1").content == b"page 2"
    assert view.get("/about/").content == view.get("/about/?").content


@pytest.mark.parametrize("address", ["/industries/?q=a", "/industries/", "/about/", "/search/suggest/?q=a"])
def test_parameters_that_a_page_does_not_know_make_no_page_of_their_own(address: str) -> None:
    view = OneView(lambda calls: HttpResponse(f"page {calls}<!-- notices -->"))
    known = view.get(address)
    joint = "&" if "?" in address else "?"
    for name in ("foo", "utm_source", "<b>"):
        other = view.get(f"{address}{joint}{name}=1")
        assert other.text.startswith("page 1")
        assert f"ignored “{html.escape(name)}” in the address" in other.text
        assert other.headers["ETag"] != known.headers["ETag"]
        etag = other.headers["ETag"]
        assert view.get(f"{address}{joint}{name}=1", **{"If-None-Match": etag}).status_code == 304
    assert view.get(address).text == "page 1<!-- notices -->"
    assert view.calls == 1


def test_of_many_unknown_parameters_a_few_are_named() -> None:
    view = OneView(lambda calls: HttpResponse(f"page {calls}<!-- notices -->"))
    said = view.get("/about/?" + "&".join(f"p{n}=" for n in range(9))).text
    assert said.count("in the address: this page doesn’t use it") == 5
    assert "We ignored 4 others as well." in said


def test_what_leads_on_takes_along_what_was_ignored(page: str, client: Client) -> None:
    response = client.get("/occupations/?pay=annual&foo=1")
    assert (response.status_code, response.headers["Location"]) == (302, "/occupations/?foo=1")
    assert "ignored “foo” in the address" in client.get(response.headers["Location"]).text


@pytest.mark.parametrize(
    "made_up", ["/occupations/?q={}", "/?release=2025-01-{:02}", "/places/?page={}", "port", "host"]
)
def test_addresses_without_end_push_out_none_of_the_pages(settings: Any, made_up: str) -> None:
    """Whoever makes up searches, days, or ports of the host, fills a room of a size, and not that of the pages."""
    settings.ALLOWED_HOSTS = ["testserver", ".example.org"]
    small = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5}}
    settings.CACHES = {
        name: small | {"LOCATION": f"{name} of {made_up}"} for name in ("default", "questions")
    }
    view = OneView()
    pages = ("/", "/occupations/", "/places/")
    kept = [view.get(page).content for page in pages]
    for number in range(20):
        if made_up == "port":
            view.get("/", Host=f"testserver:{1_000 + number}")
        elif made_up == "host":
            view.get("/", Host=f"a{number}.example.org")
        else:
            address = made_up.format(number)
            assert view.get(address).content == view.get(address).content
    assert [view.get(page).content for page in pages] == kept
    assert view.calls == len(pages) + 20


def test_one_host_spelled_otherwise_is_one_host(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["Example.org", "[::1]"]
    view = OneView()
    for host in ("example.org", "EXAMPLE.org", "example.org.", "eXample.ORG."):
        assert view.get(Host=host).content == b"page 1"
    assert view.get(Host="example.org:8000").content == b"page 2"
    assert view.get(Host="Example.org.:8000").content == b"page 2"
    assert view.get(Host="[::1]:8000").content == b"page 3"
    with pytest.raises(DisallowedHost):
        view.get(Host="elsewhere.org:x")


def test_an_address_longer_than_any_of_ours_costs_nothing(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/occupations/?q=" + "a" * LONGEST_QUERY).status_code == 400
    assert len(queries) == 0


def test_a_malformed_token_does_not_keep_a_page_from_being_kept() -> None:
    view = OneView()
    for token in ("x", "<" * 40, "é" * 32):
        request = RequestFactory().get("/occupations/")
        request.COOKIES[settings.CSRF_COOKIE_NAME] = token
        view.site(request)
        assert settings.CSRF_COOKIE_NAME not in request.COOKIES
    request = RequestFactory().get("/about/")
    request.COOKIES[settings.CSRF_COOKIE_NAME] = "a" * 32
    view.site(request)
    assert request.COOKIES[settings.CSRF_COOKIE_NAME] == "a" * 32


PAGES = (
    "/", "/occupations/", "/search/", "/industries/", "/industries/31-33-manufacturing/", "/places/",
    "/places/0000000-united-states/", "/compare/", "/handouts/", "/certifications/", "/sources/", "/glossary/",
    "/about/",
    *(f"/occupations/11-3051-industrial-production-managers/{tab}"
      for tab in ("", "industries/", "places/", "pay/", "history/", "changes/")),
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_truly_which_parameters_it_knows(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str, managers: Occupation,
    may_2025: Release, estimate: Callable[..., Any], industry: Callable[..., Any],
) -> None:  # fmt: skip
    """A parameter that a page reads but doesn't name in `knows` would be taken away before the page sees it."""
    estimate(may_2025, managers, annual_median=126_060, employment=246_250)
    estimate(may_2025, managers, industry("31-33", "Manufacturing"), annual_median=1, employment=10)
    read: set[str] = set()

    def note(request: HttpRequest, known: set[str]) -> list[str]:
        read.update(known)
        return []

    real = parameters.unknown
    for module in list(sys.modules.values()):
        if getattr(module, "unknown", None) is real:
            monkeypatch.setattr(module, "unknown", note)
    assert client.get(address).status_code == 200
    assert getattr(resolve(address).func, "known_parameters", None) == read


def test_every_public_page_says_which_parameters_it_knows() -> None:
    silent = [
        pattern.name
        for pattern in urls.urlpatterns
        if pattern.name and not hasattr(pattern.callback, "known_parameters")
    ]
    assert silent == []


def test_the_page_of_somebody_with_a_session_is_neither_kept_nor_given_from_what_is_kept() -> None:
    view = OneView()
    public = view.get()
    own = view.get(cookie=settings.SESSION_COOKIE_NAME)
    assert (own.content, own.headers["Cache-Control"]) == (b"page 2", "private, no-store")
    assert "ETag" not in own.headers
    conditional = view.get(cookie=settings.SESSION_COOKIE_NAME, **{"If-None-Match": public.headers["ETag"]})
    assert (conditional.status_code, conditional.content) == (200, b"page 3")
    assert view.get().content == b"page 1"
    # A cookie of another kind says nothing of who asks.
    assert view.get(cookie=settings.CSRF_COOKIE_NAME).content == b"page 1"


def test_an_answer_that_sets_a_cookie_is_for_one_reader() -> None:
    def answer(calls: int) -> HttpResponse:
        response = HttpResponse(f"page {calls}")
        response.set_cookie(settings.CSRF_COOKIE_NAME, f"token-{calls}")
        return response

    view = OneView(answer)
    first, second = view.get(), view.get()
    assert (first.content, second.content) == (b"page 1", b"page 2")
    assert second.cookies[settings.CSRF_COOKIE_NAME].value == "token-2"
    assert not {"ETag", "Cache-Control"} & {*first.headers, *second.headers}


@pytest.mark.parametrize(
    "answer",
    [
        lambda calls: HttpResponse("no such page", status=404),
        lambda calls: HttpResponse(status=302, headers={"Location": "/"}),
        lambda calls: StreamingHttpResponse([b"a file"]),
    ],
    ids=["an error", "a redirect", "a stream"],
)
def test_only_whole_pages_are_kept(answer: Callable[[int], Any]) -> None:
    view = OneView(answer)
    assert "ETag" not in view.get().headers
    view.get()
    assert view.calls == 2


def test_a_question_that_changes_something_always_reaches_the_view() -> None:
    view = OneView()
    view.get()
    response = view.site(RequestFactory().post("/occupations/"))
    assert (response.content, response.headers["Cache-Control"]) == (b"page 2", "private, no-store")


@pytest.mark.parametrize("path", ["/admin/", "/healthz/live", "/static/site.css"])
def test_what_is_no_public_page_is_left_alone(path: str) -> None:
    view = OneView()
    assert "ETag" not in view.get(path).headers
    assert view.get(path).content == b"page 2"


def test_fragment_and_page_are_kept_apart(page: str, client: Client) -> None:
    whole = client.get(page)
    fragment = client.get(page, headers={"HX-Request": "true"})
    assert whole.headers["ETag"] != fragment.headers["ETag"]
    assert "HX-Request" in whole.headers["Vary"]


def test_signed_in_people_get_pages_of_their_own(page: str, client: Client) -> None:
    client.force_login(User.objects.create_user("editor"))
    response = client.get(page)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers


def test_errors_are_not_kept(client: Client) -> None:
    response = client.get("/occupations/99-9999-nothing/")
    assert response.status_code == 404
    assert "ETag" not in response.headers
