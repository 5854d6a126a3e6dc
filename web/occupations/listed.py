"""Long lists on a page: the first of them, and the rest folded; names in a line, each leading to its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

SHOWN = 5
T = TypeVar("T")


@dataclass(frozen=True)
class Folded(Generic[T]):
    """A list of which a page shows the first, and the rest where it is asked for; a single one more is never hidden."""

    all: Sequence[T] = ()
    shown: int = SHOWN

    @property
    def lead(self) -> Sequence[T]:
        return self.all if len(self.all) <= self.shown + 1 else self.all[: self.shown]

    @property
    def rest(self) -> Sequence[T]:
        return self.all[len(self.lead) :]

    def __bool__(self) -> bool:
        return bool(self.all)


@dataclass(frozen=True)
class Place:
    """An industry or an occupation by its name, with the address of its page where it has one."""

    name: str
    href: str = ""


@dataclass
class Listed:
    """Names under what they have in common."""

    text: str
    places: list[Place] = field(default_factory=list)

    @property
    def lead(self) -> list[Place]:
        """The first of them; all, where the rest would be a single one."""
        return list(Folded(self.places).lead)

    @property
    def rest(self) -> list[Place]:
        return self.places[len(self.lead) :]
