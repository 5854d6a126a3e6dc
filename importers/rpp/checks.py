"""What must hold of the regional price parities. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

PARITIES: dict[str, Any] = {
    "state_code": pl.String,
    "year": pl.Int16,
    "category": pl.Int16,
    "value": pl.Decimal(7, 3),
}


def parities(files: Sequence[RppFile], problems: Problems) -> pl.DataFrame:
    """The parity of each state, year and category, as a frame of `PARITIES`. The same figure twice is one."""
    found: dict[tuple[str, int, int], Decimal] = {}
    for source in files:
        for row in source.rows.iter_rows(named=True):
            place = {"file": source.file, "line": row["line"]}
            fips, category, value = row["fips"] or "", row["category"] or "", row["value"] or ""
            words = (row["description"] or "").removeprefix("RPPs: ")
            if not re.fullmatch(r"\d{5}", fips) or fips[2:] != "000" or fips[:2] not in STATES:
                problems.add(f"{fips!r} is not the code of a state or the nation", **place)
            elif category not in CATEGORIES:
                problems.add(f"{category!r} is not a line code from 1 to 5", **place)
            elif words.lower() != CATEGORIES[category].lower():
                problems.add(f"line {category} is {words!r}, not {CATEGORIES[category]!r}", **place)
            elif value in NOT_AVAILABLE:
                continue
            elif not VALUE.fullmatch(value) or not Decimal(value):
                problems.add(
                    f"{value!r} is not a parity, a number above 0 with up to three decimals", **place
                )
            else:
                key, number = (fips[:2], int(row["year"]), int(category)), Decimal(value)
                if found.setdefault(key, number) != number:
                    problems.add(f"{row['name']} has {number} here and {found[key]} before", **place)
    if not found and not problems:
        problems.add("there is no row of figures", file=files[0].file)
    return pl.DataFrame(
        [(*key, value) for key, value in sorted(found.items())], schema=PARITIES, orient="row"
    )
