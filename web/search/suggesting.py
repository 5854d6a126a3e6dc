"""Suggestions while somebody is typing: fast, from names that a process keeps, and one look into an index.

In which order. 1. Names that the text is: the official title or one that it enumerates, then other titles and
everyday words. 2. Official titles that begin with the text as whole words ("Account…" in Accountants and Auditors).
3. Official titles with every word of the text, the last one perhaps only begun. 4. Other titles that begin with the
text. Within each the occupation with the most jobs comes first, supervisors and residuals last. Where nothing of
any kind is found so, the whole search is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from occupations import names
from occupations.models import AlternateTitle, Certification, Occupation, Release
from occupations.search_text import key_of_word, readings_of, stem
from occupations.title_key import title_key
from wages.estimates import Figure
from wages.querysets import covered, floor_of
from web.search.kept import kept
from web.search.queries import Releases, every_industry, newest_releases
from web.search.question.families import Family, by_phrase
from web.search.question.names import names_in
from web.search.question.text import WORD, key_of, plain_word

MOST_OTHERS = 400
SHORT = 4
SCHOOL = "school"
# Schools that prepare for no occupation of their name.
OF_NO_WORK = frozenset(
    ["charter", "elementary", "grade", "graduate", "high", "middle", "night", "primary", "private", "public",
     "secondary", "trade", "vocational"]
)  # fmt: skip
IS_FAMILY, IS_TITLE, IS_OTHER, IS_READ, HAS_READ, BEGINS, HAS, OTHER_BEGINS = range(8)


@dataclass(frozen=True)
class Entry:
    """An occupation that can be suggested. `names` are the keys of its official title and of what that enumerates,
    `words` the plain words of the title; `jobs` counts."""

    occupation: Any
    names: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[str, ...]
    keys: frozenset[str]
    jobs: int
    median: Figure
    basis: str
    comes_last: bool


@dataclass(frozen=True)
class Index:
    """Everything that can be suggested of occupations, and for each occupation of the database what stands for it."""

    entries: tuple[Entry, ...] = ()
    by_name: dict[str, list[Entry]] = field(default_factory=dict)
    shown_for: dict[int, list[Entry]] = field(default_factory=dict)


@dataclass(frozen=True)
class Suggested:
    """An occupation with the name that was typed, where that is not its own."""

    entry: Entry
    called: str = ""


def occupation_index(releases: Releases) -> Index:
    """The occupations with figures as of these releases. Five queries, and one where nothing has changed."""
    pay, outlook = releases.pay, releases.outlook
    return kept(
        "suggestions", (pay.pk if pay else 0, outlook.pk if outlook else 0), lambda: _read(pay, outlook)
    )


def _read(pay: Release | None, outlook: Release | None) -> Index:
    rows = covered(Occupation.objects.all(), pay, outlook).annotate(
        jobs_here=F("national_pay__employment"), projected=F("outlook__base_employment"),
        annual_median=F("national_pay__annual_median"), annual_median_missing=F("national_pay__annual_median_missing"),
        hourly_median=F("national_pay__hourly_median"),
        floor=floor_of("annual_median", "national_pay__", pay) if pay is not None else F("national_pay__annual_median"),
    )  # fmt: skip
    entries = sorted(
        (_entry(row) for row in rows),
        key=lambda entry: (entry.comes_last, -entry.jobs, entry.occupation.code),
    )
    index = Index(tuple(entries))
    by_pk = {entry.occupation.pk: entry for entry in entries}
    for entry in entries:
        for name in entry.names:
            index.by_name.setdefault(name, []).append(entry)
    every = set(
        Occupation.objects.filter(is_retired=False, level__gte=names.BROAD).values_list("pk", flat=True)
    )
    groups = names.wider(every)
    for pk in every:
        index.shown_for[pk] = [by_pk[each] for each in (pk, *groups[pk]) if each in by_pk]
    return index


def _entry(row: Any) -> Entry:
    core = names_in(row.title)
    words = tuple(plain_word(word) for word in WORD.findall(core[0]))
    is_hourly = row.annual_median is None and row.hourly_median is not None
    reason = row.annual_median_missing
    median = Figure(
        row.hourly_median if is_hourly else row.annual_median, None if is_hourly else reason, row.floor
    )
    return Entry(
        occupation=row,
        names=tuple(dict.fromkeys(_key(name) for name in core)),
        words=words,
        starts=tuple(" ".join(plain_word(word) for word in WORD.findall(name)) for name in core),
        keys=frozenset(map(key_of_word, words)),
        jobs=row.jobs_here or int((row.projected or 0) * 1000),
        median=median,
        basis="hourly" if is_hourly else "annual",
        comes_last=row.is_residual or row.title.startswith("First-Line Supervisors"),
    )  # fmt: skip


def _key(name: str) -> str:
    return key_of(tuple(plain_word(word) for word in WORD.findall(name)))


def suggested(text: str, index: Index, most: int) -> list[Suggested]:
    """The first occupations for a text. One query."""
    typed = tuple(plain_word(word) for word in WORD.findall(text.lower()))
    if not typed:
        return []
    readings = list(dict.fromkeys([typed, *(reading.text for reading in readings_of(text))]))
    if (
        len(typed) > 1 and typed[-1] == SCHOOL and typed[-2] not in OF_NO_WORK
    ):  # "barber school" is for barbers
        readings += [reading.text for reading in readings_of(" ".join(typed[:-1]))]
    keys = [key_of(reading) for reading in readings]
    found = _Found()
    _add_names(found, keys, index, _others(keys, _beginning(typed)))
    beginning, last = " ".join(typed), typed[-1]
    before = frozenset(map(key_of_word, typed[:-1]))
    read = [frozenset(key.split()) for key in keys[1:]]
    for entry in index.entries:
        if any(start.startswith(beginning) for start in entry.starts):
            found.add(BEGINS, 0, entry)
        elif before <= entry.keys and any(word.startswith(last) for word in entry.words):
            found.add(HAS, 0, entry)
        elif at := next((at for at, words in enumerate(read, 1) if words <= entry.keys), 0):
            found.add(HAS_READ, at, entry)
    return found.first(most)


def _add_names(
    found: _Found, keys: Sequence[str], index: Index, others: Iterable[tuple[str, str, str, int]]
) -> None:  # fmt: skip
    """What has a name that is the text, or another title that begins with it."""
    family = families().get(keys[0])
    if family is not None:
        by_code = {entry.occupation.code: entry for entry in index.entries}
        for at, code in enumerate(dict.fromkeys([family.dominant, *family.members])):
            if code in by_code:
                found.add(IS_FAMILY, at, by_code[code])
    for at, key in enumerate(keys):
        for entry in index.by_name.get(key, ()):
            found.add(IS_READ if at else IS_TITLE, at, entry)
    own = frozenset([AlternateTitle.Kind.DIRECT_MATCH, AlternateTitle.Kind.ILLUSTRATIVE])
    for key, title, kind, pk in others:
        for entry in index.shown_for.get(pk, ()):
            if key in keys:
                at = keys.index(key)
                found.add(IS_READ if at else IS_OTHER, at + (kind not in own), entry, title)
            else:
                found.add(OTHER_BEGINS, 0, entry, title)


@cache
def families() -> dict[str, Family]:
    return {key_of(tuple(phrase.split())): family for phrase, family in by_phrase().items()}


class _Found:
    """The occupations found, each by the best that it was found by."""

    def __init__(self) -> None:
        self.best: dict[int, tuple[tuple[int, int, bool, int], Suggested]] = {}

    def add(self, tier: int, reading: int, entry: Entry, called: str = "") -> None:
        order = (tier, reading, entry.comes_last, -entry.jobs)
        known = self.best.get(entry.occupation.pk)
        if known is None or order < known[0]:
            self.best[entry.occupation.pk] = (order, Suggested(entry, called))

    def first(self, most: int) -> list[Suggested]:
        ranked = sorted(self.best.values(), key=lambda pair: (pair[0], pair[1].entry.occupation.code))
        return [suggestion for _, suggestion in ranked[:most]]


def _beginning(typed: Sequence[str]) -> str:
    """The beginning of a key that names begun so have: without what a plural changes, unless the word is short."""
    *before, last = typed
    return " ".join([*map(key_of_word, before), last if len(last) <= SHORT else key_of_word(last)])


def _others(keys: Iterable[str], beginning: str) -> list[tuple[str, str, str, int]]:
    """Other titles with one of the keys, and those whose key begins so; by the index of keys. One query."""
    rows = AlternateTitle.objects.annotate(key=title_key())
    wanted = Q(key__in=list(keys))
    if len(beginning) > 2:
        wanted |= Q(key__startswith=beginning)
    found = rows.filter(wanted).order_by().values_list("key", "title", "kind", "occupation_id")
    return list(found[:MOST_OTHERS])


@dataclass(frozen=True)
class Named:
    """An industry or a certification with the words of its names, and its code."""

    row: Any
    words: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True)
class OtherNames:
    industries: tuple[Named, ...] = ()
    certifications: tuple[Named, ...] = ()


def kept_releases(day: dt.date | None) -> Releases:
    """The newest releases as of a day; two queries, and one where nothing has changed."""
    return kept("releases", (day, timezone.localdate()), lambda: newest_releases(day))


def other_names(releases: Releases) -> OtherNames:
    """The industries and certifications. Two queries, and one where nothing has changed."""
    return kept("other names", releases.pay.pk if releases.pay else 0, lambda: _other_names(releases))


def _other_names(releases: Releases) -> OtherNames:
    industries = [
        Named(row, _words(f"{row.title} {row.short_title}"), row.code) for row in every_industry(releases)
    ]
    certifications = [
        Named(
            row, _words(f"{row.name} {row.abbreviation} {body.name} {body.abbreviation} {body.former_names}")
        )
        for row in Certification.objects.select_related("organization")
        for body in [row.organization]
    ]
    return OtherNames(tuple(industries), tuple(certifications))


def _words(names: str) -> tuple[str, ...]:
    return tuple(plain_word(word) for word in WORD.findall(names))


def begun(typed: Sequence[str], code: str, names: Iterable[Named]) -> list[Any]:
    """Those of which every typed word begins a word, or whose code begins with the text; as `IndustryQuerySet.named`
    and `CertificationQuerySet.named` find them."""
    beginnings = [stem(plain_word(word)) for word in typed]
    begins = code.strip().upper()
    return [
        each.row
        for each in names
        if all(any(word.startswith(beginning) for word in each.words) for beginning in beginnings)
        or (begins and each.code.startswith(begins))
    ]
