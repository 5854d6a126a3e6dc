"""Reads the 2- to 6-digit codes of NAICS 2022. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from importers.headers import Columns, find_table, no_table, read_sheets
from importers.report import Problems

FILE = "2-6 digit_2022_Codes.xlsx"
CODES = Columns(
    wanted={"code": r"2022 NAICS US Code", "title": r"2022 NAICS US Title"},
    ignored=(r"Seq\. No\.",),
)
# Workbooks of the same page that say nothing this importer keeps.
OTHERS = {
    "the descriptions": Columns(wanted={"code": r"Code", "title": r"Title", "description": r"Description"}),
    "the index": Columns(wanted={"code": r"NAICS22", "entry": r"INDEX ITEM DESCRIPTION"}, ignored=(r".*",)),
    "the cross-references": Columns(wanted={"code": r"Code", "reference": r"Cross-Reference"}),
}


@dataclass
class NaicsFiles:
    """`codes` has code, title, `file` and `line`."""

    codes: pl.DataFrame
    notes: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> NaicsFiles:
    """Read the workbook of codes. Raises InputRefusedError for a file that is something else."""
    frames: list[pl.DataFrame] = []
    notes: list[str] = []
    problems = Problems()
    for path in paths:
        sheets = read_sheets(path)
        if table := find_table(path.name, sheets, CODES):
            frames.append(table.rows.with_columns(file=pl.lit(path.name)))
        elif other := next(
            (what for what, columns in OTHERS.items() if find_table(path.name, sheets, columns)), ""
        ):
            notes.append(f"{path.name}: left out, it is {other}.")
        else:
            problems.add(no_table(sheets, {f"the codes of NAICS 2022 ({FILE})": CODES}), file=path.name)
    if not frames and not problems:
        problems.add(f"none of the files is the table of 2- to 6-digit codes, {FILE}; {'; '.join(notes)}")
    problems.refuse()
    return NaicsFiles(pl.concat(frames), notes)
