"""The words that people have looked through: terms of trades that no dictionary has, and the verbs of duties."""

from __future__ import annotations

from functools import cache
from pathlib import Path

KEPT = Path(__file__).parent / "kept"
WORDS, VERBS = KEPT / "words.txt", KEPT / "verbs.txt"


@cache
def reviewed(path: Path) -> frozenset[str]:
    """The words of a list: one on a line; # begins a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))
