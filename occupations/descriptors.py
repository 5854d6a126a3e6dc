"""What O*NET, SOC and CIP say of one occupation, as of a day: a fixed number of queries, however much is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db.models import Q

from occupations.models import (
    Description,
    EducationShare,
    Element,
    JobZone,
    Occupation,
    Program,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    Technology,
)

SOURCES = ("onet", "soc", "cip-soc")
# Interest high points hold the number of an interest, in this order; 0 is none.
INTERESTS = "RIASEC"
Domain, Scale = Element.Domain, Rating.Scale


class Ranked(NamedTuple):
    """An element with the rating that ranks it, and its level where that is published and relevant.

    Skills and knowledge are ranked by importance (1 to 5) and have a level (0 to 7). Work styles are ranked
    by importance up to release 29.x and by impact (-3 to 3) from 30.0 on; they have no level.
    """

    element: Element
    rating: Rating
    level: Rating | None


class TechnologyGroup(NamedTuple):
    """Technologies of one commodity: those in demand first, then the hot ones, then by name."""

    commodity: str
    technologies: list[Technology]


@dataclass(frozen=True)
class Descriptors:
    """What is known of an occupation. Lists are empty and single things None where a source says nothing.

    `releases` are the newest official releases as of the day, by the source's slug ("onet", "soc",
    "cip-soc"), each with its source; a source without one that old is not in it. `parts` are the current
    occupations whose own descriptors may stand in where this one has none: the 8-digit ones under it, the
    ones that it combines, and for a broad group its details.
    """

    releases: dict[str, Release]
    definition: Description | None
    description: Description | None
    job_zone: JobZone | None
    interest_code: str
    interests: list[Rating]
    skills: list[Ranked]
    knowledge: list[Ranked]
    work_styles: list[Ranked]
    education: list[EducationShare]
    tasks: list[Task]
    technologies: list[TechnologyGroup]
    related: list[RelatedOccupation]
    programs: list[Program]
    parts: list[Occupation]

    @property
    def is_described(self) -> bool:
        """Whether O*NET has data of the occupation itself; "All Other" ones have a name there and no more."""
        return bool(self.job_zone or self.skills or self.tasks or self.interests)


def describe(occupation: Occupation, day: dt.date | None = None) -> Descriptors:
    """Everything of `Descriptors` about an occupation, in the newest ready releases as of a day. Ten queries."""
    releases = newest_releases(day)
    onet, soc, cip = (releases.get(slug) for slug in SOURCES)
    ratings = all_ratings(occupation, onet)
    texts = {
        text.release_id: text
        for text in Description.objects.filter(occupation=occupation, release__in=releases.values())
    }
    return Descriptors(
        releases=releases,
        definition=texts.get(soc.pk) if soc else None,
        description=texts.get(onet.pk) if onet else None,
        job_zone=JobZone.objects.filter(occupation=occupation, release=onet).first(),
        interest_code=interest_code(ratings),
        interests=interests(ratings),
        skills=ranked(ratings, Domain.SKILL),
        knowledge=ranked(ratings, Domain.KNOWLEDGE),
        work_styles=ranked(ratings, Domain.WORK_STYLE),
        education=education(occupation, onet),
        tasks=list(Task.objects.filter(occupation=occupation, release=onet)),
        technologies=technologies(occupation, onet),
        related=related(occupation, onet),
        programs=programs(occupation, cip),
        parts=parts(occupation),
    )


@dataclass(frozen=True)
class Digest:
    """The little of `Descriptors` that fits on a handout; `releases` as there."""

    releases: dict[str, Release]
    definition: str
    job_zone: JobZone | None
    interest_code: str
    skills: list[Ranked]
    tasks: list[Task]


def digests(occupations: Iterable[Occupation], day: dt.date | None = None) -> dict[int, Digest]:
    """A digest of each occupation by its id, as of a day. Five queries, however many occupations."""
    ids = [occupation.pk for occupation in occupations]
    releases = newest_releases(day)
    onet, soc = releases.get("onet"), releases.get("soc")
    defined = {d.occupation_id: d.text for d in Description.objects.filter(occupation__in=ids, release=soc)}
    zones = {z.occupation_id: z for z in JobZone.objects.filter(occupation__in=ids, release=onet)}
    ratings: dict[int, list[Rating]] = {}
    found = Rating.objects.filter(occupation__in=ids, release=onet).select_related("element")
    for rating in found.order_by("element__code", "scale"):
        ratings.setdefault(rating.occupation_id, []).append(rating)
    tasks: dict[int, list[Task]] = {}
    for task in Task.objects.filter(occupation__in=ids, release=onet):
        tasks.setdefault(task.occupation_id, []).append(task)
    return {
        pk: Digest(
            releases=releases,
            definition=defined.get(pk, ""),
            job_zone=zones.get(pk),
            interest_code=interest_code(ratings.get(pk, [])),
            skills=ranked(ratings.get(pk, []), Domain.SKILL),
            tasks=tasks.get(pk, []),
        )
        for pk in ids
    }


def newest_releases(day: dt.date | None = None) -> dict[str, Release]:
    """The newest official release of O*NET, SOC and the CIP–SOC crosswalk as of a day, by slug. One query."""
    found: dict[str, Release] = {}
    releases = Release.objects.as_of(day).official().filter(source__slug__in=SOURCES)
    for release in releases.select_related("source"):
        found.setdefault(release.source.slug, release)
    return found


def all_ratings(occupation: Occupation, release: Release | None) -> list[Rating]:
    """The occupation's ratings with their elements, marked ones included. One query.

    Ratings that are not shown are needed to rank the others: Not Relevant stands on the level, which may
    be suppressed itself, and speaks of the element.
    """
    found = Rating.objects.filter(occupation=occupation, release=release).select_related("element")
    return list(found.order_by("element__code", "scale"))


def ranked(ratings: Iterable[Rating], domain: str) -> list[Ranked]:
    """The domain's elements, highest first, ties by name; no query.

    An element is left out if it is marked as not relevant or if O*NET recommends to suppress the rating that
    ranks it; if only the level is to be suppressed, the level is left out.
    """
    rows: list[Ranked] = []
    own = (rating for rating in ratings if rating.element.domain == domain)
    for _, group in groupby(own, key=attrgetter("element_id")):
        found = list(group)
        if any(rating.is_not_relevant for rating in found):
            continue
        by_scale = {rating.scale: rating for rating in found if not rating.is_suppressed}
        rating = by_scale.get(Scale.IMPORTANCE) or by_scale.get(Scale.IMPACT)
        if rating is not None:
            rows.append(Ranked(rating.element, rating, by_scale.get(Scale.LEVEL)))
    return sorted(rows, key=lambda row: (-row.rating.value, row.element.name))


def interests(ratings: Iterable[Rating]) -> list[Rating]:
    """The six occupational interests (OI, 1 to 7), highest first, ties by name. No query."""
    found = [rating for rating in ratings if rating.scale == Scale.INTEREST and not rating.is_suppressed]
    return sorted(found, key=lambda rating: (-rating.value, rating.element.name))


def interest_code(ratings: Iterable[Rating]) -> str:
    """The letters of O*NET's interest high points, first to third, such as "ECR"; fewer where it names fewer."""
    # The elements' codes, 1.B.1.g to 1.B.1.i, are in the order of first to third.
    points = sorted(
        (rating for rating in ratings if rating.scale == Scale.HIGH_POINT and not rating.is_suppressed),
        key=lambda rating: rating.element.code,
    )
    return "".join(INTERESTS[int(point.value) - 1] for point in points if point.value)


def education(occupation: Occupation, release: Release | None) -> list[EducationShare]:
    """The shares of those who name each level of education, lowest level first, none suppressed. One query.

    Where a level is suppressed the rest don't add up to 100 percent.
    """
    found = EducationShare.objects.filter(occupation=occupation, release=release, is_suppressed=False)
    return list(found.order_by("category"))


def technologies(occupation: Occupation, release: Release | None) -> list[TechnologyGroup]:
    """Technologies by commodity; commodities with more in demand, then more hot ones, come first. One query."""
    groups: dict[str, list[Technology]] = {}
    for row in Technology.objects.filter(occupation=occupation, release=release):
        groups.setdefault(row.commodity, []).append(row)

    def order(group: TechnologyGroup) -> tuple[int, int, str]:
        in_demand = sum(row.is_in_demand for row in group.technologies)
        return -in_demand, -sum(row.is_hot for row in group.technologies), group.commodity

    return sorted((TechnologyGroup(*group) for group in groups.items()), key=order)


def related(occupation: Occupation, release: Release | None) -> list[RelatedOccupation]:
    """The relations to other occupations, closest first, each with `related` and its code system. One query."""
    found = RelatedOccupation.objects.filter(occupation=occupation, release=release)
    return list(found.select_related("related__system").order_by("rank"))


def programs(occupation: Occupation, release: Release | None) -> list[Program]:
    """Programs of study that lead to the occupation, or to the SOC occupation above an 8-digit one. One query."""
    code = occupation.parent_id if occupation.level == Occupation.Level.ONET else occupation.pk
    found = Program.objects.filter(programoccupation__occupation=code, programoccupation__release=release)
    return list(found.order_by("code"))


def parts(occupation: Occupation) -> list[Occupation]:
    """The current occupations under it, or that it combines, whose descriptors may stand in for its own. One query."""
    within = Q(parent=occupation, level=Occupation.Level.ONET) | Q(combined_in=occupation)
    if occupation.level == Occupation.Level.BROAD:
        within |= Q(parent=occupation, level=Occupation.Level.DETAILED)
    return list(Occupation.objects.current().filter(within).order_by("code").distinct())
