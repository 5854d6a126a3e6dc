"""Loads the regional price parities by state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.rpp import checks, reader
from importers.runs import Loaded, Options
from occupations.models import PriceParity


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load a table of parities; its release is the newest year it holds."""
    progress.step("Reading the price parities")
    content = reader.read(files)
    problems = Problems()
    rows = checks.parities(content, problems)
    problems.refuse()
    published_on = max((found.published_on for found in content if found.published_on), default=None)
    loaded = write(rows, published_on, options, progress)
    loaded.rows_read = sum(found.rows.height for found in content)
    if loaded.rows_read > rows.height:
        loaded.counts["repeated or not available"] = loaded.rows_read - rows.height
    return loaded


def write(rows: pl.DataFrame, published_on: dt.date | None, options: Options, progress: Progress) -> Loaded:
    """Write a frame of `checks.PARITIES`. Raises InputRefusedError if the release has lost rows."""
    years = sorted(rows["year"].unique())
    label = str(years[-1])
    period = label if len(years) == 1 else f"{years[0]} to {label}"
    release = official_release("rpp", label, period, published_on, options)
    problems = Problems()
    check_row_count("parities", rows.height, release.price_parities.count(), options.force, problems)
    problems.refuse()
    progress.step(f"Writing price parities of {period}")
    release.price_parities.all().delete()
    copy_frame(PriceParity, rows.with_columns(release_id=pl.lit(release.pk)))
    make_ready(release)
    return Loaded(release, rows_written=rows.height, counts={"price parities": rows.height})
