"""Loads the CIP–SOC crosswalk: programs of study and the occupations that they lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.cip_soc import checks, reader
from importers.code_systems import CIP, ensure_code_system, soc_occupations
from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Program, ProgramOccupation

LABEL = "CIP 2020 to SOC 2018"
REFERENCE_PERIOD = "CIP 2020, SOC 2018"
# The files name no day; this is when the publisher's workbook says that it was last changed.
PUBLISHED_ON = dt.date(2020, 4, 30)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the crosswalk from its csv, its workbook, or both, which must then have the same pairs."""
    progress.step("Reading the CIP–SOC crosswalk")
    content = reader.read(files)
    ids = soc_occupations()
    problems = Problems()
    crosswalk = checks.crosswalk(content, ids.keys(), problems)
    problems.refuse()
    loaded = write(crosswalk.programs, crosswalk.pairs, ids, options, progress)
    loaded.rows_read = sum(rows.height for rows in content)
    loaded.counts |= {
        "programs without an occupation (99-9999), not kept": crosswalk.programs_without_occupation,
        "occupations without a program (99.9999), not kept": crosswalk.occupations_without_program,
    }
    return loaded


def write(
    programs: pl.DataFrame, pairs: pl.DataFrame, ids: dict[str, int], options: Options, progress: Progress
) -> Loaded:
    """Write frames of `checks.PROGRAMS` and `checks.PAIRS`. Raises InputRefusedError if many pairs are gone."""
    release = official_release("cip-soc", LABEL, REFERENCE_PERIOD, PUBLISHED_ON, options)
    problems = Problems()
    check_row_count("pairs", pairs.height, release.program_occupations.count(), options.force, problems)
    problems.refuse()
    progress.step("Writing programs of study")
    system = ensure_code_system(CIP)
    release.program_occupations.all().delete()
    made = Program.objects.bulk_create(
        (Program(system=system, **row) for row in programs.iter_rows(named=True)),
        update_conflicts=True,
        unique_fields=["system", "code"],
        update_fields=["title"],
    )
    program_ids = {program.code: program.pk for program in made}
    copy_frame(
        ProgramOccupation,
        pairs.select(
            release_id=pl.lit(release.pk),
            program_id=pl.col("program").replace_strict(program_ids, return_dtype=pl.Int64),
            occupation_id=pl.col("occupation").replace_strict(ids, return_dtype=pl.Int64),
        ),
    )
    make_ready(release)
    counts = {"programs of study": programs.height, "programs with an occupation, pairs": pairs.height}
    return Loaded(release, rows_written=sum(counts.values()), counts=counts)
