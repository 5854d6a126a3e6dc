"""Positions of charts: inside the drawing, in order, open where a figure is top-coded."""

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from occupations.models import MissingReason
from wages.estimates import Figure
from web.charts import pay_bar

wages = st.lists(st.integers(15_000, 900_000), min_size=5, max_size=5).map(sorted)


@given(wages)
def test_axis_has_round_ends_around_all_amounts(amounts: list[int]) -> None:
    axis = pay_bar.axis_for(amounts, 200)
    assert axis.low <= amounts[0]
    assert amounts[-1] <= axis.high
    positions = [axis.x(amount) for amount in amounts]
    assert positions == sorted(positions)
    assert positions[0] >= 0
    assert positions[-1] <= 200


def test_a_scale_without_amounts_has_no_labels() -> None:
    """It said "$0 $0k $0k"."""
    assert pay_bar.axis_for([]).ticks("annual") == ("", "", "")


@given(st.lists(st.integers(15_000, 900_000), min_size=1, max_size=30))
def test_no_two_labels_of_a_scale_are_the_same(amounts: list[int]) -> None:
    assert len(set(pay_bar.axis_for(amounts).ticks("annual"))) == 3


@given(wages)
def test_bar_runs_from_p10_to_p90(amounts: list[int]) -> None:
    figures = tuple(Figure(amount) for amount in amounts)
    axis = pay_bar.axis_for(amounts, 200)
    bar = pay_bar.pay_bar("Actors", figures, Figure(amounts[2]), axis, "annual")
    assert bar is not None
    assert (bar.start, bar.end, bar.open_end) == (axis.x(amounts[0]), axis.x(amounts[-1]), False)
    assert bar.start <= (bar.middle_start or 0) <= (bar.median or 0) <= (bar.middle_end or 0) <= bar.end
    assert bar.reference == bar.median


def test_top_coded_end_is_open_and_has_no_point() -> None:
    top = Figure(None, MissingReason.TOP_CODED, 239_200)
    figures = (Figure(80_000), Figure(150_000), Figure(220_000), top, top)
    axis = pay_bar.axis_for([80_000, 150_000, 220_000], 200)
    bar = pay_bar.pay_bar("Surgeons", figures, Figure(220_000), axis, "annual")
    assert bar is not None
    assert bar.open_end
    assert bar.end == bar.middle_end == 200
    assert "90th percentile $239,200 or more" in bar.label
    median_too = pay_bar.pay_bar(
        "Surgeons", (Figure(80_000), Figure(150_000), top, top, top), Figure(), axis, "annual"
    )
    assert median_too is not None
    assert median_too.median is None


def test_no_bar_without_a_range() -> None:
    axis = pay_bar.axis_for([], 200)
    unreleased = Figure(None, MissingReason.NOT_RELEASED)
    assert pay_bar.pay_bar("Actors", (unreleased,) * 5, Figure(), axis, "annual") is None
    only_median = (unreleased, unreleased, Figure(50_000), unreleased, unreleased)
    assert pay_bar.pay_bar("Actors", only_median, Figure(), axis, "annual") is None


@given(wages)
def test_ruler_labels_of_one_row_never_touch(amounts: list[int]) -> None:
    ruler = pay_bar.ruler("Actors", tuple(Figure(amount) for amount in amounts), "annual")
    assert ruler is not None
    assert ruler.narrow is not None
    for drawing, (width, label) in ((ruler, pay_bar.WIDE), (ruler.narrow, pay_bar.NARROW)):
        rows: dict[int, list[float]] = {}
        for mark in drawing.marks:
            rows.setdefault(mark.row, []).append(mark.x)
        for positions in rows.values():
            assert all(right - left >= label for left, right in itertools.pairwise(positions))
        assert drawing.marks[-1].x <= width


def test_gap_in_dollars_and_percent() -> None:
    gap = pay_bar.gap(Figure(135_530), Figure(126_060))
    assert gap is not None
    assert gap[0] == 9_470
    assert round(gap[1], 2) == Decimal("7.51")
    assert pay_bar.gap(Figure(None, MissingReason.TOP_CODED, 239_200), Figure(126_060)) is None


def test_a_reference_beyond_the_shared_scale_is_not_drawn() -> None:
    high = int(pay_bar.SCALES["annual"].high)
    percentiles = tuple(Figure(amount) for amount in (60_000, 80_000, 100_000, 120_000, 140_000))
    within = pay_bar.pay_bar_on_scale("Surgeons", percentiles, Figure(high), "annual")
    beyond = pay_bar.pay_bar_on_scale("Surgeons", percentiles, Figure(high + 1), "annual")
    assert within is not None
    assert beyond is not None
    assert (within.reference, beyond.reference) == (pay_bar.BAR_WIDTH, None)


def test_a_scale_holds_what_is_listed_and_no_more_than_the_widest() -> None:
    def ends(*amounts: int) -> tuple[float, float]:
        scale = pay_bar.scale_for([Figure(amount) for amount in amounts], "annual")
        return scale.low, scale.high

    assert ends(62_810, 83_900, 124_650) == (60_000, 130_000)
    assert ends(22_000, 38_000) == (22_000, 38_000)
    assert ends(30_000, 400_000) == (30_000, 30_500)  # what lies beyond runs on
    assert ends(400_000) == (0, 250_000)
    assert ends() == (0, 250_000)
    assert pay_bar.scale_for([Figure(None, MissingReason.TOP_CODED, 239_200)], "annual").high == 250_000
