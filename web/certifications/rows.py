"""The lines of the list of certifications."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from occupations.models import Certification, Occupation
from web.certifications.words import renewal_in_words, verified_in_words


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


def certification_rows(certifications: Iterable[Certification], today: dt.date) -> list[CertificationRow]:
    """The list's rows, in the order given."""
    return [
        CertificationRow(c, list(c.occupations.all()), renewal_in_words(c), verified_in_words(c, today))
        for c in certifications
    ]
