"""How a text is worded: sentences, the reading grade, spelling, stock phrases, links, words shared with others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from occupations.lint.blocks import Block, Finding
from occupations.lint.prose import prose_of
from occupations.lint.reading import grade_of, opening_of, sentences_in, words_in
from occupations.lint.spelling import BRITISH, misspelled
from occupations.lint.unsaid import unsaid, untidy
from occupations.written import IN_SHORT, WHAT_THEY_DO

LONGEST_SENTENCE = 28
HIGHEST_GRADE, HIGHEST_GRADE_OF_INTRODUCTION = 9.0, 12.0
MOST_WITH_ONE_SENTENCE, MOST_WITH_ONE_OPENING = 2, 5
NAME = re.compile(r"\*\*[^*]+\*\* ")  # of a quality, which many may have
LINK = re.compile(r"\]\((?P<address>[^)\s]*)")
STOCK = re.compile(
    r"\b(?:(?:vital|key|crucial|essential|important) (?:role|part)|wide (?:range|variety) of|a variety of|various"
    r"|ensur(?:e|es|ing) that|fast-paced|backbone|behind the scenes|ever-changing|cutting-edge|state-of-the-art"
    r"|day-to-day|day in and day out|wears? many hats|in order to|as well as|responsible for|duties include"
    r"|utiliz(?:e|es|ing)|facilitat(?:e|es|ing)|no two days|lifeblood|front lines?|first line of defense"
    r"|stepping stone|(?:career|climb the) ladder|foot in the door|opens? doors|team player|people person|self-starter"
    r"|highly motivated|passion(?:ate)? (?:for|about)|peace of mind|quality of life|think of|when it comes to"
    r"|at the heart of|heart of the|go(?:es)? above and beyond|eyes and ears|unsung|detective work"
    r"|bridge the gap|keeps? things running|runs? smoothly|running smoothly|robust|seamless(?:ly)?|leverag(?:e|es|ing)"
    r"|from start to finish|whether it's|more than just|art and science|jack of all trades|bread and butter"
    r"|tapestry|delve|second nature|keys? to success|a must\b|helping hand|(?:keen|sharp) eye|of course|in other words"
    r"|simply put|last but not least|needless to say|ever wonder|today's world|world-class|bring(?:s)? to life)\b",
    re.IGNORECASE,
)


def wording(
    blocks: Sequence[Block], knows_address: Callable[[str], bool], highest_grade: float = HIGHEST_GRADE
) -> Iterator[Finding]:
    """What is wrong with the wording of one text; `knows_address` says whether the site has such a page."""
    for block in blocks:
        for message in _of_block(block, knows_address):
            yield block.finding(message)
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    grade = grade_of(block.text for block in paragraphs)
    if round(grade, 1) > highest_grade:
        hardest = max(paragraphs, key=lambda block: grade_of([block.text]))
        yield hardest.finding(
            f"the text reads at grade {grade:.1f}; at most {highest_grade:.0f} is wanted, and this is"
            f" its hardest paragraph"
        )


def _of_block(block: Block, knows_address: Callable[[str], bool]) -> Iterator[str]:
    for sentence in sentences_in(block.text):
        count = len(words_in(sentence))
        if count > LONGEST_SENTENCE:
            yield f"a sentence of {count} words; at most {LONGEST_SENTENCE} are wanted: “{_begin(sentence)} …”"
    if block.kind == "paragraph" and not block.text.endswith((".", "?", "!", "”", ":")):
        yield "a paragraph ends with a period"
    for match in STOCK.finditer(block.text):
        yield f"“{match[0]}” is a stock phrase"
    for match in BRITISH.finditer(block.text):
        yield f"“{match[0]}” is not written so in the United States"
    for word in misspelled(block.text):
        yield f"“{word}” is in no American dictionary; mend it, or add a term of the trade to words.txt"
    for match in LINK.finditer(block.markdown):
        if match["address"].startswith("/") and not knows_address(match["address"]):
            yield f"the link to {match['address']} leads nowhere"
    yield from unsaid(block.text)
    yield from untidy(block.markdown)


@dataclass(frozen=True)
class Text:
    """One text among all: its name, by which it is known, and its blocks."""

    name: str
    blocks: tuple[Block, ...]


def shared(texts: Sequence[Text]) -> Iterator[tuple[str, Finding]]:
    """Sentences that more than two texts have, and openings that more than five have: the text's name, and where."""
    sentences: dict[str, dict[str, Block]] = defaultdict(dict)
    openings: dict[tuple[str, str], dict[str, Block]] = defaultdict(dict)
    for text in texts:
        for block in _openings(text.blocks):
            openings[_kind(block), opening_of(block.text)].setdefault(text.name, block)
        for sentence, block in _sentences(text.blocks):
            sentences[sentence].setdefault(text.name, block)
    for same, places in sentences.items():
        if len(places) > MOST_WITH_ONE_SENTENCE:
            for name, block in places.items():
                yield name, block.finding(f"{len(places) - 1} other texts have the sentence “{same}”, too")
    for (_, opening), places in openings.items():
        if len(places) > MOST_WITH_ONE_OPENING:
            for name, block in places.items():
                yield name, block.finding(f"{len(places) - 1} other texts open with “{opening}”, too")


def _kind(block: Block) -> str:
    return block.section.kind if block.section else ""


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The sentences of four words and more, as they are compared; duties are none."""
    for block in blocks:
        duty = block.kind == "item" and _kind(block) == WHAT_THEY_DO
        if block.kind != "heading" and not duty:
            for sentence in sentences_in(prose_of(NAME.sub("", block.markdown))):
                words = words_in(sentence)
                if len(words) >= 4:
                    yield " ".join(words).casefold(), block


def _openings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first paragraph of an introduction, and those of the sections that a reader meets first."""
    seen: set[str] = set()
    for block in blocks:
        kind = _kind(block)
        if block.kind == "paragraph" and kind in ("", IN_SHORT, WHAT_THEY_DO) and kind not in seen:
            seen.add(kind)
            yield block


def _begin(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
