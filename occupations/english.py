"""Words that are spelled as they are meant: English ones. Knows nothing of Django."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words") / "english.txt"


@cache
def english_words() -> frozenset[str]:
    """English words of four letters and more, in lower case; `words/README.md` says where they are from."""
    return frozenset(WORDS.read_text(encoding="utf-8").split())


def is_english(word: str) -> bool:
    """Whether a word in lower case is in the list."""
    return word in english_words()
