"""Addresses that are printed: short, and leading to the figures that stand on the paper."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from occupations.models import Occupation, Release
from web.http.as_of import AsOf, keep_release


def newest_of(releases: Iterable[Release]) -> Release | None:
    """The release that was published last; the official one of two of the same day."""
    dated = [release for release in releases if release.published_on]
    return max(dated, key=lambda r: (r.published_on, r.is_official, r.pk), default=None)


def short_address(occupation: Occupation) -> str:
    """The address of a profile without its title, which leads to the one with it."""
    return f"/occupations/{occupation.code}/"


def pinned(request: HttpRequest, path: str, releases: Iterable[Release], as_of: AsOf) -> str:
    """The whole address of a page that keeps showing these releases; "" where the host isn't one of ours.

    A page that is read as of a release or day keeps that; any other is pinned to the newest release on it.
    """
    newest = newest_of(releases)
    if not as_of.parameter and newest is not None:
        as_of = AsOf(parameter=newest.slug)
    try:
        return request.build_absolute_uri(keep_release(path, as_of))
    except DisallowedHost:
        return ""
