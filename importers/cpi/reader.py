"""Reads the Consumer Price Index from csv files or from a tab-separated LABSTAT file. Knows nothing of Django."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.files import read_text
from importers.headers import tidy
from importers.report import Problems

SERIES = "CUUR0000SA0"
COLUMNS = ("series_id", "year", "period", "value")
IGNORED = ("footnote_codes",)


def read(paths: Sequence[Path]) -> pl.DataFrame:
    """The rows of all files as text: series_id, year, period, value, line, file.

    Commas and tabs both divide columns. Raises InputRefusedError, naming every column that is missing or
    unexpected and every row of another length.
    """
    problems = Problems()
    frames = [_read_file(path, problems) for path in paths]
    problems.refuse()
    return pl.concat(frames)


def _read_file(path: Path, problems: Problems) -> pl.DataFrame:
    file, text = path.name, read_text(path)
    lines = text.splitlines()
    cells = csv.reader(lines, delimiter="\t" if "\t" in lines[0] else ",")
    header = [(tidy(name) or "").lower() for name in next(cells)]
    missing = [name for name in COLUMNS if name not in header]
    unexpected = [name for name in header if name and name not in (*COLUMNS, *IGNORED)]
    for what, names in (("missing", missing), ("unexpected", unexpected)):
        if names:
            problems.add(f"{what} columns: {', '.join(names)}", file=file, line=1)
    rows: list[tuple[str | int | None, ...]] = []
    for row in cells:
        # LABSTAT leaves out the tab before an empty last column.
        if len(row) < len(header) - 1 or len(row) > len(header):
            if row:
                problems.add(
                    f"the row has {len(row)} fields, the header {len(header)}",
                    file=file,
                    line=cells.line_num,
                )
        elif not missing:
            rows.append((*(tidy(row[header.index(name)]) for name in COLUMNS), cells.line_num, file))
    schema = dict.fromkeys(COLUMNS, pl.String) | {"line": pl.Int32, "file": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")
