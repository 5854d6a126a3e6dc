"""Public pages kept under the version of the data, and answered with 304 where the reader has them already.

A public page is a function of the data's version, the program's version, the day, the address (with its scheme
and host, which print shows), and whether a whole page or a fragment is asked for. So an ETag made from these can
answer before any view runs, and a rendered page can be kept under it. Nothing needs to be thrown away: a change of the
data makes new keys. Parameters that a page doesn't know are no part of its key; what is said of them is put in later.
A page is kept packed, and unpacked for the few who ask for it so. Pages for signed-in people are never kept and never
shared. Addresses that anybody can make up without end have a room of their own, where they push out one another alone.
A file isn't kept, but says like a page which version of the data it is from.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable, Sequence

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, QueryDict
from django.http.request import split_domain_port
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html, format_html_join
from django.utils.http import parse_etags
from django_htmx.middleware import HtmxDetails

from occupations.models import DataChange
from web.http.packing import takes_gzip
from web.http.parameters import ignored_in_words
from web.http.snapshot import one_snapshot

KEPT_AT_MOST = 200_000  # bytes, packed: a megabyte and more of a page
LONGEST_QUERY = 4_000  # characters; the longest search that the finder's form can send has half as many
PRIVATE_PREFIXES = ("/admin/", "/healthz/", "/static/")
NOTICES_END = b"<!-- notices -->"  # at the end of components/_notice.html
CSRF_TOKEN = re.compile(r"[A-Za-z0-9]{32}|[A-Za-z0-9]{64}")


class PageCacheMiddleware:
    """Answers a public GET from the reader's copy or ours; one query for the version of the data.

    Raises BadRequest for an address that is too long.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PRIVATE_PREFIXES):
            return self.get_response(request)
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            raise BadRequest("The address is too long for this site.")
        if not is_shareable(request):
            response = self.get_response(request)
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response
        _drop_malformed_token(request)
        ignored = _without_unknown(request)
        _in_usual_spelling(request)
        with one_snapshot():
            return self._answer(request, ignored)

    def _answer(self, request: HttpRequest, ignored: QueryDict) -> HttpResponse:
        key = page_key(request)
        etag = _etag(key, list(ignored))
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return _with_headers(HttpResponseNotModified(), etag)
        cache = caches["default" if _is_one_of_a_few(request) else "questions"]
        kept = cache.get(key)
        if kept is None:
            response = self.get_response(request)
            if response.status_code != 200 or response.streaming or response.cookies:
                return _leading_on(response, ignored)
            if "Content-Disposition" in response.headers:
                return _with_headers(response, etag)
            headers = {n: value for n, value in response.headers.items() if n != "Content-Length"}
            kept = gzip.compress(response.content, 6, mtime=0), headers
            if len(kept[0]) <= KEPT_AT_MOST:
                cache.set(key, kept)
        packed, headers = kept
        return _with_headers(_unpacked(request, packed, headers, list(ignored)), etag)


def is_shareable(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody: a plain read by somebody who isn't signed in."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _in_usual_spelling(request: HttpRequest) -> None:
    """The host as this site writes it: "LOCALHOST." and "LocalHost" are the same."""
    host, port = split_domain_port(request.META.get("HTTP_HOST", ""))
    if host:  # otherwise it is none, and Django says so
        request.META["HTTP_HOST"] = f"{host}:{port}" if port else host


def _is_one_of_a_few(request: HttpRequest) -> bool:
    """Whether the address is one of as many as there are pages: no parameters, and a host and a port of this site."""
    host, port = split_domain_port(request.get_host())
    is_ours = host in map(str.lower, settings.ALLOWED_HOSTS) and port in ("", request.get_port())
    return is_ours and not request.GET


def page_key(request: HttpRequest) -> str:
    """What a public page is kept under; differs whenever the page could."""
    htmx = HtmxDetails(request)
    parts = (
        DataChange.objects.version(),
        settings.PROGRAM_VERSION,
        timezone.localdate().isoformat(),
        request.scheme or "",
        request.get_host(),
        request.META.get("SCRIPT_NAME", ""),
        request.path,
        # As views read it: an address can spell one query in many ways.
        request.GET.urlencode(),
        *(str(asked) for asked in (bool(htmx), htmx.request_type == "partial")),
    )
    return hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()


def _without_unknown(request: HttpRequest) -> QueryDict:
    """Takes the parameters that the page doesn't know out of the request, and returns them.

    Not where a file is asked for: that isn't kept, and says itself what was ignored.
    """
    ignored = QueryDict(mutable=True)
    try:
        known = getattr(resolve(request.path_info).func, "known_parameters", None)
    except Resolver404:
        return ignored
    if known is None or "_export" in known & request.GET.keys() or not request.GET.keys() - known:
        return ignored
    kept = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        (kept if name in known else ignored).setlist(name, values)
    request.GET = kept  # type: ignore[assignment]  # views only read it
    request.META["QUERY_STRING"] = kept.urlencode()
    return ignored


def _leading_on(response: HttpResponse, ignored: QueryDict) -> HttpResponse:
    """An answer that isn't kept; where it leads elsewhere, the page there is to say what was ignored."""
    if ignored and "Location" in response.headers:
        address = response.headers["Location"]
        joint = "&" if "?" in address else "?"
        response.headers["Location"] = f"{address}{joint}{ignored.urlencode()}"
    return response


def _drop_malformed_token(request: HttpRequest) -> None:
    """Django answers a malformed token with a new cookie, and a page that sets a cookie can't be kept."""
    token = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
    if token is not None and not CSRF_TOKEN.fullmatch(token):
        del request.COOKIES[settings.CSRF_COOKIE_NAME]


def _etag(key: str, ignored: Sequence[str]) -> str:
    digest = hashlib.sha256("\n".join((key, *ignored)).encode(errors="surrogatepass"))
    return f'W/"{digest.hexdigest()[:32]}"'


def _unpacked(
    request: HttpRequest, packed: bytes, headers: dict[str, str], ignored: Sequence[str]
) -> HttpResponse:
    """The kept page as this reader takes it, with what is to be said of this reader's address."""
    content, is_packed = packed, takes_gzip(request)
    if ignored or not is_packed:
        content = gzip.decompress(packed)
    if ignored:
        said = format_html_join("", "<p>{}</p>", ((each,) for each in ignored_in_words(ignored)))
        notice = format_html('<div class="notice" role="status">{}</div>', said).encode()
        content = content.replace(NOTICES_END, notice + NOTICES_END, 1)
        if is_packed:
            content = gzip.compress(content, 6, mtime=0)
    response = HttpResponse(content, headers=headers)
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(content))
    return response


def _with_headers(response: HttpResponse, etag: str) -> HttpResponse:
    response.headers["ETag"] = etag
    # Anybody may keep the page, but asks first: the answer is a 304 that costs one small query.
    response.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie", "HX-Request", "HX-Request-Type"])
    return response
