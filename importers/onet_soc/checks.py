"""What must hold of the O*NET-SOC crosswalk, and the occupations that it adds. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Collection

import polars as pl

from importers.report import Problems

CODE = re.compile(r"\d\d-\d{4}\.\d\d")
LONGEST_TITLE = 200

# A row for each 8-digit occupation that is not a SOC occupation itself.
OCCUPATIONS = {"code": pl.String, "title": pl.String, "parent": pl.String}


def occupations(rows: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The occupations that O*NET-SOC has under those of SOC 2018, each with its SOC code as parent.

    `11-1011.00` is SOC's 11-1011 itself and adds no row. A `.00` that the crosswalk puts under another SOC
    code than its own digits is an occupation of O*NET's like any other. The parent is the SOC code of the
    row, never cut from the digits, so that it doesn't matter whether a `.00` exists.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, title, soc = row["code"] or "", row["title"] or "", row["soc"] or ""
        if not CODE.fullmatch(code):
            problems.add(f"{code!r} is not an O*NET-SOC code, such as 11-3051.01", **place)
        elif soc not in known:
            problems.add(f"{code}: {soc!r} is not a detailed occupation of SOC 2018", **place)
        elif not title:
            problems.add(f"{code} has no title", **place)
        elif len(title) > LONGEST_TITLE:
            problems.add(f"the title of {code} is longer than {LONGEST_TITLE} characters", **place)
        elif found.setdefault(code, (code, title, soc)) != (code, title, soc):
            problems.add(f"{code} is here a second time and says something else", **place)
    if not found and not problems:
        problems.add("there is no row in the crosswalk")
    own = [row for row in found.values() if row[0] != f"{row[2]}.00"]
    return pl.DataFrame(own, schema=OCCUPATIONS, orient="row")
