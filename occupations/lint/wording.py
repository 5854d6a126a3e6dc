"""How a profile is worded: sentences, the reading grade, spelling, stock phrases, links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from occupations.lint.blocks import Block, Finding, blocks_of
from occupations.lint.prose import prose_of
from occupations.lint.reading import grade_of, opening_of, sentences_in, words_in
from occupations.lint.shape import LONG_FORM
from occupations.written import IN_SHORT, WHAT_THEY_DO, WrittenProfile

LONGEST_SENTENCE, HIGHEST_GRADE = 28, 9.0
MOST_WITH_ONE_SENTENCE, MOST_WITH_ONE_OPENING = 2, 5
NAME = re.compile(r"\*\*[^*]+\*\* ")  # of a quality, which many may have
LINK = re.compile(r"\]\((?P<address>[^)\s]*)")
STOCK = re.compile(
    r"\b(?:vital role|key role|crucial role|wide (?:range|variety) of|ensur(?:e|es|ing) that|fast-paced|backbone of"
    r"|behind the scenes|ever-changing|cutting-edge|state-of-the-art|day-to-day|wears? many hats|in order to"
    r"|as well as|responsible for|utiliz(?:e|es|ing)|facilitat(?:e|es|ing)|no two days|lifeblood|front lines?"
    r"|stepping stone|career ladder|team player|self-starter|passion(?:ate)? (?:for|about)|peace of mind)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(?:(?:col|fav|lab|hon|neighb|behavi|flav|harb|rum|vap|od|arm|vig|rig)our(?:s|ed|ing|al|ite)?"
    r"|(?:cent|met|lit|fib|theat)re[sd]?|(?:organ|recogn|special|real|minim|maxim|optim|summar|custom|author|util"
    r"|emphas|apolog|steril|critic|categor|priorit|final|standard)is(?:e|es|ed|ing|ation|ations)"
    r"|analys(?:e|ed|es(?= )|ing)|aluminium|cheque|grey|programmes?|tyres?|kerbs?|plough(?:s|ed|ing)?"
    r"|jewellery|licence[sd]?|defence|offence|practis(?:e|es|ed|ing)|travell(?:ed|ing|er|ers)|labell(?:ed|ing)"
    r"|modell(?:ed|ing)|cancell(?:ed|ing)|fulfil(?:s)?|skilful|enrol(?:s)?|enrolment|instal(?:s)?|mould(?:s|ed|ing|ings)?"
    r"|whilst|amongst|towards|lorr(?:y|ies)|petrol|rubbish|spanners?)\b",
    re.IGNORECASE,
)


def wording(profile: WrittenProfile, knows_address: Callable[[str], bool]) -> Iterator[Finding]:
    """What is wrong with the wording of one profile; `knows_address` says whether the site has such a page."""
    blocks = blocks_of(profile)
    for block in blocks:
        for sentence in sentences_in(block.text):
            count = len(words_in(sentence))
            if count > LONGEST_SENTENCE and profile.slug not in LONG_FORM:
                yield block.finding(
                    f"a sentence of {count} words; at most {LONGEST_SENTENCE} are wanted: “{_begin(sentence)} …”"
                )
        for match in STOCK.finditer(block.text) if profile.slug not in LONG_FORM else ():
            yield block.finding(f"“{match[0]}” is a stock phrase")
        for match in BRITISH.finditer(block.text):
            yield block.finding(f"“{match[0]}” is not written so in the United States")
        for match in LINK.finditer(block.markdown):
            if match["address"].startswith("/") and not knows_address(match["address"]):
                yield block.finding(f"the link to {match['address']} leads nowhere")
    yield from _grade([block for block in blocks if block.kind == "paragraph"], profile)


def _grade(paragraphs: Sequence[Block], profile: WrittenProfile) -> Iterator[Finding]:
    grade = grade_of(block.text for block in paragraphs)
    if round(grade, 1) > HIGHEST_GRADE and profile.slug not in LONG_FORM:
        hardest = max(paragraphs, key=lambda block: grade_of([block.text]))
        yield hardest.finding(
            f"the profile reads at grade {grade:.1f}; at most {HIGHEST_GRADE:.0f} is wanted, and this is"
            f" its hardest paragraph"
        )


def shared(profiles: Sequence[WrittenProfile]) -> list[tuple[WrittenProfile, Finding]]:
    """Sentences that more than two profiles have, and openings that more than five have."""
    sentences: dict[str, dict[str, tuple[WrittenProfile, Block]]] = defaultdict(dict)
    openings: dict[tuple[str, str], dict[str, tuple[WrittenProfile, Block]]] = defaultdict(dict)
    for profile in profiles:
        seen: set[str] = set()
        for block in blocks_of(profile):
            if block.kind == "paragraph" and block.section.kind not in seen:
                seen.add(block.section.kind)
                if block.section.kind in (IN_SHORT, WHAT_THEY_DO):
                    key = (block.section.kind, opening_of(block.text))
                    openings[key].setdefault(profile.slug, (profile, block))
            if block.kind == "heading" or (block.kind == "item" and block.section.kind == WHAT_THEY_DO):
                continue
            for sentence in sentences_in(prose_of(NAME.sub("", block.markdown))):
                words = words_in(sentence)
                if len(words) >= 4:
                    key_of_it = " ".join(words).casefold()
                    sentences[key_of_it].setdefault(profile.slug, (profile, block))
    found = []
    for same, places in sentences.items():
        if len(places) > MOST_WITH_ONE_SENTENCE:
            said = f"{len(places) - 1} other profiles have the sentence “{same}”, too"
            found += [(profile, block.finding(said)) for profile, block in places.values()]
    for (_, opening), places in openings.items():
        if len(places) > MOST_WITH_ONE_OPENING:
            said = f"{len(places) - 1} other profiles open with “{opening}”, too"
            found += [(profile, block.finding(said)) for profile, block in places.values()]
    return found


def _begin(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
