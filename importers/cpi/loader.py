"""Loads the Consumer Price Index: every month and annual average up to the newest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.cpi import checks, reader
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import PriceIndex, Release

# The days of the news releases, https://www.bls.gov/schedule/news_release/cpi.htm.
PUBLISHED_ON = {"August 2026": dt.date(2026, 9, 11)}


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the index from any files that hold it; where two state the same figure they must agree."""
    progress.step("Reading the price index")
    rows = reader.read(files)
    problems = Problems()
    indexes = checks.price_indexes(rows, problems)
    problems.refuse()
    assert indexes is not None
    loaded = write(indexes.rows, indexes.label, options, progress)
    loaded.rows_read = rows.height
    loaded.counts |= {
        "rows of other series, not kept": indexes.other_series,
        "half-year averages, not kept": indexes.half_years,
    }
    if indexes.gaps:
        months = ", ".join(checks.month_name(*month) for month in indexes.gaps)
        loaded.notes.append(f"Not published: {months}.")
    return loaded


def write(rows: pl.DataFrame, label: str, options: Options, progress: Progress) -> Loaded:
    """Write a frame of `checks.PRICES` as the release of its newest month.

    Raises InputRefusedError if it is much shorter than the newest one loaded.
    """
    release = official_release("cpi", label, f"January 1913 to {label}", PUBLISHED_ON.get(label), options)
    problems = Problems()
    newest = Release.objects.newest("cpi")
    before = newest.price_indexes.count() if newest else 0
    check_row_count("months and years", rows.height, before, options.force, problems)
    problems.refuse()
    progress.step(f"Writing prices to {label}")
    release.price_indexes.all().delete()
    copy_frame(PriceIndex, rows.with_columns(release_id=pl.lit(release.pk)))
    make_ready(release)
    counts = {
        "months": rows.filter(pl.col("month") != checks.ANNUAL).height,
        "annual averages": rows.filter(pl.col("month") == checks.ANNUAL).height,
    }
    return Loaded(release, rows_written=rows.height, counts=counts)
