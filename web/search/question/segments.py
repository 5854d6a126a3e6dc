"""Dividing a text into the runs of words that explain most of it. No database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from web.search.question.labels import Kind, Run
from web.search.question.places import Reading

# How much a word explains by what it is read as; a run of several counts more than its words apart.
WEIGHTS = {
    Kind.OCCUPATION: 1.0, Kind.FAMILY: 1.0, Kind.SPANISH: 1.0, Kind.PLACE: 1.0, Kind.GROUP: 0.95, Kind.PROPERTY: 0.95,
    Kind.INDUSTRY: 0.9, Kind.LIST: 0.88, Kind.WHERE: 0.86, Kind.MEASURE: 0.8, Kind.ABSENT: 0.7, Kind.VERSUS: 0.6,
    Kind.FILLER: 0.3,
}  # fmt: skip
TOGETHER = 1.5
# The name of a small place that isn’t said as one.
LOOSE = 0.65


def worth(run: Run) -> float:
    return max(_weight(label.kind, label.value) for label in run.labels) * float(run.length**TOGETHER)


def _weight(kind: Kind, value: object) -> float:
    return LOOSE if isinstance(value, Reading) and not value.is_firm else WEIGHTS[kind]


def divided(count: int, runs: Sequence[Run]) -> list[Run]:
    """The runs, in order and without overlaps, that are worth most together; words in none of them are left over."""
    by_start: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        by_start[run.start].append(run)
    best: list[tuple[float, list[Run]]] = [(0.0, [])] * (count + 1)
    for at in range(count - 1, -1, -1):
        best[at] = best[at + 1]
        for run in by_start[at]:
            score = worth(run) + best[run.stop][0]
            if score > best[at][0] + 1e-9:
                best[at] = (score, [run, *best[run.stop][1]])
    return best[0][1]
