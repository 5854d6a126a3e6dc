"""Reading a page as of a past release or day: `?release=May-2021`, `?release=2022-06-01`.

As of a release means as of the day it was published: for each source, the newest release that was ready and
published on or before that day (`Release.objects.as_of(day)`). The parameter is read once a request.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest

from occupations.models import Release
from web.words.numbers import day_in_words, published

PARAMETER = "release"
LONGEST = 60
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class AsOf:
    """The day that a page is read as of; `day` is None for today, and then every other field is empty.

    `parameter` is what links carry on, `problem` says why a parameter was ignored.
    """

    day: dt.date | None = None
    release: Release | None = None
    parameter: str = ""
    banner: str = ""
    problem: str = ""
    leave: str = ""


def read_as_of(request: HttpRequest) -> AsOf:
    """What the request's `release` parameter asks for; one query if it is there, none if not.

    An unknown or malformed release is ignored, with `problem` saying so.
    """
    known = getattr(request, "_as_of", None)
    if known is None:
        known = _read(request)
        request._as_of = known  # type: ignore[attr-defined]  # kept with the request that it belongs to
    return cast(AsOf, known)


def keep_release(address: str, as_of: AsOf | None) -> str:
    """`address` with the release parameter that this page is read under, if any."""
    if not as_of or not as_of.parameter:  # an error page has none
        return address
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode({PARAMETER: as_of.parameter})}"


def _read(request: HttpRequest) -> AsOf:
    asked = request.GET.get(PARAMETER, "").strip()
    if not asked:
        return AsOf()
    leave = _without_release(request)
    day = _iso_day(asked)
    if day is not None:
        banner = f"This page is shown as of {day_in_words(day)}. Later figures are left out."
        return AsOf(day=day, parameter=day.isoformat(), banner=banner, leave=leave)
    release = _find(asked)
    if release is None or release.published_on is None:
        shown = asked if len(asked) <= LONGEST else f"{asked[:LONGEST]}…"
        problem = f"This site has no release called “{shown}”, so this page shows the newest figures."
        return AsOf(problem=problem)
    banner = (
        f"This page is shown as of {release.source.short_name} {release.label}, published {published(release)}. Later"
        " figures are left out."
    )
    return AsOf(day=release.published_on, release=release, parameter=release.slug, banner=banner, leave=leave)


def _find(asked: str) -> Release | None:
    """The ready release with this slug; the official one first where an editorial one has the same label."""
    if len(asked) > LONGEST or "\x00" in asked:
        return None
    official_first = Case(
        When(kind=Release.Kind.OFFICIAL, then=Value(0)), default=1, output_field=IntegerField()
    )
    same = Release.objects.as_of(None).filter(slug__iexact=asked).select_related("source")
    release: Release | None = same.order_by(official_first, "-published_on", "id").first()
    return release


def _iso_day(asked: str) -> dt.date | None:
    if not ISO_DAY.fullmatch(asked):  # Python reads other forms as well, such as a week: "2022-W01-1"
        return None
    try:
        return dt.date.fromisoformat(asked)
    except ValueError:
        return None


def _without_release(request: HttpRequest) -> str:
    rest = request.GET.copy()
    rest.pop(PARAMETER, None)
    return f"{request.path}?{rest.urlencode()}" if rest else request.path
