"""What the pages of certifications read; the list in a fixed number of queries."""

from __future__ import annotations

from django.db.models import Prefetch

from occupations.models import Certification, Occupation


def every_certification() -> list[Certification]:
    """All of them by name, each with its organization and its occupations, these with their major groups. Two
    queries."""
    occupations = Occupation.objects.with_major_group().order_by("title", "code")
    return list(
        Certification.objects.select_related("organization")
        .prefetch_related(Prefetch("occupations", occupations))
        .order_by("name", "pk")
    )


def major_groups() -> list[Occupation]:
    """The major groups in the order of their codes. One query."""
    return list(Occupation.objects.major_groups())


def named(text: str, *, closest: bool = False) -> set[int]:
    """The ids of the certifications that a text may mean by name, abbreviation or organization. One query."""
    return set(Certification.objects.named(text, closest=closest).values_list("pk", flat=True))


def certification_of(slug: str) -> Certification | None:
    """The one with this slug, with its organization and occupations."""
    known = Certification.objects.with_organization_and_occupations().filter(slug=slug)
    return next(iter(known), None)
