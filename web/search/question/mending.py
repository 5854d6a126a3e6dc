"""Mending slips: "electrition", "san fransisco", "chigaco". No database.

Only a word is mended that means nothing here: that got no label, is no English word, and no word of any name. Of
several words as near the one is taken that most people work under, or live in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from occupations.english import is_english
from occupations.search_text import key_of_word
from web.search.question.spanish import spanish_stem, spanish_stems
from web.search.question.vocabulary import FILLERS, LISTS, MEASURES

SHORTEST, SHORTEST_PART = 4, 3
NEAR, NEAR_SHORT, SAME_LETTERS = 0.78, 0.74, 0.86
AS_NEAR = 0.04
# A letter more or less counts against a word.
PER_LETTER = 0.015
MOST_LONGER = 2
# Letters at a beginning that sound alike.
SOUNDS_LIKE = {
    "c": "ks", "e": "i", "f": "p", "g": "j", "i": "e", "j": "g", "k": "c", "n": "k", "p": "f", "q": "c", "r": "w",
    "s": "c", "w": "r", "x": "z", "z": "s",
}  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The words that names have, each with its weight (how many people work under such a name, or in such a place),
    and the pairs in which they follow each other."""

    weights: Mapping[str, int] = field(default_factory=dict)
    by_letter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(
        cls, titles: Iterable[tuple[Sequence[str], int]], places: Iterable[tuple[Sequence[str], int]] = ()
    ) -> Lexicon:
        """Names as words, with their weights: titles, of whose words singular and plural count for the same, and
        places."""
        weights: dict[str, int] = {}
        of_titles = list(titles)
        pairs: set[tuple[str, str]] = set()
        for words, weight in (*of_titles, *places):
            pairs.update(pairwise(words))
            for word in words:
                if len(word) >= SHORTEST_PART and word.isalpha():
                    weights[word] = max(weights.get(word, 0), weight)
        for phrases in (*MEASURES.values(), *LISTS.values()):
            for word in " ".join(phrases).split():
                if len(word) >= SHORTEST and is_english(word):
                    weights.setdefault(word, 1_000_000)
        by_letter: dict[str, list[str]] = defaultdict(list)
        for word in weights:
            by_letter[word[0]].append(word)
        keys = frozenset(key_of_word(word) for words, _ in of_titles for word in words)
        return cls(
            weights, {letter: tuple(words) for letter, words in by_letter.items()}, keys, frozenset(pairs)
        )

    def has(self, word: str) -> bool:
        """Whether a name has it."""
        return word in self.weights or key_of_word(word) in self.keys


def may_be_slip(word: str) -> bool:
    """Whether a word without a label is none that English or a question has."""
    return (
        len(word) >= SHORTEST
        and word.isalpha()
        and word not in FILLERS
        and not is_english(word)
        and not _is_made(word, INFLECTED)
    )


def is_slip(word: str, lexicon: Lexicon) -> bool:
    """Whether a word without a label can't have been meant as it stands."""
    return may_be_slip(word) and not lexicon.has(word) and spanish_stem(word) not in spanish_stems()


def _is_made(word: str, endings: Sequence[str]) -> bool:
    """Whether it is an English word with one of the endings."""
    return any(word.endswith(ending) and is_english(word.removesuffix(ending)) for ending in endings)


INFLECTED = ("s", "es", "ing", "ed", "ly")
# Whoever does something: such a word may be meant so, and is mended only where another is very near ("plumer").
WHO_DOES = ("er", "ers", "or", "ors", "r", "rs")
VERY_NEAR = 0.88


def mended(word: str, lexicon: Lexicon, before: str = "", after: str = "") -> str | None:
    """The word, or the two, that a slip was meant as; None where nothing is near. One that names have beside its
    neighbors comes first."""
    near = _near(word, lexicon)
    beside = [other for other in near if (before, other) in lexicon.pairs or (other, after) in lexicon.pairs]
    if beside:
        near = {other: near[other] for other in beside}
    if near:
        best = max(near.values())
        return max(
            near, key=lambda other: (near[other] >= best - AS_NEAR, lexicon.weights[other], near[other])
        )
    return _run_together(word, lexicon)


def _near(word: str, lexicon: Lexicon) -> dict[str, float]:
    """The words near enough, with how near."""
    near = {}
    least = VERY_NEAR if _is_made(word, WHO_DOES) else NEAR if len(word) > SHORTEST + 1 else NEAR_SHORT
    for other in (other for letter in _beginnings(word) for other in lexicon.by_letter.get(letter, ())):
        if abs(len(other) - len(word)) <= MOST_LONGER and len(other) >= SHORTEST:
            likeness = alike(word, other, least)
            if likeness >= least:
                near[other] = likeness - PER_LETTER * abs(len(other) - len(word))
    return near


def alike(word: str, other: str, least: float) -> float:
    """How alike two words are, 0 to 1. The same letters in another order are a slip of the hand."""
    if word[0] == other[0] and len(word) == len(other) and sorted(word) == sorted(other):
        return SAME_LETTERS
    matcher = SequenceMatcher(None, other, word)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    # Hands slip after the first letter more often than in it.
    return ratio - (0.0 if word[0] == other[0] else 0.06)


def _beginnings(word: str) -> str:
    letters = word[0] + SOUNDS_LIKE.get(word[0], "") + word[1:2]
    return "".join(dict.fromkeys(letters))


def _run_together(word: str, lexicon: Lexicon) -> str | None:
    """The two words that a space was left out between, the most usual ones."""
    pairs = [(word[:at], word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]
    known = [pair for pair in pairs if all(lexicon.has(part) or part in ("how", "much") for part in pair)]
    if not known:
        return None
    return " ".join(max(known, key=lambda pair: min(lexicon.weights.get(part, 1) for part in pair)))
