"""What must hold of counties, ZIP codes and their OEWS areas. Knows nothing of Django."""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from importers.report import Problems
from wages.geography import FIPS, POSTAL, place_key

DIGITS = re.compile(r"\d{5}")
AREA = re.compile(r"\d{5,7}")
LONGEST_NAME = 100

COUNTIES: dict[str, Any] = {"fips": pl.String, "name": pl.String, "area_code": pl.String}
ZIP_CODES: dict[str, Any] = {
    "code": pl.String,
    "place": pl.String,
    "state_code": pl.String,
    "county_fips": pl.String,
}


def counties(rows: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """A frame of `COUNTIES`, area codes in seven digits. A county is in one area."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        fips, name, area = (row[column] or "" for column in ("fips", "name", "area_code"))
        area = area.zfill(7)
        if not DIGITS.fullmatch(fips) or fips[:2] not in POSTAL or fips[:2] == FIPS["US"]:
            problems.add(f"{fips!r} is not the FIPS code of a county, five digits such as 39113", **place)
        elif not place_key(name) or len(name) > LONGEST_NAME:
            problems.add(f"the name of {fips} is {name!r}", **place)
        elif not AREA.fullmatch(area):
            problems.add(f"{fips}: {row['area_code']!r} is not the code of an OEWS area", **place)
        # A metropolitan area crosses states, any other is in one.
        elif area[:2] not in (FIPS["US"], fips[:2]):
            problems.add(f"{fips} is in another state than its area, {area}", **place)
        elif found.setdefault(fips, (name, area)) != (name, area):
            problems.add(f"{fips} is in {area} here and in {found[fips][1]} before", **place)
    if not found and not problems:
        problems.add("there is no row of counties")
    return pl.DataFrame(
        [(fips, *rest) for fips, rest in sorted(found.items())], schema=COUNTIES, orient="row"
    )


def zip_codes(rows: pl.DataFrame, known: frozenset[str], problems: Problems) -> tuple[pl.DataFrame, int, int]:
    """A frame of `ZIP_CODES`; how many were left out because no state has them; and how many lack their county.

    The armed forces' codes abroad and those of states in free association have no state of OEWS. `known` are
    the counties of an area: a code that GeoNames has under a county of old keeps its state alone.
    """
    found: dict[str, tuple[str, str, str | None]] = {}
    stateless, lost = 0, 0
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, name, letters = row["code"] or "", row["place"] or "", row["state"] or ""
        if not DIGITS.fullmatch(code):
            problems.add(f"{code!r} is not a ZIP code, five digits", **place)
        elif not place_key(name) or len(name) > LONGEST_NAME:
            problems.add(f"the place of {code} is {name!r}", **place)
        elif letters not in FIPS or letters == "US":
            stateless += 1
        else:
            state = FIPS[letters]
            fips = f"{state}{row['county_number'] or ''}"
            if fips not in known:
                lost += 1
            here = (name, state, fips if fips in known else None)
            if found.setdefault(code, here) != here:
                problems.add(f"{code} is {name} here and {found[code][0]} before", **place)
    if not found and not problems:
        problems.add("there is no ZIP code with a state")
    frame = pl.DataFrame(
        [(code, *rest) for code, rest in sorted(found.items())], schema=ZIP_CODES, orient="row"
    )
    return frame, stateless, lost


def stored(tables: dict[str, pl.DataFrame], problems: Problems) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The tables of a bundle, `COUNTIES` and `ZIP_CODES` with `file` and `line`, checked as the publishers' files."""
    found = counties(tables["counties"], problems)
    known = frozenset(found["fips"])
    letters = pl.col("state_code").replace_strict(POSTAL, default=None, return_dtype=pl.String)
    rows = tables["zip_codes"].with_columns(state=letters, county_number=pl.col("county_fips").str.slice(2))
    codes, stateless, _ = zip_codes(rows, known, problems)
    unknown = rows.filter(~pl.col("county_fips").is_in(known))
    if stateless or unknown.height:
        problems.add(f"{stateless + unknown.height} ZIP codes are in no state or county that is there")
    return found, codes
