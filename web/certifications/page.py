"""The page of one certification."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.safestring import SafeString

from occupations.models import Certification, Occupation
from web.certifications.words import described, renewal_in_words, verified_in_words, warning
from web.words.markdown import render_markdown


@dataclass(frozen=True)
class CertificationPage:
    """One certification: only what is known has a part; what isn't certain is left out."""

    certification: Certification
    occupations: list[Occupation]
    parts: list[tuple[str, SafeString]]
    verified: str
    warning: str
    described: str


def certification_page(certification: Certification, today: dt.date) -> CertificationPage:
    """What is known of it, and how old the knowledge is."""
    renewal = renewal_in_words(certification)
    texts = {
        "What it shows": certification.attests,
        "Requirements": certification.requirements,
        "Exams": certification.examinations,
        "Renewal": "\n\n".join(
            text for text in (f"{renewal.capitalize()}." if renewal else "", certification.renewal) if text
        ),
    }
    return CertificationPage(
        certification=certification,
        occupations=list(certification.occupations.all()),
        parts=[(title, render_markdown(text)) for title, text in texts.items() if text],
        verified=verified_in_words(certification, today),
        warning=warning(certification, today),
        described=described(certification),
    )
