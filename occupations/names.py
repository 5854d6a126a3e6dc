"""The names of occupations, official and other, that fit a reading of a text: one query to each kind of name.

A name fits by the words of a reading (`spelled`), perhaps after slips were mended (`corrected`), or by some of
the words (`scattered`). What the tiers mean is explained at `OccupationQuerySet.search`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import reduce
from operator import and_, or_
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, Count, Exists, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Concat, Length, Lower
from django.db.models.lookups import GreaterThanOrEqual

from occupations.choices import TitleKind
from occupations.english import is_english
from occupations.lay_words import READ_AS
from occupations.release_parts import by_part, superseded_titles
from occupations.search_text import WORD, SearchText, readings_of, stem

(
    BY_CODE, TITLE, OWN_TITLE, TWICE, ALTERNATE, TITLE_ENDS, TITLE_WORDS, TITLE_BEGUN, ALTERNATE_WORDS,
    ALTERNATE_BEGUN, SCATTERED, PARTLY,
) = range(1, 13)  # fmt: skip

ENDING = "(s|es|ies|y)?"
BROAD, DETAILED = 3, 4
LIKE, NEAR = 0.3, 0.75
SHORTEST_CORRECTED, SHORTEST_BEGUN = 4, 3
MOST_NEAR = 3000
# Without "Except …": a title is not found by what it leaves out.
CORE = Func(Lower("title"), Value(", except .*$"), Value(""), function="regexp_replace")

Condition = Callable[[SearchText], Q]


class NameFound(NamedTuple):
    """A name that fits: the occupation's id, the tier, the place of the reading, the name."""

    occupation: int
    tier: int
    reading: int
    title: str


def spelled(readings: list[SearchText], *, begun: bool = True) -> Iterator[NameFound]:
    """Titles, and the best other title of each occupation, that have the words of a reading, or with `begun` words
    that begin so. Three queries."""
    starts = "|".join(sorted({re.escape(reading.words[0][:2]) for reading in readings}))
    # One cheap look at each title first: the tests of its core cut it short again wherever they name it.
    titles = _titles().alias(whole=Lower("title")).filter(whole__regex=rf"\m({starts})")
    last = _begun if begun else _has
    tiers = [(TITLE, _is_title), (TITLE_ENDS, _ends), (TITLE_WORDS, _has), (TITLE_BEGUN, last)]
    called = Case(
        When(is_retired=True, then=Concat("title", Value(" ("), "system__name", Value(")"))), default="title"
    )
    ranked = _ranked(titles, tiers, readings).order_by().values_list("pk", "rank", called)
    others: list[tuple[int, Condition]] = [
        (OWN_TITLE, _is_own), (ALTERNATE, _is), (ALTERNATE_WORDS, _has), (ALTERNATE_BEGUN, last)
    ]  # fmt: skip
    best = _ranked(_alternates(), others, readings).order_by(
        "occupation_id", "rank", Length("title"), "title"
    )
    best = best.distinct("occupation_id").values_list("occupation_id", "rank", "title")
    for pk, rank, title in (*ranked, *best):
        tier, reading = divmod(rank, 10)
        yield NameFound(pk, tier, reading, title)


def corrected(reading: SearchText) -> tuple[str, ...]:
    """The reading with each word that no name has replaced by the nearest that one has, or by two that a space
    was left out of; the reading itself where there is none near. English words stay. Three queries.

    Trigrams find names with a word like it that begins with the same two letters (hands slip after them, and
    "actor" is no tractor); the word is then compared letter by letter with theirs.
    """
    words = [
        word
        for word in reading.words
        if len(word) >= SHORTEST_CORRECTED and not is_english(word) and stem(word) not in READ_AS
    ]
    if not words:
        return reading.text
    known: Counter[str] = Counter()
    near = [
        _starts(word) & Q(GreaterThanOrEqual(TrigramWordSimilarity(word, "name"), LIKE)) for word in words
    ]
    for names in (_titles(), _alternates()):
        found = names.filter(reduce(or_, near)).order_by().annotate(title_found=F("name"))
        for name in found.values_list("title_found", flat=True)[:MOST_NEAR]:
            known.update(set(WORD.findall(name)))
    return tuple(part for word in reading.text for part in (_near(word, known) if word in words else (word,)))


def _near(word: str, known: Counter[str]) -> tuple[str, ...]:
    """The word, the known one nearest to it (of two, the more frequent), or the two that it runs together."""
    plain = stem(word)
    if any(stem(other) == plain for other in known):
        return (word,)
    by_likeness = {other: SequenceMatcher(None, word, other).ratio() for other in known}
    nearest = max(by_likeness, key=lambda other: (round(by_likeness[other], 2), known[other]), default=word)
    if by_likeness.get(nearest, 0) >= NEAR:
        return (nearest,)
    parts = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
    return next((pair for pair in parts if pair[0] in known and pair[1] in known), (word,))


def scattered(readings: list[SearchText]) -> dict[int, Counter[str]]:
    """For each occupation that has any word of a reading in any name, how many of its names have each of the
    words (as stems). Three queries."""
    words = list(dict.fromkeys(stem(word) for reading in readings for word in reading.words))
    any_word = reduce(or_, (Q(name__regex=_word(word)) for word in words))
    counts = {
        f"names_{place}": Count("pk", filter=Q(name__regex=_word(word))) for place, word in enumerate(words)
    }
    having: dict[int, Counter[str]] = defaultdict(Counter)
    for names, key in ((_titles(), "pk"), (_alternates(), "occupation_id")):
        grouped = names.filter(any_word).order_by().values(key).annotate(**counts)
        for pk, *has in grouped.values_list(key, *counts):
            having[pk].update({word: count for word, count in zip(words, has, strict=True) if count})
    return having


def wider(occupations: set[int]) -> dict[int, list[int]]:
    """For each occupation the detailed occupation, broad group and combinations that it is part of, and for a retired
    one what it became. Three queries."""
    model = apps.get_model("occupations", "Occupation")
    levels = model.objects.filter(pk__in=occupations).order_by()
    found: dict[int, list[int]] = defaultdict(list)
    for pk, *above in levels.values_list(
        "pk", "parent_id", "parent__level", "parent__parent_id", "parent__parent__level"
    ):
        found[pk] += [group for group, level in (above[:2], above[2:]) if (level or 0) >= BROAD]
    for combination, part in model.combines.through.objects.values_list(
        "from_occupation_id", "to_occupation_id"
    ):
        found[part].append(combination)
        if combination in occupations:
            found[combination].append(part)
    changes = apps.get_model("occupations", "CodeChange").objects.filter(occupation__in=occupations)
    for retired, successor in changes.order_by().values_list("occupation_id", "successor_id"):
        found[retired].append(successor)
    return found


def _titles() -> QuerySet[Any]:
    """The occupations and broad groups of today and the retired occupations that a source leads on from, with their
    titles as `name`. They are few: no index."""
    model = apps.get_model("occupations", "Occupation")
    became = apps.get_model("occupations", "CodeChange").objects.filter(occupation=OuterRef("pk"))
    combines = model.combines.through.objects.filter(from_occupation=OuterRef("pk"))
    leads_on = Q(is_retired=True, level=DETAILED) & (Q(Exists(became)) | Q(Exists(combines)))
    return model.objects.filter(Q(level__gte=BROAD, is_retired=False) | leads_on).alias(name=CORE)


def _alternates() -> QuerySet[Any]:
    """The other titles of the releases that are read as `name`, in lower case, which is what the trigram index holds.

    The releases are asked for first: joined, they would have the index read once for each.
    """
    releases = apps.get_model("occupations", "Release").objects
    read = releases.as_of(None).order_by().filter(pk=OuterRef("pk"))
    every = list(
        releases.annotate(is_read=Exists(read)).select_related("source").order_by("-published_on", "-id")
    )
    titles = apps.get_model("occupations", "AlternateTitle").objects.exclude(
        release__in=[release.pk for release in every if not release.is_read]
    )
    onet = by_part(r for r in every if r.is_read and r.is_official and r.source.slug == "onet")
    if len(onet.all()) > 1:
        titles = titles.exclude(superseded_titles(onet))
    return titles.alias(name=Lower("title"))


def titled(occupations: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Those of the occupations whose title is the text, but for plurals and punctuation; none for an empty one."""
    readings = readings_of(text)
    return occupations.alias(name=Lower("title")).filter(_is(readings[0])) if readings else occupations.none()


# The conditions below are on `name`, a title in lower case.


def _ranked(
    names: QuerySet[Any], tiers: Sequence[tuple[int, Condition]], readings: list[SearchText]
) -> QuerySet[Any]:
    """The names that fit any reading, each with `rank`: ten times its tier plus the place of the reading.

    Beginnings of words, the last tier, are taken of the text as it was typed alone.
    """
    begun = tiers[-1][1]
    tests = [
        (tier * 10 + place, condition(reading))
        for tier, condition in tiers
        for place, reading in enumerate(readings if condition is not begun else readings[:1])
    ]
    wanted = [begun(readings[0]), *(_has(reading) for reading in readings[1:])]
    rank = Case(*(When(test, then=Value(rank)) for rank, test in tests), default=None)
    return names.filter(reduce(or_, wanted)).annotate(rank=rank)


def _starts(word: str) -> Q:
    """A word of the name has the same first two letters."""
    return Q(name__regex=rf"\m{word[:2]}")


def _word(word: str) -> str:
    """The word as a whole word of a name, but for plural endings."""
    return rf"\m{stem(word)}{ENDING}\M"


def _together(reading: SearchText) -> str:
    return r"\W*".join(stem(word) + ENDING for word in reading.text)


def _has(reading: SearchText) -> Q:
    """Every word is a word of the name."""
    return reduce(and_, (Q(name__regex=_word(word)) for word in reading.words))


def _begun(reading: SearchText) -> Q:
    """Every word is the beginning of a word of the name; one of two letters only while it is being typed."""
    *before, last = reading.words
    whole = (_word(word) if len(word) < SHORTEST_BEGUN else rf"\m{stem(word)}" for word in before)
    return reduce(and_, (Q(name__regex=pattern) for pattern in (*whole, rf"\m{stem(last)}")))


def _is(reading: SearchText) -> Q:
    """The name is the text, but for plurals and punctuation, or ends in it as its abbreviation."""
    return Q(name__regex=rf"^\W*{_together(reading)}\W*$|\({_together(reading)}\)$")


def _is_own(reading: SearchText) -> Q:
    """A title that SOC lists for this code alone is the text."""
    return Q(kind__in=(TitleKind.DIRECT_MATCH, TitleKind.ILLUSTRATIVE)) & _is(reading)


def _is_title(reading: SearchText) -> Q:
    """The title is the text, or the text is one of those that it enumerates ("Hairdressers, Hairstylists, and
    Cosmetologists"); not of what it is about ("Supervisors of Mechanics, Installers, and Repairers")."""
    text = _together(reading)
    among = rf"^(?!.*(\mof\M|, all other$))(.*, |.* and )?{text}(,.*,? and .*|, general|,? and .*)?$"
    return Q(name__regex=rf"^\W*{text}(, general)?\W*$") | Q(name__regex=among, name__contains=" and ")


def _ends(reading: SearchText) -> Q:
    """Every word is a word of the title, and the last one is what it says they are: "Civil Engineers"."""
    return _has(reading) & Q(name__regex=rf"\m{stem(reading.text[-1])}{ENDING}\M($|,| and (?!other))")
