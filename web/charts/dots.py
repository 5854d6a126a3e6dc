"""Charts whose rows are lines of a page: a name, and marks at percents of the line's width.

Positions are percents, so that text and marks keep their size on every screen. No mark-up and no database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from wages.estimates import Figure, Number
from web.charts.line import round_scale
from web.words.numbers import money_short, number

ROWS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class PlotTick:
    """A line of the scale and its label; `anchor` keeps the outermost labels inside the drawing."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class PlotScale:
    """A scale with round ends; positions are percents of its width."""

    low: float
    high: float
    ticks: tuple[PlotTick, ...]

    def at(self, value: Number) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * 100, 2)


def plot_scale(
    values: Iterable[Number], form: Callable[[float], str], *, from_zero: bool = False
) -> PlotScale:
    """A scale around the values, from zero if asked for; around 0 to 1 where there are none."""
    numbers = [float(value) for value in values] or [0.0, 1.0]
    low, high, step = round_scale(0.0 if from_zero else min(numbers), max(numbers))
    count = max(round((high - low) / step), 1)
    ticks = []
    for place in range(count + 1):
        anchor = "start" if place == 0 else "end" if place == count else "middle"
        ticks.append(PlotTick(round(place / count * 100, 2), form(low + step * place), anchor))
    return PlotScale(low, max(high, low + step), tuple(ticks))


def tick_form(measure: str, basis: str) -> Callable[[float], str]:
    """How the scale of a measure is labelled: "$120k", "40k" jobs, "25%"."""
    if measure in ("median", "mean"):
        return lambda value: money_short(int(value) if value == int(value) else round(value, 2), basis)
    if measure == "share":
        return lambda value: f"{number(value, 0 if value == int(value) else 1)}%"
    return lambda value: (
        f"{number(value / 1000, 1 if value % 1000 else 0)}k" if value >= 1000 else number(value)
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """The mark of one occupation (by its number) in a row."""

    series: int
    at: float


@dataclass(frozen=True, slots=True)
class DotRow:
    """A row of a dot plot. `beyond` are the occupations whose figure is top-coded: it lies somewhere to the right."""

    name: str
    dots: tuple[Dot, ...]
    beyond: tuple[int, ...] = ()
    is_total: bool = False
    is_inner: bool = False

    @property
    def start(self) -> float:
        return min((dot.at for dot in self.dots), default=0)

    @property
    def length(self) -> float:
        return round(max((dot.at for dot in self.dots), default=0) - self.start, 2)


@dataclass(frozen=True)
class DotPlot:
    """Rows × occupations; `left_out` rows beyond the first ROWS_AT_MOST are in the table alone."""

    scale: PlotScale
    rows: list[DotRow] = field(default_factory=list)
    left_out: int = 0


def dot_plot(
    rows: Sequence[tuple[str, Sequence[tuple[int, Figure]], bool, bool]], measure: str, basis: str
) -> DotPlot | None:
    """A dot plot of rows as (name, figures by the number of their occupation, is it the total, is it within another).

    Rows without any figure are left out; None where fewer than two figures are left. A top-coded figure is
    never a dot: it is an arrow at the end of the line.
    """
    shown = [row for row in rows if any(f.value is not None or f.is_top_coded for _, f in row[1])]
    left_out, shown = max(len(shown) - ROWS_AT_MOST, 0), shown[:ROWS_AT_MOST]
    values = [f.value for _, figures, *_ in shown for _, f in figures if f.value is not None]
    if len(values) < 2:
        return None
    floors = [f.floor for _, figures, *_ in shown for _, f in figures if f.floor is not None]
    scale = plot_scale([*values, *floors], tick_form(measure, basis), from_zero=measure in ("jobs", "share"))
    return DotPlot(
        scale,
        [
            DotRow(
                name,
                tuple(Dot(number, scale.at(f.value)) for number, f in figures if f.value is not None),
                tuple(number for number, f in figures if f.is_top_coded),
                is_total,
                is_inner,
            )
            for name, figures, is_total, is_inner in shown
        ],
        left_out,
    )


@dataclass(frozen=True, slots=True)
class RangeRow:
    """The percentiles of one occupation on the common scale, and its mean; None for what isn't a number."""

    name: str
    start: float
    end: float
    open_end: bool
    middle_start: float | None
    middle_end: float | None
    median: float | None
    mean: float | None
    words: str

    @property
    def width(self) -> float:
        return round(self.end - self.start, 2)

    @property
    def middle_width(self) -> float:
        if self.middle_start is None or self.middle_end is None:
            return 0
        return round(self.middle_end - self.middle_start, 2)


@dataclass(frozen=True)
class RangePlot:
    """P10 to P90 of each occupation on one scale."""

    scale: PlotScale
    rows: list[RangeRow]

    @property
    def has_open_end(self) -> bool:
        return any(row.open_end for row in self.rows)


def range_plot(rows: Sequence[tuple[str, tuple[Figure, ...], Figure, str]], basis: str) -> RangePlot | None:
    """A plot of rows as (name, P10 to P90, mean, the same in words); None where no range is known.

    A range with a top-coded percentile runs open to the end of the scale.
    """
    drawn = [row for row in rows if _can_be_drawn(row[1])]
    if not drawn:
        return None
    every = [f for _, percentiles, mean, _ in drawn for f in (*percentiles, mean)]
    values = [v for f in every for v in (f.value, f.floor) if v is not None]
    scale = plot_scale(values, tick_form("median", basis))
    return RangePlot(scale, [_range_row(*row, scale) for row in drawn])


def _can_be_drawn(percentiles: tuple[Figure, ...]) -> bool:
    known = sum(f.value is not None for f in percentiles)
    return known > 1 or (known == 1 and any(f.is_top_coded for f in percentiles))


def _range_row(
    name: str, percentiles: tuple[Figure, ...], mean: Figure, words: str, scale: PlotScale
) -> RangeRow:
    def place(figure: Figure) -> float | None:
        return None if figure.value is None else scale.at(figure.value)

    known = [f.value for f in percentiles if f.value is not None]
    is_open = any(f.is_top_coded for f in percentiles)
    middle_end = 100.0 if percentiles[3].is_top_coded else place(percentiles[3])
    return RangeRow(
        name=name,
        start=scale.at(known[0]),
        end=100.0 if is_open else scale.at(known[-1]),
        open_end=is_open,
        middle_start=place(percentiles[1]) if middle_end is not None else None,
        middle_end=middle_end if percentiles[1].value is not None else None,
        median=place(percentiles[2]),
        mean=place(mean),
        words=words,
    )
