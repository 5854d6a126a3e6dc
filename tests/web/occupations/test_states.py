"""Pay from state to state on a profile: who is ranked, who can't be, and what is said of both."""

from __future__ import annotations

import re
from copy import copy
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from occupations.models import MissingReason, Occupation, PriceParity, Release
from tests import rows
from tests.web.files import named_tables
from wages.models import Area
from web.occupations.comparisons import LeftOut, States, by_state
from web.occupations.words import left_out_states, tied_states, unranked_states, which_states

TOP_CODED, NOT_RELEASED = MissingReason.TOP_CODED, MissingReason.NOT_RELEASED


@pytest.fixture(scope="module")
def doctors(shared_db: None) -> Occupation:
    return rows.occupation("29-1211", "Anesthesiologists")


@pytest.fixture(scope="module")
def may(shared_db: None) -> Release:
    return rows.release(
        label="May 2025", kind="official", reference_period="May 2025", annual_cap=239_200, hourly_cap=115
    )


def plain(html: str) -> str:
    """A page's text without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def in_state(number: int, release: Release, occupation: Occupation, **measures: Any) -> Any:
    place = Area.objects.create(
        delineation="FIPS", code=f"{number:02}00000", kind="state", title=f"State {number:02}",
        state_code=f"{number:02}",
    )  # fmt: skip
    return rows.wage_estimate(release=release, occupation=occupation, area=place, **measures)


@pytest.fixture(scope="module")
def cells(doctors: Occupation, may: Release) -> list[Any]:
    """Twelve states from $210,000 to $430,000; two that are top-coded, one rough, and one not released."""
    exact = [
        in_state(n, may, doctors, annual_median=190_000 + 20_000 * n, annual_p90=600_000)
        for n in range(1, 13)
    ]
    capped = [in_state(n, may, doctors, annual_median_missing=TOP_CODED) for n in (21, 22)]
    rough = in_state(31, may, doctors, annual_median=900_000, annual_p75=900_000, annual_p90=900_000)
    return [*exact, *capped, rough, in_state(41, may, doctors, annual_median_missing=NOT_RELEASED)]


def names(states: list[Any]) -> list[str]:
    return [state.name for state in states]


def shown(cells: list[Any], *arguments: Any) -> States:
    states = by_state(cells, "annual", *arguments)
    assert states is not None
    return states


def test_a_top_coded_median_is_never_among_the_lowest(cells: list[Any]) -> None:
    """Its floor, $239,200, is lower than most of the numbers; what it stands for may be higher than all."""
    states = shown(cells)
    assert names(states.lowest) == [f"State {n:02}" for n in (5, 4, 3, 2, 1)]
    assert names(states.highest) == [f"State {n:02}" for n in (12, 11, 10, 9, 8)]
    assert names(states.unranked) == ["State 21", "State 22"]
    assert which_states(states).endswith("the five with the lowest, of 12 published exactly")
    assert "any of these states may be the highest, and nobody can rank them" in unranked_states(
        states, "annual"
    )
    assert "$239,200 or more" in unranked_states(states, "annual")


def test_a_state_that_equals_the_last_shown_is_named(cells: list[Any]) -> None:
    assert tied_states(shown(cells)) == ""
    at_edge = {7: 8, 6: 5}
    tied = [copy(cell) for cell in cells]
    for number, like in at_edge.items():
        tied[number - 1].annual_median = cells[like - 1].annual_median
    assert tied_states(shown(tied)) == (
        "State 08 has the same median as the last of the five with the highest. State 05 has the same median as the"
        " last of the five with the lowest."
    )


def test_one_top_coded_median_may_be_the_highest(cells: list[Any]) -> None:
    states = shown(cells[:13])
    assert "State 21 comes first because its median, $239,200 or more, may be the highest" in unranked_states(
        states, "annual"
    )


def test_a_rough_median_is_neither_the_highest_nor_forgotten(cells: list[Any]) -> None:
    states = shown(cells)
    assert "State 31" not in names(states.listed)
    assert states.left_out == {LeftOut.ROUGH: 1, LeftOut.NOT_RELEASED: 1}
    assert left_out_states(states) == (
        "Left out: 1 state has a very rough median: the same amount as the 90th percentile."
    )


def test_of_top_coded_medians_that_cannot_be_adjusted_nobody_says_that_they_were_not_released(
    cells: list[Any],
) -> None:
    """One state has no price level; the two top-coded ones have a median, only no exact one."""
    parities = {cell.area.state_code: Decimal(100) for cell in cells if cell.area.state_code != "01"}
    states = shown(cells, parities, rows.release("rpp", label="2024"))
    assert states.left_out == {
        LeftOut.NOT_RELEASED: 1, LeftOut.TOP_CODED: 2, LeftOut.NO_LEVEL: 1, LeftOut.ROUGH: 1,
    }  # fmt: skip
    assert states.count == 11
    assert "2 states have a top-coded median, which can’t be adjusted for prices and may be the highest" in (
        left_out_states(states)
    )


def test_the_page_and_its_file_list_the_same_states(
    cells: list[Any], doctors: Occupation, may: Release, client: Client
) -> None:
    rows.wage_estimate(release=may, occupation=doctors, annual_median=391_490, employment=40_000)
    html = client.get(doctors.get_absolute_url()).text
    assert [row[0] for row in named_tables(html)["pay-by-state"]][:3] == ["State 21", "State 22", "State 12"]
    assert "In 1 more state BLS released no median" in plain(html)
    file = client.get(doctors.get_absolute_url(), {"_export": "csv", "table": "pay-by-state"})
    assert "State 21,,top-coded: 239200 or more" in file.text
    levels = rows.release("rpp", label="2024", kind="official")
    for code in ("12", "21"):
        PriceParity.objects.create(release=levels, state_code=code, year=2024, category=1, value=Decimal(110))
    adjusted = plain(client.get(doctors.get_absolute_url(), {"prices": "adjusted"}).text)
    assert "In 1 more state BLS released no median" in adjusted
    assert "1 state has a top-coded median" in adjusted
    assert "13 states have no price level here" in adjusted
