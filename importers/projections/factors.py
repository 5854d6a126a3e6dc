"""Why occupations' shares of industries' jobs are projected to change: the table "Factors affecting occupational
utilization" of the workbook. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import polars as pl

from importers.headers import Columns, Table
from importers.report import Problems

# Table 1.12. Rounds to 2019–29 name its columns without the matrix.
MATRIX = r"(\d{4} National Employment Matrix )?"
COLUMNS = Columns(
    wanted={
        "title": rf"{MATRIX}occupation title",
        "code": rf"{MATRIX}occupation code",
        "industry_title": rf"{MATRIX}industry title",
        "industry_code": rf"{MATRIX}industry code",
        "statement": r"Factors affecting occupational utilization",
    }
)
# The publisher's words; values of occupations.models.UtilizationFactor, and a test holds them together.
KINDS = {
    "demand change": "demand",
    "productivity change": "productivity",
    "capital/labor substitution": "capital",
    "sourcing change": "sourcing",
    "occupational substitution": "substitution",
}
DIRECTIONS = {"increases": "up", "decreases": "down"}
# "Demand change, capital/labor substitution - share decreases as …", with dashes of every length and "shares" at times.
STATEMENT = re.compile(
    r"(?P<kinds>[^–]+?)\s*[-–]+\s*shares? (?P<direction>increases|decreases)\b.*", re.DOTALL
)
LONGEST_TITLE = 200
INDUSTRY = re.compile(r"[A-Z\d-]{6}")

# A row for each occupation in an industry of the matrix; kinds are joined by commas, as published first.
FACTORS: dict[str, Any] = dict.fromkeys(
    ("code", "industry_code", "industry_title", "kinds", "direction"), pl.String
)
WITH_STATEMENTS: dict[str, Any] = FACTORS | {"statement": pl.String}


def factors(table: Table, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The rows of the workbook's table as a frame of `WITH_STATEMENTS`; the publisher's notes are left out."""
    rows: list[tuple[str, ...]] = []
    for line in table.rows.iter_rows(named=True):
        place: dict[str, Any] = {"file": table.file, "line": line["line"]}
        if line["code"] is None and line["statement"] is None:
            continue  # "Source: …"
        # 2019–29 writes its codes with an en dash.
        code, statement = (line["code"] or "").replace("–", "-"), line["statement"] or ""
        found = STATEMENT.fullmatch(statement)
        kinds = [KINDS.get(kind.strip().lower()) for kind in found["kinds"].split(",")] if found else []
        if found is None or None in kinds:
            problems.add(
                f"{code}: the factor {statement[:80]!r} doesn't begin with known kinds and whether the share"
                " increases or decreases",
                **place,
            )
            continue
        rows.append(
            (
                code, line["industry_code"] or "", line["industry_title"] or "",
                ",".join(kind for kind in kinds if kind), DIRECTIONS[found["direction"]], statement,
            )
        )  # fmt: skip
        _check_keys(rows[-1], known, problems, place)
    frame = pl.DataFrame(rows, schema=WITH_STATEMENTS, orient="row")
    _check_twice(frame, table.file, problems)
    return frame


def check_frame(frame: pl.DataFrame, known: Collection[str], problems: Problems) -> None:
    """What must hold of a frame of `FACTORS` with `file` and `line`, wherever it comes from."""
    for row in frame.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        _check_keys(tuple(row[name] for name in FACTORS), known, problems, place)
        if not set(row["kinds"].split(",")) <= set(KINDS.values()):
            problems.add(f"{row['code']}: the kinds are {row['kinds']!r}", **place)
        if row["direction"] not in DIRECTIONS.values():
            problems.add(f"{row['code']}: the direction is {row['direction']!r}", **place)
    _check_twice(frame, frame["file"][0] if frame.height else "", problems)


def _check_keys(
    row: tuple[str, ...], known: Collection[str], problems: Problems, place: dict[str, Any]
) -> None:
    code, industry, title = row[:3]
    if code not in known:
        problems.add(f"{code!r} is not a code of SOC 2018 or of OEWS", **place)
    if not INDUSTRY.fullmatch(industry):
        problems.add(f"{code}: the industry's code is {industry!r}, not six characters", **place)
    if not title or len(title) > LONGEST_TITLE:
        problems.add(f"{code}: the industry's title is {title[:80]!r}", **place)


def _check_twice(frame: pl.DataFrame, file: str, problems: Problems) -> None:
    again = ~pl.struct("code", "industry_code").is_first_distinct()
    for code, industry in frame.filter(again).select("code", "industry_code").iter_rows():
        problems.add(f"{code} in {industry} is here a second time", file=file)
