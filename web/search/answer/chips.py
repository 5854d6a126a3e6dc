"""How a question was read: a chip for each reading that was used, with the other readings as links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from web.http.as_of import AsOf, keep_release
from web.search.answer import words
from web.search.question.places import Place, in_area
from web.search.question.understood import PlacePart, Understood

MOST_RIVALS = 4


@dataclass(frozen=True)
class Rival:
    """Another reading, and the search for it."""

    text: str
    href: str


@dataclass(frozen=True)
class Chip:
    """One reading: what it is, what it was taken for, where that leads, and what else it may be."""

    kind: str
    text: str
    href: str = ""
    rivals: list[Rival] = field(default_factory=list)
    said: str = ""


def search_for(text: str, as_of: AsOf) -> str:
    return keep_release(f"{reverse('search')}?{urlencode({'q': text})}", as_of)


def instead(text: str, start: int, end: int, other: str) -> str:
    """The text with another word in a place."""
    return f"{text[:start]}{other}{text[end:]}".strip()


def place_rivals(asked: Understood, part: PlacePart, as_of: AsOf, most: int = MOST_RIVALS) -> list[Rival]:
    """The other places that a name may mean, each as the same question about it."""
    reading = part.reading
    called = reading.called or tuple(map(_as_typed, reading.others))
    return [
        Rival(
            f"{name}, in {in_area(place)}" if reading.called else place.title,
            search_for(instead(asked.text, part.start, part.end, name), as_of),
        )
        for place, name in list(zip(reading.others, called, strict=True))[:most]
    ]


def _as_typed(place: Place) -> str:
    """A name that is read as this place alone: a metropolitan area's whole title."""
    return f"{place.title} metro area" if not place.is_state and ", " not in place.title else place.title


def occupation_rivals(asked: Understood, said: str, others: Sequence[Any], as_of: AsOf) -> list[Rival]:
    """The other occupations that a name may mean."""
    at = asked.text.casefold().find(said.casefold())
    rivals = []
    for other in others[:MOST_RIVALS]:
        title = other.code
        text = instead(asked.text, at, at + len(said), title) if at >= 0 and said else title
        rivals.append(Rival(other.sentence_title, search_for(text, as_of)))
    return rivals


MEASURES = {
    "pay": "pay",
    "hourly": "pay by the hour",
    "starting": "the lowest pay",
    "top": "the highest pay",
    "jobs": "number of jobs",
    "growth": "outlook",
    "openings": "openings",
    "education": "education",
    "become": "how to become one",
    "license": "license",
    "certification": "certifications",
    "skills": "skills",
    "duties": "what they do",
}


def said_chips(asked: Understood) -> list[Chip]:
    """The chips of what needs no database: measure, properties, order, limit."""
    chips = [Chip("Asked for", MEASURES[asked.measure])] if asked.measure and asked.measure != "pay" else []
    chips += [Chip("Kind of work", words.PROPERTY_SAID[name]) for name in asked.properties]
    if asked.ranking and asked.ranking != "best":
        chips.append(Chip("Order", words.LIST_TITLES[asked.ranking].lower()))
    if asked.limit is not None:
        chips.append(Chip("Pay", words.limit_said(asked.limit)))
    return chips
