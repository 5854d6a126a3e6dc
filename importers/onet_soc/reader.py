"""Reads the crosswalk from O*NET-SOC 2019 to SOC 2018. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.headers import Columns, find_table, no_table, read_csv, read_sheets
from importers.report import Problems

COLUMNS = Columns(
    wanted={
        "code": r"O\*NET-SOC 2019 Code",
        "title": r"O\*NET-SOC 2019 Title",
        "soc": r"2018 SOC Code",
        "soc_title": r"2018 SOC Title",
    }
)


def read(paths: Sequence[Path]) -> pl.DataFrame:
    """The rows of the files (xlsx or csv) as text: code, title, soc, soc_title, line, file.

    Raises InputRefusedError for a file that is something else.
    """
    frames: list[pl.DataFrame] = []
    problems = Problems()
    for path in paths:
        if path.suffix.lower() == ".csv":
            table = read_csv(path, COLUMNS)
        else:
            sheets = read_sheets(path)
            found = find_table(path.name, sheets, COLUMNS)
            if found is None:
                problems.add(no_table(sheets, {"the crosswalk from O*NET-SOC": COLUMNS}), file=path.name)
                continue
            table = found
        frames.append(table.rows.with_columns(file=pl.lit(path.name)))
    problems.refuse()
    return pl.concat(frames)
