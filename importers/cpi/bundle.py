"""The Consumer Price Index in a bundle: every month and annual average."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.cpi import checks
from importers.cpi.loader import write
from importers.cpi.reader import SERIES
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Release

TABLES: Mapping[str, Schema] = {"prices": checks.PRICES}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = release.price_indexes.order_by("year", "month").values_list(*TABLES["prices"])
    return {"prices": pl.DataFrame(list(rows), schema=TABLES["prices"], orient="row")}


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables, as the publisher words them. Raises InputRefusedError."""
    problems = Problems()
    rows = with_places(entry, tables, "prices").select(
        pl.lit(SERIES).alias("series_id"),
        pl.col("year", "value").cast(pl.String),
        pl.format("M{}", pl.col("month").cast(pl.String).str.zfill(2)).alias("period"),
        "file",
        "line",
    )
    indexes = checks.price_indexes(rows, problems)
    problems.refuse()
    assert indexes is not None
    return write(indexes.rows, indexes.label, options, progress)
