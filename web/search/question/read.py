"""A question read: from its text to what was understood. See the docstring of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from occupations.models import Release
from wages.localities import localities_among
from web.search.question import names
from web.search.question.labels import Kind, Lookup, Run, keys_of, label, runs_of
from web.search.question.mending import Lexicon, is_slip, may_be_slip, mended
from web.search.question.roles import understood
from web.search.question.segments import divided
from web.search.question.text import Typed, Word, taken_apart
from web.search.question.understood import Understood

MOST_MENDED = 4
COUNTY_WORDS = frozenset(["county", "parish", "borough", "condado"])


def read_question(
    text: str, known: names.Names, release: Release | None, day: dt.date | None = None
) -> Understood:
    """What a text asks, by the names of a release. One query for titles, three more where a word may be a small
    place, and nine at most where one is mended."""
    typed = taken_apart(text)
    read, used = _read(typed, known, day)
    loose = [at for at in range(len(typed.words)) if at not in used and may_be_slip(typed.words[at].text)]
    mends = _mends(typed, loose[:MOST_MENDED], names.lexicon(release, known.places)) if loose else {}
    if not mends:
        return read
    again, _ = _read(_with_mended(typed, mends), known, day)
    return replace(again, mended=tuple(mends.items()))


def _read(typed: Typed, known: names.Names, day: dt.date | None) -> tuple[Understood, set[int]]:
    """What was understood, and which words have a part in it."""
    keys = keys_of(typed.words)
    titles = {**known.titles, **names.other_titles({key for each in keys.values() for key in each})}
    lookup = Lookup(titles, known.industries, known.places)
    runs = divided(len(typed.words), label(typed.words, lookup))
    if _may_name_a_locality(typed, runs):
        lookup = replace(lookup, localities=localities_among(_phrases(typed), day))
        runs = divided(len(typed.words), label(typed.words, lookup))
    return understood(typed, runs), {at for run in runs for at in range(run.start, run.stop)}


def _may_name_a_locality(typed: Typed, runs: Sequence[Run]) -> bool:
    """Whether any word may be a ZIP code, a city or a county: one that nothing explains, or one beside "county"."""
    explained = {at for run in runs for at in range(run.start, run.stop)}
    if len(explained) < len(typed.words) or any(word.text in COUNTY_WORDS for word in typed.words):
        return True
    # Two places in a row: perhaps a city that a larger one is called by, in another state ("frisco texas").
    return any(a.stop == b.start and a.of(Kind.PLACE) and b.of(Kind.PLACE) for a, b in pairwise(runs))


def _phrases(typed: Typed) -> set[str]:
    """Every run of words as it was typed."""
    return {" ".join(word.text for word in typed.words[start:stop]) for start, stop in runs_of(typed.words)}


def _mends(typed: Typed, loose: list[int], lexicon: Lexicon) -> dict[str, str]:
    """What the slips among loose words were meant as."""
    texts = [word.text for word in typed.words]
    found = {}
    for at in loose:
        before, after = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        if is_slip(texts[at], lexicon) and (better := mended(texts[at], lexicon, before, after)):
            found[texts[at]] = better
    return found


def _with_mended(typed: Typed, mends: dict[str, str]) -> Typed:
    words: list[Word] = []
    for word in typed.words:
        parts = mends.get(word.text, word.text).split()
        words += [
            replace(word, text=part, after_comma=word.after_comma and not at) for at, part in enumerate(parts)
        ]
    return replace(typed, words=tuple(words))
