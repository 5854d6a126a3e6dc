"""Counties and ZIP codes in a bundle."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.localities import checks
from importers.localities.loader import write
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Release

TABLES: Mapping[str, Schema] = {"counties": checks.COUNTIES, "zip_codes": checks.ZIP_CODES}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    counties = release.counties.order_by("fips").values_list(*checks.COUNTIES)
    codes = release.zip_codes.order_by("code").values_list("code", "place", "state_code", "county__fips")
    return {
        "counties": pl.DataFrame(list(counties), schema=checks.COUNTIES, orient="row"),
        "zip_codes": pl.DataFrame(list(codes), schema=checks.ZIP_CODES, orient="row"),
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    problems = Problems()
    placed = {name: with_places(entry, tables, name) for name in TABLES}
    counties, codes = checks.stored(placed, problems)
    problems.refuse()
    return write(counties, codes, options, progress)
