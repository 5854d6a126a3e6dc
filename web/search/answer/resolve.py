"""Which occupations a question is about: from the words that name one to rows of the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Window

from occupations import names
from occupations.models import Occupation
from wages.querysets import covered
from web.search.queries import Releases
from web.search.question.families import MOST_MEMBERS, Family
from web.search.question.spanish import titled
from web.search.question.understood import Subject

# As well as this must a name fit, for an answer to rest on it; beginnings of words do not.
EXACT = names.ALTERNATE
FITS = frozenset(range(names.BY_CODE, names.ALTERNATE_WORDS + 1)) - {names.TITLE_BEGUN}
MOST_RIVALS = 4


@dataclass
class Meant:
    """The occupations that a subject means. `first` is the one that is answered for, None where a family has no
    member that people mostly mean; `members` are those of a family; `rivals` what else the words may mean; `text`
    what was looked for, `unused` the words that weren't, and `rows`, `count` what the search found."""

    subject: Subject
    first: Any = None
    members: list[Any] = field(default_factory=list)
    family: Family | None = None
    rivals: list[Any] = field(default_factory=list)
    text: str = ""
    unused: tuple[str, ...] = ()
    takes_field: bool = False
    rows: list[Any] = field(default_factory=list)
    count: int = 0

    @property
    def is_found(self) -> bool:
        return self.first is not None or bool(self.members)

    @property
    def occupations(self) -> list[Any]:
        return self.members if self.first is None else [self.first]


def by_codes(codes: Iterable[str], releases: Releases) -> list[Any]:
    """The occupations with figures that have these codes, in their order; a detail that is published as part of a group
    leads to that group. Two queries at most."""
    wanted = list(dict.fromkeys(codes))
    found = {
        row.code: row
        for row in _with_jobs(
            covered(Occupation.objects.filter(code__in=wanted), releases.pay, releases.outlook)
        )
    }
    missing = [code for code in wanted if code not in found]
    if missing:
        found |= _above(missing, releases)
    return list({found[code].pk: found[code] for code in wanted if code in found}.values())


def _above(codes: Sequence[str], releases: Releases) -> dict[str, Any]:
    """For codes without figures what they are published as: a combination, or the group above."""
    details = Occupation.objects.filter(code__in=codes).order_by("is_retired")
    above: dict[str, list[int]] = {}
    for code, *groups in details.values_list("code", "combined_in", "parent_id", "parent__parent_id"):
        above.setdefault(code, []).extend(group for group in groups if group)
    ids = {pk for groups in above.values() for pk in groups}
    rows = {
        row.pk: row
        for row in _with_jobs(covered(Occupation.objects.filter(pk__in=ids), releases.pay, releases.outlook))
    }
    return {
        code: next(rows[pk] for pk in groups if pk in rows)
        for code, groups in above.items()
        if any(pk in rows for pk in groups)
    }


def _with_jobs(rows: Any) -> Any:
    return rows.annotate(jobs_here=F("national_pay__employment"))


def search(text: str, releases: Releases, most: int = 10) -> tuple[list[Any], int]:
    """The first occupations with figures that a text names, as spelled. Six queries."""
    found = covered(Occupation.objects.search(text, mend=False), releases.pay, releases.outlook)
    rows = list(_with_jobs(found).annotate(found_in_all=Window(Count("pk")))[:most])
    return rows, rows[0].found_in_all if rows else 0


def meant(subject: Subject, releases: Releases) -> Meant:
    """What a subject means. Two queries for codes and for families, six for each text that is tried."""
    if subject.codes:
        return _of_codes(subject, releases)
    for at, text in enumerate(subject.texts):
        if subject.family is not None and at == len(subject.texts) - 1:
            break
        rows, count = search(text, releases)
        is_last = at == len(subject.texts) - 1
        if rows and rows[0].search_tier in _least(subject, at, is_last=is_last):
            return _of_rows(subject, at, rows, count)
    if subject.family is not None:
        return _of_family(subject, releases)
    spanish = () if subject.is_known else titled(tuple(subject.said.split()))
    return _of_codes(subject, releases, spanish) if spanish else Meant(subject)


def _least(subject: Subject, at: int, *, is_last: bool) -> frozenset[int]:
    """As well as which tiers a name must fit. A word alone that nothing explains must be a title, or the end of one. An
    industry before a name belongs to it only where a title says so, or where the name alone says little."""
    if not subject.is_known and " " not in subject.texts[at]:
        return FITS & frozenset(range(names.TITLE_ENDS + 1))
    if is_last or not subject.takes_field[at]:
        return FITS
    says_little = not subject.is_known or (subject.family is not None and not subject.family.dominant)
    return FITS if says_little else FITS & frozenset(range(names.TITLE_WORDS + 1))


def _of_codes(subject: Subject, releases: Releases, spanish: Sequence[str] = ()) -> Meant:
    rows = by_codes(spanish or subject.codes, releases)
    if spanish:
        rows.sort(key=lambda row: -(row.jobs_here or 0))
    if not rows:
        return Meant(subject)
    return Meant(
        subject, rows[0], rivals=rows[1 : MOST_RIVALS + 1], text=rows[0].title, rows=rows, count=len(rows)
    )


def _of_rows(subject: Subject, at: int, rows: list[Any], count: int) -> Meant:
    first = rows[0]
    rivals = [row for row in rows[1:] if row.search_place == first.search_place and row.search_tier <= EXACT]
    return Meant(
        subject, first, rivals=rivals[:MOST_RIVALS], text=subject.texts[at], unused=subject.unused[at],
        takes_field=subject.takes_field[at], rows=rows, count=count,
    )  # fmt: skip


def _of_family(subject: Subject, releases: Releases) -> Meant:
    family = subject.family
    assert family is not None
    members = by_codes(family.members, releases)[:MOST_MEMBERS]
    first = next((row for row in members if row.code == family.dominant), None)
    rest = [row for row in members if row is not first]
    unused = subject.unused[-1] if subject.unused else ()
    return Meant(
        subject, first, [*([first] if first else []), *rest], family, text=subject.texts[-1], unused=unused,
    )  # fmt: skip
