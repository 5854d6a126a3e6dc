"""The Parquet files of a bundle: written so that equal rows make equal bytes. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from importers.bundle.manifest import Entry, Part
from importers.cpi.checks import PRICES
from importers.files import sha256_of
from importers.oews.cells import SCHEMA
from importers.projections.checks import CATEGORIES, LAY_TITLES, PROJECTIONS
from importers.report import InputRefusedError, Problems, refuse
from importers.rpp.checks import PARITIES

Schema = Mapping[str, Any]

# The quick facts of a profile, as importers.ooh.checks has them; numbers that stand for words are
# those of the projections.
FACTS: Schema = {
    **{
        name: kind
        for figure, figure_kind in (
            ("annual_median", pl.Int32),
            ("hourly_median", pl.Decimal(7, 2)),
            ("jobs", pl.Int32),
            ("percent_change", pl.Decimal(6, 1)),
            ("employment_change", pl.Int32),
        )
        for name, kind in ((figure, figure_kind), (f"{figure}_missing", pl.Int16))
    },
    "growth_word": pl.String,
    **dict.fromkeys(CATEGORIES, pl.Int16),
}

# What each table has, source by source. SOC and NAICS are kept as their publishers lay them out, so that
# they go through the checks of their importers like the publishers' own files.
TABLES: dict[str, dict[str, Schema]] = {
    "soc": {
        "structure": dict.fromkeys(("major", "minor", "broad", "detailed", "title"), pl.String),
        "titles": dict.fromkeys(("code", "title", "example"), pl.String),
    },
    "naics": {"codes": dict.fromkeys(("code", "title"), pl.String)},
    "oews": {
        "areas": dict.fromkeys(("code", "kind", "title", "state_code"), pl.String),
        "industries": {
            "code": pl.String, "kind": pl.String, "level": pl.Int16, "parent": pl.String, "title": pl.String,
        },
        "cells": {name: kind for name, kind in SCHEMA.items() if name != "line"},
    },
    "projections": {"projections": PROJECTIONS, "lay-titles": LAY_TITLES},
    "onet-soc": {"occupations": dict.fromkeys(("code", "title", "soc"), pl.String)},
    "cip-soc": {"pairs": dict.fromkeys(("cip", "cip_title", "soc"), pl.String)},
    "onet": {
        "ratings": {
            **dict.fromkeys(("code", "element", "name", "scale"), pl.String),
            "value": pl.Decimal(5, 2), "standard_error": pl.Decimal(7, 4), "sample_size": pl.Int32,
            "is_suppressed": pl.Boolean, "is_not_relevant": pl.Boolean,
        },
        "job-zones": {"code": pl.String, "zone": pl.Int16},
        "education": {
            "code": pl.String, "category": pl.Int16, "percent": pl.Decimal(5, 2), "is_suppressed": pl.Boolean,
        },
        "technologies": {
            **dict.fromkeys(("code", "name", "commodity_code", "commodity"), pl.String),
            "is_hot": pl.Boolean, "is_in_demand": pl.Boolean,
        },
        "related-occupations": {
            **dict.fromkeys(("code", "related", "tier"), pl.String), "rank": pl.Int16,
        },
    },
    "ooh": {
        "profiles": dict.fromkeys(("title", "handbook_code"), pl.String),
        "coverage": dict.fromkeys(("profile", "code"), pl.String),
        "similar": dict.fromkeys(("profile", "similar"), pl.String),
        "quick-facts": {"profile": pl.String, **FACTS},
        "industry-shares": {
            **dict.fromkeys(("profile", "code", "industry_title"), pl.String), "share": pl.Decimal(5, 2),
        },
        "medians": {
            **dict.fromkeys(("profile", "code", "period", "basis", "industry_title"), pl.String),
            "median": pl.Decimal(9, 2), "floor": pl.Decimal(9, 2),
        },
    },
    "cpi": {"prices": PRICES},
    "rpp": {"parities": PARITIES},
}  # fmt: skip
# Of the earlier rounds the lay titles are left out: they are those of the newest, with fewer of them.
OPTIONAL = {("projections", "lay-titles")}
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


def read_parts(folder: Path, entry: Entry) -> dict[str, pl.DataFrame]:
    """The tables of a release by their names. Raises InputRefusedError if any is not as it should be."""
    problems = Problems()
    frames: dict[str, pl.DataFrame] = {}
    schemas = TABLES[entry.source]
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
    for missing in schemas.keys() - {part.table for part in entry.parts}:
        if (entry.source, missing) in OPTIONAL:
            continue
        problems.add(f"the bundle has no table {missing!r} of {entry.source} {entry.label}")
    problems.refuse()
    return frames


def _read(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise refuse(f"it can't be read as Parquet: {error}", file=path.name) from error
