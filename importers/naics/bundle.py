"""NAICS 2022 in a bundle: codes and titles, laid out like the publisher's workbook."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.code_systems import NAICS
from importers.naics import checks
from importers.naics.loader import write
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Industry, Release

TABLES: Mapping[str, Schema] = {"codes": dict.fromkeys(("code", "title"), pl.String)}


def frames(_release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = Industry.objects.filter(system__slug=NAICS, is_retired=False).order_by("code")
    return {
        "codes": pl.DataFrame(list(rows.values_list("code", "title")), schema=TABLES["codes"], orient="row")
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    problems = Problems()
    industries = checks.industries(with_places(entry, tables, "codes"), problems)
    problems.refuse()
    return write(industries, options, progress)
