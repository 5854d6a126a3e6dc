"""Sentences of a comparison, on figures made for them."""

from __future__ import annotations

from decimal import Decimal

from occupations.models import MissingReason, Projection
from wages.estimates import Figure
from web.compare.words import compare_growth_sentence, compare_medians_sentence

CAPPED = Figure(None, MissingReason.TOP_CODED, Decimal(239_200))


def test_the_highest_and_the_lowest_median_are_named() -> None:
    medians = [("Actuaries", Figure(125_000)), ("Typists", Figure(50_000)), ("Clerks", Figure(50_000))]
    assert compare_medians_sentence(medians, "annual", "May 2025") == (
        "Actuaries earn the most, with a median annual wage of $125,000 in May 2025. That is $75,000, or 150 percent,"
        " more than typists and clerks ($50,000), who earn the least."
    )


def test_a_top_coded_median_whose_floor_equals_the_highest_is_the_highest() -> None:
    """What is "$239,200 or more" is nowhere below $239,200."""
    medians = [("Surgeons", CAPPED), ("Pilots", Figure(239_200)), ("Typists", Figure(50_000))]
    assert compare_medians_sentence(medians, "annual", "May 2025") == (
        "Surgeons earn the most, with a median annual wage of $239,200 or more in May 2025. Typists earn the least:"
        " $50,000."
    )


def test_a_top_coded_median_whose_floor_lies_below_another_is_not_called_the_highest() -> None:
    medians = [("Surgeons", CAPPED), ("Pilots", Figure(239_210)), ("Typists", Figure(50_000))]
    sentence = compare_medians_sentence(medians, "annual", "May 2025")
    assert "the most" not in sentence
    assert "Typists earn the least, with a median annual wage of $50,000 in May 2025." in sentence
    assert "For surgeons, the median is too high to be published exactly." in sentence


def test_a_top_coded_median_whose_floor_lies_below_all_others_leaves_no_lowest() -> None:
    medians = [("Surgeons", CAPPED), ("Pilots", Figure(300_000)), ("Dentists", Figure(280_000))]
    assert compare_medians_sentence(medians, "annual", "May 2025") == (
        "The median annual wage in May 2025 is too high to be published exactly for surgeons ($239,200 or more),"
        " so nobody can rank these occupations."
    )


def test_a_rough_median_is_neither_the_highest_nor_the_lowest() -> None:
    medians = [
        ("Surgeons", Figure(900_000, is_rough=True)),
        ("Pilots", Figure(100_000)),
        ("Clerks", Figure(50_000)),
    ]
    said = compare_medians_sentence(medians, "annual", "May 2025")
    assert said.startswith("Pilots earn the most")
    assert said.endswith("The median for surgeons is very rough, so it is left out here.")


def test_of_two_top_coded_medians_nobody_knows_the_higher() -> None:
    medians = [("Surgeons", CAPPED), ("Dentists", CAPPED), ("Typists", Figure(50_000))]
    assert "For surgeons and dentists, the median is too high" in compare_medians_sentence(
        medians, "annual", "May 2025"
    )


def test_equal_medians_are_the_same() -> None:
    medians = [("Clerks", Figure(50_000)), ("Typists", Figure(50_000))]
    assert (
        "Clerks and typists have the same median annual wage in May 2025: $50,000."
        in compare_medians_sentence(medians, "annual", "May 2025")
    )


def test_one_median_is_no_comparison() -> None:
    assert compare_medians_sentence([("Clerks", Figure(50_000))], "annual", "May 2025") == ""
    alone = [("Clerks", projected("1.9")), ("Typists", projected(None))]
    assert compare_growth_sentence(alone, "2024–34") == ""


def test_growth_runs_from_the_highest_to_the_lowest() -> None:
    changes = [("Clerks", projected("-3.5")), ("Nurses", projected("5.0"))]
    said = "The projected change in jobs over 2024–34 ranges from −3.5 percent for clerks to +5 percent for nurses."
    assert compare_growth_sentence(changes, "2024–34") == said
    # 2025–35 leaves legislators out, so their growth is another decade's.
    other = [*changes, ("Legislators", projected("9.4", 2023))]
    assert compare_growth_sentence(other, "2024–34") == f"{said} Not counted: legislators (over 2023–33)."


def test_equal_growth_names_those_who_share_it() -> None:
    changes = [("Clerks", projected("2.0")), ("Nurses", projected("2.0"))]
    assert compare_growth_sentence(changes, "2024–34") == (
        "Jobs for clerks and nurses are projected to change by +2 percent each over 2024–34."
    )


def projected(percent: str | None, base_year: int = 2024) -> Projection:
    change = None if percent is None else Decimal(percent)
    return Projection(base_year=base_year, target_year=base_year + 10, percent_change=change)
