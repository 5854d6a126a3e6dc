"""What a typed text may mean: a code, or words, or other words for the same. Knows nothing of Django."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from occupations.lay_words import LONGEST_PHRASE, READ_AS

LONGEST_TEXT = 100
MOST_WORDS = 8
MOST_READINGS = 6
STOP_WORDS = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
# With or without its hyphen, whole or its first digits, and with the two further digits of O*NET.
CODE = re.compile(r"^(\d\d)-?(\d{0,4})(?:(?:(?<=\d{4})\.?|\.)(\d\d))?$")
WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"[’']s\b")


@dataclass(frozen=True)
class SearchText:
    """One way to read a text: all its words in order, and those of them that are looked for."""

    text: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """In lower case, each once; little words count only where there are no others."""
        words = list(dict.fromkeys(self.text))
        return ([word for word in words if word not in STOP_WORDS] or words)[:MOST_WORDS]


def code_in(text: str) -> str:
    """The code, or its first digits, that the text is: "113051" → "11-3051", "11-30"; "" for anything else.

    An O*NET-SOC code that ends in .00 is the SOC code itself; another is left whole: "29114101" → "29-1141.01".
    """
    match = CODE.match(text.strip())
    if match is None:
        return ""
    first, rest, more = match.groups()
    return f"{first}-{rest}" if more in (None, "00") else f"{first}-{rest}.{more}"


def words_in(text: str) -> list[str]:
    """The words to look for in the text as typed; none in one without a letter or digit."""
    typed = _typed(text)
    return SearchText(typed).words if typed else []


def readings_of(text: str) -> list[SearchText]:
    """The text as typed, then with everyday words replaced by those of titles, then with neighbors joined; "welding"
    alone is read as "welder" first.

    "hr rep" is also "human resources representative", "cabinet maker" also "cabinetmaker". Empty for a text
    without a letter or digit.
    """
    typed = _typed(text)
    if not typed:
        return []
    ways: list[tuple[str, ...]] = [typed, *_replaced(typed)]
    if len(typed) == 1 and typed[0].endswith("ing"):
        # A kind of work alone means those who do it before the titles that mention it: welders before the setters
        # of welding machines.
        ways = [*ways[1:], typed]
    if len(typed) <= 3:
        ways += [
            (*typed[:place], first + second, *typed[place + 2 :])
            for place, (first, second) in enumerate(pairwise(typed))
        ]
    return [SearchText(way) for way in dict.fromkeys(ways)][:MOST_READINGS]


def _typed(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(POSSESSIVE.sub("s", text[:LONGEST_TEXT].lower())))


def _replaced(typed: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The text with what `READ_AS` knows replaced: longest phrases first, the first meaning of each first."""
    meanings, start = [], 0
    while start < len(typed):
        length, values = _meaning(typed[start:])
        meanings.append(values or ((typed[start],),))
        start += length
    ways: list[tuple[str, ...]] = [()]
    for values in meanings:
        ways = [(*way, *value) for value in values for way in ways][:MOST_READINGS]
    return [way for way in ways if way != typed]


def _meaning(rest: tuple[str, ...]) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """How many words at the beginning are an everyday phrase, and what it is read as."""
    for length in range(min(LONGEST_PHRASE, len(rest)), 0, -1):
        phrase = " ".join(rest[:length])
        known = READ_AS.get(phrase) or READ_AS.get(phrase.removesuffix("s"))
        if known:
            return length, tuple(tuple(WORD.findall(value)) for value in known)
    return 1, ()


def likeness(words: list[str], name: str) -> float:
    """How alike words are to the nearest words of a name: the least of them, 0 to 1."""
    others = WORD.findall(name.lower()) or [""]
    return min(
        (max(SequenceMatcher(None, word, other).ratio() for other in others) for word in words), default=0
    )


# What a plural changes at the end of a word: "nurses" and "nurse" → "nurs", "secretaries" → "secretar". PostgreSQL
# reads it alike.
PLURAL = r"((?<=\w\w)ies|(?<=\w[sxzh])es?|(?<=\w\w\w\w)y|(?<=\w[^s\W])s)"
_PLURAL_AT_END = re.compile(f"{PLURAL}$")


def key_of_word(word: str) -> str:
    """A word in lower case as names are compared by it, whether singular or plural. See `occupations.names.KEY`."""
    return _PLURAL_AT_END.sub("", word)


def stem(word: str) -> str:
    """The word without what a plural changes: "secretaries", "secretary" → "secretar"; "nurses" → "nurse"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3]
    if (word.endswith("s") and not word.endswith("ss") and len(word) > 3) or (
        word.endswith("y") and len(word) > 4
    ):
        return word[:-1]
    return word
