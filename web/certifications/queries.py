"""What the pages of certifications read, each in two queries."""

from __future__ import annotations

from occupations.models import Certification


def every_certification() -> list[Certification]:
    """All of them by name, each with its organization and occupations."""
    return list(Certification.objects.with_organization_and_occupations())


def certification_of(slug: str) -> Certification | None:
    """The one with this slug, with its organization and occupations."""
    named = Certification.objects.with_organization_and_occupations().filter(slug=slug)
    return next(iter(named), None)
