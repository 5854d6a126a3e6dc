"""How a typed text finds occupations. The ranking is explained at `OccupationQuerySet.search`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps
from django.db.models import (
    Case,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from occupations import names
from occupations.choices import ReleaseState
from occupations.search_text import SearchText, code_in, readings_of, stem

if TYPE_CHECKING:
    from occupations.querysets import OccupationQuerySet

    Found = TypeVar("Found", bound=OccupationQuerySet)

LEAST_PART = 0.3
# What a title is to the occupation that is shown in the place of its own.
HANDED_UP = {
    names.TITLE: names.OWN_TITLE, names.TITLE_ENDS: names.ALTERNATE_WORDS, names.TITLE_WORDS: names.ALTERNATE_WORDS,
    names.TITLE_BEGUN: names.ALTERNATE_BEGUN,
}  # fmt: skip
OWN = frozenset(HANDED_UP)
# Residuals and supervisors come after those whose work it is.
LAST = Case(When(Q(is_residual=True) | Q(title__startswith="First-Line Supervisors"), then=1), default=0)


@dataclass(frozen=True)
class Hit:
    """How well the best name of an occupation fits; the name itself where it is not the occupation's own title."""

    tier: int
    reading: int = 0
    score: float = 1.0
    title: str | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        return (self.tier, self.reading, -math.floor(self.score * 10))


def search_occupations(occupations: Found, text: str, *, closest: bool, mend: bool = True) -> Found:
    """See OccupationQuerySet.search."""
    readings, code = readings_of(text), code_in(text)
    hits: dict[int, Hit] = {}
    mended = None
    if code:
        begun = occupations.filter(code__startswith=code).order_by()
        hits = dict.fromkeys(begun.values_list("pk", flat=True), Hit(names.BY_CODE))
    elif readings:
        hits = _named(names.spelled(readings))
        if not hits and mend:
            corrected = " ".join(names.corrected(readings[0]))
            if corrected != " ".join(readings[0].text):
                readings, mended = readings_of(corrected), corrected
                hits = _named(names.spelled(readings, begun=False))
        if not hits and closest:
            hits = _scattered(readings)
    places = {order: place for place, order in enumerate(sorted({hit.order for hit in hits.values()}))}
    entries = {
        pk: {"place": places[hit.order], "tier": hit.tier, "title": hit.title} for pk, hit in hits.items()
    }
    projections = apps.get_model("occupations", "Projection").objects.filter(
        occupation=OuterRef("pk"), release__state=ReleaseState.READY
    )
    jobs = projections.order_by("-release__published_on").values("base_employment")[:1]
    return (
        occupations.filter(pk__in=list(hits))
        .annotate(
            search_place=Cast(_entry(entries, "place"), IntegerField()),
            search_tier=Cast(_entry(entries, "tier"), IntegerField()),
            search_jobs=Subquery(jobs),
            also_called=_entry(entries, "title"),
            read_as=Value(mended, output_field=TextField()),
        )
        .order_by("search_place", LAST, F("search_jobs").desc(nulls_last=True), "code")
    )


def _entry(entries: dict[int, dict[str, Any]], key: str) -> Func:
    """What `entries` says under `key` of a query's occupation, as text. Handed over as one JSON value, because
    the database would otherwise look for the best name again wherever the ranking mentions it."""
    path = (Cast("pk", TextField()), Value(key))
    entries_ = Value(entries, output_field=JSONField())
    return Func(entries_, *path, function="jsonb_extract_path_text", output_field=TextField())


def _named(found: Iterable[names.NameFound]) -> dict[int, Hit]:
    """The best hit of each occupation, among its own names and those of the occupations it is shown for."""
    rows = list(found)
    if not rows:
        return {}
    wider = names.wider({row.occupation for row in rows})
    titled = {
        row.occupation
        for row in rows
        if row.tier in (names.TITLE_ENDS, names.TITLE_WORDS) and not row.reading
    }
    has_whole = any(row.tier <= names.TITLE_WORDS and row.tier in OWN for row in rows)
    hits: dict[int, Hit] = {}
    for row in rows:
        hit = Hit(row.tier, row.reading, 1.0, None if row.tier in OWN else row.title)
        if row.tier == names.ALTERNATE and not row.reading and row.occupation in titled:
            hit = replace(hit, tier=names.TWICE)
        elif row.tier == names.TITLE_BEGUN and has_whole:
            hit = replace(hit, tier=names.ALTERNATE_BEGUN)
        up = replace(hit, tier=HANDED_UP.get(hit.tier, hit.tier), title=row.title)
        for pk, candidate in ((row.occupation, hit), *((pk, up) for pk in wider[row.occupation])):
            if pk not in hits or candidate.order < hits[pk].order:
                hits[pk] = candidate
    return hits


def _scattered(readings: list[SearchText]) -> dict[int, Hit]:
    """Occupations that have all words, but in several of their names, or a good part of the words.

    A word counts the more, the fewer occupations have it and the more names of this one do: in "college dean"
    the dean does.
    """
    having = names.scattered(readings)
    if not having:
        return {}
    for pk, groups in names.wider(set(having)).items():
        for group in groups:
            having[group] = having.get(group, Counter()) + having.get(pk, Counter())
    words = {stem(word) for reading in readings for word in reading.words}
    known_by = {word: sum(word in has for has in having.values()) for word in words}
    # A word that no name has says nothing about any of them: it counts as one that all have.
    weights = {word: math.log(1 + len(having) / (count or len(having))) for word, count in known_by.items()}
    hits = {}
    for pk, has in having.items():
        part, strength = max(_part(reading, has, weights) for reading in readings)
        if part >= LEAST_PART:
            hits[pk] = Hit(names.SCATTERED if part == 1 else names.PARTLY, 0, strength)
    return hits


def _part(reading: SearchText, has: Counter[str], weights: dict[str, float]) -> tuple[float, float]:
    """How much of the reading's words there is, by their weights (0 to 1), and the same with the number of names."""
    words = {stem(word) for word in reading.words}
    whole = sum(weights[word] for word in words)
    part = sum(weights[word] for word in words if has[word]) / whole if words - has.keys() else 1.0
    return part, sum(weights[word] * math.log(1 + has[word]) for word in words) / whole
