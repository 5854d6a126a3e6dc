"""Search everywhere: occupations, industries, places and certifications by what people type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from occupations.models import Certification
from occupations.search_text import LONGEST_TEXT, code_in, likeness, words_in
from occupations.sections import in_short_of_each
from wages.models import Area
from web.http.as_of import AsOf, keep_release
from web.search import queries
from web.search.answer import words
from web.search.answer.page import answer_to, mended_text
from web.search.answer.parts import Answer
from web.search.queries import Releases
from web.search.question.names import kept_names
from web.search.question.places import Place
from web.search.question.read import read_question
from web.search.rows import (
    Match,
    MatchGroup,
    area_match,
    certification_match,
    industry_match,
    occupation_match,
    place_match,
)
from web.search.suggesting import (
    Suggested,
    begun,
    kept_releases,
    occupation_index,
    other_names,
    suggested,
)
from web.search.words import problem_in, second_try, summary

ALIKE = 0.75
Found = tuple[list[Any], int]
# How many of each kind are shown: on the page, and while somebody is typing.
ON_PAGE = {"occupations": 10, "industries": 6, "places": 6, "certifications": 6}
WHILE_TYPING = {"occupations": 6, "industries": 2, "places": 2, "certifications": 2}


@dataclass
class SearchPage:
    """What a search found. `exact` are pages whose code is the text; `problem` says why it was not searched."""

    text: str
    exact: list[Match] = field(default_factory=list)
    groups: list[MatchGroup] = field(default_factory=list)
    problem: str = ""
    href: str = ""
    answer: Answer | None = None

    @property
    def shown(self) -> int:
        return len(self.exact) + sum(len(group.matches) for group in self.groups)

    @property
    def summary(self) -> str:
        return summary(self.groups)


@dataclass(frozen=True)
class Search:
    """A text that can be looked for, as of a day, and at most how many of each kind to show. `found` has the
    occupations that are known already; with `only_named` nothing is shown that is only spelled alike."""

    text: str
    as_of: AsOf
    releases: Releases
    most: Mapping[str, int]
    found: Found | None = None
    only_named: bool = False

    @property
    def words(self) -> list[str]:
        return words_in(self.text)

    @property
    def title(self) -> str:
        """The text as a title is compared with it."""
        return self.text.casefold()

    @property
    def can_be_misspelled(self) -> bool:
        return min(map(len, self.words)) > 3

    def address(self, page: str, **parameters: str) -> str:
        """The address of another page that looks for the same text."""
        return keep_release(f"{reverse(page)}?{urlencode(parameters | {'q': self.text})}", self.as_of)


def answered_page(text: str, as_of: AsOf, most: Mapping[str, int]) -> SearchPage:
    """The answer to a question, and below it everything that people may mean by what it is about.

    A fixed number of queries for each kind of answer.
    """
    page = _unsearchable(text)
    if page is not None:
        return page
    releases = queries.newest_releases(as_of.day)
    known = kept_names(releases.pay)
    asked = read_question(text, known, releases.pay, as_of.day)
    answer = answer_to(asked, releases, known.places, as_of)
    if answer is not None and not answer.subject:  # nothing is named in it that could be called so
        return SearchPage(text.strip(), answer=answer)
    subject = answer.subject if answer is not None else text.strip()
    found = (
        (answer.found.rows, answer.found.count) if answer is not None and answer.found is not None else None
    )
    search = Search(subject, as_of, releases, most, found, only_named=answer is not None)
    page = _found(text.strip(), search)
    page.answer = answer
    return page


def suggestions_page(text: str, as_of: AsOf) -> SearchPage:
    """What is suggested while somebody types: by names that are kept, and only where these have nothing by the
    whole search.

    One query for titles and a few for the version of the data; those of the whole search more in that case.
    """
    page = _unsearchable(text)
    if page is not None:
        return page
    releases = kept_releases(as_of.day)
    search = Search(text.strip(), as_of, releases, WHILE_TYPING)
    exact = _of_that_code(search.text, as_of) if any(c.isdigit() for c in search.text) else []
    found = [] if exact else suggested(search.text, occupation_index(releases), WHILE_TYPING["occupations"])
    other = other_names(releases)
    groups = [
        _suggested_occupations(found, search),
        _suggested_places(search),
        _industries(search, closest=False, known=begun(search.words, search.text, other.industries)),
        _certifications(search, closest=False, known=begun(search.words, "", other.certifications)),
    ]
    if not exact and not found and not groups[1].matches:
        # No title begins so; the whole search knows more words for each, such as "devops engineer".
        groups[0] = _occupations(replace(search, only_named=True), closest=False)
    groups = [group for group in groups if group.matches]
    if not exact and not groups:
        groups = _suggested_of_question(search)
    if exact or not groups:
        return _found(search.text, search)
    return SearchPage(search.text, groups=groups, href=search.address("search"))


def _suggested_of_question(search: Search) -> list[MatchGroup]:
    """What a question is about, where the text as a whole begins no name: "rn salary ohio"; with slips mended as a
    guess."""
    pay = search.releases.pay
    asked = read_question(search.text, kept_names(pay), pay, search.as_of.day)
    texts = [subject.texts[-1] for subject in asked.subjects if subject.is_known and not subject.codes]
    found = [each for text in texts for each in suggested(text, occupation_index(search.releases), 4)]
    places = [part.reading.place for part in asked.places if part.reading.place is not None]
    groups = [_suggested_occupations(found, search), _group_of_places(places, search)]
    groups = [group for group in groups if group.matches]
    if asked.mended and groups:
        groups[0].remark = words.mended_said(mended_text(asked))
    return groups


def _suggested_occupations(found: Sequence[Suggested], search: Search) -> MatchGroup:
    matches = []
    for each in found:
        row = each.entry.occupation
        row.also_called = each.called
        match = occupation_match(row, search.words, search.as_of)
        median = words.amount(each.entry.median, each.entry.basis)
        matches.append(replace(match, figure=median))
    return MatchGroup("occupations", "Occupations", "occupation", len(found), matches)


def _suggested_places(search: Search) -> MatchGroup:
    """Places whose name begins with the text, the largest first; a ZIP code's or a county's area."""
    named = kept_names(search.releases.pay).places
    return _group_of_places(named.beginning(search.text, search.most["places"]), search)


def _group_of_places(found: Sequence[Place], search: Search) -> MatchGroup:
    matches = [place_match(place, search.words, search.as_of) for place in found]
    return MatchGroup("places", "Places", "place", len(found), matches)


def _unsearchable(text: str) -> SearchPage | None:
    """The page of a text that there is nothing to look for in; None for any other."""
    text = text.strip()
    problem = problem_in(text) if text else ""
    return SearchPage(text[:LONGEST_TEXT], problem=problem) if not text or problem else None


def _found(text: str, search: Search) -> SearchPage:
    """What is called like the subject of a text, which is what is searched for."""
    all_results = replace(search, text=text)
    page = SearchPage(text, _of_that_code(search.text, search.as_of), href=all_results.address("search"))
    at_top = {match.href for match in page.exact}
    for group in _groups(search, found_by_code=bool(page.exact)):
        group.matches = [match for match in group.matches if match.href not in at_top]
        group.remark = second_try(group)
        if group.matches:
            page.groups.append(group)
    return page


def say_in_short(page: SearchPage, as_of: AsOf) -> None:
    """Say of each occupation found what it is, in a sentence. One query, or none."""
    matches = [page.exact, *(group.matches for group in page.groups)]
    found = [match.occupation for some in matches for match in some if match.occupation is not None]
    if not found:
        return
    said = in_short_of_each(found, as_of.day)
    for some in matches:
        some[:] = [
            replace(match, in_short=said.get(match.occupation.pk, ""))
            if match.occupation is not None
            else match
            for match in some
        ]


def _of_that_code(text: str, as_of: AsOf) -> list[Match]:
    exact = queries.of_that_code(text, as_of.day)
    matches = []
    if exact.occupation is not None:
        matches.append(occupation_match(exact.occupation, [], as_of))
    matches += [occupation_match(detail, [], as_of) for detail in exact.details]
    if exact.industry is not None:
        matches.append(industry_match(exact.industry, [], as_of))
    if exact.area is not None:
        matches.append(area_match(exact.area, [], as_of))
    return matches


def _groups(search: Search, *, found_by_code: bool) -> list[MatchGroup]:
    """What is called so, by kind; where nothing is, what is only spelled like it, which is worth showing only then."""
    kinds: tuple[Callable[..., MatchGroup], ...] = (_occupations, _industries, _places, _certifications)
    groups = [group for kind in kinds if (group := kind(search, closest=False)).matches]
    if (
        search.only_named
        or found_by_code
        or not all(group.read_as for group in groups)
        or code_in(search.text)
    ):
        return [group for group in groups if not group.read_as]
    nearest = [kind(search, closest=True) for kind in kinds[0 if not groups else 1 :]]
    return groups + [group for group in nearest if group.matches]


def _occupations(search: Search, *, closest: bool) -> MatchGroup:
    """Occupations with figures; where none has the words, any of today's."""
    most = search.most["occupations"]
    rows, count = search.found or queries.occupations_with_figures(
        search.text, search.releases, most, closest=closest, mend=not search.only_named
    )
    rows = rows[:most]
    more = (f"See all {count:,} in the finder", search.address("finder")) if count > 1 else None
    if not rows:
        rows, count = queries.occupations_of_today(search.text, most)
    read_as = getattr(rows[0], "read_as", None) or "" if rows else ""
    words = words_in(read_as or search.text)
    return MatchGroup(
        "occupations", "Occupations", "occupation", count,
        [occupation_match(row, words, search.as_of) for row in rows], more, closest or bool(read_as), read_as,
    )  # fmt: skip


def _industries(search: Search, *, closest: bool, known: Sequence[Any] | None = None) -> MatchGroup:
    """The industries that a text names, of those that are `known`, or read."""
    candidates: list[Any] = list(known or ())
    if known is None and (not closest or search.can_be_misspelled):
        candidates = queries.industries(search.text, search.releases, closest=closest)
    if closest:
        candidates = [
            row for row in candidates if likeness(search.words, f"{row.title} {row.short_title}") >= ALIKE
        ]

    def order(row: Any) -> tuple[bool, bool, bool, float, int, str]:
        title = row.short_title.casefold()
        unlike = -SequenceMatcher(None, search.title, title).ratio() if closest else 0.0
        return (
            not row.has_figures, title != search.title, not title.startswith(search.title), unlike,
            row.level or 9, row.code,
        )  # fmt: skip

    # An industry of one kind alone repeats it under longer codes; those that a table lists come first.
    ranked = _without_repeats(sorted(candidates, key=order))
    most = search.most["industries"]
    more = (f"See all {len(ranked):,} in industries", search.address("industries"))
    return MatchGroup(
        "industries", "Industries", "industry", len(ranked),
        [industry_match(row, search.words, search.as_of) for row in ranked[:most]],
        more if len(ranked) > most else None, closest,
    )  # fmt: skip


def _without_repeats(rows: Sequence[Any]) -> list[Any]:
    """Without an industry that is the only one in its parent, under the same name (31212 and 312120)."""
    kept: dict[str, Any] = {}
    for row in rows:
        kept.setdefault(row.short_title, row)
    return list(kept.values())


def _places(search: Search, *, closest: bool) -> MatchGroup:
    words = search.words
    candidates: list[Area] = []
    if not closest or search.can_be_misspelled:
        candidates = queries.areas(search.text, search.releases, closest=closest)
    if closest:
        candidates = [area for area in candidates if likeness(words, area.title) >= ALIKE]
    kinds = list(Area.Kind)

    def order(area: Area) -> tuple[bool, bool, float, int, str]:
        title = area.title.casefold()
        unlike = -likeness(words, title) if closest else 0.0
        begins = title.startswith(words[0])
        return (title != search.title, not begins, unlike, kinds.index(Area.Kind(area.kind)), title)

    ranked = sorted(candidates, key=order)
    most = search.most["places"]
    more = (f"See all {len(ranked):,} in places", search.address("places", view="all"))
    return MatchGroup(
        "places", "Places", "place", len(ranked),
        [area_match(area, words, search.as_of) for area in ranked[:most]],
        more if len(ranked) > most else None, closest,
    )  # fmt: skip


def _certifications(
    search: Search, *, closest: bool, known: Sequence[Certification] | None = None
) -> MatchGroup:
    candidates: list[Certification] = list(known or ())
    if known is None and (not closest or search.can_be_misspelled):
        candidates = queries.certifications(search.text, closest=closest)
    if closest:
        candidates = [
            row
            for row in candidates
            if likeness(search.words, f"{row.name} {row.organization.name}") >= ALIKE
        ]

    def order(row: Certification) -> tuple[bool, bool, str]:
        return (row.abbreviation.casefold() != search.title, row.name.casefold() != search.title, row.name)

    ranked = sorted(candidates, key=order)
    most = search.most["certifications"]
    more = ("See all certifications", keep_release(reverse("certifications"), search.as_of))
    return MatchGroup(
        "certifications", "Certifications", "certification", len(ranked),
        [certification_match(row, search.words, search.as_of) for row in ranked[:most]],
        more if len(ranked) > most else None, closest,
    )  # fmt: skip
