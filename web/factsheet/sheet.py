"""What a sheet is made of: sections in the order of a profile's, each with blocks that name whom they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

POINT = "- "


@dataclass(frozen=True)
class Block:
    """What one source says of one thing.

    `source` names it with its release. `together` is said where it speaks of several occupations at once, so that not
    all of it need hold for this one; `about` where it speaks of a part of this one alone. `origin` is who or what a
    rating is from. A page shows a block that is `folded` only when asked: hundreds of titles, for one.
    """

    title: str
    source: str
    lines: Sequence[str]
    about: str = ""
    together: str = ""
    origin: str = ""
    folded: bool = False

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The lines for a page: points that follow each other are one list."""
        return [
            Paragraph(is_list, [line.removeprefix(POINT) for line in lines] if is_list else list(lines))
            for is_list, lines in groupby(self.lines, key=lambda line: line.startswith(POINT))
        ]


@dataclass(frozen=True)
class Paragraph:
    """Lines of a block that are points of a list, or each a paragraph."""

    is_list: bool
    lines: Sequence[str]


@dataclass(frozen=True)
class Section:
    """One section of a profile, and what is loaded for it; `blocks` is empty where no source speaks of it."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Sheet:
    """The sheet of one code. `lead` says what kind of code it is and what it combines or is counted in."""

    code: str
    title: str
    lead: Sequence[str]
    sections: Sequence[Section] = field(default_factory=list)


NOTHING = "No loaded source covers this."
