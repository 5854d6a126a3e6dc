"""What must hold of the CIP–SOC crosswalk, and the programs and pairs it comes to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import polars as pl

from importers.report import Problems

CIP = re.compile(r"\d\d\.\d{4}")
NO_CIP, NO_SOC = "99.9999", "99-9999"
LONGEST_TITLE = 250

PROGRAMS = {"code": pl.String, "title": pl.String}
PAIRS = {"program": pl.String, "occupation": pl.String}


@dataclass(frozen=True)
class Crosswalk:
    """Frames of `PROGRAMS` and `PAIRS`, and how many rows say that a code has no match."""

    programs: pl.DataFrame
    pairs: pl.DataFrame
    programs_without_occupation: int
    occupations_without_program: int


def crosswalk(files: Sequence[pl.DataFrame], known: Collection[str], problems: Problems) -> Crosswalk:
    """The programs that lead to an occupation, and the pairs. Files must all have the same pairs.

    The period at the end of a program's title is dropped. Programs without an occupation and occupations
    without a program are counted.
    """
    titles: dict[str, str] = {}
    pairs: dict[tuple[str, str], None] = {}
    unmatched: dict[tuple[str, str], None] = {}
    for row in pl.concat(files).iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        cip, soc, title = row["cip"] or "", row["soc"] or "", (row["cip_title"] or "").removesuffix(".")
        if not CIP.fullmatch(cip):
            problems.add(f"{cip!r} is not a CIP code, such as 52.0201", **place)
        elif soc != NO_SOC and soc not in known:
            problems.add(f"{cip}: {soc!r} is not a code of SOC 2018", **place)
        elif cip == NO_CIP or soc == NO_SOC:
            unmatched[cip, soc] = None
        elif not title:
            problems.add(f"{cip} has no title", **place)
        elif len(title) > LONGEST_TITLE:
            problems.add(f"the title of {cip} is longer than {LONGEST_TITLE} characters", **place)
        elif titles.setdefault(cip, title) != title:
            problems.add(f"{cip} has another title here than before: {title!r}", **place)
        else:
            pairs[cip, soc] = None
    _same_pairs(files, problems)
    if not pairs and not problems:
        problems.add("there is no pair of a program and an occupation")
    without_occupation = sum(soc == NO_SOC for _, soc in unmatched)
    return Crosswalk(
        pl.DataFrame(list(titles.items()), schema=PROGRAMS, orient="row"),
        pl.DataFrame(list(pairs), schema=PAIRS, orient="row"),
        without_occupation,
        len(unmatched) - without_occupation,
    )


def _same_pairs(files: Sequence[pl.DataFrame], problems: Problems) -> None:
    """Name every pair that one file has and another lacks."""
    for one in files:
        for other in files:
            if other is not one and other.height:
                name = other.item(0, "file")
                lacking = one.join(other, on=["cip", "soc"], how="anti", nulls_equal=True)
                for row in lacking.iter_rows(named=True):
                    problems.add(
                        f"{row['cip']} with {row['soc']} is not in {name}",
                        file=row["file"],
                        line=row["line"],
                    )
