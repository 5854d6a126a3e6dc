"""How a title is compared with words that somebody typed: as an expression of the database, for an index and for
queries."""

from __future__ import annotations

from django.db.models import Func, Value
from django.db.models.functions import Lower

from occupations.search_text import PLURAL


def title_key(column: str = "title") -> Func:
    """A title in lower case, its words divided by single spaces, without apostrophes and what a plural changes:
    "Nurses’ Aides" → "nurs aide". `search_text.key_of_word` does the same to a word."""
    without = _replaced(Lower(column), "[’']", "")
    words = _replaced(without, "[^[:alnum:]]+", " ")
    return Func(_replaced(words, rf"{PLURAL}\M", ""), function="btrim")


def _replaced(expression: Func, pattern: str, by: str) -> Func:
    return Func(expression, Value(pattern), Value(by), Value("g"), function="regexp_replace")
