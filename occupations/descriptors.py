"""What O*NET, SOC and CIP say of one occupation, as of a day: a fixed number of queries, however much is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

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
from occupations.release_parts import (
    ABILITIES,
    DESCRIPTIONS,
    EDUCATION,
    INTERESTS,
    JOB_ZONES,
    KNOWLEDGE,
    RELATED,
    SKILLS,
    TASKS,
    TECHNOLOGIES,
    WORK_ACTIVITIES,
    WORK_CONTEXT,
    WORK_STYLES,
    WORK_VALUES,
    ByPart,
    parts_as_of,
)

SOURCES = ("onet", "soc", "cip-soc")
# Interest high points hold the number of an interest, in this order; 0 is none.
INTEREST_LETTERS = "RIASEC"
Domain, Scale = Element.Domain, Rating.Scale
RATED = {
    INTERESTS: Domain.INTEREST,
    WORK_STYLES: Domain.WORK_STYLE,
    SKILLS: Domain.SKILL,
    KNOWLEDGE: Domain.KNOWLEDGE,
}
# What only those who write about the occupation read.
RATED_OF_WORK = {
    ABILITIES: Domain.ABILITY,
    WORK_VALUES: Domain.WORK_VALUE,
    WORK_ACTIVITIES: Domain.WORK_ACTIVITY,
    WORK_CONTEXT: Domain.WORK_CONTEXT,
}


class Ranked(NamedTuple):
    """An element with the rating that ranks it, and its level where that is published and relevant.

    Skills and knowledge are ranked by importance (1 to 5) and have a level (0 to 7). Work styles are ranked
    by importance up to release 29.x and by impact (-3 to 3) from 30.0 on; they have no level. `distinct` is the
    rank (1 is first) of a style among those that set the occupation apart; it ranks the styles of a release that
    gives no impact.
    """

    element: Element
    rating: Rating
    level: Rating | None
    distinct: Rating | None = None


class TechnologyGroup(NamedTuple):
    """Technologies of one kind: those in demand first, then the hot ones, then by name."""

    kind: str
    technologies: list[Technology]


@dataclass(frozen=True)
class Descriptors:
    """What is known of an occupation. Lists are empty and single things None where a source says nothing.

    `releases` are the newest official releases as of the day, by the source's slug ("onet", "soc",
    "cip-soc"), each with its source; a source without one that old is not in it. `onet` says which release of O*NET
    each part of it is from. `parts` are the current
    occupations whose own descriptors may stand in where this one has none: the 8-digit ones under it, the
    ones that it combines, and for a broad group its details.
    """

    releases: dict[str, Release]
    onet: ByPart
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
    """Everything of `Descriptors` about an occupation, in the newest ready releases as of a day that have it.
    Ten queries."""
    releases, onet = newest_releases(day)
    soc, cip = releases.get("soc"), releases.get("cip-soc")
    ratings = ratings_of([occupation.pk], onet).get(occupation.pk, [])
    texts = list(
        Description.objects.filter(
            occupation=occupation, release__in=[*onet.having(DESCRIPTIONS), *([soc] if soc else [])]
        )
    )
    read: dict[str, list[Any]] = {
        part: onet.newest_of(part, list(rows.filter(occupation=occupation, release__in=onet.having(part))))
        for part, rows in (
            (JOB_ZONES, JobZone.objects.select_related("release__source")),
            (EDUCATION, EducationShare.objects.order_by("category")),
            (TASKS, Task.objects.all()),
            (TECHNOLOGIES, Technology.objects.all()),
            (RELATED, RelatedOccupation.objects.select_related("related__system").order_by("rank")),
        )
    }
    read[DESCRIPTIONS] = onet.newest_of(DESCRIPTIONS, texts)
    read |= {part: [r for r in ratings if r.element.domain == domain] for part, domain in RATED.items()}
    return Descriptors(
        releases=releases,
        onet=onet.reading(read),
        definition=next((text for text in texts if soc and text.release_id == soc.pk), None),
        description=next(iter(read[DESCRIPTIONS]), None),
        job_zone=next(iter(read[JOB_ZONES]), None),
        interest_code=interest_code(ratings),
        interests=interests(ratings),
        skills=ranked(ratings, Domain.SKILL),
        knowledge=ranked(ratings, Domain.KNOWLEDGE),
        work_styles=ranked(ratings, Domain.WORK_STYLE),
        education=[share for share in read[EDUCATION] if not share.is_suppressed],
        tasks=read[TASKS],
        technologies=technologies(read[TECHNOLOGIES]),
        related=read[RELATED],
        programs=programs(occupation, cip),
        parts=parts(occupation),
    )


def related_zones(described: Descriptors) -> dict[int, JobZone]:
    """The job zones of the related occupations by their ids, of the release that the own zone is of, since scales of
    two releases differ. One query, or none."""
    if described.job_zone is None or not described.related:
        return {}
    ids = [row.related_id for row in described.related]
    zones = JobZone.objects.filter(occupation__in=ids, release=described.job_zone.release_id)
    return {zone.occupation_id: zone for zone in zones}


@dataclass(frozen=True)
class Digest:
    """The little of `Descriptors` that fits on a handout; `releases` and `onet` as there."""

    releases: dict[str, Release]
    onet: ByPart
    definition: str
    job_zone: JobZone | None
    interest_code: str
    interest_source: str
    skills: list[Ranked]
    tasks: list[Task]


def digests(occupations: Iterable[Occupation], day: dt.date | None = None) -> dict[int, Digest]:
    """A digest of each occupation by its id, as of a day. Five queries, however many occupations."""
    ids = [occupation.pk for occupation in occupations]
    releases, onet = newest_releases(day)
    soc = releases.get("soc")
    defined = {d.occupation_id: d.text for d in Description.objects.filter(occupation__in=ids, release=soc)}
    ratings = ratings_of(ids, onet)
    zones = list(JobZone.objects.filter(occupation__in=ids, release__in=onet.having(JOB_ZONES)))
    tasks = list(Task.objects.filter(occupation__in=ids, release__in=onet.having(TASKS)))
    found = {}
    for pk in ids:
        own = ratings.get(pk, [])
        read: dict[str, list[Any]] = {
            JOB_ZONES: onet.newest_of(JOB_ZONES, [zone for zone in zones if zone.occupation_id == pk]),
            TASKS: onet.newest_of(TASKS, [task for task in tasks if task.occupation_id == pk]),
            **{part: [r for r in own if r.element.domain == domain] for part, domain in RATED.items()},
        }
        found[pk] = Digest(
            releases=releases,
            onet=onet.reading(read),
            definition=defined.get(pk, ""),
            job_zone=next(iter(read[JOB_ZONES]), None),
            interest_code=interest_code(own),
            interest_source=domain_source(read[INTERESTS]),
            skills=ranked(own, Domain.SKILL),
            tasks=read[TASKS],
        )
    return found


def newest_releases(day: dt.date | None = None) -> tuple[dict[str, Release], ByPart]:
    """The newest official release of O*NET, SOC and the CIP–SOC crosswalk as of a day, by slug; and which release of
    O*NET has which part. One query."""
    found: dict[str, Release] = {}
    releases = list(
        Release.objects.as_of(None).official().filter(source__slug__in=SOURCES).select_related("source")
    )
    for release in releases:
        if day is None or (release.published_on and release.published_on <= day):
            found.setdefault(release.source.slug, release)
    return found, parts_as_of((release for release in releases if release.source.slug == "onet"), day)


def ratings_of(
    occupations: Iterable[int], onet: ByPart, rated: Mapping[str, str] = RATED
) -> dict[int, list[Rating]]:
    """The ratings of each occupation, by its id, with their elements, marked ones included. One query. `rated` are the
    parts to read, each with its domain.

    Each domain of an occupation is of one release, so that no list has two scales. Ratings that are not shown are
    needed to rank the others: Not Relevant stands on the level, which may be suppressed itself, and speaks of the
    element.
    """
    domains: dict[int, list[str]] = {}
    for part, domain in rated.items():
        for release in onet.having(part):
            domains.setdefault(release.pk, []).append(domain)
    wanted = Q(pk=None)
    for pk, of_release in domains.items():
        wanted |= Q(release=pk, element__domain__in=of_release)
    found = Rating.objects.filter(wanted, occupation__in=occupations).select_related("element")
    ratings: dict[int, list[Rating]] = {}
    for rating in found.order_by("element__code", "scale", "category"):
        ratings.setdefault(rating.occupation_id, []).append(rating)
    parts = {domain: part for part, domain in rated.items()}
    return {
        pk: [
            rating
            for domain, part in parts.items()
            for rating in onet.newest_of(part, [r for r in own if r.element.domain == domain])
        ]
        for pk, own in ratings.items()
    }


def domain_source(ratings: Iterable[Rating]) -> str:
    """Who or what the ratings are from, in O*NET's words: "Analyst"; several joined by "; ", "" where unknown."""
    return "; ".join(sorted({rating.domain_source for rating in ratings} - {""}))


# The scales that can rank elements; of two in one list the first does.
RANKING = (Scale.IMPORTANCE, Scale.IMPACT, Scale.DISTINCTIVENESS)


def ranked(ratings: Iterable[Rating], domain: str) -> list[Ranked]:
    """The domain's elements, highest first, ties by name; no query.

    An element is left out if it is marked as not relevant or if O*NET recommends to suppress the rating that
    ranks it; if only the level is to be suppressed, the level is left out. All rows are ranked on one scale.
    """
    rows: list[Ranked] = []
    own = (rating for rating in ratings if rating.element.domain == domain)
    for _, group in groupby(own, key=attrgetter("element_id")):
        found = list(group)
        if any(rating.is_not_relevant for rating in found):
            continue
        by_scale = {rating.scale: rating for rating in found if not rating.is_suppressed}
        distinct = by_scale.get(Scale.DISTINCTIVENESS)
        distinct = distinct if distinct is not None and distinct.value else None
        rating = by_scale.get(Scale.IMPORTANCE) or by_scale.get(Scale.IMPACT) or distinct
        if rating is not None:
            rows.append(Ranked(rating.element, rating, by_scale.get(Scale.LEVEL), distinct))
    first = next((scale for scale in RANKING if any(row.rating.scale == scale for row in rows)), None)
    rows = [row for row in rows if row.rating.scale == first]
    falls = 1 if first == Scale.DISTINCTIVENESS else -1
    return sorted(rows, key=lambda row: (falls * row.rating.value, row.element.name))


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
    return "".join(INTEREST_LETTERS[int(point.value) - 1] for point in points if point.value)


def technologies(rows: Iterable[Technology]) -> list[TechnologyGroup]:
    """Technologies by kind; kinds with more in demand, then more hot ones, come first. No query."""
    groups: dict[str, list[Technology]] = {}
    for row in rows:
        groups.setdefault(row.kind, []).append(row)

    def order(group: TechnologyGroup) -> tuple[int, int, str]:
        in_demand = sum(row.is_in_demand for row in group.technologies)
        return -in_demand, -sum(row.is_hot for row in group.technologies), group.kind

    return sorted((TechnologyGroup(*group) for group in groups.items()), key=order)


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
