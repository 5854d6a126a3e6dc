"""What must hold of the crosswalk from SOC 2010, and the retired codes that it comes to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from importers.report import Problems

CODE = re.compile(r"\d\d-\d{4}")
FROM_SEVERAL = re.compile(r"\s*\(##\)$")
RESIDUAL = re.compile(r"\ball other\b", re.IGNORECASE)
LONGEST_TITLE = 200
# The levels of occupations.models.Occupation.Level, by the words of the structure.
MINOR, BROAD, DETAILED = 2, 3, 4
GROUPS = {"Minor Group": MINOR, "Broad Group": BROAD}

# A row for each retired code and each occupation of SOC 2018 that its work went to.
CHANGES = {
    "code": pl.String,
    "title": pl.String,
    "level": pl.Int16,
    "successor": pl.String,
    "takes_from_others": pl.Boolean,
}


def means_the_same(old: str, new: str) -> bool:
    """Whether a code that both editions have means the same in both, by its titles.

    What an "All Other" holds depends on which occupations stand beside it, so it never does.
    """
    return _letters(old) == _letters(new) and not RESIDUAL.search(old)


def changes(
    crosswalk: pl.DataFrame, structure: pl.DataFrame | None, soc: Mapping[str, str], problems: Problems
) -> pl.DataFrame:
    """A frame of `CHANGES`; `soc` has the titles of SOC 2018 by code.

    Codes that mean the same in both editions have no row, nor have groups that SOC 2018 has under the same title.
    """
    titles: dict[str, str] = {}
    became: dict[str, dict[str, bool]] = {}
    for row in crosswalk.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        code, title = row["code"] or "", row["title"] or ""
        marked = row["new_title"] or ""
        new, new_title = row["new_code"] or "", FROM_SEVERAL.sub("", marked)
        if not CODE.fullmatch(code):
            problems.add(f"{code!r} is not a code of SOC, such as 11-3051", **place)
        elif not title or len(title) > LONGEST_TITLE:
            problems.add(f"the title of {code} is {title!r}", **place)
        elif titles.setdefault(code, title) != title:
            problems.add(f"{code} is {title!r} here and {titles[code]!r} before", **place)
        elif new not in soc:
            problems.add(f"{code}: {new!r} is not an occupation of SOC 2018", **place)
        elif _letters(new_title) != _letters(soc[new]):
            problems.add(f"{new} is {new_title!r} here and {soc[new]!r} in SOC 2018", **place)
        else:
            became.setdefault(code, {})[new] = marked != new_title
    if not became and not problems:
        problems.add("there is no row in the crosswalk")
    rows = [
        (code, titles[code], DETAILED, new, from_several)
        for code, successors in became.items()
        if not (code in soc and means_the_same(titles[code], soc[code]))
        for new, from_several in successors.items()
    ]
    if structure is not None:
        rows += _groups(structure, became, soc, problems)
    return pl.DataFrame(rows, schema=CHANGES, orient="row")


def _groups(
    structure: pl.DataFrame, became: Mapping[str, dict[str, bool]], soc: Mapping[str, str], problems: Problems
) -> Iterator[tuple[Any, ...]]:
    """The rows of minor and broad groups that SOC 2018 lacks: what the occupations in them became."""
    parents = dict(structure.select("code", "parent").iter_rows())
    within: dict[str, dict[str, bool]] = {}
    for code, successors in became.items():
        above, seen = parents.get(code), {code}
        while above is not None and above in parents and above not in seen:
            seen.add(above)
            within.setdefault(above, {}).update(successors)
            above = parents[above]
    for row in structure.iter_rows(named=True):
        code, title, level = row["code"] or "", row["title"] or "", GROUPS.get(row["kind"] or "")
        if level is None or (code in soc and means_the_same(title, soc[code])):
            continue
        if not CODE.fullmatch(code) or not title:
            problems.add(f"{code!r} {title!r} is not a group of SOC", file=row["file"], line=row["line"])
        for new, from_several in within.get(code, {}).items():
            yield code, title, level, new, from_several


def known(frame: pl.DataFrame, soc: Mapping[str, str], problems: Problems) -> pl.DataFrame:
    """A frame of `CHANGES` with `file` and `line`, as a bundle has it, without those; checked against SOC 2018."""
    for row in frame.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        if not CODE.fullmatch(row["code"] or "") or not row["title"]:
            problems.add(f"{row['code']!r} {row['title']!r} is not an occupation of SOC 2010", **place)
        elif row["level"] not in (MINOR, BROAD, DETAILED):
            problems.add(f"{row['code']} has level {row['level']}", **place)
        elif row["successor"] not in soc:
            problems.add(f"{row['code']}: {row['successor']!r} is not an occupation of SOC 2018", **place)
    return frame.select(*CHANGES)


def _letters(title: str) -> str:
    """The title without what the two editions of the file write differently: "Fire Fighting", "First Line"."""
    return re.sub(r"[^a-z]", "", title.lower())
