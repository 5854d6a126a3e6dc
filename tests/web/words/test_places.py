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
    )


def test_highest_pay() -> None:
    said = highest(("Ohio", 110_000), [], Figure(100_000))
    assert said == (
        "Postsecondary biological science teachers earn the most in Ohio: $110,000, 10 percent above the national"
        " median."
    )
    assert "about the same as the national median" in highest(("Ohio", 100_100), [], Figure(100_000))
    assert highest(("Ohio", 110_000), [], NOTHING).endswith("in Ohio: $110,000.")
    assert highest(None, [], Figure(1)) == ""
    said = prose.highest_pay_sentence(
        "Nurses", kind="metropolitan areas in Ohio", exact=("Cleveland, OH", 83_940), top_coded=[], overall=NOTHING,
        basis="annual", is_part=True,
    )  # fmt: skip
    assert said == "Of the metropolitan areas in Ohio, nurses earn the most in Cleveland, OH: $83,940.", (
        "of the country's areas others may pay more"
    )


def test_top_coded_places_have_no_order() -> None:
    places = [("Ohio", 239_200), ("Texas", 245_000), ("Iowa", 239_200), ("Utah", 239_200), ("Maine", 239_200)]
    said = highest(("Nevada", 238_000), places, Figure(200_000))
    assert (
        "biological science teachers earn a median of $239,200 or more in Ohio, Texas, Iowa, and 2 others."
        in said
    )
    assert "nobody can say where pay is highest" in said
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
    of_basis: bool = False,
) -> str:
    return prose.best_paid_sentence(exact, top_coded, basis, of_basis=of_basis)


def test_best_paid_names_top_coded_ones_alone() -> None:
    said = best_paid([("Actors", 90_000)], [("Surgeons", 239_200)])
    assert "Actors" not in said
    assert (
        "have a median of $239,200 or more: surgeons. Not all of those medians are published exactly." in said
    )
    assert best_paid([], []) == ""


def test_best_paid_says_who_is_left_out() -> None:
    """Only where somebody is paid on the other basis alone."""
    said = best_paid([("Actors", 90_000), ("Dancers", 80_000)], [])
    assert said == "The best-paid occupations are actors ($90,000) and dancers ($80,000), by median pay."
    said = best_paid([("Actors", 90)], [], basis="hourly", of_basis=True)
    assert (
        said == "The best-paid occupations with pay published by the hour are actors ($90.00), by median pay."
    )
    assert "with pay published by the year are" in best_paid([("Actors", 90)], [], of_basis=True)


def test_which_places_and_occupations_are_ranked_stands_in_a_note() -> None:
    said = prose.ranked_places_note(
        "states", 100, [(2, "with fewer"), (0, "unknown"), (1, "with a very rough median")]
    )
    assert said == (
        "The sentences above rank only states with at least 100 jobs in this occupation. Left out: 2 with fewer and 1"
        " with a very rough median."
    )
    assert prose.ranked_places_note("states", 100, []).endswith("jobs in this occupation.")
    assert "at least 1 of every 1,000 jobs here. They never name “all other”" in prose.named_here_note(1)


def test_concentration_in_words() -> None:
    dense = [("Actors", Decimal("6.00")), ("Dancers", Decimal("2.44"))]
    said = prose.known_for_sentence(dense)
    assert said == (
        "The occupations that stand out most here are actors (6.0 times the national share of jobs) and dancers"
        " (2.4 times)."
    )
    assert prose.known_for_sentence([]) == ""
    assert prose.most_concentrated_sentence("Actors", "Ohio", Decimal("1.02")) == (
        "Actors are most common in Ohio, with about the national share of jobs."
    )
    assert prose.most_concentrated_sentence("Actors", "Ohio", Decimal("1.52"), "Of these") == (
        "Of these, actors are most common in Ohio, with 1.5 times the national share of jobs (location quotient 1.52)."
    )


def test_a_number_above_a_floor_may_be_the_highest_too() -> None:
    top = Figure(None, MissingReason.TOP_CODED, 239_200)
    named = [("Ohio", Figure(450_000)), ("Texas", top), ("Utah", Figure(200_000)), ("Guam", NOTHING)]
    assert maybe_highest(named) == [("Ohio", 450_000), ("Texas", 239_200)]
    assert maybe_highest(named[:1]) == []


def test_states_with_as_many_jobs_are_named_together() -> None:
    assert prose.most_jobs_sentence("Actors", ["Ohio"], 500, Decimal(5)) == (
        "Ohio has the most actors on payrolls: 500, or 5 percent of the nation’s."
    )
    assert prose.most_jobs_sentence("Actors", ["Ohio", "Utah"], 500, Decimal(5)) == (
        "Ohio and Utah have the most actors on payrolls: 500 each, or 5 percent of the nation’s."
    )
