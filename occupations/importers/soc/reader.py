"""Reads the workbooks of the SOC: the structure and the direct-match titles. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from occupations.importers.report import Problems
from occupations.importers.tables import Columns, find_table, no_table, read_sheets

LEVELS = ("major", "minor", "broad", "detailed")

# Each row has its code in the column of its level; the titles' column has no header.
STRUCTURE = Columns(
    wanted={
        "major": r"Major Group",
        "minor": r"Minor Group",
        "broad": r"Broad (Group|Occupation)",
        "detailed": r"Detailed Occupation",
    },
    unnamed="title",
)
TITLES = Columns(
    wanted={
        "code": r"2018 SOC Code",
        "soc_title": r"2018 SOC Title",
        "title": r"2018 SOC Direct Match Title",
        "example": r"Illustrative Example",
    }
)
# Workbooks of the same folder on the BLS site that say nothing this importer keeps.
OTHERS = {
    "the definitions": Columns(
        wanted={
            "group": r"SOC Group",
            "code": r"SOC Code",
            "title": r"SOC Title",
            "definition": r"SOC Definition",
        }
    ),
    "the crosswalk from O*NET-SOC": Columns(
        wanted={
            "onet": r"O\*NET-SOC 2019 Code",
            "onet_title": r"O\*NET-SOC 2019 Title",
            "code": r"2018 SOC Code",
            "title": r"2018 SOC Title",
        }
    ),
}


@dataclass
class SocFiles:
    """What the files hold. Both frames have `file` and `line`; a kind of file that wasn't given is None.

    `structure`: major, minor, broad, detailed (the code in one of them), title.
    `titles`: code, title, example ("x" or null).
    """

    structure: pl.DataFrame | None = None
    titles: pl.DataFrame | None = None
    notes: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> SocFiles:
    """Read the workbooks, told apart by their headers. Raises InputRefusedError for any that is something else."""
    structures: list[pl.DataFrame] = []
    titles: list[pl.DataFrame] = []
    notes: list[str] = []
    problems = Problems()
    for path in paths:
        sheets = read_sheets(path)
        if table := find_table(path.name, sheets, STRUCTURE):
            structures.append(_with_file(table.rows, path))
        elif table := find_table(path.name, sheets, TITLES):
            titles.append(_with_file(table.rows.drop("soc_title"), path))
        elif other := next(
            (what for what, columns in OTHERS.items() if find_table(path.name, sheets, columns)), ""
        ):
            notes.append(f"{path.name}: left out, it is {other}.")
        else:
            wanted = {"the structure": STRUCTURE, "the direct-match titles": TITLES}
            problems.add(no_table(sheets, wanted), file=path.name)
    if not structures and not titles and not problems:
        problems.add("none of the files is the structure or the direct-match titles")
    problems.refuse()
    return SocFiles(_together(structures), _together(titles), notes)


def _with_file(rows: pl.DataFrame, path: Path) -> pl.DataFrame:
    return rows.with_columns(file=pl.lit(path.name))


def _together(frames: list[pl.DataFrame]) -> pl.DataFrame | None:
    return pl.concat(frames) if frames else None
