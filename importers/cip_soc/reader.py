"""Reads the crosswalk from programs of study (CIP 2020) to occupations (SOC 2018). Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.headers import Columns, read_tables

COLUMNS = Columns(
    wanted={
        "cip": r"CIP2020Code",
        "cip_title": r"CIP2020Title",
        "soc": r"SOC2018Code",
        "soc_title": r"SOC2018Title",
    }
)


def read(paths: Sequence[Path]) -> list[pl.DataFrame]:
    """The rows of each file as text: cip, cip_title, soc, soc_title, line, file. Codes lose a wrapping `="…"`.

    Of a workbook the first sheet with these columns is read, "CIP-SOC": the others arrange the same pairs
    anew or pick some of them. Raises InputRefusedError for a file that is something else.
    """
    return [
        table.rows.with_columns(pl.col("cip", "soc").str.replace(r'^="(.*)"$', "$1"), file=pl.lit(table.file))
        for table in read_tables(paths, COLUMNS, "the CIP–SOC crosswalk")
    ]
