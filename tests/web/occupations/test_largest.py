"""The industries that employ the most: what is said where the jobs of one aren't published."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from occupations.models import MissingReason, Occupation, Release
from tests import rows
from tests.web.files import csv_rows
from web.occupations.largest import jobs_of_three_digit, largest, without_cell

NOT_RELEASED = {"employment_missing": MissingReason.NOT_RELEASED}


@pytest.fixture(scope="module")
def actors(shared_db: None) -> Occupation:
    return rows.occupation("27-2011", "Actors")


@pytest.fixture(scope="module")
def may(shared_db: None) -> Release:
    return rows.release(label="May 2025", kind="official", reference_period="May 2025")


# Actors in May 2025: the jobs of 711 aren't released, those of its parts are.
ARTS: list[tuple[str, str, int, int | None]] = [
    ("512", "Motion pictures", 3, 19_410), ("541", "Professional services", 3, 5_530),
    ("611", "Educational services", 3, 2_010), ("711", "Performing arts", 3, None),
    ("7111", "Performing arts companies", 4, 6_720), ("71111", "Theater companies", 5, 6_570),
    ("7113", "Promoters", 4, 370), ("7114", "Agents", 4, 200), ("712", "Museums", 3, 850),
    ("713", "Amusement", 3, 5_830), ("5613", "Employment services", 4, None), ("56132", "Temporary help", 5, 180),
]  # fmt: skip


@pytest.fixture(scope="module")
def cells(actors: Occupation, may: Release) -> list[Any]:
    def cell(code: str, title: str, level: int, jobs: int | None) -> Any:
        known = {"employment": jobs} if jobs else NOT_RELEASED
        industry = rows.industry(code, title, level=level)
        return rows.wage_estimate(release=may, occupation=actors, industry=industry, **known)

    return [cell(*each) for each in ARTS]


@pytest.fixture(scope="module")
def overall(actors: Occupation, may: Release) -> Any:
    return rows.wage_estimate(release=may, occupation=actors, employment=55_000, annual_median=60_000)


def test_an_industry_that_its_parts_prove_larger_is_named(cells: list[Any], overall: Any) -> None:
    """6,720 + 370 + 200 jobs of its parts are more than the 5,830 of the second that is listed."""
    found = largest(overall, cells, "annual", 3, {})
    assert [row.code for row in found.rows] == ["512", "713", "541"]
    assert [(one.code, one.jobs) for one in found.larger] == [("711", 7_290)]
    assert found.title == "The 3 industries that employ the most, of those whose jobs are published"
    assert found.note == (
        "This industry belongs on the list too. BLS publishes no total for its jobs, but its published parts alone"
        " have at least this many:"
        " Performing arts (7,290 jobs, 13.3 percent)."
    )


def test_an_industry_without_a_cell_of_its_own_is_known_from_its_parts(
    cells: list[Any], overall: Any
) -> None:
    assert without_cell(cells) == {"561"}
    found = largest(overall, cells, "annual", 10, {"561": "Administrative services"})
    assert [(one.name, one.jobs) for one in found.larger] == [
        ("Performing arts", 7_290),
        ("Administrative services", 180),
    ]


def test_one_that_equals_the_last_listed_is_named(cells: list[Any], overall: Any) -> None:
    assert largest(overall, cells, "annual", 4, {}).as_large == []
    tied = next(cell for cell in cells if cell.industry.code == "611")
    tied.employment = 5_530  # as many as professional services
    found = largest(overall, cells, "annual", 3, {})
    assert [row.code for row in found.rows] == ["512", "713", "541"]
    assert found.note.endswith("Educational services has as many jobs as the last industry listed.")
    tied.employment = 2_010


def test_nothing_is_hedged_where_no_other_can_be_larger(actors: Occupation, may: Release) -> None:
    first, second = rows.industry("111", "Crops"), rows.industry("112", "Animals")
    cells = [
        rows.wage_estimate(release=may, occupation=actors, industry=first, employment=600),
        rows.wage_estimate(release=may, occupation=actors, industry=second, employment=390),
    ]
    every = rows.wage_estimate(occupation=actors, employment=1_000)
    found = largest(every, cells, "annual", 5, {})
    assert found.title == "The 2 industries that employ the most"
    assert found.note == ""
    missing = largest(rows.wage_estimate(employment=2_000), cells, "annual", 5, {})
    assert missing.is_of_published


def test_a_combination_hides_which_of_its_parts_are_counted(actors: Occupation, may: Release) -> None:
    """3320A1 takes in 3321: its part 33211 would be counted twice, and its code doesn't tell."""
    combined = rows.industry(
        "3320A1", "Forgings", level=4, kind="combination", system=rows.system("oews-industries")
    )
    within = rows.industry("33211", "Forging", level=5)
    cells = [
        rows.wage_estimate(release=may, occupation=actors, industry=industry, employment=jobs)
        for industry, jobs in ((combined, 500), (within, 300))
    ]
    assert jobs_of_three_digit(cells) == {"332": (500, False)}


def test_cuts_by_owner_prove_as_much(actors: Occupation, may: Release) -> None:
    cells = [
        rows.wage_estimate(
            release=may, occupation=actors, employment=100,
            industry=rows.industry(code, code, level=3, kind="ownership", system=rows.system("oews-industries")),
        )
        for code in ("622002", "622005")
    ]  # fmt: skip
    assert jobs_of_three_digit(cells) == {"622": (200, False)}


def test_profile_file_and_handout_say_so(
    client: Client, actors: Occupation, cells: list[Any], overall: Any
) -> None:
    rows.industry("561", "Administrative services")
    page = client.get(actors.get_absolute_url()).text
    assert "The 5 industries that employ the most, of those whose jobs are published" in page
    assert "Performing arts (7,290 jobs, 13.3 percent)" in page
    file = client.get(actors.get_absolute_url(), {"_export": "csv", "table": "pay-by-industry"})
    assert [row["industry_code"] for row in csv_rows(file)][:2] == ["512", "713"]
    handout = client.get("/handouts/", {"occupation": "27-2011"}).text
    assert "The 5 industries that employ the most, of those whose jobs are published, May 2025." in handout
    assert "Performing arts (7,290 jobs, 13.3 percent)" in handout
