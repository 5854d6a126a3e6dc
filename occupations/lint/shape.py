"""The shape of a profile: its sections, their lengths, its duties and qualities, headings within sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from occupations.lint.blocks import Block, Finding, block_of, blocks_of
from occupations.lint.borrowed import words_of
from occupations.lint.reading import sentences_in, words_in
from occupations.lint.vocabulary import VERBS, reviewed
from occupations.written import (
    ALWAYS,
    HEADINGS,
    HOW_TO_BECOME_ONE,
    IN_SHORT,
    OMITTABLE,
    WHAT_THEY_DO,
    WrittenIntroduction,
    WrittenProfile,
)

SHORTEST, LONGEST = 80, 180  # words of What they do, its duties aside
SHORTEST_RESIDUAL = 35
LONGEST_OTHERS = {
    HOW_TO_BECOME_ONE: 120, "20-work-environment": 90, "30-work-schedules": 90, "60-advancement": 90,
}  # fmt: skip
QUALITIES = "50-other-skills"
QUALITY = re.compile(r"\*\*[^*]+\.\*\* \S.*[.?!]", re.DOTALL)
LONGEST_OLDER = 250
# Written before the others, and longer in What they do.
OLDER = frozenset(
    {
        "accountants-and-auditors", "cashiers", "childcare-workers", "civil-engineers", "construction-laborers",
        "crop-nursery-and-greenhouse-farmworkers", "customer-service-representatives",
        "elementary-school-teachers", "fast-food-and-counter-workers", "general-and-operations-managers",
        "heavy-and-tractor-trailer-truck-drivers", "home-health-and-personal-care-aides", "janitors-and-cleaners",
        "lawyers", "maintenance-and-repair-workers-general", "medical-scientists", "public-relations-specialists",
        "registered-nurses", "retail-salespersons", "security-guards", "software-developers",
        "stockers-and-order-fillers", "substance-abuse-behavioral-disorder-and-mental-health-counselors",
        "team-assemblers-and-miscellaneous-assemblers", "waiters-and-waitresses",
    }
)  # fmt: skip
# The very first, which keeps all that it had: more than one list, parts with headings, no limits of length.
FIRST = "industrial-production-managers"
LONGEST_INTRODUCTION = 90
MUST = re.compile(r"\b(?:must|required|requires?)\b", re.IGNORECASE)
BY_WHOM = re.compile(
    r"\b(?:laws?|legal|rules?|codes?|states?|federal|government|agenc(?:y|ies)|permits?|licensed?|courts?|safety|wear"
    r")\b"
)
# Words of titles that don't tell which occupation is meant.
IN_MANY_TITLES = frozenset(
    """
    workers worker operators operator technicians technician specialists specialist managers manager supervisors
    occupations other all except and of setters tenders related general health services service equipment machine
    machines first line helpers the in for professionals postsecondary metal plastic including systems system
    products installers repairers repairer mechanics mechanic assistants assistant aides clerks clerk
    """.split()  # noqa: SIM905 - a hundred quoted words are harder to read
)
# What has a noun and no verb: "Managers with no occupation of their own, such as clerks of court."
LABEL = re.compile(
    r"(?!.*\b(?:are|is|do|does|count|work|belong|have)\b)[^,;]*\b(?:with no|who|whose)\b.*\bsuch as\b.*"
)
LISTS = (WHAT_THEY_DO, QUALITIES)


def shape(profile: WrittenProfile) -> Iterator[Finding]:
    """What is wrong with the shape of a profile."""
    blocks = blocks_of(profile)
    what = [block for block in blocks if block.section and block.section.kind == WHAT_THEY_DO]
    yield from _sections(profile)
    yield from _headings(blocks)
    yield from _in_short([block for block in blocks if block.section and block.section.kind == IN_SHORT])
    if profile.is_residual:
        for block in what:
            if block.kind == "item":
                yield block.finding("an “All other” has no duties: its members have too little in common")
    else:
        yield from _duties(what, profile)
    if profile.slug != FIRST:
        yield from _lists(blocks)
        yield from _lengths(profile, blocks)
        yield from _qualities([b for b in blocks if b.section and b.section.kind == QUALITIES])


def _sections(profile: WrittenProfile) -> Iterator[Finding]:
    there = {section.kind for section in profile.sections}
    for kind in ALWAYS:
        if kind not in there:
            yield Finding(None, 1, f"{HEADINGS[kind]} is missing")
    for name, kind in OMITTABLE.items():
        if kind not in there and name not in profile.omitted and not profile.is_residual:
            yield Finding(None, 1, f"{HEADINGS[kind]} is missing, and omitted doesn't name it")
    for section in profile.sections:
        if profile.is_residual and section.kind not in ALWAYS:
            yield Finding(section, section.line, f"an “All other” has no section {section.heading}")


def _headings(blocks: Sequence[Block]) -> Iterator[Finding]:
    level = dict.fromkeys((block.section for block in blocks), 2)
    for block in blocks:
        if block.kind != "heading":
            continue
        if not 3 <= block.level <= level[block.section] + 1:
            yield block.finding(
                f"heading “{block.text}” breaks the outline of the page: it has {block.level} marks,"
                f" and {'3' if level[block.section] == 2 else f'3 to {level[block.section] + 1}'} belong here"
            )
        else:
            level[block.section] = block.level


def _in_short(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks[1:]:
        yield block.finding("In short is one paragraph")
    for block in blocks[:1]:
        count, characters = len(words_in(block.text)), len(block.text)
        if count > 22:
            yield block.finding(f"In short has {count} words; at most 22 are wanted")
        if characters > 155:
            yield block.finding(f"In short has {characters} characters; at most 155 are wanted")
        if len(sentences_in(block.text)) != 1 or not block.text.endswith(".") or LABEL.fullmatch(block.text):
            yield block.finding("In short is one sentence")


def _duties(blocks: Sequence[Block], profile: WrittenProfile) -> Iterator[Finding]:
    if not blocks:
        return
    section = blocks[0].section
    assert section is not None
    duties = [block for block in blocks if block.kind == "item"]
    if profile.slug == FIRST:  # the duties are the first of its lists
        duties = duties[: next((n for n, one in enumerate(duties) if one.line > duties[0].line + n), None)]
    if not 4 <= len(duties) <= 8:
        yield Finding(section, section.line, f"{len(duties)} duties; 4 to 8 are wanted")
    for duty in duties:
        words = words_in(duty.text)
        if len(words) > 12:
            yield duty.finding(f"this duty has {len(words)} words; at most 12 are wanted")
        if duty.text.endswith((".", ";", ",")):
            yield duty.finding("a duty has no period at its end")
        if words and words[0].lower() not in reviewed(VERBS):
            yield duty.finding(f"a duty begins with a bare verb; “{words[0]}” is none of those in verbs.txt")
        if words and not words[0][0].isupper():
            yield duty.finding("a duty begins with a capital")


def _lists(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Lists belong to the duties and the qualities, and a list of qualities stands alone."""
    for block in blocks:
        kind = block.section.kind if block.section else ""
        if block.kind == "item" and kind not in LISTS:
            yield block.finding("this section has no list")
        if block.kind == "paragraph" and kind == QUALITIES:
            yield block.finding("Qualities that help is a list, and nothing else")


def _qualities(blocks: Sequence[Block]) -> Iterator[Finding]:
    items = [block for block in blocks if block.kind == "item"]
    section = blocks[0].section if blocks else None
    if section is not None and not 4 <= len(items) <= 6:
        yield Finding(section, section.line, f"{len(items)} qualities; 4 to 6 are wanted")
    for item in items:
        if not QUALITY.fullmatch(item.markdown):
            yield item.finding(
                "a quality is a name in bold with a period, and a reason: **Calm.** Patients …"
            )


def _lengths(profile: WrittenProfile, blocks: Sequence[Block]) -> Iterator[Finding]:
    for section in profile.sections:
        within = [block for block in blocks if block.section == section and block.kind != "heading"]
        if section.kind == WHAT_THEY_DO:
            count = sum(len(words_in(block.text)) for block in within if block.kind == "paragraph")
            shortest = SHORTEST_RESIDUAL if profile.is_residual else SHORTEST
            longest = LONGEST_OLDER if profile.slug in OLDER else LONGEST
            if not shortest <= count <= longest:
                yield Finding(section, section.line, f"{count} words; {shortest} to {longest} are wanted")
        elif section.kind in LONGEST_OTHERS:
            count = sum(len(words_in(block.text)) for block in within)
            if count > LONGEST_OTHERS[section.kind]:
                most = LONGEST_OTHERS[section.kind]
                yield Finding(section, section.line, f"{count} words; at most {most} are wanted")


def asked(profile: WrittenProfile) -> Iterator[Finding]:
    """Where a profile says "must" or "required" although neither the law nor the way in asks for it."""
    for block in blocks_of(profile):
        if block.kind == "heading" or (block.section and block.section.kind == HOW_TO_BECOME_ONE):
            continue
        for sentence in sentences_in(block.text):
            if (must := MUST.search(sentence)) and not BY_WHOM.search(sentence):
                yield block.finding(
                    f"“{must[0]}” is for what the law or the way in asks; say who asks, or say it otherwise"
                )


def introduction(one: WrittenIntroduction) -> Iterator[Finding]:
    """What is wrong with the shape of the paragraph about a group or an industry."""
    block = block_of(one)
    sentences, words = len(sentences_in(block.text)), len(words_in(block.text))
    if not 2 <= sentences <= 4:
        yield block.finding(f"{sentences} sentences; 2 to 4 are wanted")
    if words > LONGEST_INTRODUCTION:
        yield block.finding(f"{words} words; at most {LONGEST_INTRODUCTION} are wanted")


def neighbors(profile: WrittenProfile, titles: Mapping[str, str]) -> Iterator[Finding]:
    """Where a profile names no occupation that it could be taken for. `titles`: by their codes, those known."""
    if not 1 <= len(profile.not_to_be_confused) <= 4:
        yield Finding(None, 7, "not_to_be_confused names the nearest neighbors, one to four")
        return
    known = [titles[code] for code in profile.not_to_be_confused if code in titles]
    said = {
        _stem(word)
        for block in blocks_of(profile)
        if block.section and block.section.kind == WHAT_THEY_DO
        for word in words_of(block.text)
    }
    if known and not any(said & _telling(title) for title in known):
        section = next(one for one in profile.sections if one.kind == WHAT_THEY_DO)
        yield Finding(
            section, section.line, f"no sentence names a neighbor, such as {known[0]}, and the difference"
        )


def _telling(title: str) -> set[str]:
    """The words of a title that tell it from others; all of them where each stands in many."""
    words = [word for word in words_of(title) if len(word) > 2]
    return {_stem(word) for word in words if word not in IN_MANY_TITLES} or {_stem(word) for word in words}


def _stem(word: str) -> str:
    return f"{word.removesuffix('ies')}y" if word.endswith("ies") else word.rstrip("s")
