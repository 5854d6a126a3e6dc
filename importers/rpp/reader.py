"""Reads the regional price parities of states, areas and portions of states. Knows nothing of Django."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from importers.files import read_text
from importers.headers import HEADER_WITHIN, tidy
from importers.report import Problems, refuse

COLUMNS = {"geofips": "fips", "geoname": "name", "linecode": "category", "description": "description"}
# The zipped tables for the whole span of years have these as well.
IGNORED = ("region", "tablename", "industryclassification", "unit")
YEAR = re.compile(r"20\d\d")
UPDATED = re.compile(r"Last updated: ([A-Z][a-z]+ \d{1,2}, \d{4})")


@dataclass(frozen=True)
class RppFile:
    """One row for each place, category and year, as text: fips, name, category, description, year, value, line.

    `published_on` is the day on which the footer says that the table was updated.
    """

    file: str
    rows: pl.DataFrame
    published_on: dt.date | None


def read(paths: Sequence[Path]) -> list[RppFile]:
    """Read csv tables with banner lines above the header and a footer. Raises InputRefusedError for others."""
    return [_read_file(path) for path in paths]


def _read_file(path: Path) -> RppFile:
    file, text = path.name, read_text(path)
    # A space stands before the quoted codes of the tables for many years.
    reader = csv.reader(text.splitlines(), skipinitialspace=True)
    lines = [[tidy(cell) for cell in row] for row in reader]
    start, header = _find_header(lines, file)
    years = {position: name for position, name in enumerate(header) if YEAR.fullmatch(name)}
    known = {header.index(name): ours for name, ours in COLUMNS.items()}
    problems = Problems()
    rows: list[tuple[str | int | None, ...]] = []
    for number, cells in enumerate(lines[start:], start=start + 1):
        if len(cells) <= 1:
            continue  # an empty line, or one of the notes
        if len(cells) != len(header):
            problems.add(f"the row has {len(cells)} fields, the header {len(header)}", file=file, line=number)
            continue
        place = tuple(cells[position] for position in known)
        rows += [(*place, year, cells[position], number) for position, year in years.items()]
    problems.refuse()
    schema = dict.fromkeys((*known.values(), "year", "value"), pl.String) | {"line": pl.Int32}
    updated = UPDATED.search(text)
    return RppFile(
        file,
        pl.DataFrame(rows, schema=schema, orient="row"),
        dt.datetime.strptime(updated[1], "%B %d, %Y").date() if updated else None,
    )


def _find_header(lines: list[list[str | None]], file: str) -> tuple[int, list[str]]:
    """The number of lines up to the header's end, and its names in lower case."""
    for number, cells in enumerate(lines[:HEADER_WITHIN], start=1):
        header = [(cell or "").lower() for cell in cells]
        if "geofips" not in header:
            continue
        missing = [name for name in COLUMNS if name not in header]
        if not any(YEAR.fullmatch(name) for name in header):
            missing.append("a year")
        if missing:
            raise refuse(f"missing columns: {', '.join(missing)}", file=file, line=number)
        unexpected = [
            name for name in header if name and name not in (*COLUMNS, *IGNORED) and not YEAR.fullmatch(name)
        ]
        if unexpected:
            raise refuse(f"unexpected columns: {', '.join(unexpected)}", file=file, line=number)
        return number, header
    raise refuse("no row is the header of regional price parities, which begins with GeoFIPS", file=file)
