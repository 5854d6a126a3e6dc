"""The words of a Markdown text, without its marks."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARAGRAPH = "\n\n"
PLAIN = re.compile(
    r"(?!-|\d+[.)] )[^\\`*_{}\[\]<>#|&~+=\n]*"
)  # a line without any mark, as most are: nothing to read out of it


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def prose_of(markdown: str) -> str:
    """The text that a reader sees, blocks apart; an address behind a link is not part of it."""
    if PLAIN.fullmatch(markdown):
        return markdown.strip()
    blocks = (_inline(token.children or []) for token in _parser().parse(markdown) if token.type == "inline")
    return PARAGRAPH.join(blocks)


def _inline(tokens: list[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(token.type, token.content) for token in tokens)
