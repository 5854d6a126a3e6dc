"""The chart of an occupation's pay over releases, as positions only: no mark-up and no database.

Across, positions are percents of the chart's width; down, they are pixels. So text keeps its size on every screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wages.estimates import Figure
from web.charts.pay_bar import STEPS
from web.words.numbers import money_short

Scale = Callable[[float], float]
WIDTH, HEIGHT = 100.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 12.0, 4.5, 22.0, 34.0


@dataclass(frozen=True, slots=True)
class YearPoint:
    """The percentiles of one release, by the year of its reference month."""

    year: int
    label: str
    p10: Figure
    median: Figure
    p90: Figure


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class LineChart:
    """A band from P10 to P90 with the median as a line, cut where the series has a break."""

    medians: list[str] = field(default_factory=list)
    bands: list[str] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    x_ticks: list[Tick] = field(default_factory=list)
    y_ticks: list[Tick] = field(default_factory=list)
    breaks: list[Tick] = field(default_factory=list)
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    bottom: float = HEIGHT - BOTTOM


def line_chart(points: Sequence[YearPoint], breaks: dict[int, str], basis: str) -> LineChart | None:
    """The chart, or None for fewer than two medians.

    `points` are in the order of their years; `breaks` names what changed with a year's release. A top-coded
    or missing figure is left out of line and band: there is a gap where it would be.
    """
    with_median = [p for p in points if p.median.value is not None]
    if len(with_median) < 2:
        return None
    years = range(points[0].year, points[-1].year + 1)
    amounts = [float(f.value) for p in points for f in (p.p10, p.median, p.p90) if f.value is not None]
    low, high, step = round_scale(min(amounts), max(amounts))

    def x(year: float) -> float:
        return round(LEFT + (year - years[0]) / max(len(years) - 1, 1) * (WIDTH - LEFT - RIGHT), 2)

    def y(amount: float) -> float:
        return round(HEIGHT - BOTTOM - (amount - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    segments = _segments(points, breaks)
    ticks = [low + step * number for number in range(round((high - low) / step) + 1)]
    return LineChart(
        medians=[
            _path([(x(p.year), y(float(p.median.value or 0))) for p in s]) for s in segments if len(s) > 1
        ],
        bands=[path for s in segments if (path := _band(s, x, y))],
        dots=[(x(p.year), y(float(p.median.value or 0))) for p in with_median],
        x_ticks=[Tick(x(p.year), str(p.year)) for p in points],
        y_ticks=[Tick(y(amount), money_short(amount, basis)) for amount in ticks],
        breaks=[Tick(x(year - 0.5), text) for year, text in breaks.items() if years[0] < year <= years[-1]],
    )


def round_scale(low: float, high: float) -> tuple[float, float, float]:
    """Ends and step of a scale from zero or a round number below, with four to six steps."""
    span = max(high - low, high * 0.2, 1)
    magnitude = 10 ** (len(str(int(span / 4))) - 1)
    step = next(magnitude * s for s in STEPS if magnitude * s >= span / 5)
    start = (low // step) * step
    return start, -((-high) // step) * step, step


def _segments(points: Sequence[YearPoint], breaks: dict[int, str]) -> list[list[YearPoint]]:
    """Runs of neighbouring points with a median, cut at breaks and gaps."""
    segments: list[list[YearPoint]] = []
    previous: YearPoint | None = None
    for point in points:
        if point.median.value is None:
            previous = None
            continue
        is_cut = previous is None or point.year != previous.year + 1 or point.year in breaks
        if is_cut:
            segments.append([])
        segments[-1].append(point)
        previous = point
    return segments


def _path(positions: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in positions)


def _band(segment: list[YearPoint], x: Scale, y: Scale) -> str:
    """The outline of P10 to P90 where both are known all along; a single year is drawn as a thin bar."""
    known = [
        (p, p.p10.value, p.p90.value) for p in segment if p.p10.value is not None and p.p90.value is not None
    ]
    if len(known) < len(segment):
        return ""
    lower = [(x(p.year), y(float(p10))) for p, p10, _ in known]
    upper = [(x(p.year), y(float(p90))) for p, _, p90 in known]
    if len(segment) == 1:
        (at, bottom), (_, top) = lower[0], upper[0]
        lower, upper = [(at - 0.5, bottom), (at + 0.5, bottom)], [(at - 0.5, top), (at + 0.5, top)]
    return f"{_path([*lower, *reversed(upper)])}Z"
