"""What must hold of the NAICS codes, and the industries that they come to. Knows nothing of Django."""

from __future__ import annotations

import re

import polars as pl

from importers.naics.titles import official_words
from importers.report import Problems

SECTOR = re.compile(r"\d\d(-\d\d)?")
CODE = re.compile(r"\d{3,6}")
LONGEST_TITLE = 250

# A row for each industry; `kind` and `level` are those of occupations.models.Industry. A sector's parent,
# all industries together, is not in the NAICS and is null here.
INDUSTRIES = {
    "code": pl.String,
    "kind": pl.String,
    "level": pl.Int16,
    "title": pl.String,
    "parent": pl.String,
}


def industries(codes: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """The industries, sectors first, each with its parent: the next wider code that the file has.

    A three-digit code belongs to the sector whose range holds its first two digits ("31-33").
    """
    titles: dict[str, str] = {}
    places: dict[str, tuple[str, int]] = {}
    for row in codes.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, title = row["code"] or "", official_words(row["title"] or "")
        if not (SECTOR.fullmatch(code) or CODE.fullmatch(code)):
            problems.add(f"{code!r} is not a NAICS code, such as 31-33 or 3321", **place)
            continue
        if not title:
            problems.add(f"{code} has no title", **place)
        if len(title) > LONGEST_TITLE:
            problems.add(f"the title of {code} is longer than {LONGEST_TITLE} characters", **place)
        if titles.setdefault(code, title) != title:
            problems.add(f"{code} is here a second time with another title", **place)
        places.setdefault(code, (row["file"], row["line"]))
    sector_of = {digits: code for code in titles if SECTOR.fullmatch(code) for digits in _range(code)}
    rows: list[tuple[str, str, int, str, str | None]] = []
    for code, title in titles.items():
        if SECTOR.fullmatch(code):
            rows.append((code, "sector", 2, title, None))
            continue
        parent = code[:-1] if len(code) > 3 else sector_of.get(code[:2])
        if parent not in titles:
            file, line = places[code]
            problems.add(f"{code} has no wider industry in the file", file=file, line=line)
        rows.append((code, "naics", len(code), title, parent))
    frame = pl.DataFrame(rows, schema=INDUSTRIES, orient="row")
    return frame.sort("level", "code", maintain_order=True)


def _range(sector: str) -> list[str]:
    """The first two digits that a sector covers: "31-33" → 31, 32, 33."""
    first, _, last = sector.partition("-")
    return [str(number) for number in range(int(first), int(last or first) + 1)]
