"""How a typed text finds occupations. The ranking is explained at `OccupationQuerySet.search`."""

from __future__ import annotations

import re
from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, TypeVar

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    Case,
    F,
    FloatField,
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
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Floor, Least, Length, Lower
from django.db.models.lookups import GreaterThanOrEqual

if TYPE_CHECKING:
    from occupations.querysets import OccupationQuerySet

    Found = TypeVar("Found", bound=OccupationQuerySet)

LONGEST_TEXT = 100
MOST_WORDS = 8
STOP_WORDS = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
ENDING = "(s|es|ies|y)?"
CODE = re.compile(r"^(\d\d)-?(\d{0,4})(?:\.\d\d)?$")
WORD = re.compile(r"[^\W_]+")
ALIKE_ENOUGH, CLOSEST = 0.5, 0.3

BY_CODE, TITLE, ALTERNATE, TITLE_WORDS, ALTERNATE_WORDS, ALIKE, ALTERNATE_ALIKE, NOT_ALIKE = range(1, 9)


def code_in(text: str) -> str:
    """The code, or its first digits, that the text is: "113051" → "11-3051", "11-30"; "" for anything else."""
    match = CODE.match(text.strip())
    if match is None:
        return ""
    first, rest = match.groups()
    return f"{first}-{rest}"


def words_in(text: str) -> list[str]:
    """The words to look for, in lower case; little words count only where there are no others."""
    words = list(dict.fromkeys(WORD.findall(text[:LONGEST_TEXT].lower())))
    return ([word for word in words if word not in STOP_WORDS] or words)[:MOST_WORDS]


def search_occupations(occupations: Found, text: str, *, closest: bool) -> Found:
    """See OccupationQuerySet.search."""
    words, code = words_in(text), code_in(text)
    if not words:
        return occupations.none()
    best: dict[int, dict[str, object]] = {} if code else _best_alternates(text, words, closest=closest)
    is_code = Q(code__startswith=code) if code else Q(pk__in=[])
    own_alike = _at_least(CLOSEST, words) if closest else _at_least(ALIKE_ENOUGH, words) & _begin(words)
    found = is_code if code else own_alike | Q(pk__in=list(best))
    ranked = occupations.alias(name=Lower("title")).filter(found)
    ranked = ranked.alias(
        own_tier=Case(
            When(is_code, then=BY_CODE),
            When(_is(text), then=TITLE),
            When(_has(words), then=TITLE_WORDS),
            When(own_alike, then=ALIKE),
            default=NOT_ALIKE,
        ),
        own_score=_score(words),
        other_tier=Coalesce(Cast(_entry(best, "tier"), IntegerField()), NOT_ALIKE + 1),
        other_score=Coalesce(Cast(_entry(best, "score"), FloatField()), 0.0),
    )
    projections = apps.get_model("occupations", "Projection").objects.filter(
        occupation=OuterRef("pk"), release__state="ready"
    )
    jobs = projections.order_by("-release__published_on").values("base_employment")[:1]
    return ranked.annotate(
        search_tier=Least("own_tier", "other_tier"),
        search_score=Case(When(own_tier__lte=F("other_tier"), then=F("own_score")), default=F("other_score")),
        search_jobs=Subquery(jobs),
        also_called=Case(
            When(other_tier__lt=F("own_tier"), then=_entry(best, "title")),
            default=None,
            output_field=TextField(),
        ),
    ).order_by(
        "search_tier",
        Case(When(search_tier__gte=ALIKE, then=Floor(F("search_score") * 10)), default=Value(0.0)).desc(),
        "is_residual",
        F("search_jobs").desc(nulls_last=True),
        "code",
    )


def _best_alternates(text: str, words: list[str], *, closest: bool) -> dict[int, dict[str, object]]:
    """For each occupation with alternate titles that have every word, the best of them: one query.

    Made at once and handed to the search as a small JSON object, because the database would otherwise look
    for the best title again wherever the ranking mentions it.
    """
    titles = apps.get_model("occupations", "AlternateTitle").objects.filter(release__state="ready")
    named = titles.alias(name=Lower("title")).filter(_alike(words, closest=closest))
    ranked = named.annotate(
        tier=Case(
            When(_is(text), then=ALTERNATE), When(_has(words), then=ALTERNATE_WORDS), default=ALTERNATE_ALIKE
        ),
        score=_score(words),
    ).order_by("occupation_id", "tier", "-score", Length("title"), "title")
    found = ranked.distinct("occupation_id").values("occupation_id", "tier", "score", "title")
    return {row["occupation_id"]: dict(row) for row in found}


def _entry(best: dict[int, dict[str, object]], key: str) -> Func:
    """What `best` says under `key` of a query's occupation, as text; NULL where it has no entry."""
    entries = Value(best, output_field=JSONField())
    path = (Cast("pk", TextField()), Value(key))
    return Func(entries, *path, function="jsonb_extract_path_text", output_field=TextField())


# The conditions below are on `name`, the title in lower case, which is what the trigram indexes hold.


def _alike(words: list[str], *, closest: bool) -> Q:
    """Every word is spelled like a part of the name. An index answers this, but only at the usual 0.6."""
    if closest:
        return _at_least(CLOSEST, words)
    return reduce(and_, (Q(name__trigram_word_similar=word) for word in words)) & _begin(words)


def _at_least(similarity: float, words: list[str]) -> Q:
    """Every word is spelled like a part of the name to at least this degree. No index: for few names."""
    return reduce(
        and_, (Q(GreaterThanOrEqual(TrigramWordSimilarity(word, "name"), similarity)) for word in words)
    )


def _begin(words: list[str]) -> Q:
    """For every word there is a word in the name with the same first two letters: hands slip later.

    Without it "actor" would find tractors and reactors.
    """
    return reduce(and_, (Q(name__regex=rf"\m{word[:2]}") for word in words))


def _has(words: list[str]) -> Q:
    """Every word is a word of the name, but for plural endings."""
    return reduce(and_, (Q(name__regex=rf"\m{_stem(word)}{ENDING}\M") for word in words))


def _is(text: str) -> Q:
    """The name is the text, but for plural endings and punctuation."""
    between = r"\W+".join(_stem(word) + ENDING for word in WORD.findall(text[:LONGEST_TEXT].lower()))
    return Q(name__regex=rf"^\W*{between}\W*$")


def _score(words: list[str]) -> Combinable:
    """How alike the words are to the name on average: 0 to 1."""
    return reduce(add, (TrigramWordSimilarity(word, "name") for word in words)) / Value(float(len(words)))


def _stem(word: str) -> str:
    """The word without what a plural changes: "secretaries", "secretary" → "secretar"; "nurses" → "nurse"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3]
    if (word.endswith("s") and not word.endswith("ss") and len(word) > 3) or (
        word.endswith("y") and len(word) > 4
    ):
        return word[:-1]
    return word
