"""The written sections of a profile: editors' own before the Handbook's, each with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from occupations.models import Profile, ProfileSection, Release
from occupations.sections import sentence_of
from web.words.markdown import render_html, render_markdown
from web.words.notes import DRAFTED
from web.words.numbers import day_in_words

IN_SHORT = ProfileSection.Kind.IN_SHORT


@dataclass(frozen=True)
class Text:
    """One section's text as HTML, its release if it is a publisher's, and what else was written on it."""

    html: SafeString
    origin: str
    release: Release | None
    profile: Profile
    others: list[Text] = field(default_factory=list)

    @property
    def is_own(self) -> bool:
        """Whether editors of this site wrote it, and not a publisher."""
        return self.release is None or not self.release.is_official


def texts(sections: Mapping[str, Sequence[ProfileSection]]) -> dict[str, Text]:
    """The texts by the slot that a template asks for: "10-what-they-do" → "what_they_do". *In short* stands apart."""
    return {_slot(kind): _text(rows) for kind, rows in sections.items() if rows and kind != IN_SHORT}


def in_short(section: ProfileSection | None) -> str:
    """The one sentence that tells what the work is, as plain text: "" where nobody has written it."""
    return "" if section is None else sentence_of(section)


def own_origins(texts: Mapping[str, Text]) -> list[str]:
    """Who wrote the texts that are not a publisher's, and whether they are reviewed: each said once."""
    own = (text.origin for text in texts.values() if text.is_own)
    return list(dict.fromkeys(own))


def _text(rows: Sequence[ProfileSection]) -> Text:
    first, *rest = rows
    return text_of(first, [text_of(row) for row in rest])


def text_of(section: ProfileSection, others: list[Text] | None = None) -> Text:
    """One section with where it comes from, and the others written on the same."""
    is_html = section.markup == ProfileSection.Markup.HTML
    html = render_html(section.body) if is_html else render_markdown(section.body)
    return Text(html, origin(section.profile), section.profile.release, section.profile, others or [])


def origin(profile: Profile) -> str:
    """Who wrote it, and whether anybody has reviewed it."""
    release = profile.release
    if release is not None and release.is_official:
        return f"{release.source.name}, {release.label} edition"
    if profile.reviewed_on is not None:
        return f"Written by the editors of this site, reviewed {day_in_words(profile.reviewed_on)}"
    return DRAFTED


def _slot(kind: str) -> str:
    return kind.partition("-")[2].replace("-", "_")
