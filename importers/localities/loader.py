"""Loads the counties of OEWS areas, and ZIP codes with their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.completeness import check_row_count
from importers.copying import copy_frame, keys_checked_at_once
from importers.localities import checks, reader
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from wages.geography import county_key, place_key
from wages.models import County, ZipCode

# The delineation that these counties belong to, as `Area.delineation` has it. The files don't name it; the loader
# is told by the codes of the areas, which the next redrawing will change, and this with them.
DELINEATION = "May 2024"
REFERENCE_PERIOD = "areas of May 2024, ZIP codes of 2025"
# The files name no day; the Labor Department's table of these counties has been in force since this one.
PUBLISHED_ON = dt.date(2025, 7, 1)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load a table of counties together with GeoNames' table of ZIP codes."""
    progress.step("Reading counties and ZIP codes")
    content = reader.read(files)
    problems = Problems()
    counties = checks.counties(content.counties, problems)
    codes, stateless, lost = checks.zip_codes(content.zip_codes, frozenset(counties["fips"]), problems)
    problems.refuse()
    loaded = write(counties, codes, options, progress)
    loaded.rows_read = content.counties.height + content.zip_codes.height
    loaded.counts |= {"ZIP codes in no state, left out": stateless, "ZIP codes without their county": lost}
    return loaded


def write(counties: pl.DataFrame, codes: pl.DataFrame, options: Options, progress: Progress) -> Loaded:
    """Write frames of `checks.COUNTIES` and `checks.ZIP_CODES`. Raises InputRefusedError if many rows are gone."""
    release = official_release("localities", DELINEATION, REFERENCE_PERIOD, None, options, usual=PUBLISHED_ON)
    problems = Problems()
    check_row_count("counties", counties.height, release.counties.count(), options.force, problems)
    check_row_count("ZIP codes", codes.height, release.zip_codes.count(), options.force, problems)
    problems.refuse()
    progress.step("Writing counties and ZIP codes")
    release.zip_codes.all().delete()
    release.counties.all().delete()
    own = pl.lit(release.pk)
    with keys_checked_at_once({County, ZipCode} if options.is_new_site else set()):
        copy_frame(
            County,
            counties.with_columns(
                key=pl.col("name").map_elements(county_key, pl.String),
                delineation=pl.lit(DELINEATION),
                release_id=own,
            ),
        )
        ids = dict(release.counties.values_list("fips", "pk"))
        copy_frame(
            ZipCode,
            codes.select(
                "code",
                "place",
                "state_code",
                key=pl.col("place").map_elements(place_key, pl.String),
                county_id=pl.col("county_fips").replace_strict(ids, default=None, return_dtype=pl.Int64),
                release_id=own,
            ),
        )
    make_ready(release)
    counts = {"counties": counties.height, "ZIP codes": codes.height}
    return Loaded(release, rows_written=counties.height + codes.height, counts=counts)
