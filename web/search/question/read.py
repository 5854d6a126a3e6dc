"""A question read: from its text to what was understood. See the docstring of this room."""

from __future__ import annotations

from dataclasses import replace

from occupations.models import Release
from web.search.question import names
from web.search.question.labels import Lookup, label, run_key, runs_of
from web.search.question.mending import is_slip, mended
from web.search.question.roles import understood
from web.search.question.segments import divided
from web.search.question.text import Typed, Word, taken_apart
from web.search.question.understood import Understood

MOST_MENDED = 4


def read_question(text: str, release: Release | None) -> Understood:
    """What a text asks, by the places of a release. Seven queries at most, and six more where a word is mended."""
    known = names.kept_names(release)
    typed = taken_apart(text)
    read, runs_words = _read(typed, known)
    loose = [at for at in range(len(typed.words)) if at not in runs_words][:MOST_MENDED]
    if not any(_looks_odd(typed.words[at]) for at in loose):
        return read
    words = names.lexicon(release, known.places)
    mends = {
        typed.words[at].text: better
        for at in loose
        if is_slip(typed.words[at].text, words) and (better := mended(typed.words[at].text, words))
    }
    if not mends:
        return read
    again, _ = _read(_with_mended(typed, mends), known)
    return replace(again, mended=tuple(mends.items()))


def _read(typed: Typed, known: names.Names) -> tuple[Understood, set[int]]:
    """What was understood, and which words have a part in it."""
    keys = [run_key(typed.words, start, stop) for start, stop in runs_of(typed.words)]
    titles = {**known.titles, **names.other_titles(keys)}
    lookup = Lookup(titles, known.industries, known.places, names.localities(keys))
    runs = divided(len(typed.words), label(typed.words, lookup))
    return understood(typed, runs), {at for run in runs for at in range(run.start, run.stop)}


def _looks_odd(word: Word) -> bool:
    return len(word.text) > 3 and word.text.isalpha()


def _with_mended(typed: Typed, mends: dict[str, str]) -> Typed:
    words: list[Word] = []
    for word in typed.words:
        parts = mends.get(word.text, word.text).split()
        words += [replace(word, text=part, after_comma=word.after_comma and not at) for at, part in enumerate(parts)]
    return replace(typed, words=tuple(words))
