"""The release that a printed address is pinned to."""

from __future__ import annotations

import datetime as dt

import pytest

from occupations.models import Release
from tests import rows
from tests.web.conftest import make_release
from web.http.permalinks import newest_of

pytestmark = pytest.mark.django_db


def test_the_newest_release_is_the_last_published_and_of_one_day_the_official() -> None:
    official = make_release("May 2025", dt.date(2026, 5, 15))
    by_hand = make_release("May 2025", dt.date(2026, 5, 15), kind=Release.Kind.EDITORIAL)
    older = make_release("May 2024", dt.date(2025, 4, 2))
    undated = rows.release("oews", "May 2026", state="awaiting", published_on=None)
    assert by_hand.pk > official.pk
    for releases in ([official, by_hand, older, undated], [undated, older, by_hand, official]):
        assert newest_of(releases) == official
    assert newest_of([by_hand, older]) == by_hand
    assert newest_of([undated]) is None
