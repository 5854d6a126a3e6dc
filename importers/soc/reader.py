"""Reads the workbooks of the SOC: structure, direct-match titles, definitions. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from importers.headers import Columns, find_table, no_table, read_sheets
from importers.report import Problems

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
DEFINITIONS = Columns(
    wanted={"group": r"SOC Group", "code": r"SOC Code", "title": r"SOC Title", "text": r"SOC Definition"}
)
WANTED = {
    "the structure": STRUCTURE,
    "the direct-match titles": TITLES,
    "the definitions": DEFINITIONS,
}
# Lies in the same folders and is a source of its own.
CROSSWALK = Columns(
    wanted={
        "onet": r"O\*NET-SOC 2019 Code",
        "onet_title": r"O\*NET-SOC 2019 Title",
        "code": r"2018 SOC Code",
        "title": r"2018 SOC Title",
    }
)


@dataclass
class SocFiles:
    """What the files hold. The frames have `file` and `line`; a kind of file that wasn't given is None.

    `structure`: major, minor, broad, detailed (the code in one of them), title.
    `titles`: code, title, example ("x" or null).
    `definitions`: group, code, text (null for groups).
    """

    structure: pl.DataFrame | None = None
    titles: pl.DataFrame | None = None
    definitions: pl.DataFrame | None = None
    notes: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> SocFiles:
    """Read the workbooks, told apart by their headers. Raises InputRefusedError for any that is something else."""
    found: dict[str, list[pl.DataFrame]] = {what: [] for what in WANTED}
    notes: list[str] = []
    problems = Problems()
    for path in paths:
        sheets = read_sheets(path)
        for what, columns in WANTED.items():
            if table := find_table(path.name, sheets, columns):
                found[what].append(table.rows.with_columns(file=pl.lit(path.name)))
                break
        else:
            if find_table(path.name, sheets, CROSSWALK):
                notes.append(f"{path.name}: left out, it is the crosswalk from O*NET-SOC (onet-soc).")
            else:
                problems.add(no_table(sheets, WANTED), file=path.name)
    if not any(found.values()) and not problems:
        problems.add(f"none of the files is {', '.join(list(WANTED)[:-1])} or {list(WANTED)[-1]}")
    problems.refuse()
    structure, titles, definitions = (pl.concat(frames) if frames else None for frames in found.values())
    return SocFiles(structure, titles, definitions, notes)
