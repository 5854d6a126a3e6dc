"""What became of the occupations of SOC 2010, in a bundle."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from importers.soc_2010 import checks
from importers.soc_2010.loader import soc_titles, write
from occupations.models import Release

TABLES: Mapping[str, Schema] = {"changes": checks.CHANGES}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = release.code_changes.order_by("occupation__code", "successor__code").values_list(
        "occupation__code", "occupation__title", "occupation__level", "successor__code", "takes_from_others"
    )
    return {"changes": pl.DataFrame(list(rows), schema=checks.CHANGES, orient="row")}


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the table. Raises InputRefusedError."""
    problems = Problems()
    changes = checks.known(with_places(entry, tables, "changes"), soc_titles(), problems)
    problems.refuse()
    return write(changes, options, progress)
