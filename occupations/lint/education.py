"""Whether a text contradicts what the Employment Projections name as the usual way in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from occupations.lint.blocks import Block, Finding, blocks_in
from occupations.lint.reading import sentences_in
from occupations.written import HOW_TO_BECOME_ONE, WrittenProfile, WrittenSection

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
NO_CREDENTIAL = "No formal educational credential"
LEVELS = (
    NO_CREDENTIAL, "High school diploma or equivalent", "Some college, no degree",
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
SCHOOLING = re.compile(r"diploma|high school|degree|\bged\b")
NOT_ASKED = re.compile(
    r"\b(?:no|not|without|some|few|may|rarely|seldom|nor|never|prefer|isn't|don't|doesn't|still in|students?|before"
    r"|instead|sometimes|often|help)\b"
)
EXPERIENCE = re.compile(
    r"experience|years|worked|work as|first work|start as|start out|begin as|began as|come up|rise|promot"
    r"|after time|earlier"
)
SUPERVISED = re.compile(
    r"intern|residen|supervis|student teach|practic|clinical|fellowship|mentor|trainee|experience"
)
LEARNED = re.compile(r"learn|train|apprentic|taught|teach|shown|on the job|practice")
LONG_TIME = re.compile(r"year|decade|apprentic|months")
ON_THE_JOB = "on-the-job training"


@dataclass(frozen=True)
class WayIn:
    """Education, experience in a related occupation and training, in the publisher's words; "" where none is known."""

    education: str = ""
    experience: str = ""
    training: str = ""


def education(profile: WrittenProfile, way: WayIn) -> Iterator[Finding]:
    """Where the way in leaves out what is usual, in the publisher's words, or asks for more than that."""
    section = next((one for one in profile.sections if one.kind == HOW_TO_BECOME_ONE), None)
    if section is None:
        return
    blocks = [block for block in blocks_in(section) if block.kind != "heading"]
    text = _plain(" ".join(block.text for block in blocks))
    if way.education in LEVELS:
        yield from _education(section, blocks, text, way.education)
    if not profile.is_residual:
        yield from _training(section, text, way)


def _education(section: WrittenSection, blocks: Sequence[Block], text: str, entry: str) -> Iterator[Finding]:
    usual = f"the usual education is “{entry}” (Employment Projections)"
    if entry in NAMED and not re.search(NAMED[entry], text):
        yield Finding(section, section.line, f"{usual}; it isn't named")
    for block in blocks:
        for sentence in sentences_in(block.text):
            said = _plain(sentence)
            more = any(
                LEVELS.index(level) > LEVELS.index(entry)
                for degree, level in DEGREES.items()
                if degree in said and ASKED.search(said) and not HEDGED.search(said)
            )
            schooling = entry == NO_CREDENTIAL and SCHOOLING.search(said) and not NOT_ASKED.search(said)
            if more or schooling:
                yield block.finding(f"{usual}, and this asks for more: “{sentence}”")


def _training(section: WrittenSection, text: str, way: WayIn) -> Iterator[Finding]:
    """What the way in leaves out of experience and training."""
    wanted = (
        (
            "experience in a related occupation",
            way.experience,
            way.experience not in ("", "None"),
            EXPERIENCE,
        ),
        ("training", way.training, way.training == "Apprenticeship", re.compile("apprentic")),
        ("training", way.training, way.training == "Internship/residency", SUPERVISED),
        ("training", way.training, way.training.endswith(ON_THE_JOB), LEARNED),
        ("training", way.training, way.training.startswith("Long-term"), LONG_TIME),
    )
    for what, said, asked, named in wanted:
        if asked and not named.search(text):
            yield Finding(
                section,
                section.line,
                f"the usual {what} is “{said}” (Employment Projections); it isn't named",
            )
            return


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
