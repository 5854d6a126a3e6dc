"""Answers in words: how to become one, who licenses them, what they do, what is ahead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from occupations.lint.prose import prose_of
from occupations.models import ProfileSection, Release
from web.http.as_of import AsOf, keep_release
from web.occupations.words import license_sentence
from web.search.answer import queries, words
from web.search.answer.chips import Rival
from web.words.sentences import growth_sentence, in_sentence, jobs_sentence, openings_sentence

BECOME = ("#how-to-become-one", "How to become one, in full")
OUTLOOK = ("#outlook", "See the full outlook")
# Where on a profile the rest of an answer is, and what the link there says.
REST = {
    "education": BECOME,
    "become": BECOME,
    "license": BECOME,
    "skills": ("#skills", "More about skills"),
    "certification": ("#certifications", "All certifications for this work"),
    "duties": ("#what-they-do", "More about what they do"),
    "growth": OUTLOOK,
    "openings": OUTLOOK,
    "jobs": OUTLOOK,
}
LONGEST = 420


@dataclass(frozen=True)
class TextPart:
    """A few sentences that answer a question, with where the rest is."""

    title: str
    lines: list[str]
    href: str
    link: str
    sources: list[Release] = field(default_factory=list)
    links: list[Rival] = field(default_factory=list)


def text_part(
    measure: str, occupation: Any, outlook: Release | None, as_of: AsOf, *, in_place: bool
) -> TextPart | None:
    """The answer in words to what was asked of an occupation; None for pay, which is a figure. Three queries at
    most."""
    if measure not in REST:
        return None
    title, lines, sources, links = _made(measure, occupation, outlook, as_of.day)
    if measure in ("growth", "openings", "jobs") and in_place:
        lines.append(words.NO_STATE_OUTLOOK)
    anchor, link = REST[measure]
    href = keep_release(f"{occupation.get_absolute_url()}{anchor}", as_of)
    return TextPart(title, [line for line in lines if line], href, link, sources, links)


Made = tuple[str, list[str], list[Release], list[Rival]]


def _made(measure: str, occupation: Any, outlook: Release | None, day: dt.date | None) -> Made:
    """The title, the lines, their sources and links."""
    if measure in ("growth", "openings", "jobs"):
        return _outlook(occupation, outlook, measure)
    if measure == "certification":
        return _certifications(occupation)
    if measure in ("duties", "skills"):
        return _told(occupation, day, measure)
    return _become(occupation, outlook, day, measure)


def _outlook(occupation: Any, outlook: Release | None, measure: str) -> Made:
    mine, total = queries.projection_of(occupation, outlook)
    if mine is None or outlook is None:
        return "Outlook", ["This site has no projection for this occupation."], [], []
    by_measure = {
        "growth": growth_sentence(occupation.sentence_title, mine, total),
        "openings": openings_sentence(occupation.sentence_title, mine),
        "jobs": jobs_sentence(occupation, mine),
    }
    first = by_measure.pop(measure)
    return f"Outlook, {outlook.label}", [first, *by_measure.values()], [outlook], []


def _become(occupation: Any, outlook: Release | None, day: dt.date | None, measure: str) -> Made:
    section = queries.section_of(occupation, ProfileSection.Kind.EDUCATION_AND_TRAINING, day)
    mine, _ = queries.projection_of(occupation, outlook)
    usual = ""
    if mine is not None and mine.entry_education is not None:
        usual = words.education_line(
            mine.get_entry_education_display(),
            mine.get_work_experience_display() if mine.work_experience is not None else "",
            mine.get_training_display() if mine.training is not None else "",
        )
    law = (
        license_sentence(section.profile.license, in_sentence(occupation.sentence_title))
        if section is not None
        else ""
    )
    told = _shortened(prose_of(section.body)) if section is not None else ""
    lines = [law, told, usual] if measure == "license" else [told, usual, law]
    return "How to become one", lines, [outlook] if outlook is not None and usual else [], []


def _told(occupation: Any, day: dt.date | None, measure: str) -> Made:
    kind = ProfileSection.Kind.OTHER_SKILLS if measure == "skills" else ProfileSection.Kind.IN_SHORT
    section = queries.section_of(occupation, kind, day)
    told = _shortened(prose_of(section.body)) if section is not None else ""
    return ("Qualities that help" if measure == "skills" else "What they do"), [told], [], []


def _certifications(occupation: Any) -> Made:
    rows = queries.certifications_of(occupation)
    links = [Rival(str(row), reverse("certification", args=[row.slug])) for row in rows]
    lines = [] if rows else ["This site lists no certification for this work."]
    return "Certifications", lines, [], links


def _shortened(text: str) -> str:
    """Whole sentences from the beginning, as many as fit."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    end = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    return cut[: end + 1] if end > 0 else f"{cut.rsplit(' ', 1)[0]} …"
