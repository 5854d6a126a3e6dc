"""A search in words: why a text can't be looked for, and what was found."""

from __future__ import annotations

from collections.abc import Iterable

from occupations.search_text import LONGEST_TEXT, words_in
from web.search.rows import MatchGroup
from web.words.sentences import joined, plural


def problem_in(text: str) -> str:
    """Why a text can't be looked for; "" for one that can."""
    if len(text) > LONGEST_TEXT:
        return f"Please search for {LONGEST_TEXT} letters or fewer."
    if "\x00" in text or not words_in(text):
        return "Please type letters or digits to search."
    return ""


def summary(groups: Iterable[MatchGroup]) -> str:
    """How much was found, in a sentence."""
    parts = [plural(group.count, group.one, group.name.lower()) for group in groups]
    return f"Found {joined(parts)}." if parts else ""


def second_try(group: MatchGroup) -> str:
    """That nothing has that name, and what is shown instead; "" where something does."""
    if not group.is_second_try:
        return ""
    if group.read_as:
        return f"No exact match. Showing results for “{group.read_as}”."
    return f"No exact match. {'This comes' if len(group.matches) == 1 else 'These come'} closest."
