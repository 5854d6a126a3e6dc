"""What must hold of the SOC's files, and the rows that they come to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Collection

import polars as pl

from importers.report import Problems
from importers.soc.reader import LEVELS

CODE = re.compile(r"\d\d-\d{4}")
LONGEST_TITLE = 200
LONGEST_ALTERNATE = 250

# A row for each occupation or group; `level` is that of occupations.models.Occupation.
OCCUPATIONS = {
    "code": pl.String,
    "level": pl.Int16,
    "title": pl.String,
    "parent": pl.String,
    "is_residual": pl.Boolean,
}
# `kind` is that of occupations.models.AlternateTitle.
ALTERNATE_TITLES = {"code": pl.String, "kind": pl.String, "title": pl.String}
DEFINITIONS = {"code": pl.String, "text": pl.String}

TOTAL = ("00-0000", 0, "All Occupations", None, False)


def occupations(structure: pl.DataFrame, problems: Problems) -> pl.DataFrame:
    """The occupations of the structure, the total of all first, each with its parent.

    A row's parent is the nearest row above it in a column to the left. It can't be cut from the digits:
    the minor groups 15-1200, 31-1100 and 51-5100 look like broad groups of another one. Two copies of the
    structure are one if they say the same.
    """
    rows: dict[str, tuple[str, int, str, str | None, bool]] = {TOTAL[0]: TOTAL}
    for _, copy in structure.group_by("file", maintain_order=True):
        above: list[str | None] = [None] * len(LEVELS)
        for row in copy.iter_rows(named=True):
            place = {"file": row["file"], "line": row["line"]}
            codes = [(depth, row[level]) for depth, level in enumerate(LEVELS) if row[level]]
            if len(codes) != 1:
                problems.add(f"{len(codes)} codes in one row; each row has one", **place)
                continue
            depth, code = codes[0]
            title = row["title"]
            if not CODE.fullmatch(code):
                problems.add(f"{code!r} is not a SOC code, such as 11-3051", **place)
                continue
            if not title:
                problems.add(f"{code} has no title", **place)
                continue
            if len(title) > LONGEST_TITLE:
                problems.add(f"the title of {code} is longer than {LONGEST_TITLE} characters", **place)
            parent = TOTAL[0] if depth == 0 else above[depth - 1]
            above[depth:] = [code] + [None] * (len(LEVELS) - depth - 1)
            if parent is None:
                problems.add(
                    f"{code}, a {LEVELS[depth]} one, stands under no {LEVELS[depth - 1]} group", **place
                )
                continue
            if depth and code[:2] != parent[:2]:
                problems.add(f"{code} stands under {parent}, of another major group", **place)
            residual = depth == len(LEVELS) - 1 and "All Other" in title
            found = (code, depth + 1, title, parent, residual)
            if rows.setdefault(code, found) != found:
                problems.add(f"{code} is here a second time and says something else", **place)
    return pl.DataFrame(list(rows.values()), schema=OCCUPATIONS, orient="row")


def alternate_titles(titles: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The direct-match titles: kind "example" for those that are illustrative examples as well, else "direct".

    The same title of the same code twice is one, an example if either row says so: the edition with the
    2018 banner repeats five. Two editions that differ can't be loaded together, because a title that moved
    from one code to another would then match both.
    """
    copies = {
        str(name): set(copy.select("code", "title").iter_rows()) for (name,), copy in titles.group_by("file")
    }
    first = next(iter(copies.values()))
    if any(copy != first for copy in copies.values()):
        problems.add(f"{' and '.join(sorted(copies))} are two editions that differ; load one of them")
        return pl.DataFrame(schema=ALTERNATE_TITLES)
    kinds: dict[tuple[str, str], str] = {}
    for row in titles.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, title, example = row["code"] or "", row["title"] or "", (row["example"] or "").lower()
        if code not in known:
            problems.add(f"{code!r} is not a code of SOC 2018", **place)
        if not title:
            problems.add(f"{code} has a row without a direct-match title", **place)
        if len(title) > LONGEST_ALTERNATE:
            problems.add(f"a title of {code} is longer than {LONGEST_ALTERNATE} characters", **place)
        if example not in ("", "x"):
            problems.add(f"the mark of an illustrative example is x, not {row['example']!r}", **place)
        if example or (code, title) not in kinds:
            kinds[code, title] = "example" if example else "direct"
    rows = [(code, kind, title) for (code, title), kind in kinds.items()]
    return pl.DataFrame(rows, schema=ALTERNATE_TITLES, orient="row")


def definitions(rows: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The definitions of the detailed occupations, as a frame of `DEFINITIONS`; groups have none.

    Two copies are one if they say the same. Two editions can't be loaded together, because the later one
    corrects slips of the earlier.
    """
    texts: dict[str, str] = {}
    files: dict[str, str] = {}
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, text = row["code"] or "", row["text"]
        if code not in known:
            problems.add(f"{code!r} is not a code of SOC 2018", **place)
        elif not text:
            if row["group"] == "Detailed":
                problems.add(f"{code} has no definition", **place)
        elif texts.setdefault(code, text) != text:
            other = "here" if files[code] == row["file"] else f"in {files[code]}"
            problems.add(f"{code} is defined in other words {other}; load one edition", **place)
        files.setdefault(code, row["file"])
    return pl.DataFrame(list(texts.items()), schema=DEFINITIONS, orient="row")
