"""Finds runs of words that also stand in a source. Facts may be carried over, wording may not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+")
RUN = 7
LONGEST_TITLE = 14
# A run is nobody's own if at most one of its words is none of these, and none of a title.
COMMON = frozenset(
    """
    a an the of or and to in for on at by with from as is are be it its that this these those their they who which
    may can some most many often usually typically other such not no s t
    have has need needs then than less
    high school schools diploma equivalent bachelor master doctoral doctor doctorate degree degrees associate
    postsecondary nondegree certificate certificates certification certified license licensed licenses program
    programs apprenticeship apprenticeships job training experience related field year years month months week weeks
    time full part college university education one two three four five six residency internship medical law dental
    graduate undergraduate accredited state states national board cpr commercial driver drivers
    """.split()  # noqa: SIM905 - a hundred quoted words are harder to read
)
NAMED = 3  # words with a capital: the name of an agency or a credential


@dataclass(frozen=True)
class Borrowed:
    """A run of words of the text numbered `text`, as it stands there, and the source that has it too."""

    text: int
    words: str
    source: str


def borrowed(
    texts: Sequence[str],
    sources: Iterable[tuple[str, str]],
    *,
    length: int = RUN,
    allowed: Iterable[str] = (),
) -> list[Borrowed]:
    """The runs of `length` words or more that a text shares with a source, longest runs whole, in their order.

    `sources` are pairs of a source's name and one passage of it; a run never reaches over two passages. Case,
    punctuation and the kind of apostrophe don't count ("four-year" and "bachelor's" are two words each). Left out
    are runs that nobody can call their own: official titles (`allowed`), names, credentials, degrees. Sources are
    read once and not kept.
    """
    wanted: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for position, run in enumerate(windows(words_of(text), length)):
            wanted[run].append((number, position))
    hits: dict[int, dict[int, str]] = defaultdict(dict)
    for name, passage in sources:
        for words in windows(words_of(passage), length):
            for number, position in wanted.get(words, ()):
                hits[number].setdefault(position, name)
    return whole_runs(texts, hits, length, allowed)


def whole_runs(
    texts: Sequence[str], hits: Mapping[int, Mapping[int, str]], length: int, allowed: Iterable[str]
) -> list[Borrowed]:
    """The stretches that found runs make up, but for those that nobody can call their own.

    `hits`: for each text, the source by the position of a run in it.
    """
    titles = {" ".join(words) for phrase in allowed if len(words := words_of(phrase)) > 1}
    titles |= {f"{title}s" for title in titles} | {title.removesuffix("s") for title in titles}
    found = []
    for number in sorted(hits):
        written = list(WORD.finditer(texts[number]))
        free = _free_runs([match[0] for match in written], titles, length)
        own = {position: source for position, source in hits[number].items() if position not in free}
        for first, last, source in _joined(own, length):
            run = texts[number][written[first].start() : written[last].end()]
            found.append(Borrowed(number, run, source))
    return found


def _free_runs(written: Sequence[str], titles: set[str], length: int) -> set[int]:
    """The positions of the runs that are nothing but a title, a name, a credential or a degree."""
    words = [word.casefold() for word in written]
    in_titles = _in_titles(words, titles)
    own = [word not in COMMON and at not in in_titles for at, word in enumerate(words)]
    capital = [word[0].isupper() for word in written]
    return {
        start
        for start in range(len(words) - length + 1)
        if sum(own[start : start + length]) <= 1 or sum(capital[start : start + length]) >= NAMED
    }


def words_of(text: str) -> list[str]:
    """The words as they are compared."""
    return [word.casefold() for word in WORD.findall(text)]


def windows(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Each run of `length` words."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def _in_titles(words: Sequence[str], titles: set[str]) -> set[int]:
    """The positions of the words that lie within a title."""
    found: set[int] = set()
    if not titles:
        return found
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST_TITLE), start + 1, -1):
            if " ".join(words[start:end]) in titles:
                found.update(range(start, end))
                break
    return found


def _joined(starts: Mapping[int, str], length: int) -> Iterator[tuple[int, int, str]]:
    """First word, last word and source of each stretch; neighbouring runs are one stretch."""
    first: int | None = None
    for position in sorted(starts):
        if first is None:
            first = position
        if position + 1 not in starts:
            yield first, position + length - 1, starts[first]
            first = None
