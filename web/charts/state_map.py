"""A map of the states as a specification: which class of color each state has and what it says. No mark-up.

The outlines are those of web/geometry/. Classes have round limits near those that would make them equal in size,
so their sizes differ, and the map says them; the shades differ in lightness, so that they can be told apart without
color and on paper.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from math import floor, log10
from pathlib import Path

from wages.estimates import Figure, Number

OUTLINES = Path(__file__).with_name("geometry") / "states.json"
CLASSES = 5
# Too small to be hit, or not drawn at all: these have squares beside the map, from north to south.
SQUARES = ("50", "33", "25", "44", "09", "34", "10", "24", "11", "72", "78", "66")
LABEL_ROOM = 17  # units around a point that two letters need
LABELS_ELSEWHERE = {"15": (262, 592)}  # beside the islands, which have no room


@dataclass(frozen=True, slots=True)
class Outline:
    """A state's shape: an SVG path in tenths of a unit, and where its letters can stand, if anywhere."""

    fips: str
    path: str
    label: tuple[int, int] | None


@cache
def outlines() -> dict[str, Outline]:
    """The shapes by FIPS code."""
    return {
        row["fips"]: Outline(
            row["fips"],
            row["path"],
            LABELS_ELSEWHERE.get(row["fips"]) or (tuple(row["label"]) if row["room"] >= LABEL_ROOM else None),
        )
        for row in json.loads(OUTLINES.read_text())
    }


@dataclass(frozen=True, slots=True)
class StateFigure:
    """What a map is made from: a state's figure, in words too, and where its link leads."""

    fips: str
    letters: str
    name: str
    figure: Figure
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class MapState:
    """One state as drawn. `shade` is "class-1" (lowest) to "class-5", "not-released" or "not-published"."""

    letters: str
    name: str
    words: str
    href: str
    shade: str
    outline: Outline | None
    is_square: bool

    @property
    def spoken(self) -> str:
        return f"{self.name}: {self.words}"


@dataclass(frozen=True)
class StateMap:
    """`states` are drawn, `squares` stand beside; `legend` is (shade, what it means), lowest class first."""

    title: str
    states: list[MapState]
    squares: list[MapState]
    legend: list[tuple[str, str]] = field(default_factory=list)

    @property
    def sizes(self) -> list[int]:
        """How many states and territories each class has, the lowest class first."""
        shades = {state.letters: state.shade for state in (*self.states, *self.squares)}
        counts = Counter(shades.values())
        return [counts[shade] for shade, _ in self.legend if shade not in (NOT_RELEASED, NOT_PUBLISHED)]


NOT_RELEASED, NOT_PUBLISHED = "not-released", "not-published"


def state_map(
    title: str,
    figures: Iterable[StateFigure],
    form: Callable[[Number], str],
    names: dict[str, tuple[str, str]],
) -> StateMap | None:
    """The map, or None where no state has a figure.

    `form` writes a figure for the legend. `names` gives letters and name by FIPS code for the states that no
    figure is given for: they are not published. A top-coded figure has the shade of its floor, which the
    highest class must begin at or below.
    """
    given = {state.fips: state for state in figures}
    limits = class_limits(
        [s.figure.value for s in given.values() if s.figure.value is not None],
        highest=min((s.figure.floor for s in given.values() if s.figure.floor is not None), default=None),
    )
    if not limits and all(s.figure.value is None and not s.figure.is_top_coded for s in given.values()):
        return None
    drawn = [
        _drawn(given.get(fips) or StateFigure(fips, letters, name, Figure(), "not published", ""), limits)
        for fips, (letters, name) in names.items()
    ]
    drawn.sort(key=lambda pair: pair[1].name)
    squares = [state for fips in SQUARES for code, state in drawn if code == fips]
    states = [state for _, state in drawn if state.outline is not None]
    everyone = [state for _, state in drawn]
    return StateMap(title, states, squares, _legend(limits, form, everyone))


def _drawn(state: StateFigure, limits: Sequence[Number]) -> tuple[str, MapState]:
    shape = outlines().get(state.fips)
    shade = shade_of(state.figure, limits, is_published=bool(state.href))
    return state.fips, MapState(
        state.letters, state.name, state.words, state.href, shade, shape, state.fips in SQUARES
    )


def shade_of(figure: Figure, limits: Sequence[Number], *, is_published: bool = True) -> str:
    """The class of a figure among the limits between classes; a limit belongs to the class above it."""
    number = figure.value if figure.value is not None else figure.floor
    if number is None:
        return NOT_RELEASED if is_published and figure.reason is not None else NOT_PUBLISHED
    return f"class-{1 + sum(number >= limit for limit in limits)}"


def _legend(
    limits: Sequence[Number], form: Callable[[Number], str], states: Sequence[MapState]
) -> list[tuple[str, str]]:
    """The classes with their limits, and below them why states have no class, in the words of the states."""
    said = []
    if limits:
        said.append(f"under {form(limits[0])}")
        said += [f"{form(low)} to under {form(high)}" for low, high in pairwise(limits)]
        said.append(f"{form(limits[-1])} or more")
    elif numbers := sorted({state.words for state in states if state.shade == "class-1"}):
        said.append(" or ".join(numbers))
    legend = [(f"class-{number}", text) for number, text in enumerate(said, 1)]
    for shade in (NOT_RELEASED, NOT_PUBLISHED):
        words = sorted({state.words for state in states if state.shade == shade})
        if words:
            legend.append((shade, " or ".join(words)))
    return legend


def class_limits(values: Sequence[Number], *, highest: Number | None = None) -> list[Decimal]:
    """Up to four round numbers that part the values into up to five classes.

    They are the round numbers nearest to the limits of classes of one size, so each has at least half of that size.

    The roundest numbers that leave no class empty: one digit, then one and a half (45, 50), then two, three,
    as many as it takes. No limit lies above `highest`. Empty for fewer than two different values.
    """
    ordered = sorted(Decimal(value) for value in values)
    if len(set(ordered)) < 2:
        return []
    for classes in range(min(CLASSES, len(set(ordered))), 1, -1):
        cuts = [ordered[len(ordered) * number // classes] for number in range(1, classes)]
        for digits, half in ((1, False), (1, True), (2, False), (2, True), (3, False), (4, False)):
            limits = [_round(cut, digits, half=half) for cut in cuts]
            if highest is not None:
                limits = [min(limit, Decimal(highest)) for limit in limits]
            if limits == sorted(set(limits)) and _fill_every_class(ordered, limits):
                return limits
    return []


def _fill_every_class(ordered: Sequence[Decimal], limits: Sequence[Decimal]) -> bool:
    """Whether each class has at least half of an equal part of the values."""
    counts = [0] * (len(limits) + 1)
    for value in ordered:
        counts[sum(value >= limit for limit in limits)] += 1
    return min(counts) >= max(1, len(ordered) // (2 * len(counts)))


def _round(value: Decimal, digits: int, *, half: bool) -> Decimal:
    """To so many significant digits; with `half`, to half of the last of them."""
    if not value:
        return value
    step = Decimal(10) ** (floor(log10(abs(value))) - digits + 1)
    if half:
        step /= 2
    return (value / step).to_integral_value() * step
