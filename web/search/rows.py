"""What a search shows of each thing it found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

from occupations.models import Certification, Industry, Occupation
from occupations.search_text import stem
from wages.choices import AreaKind
from wages.models import Area
from web.http.as_of import AsOf, keep_release
from web.search.question.places import Place


@dataclass(frozen=True)
class Match:
    """One thing: its kind in words, its name with the matched parts marked, its address, its code, a remark, and in a
    suggestion its median pay."""

    kind: str
    name: SafeString
    href: str
    code: str = ""
    note: SafeString | str = ""
    occupation: Occupation | None = None
    in_short: str = ""
    figure: str = ""


@dataclass
class MatchGroup:
    """The things of one kind: how many there are, the first of them, and where all of them are.

    `is_second_try` says that nothing is called so, and that these are only spelled alike; `read_as` is the text
    with its spelling mended, where that is what found them, and `remark` says either to the reader.
    """

    key: str
    name: str
    one: str
    count: int
    matches: list[Match] = field(default_factory=list)
    more: tuple[str, str] | None = None
    is_second_try: bool = False
    read_as: str = ""
    remark: str = ""


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text with the words, or beginnings of words, that were typed marked."""
    if not words:
        return format_html("{}", text)
    forms = {form for word in words for form in (word, stem(word))}
    longest_first = sorted(forms, key=len, reverse=True)
    typed = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})", re.IGNORECASE)
    parts = typed.split(text)  # what is between, what matched, what is between, …
    pairs = zip(parts[::2], [*parts[1::2], ""], strict=True)
    return format_html_join(
        "", "{}{}", ((between, format_html("<mark>{}</mark>", hit) if hit else "") for between, hit in pairs)
    )


def occupation_match(occupation: Occupation, words: Sequence[str], as_of: AsOf) -> Match:
    called = getattr(occupation, "also_called", None)
    note: SafeString | str = format_html("also called: {}", marked(called, words)) if called else ""
    if occupation.is_retired:
        note = "retired code"
    elif occupation.level == Occupation.Level.ONET:
        note = "O*NET specialty, with no pay or outlook of its own"
    elif occupation.level < Occupation.Level.BROAD:
        note = "group of occupations"
    return Match(
        "Occupation", marked(occupation.sentence_title, words),
        keep_release(occupation.get_absolute_url(), as_of), occupation.code, note, occupation,
    )  # fmt: skip


def industry_match(industry: Industry, words: Sequence[str], as_of: AsOf) -> Match:
    within = industry.parent.short_title if industry.parent and industry.parent.level else ""
    note = f"in {within}" if within and within != industry.short_title else industry.get_kind_display()
    return Match(
        "Industry", marked(industry.short_title, words), keep_release(industry.get_absolute_url(), as_of),
        industry.code, note,
    )  # fmt: skip


def area_match(area: Area, words: Sequence[str], as_of: AsOf) -> Match:
    return Match(
        "Place", marked(area.title, words), keep_release(area.get_absolute_url(), as_of), "",
        area.get_kind_display(),
    )  # fmt: skip


def place_match(place: Place, words: Sequence[str], as_of: AsOf) -> Match:
    """The same of a place whose row wasn't read."""
    href = keep_release(reverse("place", args=[place.code, slugify(place.title)]), as_of)
    return Match("Place", marked(place.title, words), href, "", str(AreaKind(place.kind).label))


def certification_match(certification: Certification, words: Sequence[str], as_of: AsOf) -> Match:
    return Match(
        "Certification", marked(str(certification), words),
        keep_release(certification.get_absolute_url(), as_of), "", marked(certification.organization.name, words),
    )  # fmt: skip
