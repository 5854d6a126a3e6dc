"""The list of certifications, from the request's parameters to what the template shows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest

from occupations.models import Occupation
from occupations.search_text import LONGEST_TEXT, readings_of, stem, words_in
from web.certifications.queries import every_certification, major_groups, named
from web.certifications.rows import CertificationRow, certification_rows
from web.certifications.tables import SORTS, CertificationTable
from web.certifications.words import SPELLED_ALIKE, group_name, heading, summary, way_out
from web.http.pagination import LONG, Link, page_sizes, turn_to_page, without
from web.http.parameters import read_parameters, repeated
from web.tables.base import arrange
from web.tables.files import FORMATS

FILTERS = ("q", "group", "occupation", "organization")


@dataclass(frozen=True)
class Choice:
    """A value of a filter: what the address says, its name, how many certifications there are with it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Wanted:
    """What narrows the list; `matching` are the ids of the certifications that `q` may mean."""

    given: Mapping[str, str]
    matching: frozenset[int] = frozenset()

    def of(self, rows: Iterable[CertificationRow], *, aside: str = "") -> list[CertificationRow]:
        """The rows that fit every filter in force, the one `aside` left out."""
        return [row for row in rows if all(self._fits(row, name) for name in self.given if name != aside)]

    def _fits(self, row: CertificationRow, name: str) -> bool:
        if name == "q":
            return row.certification.pk in self.matching
        return self.given[name] in row.values[name]


@dataclass
class CertificationList:
    """What the list shows."""

    table: CertificationTable
    wanted: Wanted
    title: str
    summary: str
    choices: dict[str, list[Choice]]
    chips: list[Link]
    sizes: list[Link]
    ways_out: list[Link]
    export: str = ""
    notices: list[str] = field(default_factory=list)

    @property
    def given(self) -> Mapping[str, str]:
        """The filters in force, as the address has them."""
        return self.wanted.given


def certification_list(request: HttpRequest, today: dt.date) -> CertificationList:
    """Read the parameters, each checked, and narrow the list; four queries, five or six with a text."""
    groups = {group.pk: group for group in major_groups()}
    rows = certification_rows(every_certification(), today, {pk: group.code for pk, group in groups.items()})
    names = _names(rows, groups.values())
    known = {name: tuple(values) for name, values in names.items()}
    asked, notices = read_parameters(
        request, {"sort": SORTS, "_export": FORMATS, **known}, also=("q", "page", "per_page")
    )
    notices += repeated(request)
    text, matching, said = _search(request, rows)
    notices += said
    given = {name: asked[name] for name in FILTERS if name in asked}
    wanted = Wanted(({"q": text} if text else {}) | given, matching)
    kept = wanted.of(rows)
    conditions = {
        name: f"“{value}”" if name == "q" else names[name][value] for name, value in wanted.given.items()
    }
    table = CertificationTable(kept, order_by="name")
    arrange(table, request, asked.get("sort"))
    notices += turn_to_page(table, request, LONG, can_show_all=True)
    return CertificationList(
        table=table,
        wanted=wanted,
        title=heading(conditions),
        summary=summary(len(kept), len({row.organization for row in kept}), conditions),
        choices={name: _choices(wanted, rows, name, names[name]) for name in names},
        chips=[Link(words, without(request, (name,))) for name, words in conditions.items()],
        sizes=page_sizes(table, request, LONG, can_show_all=True),
        ways_out=[] if kept else _ways_out(request, wanted, rows, conditions),
        export=asked.get("_export", ""),
        notices=notices,
    )


def _names(rows: Sequence[CertificationRow], groups: Iterable[Occupation]) -> dict[str, dict[str, str]]:
    """For each filter the values that any certification has, and what they are called."""
    used = {code for row in rows for code in row.values["group"]}
    occupations = {o.code: o.sentence_title for row in rows for o in row.occupations}
    givers = {row.certification.organization.slug: row.organization for row in rows}
    return {
        "group": {group.code: group_name(group) for group in groups if group.code in used},
        "occupation": dict(sorted(occupations.items(), key=lambda pair: pair[1].casefold())),
        "organization": dict(sorted(givers.items(), key=lambda pair: pair[1].casefold())),
    }


def _choices(
    wanted: Wanted, rows: Sequence[CertificationRow], name: str, names: Mapping[str, str]
) -> list[Choice]:
    """The values that would leave something, with how many, and the one in force."""
    counts = Counter(value for row in wanted.of(rows, aside=name) for value in row.values[name])
    return [
        Choice(value, words, counts[value])
        for value, words in names.items()
        if counts[value] or wanted.given.get(name) == value
    ]


def _search(request: HttpRequest, rows: Sequence[CertificationRow]) -> tuple[str, frozenset[int], list[str]]:
    """The text, the ids of what it may mean, and what to say: names first, else what is spelled alike."""
    text = " ".join(request.GET.get("q", "").split())
    if not text:
        return "", frozenset(), []
    if len(text) > LONGEST_TEXT or "\x00" in text or not words_in(text):
        return (
            "",
            frozenset(),
            [f"We ignored that search: it needs letters or digits, {LONGEST_TEXT} at most."],
        )
    # Everyday words for an occupation count as well: "hvac", "rn".
    ways = [
        [re.compile(rf"\b{re.escape(stem(word))}", re.IGNORECASE) for word in reading.words]
        for reading in readings_of(text)
    ]
    found = named(text) | {
        row.certification.pk
        for row in rows
        if any(all(word.search(o.title) for word in words) for o in row.occupations for words in ways)
    }
    if found:
        return text, frozenset(found), []
    alike = named(text, closest=True)
    return text, frozenset(alike), [SPELLED_ALIKE.format(text)] if alike else []


def _ways_out(
    request: HttpRequest, wanted: Wanted, rows: Sequence[CertificationRow], conditions: Mapping[str, str]
) -> list[Link]:
    """For each filter in force, how many there would be without it."""
    counts = {name: len(wanted.of(rows, aside=name)) for name in conditions}
    return [
        Link(way_out(words, counts[name]), without(request, (name,)))
        for name, words in conditions.items()
        if counts[name]
    ]
