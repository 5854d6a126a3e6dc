"""The two tables of figures inside the Handbook's text: largest employers, and medians in top industries.

They are found by the sentence before them, which also says whose figures they are, of when, and on which basis.
Knows nothing of Django.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from importers.ooh.blocks import Block, rows_of
from importers.report import Problems
from occupations.markup import text_of

EMPLOYERS = re.compile(
    r"(?:^\s*|(?<=[.!?”)>])\s+)The largest employers of (?P<subject>[^.]+?) (?:were|was) as follows:\s*$",
    re.DOTALL,
)
WAGES = re.compile(
    r"(?:^\s*|(?<=[.!?”)>])\s+)In (?P<period>[A-Z][a-z]+ \d{4}), the median (?P<basis>annual|hourly) wages? (?:for|of)"
    r" (?P<subject>.+?) in the top industries in which they worked (?:were|was) as follows:\s*$",
    re.DOTALL,
)
SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?%?")
MONEY = re.compile(r"(?P<least>>=|≥)? ?\$? ?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d\d)?)(?P<more> or more)?")
MISSING = {"—", "-", "–", "N/A"}
SELF_EMPLOYED = "Self-employed workers"


@dataclass(frozen=True)
class Share:
    industry_title: str
    share: Decimal


@dataclass(frozen=True)
class Wage:
    """`median` is None where it is top-coded, then `floor` says from where, or not released."""

    industry_title: str
    median: Decimal | None
    floor: Decimal | None


@dataclass(frozen=True)
class Employers:
    """The largest employers of the profile or of one of its occupations, as `subject` names them."""

    subject: str
    rows: list[Share]


@dataclass(frozen=True)
class Medians:
    subject: str
    period: str
    basis: str
    rows: list[Wage]


# Whether the subject of a table is somebody whose figures can be kept.
Accepts = Callable[[str], bool]


def take_employers(
    blocks: list[Block], accepts: Accepts, place: dict[str, Any], problems: Problems
) -> tuple[list[Block], list[Employers]]:
    """The blocks without the tables of largest employers, and these."""
    kept, taken = _take(blocks, EMPLOYERS, accepts)
    return kept, [
        Employers(
            _subject(found), [row for cells in rows_of(table) if (row := _share(cells, place, problems))]
        )
        for found, table in taken
    ]


def take_medians(
    blocks: list[Block], accepts: Accepts, place: dict[str, Any], problems: Problems
) -> tuple[list[Block], list[Medians]]:
    """The blocks without the tables of medians by industry, and these."""
    kept, taken = _take(blocks, WAGES, accepts)
    return kept, [
        Medians(
            _subject(found),
            found["period"],
            found["basis"],
            [
                row
                for cells in rows_of(table)
                if (row := _wage(cells, found["basis"], place, problems)) is not None
            ],
        )
        for found, table in taken
    ]


def _subject(found: re.Match[str]) -> str:
    return text_of(found["subject"])


def _take(
    blocks: list[Block], sentence: re.Pattern[str], accepts: Accepts
) -> tuple[list[Block], list[tuple[re.Match[str], Block]]]:
    """Take out each table that stands under the sentence, and the sentence with it."""
    kept: list[Block] = []
    taken: list[tuple[re.Match[str], Block]] = []
    for block in blocks:
        found = None
        if block.tag == "table" and kept and kept[-1].tag == "p":
            found = sentence.search(kept[-1].inner)
        if found is None or not accepts(_subject(found)):
            kept.append(block)
            continue
        rest = kept.pop().inner[: found.start()].strip()
        if text_of(rest):
            kept.append(Block("p", f"<p>{rest}</p>"))
        taken.append((found, block))
    return kept, taken


def _share(cells: list[str], place: dict[str, Any], problems: Problems) -> Share | None:
    """A row "Crop production | 23%"; the sign is on the first row alone."""
    found = SHARE.fullmatch(cells[1]) if len(cells) == 2 and cells[0] else None
    if found is None or not 0 <= Decimal(found[1]) <= 100:
        problems.add(f"{cells} is not an industry and its share of the jobs", **place)
        return None
    return Share(cells[0], Decimal(found[1]))


def _wage(cells: list[str], basis: str, place: dict[str, Any], problems: Problems) -> Wage | None:
    """A row "Crop production | $36,000", "… | 239,200 or more"; the sign is on the first row alone."""
    if len(cells) == 2 and cells[0] and cells[1] in MISSING:
        return Wage(cells[0], None, None)
    found = MONEY.fullmatch(cells[1]) if len(cells) == 2 and cells[0] else None
    if found is None or (basis == "annual" and "." in found["number"]):
        problems.add(f"{cells} is not an industry and its median {basis} wage", **place)
        return None
    amount = Decimal(found["number"].replace(",", ""))
    top_coded = found["least"] or found["more"]
    return Wage(cells[0], None, amount) if top_coded else Wage(cells[0], amount, None)
