"""Reads the crosswalk from SOC 2010 to SOC 2018 and the structure of SOC 2010. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from importers.headers import Columns, read_tables
from importers.report import InputRefusedError, Problems

# In the words of the publisher's workbook, and of the csv that goes around.
CROSSWALK = Columns(
    wanted={
        "code": r"2010 SOC Code|soc2010",
        "title": r"2010 SOC Title|soc2010_title",
        "new_code": r"2018 SOC Code|soc2018",
        "new_title": r"2018 SOC Title|soc2018_title",
    }
)
STRUCTURE = Columns(
    wanted={"code": r"code", "title": r"title", "kind": r"Hierarchical_structure", "parent": r"parent"},
    ignored=(r"Level", r"soc\dd"),
)
WANTED = {"the crosswalk from SOC 2010": CROSSWALK, "the structure of SOC 2010": STRUCTURE}


@dataclass
class Soc2010Files:
    """What the files hold, as text with `file` and `line`; the structure is None if it wasn't given.

    `crosswalk`: code, title, new_code, new_title. `structure`: code, title, kind, parent.
    """

    crosswalk: pl.DataFrame
    structure: pl.DataFrame | None = None
    notes: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> Soc2010Files:
    """Read the files, told apart by their headers; others are left out and named.

    Raises InputRefusedError if none is the crosswalk, saying what the files lack.
    """
    found: dict[str, list[pl.DataFrame]] = {what: [] for what in WANTED}
    notes: list[str] = []
    refusals = Problems()
    for path in paths:
        for what, columns in WANTED.items():
            try:
                (table,) = read_tables([path], columns, what)
            except InputRefusedError as refused:
                if columns is CROSSWALK:
                    refusals.extend(refused.problems)
                continue
            found[what].append(table.rows.with_columns(file=pl.lit(path.name)))
            break
        else:
            notes.append(f"{path.name}: left out, it is neither {' nor '.join(WANTED)}.")
    crosswalk, structure = (pl.concat(frames) if frames else None for frames in found.values())
    if crosswalk is None:
        if not refusals:
            refusals.add("none of the files is the crosswalk from SOC 2010")
        refusals.refuse()
    assert crosswalk is not None
    return Soc2010Files(crosswalk, structure, notes)
