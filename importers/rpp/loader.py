"""Loads the regional price parities of states, of metropolitan areas, and of the portions of states."""

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
from importers.rpp.checks import Parities
from importers.runs import Loaded, Options
from occupations.models import AreaPriceParity


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load tables of parities; their release is the newest year they hold. What they lack of a release stays."""
    progress.step("Reading the price parities")
    content = reader.read(files)
    problems = Problems()
    rows = checks.parities(content, problems)
    problems.refuse()
    published_on = max((found.published_on for found in content if found.published_on), default=None)
    loaded = write(rows, published_on, options, progress)
    loaded.rows_read = sum(found.rows.height for found in content)
    if loaded.rows_read > rows.height:
        loaded.counts["repeated, not available or of an earlier year"] = loaded.rows_read - rows.height
    return loaded


def write(rows: Parities, published_on: dt.date | None, options: Options, progress: Progress) -> Loaded:
    """Write the parities, each part in the place of the same one. Raises InputRefusedError if one has lost rows."""
    years = sorted({*rows.states["year"], *rows.areas["year"]})
    label = str(years[-1])
    of_states = sorted(rows.states["year"].unique())
    period = label if len(of_states) < 2 else f"{of_states[0]} to {label}"
    release = official_release("rpp", label, period, published_on, options)
    metros = pl.col("kind") == AreaPriceParity.Kind.METROPOLITAN
    of_areas = release.area_price_parities
    parts = {
        "states": (release.price_parities.all(), rows.states),
        "metros": (of_areas.filter(kind=AreaPriceParity.Kind.METROPOLITAN), rows.areas.filter(metros)),
        "portions": (of_areas.exclude(kind=AreaPriceParity.Kind.METROPOLITAN), rows.areas.filter(~metros)),
    }
    given = {name: part for name, part in parts.items() if part[1].height}
    problems = Problems()
    for name, (stored, frame) in given.items():
        check_row_count(f"parities of {name}", frame.height, stored.count(), options.force, problems)
    problems.refuse()
    progress.step(f"Writing price parities of {period}")
    for stored, frame in given.values():
        stored.delete()
        copy_frame(stored.model, frame.with_columns(release_id=pl.lit(release.pk)))
    make_ready(release)
    counts = {f"price parities of {name}": frame.height for name, (_, frame) in given.items()}
    return Loaded(release, rows_written=rows.height, counts=counts, parts=tuple(given))
