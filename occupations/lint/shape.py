"""The shape of a profile: its sections, their lengths, its duties and qualities, headings within sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from occupations.lint.blocks import Block, Finding, blocks_of
from occupations.lint.reading import sentences_in, words_in
from occupations.written import (
    ALWAYS,
    HEADINGS,
    HOW_TO_BECOME_ONE,
    IN_SHORT,
    OMITTABLE,
    WHAT_THEY_DO,
    WrittenProfile,
)

SHORTEST, LONGEST = 80, 180  # words of What they do, its duties aside
SHORTEST_RESIDUAL = 35
LONGEST_OTHERS = {
    HOW_TO_BECOME_ONE: 120, "20-work-environment": 90, "30-work-schedules": 90, "60-advancement": 90,
}  # fmt: skip
QUALITIES = "50-other-skills"
QUALITY = re.compile(r"\*\*[^*]+\.\*\* \S.*[.?!]", re.DOTALL)
# Written before the short form was, and kept whole: longer, and in parts with headings of their own.
LONG_FORM = frozenset(
    {
        "accountants-and-auditors", "cashiers", "childcare-workers", "civil-engineers", "construction-laborers",
        "crop-nursery-and-greenhouse-farmworkers", "customer-service-representatives",
        "elementary-school-teachers", "fast-food-and-counter-workers", "general-and-operations-managers",
        "heavy-and-tractor-trailer-truck-drivers", "home-health-and-personal-care-aides",
        "industrial-production-managers", "janitors-and-cleaners", "lawyers",
        "maintenance-and-repair-workers-general", "medical-scientists", "public-relations-specialists",
        "registered-nurses", "retail-salespersons", "security-guards", "software-developers",
        "stockers-and-order-fillers", "substance-abuse-behavioral-disorder-and-mental-health-counselors",
        "team-assemblers-and-miscellaneous-assemblers", "waiters-and-waitresses",
    }
)  # fmt: skip
NO_VERB = frozenset(["a", "an", "the", "all", "may", "responsible", "they", "to", "other", "various"])
NOT_BENT = frozenset(
    [
        "bring", "ring", "sing", "string", "wring", "swing", "bus", "focus", "shed", "wed", "embed", "shred",
    ]
)  # fmt: skip


def shape(profile: WrittenProfile) -> Iterator[Finding]:
    """What is wrong with the shape of a profile."""
    blocks = blocks_of(profile)
    yield from _missing(profile)
    yield from _headings(blocks)
    yield from _in_short([block for block in blocks if block.section.kind == IN_SHORT])
    if not profile.is_residual:
        yield from _duties([block for block in blocks if block.section.kind == WHAT_THEY_DO], profile)
    if profile.slug not in LONG_FORM:
        yield from _lengths(profile, blocks)
        yield from _qualities([block for block in blocks if block.section.kind == QUALITIES])


def _missing(profile: WrittenProfile) -> Iterator[Finding]:
    there = {section.kind for section in profile.sections}
    for kind in ALWAYS:
        if kind not in there:
            yield Finding(None, 1, f"{HEADINGS[kind]} is missing")
    for name, kind in OMITTABLE.items():
        if kind not in there and name not in profile.omitted and not profile.is_residual:
            yield Finding(None, 1, f"{HEADINGS[kind]} is missing, and omitted doesn't name it")


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
        if len(sentences_in(block.text)) != 1 or not block.text.endswith("."):
            yield block.finding("In short is one sentence")


def _duties(blocks: Sequence[Block], profile: WrittenProfile) -> Iterator[Finding]:
    duties = [block for block in blocks if block.kind == "item"]
    if profile.slug in LONG_FORM:  # it has other lists, too: the duties are the first
        duties = duties[: next((n for n, one in enumerate(duties) if one.line > duties[0].line + n), None)]
    if blocks and not 4 <= len(duties) <= 8:
        yield Finding(blocks[0].section, blocks[0].section.line, f"{len(duties)} duties; 4 to 8 are wanted")
    for duty in duties:
        words = words_in(duty.text)
        if len(words) > 12:
            yield duty.finding(f"this duty has {len(words)} words; at most 12 are wanted")
        if duty.text.endswith((".", ";", ",")):
            yield duty.finding("a duty has no period at its end")
        if words and not _is_bare_verb(words[0]):
            yield duty.finding(f"a duty begins with a bare verb; “{words[0]}” is none")


def _is_bare_verb(word: str) -> bool:
    """Whether it can be one: told by its ending, as no list has every verb of every trade."""
    word = word.lower()
    if word in NOT_BENT:
        return True
    third_person = word.endswith("s") and not word.endswith("ss")
    past = word.endswith("ed") and not word.endswith("eed")
    return not (word in NO_VERB or third_person or past or word.endswith("ing"))


def _qualities(blocks: Sequence[Block]) -> Iterator[Finding]:
    if not blocks:
        return
    items = [block for block in blocks if block.kind == "item"]
    if not 4 <= len(items) <= 6:
        yield Finding(blocks[0].section, blocks[0].section.line, f"{len(items)} qualities; 4 to 6 are wanted")
    for item in items:
        if not QUALITY.fullmatch(item.markdown):
            yield item.finding(
                "a quality is a name in bold with a period, and a reason: **Calm.** Patients …"
            )


def _lengths(profile: WrittenProfile, blocks: Sequence[Block]) -> Iterator[Finding]:
    for section in profile.sections:
        within = [block for block in blocks if block.section is section and block.kind != "heading"]
        if section.kind == WHAT_THEY_DO:
            count = sum(len(words_in(block.text)) for block in within if block.kind == "paragraph")
            shortest = SHORTEST_RESIDUAL if profile.is_residual else SHORTEST
            if not shortest <= count <= LONGEST:
                yield Finding(section, section.line, f"{count} words; {shortest} to {LONGEST} are wanted")
        elif section.kind in LONGEST_OTHERS:
            count = sum(len(words_in(block.text)) for block in within)
            if count > LONGEST_OTHERS[section.kind]:
                most = LONGEST_OTHERS[section.kind]
                yield Finding(section, section.line, f"{count} words; at most {most} are wanted")
