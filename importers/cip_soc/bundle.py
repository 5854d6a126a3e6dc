"""Programs of study in a bundle: the pairs, laid out like the publisher's crosswalk."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.cip_soc import checks
from importers.cip_soc.loader import write
from importers.code_systems import soc_occupations
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Release

TABLES: Mapping[str, Schema] = {"pairs": dict.fromkeys(("cip", "cip_title", "soc"), pl.String)}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = release.program_occupations.order_by("program__code", "occupation__code")
    return {
        "pairs": pl.DataFrame(
            list(rows.values_list("program__code", "program__title", "occupation__code")),
            schema=TABLES["pairs"],
            orient="row",
        )
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    ids = soc_occupations()
    problems = Problems()
    crosswalk = checks.crosswalk([with_places(entry, tables, "pairs")], ids.keys(), problems)
    problems.refuse()
    return write(crosswalk.programs, crosswalk.pairs, ids, options, progress)
