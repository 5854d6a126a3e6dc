"""Why an occupation's share of an industry's jobs is projected to change, put together by reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from occupations.models import Occupation, Release, UtilizationFactor
from web.occupations import words
from web.occupations.listed import Listed, Place


@dataclass(frozen=True)
class Why:
    """What a page says of it: a sentence, the reasons with where they are given, and the publisher's own sentences
    with what each is said of, where its file is loaded; all of one round."""

    release: Release
    sentence: str
    reasons: list[Listed]
    statements: list[tuple[str, str]]
    note: str = words.SHARE_NOTE


def why(occupation: Occupation, factors: Sequence[UtilizationFactor]) -> Why | None:
    """Of an occupation, by industry; None where the newest round says nothing of it."""
    return _why(factors, _industry, words.why_shares_change(occupation, factors)) if factors else None


def why_in_industry(factors: Sequence[UtilizationFactor], sentence: str) -> Why | None:
    """Of an industry, by occupation; None where the newest round says nothing of it."""
    return _why(factors, _occupation, sentence) if factors else None


def _why(
    factors: Sequence[UtilizationFactor], place_of: Callable[[UtilizationFactor], Place], sentence: str
) -> Why:
    ordered = sorted(factors, key=lambda factor: (not _is_everywhere(factor), place_of(factor).name))
    return Why(factors[0].release, sentence, _reasons(ordered, place_of), _statements(ordered, place_of))


def _reasons(
    factors: Iterable[UtilizationFactor], place_of: Callable[[UtilizationFactor], Place]
) -> list[Listed]:
    """The factors by direction and kinds: a larger share first, then those given for the most."""
    found: dict[tuple[str, ...], Listed] = {}
    for factor in factors:
        kinds = sorted(factor.kinds, key=UtilizationFactor.Kind.values.index)
        key = (factor.direction, *kinds)
        found.setdefault(key, Listed(words.reason(kinds, factor.direction))).places.append(place_of(factor))

    def order(item: tuple[tuple[str, ...], Listed]) -> tuple[bool, bool, int]:
        (direction, *_), listed = item
        everywhere = any(place.name == words.EVERYWHERE for place in listed.places)
        return direction != UtilizationFactor.Direction.UP, not everywhere, -len(listed.places)

    return [listed for _, listed in sorted(found.items(), key=order)]


def _statements(
    factors: Iterable[UtilizationFactor], place_of: Callable[[UtilizationFactor], Place]
) -> list[tuple[str, str]]:
    """The publisher's sentences, each once, with the names of what it is said of."""
    found: dict[str, list[str]] = {}
    for factor in factors:
        if factor.statement:
            found.setdefault(words.as_said(factor.statement), []).append(place_of(factor).name)
    return [("; ".join(names), statement) for statement, names in found.items()]


def _is_everywhere(factor: UtilizationFactor) -> bool:
    """Whether it is given for all industries together."""
    return factor.industry_code == words.ALL_INDUSTRIES


def _industry(factor: UtilizationFactor) -> Place:
    if factor.industry is None:
        return Place(factor.industry_title)
    name = words.EVERYWHERE if _is_everywhere(factor) else factor.industry.short_title
    return Place(name, factor.industry.get_absolute_url())


def _occupation(factor: UtilizationFactor) -> Place:
    return Place(factor.occupation.sentence_title, factor.occupation.get_absolute_url())
