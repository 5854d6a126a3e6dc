"""What a projection round doesn't state and the round a year before does: carried over, and named beside it."""

from __future__ import annotations

from collections.abc import Iterable

from occupations.models import MissingReason, Projection, Release

# The figures that the public table of occupations leaves out, and the publisher's whole workbook has.
CARRIED = ("percent_self_employed", "work_experience", "training")


def carry(base_year: int) -> int:
    """Fill what the official round of a base year leaves out from the round a year before; return how many rows.

    Only where a round states none of `CARRIED` for an occupation; `carried_from` then names the round that does. An
    occupation that the round leaves out altogether keeps the projection of the round before: it `stands_in`.
    To be called for a round and for the one a year later whenever either was loaded.
    """
    rounds = Projection.objects.filter(
        release__source__slug="projections",
        release__kind=Release.Kind.OFFICIAL,
    )
    before = {p.occupation_id: p for p in rounds.filter(base_year=base_year - 1)}
    now = list(rounds.filter(base_year=base_year))
    _let_stand_in(before.values(), now)
    changed = []
    for row in now:
        stated = before.get(row.occupation_id)
        if row.carried_from_id is None and not _states_none(row):
            continue
        for figure in CARRIED:
            missing = f"{figure}_missing"
            setattr(row, figure, getattr(stated, figure, None))
            setattr(row, missing, getattr(stated, missing, MissingReason.NOT_STATED))
        row.carried_from_id = None if stated is None or _states_none(stated) else stated.release_id
        changed.append(row)
    fields = [name for figure in CARRIED for name in (figure, f"{figure}_missing")]
    Projection.objects.bulk_update(changed, [*fields, "carried_from"], batch_size=500)
    return sum(row.carried_from_id is not None for row in changed)


def _let_stand_in(before: Iterable[Projection], now: list[Projection]) -> None:
    newer = now[0].release_id if now else None
    covered = {row.occupation_id for row in now}
    changed = []
    for row in before:
        stands_in = None if row.occupation_id in covered else newer
        if row.stands_in_id != stands_in:
            row.stands_in_id = stands_in
            changed.append(row)
    Projection.objects.bulk_update(changed, ["stands_in"], batch_size=500)


def _states_none(row: Projection) -> bool:
    return all(getattr(row, f"{figure}_missing") == MissingReason.NOT_STATED for figure in CARRIED)
