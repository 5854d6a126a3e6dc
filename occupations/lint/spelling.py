"""Words that no American dictionary has and that nobody has put on the list of terms.

The dictionary is Hunspell's en_US, which comes with chunspell, so that nothing is fetched; the version is pinned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from occupations.lint.vocabulary import WORDS, reviewed

WORD = re.compile(r"(?<![\w'’])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w])")
POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
# In the dictionary, and yet not what an American would write.
BRITISH = re.compile(r"\b(?:towards|afterwards|backwards|forwards|upwards|whilst|amongst|lorry|lorries|petrol|rubbish|"
    r"spanners?|fortnights?|car parks?|per cent|spelt|learnt|burnt|maths|postcodes?|queues?|speciality|axe)\b",
    re.IGNORECASE,
)  # fmt: skip


def misspelled(text: str) -> Iterator[str]:
    """The words that can't be found, each once, in their order; a proper name needs its capital."""
    seen = set()
    for match in WORD.finditer(text):
        word = match[0].replace("’", "'")
        if word not in seen and not _is_known(word):
            seen.add(word)
            yield match[0]


@cache
def _is_known(word: str) -> bool:
    known = reviewed(WORDS)
    forms = {word, POSSESSIVE.sub("", word)}
    if word[0].isupper():  # at the beginning of a sentence
        forms |= {form[0].lower() + form[1:] for form in forms}
    return any(form in known or _dictionary().spell(form) for form in forms)


@cache
def _dictionary() -> Any:
    import hunspell  # noqa: PLC0415 - of the tools for development: a site that only runs has no need of it

    return hunspell.Hunspell("en_US")
