"""Reads the counties of OEWS areas and GeoNames' ZIP codes. Knows nothing of Django."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from importers.files import read_text
from importers.headers import Columns, nearest_layout, read_tables, tidy
from importers.report import InputRefusedError, Problems, refuse

# The counties with their whole FIPS codes, and BLS's own workbook of area definitions.
JOINED = Columns(
    wanted={
        "fips": r"county_fips",
        "name": r"county_name",
        "area_code": r"oews_area",
        "area_title": r"oews_area_name",
    },
    ignored=(r"state",),
)
DEFINITIONS = Columns(
    wanted={
        "state_fips": r"FIPS code",
        "county_number": r"County code",
        "name": r"County name.*",
        # Under the areas of May 2024 and later: those before were drawn otherwise.
        "area_code": r"May 20(?:2[4-9]|3\d) MSA code",
        "area_title": r"May 20(?:2[4-9]|3\d) MSA name",
    },
    ignored=(r"State", r"State abbreviation", r"Township code"),
)
COUNTIES = {"counties with their FIPS codes": JOINED, "BLS’s area definitions": DEFINITIONS}
# Tab-separated, without a header: https://download.geonames.org/export/zip/readme.txt
GEONAMES = (
    "country", "code", "place", "state_name", "state", "county", "county_number",
    "district", "district_code", "latitude", "longitude", "accuracy",
)  # fmt: skip
WANTED = ("code", "place", "state", "county_number")
GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class LocalityFiles:
    """What the files hold, as text with `file` and `line`.

    `counties`: fips, name, area_code, area_title. `zip_codes`: code, place, state, county_number.
    """

    counties: pl.DataFrame
    zip_codes: pl.DataFrame


def read(paths: Sequence[Path]) -> LocalityFiles:
    """Read a table of counties and GeoNames' table of the United States, told apart by their names' endings.

    Raises InputRefusedError if either is missing, and for any other file.
    """
    counties, zip_codes, problems = [], [], Problems()
    for path in paths:
        try:
            if path.suffix.lower() in (".csv", ".xlsx", ".xls"):
                counties.append(_counties(path))
            else:
                zip_codes.append(_zip_codes(path.name, _text(path)))
        except InputRefusedError as refused:
            problems.extend(refused.problems)
    if not counties and not problems:
        problems.add("none of the files has the counties of OEWS areas")
    if not zip_codes and not problems:
        problems.add("none of the files is GeoNames’ table of ZIP codes, US.txt")
    problems.refuse()
    return LocalityFiles(pl.concat(counties), pl.concat(zip_codes))


def _counties(path: Path) -> pl.DataFrame:
    is_workbook = path.suffix.lower() != ".csv"
    what = list(COUNTIES)[1] if is_workbook else nearest_layout(path, COUNTIES)
    (table,) = read_tables([path], COUNTIES[what], what)
    rows = table.rows
    if "fips" not in rows.columns:
        rows = rows.with_columns(fips=pl.col("state_fips") + pl.col("county_number"))
    return rows.select("fips", "name", "area_code", "area_title", "line", file=pl.lit(path.name))


def _text(path: Path) -> str:
    data = path.read_bytes()
    if not data.startswith(GZIP):
        return read_text(path, data)
    try:
        return read_text(path, gzip.decompress(data))
    except (OSError, EOFError) as error:
        raise refuse(f"it can’t be unpacked: {error}", file=path.name) from error


def _zip_codes(file: str, text: str) -> pl.DataFrame:
    if not text.startswith("US\t"):
        raise refuse("this is not GeoNames’ table of the United States, US.txt", file=file)
    problems, rows = Problems(), []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = line.split("\t")
        if len(cells) != len(GEONAMES):
            problems.add(f"the row has {len(cells)} fields, not {len(GEONAMES)}", file=file, line=number)
            continue
        found = dict(zip(GEONAMES, cells, strict=True))
        rows.append((*(tidy(found[name]) for name in WANTED), number, file))
    problems.refuse()
    schema = dict.fromkeys(WANTED, pl.String) | {"line": pl.Int32, "file": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")
