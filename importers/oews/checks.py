"""What must hold in any file of OEWS. Every problem is collected with its file and line. Knows no Django."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import polars as pl

from importers.report import SHOWN, Problems
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES


def columns(
    found: Sequence[str],
    required: Iterable[str],
    problems: Problems,
    *,
    file: str,
    line: int = 1,
    optional: Iterable[str] = (),
    separated: str = "",
) -> bool:
    """Whether the header has every required column and none but those and the optional ones."""
    required = list(required)
    if separated and len(found) == 1 and len(required) > 1:
        problems.add(f"the columns are not separated {separated}", file=file, line=line)
        return False
    missing = [name for name in required if name not in found]
    unexpected = [name for name in found if name not in {*required, *optional}]
    twice = sorted({name for name in found if list(found).count(name) > 1})
    if missing:
        problems.add(f"missing column: {', '.join(missing)}", file=file, line=line)
    if unexpected:
        problems.add(f"unexpected column: {', '.join(unexpected)}", file=file, line=line)
    if twice:
        problems.add(f"column given twice: {', '.join(twice)}", file=file, line=line)
    return not (missing or unexpected or twice)


def none_where(
    frame: pl.DataFrame, bad: pl.Expr, say: Callable[[dict[str, Any]], str], problems: Problems, *, file: str
) -> pl.DataFrame:
    """Add a problem for each row that is bad, in the words of `say(row)`, and return the others.

    A row where `bad` is null counts as good. The frame needs a column `line`.
    """
    is_bad = frame.select(bad.fill_null(value=False).alias("bad"))["bad"]
    if not is_bad.any():
        return frame
    rows = frame.filter(is_bad)
    shown = rows.head(max(SHOWN - len(problems.first), 0))
    for row in shown.iter_rows(named=True):
        problems.add(say(row), file=file, line=row["line"])
    problems.add_uncounted(rows.height - shown.height)
    return frame.filter(~is_bad)


def percentiles_in_order(cells: pl.DataFrame, problems: Problems, *, file: str) -> None:
    """P10 ≤ P25 ≤ median ≤ P75 ≤ P90 wherever they are published, on each basis; the mean is free."""
    for basis, names in (("hourly", HOURLY_PERCENTILES), ("annual", ANNUAL_PERCENTILES)):
        falls = pl.any_horizontal(
            pl.max_horizontal(names[:place]) > pl.col(name) for place, name in enumerate(names) if place
        )

        def say(row: dict[str, Any], basis: str = basis, names: tuple[str, ...] = names) -> str:
            published = [(name, row[name]) for name in names if row[name] is not None]
            low, high = next((low, high) for low, high in pairwise(published) if low[1] > high[1])
            return (
                f"{basis} percentiles out of order for {row['occupation_code']}: "
                f"{low[0]} is {low[1]}, {high[0]} is {high[1]}"
            )

        none_where(cells, falls, say, problems, file=file)


def percents_to_100(cells: pl.DataFrame, problems: Problems, *, file: str) -> None:
    over = pl.max_horizontal("percent_of_industry", "percent_reporting") > 100
    none_where(
        cells,
        over,
        lambda row: (
            f"a percent over 100 for {row['occupation_code']}: percent of industry {row['percent_of_industry']},"
            f" percent reporting {row['percent_reporting']}"
        ),
        problems, file=file,
    )  # fmt: skip


@dataclass
class Unknown:
    """Codes that a file uses and nobody knows: told once each, with the first line and how many rows."""

    what: str
    file: str
    rows: str = "cells"
    found: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, rows: pl.DataFrame, code: str) -> None:
        """All these rows have this unknown code. The frame needs a column `line`."""
        line, count = self.found.get(code, (rows["line"].min(), 0))
        self.found[code] = (line, count + rows.height)  # type: ignore[assignment]  # lines are numbers

    def set_aside(self, rows: pl.DataFrame, column: str, known: pl.Expr) -> pl.DataFrame:
        """Note the codes of the rows that are not `known`, and return the others."""
        is_known = rows.select(known.alias("known"))["known"]
        if is_known.all():
            return rows
        for (code,), those in rows.filter(~is_known).group_by(column, maintain_order=True):
            self.note(those, str(code))
        return rows.filter(is_known)

    def tell(self, problems: Problems) -> None:
        for code, (line, count) in self.found.items():
            problems.add(f"unknown {self.what} {code} ({self.rows}: {count:,})", file=self.file, line=line)
