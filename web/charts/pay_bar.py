"""Charts as functions from figures to a specification: positions only, no mark-up and no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from wages.estimates import Figure, Number
from web.words.numbers import money, money_short

BAR_WIDTH = 200.0  # units of a bar in a row of a table


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale of dollars from `low` to `high`, drawn `width` units wide; without amounts to show it has no labels."""

    low: float
    high: float
    width: float
    is_empty: bool = False

    def x(self, amount: Number) -> float:
        """The position of an amount, kept inside the drawing."""
        share = (float(amount) - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * self.width, 1)

    def ticks(self, basis: str) -> tuple[str, str, str]:
        """Labels for the two ends and the middle."""
        if self.is_empty:
            return ("", "", "")
        low, high = self.low, self.high
        return (money_short(low, basis), money_short((low + high) / 2, basis), money_short(high, basis))


STEPS = (1, 2, 2.5, 5, 10)


def axis_for(amounts: Iterable[Number], width: float = BAR_WIDTH) -> Axis:
    """An axis of `width` units with round ends around the amounts; around 0 to 1 where there are none."""
    numbers = [float(amount) for amount in amounts]
    if not numbers:
        return Axis(0, 1, width, is_empty=True)
    low, high = min(numbers), max(numbers)
    span = max(high - low, high * 0.1, 1)
    magnitude = 10 ** len(str(int(span / 10)))
    step = next(magnitude * s / 10 for s in STEPS if magnitude * s / 10 >= span / 10)
    start = (low // step) * step
    end = -((-high) // step) * step
    return Axis(start, max(end, start + step), width)


def axis_of(rows: Iterable[tuple[Figure, ...]]) -> Axis:
    """The axis that just holds the percentiles of all rows."""
    return axis_for(fig.value for percentiles in rows for fig in percentiles if fig.value is not None)


@dataclass(frozen=True, slots=True)
class PayBar:
    """P10 to P90 with the middle half and the median; an open end where a percentile is top-coded."""

    start: float
    end: float
    open_end: bool
    middle_start: float | None
    middle_end: float | None
    median: float | None
    reference: float | None
    label: str

    @property
    def width(self) -> float:
        return round(self.end - self.start, 1)

    @property
    def middle_width(self) -> float:
        if self.middle_start is None or self.middle_end is None:
            return 0
        return round(self.middle_end - self.middle_start, 1)


def pay_bar(
    name: str, percentiles: tuple[Figure, ...], reference: Figure, axis: Axis, basis: str
) -> PayBar | None:
    """The bar of one row, from its P10, P25, median, P75 and P90; None where no two of them are known.

    A top-coded percentile has no position: the bar then runs open to the end of the axis.
    """
    known = [f.value for f in percentiles if f.value is not None]
    is_open = any(f.is_top_coded for f in percentiles)
    if not known or (len(known) == 1 and not is_open):
        return None
    p25, median, p75 = percentiles[1], percentiles[2], percentiles[3]
    middle_end = None
    if p25.value is not None:
        middle_end = axis.width if p75.is_top_coded else axis.x(p75.value) if p75.value is not None else None
    return PayBar(
        start=axis.x(known[0]),
        end=axis.width if is_open else axis.x(known[-1]),
        open_end=is_open,
        middle_start=axis.x(p25.value) if p25.value is not None and middle_end is not None else None,
        middle_end=middle_end,
        median=axis.x(median.value) if median.value is not None else None,
        reference=axis.x(reference.value) if reference.value is not None else None,
        label=f"{name}: {spoken(percentiles, basis)}",
    )


# The widest scales that a table of many occupations has. They end just above the caps of top-coded pay; the few
# ranges that end beyond run on.
SCALES = {"annual": Axis(0, 250_000, 200.0), "hourly": Axis(0, 120, 200.0)}


def scale_for(figures: Iterable[Figure], basis: str) -> Axis:
    """The scale that just holds what a table lists, or as much of it as the widest one does."""
    widest = SCALES[basis]
    inside = [fig.value for fig in figures if fig.value is not None and fig.value <= widest.high]
    if not inside:
        return widest
    axis = axis_for(inside)
    return axis if axis.high <= widest.high else replace(axis, high=widest.high)


def pay_bar_on_scale(
    name: str, percentiles: tuple[Figure, ...], reference: Figure, basis: str, scale: Axis | None = None
) -> PayBar | None:
    """The bar of one row on a scale, the widest of its basis if none is given; what lies beyond it is not drawn."""
    scale = scale or SCALES[basis]

    def is_beyond(fig: Figure) -> bool:
        return fig.value is not None and fig.value > scale.high

    bar = pay_bar(name, percentiles, Figure() if is_beyond(reference) else reference, scale, basis)
    if bar is None:
        return None
    runs_on = bar.open_end or any(map(is_beyond, percentiles))
    return replace(bar, open_end=runs_on, median=None if is_beyond(percentiles[2]) else bar.median)


SPOKEN = ("10th percentile", "25th percentile", "median", "75th percentile", "90th percentile")
SHORT = ("P10", "P25", "Median", "P75", "P90")


def spoken(percentiles: tuple[Figure, ...], basis: str) -> str:
    """The percentiles in words, for those who don't see the drawing."""
    parts = []
    for word, fig in zip(SPOKEN, percentiles, strict=True):
        if fig.value is not None:
            parts.append(f"{word} {money(fig.value, basis)}")
        elif fig.is_top_coded and fig.floor is not None:
            parts.append(f"{word} {money(fig.floor, basis)} or more")
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class RulerMark:
    """One percentile on the ruler; labels that would touch stand in rows below each other."""

    x: float
    amount: str
    short: str
    row: int
    is_median: bool

    @property
    def tick_end(self) -> int:
        return 56 + 40 * self.row

    @property
    def text_y(self) -> int:
        return 72 + 40 * self.row

    @property
    def label_y(self) -> int:
        return 88 + 40 * self.row


@dataclass(frozen=True, slots=True)
class Ruler:
    """The percentile figure of a profile: `width` units wide, and half a label more at each end."""

    bar: PayBar
    marks: list[RulerMark]
    height: int
    width: float
    own: float | None = None  # where the reader's own pay is, if it is on the axis
    narrow: Ruler | None = None

    @property
    def view_box(self) -> str:
        return f"-40 0 {self.width + 90:g} {self.height}"


# Units of the drawing, and what a label such as "$126,060" takes at its type size: on a wide screen, and on a phone,
# where a unit is about a pixel.
WIDE, NARROW = (700.0, 78.0), (290.0, 62.0)


def ruler(name: str, percentiles: tuple[Figure, ...], basis: str, own: Number | None = None) -> Ruler | None:
    """The five percentiles on one line, labels staggered where they would touch; `own` is marked if given.

    A phone has a drawing of its own: the wide one, made smaller, would have labels that nobody can read.
    """
    wide = _ruler(name, percentiles, basis, own, WIDE)
    narrow = _ruler(name, percentiles, basis, own, NARROW)
    return replace(wide, narrow=narrow) if wide else None


def _ruler(
    name: str, percentiles: tuple[Figure, ...], basis: str, own: Number | None, sizes: tuple[float, float]
) -> Ruler | None:
    width, label_width = sizes
    known = [f.value for f in percentiles if f.value is not None]
    if len(known) < 2:
        return None
    axis = axis_for([*known, *(f.floor for f in percentiles if f.floor is not None)], width)
    bar = pay_bar(name, percentiles, Figure(), axis, basis)
    assert bar is not None
    marks: list[RulerMark] = []
    taken: list[float] = []  # where the last label of each row stands
    for short, fig in zip(SHORT, percentiles, strict=True):
        if fig.value is None:
            continue
        x = axis.x(fig.value)
        free = (row for row, last in enumerate(taken) if x - last >= label_width)
        row = next(free, len(taken))
        taken[row : row + 1] = [x]
        marks.append(RulerMark(x, money(fig.value, basis), short, row, short == "Median"))
    inside = own is not None and axis.low <= own <= axis.high
    place = axis.x(own) if own is not None and inside else None
    return Ruler(bar, marks, 96 + 40 * (len(taken) - 1), width, place)


def middle_half(percentiles: tuple[Figure, ...], basis: str) -> str:
    """The title of the ruler: what the middle half earns, if both its ends are known."""
    p25, p75 = percentiles[1], percentiles[3]
    if p25.value is None or p75.value is None:
        return ""
    return f"The middle half earned between {money(p25.value, basis)} and {money(p75.value, basis)}"


def gap(value: Figure, reference: Figure) -> tuple[Number, Decimal] | None:
    """The difference from a reference in its unit, and in percent of it; None where either isn't a number."""
    if value.value is None or reference.value is None or not reference.value:
        return None
    difference = value.value - reference.value
    return difference, Decimal(difference) / Decimal(reference.value) * 100
