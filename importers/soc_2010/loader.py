"""Loads what became of the occupations of SOC 2010."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.code_systems import SOC, SOC_2010, ensure_code_system, soc_occupations
from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems, refuse
from importers.runs import Loaded, Options
from importers.soc_2010 import checks, reader
from occupations.models import CodeChange, Occupation
from occupations.titles import sentence_case

LABEL = "SOC 2010 to SOC 2018"
REFERENCE_PERIOD = "SOC 2010, SOC 2018"
# The files name no day; the crosswalk came with SOC 2018.
PUBLISHED_ON = dt.date(2017, 11, 28)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the crosswalk, and the groups of SOC 2010 where its structure is given, too."""
    progress.step("Reading the crosswalk from SOC 2010")
    content = reader.read(files)
    problems = Problems()
    changes = checks.changes(content.crosswalk, content.structure, soc_titles(), problems)
    problems.refuse()
    loaded = write(changes, options, progress)
    loaded.rows_read = content.crosswalk.height + (
        content.structure.height if content.structure is not None else 0
    )
    loaded.notes += content.notes
    if content.structure is None:
        loaded.notes.append("Without the structure of SOC 2010 its groups are not known.")
    return loaded


def soc_titles() -> dict[str, str]:
    """The titles of SOC 2018 by code. Raises InputRefusedError if it is not loaded."""
    titles = dict(Occupation.objects.filter(system__slug=SOC).values_list("code", "title"))
    if not titles:
        raise refuse("SOC 2018 is not loaded; load it first: manage.py load soc PATH…")
    return titles


def write(changes: pl.DataFrame, options: Options, progress: Progress) -> Loaded:
    """Write a frame of `checks.CHANGES`. Raises InputRefusedError if many are gone.

    An occupation of SOC 2010 that a projection round brought before keeps its row, and one that is not in the frame
    any more keeps its page.
    """
    release = official_release("soc-2010", LABEL, REFERENCE_PERIOD, PUBLISHED_ON, options)
    problems = Problems()
    check_row_count("changes of codes", changes.height, release.code_changes.count(), options.force, problems)
    soc = soc_occupations()
    retired = changes.unique("code", maintain_order=True)
    for code in retired["code"]:
        # The one place where digits tell: the major groups of both editions are the same.
        if f"{code[:2]}-0000" not in soc:
            problems.add(f"{code} belongs to no major group of SOC 2018")
    problems.refuse()
    progress.step("Writing retired codes")
    system = ensure_code_system(SOC_2010)
    Occupation.objects.bulk_create(
        (
            Occupation(
                system=system,
                code=row["code"],
                title=row["title"],
                sentence_title=sentence_case(row["title"]),
                level=row["level"],
                parent_id=soc[f"{row['code'][:2]}-0000"],
                is_residual=bool(checks.RESIDUAL.search(row["title"])),
                is_retired=True,
            )
            for row in retired.iter_rows(named=True)
        ),
        ignore_conflicts=True,
    )
    ids = dict(Occupation.objects.filter(system=system).values_list("code", "id"))
    release.code_changes.all().delete()
    copy_frame(
        CodeChange,
        changes.select(
            "takes_from_others",
            release_id=pl.lit(release.pk),
            occupation_id=pl.col("code").replace_strict(ids, return_dtype=pl.Int64),
            successor_id=pl.col("successor").replace_strict(soc, return_dtype=pl.Int64),
        ),
    )
    make_ready(release)
    several = changes.group_by("code").len().filter(pl.col("len") > 1).height
    counts = {"retired codes": retired.height, "of these became several": several}
    return Loaded(release, rows_written=changes.height, counts=counts)
