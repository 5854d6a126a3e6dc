"""Reads the crosswalk from O*NET-SOC 2019 to SOC 2018. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.headers import Columns, read_tables

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
    tables = read_tables(paths, COLUMNS, "the crosswalk from O*NET-SOC")
    return pl.concat(table.rows.with_columns(file=pl.lit(table.file)) for table in tables)
