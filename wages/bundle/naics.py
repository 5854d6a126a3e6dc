"""NAICS 2022 in a bundle: codes and titles, laid out like the publisher's workbook."""

from __future__ import annotations

import polars as pl

from occupations.importers.code_systems import NAICS
from occupations.importers.naics import checks
from occupations.importers.naics.loader import write
from occupations.importers.progress import Progress
from occupations.importers.report import Problems
from occupations.importers.runs import Loaded, Options
from occupations.models import Industry, Release
from wages.bundle.manifest import Entry
from wages.bundle.parts import TABLES, with_places


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    rows = Industry.objects.filter(system__slug=NAICS, is_retired=False).order_by("code")
    return {
        "codes": pl.DataFrame(
            list(rows.values_list("code", "title")), schema=TABLES["naics"]["codes"], orient="row"
        )
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    problems = Problems()
    industries = checks.industries(with_places(entry, tables, "codes"), problems)
    problems.refuse()
    return write(industries, options, progress)
