"""The names of places: states, and the metropolitan and other areas of a release of OEWS. No database.

A city names its metropolitan area, a county or ZIP code the area that it is in. Several areas of one name are told
apart by their jobs: one with three times the jobs of the next is meant, otherwise the reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from occupations.english import is_english
from wages.choices import AreaKind
from wages.geography import NAMES
from wages.localities import Locality
from web.search.question.place_words import (
    CALLED,
    NATION_WORDS,
    PLAIN_LETTERS,
    SAID_OTHERWISE,
    STATE_ABBREVIATIONS,
    WORDS_TOO,
)
from web.search.question.text import WORD, Word, plain_word

CLEARLY_LARGER = 3
LONGEST_NAME = 6
SUFFIXES = (
    ("metropolitan", "area"),
    ("metro", "area"),
    ("metropolitan",),
    ("metro",),
    ("area",),
    ("msa",),
    ("region",),
)


@dataclass(frozen=True)
class Place:
    """An area of the release: `jobs` are those of all its occupations; `states` by their postal letters, the
    primary first."""

    pk: int
    code: str
    title: str
    kind: str
    jobs: int = 0
    states: tuple[str, ...] = ()
    delineation: str = "FIPS"

    @property
    def is_state(self) -> bool:
        return self.kind in (AreaKind.STATE, AreaKind.TERRITORY)

    @property
    def is_nation(self) -> bool:
        return self.kind == AreaKind.NATION


@dataclass(frozen=True)
class Reading:
    """A run of words read as a place: the one that is meant, or None where several may be and the reader is asked.

    `others` are what else it may mean, the largest first, and `called` what each of them is called where that isn't its
    title ("Plano, IL"). `within` says which area a county or ZIP code is in. `is_firm` is False for the name of a small
    place alone, which gives way to an occupation of that name.
    """

    start: int
    stop: int
    place: Place | None
    others: tuple[Place, ...] = ()
    within: str = ""
    is_firm: bool = True
    called: tuple[str, ...] = ()


# ZIP codes, cities and counties by how they are typed.
Localities = Mapping[str, Sequence[Locality]]


@dataclass
class PlaceNames:
    """Every name of a place in a release. `by_name` has the places that a name of lower-case words may mean."""

    places: tuple[Place, ...]
    by_name: dict[str, list[Place]] = field(default_factory=dict)
    by_code: dict[str, Place] = field(default_factory=dict)
    state_of: dict[str, Place] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, places: Iterable[Place]) -> PlaceNames:
        """The names of the places: a state by its own, a metropolitan area by every city in its title."""
        index = cls(tuple(sorted(places, key=lambda place: -place.jobs)))
        for place in index.places:
            index.by_code[place.code] = place
            if place.is_state:
                index.state_of[place.states[0]] = place
            for name in _names(place):
                index.by_name.setdefault(name, []).append(place)
        for name, beginning in CALLED.items():
            start = beginning.replace("-", " ")
            metros = (p for p in index.places if p.kind == AreaKind.METROPOLITAN)
            meant = next((place for place in metros if _plain(place.title).startswith(start)), None)
            if meant is not None and meant not in index.by_name.get(name, []):
                index.by_name.setdefault(name, []).insert(0, meant)
        index.words = frozenset(word for name in index.by_name for word in name.split() if len(word) > 2)
        return index

    @property
    def nation(self) -> Place | None:
        return next((place for place in self.places if place.is_nation), None)

    def beginning(self, text: str, most: int) -> list[Place]:
        """The places of which a name begins with the text, the largest first; states before areas of the same
        beginning."""
        typed = _plain(text)
        if len(typed) < 2:
            return []
        exact = list(self.by_name.get(typed, ()))
        if len(typed) == 2 and (state := self.state((typed,))) is not None:
            exact.insert(0, state)
        begun = [place for name, some in self.by_name.items() if name.startswith(typed) for place in some]
        order = sorted(dict.fromkeys(begun), key=lambda place: (not place.is_state, -place.jobs))
        return list(dict.fromkeys([*exact, *order]))[:most]

    def state(self, words: tuple[str, ...], *, letters: bool = True) -> Place | None:
        """The state that words name in full, or by its letters."""
        name = " ".join(words)
        code = STATES_BY_NAME.get(name) or STATE_ABBREVIATIONS.get(name)
        if code is None and letters and len(words) == 1 and name.upper() in NAMES:
            code = name.upper()
        return self.state_of.get(code) if code else None


STATES_BY_NAME = {" ".join(WORD.findall(name.lower())): letters for letters, name in NAMES.items()}


def _plain(title: str) -> str:
    return " ".join(plain_word(word) for word in WORD.findall(title.replace(".", "")))


def _names(place: Place) -> list[str]:
    if place.is_nation:
        return sorted(NATION_WORDS)
    if place.is_state:
        return [_plain(place.title)]
    title, _, _ = place.title.partition(", ")
    if place.kind == AreaKind.NONMETROPOLITAN:
        whole = _plain(place.title)
        return [whole, whole.replace(" nonmetropolitan area", "")]
    cities = [_plain(part) for part in re.split(r"[-–/]", title)]
    names = [_plain(place.title), _plain(title), *cities]
    names += [name.replace("st ", "saint ") for name in cities if name.startswith("st ")]
    names += [name.removeprefix("urban ") for name in cities if name.startswith("urban ")]
    return list(dict.fromkeys(names))


def choose(candidates: Sequence[Place]) -> tuple[Place | None, tuple[Place, ...]]:
    """The one that is meant, and the others; none is where the largest hasn't three times the jobs of the next. A state
    comes before the metropolitan area of its name."""
    ranked = sorted(dict.fromkeys(candidates), key=lambda place: (not place.is_state, -place.jobs))
    if not ranked:
        return None, ()
    first, *rest = ranked
    if not rest or first.is_state or first.jobs >= CLEARLY_LARGER * rest[0].jobs:
        return first, tuple(rest)
    return None, tuple(ranked)


@dataclass(frozen=True)
class _Spot:
    """A run of words in its question, and what is known of places."""

    words: Sequence[Word]
    start: int
    stop: int
    names: PlaceNames
    localities: Localities

    @property
    def run(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words[self.start : self.stop])

    @property
    def is_after_in(self) -> bool:
        return _after_in(self.words, self.start)

    @property
    def is_all(self) -> bool:
        return self.stop - self.start == len(self.words)


def read_places(words: Sequence[Word], names: PlaceNames, localities: Localities) -> list[Reading]:
    """Every run of words that may be a place. `localities` has, by how it is typed, what else is known."""
    readings = []
    for start in range(len(words)):
        for stop in range(min(len(words), start + LONGEST_NAME), start, -1):
            reading = _read(_Spot(words, start, stop, names, localities))
            if reading is not None:
                readings.append(reading)
    return readings


def _read(spot: _Spot) -> Reading | None:
    """The run as a state, as a city with or without its state, or as another locality."""
    run, names = spot.run, spot.names
    if state := names.state(run):
        if len(run) == 1 and len(run[0]) == 2 and not _letters_mean_a_state(spot.words, spot.start):
            return None
        metro = tuple(p for p in names.by_name.get(" ".join(run), []) if not p.is_state)
        if run[0] == "la" and metro:  # Los Angeles first
            return Reading(spot.start, spot.stop, metro[0], (state,))
        return Reading(spot.start, spot.stop, state, metro)
    for name, suffix in _without_suffix(run):
        if name and (reading := _city(spot, name, is_metro=bool(suffix))):
            return reading
    return None


def _without_suffix(run: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    ways: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(run, ())]
    if run[0] == "greater":
        ways.append((run[1:], ("greater",)))
    for suffix in SUFFIXES:
        if len(run) > len(suffix) and run[-len(suffix) :] == suffix:
            ways.append((run[: -len(suffix)], suffix))
    return ways


def _city(spot: _Spot, name: tuple[str, ...], *, is_metro: bool) -> Reading | None:
    names = spot.names
    state, city = _with_state(name, names)
    candidates = list(names.by_name.get(" ".join(name), []))
    if candidates:
        city = name
    else:
        candidates = [place for place in names.by_name.get(" ".join(city), []) if _is_in(place, state)]
    if is_metro:
        candidates = [place for place in candidates if not place.is_state]
    is_said_as_place = state is not None or is_metro or spot.is_after_in or spot.is_all
    if not candidates:
        return _locality(spot, city, state, is_said_as_place=is_said_as_place)
    if city == ("la",) and not _letters_mean_a_state(spot.words, spot.start):
        return None
    is_last = spot.stop == len(spot.words)
    if len(city) == 1 and city[0] in SAID_OTHERWISE and not (is_said_as_place or is_last):
        return None
    place, others = choose(candidates)
    return Reading(spot.start, spot.stop, place, others)


def _is_in(place: Place, state: Place | None) -> bool:
    return state is None or (state.states[0] in place.states and not place.is_state)


def _with_state(name: tuple[str, ...], names: PlaceNames) -> tuple[Place | None, tuple[str, ...]]:
    """The state at the end of a name, and the name before it."""
    for length in (2, 1, 3):
        if len(name) > length and (found := names.state(name[-length:])):
            return found, name[:-length]
    return None, name


def _locality(
    spot: _Spot, city: tuple[str, ...], state: Place | None, *, is_said_as_place: bool
) -> Reading | None:
    """A ZIP code, a city or a county, led to its area. An English word is one only where it is said as a place."""
    known = [
        (spot.names.by_code[each.area_code], each.said, each.state)
        for each in spot.localities.get(" ".join(city), ())
        if each.area_code in spot.names.by_code and (state is None or each.state == state.states[0])
    ]
    is_doubtful = len(city) == 1 and (is_english(city[0]) or len(city[0]) < SHORTEST_LOCALITY)
    if not known or (is_doubtful and state is None and not spot.is_after_in):
        return None
    place, others = choose([each for each, _, _ in known])
    named = {each: (said, letters) for each, said, letters in reversed(known)}
    within = f"{named[place][0]} is in {in_area(place)}." if place is not None else ""
    called = tuple(", ".join(named[each]) for each in others)
    return Reading(spot.start, spot.stop, place, others, within, is_firm=is_said_as_place, called=called)


SHORTEST_LOCALITY = 4


def in_area(place: Place) -> str:
    """The area as it follows "in": "the Austin-Round Rock-San Marcos, TX, area"."""
    if place.is_state:
        return place.title
    return f"the {place.title}" if place.kind == AreaKind.NONMETROPOLITAN else f"the {place.title}, area"


def _after_in(words: Sequence[Word], start: int) -> bool:
    return words[start].after_comma or (start > 0 and words[start - 1].text in BEFORE_A_PLACE)


def _letters_mean_a_state(words: Sequence[Word], start: int) -> bool:
    """Whether two letters stand where a state does."""
    text = words[start].text
    if len(words) == 1:
        return text not in WORDS_TOO or text in PLAIN_LETTERS or text in ("la", "ok", "oh", "hi", "id")
    if text not in WORDS_TOO or text in PLAIN_LETTERS:
        return True
    before = words[start - 1].text if start else ""
    if before in ("a", "an") or (before in BETWEEN_TWO and text in OCCUPATIONS_TOO):
        return False
    is_last = start == len(words) - 1 and (text != "me" or before not in BEFORE_ME)
    return is_last or _after_in(words, start)


BEFORE_A_PLACE = ("in", "near", "around", "at", "en", "from", "outside", "within", "cerca")
# Before letters that are an occupation, too, these set it against another: "rn or pa".
BETWEEN_TWO = ("or", "vs", "versus", "and", "to")
OCCUPATIONS_TOO = ("pa", "ma", "md", "de", "co")
BEFORE_ME = (
    "for",
    "to",
    "help",
    "tell",
    "with",
    "pay",
    "give",
    "show",
    "about",
    "suits",
    "fits",
    "like",
    "teach",
    "by",
    "get",
)
