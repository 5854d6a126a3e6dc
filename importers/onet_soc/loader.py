"""Loads the O*NET-SOC 2019 taxonomy: the 8-digit occupations under those of SOC 2018."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.code_systems import ONET_SOC, ensure_code_system, soc_occupations
from importers.completeness import check_row_count
from importers.onet_soc import checks, reader
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Occupation
from occupations.titles import sentence_case

LABEL = "O*NET-SOC 2019"
REFERENCE_PERIOD = "Reference years 2019 and later"
# The O*NET Center's taxonomy report and the first database coded in it (25.1) are of November 2020.
PUBLISHED_ON = dt.date(2020, 11, 1)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the crosswalk from O*NET-SOC 2019 to SOC 2018."""
    progress.step("Reading the O*NET-SOC crosswalk")
    rows = reader.read(files)
    problems = Problems()
    soc = soc_occupations(level=Occupation.Level.DETAILED)
    occupations = checks.occupations(rows, soc.keys(), problems)
    problems.refuse()
    loaded = write(occupations, soc, options, progress)
    loaded.rows_read = rows.height
    loaded.counts["codes that are SOC occupations themselves"] = rows["code"].n_unique() - occupations.height
    return loaded


def write(occupations: pl.DataFrame, soc: dict[str, int], options: Options, progress: Progress) -> Loaded:
    """Write a frame of `checks.OCCUPATIONS`; a code that is not in it any more is retired, never deleted.

    Raises InputRefusedError if the frame is much shorter than what is loaded.
    """
    release = official_release("onet-soc", LABEL, REFERENCE_PERIOD, PUBLISHED_ON, options)
    system = ensure_code_system(ONET_SOC)
    problems = Problems()
    before = Occupation.objects.filter(system=system, is_retired=False).count()
    check_row_count("O*NET occupations", occupations.height, before, options.force, problems)
    problems.refuse()
    progress.step("Writing O*NET occupations")
    Occupation.objects.bulk_create(
        (
            Occupation(
                system=system,
                code=row["code"],
                title=row["title"],
                sentence_title=sentence_case(row["title"]),
                level=Occupation.Level.ONET,
                parent_id=soc[row["parent"]],
            )
            for row in occupations.iter_rows(named=True)
        ),
        update_conflicts=True,
        unique_fields=["system", "code"],
        update_fields=["title", "sentence_title", "level", "parent", "is_retired"],
    )
    Occupation.objects.filter(system=system).exclude(code__in=list(occupations["code"])).update(
        is_retired=True
    )
    make_ready(release)
    counts = {"O*NET occupations under a SOC occupation": occupations.height}
    return Loaded(release, rows_written=occupations.height, counts=counts)
