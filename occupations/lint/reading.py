"""Words, sentences and how hard they are to read.

The grade is Flesch and Kincaid's. Syllables are counted by pyphen's American patterns, which come with it: libraries
count differently, so the version is pinned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
ABBREVIATION = re.compile(r"\b(?:U\.S|D\.C|Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|e\.g|i\.e|etc|No|Inc|[A-Z])\.$")


def words_in(text: str) -> list[str]:
    """The words; "four-year" and "worker's" are one each."""
    return WORD.findall(text)


def sentences_in(text: str) -> list[str]:
    """The sentences; the period of an abbreviation ends none."""
    found: list[str] = []
    begun = ""
    for part in END.split(text):
        begun = f"{begun} {part}".strip()
        if begun and not ABBREVIATION.search(begun):
            found.append(begun)
            begun = ""
    return [*found, begun] if begun else found


def grade_of(texts: Iterable[str]) -> float:
    """The school grade in which the texts are read with ease; 0 without words."""
    sentences = [sentence for text in texts for sentence in sentences_in(text)]
    words = [word for sentence in sentences for word in words_in(sentence)]
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def opening_of(text: str) -> str:
    """The first four words, as openings are compared."""
    return " ".join(word.casefold() for word in words_in(text)[:4])


@cache
def _syllables(word: str) -> int:
    return len(_patterns().positions(word.lower())) + 1


@cache
def _patterns() -> Any:
    import pyphen  # noqa: PLC0415 - of the tools for development: a site that only runs has no need of it

    return pyphen.Pyphen(lang="en_US")
