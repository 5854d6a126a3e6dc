"""The measures of a comparison: what each is called, in which unit and how it is written."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from web.tables.files import DECIMALS
from web.words import numbers
from web.words.numbers import UNIT, money, number


class ComparedMeasure(NamedTuple):
    """What a matrix shows: its name, its name inside a sentence, and which error is published of it."""

    title: str
    in_text: str
    rse: str = ""


MEASURES = {
    "median": ComparedMeasure("Median pay", "median"),
    "mean": ComparedMeasure("Mean pay", "mean", "wage_rse"),
    "jobs": ComparedMeasure("Jobs", "number of jobs", "employment_rse"),
    "share": ComparedMeasure("Share", "share"),
}


def unit_of(measure: str, basis: str) -> str:
    """The unit, as a header has it."""
    return {"jobs": "wage and salary", "share": "% of the occupation’s jobs"}.get(measure, UNIT[basis])


def measured(measure: str, basis: str) -> tuple[str, int]:
    """The name of a column of the measure in a file, with its unit, and to how many places the page writes it."""
    if measure == "jobs":
        return "jobs", 0
    return (
        ("share_of_its_jobs_percent", 1)
        if measure == "share"
        else (f"{basis}_{measure}_usd", DECIMALS[basis])
    )


def is_pay(measure: str) -> bool:
    return measure in ("median", "mean")


def written(value: numbers.Number, measure: str, basis: str, *, signed: bool = False) -> str:
    """A figure of the measure, or with `signed` a difference between two: "$126,060", "+$9,470", "75.2"."""
    if is_pay(measure):
        return money(value, basis, signed=signed)
    if measure == "share" and not signed and 0 < value < Decimal("0.05"):
        return "under 0.1"
    return number(value, 1 if measure == "share" else 0, signed=signed)
