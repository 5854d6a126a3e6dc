"""The occupations that an address names: each once, at most so many, and what is said of the rest."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from occupations.models import CodeSystem, Occupation
from tests.web.conftest import make_occupation
from web.http.selection import PARAMETER, READ_AT_MOST, read_selection

pytestmark = pytest.mark.django_db


def selected(*codes: str, at_most: int = 6) -> tuple[list[str], list[str]]:
    selection, notices = read_selection(RequestFactory().get("/", {PARAMETER: codes}), at_most)
    return [occupation.code for occupation in selection], [str(notice) for notice in notices]


def test_codes_are_read_as_people_write_them(managers: Occupation) -> None:
    assert selected(" 113051 ") == selected("11-3051.00") == (["11-3051"], [])


def test_an_occupation_counts_once_and_those_beyond_the_most_are_named(
    managers: Occupation, soc: CodeSystem
) -> None:
    for code, title in (("29-1141", "Registered Nurses"), ("47-2111", "Electricians")):
        make_occupation(soc, code, title, 4, managers.parent)
    codes, notices = selected("29-1141", "11-3051", "29-1141", "47-2111", at_most=2)
    assert codes == ["29-1141", "11-3051"]
    assert notices == [
        "Registered nurses (29-1141) was chosen twice. It is shown once.",
        "A page shows 2 occupations at most. These are the first 2. Left out: Electricians.",
    ]


def test_codes_beyond_those_that_are_read_are_said_to_be_left_out(managers: Occupation) -> None:
    unknown = [f"99-{number:04}" for number in range(READ_AT_MOST - 1)]
    codes, notices = selected("11-3051", *unknown)
    assert codes == ["11-3051"]
    assert not any(notice.startswith("At most") for notice in notices)
    _, notices = selected(*unknown, "99-9998", "11-3051")
    assert "A page shows 6 occupations at most. These are the first 6." in notices
