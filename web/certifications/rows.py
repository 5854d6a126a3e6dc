"""Certifications for a reader: what is known, what isn't, and how old the knowledge is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from occupations.models import Certification, Occupation
from web.words.markdown import render_markdown
from web.words.numbers import day_in_words

CURRENT_FOR = dt.timedelta(days=365)


@dataclass(frozen=True)
class CertificationRow:
    """One line of the list."""

    certification: Certification
    occupations: list[Occupation]
    renewal: str
    verified: str

    @property
    def name(self) -> str:
        return self.certification.name

    @property
    def renewal_years(self) -> int:
        """For sorting; unknown cycles after all others."""
        return self.certification.renewal_years or 99

    @property
    def organization(self) -> str:
        return self.certification.organization.name


@dataclass(frozen=True)
class CertificationPage:
    """One certification; a part of which nothing is certain is left out."""

    certification: Certification
    occupations: list[Occupation]
    parts: list[tuple[str, SafeString]]
    verified: str
    is_stale: bool


def verified_in_words(certification: Certification, today: dt.date) -> str:
    """When somebody last checked it with the organization, and whether that is long ago."""
    day = certification.last_verified_on
    if day is None:
        return "not yet verified"
    words = f"verified {day_in_words(day)}"
    return words if is_current(certification, today) else f"{words}, more than a year ago"


def is_current(certification: Certification, today: dt.date) -> bool:
    day = certification.last_verified_on
    return day is not None and today - day <= CURRENT_FOR


def renewal_in_words(certification: Certification) -> str:
    """The cycle: "every 3 years"; "" where it isn't known."""
    years = certification.renewal_years
    if years is None:
        return ""
    return "every year" if years == 1 else f"every {years} years"


def certification_rows(certifications: Iterable[Certification], today: dt.date) -> list[CertificationRow]:
    """The list's rows, in the order given."""
    return [
        CertificationRow(c, list(c.occupations.all()), renewal_in_words(c), verified_in_words(c, today))
        for c in certifications
    ]


def certification_page(certification: Certification, today: dt.date) -> CertificationPage:
    """The page of one certification."""
    renewal = renewal_in_words(certification)
    texts = {
        "What it attests": certification.attests,
        "Requirements": certification.requirements,
        "Examinations": certification.examinations,
        "Renewal": "\n\n".join(
            text for text in (f"{renewal.capitalize()}." if renewal else "", certification.renewal) if text
        ),
    }
    return CertificationPage(
        certification=certification,
        occupations=list(certification.occupations.all()),
        parts=[(title, render_markdown(text)) for title, text in texts.items() if text],
        verified=verified_in_words(certification, today),
        is_stale=not is_current(certification, today),
    )
