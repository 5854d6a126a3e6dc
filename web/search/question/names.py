"""What the database says of runs of words: names of occupations and industries, and the places of a release."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from occupations.choices import IndustryKind
from occupations.choices import OccupationLevel as Level
from occupations.models import AlternateTitle, Industry, Occupation, Release
from occupations.title_key import title_key
from wages.geography import POSTAL, STATES_NAMED
from wages.models import Area, WageEstimate
from web.search.kept import kept
from web.search.question.mending import Lexicon
from web.search.question.places import Place, PlaceNames
from web.search.question.text import WORD, key_of, plain_word

MOST_CODES = 8


# A part of a title that enumerates is a name of its own where it says who they are: "waiters", not "heating".
WHO_THEY_ARE = re.compile(
    r"(er|or|ist|ian|ant|ent|man|men|ee|ess|eur|path|ard|ive|ect|ary|ies|e|l|d|k|c|n|t)s$"
)
LONGEST_PART = 3


@dataclass(frozen=True)
class Names:
    """What a process keeps of the names in one version of the data: codes by the keys of official titles and of
    industries, and the places of a release."""

    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    industries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: PlaceNames = field(default_factory=lambda: PlaceNames.of(()))


def kept_names(release: Release | None) -> Names:
    """The names as of a release of pay. Four queries, and one where the data are as they were at the last question."""

    def read() -> Names:
        return Names(_titles(), _industries(), PlaceNames.of(map(_place, _areas(release)) if release else ()))

    return kept("names", release.pk if release else 0, read)


def _titles() -> dict[str, tuple[str, ...]]:
    current = Q(is_retired=False, level__gte=Level.BROAD)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code, title in (
        Occupation.objects.filter(current).order_by("-level", "code").values_list("code", "title")
    ):
        for name in names_in(title):
            found[_key(name)][code] = None
    return {key: tuple(codes)[:MOST_CODES] for key, codes in found.items()}


def names_in(title: str) -> list[str]:
    """An official title without what it leaves out, and the names that it enumerates: "Waiters and Waitresses" →
    itself, "Waiters", "Waitresses"."""
    if ", All Other" in title:
        return [title]
    core = re.sub(r", (Except|General).*$", "", title)
    parts = [part for part in re.split(r", and |, | and ", core) if part]
    if len(parts) == 1 or " of " in core:
        return [core]
    if " and " not in core:  # "Meter Readers, Utilities": whoever they are comes first
        return [core, parts[0]] if WHO_THEY_ARE.search(parts[0]) else [core]
    return [
        core,
        *(part for part in parts if len(part.split()) <= LONGEST_PART and WHO_THEY_ARE.search(part)),
    ]


def _industries() -> dict[str, tuple[str, ...]]:
    kinds = (IndustryKind.SECTOR, IndustryKind.NAICS, IndustryKind.COMBINATION, IndustryKind.GOVERNMENT)
    rows = Industry.objects.filter(is_retired=False, kind__in=kinds).order_by("level", "code")
    found: dict[str, tuple[str, ...]] = {}
    for code, title in rows.values_list("code", "short_title"):
        found[_key(title)] = (*found.get(_key(title), ()), code)
    return found


def _key(name: str) -> str:
    return key_of(tuple(plain_word(word) for word in re.split(r"[^\w’']+", name) if word))


def other_titles(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The occupations of today that have another title with one of the keys, by key. One query, by index."""
    wanted = sorted({key for key in keys if key})
    if not wanted:
        return {}
    others = AlternateTitle.objects.annotate(key=title_key()).filter(key__in=wanted)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, code in (
        others.filter(occupation__is_retired=False).order_by().values_list("key", "occupation__code")
    ):
        found[key][code] = None
    return {key: tuple(codes)[:MOST_CODES] for key, codes in found.items()}


def _areas(release: Release) -> Iterable[Any]:
    cells = WageEstimate.objects.filter(release=release).all_occupations().all_industries()
    jobs = dict(cells.order_by().values_list("area", "employment"))
    for area in Area.objects.filter(Q(pk__in=jobs) | Q(pk__in=Area.objects.nation())):
        area.jobs = jobs.get(area.pk) or 0
        yield area


def _place(area: Any) -> Place:
    in_title = STATES_NAMED.search(area.title)
    states = in_title[1].split("-") if in_title else [POSTAL[area.state_code]]
    first = POSTAL[area.state_code]
    return Place(
        area.pk, area.code, area.title, area.kind, area.jobs,
        tuple(dict.fromkeys([first, *states])) if first != "US" else (), area.delineation,
    )  # fmt: skip


def lexicon(release: Release | None, places: PlaceNames) -> Lexicon:
    """Every word of a name, for mending. Four queries, and one where the data are as they were at the last slip."""

    def read() -> Lexicon:
        return Lexicon.of(_words_of_titles(release), _words_of_places(places))

    return kept("lexicon", release.pk if release else 0, read)


def _words_of_titles(release: Release | None) -> Iterable[tuple[list[str], int]]:
    cells = WageEstimate.objects.national().all_industries().filter(release=release)
    jobs = dict(cells.order_by().values_list("occupation", "employment"))
    titles = Occupation.objects.filter(is_retired=False).order_by().values_list("pk", "title")
    others = AlternateTitle.objects.order_by().values_list("occupation", "title")
    industries = Industry.objects.filter(is_retired=False).order_by().values_list("pk", "short_title")
    for pk, title in (*titles, *others):
        yield [plain_word(word) for word in WORD.findall(title)], jobs.get(pk) or 0
    for _, title in industries:
        yield [plain_word(word) for word in WORD.findall(title)], 0


def _words_of_places(places: PlaceNames) -> Iterable[tuple[list[str], int]]:
    for name, meant in places.by_name.items():
        yield name.split(), meant[0].jobs
