"""One release in two forms: the figures of one kind of file put beside and over those of another.

LABSTAT and the workbooks print the same release; LABSTAT leaves out hundreds of broad groups. What both have should
be equal, and what only one has stays: absence from one of the forms says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.utils import CursorWrapper

from importers.oews.cells import Reason
from wages.measures import MEASURES
from wages.partitions import partition_name, staging_name

# LABSTAT leaves out nearly three hundred groups of the nation's workbook.
NAMED = 400
SAME_CELL = (
    "new.occupation_id = present.occupation_id AND new.area_id = present.area_id"
    " AND new.industry_id = present.industry_id"
)


def put_beside(
    cursor: CursorWrapper, release_id: int, parts: Iterable[tuple[list[int], list[int]]]
) -> tuple[list[str], int]:
    """Compare the staging table with the partition in these parts, and copy what only the partition has.

    Parts are pairs of areas' and industries' ids. Returns lines for the report (how many cells are equal, which
    differ, which occupations are new, and how many cells stay that the new file hasn't) and how many cells differ.
    """
    condition, ids = _in_parts(parts)
    if not ids:
        return [], 0
    present, new = partition_name(release_id), staging_name(release_id)
    is_other = "(" + " OR ".join(_differs(measure) for measure in MEASURES) + ")"
    cursor.execute(
        f"SELECT count(*), count(*) FILTER (WHERE {is_other}) FROM {present} AS present JOIN {new} AS new"  # noqa: S608 - all our own names
        f" ON {SAME_CELL} WHERE {condition}",
        ids,
    )
    both, other = cursor.fetchone()
    notes = [f"cells that are the same in both forms of the release: {both - other:,}"]
    if other:
        differing = _codes(
            cursor, f"FROM {present} AS present JOIN {new} AS new ON {SAME_CELL} WHERE {condition} AND {is_other}",
            ids,
        )  # fmt: skip
        notes.append(
            f"cells that differ, and are now as in these files: {other:,} (occupations: {differing})"
        )
    added = _codes(
        cursor,
        f"FROM {new} AS present LEFT JOIN {present} AS new ON {SAME_CELL} WHERE new.id IS NULL AND {condition}",
        ids,
    )  # fmt: skip
    if added:
        notes.append(f"occupations that only these files have, and that are added: {added}")
    cursor.execute(
        f"INSERT INTO {new} SELECT present.* FROM {present} AS present WHERE {condition}"  # noqa: S608 - all our own names
        f" AND NOT EXISTS (SELECT FROM {new} AS new WHERE {SAME_CELL})",
        ids,
    )
    if cursor.rowcount:
        notes.append(f"cells that these files don't have, and that stay: {cursor.rowcount:,}")
    return notes, other


def _differs(measure: str) -> str:
    """Whether both forms state the measure, and state something else. LABSTAT has no percent of an industry."""
    reasons = f"present.{measure}_missing", f"new.{measure}_missing"
    return (
        f"((present.{measure}, {reasons[0]}) IS DISTINCT FROM (new.{measure}, {reasons[1]})"
        f" AND {reasons[0]} IS DISTINCT FROM {Reason.NOT_STATED:d}"
        f" AND {reasons[1]} IS DISTINCT FROM {Reason.NOT_STATED:d})"
    )


def _in_parts(parts: Iterable[tuple[list[int], list[int]]]) -> tuple[str, list[list[int]]]:
    pairs = list(parts)
    condition = " OR ".join("present.area_id = ANY(%s) AND present.industry_id = ANY(%s)" for _ in pairs)
    return f"({condition})", [ids for pair in pairs for ids in pair]


def _codes(cursor: CursorWrapper, rows: str, ids: list[list[int]]) -> str:
    """The codes of the occupations of the rows, the first of them if they are many."""
    cursor.execute(
        f"SELECT DISTINCT code FROM occupations_occupation WHERE id IN (SELECT present.occupation_id {rows})"  # noqa: S608 - all our own names
        " ORDER BY code",
        ids,
    )
    codes = [code for (code,) in cursor.fetchall()]
    more = f" and {len(codes) - NAMED:,} more" if len(codes) > NAMED else ""
    return ", ".join(codes[:NAMED]) + more
