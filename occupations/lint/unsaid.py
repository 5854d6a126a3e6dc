"""What a text doesn't say, whoever it is about: dates, laws, sources, people by their sex, two hedges at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from occupations.lint.reading import sentences_in

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)  # fmt: skip
DATE = re.compile(
    rf"\b(?:1[6-9]|20)\d\d(?:s|[–-]\d\d)?\b(?! (?:hours|feet|miles|pounds))"
    rf"|\b(?:{MONTHS}) (?:\d{{1,2}}(?:st|nd|rd|th)?|of \d{{4}})\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b"
    r"|\b(?:nineteenth|twentieth|twenty-first)[ -]century\b"
)
LAW = re.compile(
    r"\b(?:[A-Z][\w’']+ (?:(?:and|of|for|in|the|with|to) )*){1,8}(?:Act|Code of Federal Regulations)\b|\bSection \d+"
    r"|\b(?:HIPAA|FERPA|FLSA|ERISA|ADA|FMLA|IDEA|CFR|USC)\b|\bTitle (?:[IVX]+|\d+)\b|\bObamacare\b"
)
SEXED = re.compile(
    r"\b(?:he|she|him|his|her|hers|himself|herself|guys?|lad(?:y|ies)|(?:un)?manned|manning|manpower|mankind"
    r"|man-?made|man-?hours?|[a-z]+manship|[a-z]+m[ae]n|[a-z]+wom[ae]n|stewardess(?:es)?|waitress(?:es)?"
    r"|hostess(?:es)?|actress(?:es)?|seamstress(?:es)?|housewi(?:fe|ves)|masseuses?|cowboys?|busboys?|maids?)\b",
    re.IGNORECASE,
)
# No man is meant; or it is how official titles go: "Waiters and waitresses", "able seamen".
NOT_SEXED = frozenset(
    """
    human humans superhuman woman women shaman talisman ottoman roman german norman caiman
    abdomen acumen bitumen cyclamen dolmen hymen lumen omen rumen regimen semen specimen stamen
    waitress waitresses hostess hostesses maids seamen tankerman
    """.split()  # noqa: SIM905 - a hundred quoted words are harder to read
)
SOURCES = re.compile(
    r"\b(?:our sources?|the [Hh]andbook|O\*NET|fact ?sheet|OOH|OEWS|BLS|Bureau of Labor|Employment Projections)\b"
)
HEDGES = re.compile(
    r"\b(?:may|might|usually|typically|generally|commonly|possibly|perhaps|probably|tends? to|likely)\b", re.IGNORECASE
)  # fmt: skip
PAY = re.compile(
    r"\b(?:median|average|mean|starting|high|higher|low|lower|good) (?:pay|wages?|salar(?:y|ies))\b"
    r"|\b(?:minimum wage|(?:five|six|seven)[- ]figures?|bucks|national median)\b"
    r"|\b(?:high|low|well|poorly|better|best)[- ]paid\b|\b(?:a|the) majority of\b|[€£]",
    re.IGNORECASE,
)
HTML = re.compile(r"<[a-z/!]|!\[|&#?\w+;", re.IGNORECASE)


def unsaid(text: str) -> Iterator[str]:
    """What is wrong with the words that a reader sees, in a few words each."""
    for said, pattern in (("a calendar date", DATE), ("the name of a law", LAW), ("pay or a share", PAY)):
        for match in pattern.finditer(text):
            yield f"“{match[0]}” is {said}, which the text leaves to the page or to the law"
    for match in SOURCES.finditer(text):
        yield f"“{match[0]}” speaks of a source to the reader, who wants to hear of the work"
    for match in SEXED.finditer(text):
        if match[0].lower() not in NOT_SEXED:
            yield f"“{match[0]}” names a sex; say it of anybody"
    for sentence in sentences_in(text):
        hedges = sorted({hedge.lower() for hedge in HEDGES.findall(sentence)})
        if len(hedges) > 1:
            yield f"a sentence hedges once, and this does with {' and '.join(f'“{one}”' for one in hedges)}"


def untidy(markdown: str) -> Iterator[str]:
    """What is wrong with how it is written down."""
    if HTML.search(markdown):
        yield "HTML and pictures have no place in a text"
    if re.search(r"\S  +\S", markdown):
        yield "two spaces in a row"
