"""Everything that is loaded about one occupation: a fixed number of queries, however much that is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet

from occupations import release_parts as part
from occupations.descriptors import RATED, RATED_OF_WORK, newest_releases, parts, programs, ratings_of
from occupations.editions import newest_official, rank
from occupations.models import (
    AlternateTitle,
    Certification,
    ContextCategory,
    Description,
    EducationShare,
    EmergingTask,
    IndustryShare,
    JobZone,
    Occupation,
    Profile,
    Program,
    Projection,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    TaskRating,
    Technology,
    UtilizationFactor,
)
from occupations.release_parts import ByPart, superseded_titles
from wages.models import WageEstimate
from web.occupations.queries import PAY_MEASURES, national_by_industry, wage_releases

# So many neighbors are told with their definitions, the others by name.
NEAREST = 8


@dataclass(frozen=True)
class Around:
    """The codes that speak for an occupation beside its own.

    `members` are those that it combines or, for a broad group, its details: each speaks of a part of it, and so do
    `specialties`, the 8-digit codes of O*NET. `wider` are those that it is counted in, which speak of several.
    `neighbors` are the other details of its minor group: those of its broad group, then by how near their codes are.
    """

    members: list[Occupation]
    specialties: list[Occupation]
    wider: list[Occupation]
    neighbors: list[Occupation]


@dataclass(frozen=True)
class Material:
    """What was found. Dictionaries are by the occupation's id; `answers` by an element's id and the answer's number.
    Rows of O*NET are of the newest release that has them for that occupation."""

    occupation: Occupation
    around: Around
    releases: dict[str, Release]
    onet: ByPart
    definitions: dict[int, Description]
    descriptions: dict[int, Description]
    ratings: dict[int, list[Rating]]
    answers: dict[tuple[int, int], str]
    zones: dict[int, JobZone]
    tasks: dict[int, list[Task]]
    task_ratings: dict[int, list[TaskRating]]
    emerging: dict[int, list[EmergingTask]]
    education: dict[int, list[EducationShare]]
    technologies: dict[int, list[Technology]]
    related: dict[int, list[RelatedOccupation]]
    titles: list[AlternateTitle]
    programs: list[Program]
    certifications: list[Certification]
    profiles: list[Profile]
    cells: list[WageEstimate]
    newest_pay: Release | None
    by_industry: list[WageEstimate]
    projections: list[Projection]
    shares: list[IndustryShare]
    factors: list[UtilizationFactor]


def material_of(occupation: Occupation, day: dt.date | None = None) -> Material:
    """Everything for the sheet of an occupation that has its groups and what it combines and is combined in
    (`by_codes`), as of a day."""
    around = _around(occupation)
    own = [occupation, *around.members]
    described = [*own, *around.specialties]
    releases, onet = newest_releases(day)
    related = _of_each(
        onet, part.RELATED, RelatedOccupation.objects.select_related("related__system"), described
    )
    zoned = [*described, *(row.related for row in chain(*related.values()))]
    soc = releases.get("soc")
    texts = _texts([*described, *around.neighbors[:NEAREST]], soc, onet)
    pay_releases = wage_releases(day)
    cells = _cells([occupation, *around.wider], pay_releases)
    newest_pay = newest_official(pay_releases)
    counted = counted_as(occupation, around.wider, cells, newest_pay)
    rounds = Release.objects.as_of(day).filter(source__slug="projections")
    profiles = _profiles([*own, *around.wider], day)
    whose = Q(occupation__in=[occupation, *around.wider]) | Q(profile__in=profiles)
    return Material(
        occupation=occupation,
        around=around,
        releases=releases,
        onet=onet,
        definitions={text.occupation_id: text for text in texts if soc and text.release_id == soc.pk},
        descriptions=_newest(onet, part.DESCRIPTIONS, texts),
        ratings=ratings_of([o.pk for o in described], onet, RATED | RATED_OF_WORK),
        answers={(row.element_id, row.category): row.label for row in ContextCategory.objects.order_by("pk")},
        zones={
            pk: rows[0] for pk, rows in _of_each(onet, part.JOB_ZONES, JobZone.objects.all(), zoned).items()
        },
        tasks=_of_each(onet, part.TASKS, Task.objects.all(), described),
        task_ratings=_of_each(
            onet, part.TASK_RATINGS, TaskRating.objects.filter(is_suppressed=False), described
        ),
        emerging=_of_each(onet, part.EMERGING_TASKS, EmergingTask.objects.all(), described),
        education=_of_each(
            onet,
            part.EDUCATION,
            EducationShare.objects.filter(is_suppressed=False).order_by("category"),
            described,
        ),
        technologies=_of_each(onet, part.TECHNOLOGIES, Technology.objects.all(), described),
        related=related,
        titles=_titles(own, onet),
        programs=programs(occupation, releases.get("cip-soc")),
        certifications=list(
            Certification.objects.filter(occupations=occupation)
            .select_related("organization")
            .order_by("name")
        ),
        profiles=profiles,
        cells=cells,
        newest_pay=newest_pay,
        by_industry=national_by_industry(counted, [newest_pay], *PAY_MEASURES)
        if counted and newest_pay
        else [],
        projections=list(Projection.objects.of_each_with_total([occupation, *around.wider], rounds)),
        shares=list(IndustryShare.objects.published(whose, day)),
        factors=list(
            UtilizationFactor.objects.newest(day).filter(occupation__in=[occupation, *around.wider])
        ),
    )


def counted_as(
    occupation: Occupation,
    wider: Sequence[Occupation],
    cells: Sequence[WageEstimate],
    newest: Release | None,
) -> Occupation | None:
    """The code under which pay is published for the occupation: its own, or a wider one that stands in for it.

    In the newest release before any other: it may count an occupation in a wider code that older ones had by itself.
    """
    current = [cell for cell in cells if newest is not None and rank(cell.release) >= rank(newest)]
    for found in (current, cells):
        if any(cell.occupation_id == occupation.pk for cell in found):
            return occupation
        level = Occupation.Level.DETAILED
        stand_in = {cell.occupation_id for cell in found if cell.published_level == level}
        for other in wider:
            if other.pk in stand_in:
                return other
    return None


def _around(occupation: Occupation) -> Around:
    """Two queries beside what came with the occupation."""
    within = parts(occupation)
    wider = [other for other in occupation.combined_in.all() if not other.is_retired]
    neighbors = _neighbors(occupation, {o.pk for o in (*within, occupation)})
    parent = occupation.parent
    if parent is not None and (
        occupation.level == Occupation.Level.ONET or any(o.parent_id == parent.pk for o in neighbors)
    ):
        wider.append(parent)
    return Around(
        members=[o for o in within if o.level != Occupation.Level.ONET],
        specialties=[o for o in within if o.level == Occupation.Level.ONET],
        wider=wider,
        neighbors=neighbors,
    )


def _neighbors(occupation: Occupation, left_out: set[int]) -> list[Occupation]:
    """The other details of the minor group, those of the same broad group first, then by code. One query."""
    first = next(iter(occupation.combines.all()), occupation)
    broad = first if first.level == Occupation.Level.BROAD else first.parent
    if first.level == Occupation.Level.ONET:
        broad = first.parent.parent if first.parent else None
    if broad is None or broad.level != Occupation.Level.BROAD:
        return []
    same = Q(parent=broad.pk) | Q(parent__parent=broad.parent_id)
    found = list(Occupation.objects.current().filter(same, level=Occupation.Level.DETAILED).order_by("code"))
    here = sum(other.code < first.code for other in found)
    return [
        other
        for _, _, other in sorted(
            ((other.parent_id != broad.pk, abs(place - here)), place, other)
            for place, other in enumerate(found)
            if other.pk not in left_out and other.pk != occupation.parent_id
        )
    ]


def _of_each(
    onet: ByPart, name: str, rows: QuerySet[Any], occupations: Iterable[Occupation]
) -> dict[int, list[Any]]:
    """The rows of a part for each occupation, of the newest release that has it for that occupation. One query."""
    ids = {occupation.pk for occupation in occupations}
    found = rows.filter(occupation__in=ids, release__in=onet.having(name)).select_related("release__source")
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in found:
        grouped[row.occupation_id].append(row)
    return {pk: onet.newest_of(name, own) for pk, own in grouped.items()}


def _texts(occupations: Iterable[Occupation], soc: Release | None, onet: ByPart) -> list[Description]:
    """Definitions of SOC and descriptions of O*NET. One query."""
    releases = [*onet.having(part.DESCRIPTIONS), *([soc] if soc else [])]
    ids = [occupation.pk for occupation in occupations]
    found = Description.objects.filter(occupation__in=ids, release__in=releases)
    return list(found.select_related("release__source"))


def _newest(onet: ByPart, name: str, rows: Iterable[Any]) -> dict[int, Any]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.occupation_id].append(row)
    newest = {pk: onet.newest_of(name, own) for pk, own in grouped.items()}
    return {pk: own[0] for pk, own in newest.items() if own}


def _titles(occupations: Iterable[Occupation], onet: ByPart) -> list[AlternateTitle]:
    """Other titles, those of a release that a newer one takes the place of left out. One query."""
    found = AlternateTitle.objects.filter(occupation__in=[o.pk for o in occupations])
    return list(
        found.exclude(superseded_titles(onet)).select_related("release__source", "occupation").order_by("pk")
    )


def _profiles(occupations: Iterable[Occupation], day: dt.date | None) -> list[Profile]:
    """The Handbook's profiles that cover any of the occupations, as of a day, with their sections, quick facts, codes
    and similar profiles. Five queries."""
    editions = Release.objects.as_of(day).official().filter(source__slug="ooh")
    found = Profile.objects.published().filter(release__in=editions.order_by().values("pk"))
    return list(
        found.filter(occupations__in=[o.pk for o in occupations])
        .distinct()
        .select_related("release__source")
        .prefetch_related("sections", "quick_facts__release__source", "occupations", "similar")
        .order_by("title")
    )


def _cells(occupations: Iterable[Occupation], releases: list[Release]) -> list[WageEstimate]:
    """National cells for all industries together. One query."""
    return list(
        WageEstimate.objects.in_releases(releases)
        .filter(occupation__in=[o.pk for o in occupations])
        .national()
        .all_industries()
        .select_related("release__source", "industry", "occupation")
        .measuring(*PAY_MEASURES)
    )
