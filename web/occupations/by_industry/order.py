"""The order of a table by industry: by one column, children staying under their parent."""

from __future__ import annotations

from collections.abc import Callable

from wages.estimates import NOTHING, Figure, Number
from web.occupations.by_industry.rows import IndustryRow
from web.tables.trees import sort_tree

SORTABLE: dict[str, Callable[[IndustryRow], Figure]] = {
    "industry": lambda row: NOTHING,  # by name, which every order falls back on
    "jobs": lambda row: row.employment,
    "share": lambda row: _as_figure(row.share),
    "p10": lambda row: row.p10,
    "median": lambda row: row.median,
    "p90": lambda row: row.p90,
    "gap": lambda row: _as_figure(row.gap),
    "gap_percent": lambda row: _as_figure(row.gap_percent),
    "reliability": lambda row: row.employment_rse,
}
SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))


def _as_figure(number: Number | None) -> Figure:
    return NOTHING if number is None else Figure(number)


def sort_rows(rows: list[IndustryRow], column: str, *, descending: bool) -> list[IndustryRow]:
    """The rows by one column, children staying under their parent.

    Missing figures come last in both directions, remainders after them; ties go by name and code.
    """
    return sort_tree(rows, SORTABLE[column], by_name=column == "industry", descending=descending)
