"""O*NET-SOC in a bundle: its own occupations, laid out like the publisher's crosswalk."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.code_systems import ONET_SOC, soc_occupations
from importers.onet_soc import checks
from importers.onet_soc.loader import write
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Occupation, Release

TABLES: Mapping[str, Schema] = {"occupations": dict.fromkeys(("code", "title", "soc"), pl.String)}


def frames(_release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = Occupation.objects.filter(system__slug=ONET_SOC, is_retired=False).order_by("code")
    return {
        "occupations": pl.DataFrame(
            list(rows.values_list("code", "title", "parent__code")),
            schema=TABLES["occupations"],
            orient="row",
        )
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    soc = soc_occupations(level=Occupation.Level.DETAILED)
    problems = Problems()
    occupations = checks.occupations(with_places(entry, tables, "occupations"), soc.keys(), problems)
    problems.refuse()
    return write(occupations, soc, options, progress)
