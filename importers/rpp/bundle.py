"""The regional price parities in a bundle."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.progress import Progress
from importers.report import Problems
from importers.rpp import checks
from importers.rpp.loader import write
from importers.rpp.reader import RppFile
from importers.runs import Loaded, Options
from occupations.models import Release

TABLES: Mapping[str, Schema] = {"parities": checks.PARITIES}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = release.price_parities.order_by("state_code", "year", "category").values_list(*TABLES["parities"])
    return {"parities": pl.DataFrame(list(rows), schema=TABLES["parities"], orient="row")}


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables, as the publisher words them. Raises InputRefusedError."""
    problems = Problems()
    category = pl.col("category").cast(pl.String)
    rows = with_places(entry, tables, "parities").select(
        fips=pl.col("state_code") + "000",
        name="state_code",
        category=category,
        description=category.replace(checks.CATEGORIES),
        year=pl.col("year").cast(pl.String),
        value=pl.col("value").cast(pl.String),
        line="line",
    )
    parities = checks.parities([RppFile(entry.parts[0].name, rows, entry.published_on)], problems)
    problems.refuse()
    return write(parities, entry.published_on, options, progress)
