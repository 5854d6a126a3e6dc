"""The Parquet files of a bundle: written so that equal rows make equal bytes. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from importers.bundle.manifest import Entry, Part
from importers.files import sha256_of
from importers.report import InputRefusedError, Problems, refuse

Schema = Mapping[str, Any]

# Decided by trying: beyond it, files hardly shrink and writing takes many times longer.
LEVEL = 19


def with_places(entry: Entry, tables: Mapping[str, pl.DataFrame], table: str) -> pl.DataFrame:
    """The table with the name of its file and the number of each row, for the checks to point at."""
    name = next(part.name for part in entry.parts if part.table == table)
    return tables[table].with_columns(file=pl.lit(name), line=pl.int_range(1, 1 + pl.len(), dtype=pl.UInt32))


def write_part(folder: Path, name: str, table: str, frame: pl.DataFrame) -> Part:
    """Write one table to `folder/name` and describe it."""
    path = folder / name
    # One row group and no statistics: the file is always read whole.
    frame.write_parquet(
        path,
        compression="zstd",
        compression_level=LEVEL,
        statistics=False,
        row_group_size=max(frame.height, 1),
    )
    return Part(name, table, frame.height, sha256_of(path))


def read_parts(
    folder: Path, entry: Entry, schemas: Mapping[str, Schema], optional: Collection[str] = ()
) -> dict[str, pl.DataFrame]:
    """The tables of a release by their names, with the columns of `schemas`; only `optional` ones may be missing.

    Raises InputRefusedError if any is not as it should be.
    """
    problems = Problems()
    frames: dict[str, pl.DataFrame] = {}
    for part in entry.parts:
        if part.table not in schemas:
            problems.add(f"{entry.source} has no table {part.table!r}", file=part.name)
            continue
        try:
            frame = _read(folder / part.name)
        except InputRefusedError as refused:
            problems.add(refused.problems.first[0].message, file=part.name)
            continue
        if dict(frame.schema) != dict(pl.Schema(schemas[part.table])):
            problems.add(f"its columns are not those of the table {part.table!r}", file=part.name)
        elif frame.height != part.rows:
            problems.add(f"it has {frame.height:,} rows, and the manifest says {part.rows:,}", file=part.name)
        frames[part.table] = frame
    for missing in schemas.keys() - {part.table for part in entry.parts} - set(optional):
        problems.add(f"the bundle has no table {missing!r} of {entry.source} {entry.label}")
    problems.refuse()
    return frames


def _read(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise refuse(f"it can't be read as Parquet: {error}", file=path.name) from error
