"""A text cut to what a search engine or a card shows of it."""

from __future__ import annotations

import re

SHOWN = 160
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9$“])")


def in_brief(text: str, most: int = SHOWN, tail: str = "") -> str:
    """The text in at most so many characters: whole sentences, where these fill half of them, else whole words and
    a “…”. What ends it, `tail`, is never cut."""
    return f"{_cut(' '.join(text.split()), most - len(tail))}{tail}"


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = ""
    for sentence in SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > most:
            break
        kept = longer
    if len(kept) >= most // 2:
        return kept
    words = text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{words}…"
