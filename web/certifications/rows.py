"""The lines of the list of certifications."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from occupations.models import Certification, Occupation
from web.certifications.words import renewal_in_words, verified_in_words


@dataclass(frozen=True)
class CertificationRow:
    """One line of the list."""

    certification: Certification
    occupations: list[Occupation]
    values: Mapping[str, frozenset[str]]  # what each filter finds it by
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


def certification_rows(
    certifications: Iterable[Certification], today: dt.date, groups: Mapping[int, str]
) -> list[CertificationRow]:
    """The list's rows, in the order given; `groups` are the codes of the major groups by their ids."""
    return [
        CertificationRow(
            c, occupations, _values(c, occupations, groups), renewal_in_words(c), verified_in_words(c, today)
        )
        for c in certifications
        for occupations in [list(c.occupations.all())]
    ]


def _values(
    certification: Certification, occupations: Iterable[Occupation], groups: Mapping[int, str]
) -> dict[str, frozenset[str]]:
    within = {o.major_group_id for o in occupations}  # type: ignore[attr-defined]  # with_major_group
    return {
        "group": frozenset(groups[pk] for pk in within if pk in groups),
        "occupation": frozenset(o.code for o in occupations),
        "organization": frozenset([certification.organization.slug]),
    }
