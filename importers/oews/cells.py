"""The form that every reader of OEWS gives its figures, whatever the file looked like. Knows nothing of Django.

A batch is a polars frame with a row for each published cell: the columns of `KEY`, `line` (where the cell
begins in its file), and for each measure the figure, or null beside the reason in `<measure>_missing`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

import polars as pl

from importers.oews.areas import AreaFacts
from importers.report import Problems
from wages.industry_codes import INDUSTRY_GROUPS, IndustryCode
from wages.measures import ANNUAL_WAGES, HOURLY_WAGES, MEASURES


class Reason(IntEnum):
    """`occupations.models.MissingReason`, for code that knows no Django; a test holds them together."""

    OTHER_BASIS = 1
    TOP_CODED = 2
    NOT_RELEASED = 3
    BELOW_THRESHOLD = 4
    NOT_PRODUCED = 5
    NOT_STATED = 6


# Decimal places that the publisher gives; 0 is a whole number.
DECIMALS: dict[str, int] = {
    "employment": 0,
    "employment_rse": 1,
    **dict.fromkeys(HOURLY_WAGES, 2),
    **dict.fromkeys(ANNUAL_WAGES, 0),
    "wage_rse": 1,
    "jobs_per_1000": 3,
    "location_quotient": 2,
    "percent_of_industry": 2,
    "percent_reporting": 2,
}
# Digits in all, as wide as the columns of the database; nine is what its whole numbers hold.
DIGITS: dict[str, int] = {
    **{measure: 7 if decimals else 9 for measure, decimals in DECIMALS.items()},
    "employment_rse": 4,
    "wage_rse": 4,
    "percent_of_industry": 5,
    "percent_reporting": 5,
}

# `occupations.choices.OccupationLevel.DETAILED`, for code that knows no Django; a test holds them together.
DETAILED = 4

# The occupation as the SOC writes it, the area in seven digits, the industry as `industries.py` names it
# ("332", "31-33", "000000"), the group of industries under which the file lists it, and the level at which
# the file publishes the occupation (`Occupation.Level`; null where it says no more than the SOC does).
KEY: dict[str, pl.DataType | type[pl.DataType]] = {
    "occupation_code": pl.String,
    "area_code": pl.String,
    "industry_code": pl.String,
    "industry_group": pl.Enum(INDUSTRY_GROUPS),
    "published_level": pl.Int16,
}


def figure_type(measure: str) -> pl.DataType:
    """The exact type of a measure's figures: whole numbers, or decimals that are never rounded."""
    decimals = DECIMALS[measure]
    return pl.Decimal(DIGITS[measure], decimals) if decimals else pl.Int32()


SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    **KEY,
    "line": pl.UInt32,
    **{
        name: kind
        for measure in MEASURES
        for name, kind in ((measure, figure_type(measure)), (f"{measure}_missing", pl.Int16))
    },
}

Advance = Callable[[int, int], None]


@dataclass(frozen=True)
class ReleaseFacts:
    """What the files say about themselves. The caps are the release's top codes, in dollars.

    The publisher's files don't say when they were published.
    """

    label: str
    hourly_cap: Decimal
    annual_cap: int
    published_on: dt.date | None = None

    @property
    def year(self) -> int:
        return int(self.label.split()[-1])


@dataclass(frozen=True)
class ReleaseCells:
    """Files that have been opened and understood, their figures still to be read.

    `areas`, `industries` (with titles) and `occupations` (titles by code) are what the figures are about; `levels`
    is the level at which the file lists each occupation, as far as it says. `said` is for the report.

    `batches(problems, advance)` yields frames of `SCHEMA`, adds what is wrong to the problems and tells how
    far it is; after the last one, `rows_read` of `tally` is how many rows the files have.
    """

    reader: str
    file: str
    facts: ReleaseFacts
    areas: list[AreaFacts]
    industries: list[tuple[IndustryCode, str]]
    occupations: dict[str, str]
    batches: Callable[[Problems, Advance], Iterator[pl.DataFrame]]
    tally: Counter[str] = field(default_factory=Counter)
    levels: Mapping[str, int] = field(default_factory=dict)
    said: tuple[str, ...] = ()
