"""What a page says, so that a test for "3 occupations" isn't passed by "53 occupations"."""

from __future__ import annotations

import re


def says(text: str, words: str) -> bool:
    """Whether the words are in the text, a number at either end of them being the whole number."""
    return re.search(rf"(?<![\d.,]){re.escape(words)}(?!\d|[.,]\d)", text) is not None
