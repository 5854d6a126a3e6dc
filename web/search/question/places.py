"""The names of places: states, and the metropolitan and other areas of a release of OEWS. No database.

A city names its metropolitan area, a county or ZIP code the area that it is in. Several areas of one name are told apart by
their jobs: one with three times the jobs of the next is meant, otherwise the reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from occupations.english import is_english
from wages.choices import AreaKind
from wages.geography import NAMES
from web.search.question.text import WORD, Word, plain_word

CLEARLY_LARGER = 3
LONGEST_NAME = 6
# Letters of a state that are words, too: a state only last, after a comma or after "in", beside something else.
WORDS_TOO = frozenset("in or me hi ok oh id la ma pa md ct co al de ms va ar as ne sc nd nc pr mt sd mi mo nh vi ut".split())
# Of these, those that are no word of a question: a state wherever they stand beside something else.
PLAIN_LETTERS = frozenset("ar ne sc nd nc mt sd mi mo nh ut".split())
STATE_ABBREVIATIONS = {
    "calif": "CA", "cali": "CA", "tex": "TX", "penn": "PA", "mass": "MA", "fla": "FL", "wash": "WA", "ill": "IL", "mich": "MI",
    "minn": "MN", "okla": "OK", "ore": "OR", "tenn": "TN", "wisc": "WI", "conn": "CT", "ariz": "AZ", "colo": "CO", "n carolina": "NC",
    "s carolina": "SC", "n dakota": "ND", "s dakota": "SD", "w virginia": "WV", "no carolina": "NC", "so carolina": "SC",
    "washington dc": "DC", "washington d c": "DC", "d c": "DC", "washington state": "WA", "new york state": "NY", "state of new york": "NY",
    "upstate new york": "NY", "state of washington": "WA", "texas state": "TX", "nueva york": "NY", "nuevo mexico": "NM",
    "carolina del norte": "NC", "carolina del sur": "SC", "tejas": "TX", "luisiana": "LA", "pensilvania": "PA", "hawai": "HI",
    "us virgin islands": "VI", "carolina": "", "mississipi": "MS",
}  # fmt: skip
NATION_WORDS = frozenset({"us", "usa", "united states", "america", "u s", "u s a", "nationwide", "nationally", "national", "the us",
                          "the united states", "in america", "american", "country", "estados unidos", "eeuu", "nation", "everywhere"})  # fmt: skip
# What people call a city, by how the title of its area begins.
CALLED = {
    "nyc": "new york", "new york city": "new york", "big apple": "new york", "manhattan": "new york", "brooklyn": "new york",
    "queens": "new york", "bronx": "new york", "the bronx": "new york", "staten island": "new york", "ny city": "new york",
    "long island": "new york", "la": "los angeles", "l a": "los angeles", "so cal": "los angeles", "socal": "los angeles",
    "hollywood": "los angeles", "orange county": "los angeles", "sf": "san francisco", "frisco": "san francisco",
    "bay area": "san francisco", "the bay": "san francisco", "san fran": "san francisco", "sanfran": "san francisco",
    "silicon valley": "san jose", "chi town": "chicago", "chitown": "chicago", "chi": "chicago", "dfw": "dallas", "philly": "philadelphia",
    "vegas": "las vegas", "lv": "las vegas", "nola": "new orleans", "slc": "salt lake city", "salt lake": "salt lake city",
    "okc": "oklahoma city", "kc": "kansas city", "twin cities": "minneapolis", "jax": "jacksonville", "motor city": "detroit",
    "rtp": "raleigh", "research triangle": "raleigh", "atl": "atlanta", "hotlanta": "atlanta", "htx": "houston", "h town": "houston",
    "phx": "phoenix", "pdx": "portland-vancouver", "stl": "st louis", "saint louis": "st louis", "st paul": "minneapolis",
    "saint paul": "minneapolis", "indy": "indianapolis", "cincy": "cincinnati", "clt": "charlotte", "fort worth": "dallas",
    "ft worth": "dallas", "ft lauderdale": "miami", "fort lauderdale": "miami", "ft collins": "fort collins", "ft wayne": "fort wayne",
    "ft myers": "cape coral", "fort myers": "cape coral", "inland empire": "riverside", "tampa bay": "tampa", "sac": "sacramento",
    "san antone": "san antonio", "satx": "san antonio", "atx": "austin", "abq": "albuquerque", "cbus": "columbus oh", "bmore": "baltimore",
    "beantown": "boston", "hampton roads": "virginia beach", "rgv": "mcallen", "quad cities": "davenport", "lehigh valley": "allentown",
    "saint petersburg": "tampa", "st pete": "tampa", "honolulu": "urban honolulu", "colorado spgs": "colorado springs",
    "rio grande valley": "mcallen", "mpls": "minneapolis", "nova": "washington", "northern virginia": "washington", "dmv": "washington",
    "san jose": "san jose", "nueva york city": "new york", "silicon beach": "los angeles",
}  # fmt: skip
SUFFIXES = (("metropolitan", "area"), ("metro", "area"), ("metropolitan",), ("metro",), ("area",), ("msa",), ("region",))


@dataclass(frozen=True)
class Place:
    """An area of the release: `jobs` are those of all its occupations; `states` by their postal letters, the primary first."""

    pk: int
    code: str
    title: str
    kind: str
    jobs: int = 0
    states: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        return self.kind in (AreaKind.STATE, AreaKind.TERRITORY)

    @property
    def is_nation(self) -> bool:
        return self.kind == AreaKind.NATION


@dataclass(frozen=True)
class Reading:
    """A run of words read as a place: the one that is meant, or None where several may be and the reader is asked.

    `others` are what else it may mean, the largest first, `within` says which area a county or ZIP code is in;
    `is_firm` is False for the name of a small place alone, which gives way to an occupation of that name.
    """

    start: int
    stop: int
    place: Place | None
    others: tuple[Place, ...] = ()
    within: str = ""
    is_firm: bool = True


# ZIP codes, cities and counties by how they are typed: for each the code of the area, the letters of the state, what it is
# called.
Localities = Mapping[str, Sequence[tuple[str, str, str]]]
# Cities whose names are said more often for something else: places only after "in", before a state, or last.
SAID_OTHERWISE = frozenset({"mobile", "reading", "normal", "orange", "enterprise", "bend", "independence", "union", "commerce", "lead"})


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
        """The places of which a name begins with the text, the largest first; states before areas of the same beginning."""
        typed = _plain(text)
        if len(typed) < 2:
            return []
        exact = [place for place in self.by_name.get(typed, ())]
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


def read_places(words: Sequence[Word], names: PlaceNames, localities: Localities) -> list[Reading]:
    """Every run of words that may be a place. `localities` has, by its key, what else is known: lists of the code of an area,
    the letters of a state, and what the locality is called ("Travis County")."""
    readings = []
    for start in range(len(words)):
        for stop in range(min(len(words), start + LONGEST_NAME), start, -1):
            reading = _read(words, start, stop, names, localities)
            if reading is not None:
                readings.append(reading)
    return readings


def _read(
    words: Sequence[Word], start: int, stop: int, names: PlaceNames, localities: Localities
) -> Reading | None:
    """The run as a state, as a city with or without its state, or as another locality."""
    run = tuple(word.text for word in words[start:stop])
    if state := names.state(run):
        if len(run) == 1 and len(run[0]) == 2 and not _letters_mean_a_state(words, start):
            return None
        metro = tuple(p for p in names.by_name.get(run[0] if len(run) == 1 else " ".join(run), []) if not p.is_state)
        if run[0] == "la" and metro:  # Los Angeles first
            return Reading(start, stop, metro[0], (state,))
        return Reading(start, stop, state, metro)
    for name, suffix in _without_suffix(run):
        if name and (reading := _city(words, start, stop, name, names, localities, is_metro=bool(suffix))):
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


def _city(
    words: Sequence[Word], start: int, stop: int, name: tuple[str, ...], names: PlaceNames, localities: Localities, *,
    is_metro: bool,
) -> Reading | None:  # fmt: skip
    state, city = _with_state(name, names)
    letters = state.states[0] if state else ""
    candidates = list(names.by_name.get(" ".join(name), []))
    if candidates:
        city = name
    else:
        candidates = [p for p in names.by_name.get(" ".join(city), []) if not letters or (letters in p.states and not p.is_state)]
    if is_metro:
        candidates = [place for place in candidates if not place.is_state]
    is_said_as_place = bool(letters) or is_metro or _after_in(words, start) or stop - start == len(words)
    if not candidates:
        return _locality(words, start, stop, city, letters, names, localities, is_said_as_place=is_said_as_place)
    if city == ("la",) and not _letters_mean_a_state(words, start):
        return None
    if len(city) == 1 and city[0] in SAID_OTHERWISE and not (is_said_as_place or stop == len(words)):
        return None
    place, others = choose(candidates)
    return Reading(start, stop, place, others)


def _with_state(name: tuple[str, ...], names: PlaceNames) -> tuple[Place | None, tuple[str, ...]]:
    """The state at the end of a name, and the name before it."""
    for length in (2, 1, 3):
        if len(name) > length and (found := names.state(name[-length:])):
            return found, name[:-length]
    return None, name


def _locality(
    words: Sequence[Word], start: int, stop: int, city: tuple[str, ...], letters: str, names: PlaceNames, localities: Localities,
    *, is_said_as_place: bool,
) -> Reading | None:  # fmt: skip
    """A ZIP code, a city or a county, led to its area. An English word is one only where it is said as a place."""
    known = [each for each in localities.get(" ".join(city), ()) if not letters or each[1] == letters]
    known = [each for each in known if each[0] in names.by_code]
    if not known or (len(city) == 1 and is_english(city[0]) and not is_said_as_place):
        return None
    if len(city) == 1 and len(city[0]) < SHORTEST_LOCALITY and not is_said_as_place:
        return None
    place, others = choose([names.by_code[code] for code, _, _ in known])
    said = next((said for code, _, said in known if place is not None and code == place.code), "")
    within = f"{said} is in {in_area(place)}." if place is not None and said else ""
    return Reading(start, stop, place, others, within, is_firm=is_said_as_place)


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
    is_last = start == len(words) - 1 and (text != "me" or words[start - 1].text not in BEFORE_ME)
    return is_last or _after_in(words, start)


BEFORE_A_PLACE = ("in", "near", "around", "at", "en", "from", "outside", "within", "cerca")
BEFORE_ME = ("for", "to", "help", "tell", "with", "pay", "give", "show", "about", "suits", "fits", "like", "teach", "by", "get")
