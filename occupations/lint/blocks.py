"""A section's Markdown in blocks, each with the line where it begins: paragraphs, items of lists, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from occupations.lint.prose import prose_of
from occupations.written import WrittenIntroduction, WrittenProfile, WrittenSection

ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?P<text>.*)")
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*)")
UNDERLINE = re.compile(r"=+|-+")


@dataclass(frozen=True)
class Finding:
    """What is wrong, and where: the section (None: the whole text) and the line of the file, 0 without one."""

    section: WrittenSection | None
    line: int
    message: str


@dataclass(frozen=True)
class Block:
    """A paragraph, an item or a heading, as it is written."""

    kind: Literal["paragraph", "item", "heading"]
    section: WrittenSection | None
    line: int
    markdown: str
    level: int = 0

    @cached_property
    def text(self) -> str:
        """What a reader sees of it, in one line."""
        return " ".join(prose_of(self.markdown).split())

    def finding(self, message: str) -> Finding:
        return Finding(self.section, self.line, message)


@cache
def blocks_of(profile: WrittenProfile) -> tuple[Block, ...]:
    """The blocks of all sections, in their order."""
    return tuple(block for section in profile.sections for block in blocks_in(section))


@cache
def block_of(introduction: WrittenIntroduction) -> Block:
    """The one paragraph that an introduction is."""
    return Block("paragraph", None, introduction.text_line, introduction.text)


def blocks_in(section: WrittenSection) -> Iterator[Block]:
    """The blocks of a section, in their order; lines that follow each other belong to one."""
    open_: Block | None = None
    for number, line in enumerate(section.body.split("\n"), section.text_line):
        heading, item = HEADING.fullmatch(line), ITEM.fullmatch(line)
        underline = open_ is not None and open_.kind == "paragraph" and UNDERLINE.fullmatch(line)
        if underline and open_ is not None:
            yield Block("heading", section, open_.line, open_.markdown, 1 if line[0] == "=" else 2)
            open_ = None
        elif heading or item or not line.strip():
            if open_ is not None:
                yield open_
            open_ = None
            if heading:
                yield Block("heading", section, number, heading["text"], len(heading["marks"]))
            elif item:
                open_ = Block("item", section, number, item["text"])
        elif open_ is not None:
            open_ = Block(open_.kind, section, open_.line, f"{open_.markdown}\n{line.strip()}")
        else:
            open_ = Block("paragraph", section, number, line.strip())
    if open_ is not None:
        yield open_
