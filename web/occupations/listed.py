"""Names in a line, each leading to its page; of a long line the first, and how many more."""

from __future__ import annotations

from dataclasses import dataclass, field

SHOWN = 5


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
        return self.places if len(self.places) <= SHOWN + 1 else self.places[:SHOWN]

    @property
    def rest(self) -> list[Place]:
        return self.places[len(self.lead) :]
