"""Search everywhere: occupations, industries, places and certifications by what people type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, QuerySet, Window
from django.urls import reverse

from occupations.models import Certification, Industry, Occupation, Release
from occupations.search_text import LONGEST_TEXT, code_in, likeness, words_in
from wages.models import Area, WageEstimate
from wages.querysets import covered
from web.http.as_of import AsOf, keep_release
from web.places.queries import place_of
from web.search.results import Found, Group, area_found, certification_found, industry_found, occupation_found
from web.words.sentences import plural

WHOLE_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
INDUSTRY_CODE = re.compile(r"\d\d-\d\d|\d[0-9A-Za-z]{1,7}")
AREA_CODE = re.compile(r"\d{5}|\d{7}")
ALIKE = 0.75
# How many of each kind are shown: on the page, and while somebody is typing.
ON_PAGE = {"occupations": 10, "industries": 6, "places": 6, "certifications": 6}
WHILE_TYPING = {"occupations": 6, "industries": 2, "places": 2, "certifications": 2}


@dataclass
class SearchPage:
    """What a search found. `exact` are pages whose code is the text; `problem` says why it was not searched."""

    text: str
    exact: list[Found] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    problem: str = ""
    href: str = ""

    @property
    def shown(self) -> int:
        return len(self.exact) + sum(len(group.found) for group in self.groups)

    @property
    def summary(self) -> str:
        """How much was found, in a sentence."""
        parts = [plural(group.count, group.one, group.name.lower()) for group in self.groups]
        return f"{', '.join(parts)} found." if parts else ""


def problem_in(text: str) -> str:
    """Why a text can't be looked for; "" for one that can."""
    if len(text) > LONGEST_TEXT:
        return f"A search has at most {LONGEST_TEXT} letters."
    if "\x00" in text or not words_in(text):
        return "A search needs letters or digits."
    return ""


def search(text: str, as_of: AsOf, most: dict[str, int]) -> SearchPage:
    """Everything that people may mean by a text, as of a day, at most so many of each kind.

    A fixed number of queries; more for a second try, where nothing of any kind has the words as spelled.
    """
    text = text.strip()
    problem = problem_in(text) if text else ""
    if not text or problem:
        return SearchPage(text[:LONGEST_TEXT], problem=problem)
    pay = Release.objects.newest("oews", as_of.day)
    outlook = Release.objects.newest("projections", as_of.day)
    href = keep_release(f"{reverse('search')}?{urlencode({'q': text})}", as_of)
    page = SearchPage(text, _exact(text, as_of), href=href)
    kinds = (
        partial(_occupations, text, pay, outlook, as_of, most["occupations"]),
        partial(_industries, text, pay, as_of, most["industries"]),
        partial(_places, text, pay, as_of, most["places"]),
        partial(_certifications, text, as_of, most["certifications"]),
    )
    groups = [group for kind in kinds if (group := kind(closest=False)).found]
    if not page.exact and all(group.read_as for group in groups) and not code_in(text):
        # Nothing is called so. What is only spelled like it is worth showing then, and only then.
        nearest = [kind(closest=True) for kind in kinds[0 if not groups else 1 :]]
        groups += [group for group in nearest if group.found]
    else:
        groups = [group for group in groups if not group.read_as]
    at_top = {found.href for found in page.exact}
    for group in groups:
        group.found = [found for found in group.found if found.href not in at_top]
    page.groups = [group for group in groups if group.found]
    return page


def _exact(text: str, as_of: AsOf) -> list[Found]:
    """The occupation, industry and area whose code the text is, retired ones too. Five queries at most."""
    found = []
    code = code_in(text)
    if WHOLE_CODE.fullmatch(code):
        occupation = Occupation.objects.by_code(code).first()
        if occupation is not None:
            found.append(occupation_found(occupation, [], as_of))
    if INDUSTRY_CODE.fullmatch(text):
        industry = Industry.objects.by_code(text.upper()).select_related("parent").first()
        if industry is not None:
            found.append(industry_found(industry, [], as_of))
    if AREA_CODE.fullmatch(text):
        place = place_of(text.zfill(7), as_of.day)
        if place is not None:
            found.append(area_found(place.area, [], as_of))
    return found


def _occupations(
    text: str, pay: Release | None, outlook: Release | None, as_of: AsOf, most: int, *, closest: bool
) -> Group:
    """Occupations with figures; where none has the words, any of today's."""
    rows = covered(Occupation.objects.search(text, closest=closest), pay, outlook)
    shown, count = _first(rows, most)
    href = keep_release(f"{reverse('finder')}?{urlencode({'q': text})}", as_of)
    more = (f"All {count:,} in the finder", href) if count > 1 else None
    if not shown:
        of_today = Occupation.objects.current().filter(level=Occupation.Level.DETAILED)
        shown, count = _first(of_today.search(text), most)
    read_as = (shown[0].read_as or "") if shown else ""
    words = words_in(read_as or text)
    return Group(
        "occupations", "Occupations", "occupation", count,
        [occupation_found(row, words, as_of) for row in shown], more, closest or bool(read_as), read_as,
    )  # fmt: skip


def _first(rows: QuerySet, most: int) -> tuple[list[Any], int]:
    """The first rows, and how many there are in all; one query."""
    shown = list(rows.annotate(found_in_all=Window(Count("pk")))[:most])
    return shown, shown[0].found_in_all if shown else 0


def _can_be_misspelled(words: list[str]) -> bool:
    return min(map(len, words)) > 3


def _industries(text: str, pay: Release | None, as_of: AsOf, most: int, *, closest: bool) -> Group:
    cells = WageEstimate.objects.national().all_occupations().filter(release=pay, industry=OuterRef("pk"))
    words = words_in(text)

    named = Industry.objects.named(text, closest=closest).select_related("parent")
    found = (
        list(named.annotate(has_figures=Exists(cells))) if not closest or _can_be_misspelled(words) else []
    )
    if closest:
        found = [row for row in found if likeness(words, f"{row.title} {row.short_title}") >= ALIKE]
    asked = text.casefold()

    def order(row: Industry) -> tuple[bool, bool, bool, float, int, str]:
        title = row.short_title.casefold()
        has_figures = getattr(row, "has_figures", False)
        unlike = -SequenceMatcher(None, asked, title).ratio() if closest else 0.0
        return (
            not has_figures,
            title != asked,
            not title.startswith(asked),
            unlike,
            row.level or 9,
            row.code,
        )

    # An industry of one kind alone repeats it under longer codes; those that a table lists come first.
    ranked = _without_repeats(sorted(found, key=order))
    href = keep_release(f"{reverse('industries')}?{urlencode({'q': text})}", as_of)
    more = (f"All {len(ranked):,} among the industries", href) if len(ranked) > most else None
    return Group(
        "industries", "Industries", "industry", len(ranked),
        [industry_found(row, words, as_of) for row in ranked[:most]], more, closest,
    )  # fmt: skip


def _without_repeats(rows: Sequence[Industry]) -> list[Industry]:
    """Without an industry that is the only one in its parent, under the same name (31212 and 312120)."""
    kept: list[Industry] = []
    names: set[str] = set()
    for row in rows:
        if row.short_title not in names:
            kept.append(row)
            names.add(row.short_title)
    return kept


def _places(text: str, pay: Release | None, as_of: AsOf, most: int, *, closest: bool) -> Group:
    """The areas of the newest release: of several delineations only the one in force."""
    words = words_in(text)
    named = Area.objects.published_in(pay).named(text, closest=closest)
    found = list(named) if not closest or _can_be_misspelled(words) else []
    if closest:
        found = [area for area in found if likeness(words, area.title) >= ALIKE]
    asked = text.casefold()
    kinds = list(Area.Kind)

    def order(area: Area) -> tuple[bool, bool, float, int, str]:
        title = area.title.casefold()
        unlike = -likeness(words, title) if closest else 0.0
        begins = title.startswith(words[0])
        return (title != asked, not begins, unlike, kinds.index(Area.Kind(area.kind)), title)

    ranked = sorted(found, key=order)
    href = keep_release(f"{reverse('places')}?{urlencode({'view': 'all', 'q': text})}", as_of)
    more = (f"All {len(ranked):,} among the places", href) if len(ranked) > most else None
    return Group(
        "places", "Places", "place", len(ranked), [area_found(area, words, as_of) for area in ranked[:most]], more,
        closest,
    )  # fmt: skip


def _certifications(text: str, as_of: AsOf, most: int, *, closest: bool) -> Group:
    words = words_in(text)
    named = Certification.objects.named(text, closest=closest)
    found = list(named) if not closest or _can_be_misspelled(words) else []
    if closest:
        found = [row for row in found if likeness(words, f"{row.name} {row.organization.name}") >= ALIKE]
    asked = text.casefold()
    ranked = sorted(
        found, key=lambda row: (row.abbreviation.casefold() != asked, row.name.casefold() != asked, row.name)
    )
    more = (
        ("All certifications", keep_release(reverse("certifications"), as_of)) if len(ranked) > most else None
    )
    return Group(
        "certifications", "Certifications", "certification", len(ranked),
        [certification_found(row, words, as_of) for row in ranked[:most]], more, closest,
    )  # fmt: skip
