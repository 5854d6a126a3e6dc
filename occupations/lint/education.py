"""Whether a text contradicts what the Employment Projections name as the usual way in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from occupations.lint.blocks import Finding, blocks_in
from occupations.lint.reading import sentences_in
from occupations.written import HOW_TO_BECOME_ONE, WrittenProfile

# What a text says that names the education, by the publisher's words for it.
NAMED = {
    "High school diploma or equivalent": r"high school|\bged\b",
    "Some college, no degree": r"college",
    "Postsecondary nondegree award": r"certificate|diploma|program|school|academy|award|course|college",
    "Associate's degree": r"associate's?\b|two-year degree",
    "Bachelor's degree": r"bachelor",
    "Master's degree": r"master's?\b",
    "Doctoral or professional degree": r"doctor|professional degree|ph\.?d|law degree|(?:law|medical|dental) school",
}
LEVELS = (
    "No formal educational credential", "High school diploma or equivalent", "Some college, no degree",
    "Postsecondary nondegree award", "Associate's degree", "Bachelor's degree", "Master's degree",
    "Doctoral or professional degree",
)  # fmt: skip
DEGREES = {
    "associate's degree": "Associate's degree",
    "bachelor's degree": "Bachelor's degree",
    "master's degree": "Master's degree",
}
ASKED = re.compile(r"\b(?:must|required?|requires|usual|usually|most|needs?|standard|minimum)\b")
HEDGED = re.compile(r"\b(?:some|few|may|other|no|not|without|prefer|later|helps?|or)\b")


def education(profile: WrittenProfile, entry: str) -> Iterator[Finding]:
    """Where the way in leaves out the usual education, in the publisher's words, or asks for more than that."""
    section = next((one for one in profile.sections if one.kind == HOW_TO_BECOME_ONE), None)
    if section is None or entry not in LEVELS:
        return
    blocks = [block for block in blocks_in(section) if block.kind != "heading"]
    text = _plain(" ".join(block.text for block in blocks))
    if entry in NAMED and not re.search(NAMED[entry], text):
        yield Finding(
            section,
            section.line,
            f"the usual education is “{entry}” (Employment Projections); it isn't named",
        )
    for block in blocks:
        for sentence in sentences_in(block.text):
            said = _plain(sentence)
            for degree, level in DEGREES.items():
                more = LEVELS.index(level) > LEVELS.index(entry)
                if more and degree in said and ASKED.search(said) and not HEDGED.search(said):
                    yield block.finding(
                        f"the usual education is “{entry}” (Employment Projections), and this asks for more:"
                        f" “{sentence}”"
                    )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
