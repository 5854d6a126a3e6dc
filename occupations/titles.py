"""Occupation titles as prose writes them. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Iterable

PROPER_NAMES = ("English", "American Sign Language", "Braille")
# "RV", "HMO", "U.S.": at least two capitals and no small letter.
ACRONYM = re.compile(r"^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$")


def sentence_case(title: str, proper_names: Iterable[str] = PROPER_NAMES) -> str:
    """A title in sentence case: "Industrial Production Managers" → "Industrial production managers".

    Acronyms and `proper_names` keep their capitals; of two names that overlap, give the longer one first.
    Spaces are tidied; nothing else is changed.
    """
    words = [word if ACRONYM.match(word) else word.lower() for word in title.split()]
    text = " ".join(words)
    for name in proper_names:
        text = re.sub(rf"\b{re.escape(name)}\b", name, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
