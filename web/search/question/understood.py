"""What a question was understood as: the parts that an answer is made from. No database."""

from __future__ import annotations

from dataclasses import dataclass, field

from web.search.question.families import Family
from web.search.question.places import Reading
from web.search.question.text import PayLimit


@dataclass(frozen=True)
class Subject:
    """An occupation or a family as it was typed. `texts` are what to look for among names, the best first; `codes`
    are known where a code or a Spanish word was typed, and `unused` has for each text the words that it leaves out,
    and `takes_field` whether it has a word that would otherwise be an industry or a group ("restaurant
    manager")."""

    said: str
    texts: tuple[str, ...]
    unused: tuple[tuple[str, ...], ...] = ()
    takes_field: tuple[bool, ...] = ()
    family: Family | None = None
    codes: tuple[str, ...] = ()
    is_spanish: bool = False
    is_known: bool = True


@dataclass(frozen=True)
class PlacePart:
    """A place with the words that named it, and where these stand in the text."""

    said: str
    reading: Reading
    start: int
    end: int


@dataclass(frozen=True)
class Understood:
    """The parts of a question. `mended` has pairs of a word and what it was read as instead; `unused` the words
    that nothing was made of."""

    text: str
    subjects: tuple[Subject, ...] = ()
    places: tuple[PlacePart, ...] = ()
    industry: str = ""
    group: str = ""
    measure: str = ""
    properties: tuple[str, ...] = ()
    ranking: str = ""
    limit: PayLimit | None = None
    limit_said: str = ""
    absent: tuple[str, ...] = ()
    asks_where: bool = False
    is_versus: bool = False
    unused: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = field(default=())
    rivals: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> PlacePart | None:
        return self.places[0] if self.places else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood that an answer could be made from."""
        named = self.subjects or self.places or self.industry or self.group
        return not (named or self.properties or self.ranking or self.limit or self.absent)
