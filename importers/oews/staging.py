"""Cells on their way into the staging table of a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import polars as pl
from django.db.backends.utils import CursorWrapper

from importers.oews import checks
from importers.oews.cells import DETAILED, ReleaseCells
from importers.oews.classification import ensure_areas, ensure_industries, occupation_ids
from importers.oews.parts import part_name
from importers.progress import Progress
from importers.report import Problems
from wages.measures import MEASURES
from wages.partitions import copy_into_staging, staging_name

FIGURES = tuple(name for measure in MEASURES for name in (measure, f"{measure}_missing"))
KEY = ("occupation_id", "area_id", "industry_id")
COLUMNS = ("release_id", *KEY, "published_level", *FIGURES)


@dataclass(frozen=True)
class Ids:
    """The database's ids of the codes that the files use; those of occupations with their levels."""

    occupations: dict[str, tuple[int, int]]
    areas: dict[str, int]
    industries: dict[str, int]


@dataclass
class Staged:
    """How many cells of each part were copied, and how many of those are of detailed occupations."""

    cells: Counter[str] = field(default_factory=Counter)
    detailed: Counter[str] = field(default_factory=Counter)


def ids_for(contents: Sequence[ReleaseCells], year: int) -> Ids:
    """Find the rows that the cells point at. Made where missing are areas, OEWS's own industries and occupations that
    only SOC 2010 has.

    Raises InputRefusedError if the code systems are not loaded.
    """
    problems = Problems()
    titles: dict[str, str] = {}
    levels: dict[str, int] = {}
    for content in contents:
        titles |= content.occupations
        levels |= content.levels
    ids = Ids(
        occupations=occupation_ids(year, titles, levels, problems),
        areas=ensure_areas((area for content in contents for area in content.areas), year),
        industries=ensure_industries(
            [row for content in contents for row in content.industries], year, problems
        ),
    )
    problems.refuse()
    return ids


def copy_cells(
    cursor: CursorWrapper,
    release_id: int,
    contents: Sequence[ReleaseCells],
    *,
    ids: Ids,
    problems: Problems,
    progress: Progress,
) -> Staged:
    """Copy every cell of the contents into the staging table.

    Once there is a problem nothing more is copied, but everything is still read for further ones.
    """
    staged = Staged()
    with cursor.copy(copy_into_staging(release_id, COLUMNS)) as copy:
        for content in contents:
            in_this = Staged()
            for cells in _resolved(content, ids, problems, progress):
                _count(cells, content, in_this)
                if not problems:
                    rows = cells.select(pl.lit(release_id).alias("release_id"), *COLUMNS[1:])
                    copy.write(rows.write_csv(include_header=False).encode())
            for part in in_this.cells.keys() & staged.cells.keys():
                problems.add(f"another of the files has the same part: {part}", file=content.file)
            staged.cells += in_this.cells
            staged.detailed += in_this.detailed
    return staged


def _resolved(
    content: ReleaseCells, ids: Ids, problems: Problems, progress: Progress
) -> Iterator[pl.DataFrame]:
    """The batches of a content with ids beside the codes. Cells with an unknown code are a problem."""
    known = {
        "occupation_code": {code: pk for code, (pk, _) in ids.occupations.items()},
        "area_code": ids.areas,
        "industry_code": ids.industries,
    }
    unknown = {column: checks.Unknown(column.removesuffix("_code"), content.file) for column in known}
    levels = {code: level for code, (_, level) in ids.occupations.items()}
    for batch in content.batches(problems, progress.advance):
        cells = batch.with_columns(
            pl.col(column).replace_strict(pks, default=None, return_dtype=pl.Int64).alias(name)
            for name, (column, pks) in zip(KEY, known.items(), strict=True)
        )
        for name, column in zip(KEY, known, strict=True):
            cells = unknown[column].set_aside(cells, column, pl.col(name).is_not_null())
        level = pl.col("occupation_code").replace_strict(levels, return_dtype=pl.Int16)
        yield cells.with_columns(pl.coalesce("published_level", level))
    for one in unknown.values():
        one.tell(problems)


def _count(cells: pl.DataFrame, content: ReleaseCells, staged: Staged) -> None:
    kinds = {area.code: area.kind for area in content.areas}
    counted = (
        cells.group_by("area_code", "industry_group")
        .agg(pl.len(), (pl.col("published_level") == DETAILED).sum())
        .iter_rows()
    )
    for area, group, count, detailed in counted:
        part = part_name(kinds[area], group)
        staged.cells[part] += count
        staged.detailed[part] += detailed


def repeats(release_id: int) -> str:
    """The statement that takes one of two equal cells out of the staging table.

    By the key alone the rows are matched in one pass; with "IS NOT DISTINCT FROM" there, too, every pair is tried.
    """
    name = staging_name(release_id)
    same = " AND ".join(
        [f"one.{column} = other.{column}" for column in KEY]
        + [f"one.{column} IS NOT DISTINCT FROM other.{column}" for column in FIGURES]
    )
    return f"DELETE FROM {name} AS one USING {name} AS other WHERE one.id > other.id AND {same}"  # noqa: S608 - all our own names


def collapse_repeats(cursor: CursorWrapper, release_id: int, problems: Problems) -> None:
    """Keep one of two equal cells from two files: some industries are printed as 3-digit and as 4-digit ones.

    Differing ones are a problem.
    """
    name = staging_name(release_id)
    cursor.execute(repeats(release_id))
    cursor.execute(
        f"SELECT occupation.code, area.code, industry.code FROM {name}"  # noqa: S608 - the name holds a number
        " JOIN occupations_occupation AS occupation ON occupation.id = occupation_id"
        " JOIN wages_area AS area ON area.id = area_id"
        " JOIN occupations_industry AS industry ON industry.id = industry_id"
        " GROUP BY 1, 2, 3 HAVING count(*) > 1 ORDER BY 1, 2, 3"
    )
    for occupation, area, industry in cursor.fetchall():
        problems.add(
            f"two files state different figures: occupation {occupation}, area {area}, industry {industry}"
        )
