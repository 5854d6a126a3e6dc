"""Every run of words of a text with what it may mean. Nothing is decided here, and nothing mended. No database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from occupations.lay_words import READ_AS
from occupations.search_text import readings_of
from web.search.question.families import by_phrase
from web.search.question.fields import groups_by_phrase, industries_by_phrase
from web.search.question.places import Localities, PlaceNames, read_places
from web.search.question.spanish import everyday_words
from web.search.question.text import Word, key_of
from web.search.question.vocabulary import phrases

LONGEST_RUN = 6
# So many words a run has in which everyday words are replaced.
REPLACED = (2, 3)


class Kind(StrEnum):
    """What a run of words may be."""

    OCCUPATION = "occupation"
    SPANISH = "spanish"
    FAMILY = "family"
    GROUP = "group"
    INDUSTRY = "industry"
    PLACE = "place"
    MEASURE = "measure"
    PROPERTY = "property"
    LIST = "list"
    VERSUS = "versus"
    WHERE = "where"
    ABSENT = "absent"
    FILLER = "filler"


@dataclass(frozen=True)
class Label:
    """One meaning of a run: its kind, and what of that kind. `value` is a name of the vocabulary, a Family, a
    reading of a place, or the codes of occupations or industries."""

    kind: Kind
    value: Any = None


@dataclass(frozen=True)
class Run:
    """The words from `start` up to `stop`, and what they may mean together."""

    start: int
    stop: int
    labels: tuple[Label, ...] = ()

    @property
    def length(self) -> int:
        return self.stop - self.start

    def of(self, *kinds: Kind) -> Label | None:
        """The label of the first of these kinds that the run has."""
        found = {label.kind: label for label in reversed(self.labels)}
        return next((found[kind] for kind in kinds if kind in found), None)


@dataclass(frozen=True)
class Lookup:
    """What the names outside the text say: codes of occupations and industries by key, places, and other localities."""

    occupations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    industries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: PlaceNames = field(default_factory=lambda: PlaceNames.of(()))
    localities: Localities = field(default_factory=dict)


def runs_of(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Every run of words that may be a name, by its ends."""
    count = len(words)
    return [(a, b) for a in range(count) for b in range(a + 1, min(count, a + LONGEST_RUN) + 1)]


def run_key(words: Sequence[Word], start: int, stop: int) -> str:
    return key_of(tuple(word.text for word in words[start:stop]))


def keys_of(words: Sequence[Word]) -> dict[tuple[int, int], tuple[str, ...]]:
    """The keys under which each run may be a name: as typed, and where it has two or three words with everyday ones
    replaced and neighbors joined ("hr manager", "vet tech", "hair dresser")."""
    found = {}
    for start, stop in runs_of(words):
        keys = [run_key(words, start, stop)]
        if stop - start in REPLACED:
            readings = readings_of(" ".join(word.text for word in words[start:stop]))
            keys += [key_of(reading.text) for reading in readings]
        found[start, stop] = tuple(dict.fromkeys(keys))
    return found


@cache
def _keyed(table: str) -> dict[str, Any]:
    """A table of phrases by their keys, so that singular and plural find the same."""
    tables: dict[str, Any] = {
        "families": by_phrase, "groups": groups_by_phrase, "industries": industries_by_phrase, "lay": lambda: READ_AS,
    }  # fmt: skip
    return {key_of(tuple(phrase.split())): value for phrase, value in reversed(tables[table]().items())}


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    return phrases()


def label(words: Sequence[Word], lookup: Lookup) -> list[Run]:
    """All runs that mean anything, with their labels."""
    places = {(r.start, r.stop): r for r in reversed(read_places(words, lookup.places, lookup.localities))}
    found = []
    for (start, stop), keys in keys_of(words).items():
        labels = _labels(words, start, stop, keys, lookup)
        reading = places.get((start, stop))
        if reading is not None:
            labels.append(Label(Kind.PLACE, reading))
        if labels:
            found.append(Run(start, stop, tuple(labels)))
    return found


def _labels(
    words: Sequence[Word], start: int, stop: int, keys: tuple[str, ...], lookup: Lookup
) -> list[Label]:
    key = keys[0]
    phrase = " ".join(word.text for word in words[start:stop])
    labels = [Label(Kind(kind), value) for kind, value in _phrases().get(phrase, ())]
    for kind, table in ((Kind.FAMILY, "families"), (Kind.GROUP, "groups"), (Kind.INDUSTRY, "industries")):
        if key in _keyed(table):
            labels.append(Label(kind, _keyed(table)[key]))
    if titled := next((each for each in keys if each in lookup.occupations), None):
        labels.append(Label(Kind.OCCUPATION, lookup.occupations[titled]))
    elif key in _keyed("lay"):
        labels.append(Label(Kind.OCCUPATION, ()))
    if phrase in _keyed_spanish():
        labels.append(Label(Kind.SPANISH, _keyed_spanish()[phrase]))
    if key in lookup.industries and not any(each.kind == Kind.INDUSTRY for each in labels) and len(key) > 3:
        labels.append(Label(Kind.INDUSTRY, lookup.industries[key][0]))
    return labels


def _keyed_spanish() -> dict[str, tuple[str, ...]]:
    return everyday_words()
