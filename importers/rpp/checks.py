"""What must hold of the regional price parities. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from importers.report import Problems
from importers.rpp.reader import RppFile

VALUE = re.compile(r"\d{1,4}(\.\d{1,3})?")
NOT_AVAILABLE = ("(NA)", "(D)")
# The codes of occupations.models.PriceParity are the publisher's line codes; its words are these.
CATEGORIES = {
    "1": "All items",
    "2": "Goods",
    "3": "Services: Housing",
    "4": "Services: Utilities",
    "5": "Services: Other",
}
# FIPS codes of the nation, the states and the District of Columbia.
STATES = frozenset(f"{code:02}" for code in range(57)) - {"03", "07", "14", "43", "52"}
# How the names of the other tables end: with brackets nearly always.
METRO = re.compile(r" \(?Metropolitan Statistical Area\)?(?: \*)?$")
# An asterisk leads to a note.
PORTIONS = {
    "998": ("in-metros", re.compile(r" \(Metropolitan Portion\)(?: \*)?$")),
    "999": ("nonmetro", re.compile(r" \(Nonmetropolitan Portion\)(?: \*)?$")),
}
OF_PORTIONS = {kind for kind, _ in PORTIONS.values()}
LONGEST_NAME = 150

PARITIES: dict[str, Any] = {
    "state_code": pl.String,
    "year": pl.Int16,
    "category": pl.Int16,
    "value": pl.Decimal(7, 3),
}
AREA_PARITIES: dict[str, Any] = {
    "kind": pl.String,
    "code": pl.String,
    "name": pl.String,
    "year": pl.Int16,
    "category": pl.Int16,
    "value": pl.Decimal(7, 3),
}


@dataclass(frozen=True)
class Parities:
    """What the files state: of states as a frame of `PARITIES`, of areas and portions as one of `AREA_PARITIES`."""

    states: pl.DataFrame
    areas: pl.DataFrame

    @property
    def height(self) -> int:
        return self.states.height + self.areas.height


# Where a parity belongs: "state" with its code and no name, or the kind, code and name of an area.
_Place = tuple[str, str, str]


def parities(files: Sequence[RppFile], problems: Problems) -> Parities:
    """The parity of each place, year and category. The same figure twice is one; of areas the newest year counts, and
    the portions of the nation don't."""
    found: dict[tuple[_Place, int, int], Decimal] = {}
    for source in files:
        for row in source.rows.iter_rows(named=True):
            at = {"file": source.file, "line": row["line"]}
            place = _place(row, problems, at)
            # A state without such a portion has noughts: the District of Columbia is all metropolitan.
            if place is None or (place[0] in OF_PORTIONS and row["value"] == "0.000"):
                continue
            number = _number(row, problems, at)
            if number is None:
                continue
            key = (place, int(row["year"]), int(row["category"]))
            if found.setdefault(key, number) != number:
                problems.add(f"{row['name']} has {number} here and {found[key]} before", **at)
    if not found and not problems:
        problems.add("there is no row of figures", file=files[0].file)
    newest = max((year for _, year, _ in found), default=0)
    # The nation stands in every table and makes none of them one of states.
    of_states = {year for (kind, code, _), year, _ in found if kind == "state" and code != "00"}
    states = [
        (p[1], year, category, value)
        for (p, year, category), value in sorted(found.items())
        if p[0] == "state" and year in of_states
    ]
    areas = [
        (*p, year, category, value)
        for (p, year, category), value in sorted(found.items())
        if p[0] != "state" and p[1] != "00" and year == newest
    ]
    return Parities(
        pl.DataFrame(states, schema=PARITIES, orient="row"),
        pl.DataFrame(areas, schema=AREA_PARITIES, orient="row"),
    )


def _place(row: Mapping[str, Any], problems: Problems, at: Mapping[str, Any]) -> _Place | None:
    """What the row is about; None with a problem for anything else."""
    fips, name = row["fips"] or "", row["name"] or ""
    if not re.fullmatch(r"\d{5}", fips) or len(name) > LONGEST_NAME:
        problems.add(f"{fips!r} is not the code of a state or the nation, nor of an area", **at)
        return None
    state, rest = fips[:2], fips[2:]
    if rest in PORTIONS and state in STATES and PORTIONS[rest][1].search(name):
        kind, ending = PORTIONS[rest]
        return kind, state, ending.sub("", name)
    if METRO.search(name):
        return "metro", fips, METRO.sub("", name)
    if rest == "000" and state in STATES:
        return "state", state, ""
    problems.add(f"{fips!r} is not the code of a state or the nation, nor {name!r} the name of an area", **at)
    return None


def _number(row: Mapping[str, Any], problems: Problems, at: Mapping[str, Any]) -> Decimal | None:
    """The row's parity; None where there is none, or with a problem."""
    category, value = row["category"] or "", row["value"] or ""
    words = (row["description"] or "").removeprefix("RPPs: ").strip()
    if category not in CATEGORIES:
        problems.add(f"{category!r} is not a line code from 1 to 5", **at)
    elif words.lower() != CATEGORIES[category].lower():
        problems.add(f"line {category} is {words!r}, not {CATEGORIES[category]!r}", **at)
    elif value in NOT_AVAILABLE:
        return None
    elif not VALUE.fullmatch(value) or not Decimal(value):
        problems.add(f"{value!r} is not a parity, a number above 0 with up to three decimals", **at)
    else:
        return Decimal(value)
    return None


def as_published(states: pl.DataFrame, areas: pl.DataFrame | None) -> Iterator[pl.DataFrame]:
    """The tables of a bundle in the columns of a publisher's file, for `parities` to check."""
    category = pl.col("category").cast(pl.String)
    common = {
        "category": category,
        "description": category.replace(CATEGORIES),
        "year": pl.col("year").cast(pl.String),
        "value": pl.col("value").cast(pl.String),
        "line": pl.col("line"),
    }
    yield states.select(fips=pl.col("state_code") + "000", name="state_code", **common)
    if areas is not None:
        kind, name = pl.col("kind"), pl.col("name")
        yield areas.select(
            fips=pl.when(kind == "metro")
            .then(pl.col("code"))
            .when(kind == "in-metros")
            .then(pl.col("code") + "998")
            .otherwise(pl.col("code") + "999"),
            name=pl.when(kind == "metro")
            .then(name + " (Metropolitan Statistical Area)")
            .when(kind == "in-metros")
            .then(name + " (Metropolitan Portion)")
            .otherwise(name + " (Nonmetropolitan Portion)"),
            **common,
        )
