"""What a projection round doesn't state and the round a year before does: carried over, and named beside it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from occupations.models import MissingReason, Projection, Release

# The figures that the public table of occupations leaves out, and the publisher's whole workbook has.
CARRIED = ("percent_self_employed", "work_experience", "training")
STATES_NONE = Q(**{f"{figure}_missing": MissingReason.NOT_STATED for figure in CARRIED})
EMPTY = {
    "carried_from": None,
    **dict.fromkeys(CARRIED),
    **{f"{figure}_missing": MissingReason.NOT_STATED for figure in CARRIED},
}


def carry(base_year: int) -> int:
    """Fill what the official round of a base year leaves out from the round a year before; return how many rows.

    Only where a round states none of `CARRIED` for an occupation; `carried_from` then names the round that does. An
    occupation that the round leaves out altogether keeps the projection of the round before: it `stands_in`. To be
    called for a round and for the one a year later whenever either was loaded.
    """
    now, before = _official(base_year), _official(base_year - 1)
    _let_stand_in(before, now)
    now.filter(carried_from__isnull=False).update(**EMPTY)
    stated = before.filter(occupation=OuterRef("occupation")).exclude(STATES_NONE).order_by()
    figures = [name for figure in CARRIED for name in (figure, f"{figure}_missing")]
    return (
        now.filter(STATES_NONE)
        .filter(Exists(stated))
        .update(
            carried_from=Subquery(stated.values_list(Coalesce("carried_from", "release"))[:1]),
            **{name: Subquery(stated.values(name)[:1]) for name in figures},
        )
    )


def _official(base_year: int) -> QuerySet[Projection]:
    """The rows of the round, by the numbers of its releases: rows that were loaded a moment ago have no statistics
    yet, and a join inside a correlated subquery is then walked through for every row."""
    official = Release.objects.filter(source__slug="projections", kind=Release.Kind.OFFICIAL)
    rows = Projection.objects.filter(
        base_year=base_year, release__in=list(official.values_list("pk", flat=True))
    )
    releases = list(rows.order_by().values_list("release", flat=True).distinct())
    return Projection.objects.filter(release__in=releases, base_year=base_year)


def _let_stand_in(before: QuerySet[Projection], now: QuerySet[Projection]) -> None:
    newer = now.order_by().values_list("release", flat=True).first()
    before.filter(stands_in__isnull=False).update(stands_in=None)
    if newer is not None:
        covered = list(now.order_by().values_list("occupation", flat=True))
        before.exclude(occupation__in=covered).update(stands_in=newer)
