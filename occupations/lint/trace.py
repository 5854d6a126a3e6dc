"""The trace of the publishers' texts: enough to notice their wording, too little to read it.

Their sentences aren't kept here. Of each word stands one of 63 numbers, a hash, and 0 ends a passage. Very many words
share a number, so that nobody can tell a sentence from it; but that seven words in a row meet the same seven numbers
by chance, anywhere in a million, is rare. Of passages with fewer words, which a duty could equal, a hash of 32 bits is
kept. A stretch that stands in several sources is kept once.
"""

from __future__ import annotations

import json
import lzma
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

from occupations.lint.borrowed import RUN, Borrowed, whole_runs, windows, words_of
from occupations.lint.vocabulary import KEPT

FILE = KEPT / "sources.xz"
BITS = 6
NUMBERS = 2**BITS - 1
# Decided by trying: numbers of one byte, in no order that a match would need to know.
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 0, "lp": 0, "pb": 0}]


@dataclass(frozen=True)
class Trace:
    """What is kept: names and lengths of the sources, their numbers on end, and hashes of short passages."""

    sources: tuple[tuple[str, int], ...]
    numbers: bytes
    short: frozenset[int]

    def borrowed(self, texts: Sequence[str], allowed: Iterable[str] = ()) -> list[Borrowed]:
        """As `occupations.lint.borrowed.borrowed` finds them in the sources, with runs of seven words."""
        wanted: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, text in enumerate(texts):
            for end, window in _windows(map(_number, words_of(text))):
                wanted[window].append((number, end - RUN))
        hits: dict[int, dict[int, str]] = defaultdict(dict)
        for end, window in _windows(self.numbers):
            for number, position in wanted.get(window, ()):
                hits[number].setdefault(position, self._source_at(end))
        return whole_runs(texts, hits, RUN, allowed)

    def has(self, duty: str) -> bool:
        """Whether a source has a passage of just these words. Longer ones are found as runs."""
        return hash_of(words_of(duty)) in self.short

    def _source_at(self, end: int) -> str:
        ends = accumulate(length for _, length in self.sources)
        return next(name for (name, _), last in zip(self.sources, ends, strict=True) if end <= last)


def trace_of(sources: Iterable[tuple[str, str]], is_duty: Callable[[str], bool]) -> Trace:
    """The trace of passages, given with the name of their source and each source at a stretch.

    `is_duty`: whether a word can begin a duty; of the passages that are too short for a run, only such are kept.
    """
    seen: set[tuple[str, ...]] = set()
    lengths: list[tuple[str, int]] = []
    numbers, short = bytearray(), set()
    for name, passage in sources:
        words = words_of(passage)
        if 1 < len(words) < RUN and is_duty(words[0]):
            short.add(hash_of(words))
        begin = len(numbers)
        for stretch in _unseen(words, seen):
            numbers += bytes([*map(_number, stretch), 0])
        before = lengths.pop()[1] if lengths and lengths[-1][0] == name else 0
        lengths.append((name, before + len(numbers) - begin))
    return Trace(tuple(lengths), bytes(numbers), frozenset(short))


def write(trace: Trace, path: Path = FILE) -> None:
    head = {"sources": trace.sources, "short": len(trace.short)}
    short = array("I", sorted(trace.short)).tobytes()
    body = b"\n".join([json.dumps(head).encode(), short + trace.numbers])
    path.write_bytes(lzma.compress(body, format=lzma.FORMAT_XZ, filters=FILTERS))


@cache
def read(path: Path = FILE) -> Trace:
    head, _, rest = lzma.decompress(path.read_bytes()).partition(b"\n")
    said = json.loads(head)
    short = array("I")
    size = said["short"] * short.itemsize
    short.frombytes(rest[:size])
    return Trace(tuple((name, length) for name, length in said["sources"]), rest[size:], frozenset(short))


def hash_of(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=4).digest(), "little")


def _unseen(words: list[str], seen: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """The stretches of a passage in which there is a run that no passage before had."""
    begin = end = 0
    for position, run in enumerate(windows(words, RUN)):
        if run in seen:
            continue
        seen.add(run)
        if position > end:
            if end > begin:
                yield words[begin:end]
            begin = position
        end = position + RUN
    if end > begin:
        yield words[begin:end]


def _windows(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The position after each run of seven numbers, and the run packed into one; 0 stands in none."""
    mask, window, filled = (1 << BITS * RUN) - 1, 0, 0
    for end, number in enumerate(numbers, 1):
        window = (window << BITS | number) & mask
        filled = filled + 1 if number else 0
        if filled >= RUN:
            yield end, window


@cache
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little") % NUMBERS + 1
