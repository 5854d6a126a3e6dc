"""What must hold of the Consumer Price Index, and the months that it comes to. Knows nothing of Django."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from importers.cpi.reader import SERIES
from importers.report import Problems

ANNUAL = 13
FIRST_YEAR = 1913
VALUE = re.compile(r"\d{1,5}(\.\d{1,3})?")
PERIOD = re.compile(r"M(0[1-9]|1[0-3])")
HALF_YEAR = re.compile(r"S0[1-3]")

PRICES: dict[str, Any] = {"year": pl.Int16, "month": pl.Int16, "value": pl.Decimal(8, 3)}


@dataclass(frozen=True)
class PriceIndexes:
    """A frame of `PRICES`; its newest month as (year, month); the months inside that were not published."""

    rows: pl.DataFrame
    newest: tuple[int, int]
    gaps: list[tuple[int, int]]
    other_series: int
    half_years: int

    @property
    def label(self) -> str:
        """The newest month in words: "August 2026"."""
        return month_name(*self.newest)


def month_name(year: int, month: int) -> str:
    return f"{calendar.month_name[month]} {year}"


def price_indexes(rows: pl.DataFrame, problems: Problems) -> PriceIndexes | None:
    """The index of each month and year; None if there are problems. The same figure twice is one.

    Other series and half-years are counted. A figure of "-" was not published, like one without a row.
    """
    found: dict[tuple[int, int], Decimal] = {}
    other_series = half_years = 0
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        year, period, value = row["year"] or "", row["period"] or "", row["value"] or ""
        if row["series_id"] != SERIES:
            other_series += 1
        elif HALF_YEAR.fullmatch(period):
            half_years += 1
        elif not re.fullmatch(r"(19|20)\d\d", year) or int(year) < FIRST_YEAR:
            problems.add(f"{year!r} is not a year from {FIRST_YEAR} on", **place)
        elif not PERIOD.fullmatch(period):
            problems.add(f"{period!r} is not a period from M01 to M13", **place)
        elif value == "-":
            continue
        elif not VALUE.fullmatch(value) or not Decimal(value):
            problems.add(f"{value!r} is not an index, a number above 0 with up to three decimals", **place)
        else:
            key, number = (int(year), int(period[1:])), Decimal(value)
            if found.setdefault(key, number) != number:
                problems.add(f"{year} {period} is {number} here and {found[key]} before", **place)
    months = sorted(key for key in found if key[1] != ANNUAL)
    if not months and not problems:
        problems.add(f"there is no month of {SERIES} in the files")
    if problems:
        return None
    gaps = [month for month in _months_between(months[0], months[-1]) if month not in found]
    table = pl.DataFrame(
        [(year, month, value) for (year, month), value in sorted(found.items())], schema=PRICES, orient="row"
    )
    return PriceIndexes(table, months[-1], gaps, other_series, half_years)


def _months_between(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(number // 12, number % 12 + 1) for number in range(start, end + 1)]
