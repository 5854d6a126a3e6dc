"""Which text stands where several profiles write about one occupation."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from occupations.lint.prose import prose_of
from occupations.models import Occupation, Profile, ProfileSection, Release
from occupations.querysets import no_later_than_today


def sections_for(occupation: Occupation, day: dt.date | None = None) -> dict[str, list[ProfileSection]]:
    """The published sections about the occupation by kind, in the order of the kinds. One query.

    Of each kind the one to show comes first: editors' own text before a publisher's, then the profile that
    covers the fewest occupations. Each section has its profile, with its release and source, and
    `covered`, the number of occupations that the profile covers. Two texts of editors never stand under one
    heading. As of a day: publishers' editions published by then; editors' text that belongs to no edition is
    always there.
    """
    sections: dict[str, list[ProfileSection]] = defaultdict(list)
    for section in _written(day).filter(profile__occupations=occupation).order_by("kind", *IN_ORDER):
        if section.rank == OURS and sections[section.kind]:
            continue
        sections[section.kind].append(section)
    return dict(sections)


OURS, PUBLISHERS = 0, 1
IN_ORDER = ("rank", "covered", "profile__title", "pk")


def section_of_each(
    occupations: Iterable[Occupation], kind: str, day: dt.date | None = None
) -> dict[int, ProfileSection]:
    """The section of one kind to show for each of the occupations, by their ids. One query."""
    ids = [occupation.pk for occupation in occupations]
    rows = _written(day).filter(kind=kind, profile__occupations__in=ids)
    first: dict[int, ProfileSection] = {}
    for section in rows.annotate(about=F("profile__occupations")).order_by(*IN_ORDER):
        first.setdefault(section.about, section)
    return first


def in_short_of_each(occupations: Iterable[Occupation], day: dt.date | None = None) -> dict[int, str]:
    """What each of the occupations is in a sentence, as plain text, by their ids; nothing for one that has none.
    One query."""
    written = section_of_each(occupations, ProfileSection.Kind.IN_SHORT, day)
    return {pk: sentence_of(section) for pk, section in written.items()}


def sentence_of(section: ProfileSection) -> str:
    """What a section of one sentence says, as plain text with the apostrophes of print, as in the other sections."""
    return prose_of(section.body).replace("'", "’")


def _written(day: dt.date | None) -> QuerySet[Any]:
    """Published sections as of a day, each with its profile, its `rank` and how many occupations are `covered`."""
    readable = Q(profile__release__isnull=True) | Q(
        profile__release__state=Release.State.READY,
        profile__release__published_on__lte=no_later_than_today(day),
    )
    counted = Profile.objects.filter(pk=OuterRef("profile")).annotate(n=Count("occupations")).order_by()
    ours = Q(profile__release__isnull=True) | Q(profile__release__kind=Release.Kind.EDITORIAL)
    return (
        ProfileSection.objects.filter(readable, profile__state=Profile.State.PUBLISHED)
        .select_related("profile__release__source")
        .defer("loaded_body", "incoming_body")
        .annotate(
            covered=Subquery(counted.values("n")),
            rank=Case(When(ours, then=Value(OURS)), default=Value(PUBLISHERS), output_field=IntegerField()),
        )
    )
