"""The parts of an answer, and what its making needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from occupations.models import Industry, Occupation, Release
from wages.geography import FIPS
from wages.models import Area
from web.http.as_of import AsOf
from web.occupations.answer.card import Answer as SharedCard
from web.search.answer.chips import Chip, Rival
from web.search.answer.figures import FigureCard, Where, wider_than
from web.search.answer.lists import FinderList
from web.search.answer.resolve import Meant
from web.search.answer.texts import TextPart
from web.search.queries import Releases
from web.search.question.places import Place, PlaceNames
from web.search.question.understood import Understood


@dataclass(frozen=True)
class Meaning:
    """What was answered, in codes: the kind, the occupations, the titles of the places, and what was asked of them."""

    kind: str
    codes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    industry: str = ""
    group: str = ""
    family: str = ""
    measure: str = ""
    properties: tuple[str, ...] = ()
    ranking: str = ""


@dataclass
class Answer:
    """What stands first on the page. `cards` are its figures, `lines` more of them in a line each; exactly one kind
    of it leads: cards, a list, a text, or choices where the reader is asked."""

    kind: str
    title: str = ""
    lede: str = ""
    cards: list[SharedCard] = field(default_factory=list)
    lines_title: str = ""
    lines: list[FigureCard] = field(default_factory=list)
    listing: FinderList | None = None
    text: TextPart | None = None
    choices: list[Rival] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[Rival] = field(default_factory=list)
    unused: str = ""
    mended: str = ""
    releases: list[Release] = field(default_factory=list)
    subject: str = ""
    found: Meant | None = None
    meaning: Meaning | None = None

    @property
    def is_text_first(self) -> bool:
        return self.text is not None


@dataclass
class Question:
    """Everything that the kinds of answers need: what was understood, and what it means in the database."""

    asked: Understood
    releases: Releases
    pay: Release
    as_of: AsOf
    names: PlaceNames
    nation: Place
    meant: list[Meant] = field(default_factory=list)
    industry: Industry | None = None
    group: Occupation | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place | None:
        part = self.asked.place
        return part.reading.place if part is not None else None

    @property
    def basis(self) -> str:
        return "hourly" if self.asked.measure == "hourly" else "annual"

    @property
    def first(self) -> Meant | None:
        return self.meant[0] if self.meant else None

    def where(self, place: Place | None) -> Where:
        if place is None or place.is_nation:
            return Where("")
        via = next((part.reading.within for part in self.asked.places if part.reading.place == place), "")
        return Where(place.title, area=area_of(place), via=via)

    def around(self, place: Place | None) -> list[Where]:
        return [self.where(each) for each in wider_than(place, self.names.state_of, self.nation)]


def area_of(place: Place) -> Area:
    """The row of a place that is kept: what a page needs of it, and not to be saved."""
    return Area(
        pk=place.pk,
        code=place.code,
        title=place.title,
        kind=place.kind,
        state_code=FIPS[place.states[0]],
        delineation=place.delineation,
    )
