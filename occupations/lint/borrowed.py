"""Finds runs of words that also stand in a source. Facts may be carried over, wording may not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
RUN = 9


@dataclass(frozen=True)
class Borrowed:
    """A run of words of the text numbered `text`, as it stands there, and the source that has it too."""

    text: int
    words: str
    source: str


def borrowed(
    texts: Sequence[str],
    sources: Iterable[tuple[str, str]],
    *,
    length: int = RUN,
    allowed: Iterable[str] = (),
) -> list[Borrowed]:
    """The runs of `length` words or more that a text shares with a source, longest runs whole, in their order.

    `sources` are pairs of a source's name and one passage of it; a run never reaches over two passages. Case,
    punctuation and the kind of apostrophe don't count ("four-year" and "bachelor's" are two words each). Runs
    that lie within a phrase of `allowed` (official titles) are left out. Sources are read once and not kept.
    """
    spans = [[match.span() for match in WORD.finditer(text)] for text in texts]
    wanted: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for position, run in enumerate(_runs(_words(text), length)):
            wanted[run].append((number, position))
    free = {run for phrase in allowed for run in _runs(_words(phrase), length)}
    hits: dict[int, dict[int, str]] = defaultdict(dict)
    for name, passage in sources:
        for run in _runs(_words(passage), length):
            if run in wanted and run not in free:
                for number, position in wanted[run]:
                    hits[number].setdefault(position, name)
    return [
        Borrowed(number, texts[number][spans[number][first][0] : spans[number][last][1]], source)
        for number in sorted(hits)
        for first, last, source in _joined(hits[number], length)
    ]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def _joined(starts: Mapping[int, str], length: int) -> Iterator[tuple[int, int, str]]:
    """First word, last word and source of each stretch; neighbouring runs are one stretch."""
    first: int | None = None
    for position in sorted(starts):
        if first is None:
            first = position
        if position + 1 not in starts:
            yield first, position + length - 1, starts[first]
            first = None
