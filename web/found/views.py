"""What programs ask a site for before they read it: what to read, what there is, and whom to tell of a weakness."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.sitemaps import views as sitemaps
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from web.found.sitemaps import SITEMAPS
from web.found.words import robots_txt, security_txt
from web.http.parameters import knows

VOUCHED_FOR = dt.timedelta(days=180)


@knows()
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read, and where the sitemaps are."""
    text = robots_txt(request.build_absolute_uri(reverse("sitemaps")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@knows()
def index(request: HttpRequest) -> HttpResponse:
    """The sitemaps, each with the time of the last change of the data."""
    return sitemaps.index(request, sitemaps=SITEMAPS, sitemap_url_name="sitemap")


@knows("p")
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    """One file of addresses. Raises Http404 for a section or a page of it that isn't there."""
    return sitemaps.sitemap(request, sitemaps=SITEMAPS, section=section)


@knows()
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116). Raises Http404 where the settings name nobody."""
    if not settings.SECURITY_CONTACT:
        raise Http404("This site lists no security contact.")
    text = security_txt(
        settings.SECURITY_CONTACT,
        timezone.localdate() + VOUCHED_FOR,
        request.build_absolute_uri(request.path),
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
