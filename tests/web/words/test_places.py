"""Sentences about places: who is named, in which order, and what top-coded figures forbid."""

from decimal import Decimal

import pytest

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure
from web.tables.cells import maybe_highest
from web.words import places as prose

TEACHERS = "Biological science teachers, postsecondary"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Texas", "Texas"),
        ("District of Columbia", "the District of Columbia"),
        ("Border Region of Texas nonmetropolitan area", "the Border Region of Texas nonmetropolitan area"),
    ],
)
def test_name_of_a_place(title: str, expected: str) -> None:
    assert prose.in_place(title) == expected
    assert prose.sentence_start(title)[0].isupper()


def highest(exact: tuple[str, int] | None, top_coded: list[tuple[str, int]], overall: Figure) -> str:
    return prose.highest_pay_sentence(
        TEACHERS,
        kind="states",
        exact=exact,
        top_coded=top_coded,
        overall=overall,
        basis="annual",
        least_jobs=100,
    )


def test_highest_pay() -> None:
    said = highest(("Ohio", 110_000), [], Figure(100_000))
    assert said == (
        "Among states known to have 100 of the occupation’s jobs or more, median pay is highest in Ohio, $110,000:"
        " 10 percent above the nation’s $100,000."
    )
    assert "about the same as the nation’s" in highest(("Ohio", 100_100), [], Figure(100_000))
    assert highest(("Ohio", 110_000), [], NOTHING).endswith("in Ohio, $110,000.")
    assert highest(None, [], Figure(1)) == ""


def test_top_coded_places_have_no_order() -> None:
    places = [("Ohio", 239_200), ("Texas", 245_000), ("Iowa", 239_200), ("Utah", 239_200), ("Maine", 239_200)]
    said = highest(("Nevada", 238_000), places, Figure(200_000))
    assert "teachers is $239,200 or more in Ohio, Texas, Iowa, and 2 others" in said
    assert "Nevada" not in said


def test_a_share_too_small_to_state() -> None:
    said = prose.place_share_sentence("Guam", Figure(66_600), None, "May 2025")
    assert said == "Guam had 66,600 payroll jobs in May 2025."
    small = prose.place_share_sentence("Texarkana, TX-AR", Figure(57_580), Decimal("0.037"), "May 2025")
    assert "under 0.1 percent of the nation’s" in small
    assert prose.place_share_sentence("Guam", NOTHING, None, "May 2025") == ""


def best_paid(
    exact: list[tuple[str, int]],
    top_coded: list[tuple[str, int]],
    *,
    basis: str = "annual",
    residuals_aside: bool = False,
    of_basis: bool = False,
) -> str:
    return prose.best_paid_sentence(
        exact, top_coded, basis, 1, residuals_aside=residuals_aside, of_basis=of_basis
    )


def test_best_paid_names_top_coded_ones_alone() -> None:
    said = best_paid([("Actors", 90_000)], [("Surgeons", 239_200)])
    assert "Actors" not in said
    assert "$239,200 or more, are those of surgeons" in said
    assert best_paid([], []) == ""


def test_best_paid_says_who_is_left_out() -> None:
    """Once for each reason, and not where nobody is."""
    said = best_paid([("Actors", 90_000), ("Dancers", 80_000)], [])
    assert said == (
        "Among occupations with at least 1 of every 1,000 jobs here, the best paid by their median are"
        " actors ($90,000) and dancers ($80,000)."
    )
    said = best_paid([("Actors", 90)], [], basis="hourly", residuals_aside=True, of_basis=True)
    assert said == (
        "Among occupations with at least 1 of every 1,000 jobs here and pay published by the hour, “all other”"
        " occupations aside, the best paid by their median are actors ($90.00)."
    )
    assert "pay published by the year, the best" in best_paid([("Actors", 90)], [], of_basis=True)
    said = best_paid([], [("Surgeons", 239_200)], residuals_aside=True)
    assert "here, “all other” occupations aside, the highest medians, $239,200 or more, are" in said


def test_concentration_in_words() -> None:
    dense = [("Actors", Decimal("6.00")), ("Dancers", Decimal("2.44"))]
    said = prose.known_for_sentence(dense, 1, residuals_aside=False)
    assert said.startswith("The occupations most concentrated here, of those with")
    assert "are actors (6.0 times the nation’s share of jobs) and dancers (2.4 times)." in said
    said = prose.known_for_sentence(dense, 1, residuals_aside=True)
    assert said.startswith("“All other” occupations aside, the occupations most concentrated here")
    assert prose.known_for_sentence([], 1, residuals_aside=True) == ""
    assert "about that of the nation" in prose.most_concentrated_sentence("Ohio", Decimal("1.02"))


def test_a_number_above_a_floor_may_be_the_highest_too() -> None:
    top = Figure(None, MissingReason.TOP_CODED, 239_200)
    named = [("Ohio", Figure(450_000)), ("Texas", top), ("Utah", Figure(200_000)), ("Guam", NOTHING)]
    assert maybe_highest(named) == [("Ohio", 450_000), ("Texas", 239_200)]
    assert maybe_highest(named[:1]) == []


def test_states_with_as_many_jobs_are_named_together() -> None:
    assert prose.most_jobs_sentence("Actors", ["Ohio"], 500, Decimal(5)) == (
        "The most actors on a payroll work in Ohio, 500, or 5 percent of the nation’s."
    )
    assert prose.most_jobs_sentence("Actors", ["Ohio", "Utah"], 500, Decimal(5)) == (
        "The most actors on a payroll work in Ohio and Utah, 500 each, or 5 percent of the nation’s."
    )
