"""Loads NAICS 2022: the codes and titles of industries, each in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.code_systems import NAICS, ensure_all_industries, ensure_code_system
from importers.completeness import check_row_count
from importers.naics import checks, reader
from importers.naics.titles import short_industry_title
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Industry

LABEL = "NAICS 2022"
REFERENCE_PERIOD = "Reference years 2022 and later"
# 86 FR 72277, the notice of the final decisions; in use for reference years from January 1, 2022.
PUBLISHED_ON = dt.date(2021, 12, 21)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the workbook of 2- to 6-digit codes."""
    progress.step("Reading the NAICS codes")
    content = reader.read(files)
    problems = Problems()
    industries = checks.industries(content.codes, problems)
    problems.refuse()
    loaded = write(industries, options, progress)
    loaded.rows_read = content.codes.height
    loaded.notes = content.notes
    return loaded


def write(industries: pl.DataFrame, options: Options, progress: Progress) -> Loaded:
    """Write a frame of `checks.INDUSTRIES`; a code that is not in it any more is retired, never deleted.

    Raises InputRefusedError if it is much shorter than what is loaded.
    """
    release = official_release("naics", LABEL, REFERENCE_PERIOD, PUBLISHED_ON, options)
    system = ensure_code_system(NAICS)
    problems = Problems()
    before = Industry.objects.filter(system=system, is_retired=False).count()
    check_row_count("industries", industries.height, before, options.force, problems)
    problems.refuse()
    progress.step("Writing industries")
    ids: dict[str | None, int] = {None: ensure_all_industries().pk}
    for level in sorted(set(industries["level"])):
        rows = industries.filter(pl.col("level") == level)
        made = Industry.objects.bulk_create(
            (
                Industry(
                    system=system,
                    code=row["code"],
                    title=row["title"],
                    short_title=short_industry_title(row["title"]),
                    kind=row["kind"],
                    level=row["level"],
                    parent_id=ids[row["parent"]],
                )
                for row in rows.iter_rows(named=True)
            ),
            update_conflicts=True,
            unique_fields=["system", "code"],
            update_fields=["title", "short_title", "kind", "level", "parent", "is_retired"],
        )
        ids |= {industry.code: industry.pk for industry in made}
    Industry.objects.filter(system=system).exclude(code__in=[code for code in ids if code]).update(
        is_retired=True
    )
    make_ready(release)
    return Loaded(
        release,
        rows_written=industries.height,
        counts={"industries": industries.height, "sectors": _sectors(industries)},
    )


def _sectors(industries: pl.DataFrame) -> int:
    return industries.filter(pl.col("kind") == Industry.Kind.SECTOR.value).height
