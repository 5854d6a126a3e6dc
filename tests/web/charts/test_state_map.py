"""The map: round class limits, shades in order, and what a state without a figure says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.models import MissingReason
from wages.estimates import NOTHING, Figure
from wages.geography import FIPS, NAMES, STATES, TERRITORIES
from web.charts.state_map import SQUARES, StateFigure, class_limits, outlines, shade_of, state_map
from web.words.numbers import money_annual

NOT_RELEASED = Figure(None, MissingReason.NOT_RELEASED)
TOP_CODED = Figure(None, MissingReason.TOP_CODED, 239_200)
EVERYONE = {FIPS[letters]: (letters, name) for letters, name in NAMES.items()}


def state(letters: str, figure: Figure, words: str = "", href: str = "/x/") -> StateFigure:
    return StateFigure(FIPS[letters], letters, NAMES[letters], figure, words or str(figure.value), href)


def test_every_state_has_an_outline_and_every_territory_a_square() -> None:
    assert set(outlines()) == set(STATES.values())
    assert set(TERRITORIES.values()) <= set(SQUARES)
    assert {FIPS["DC"], FIPS["RI"], FIPS["DE"]} <= set(SQUARES)
    for shape in outlines().values():
        # Either a state is large enough for its letters, or it has a square; Hawaii's stand in the sea.
        assert shape.label is not None or shape.fips in SQUARES, shape.fips
        assert shape.path.count("z") == shape.path.count("M")


def test_outlines_weigh_little() -> None:
    assert sum(len(shape.path) for shape in outlines().values()) < 35_000


def test_limits_are_round_and_fill_every_class() -> None:
    values = [40_120 + 611 * number for number in range(51)]
    limits = class_limits(values)
    assert limits == sorted(set(limits))
    assert all(limit % 1000 == 0 for limit in limits)
    assert len(limits) == 4


def test_skewed_numbers_get_round_limits_too() -> None:
    assert class_limits([10 * 2**number for number in range(15)]) == [80, 600, 5_000, 40_000]


@pytest.mark.parametrize("values", [[], [5], [7, 7, 7]])
def test_no_classes_without_a_difference(values: list[int]) -> None:
    assert class_limits(values) == []


@given(st.lists(st.decimals("0.01", "900000", places=2), min_size=2, max_size=60))
def test_no_class_is_empty_and_limits_rise(values: list[Decimal]) -> None:
    limits = class_limits(values)
    assert len(limits) <= 4
    assert limits == sorted(set(limits))
    if limits:
        shades = {shade_of(Figure(value), limits) for value in values}
        assert shades == {f"class-{number}" for number in range(1, len(limits) + 2)}


def test_a_limit_belongs_to_the_class_above_it() -> None:
    limits = [Decimal(10), Decimal(20)]
    shades = [shade_of(Figure(value), limits) for value in (9, 10, 19, 20, 99)]
    assert shades == ["class-1", "class-2", "class-2", "class-3", "class-3"]


def test_reasons_have_shades_of_their_own() -> None:
    assert shade_of(NOT_RELEASED, [Decimal(10)]) == "not-released"
    assert shade_of(NOTHING, [Decimal(10)]) == "not-published"


def test_a_top_coded_state_is_in_the_highest_class() -> None:
    """Its floor says "or more", so no class may begin above it."""
    given_states = [state(letters, Figure(180_000 + 9_000 * number))
                    for number, letters in enumerate(sorted(STATES)[:20])]  # fmt: skip
    found = state_map(
        "Pay", [*given_states, state("WY", TOP_CODED, "$239,200 or more")], money_annual, EVERYONE
    )
    assert found is not None
    shades = {each.letters: each.shade for each in found.states}
    highest = max(shade for shade in shades.values() if shade.startswith("class"))
    assert shades["WY"] == highest
    amount = next(text for shade, text in found.legend if shade == highest).split()[0]
    assert int(amount.strip("$").replace(",", "")) <= 239_200


def test_states_without_a_row_are_not_published_and_lead_nowhere() -> None:
    found = state_map("Pay", [state("TX", Figure(1)), state("OH", Figure(2))], str, EVERYONE)
    assert found is not None
    assert len(found.states) == 51
    texas = next(each for each in found.states if each.letters == "TX")
    assert (texas.spoken, texas.href) == ("Texas: 1", "/x/")
    guam = next(each for each in found.squares if each.letters == "GU")
    assert (guam.spoken, guam.href, guam.shade) == ("Guam: not published", "", "not-published")
    assert ("not-published", "not published") in found.legend


def test_legend_says_why_states_have_no_class() -> None:
    found = state_map(
        "Pay", [state("TX", Figure(1)), state("OH", Figure(2)), state("DC", NOT_RELEASED, "not released by BLS")],
        str, EVERYONE,
    )  # fmt: skip
    assert found is not None
    assert dict(found.legend)["not-released"] == "not released by BLS"
    assert [text for _, text in found.legend][:2] == ["under 2", "2 or more"]


def test_sizes_are_those_of_the_classes_as_drawn() -> None:
    """A small state is drawn and has a square, and counts once; a territory counts too."""
    figures = [("TX", 1), ("OH", 2), ("RI", 2), ("GU", 9), ("DC", 8), ("WY", 7)]
    found = state_map("Pay", [state(letters, Figure(n)) for letters, n in figures], str, EVERYONE)
    assert found is not None
    assert sum(found.sizes) == len(figures)
    drawn = {each.letters: each.shade for each in (*found.states, *found.squares)}
    assert found.sizes == [
        sum(drawn[letters] == f"class-{number}" for letters, _ in figures)
        for number in range(1, len(found.sizes) + 1)
    ]


def test_no_map_without_a_figure() -> None:
    assert state_map("Pay", [state("TX", NOT_RELEASED)], str, EVERYONE) is None
    assert state_map("Pay", [], str, EVERYONE) is None
