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

TABLES: Mapping[str, Schema] = {"parities": checks.PARITIES, "areas": checks.AREA_PARITIES}
OPTIONAL = ("areas",)


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    states = release.price_parities.order_by("state_code", "year", "category").values_list(*checks.PARITIES)
    areas = release.area_price_parities.order_by("kind", "code", "category").values_list(
        *checks.AREA_PARITIES
    )
    tables = {"parities": pl.DataFrame(list(states), schema=checks.PARITIES, orient="row")}
    if areas:
        tables["areas"] = pl.DataFrame(list(areas), schema=checks.AREA_PARITIES, orient="row")
    return tables


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables, as the publisher words them. Raises InputRefusedError."""
    problems = Problems()
    placed = {name: with_places(entry, tables, name) for name in tables}
    files = [
        RppFile(part.name, rows, entry.published_on)
        for part, rows in zip(
            sorted(entry.parts, key=lambda part: list(TABLES).index(part.table)),
            checks.as_published(placed["parities"], placed.get("areas")),
            strict=True,
        )
    ]
    parities = checks.parities(files, problems)
    problems.refuse()
    return write(parities, entry.published_on, options, progress)
