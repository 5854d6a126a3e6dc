"""Public pages kept under the version of the data, and answered with 304 where the reader has them already.

A public page is a function of the data's version, the program's version, the day, the address (with its scheme
and host, which print shows), how it is packed, and whether a whole page or a fragment is asked for. So an ETag made
from these can answer before any view runs, and a rendered page can be kept under it. Nothing needs to be thrown
away: a change of the data makes new keys.
Pages for signed-in people are never kept and never shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from occupations.models import DataChange
from web.http.snapshot import one_snapshot

KEPT_AT_MOST = 200_000  # bytes, compressed for nearly all readers
PRIVATE_PREFIXES = ("/admin/", "/healthz/", "/static/")


class PageCacheMiddleware:
    """Answers a public GET from the reader's copy or ours; one query for the version of the data."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PRIVATE_PREFIXES):
            return self.get_response(request)
        if not is_shareable(request):
            response = self.get_response(request)
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response
        with one_snapshot():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        etag = page_etag(request)
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return _with_headers(HttpResponseNotModified(), etag)
        cache = caches["default"]
        kept = cache.get(etag)
        if kept is not None:
            content, headers = kept
            return HttpResponse(content, headers=headers)
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming and not response.cookies:
            _with_headers(response, etag)
            if len(response.content) <= KEPT_AT_MOST:
                cache.set(etag, (response.content, dict(response.headers)))
        return response


def is_shareable(request: HttpRequest) -> bool:
    """Whether the answer is the same for everybody: a plain read by somebody who isn't signed in."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


def page_etag(request: HttpRequest) -> str:
    """The ETag of a public page; differs whenever the page could."""
    parts = (
        DataChange.objects.version(),
        settings.PROGRAM_VERSION,
        timezone.localdate().isoformat(),
        request.scheme or "",
        request.get_host(),
        request.get_full_path(),
        request.headers.get("HX-Request", ""),
        request.headers.get("HX-Request-Type", ""),
        request.headers.get("HX-Boosted", ""),
        "gzip" if "gzip" in request.headers.get("Accept-Encoding", "") else "",
    )
    return f'W/"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'


def _with_headers(response: HttpResponse, etag: str) -> HttpResponse:
    response.headers["ETag"] = etag
    # Anybody may keep the page, but asks first: the answer is a 304 that costs one small query.
    response.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie", "HX-Boosted", "HX-Request", "HX-Request-Type"])
    return response
