"""What the rules for texts have to know of the data: the usual way in to each occupation, and official titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from importers.projections.checks import CATEGORIES
from occupations.lint.education import WayIn
from occupations.models import Projection, Release

FIGURES = ("entry_education", "work_experience", "training")
# Tables of the bundle that name occupations and industries.
TITLES = (
    "soc-2018-structure",
    "soc-2018-titles",
    "naics-2022-codes",
    "onet-soc-2019-occupations",
    "ooh-*-profiles",
)
WORDS = {figure: {number: words for words, number in CATEGORIES[figure].items()} for figure in FIGURES}


@dataclass(frozen=True)
class Known:
    """The way in by the occupation's code, and titles that anybody may use."""

    ways_in: Mapping[str, WayIn] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()

    def way_in(self, codes: Iterable[str]) -> WayIn:
        """The way in that the codes have in common; empty where they differ in any of it."""
        ways = {self.ways_in[code] for code in codes if code in self.ways_in}
        return ways.pop() if len(ways) == 1 else WayIn()


def of_bundle(folder: Path) -> Known:
    """What the bundle in the folder says; nothing where there is none."""
    rounds = [
        row
        for file in sorted(folder.glob("projections-*-projections.parquet"))
        for row in pl.read_parquet(file, columns=["code", *FIGURES]).iter_rows()
    ]
    files = [file for name in TITLES for file in folder.glob(f"{name}.parquet")]
    titles = frozenset(title for file in files for title in pl.read_parquet(file, columns=["title"])["title"])
    return Known(_ways_in(rounds), titles)


def of_database() -> Mapping[str, WayIn]:
    """The way in to each occupation by its code, as the projections have it. One query."""
    official = Projection.objects.filter(
        release__kind=Release.Kind.OFFICIAL, release__state=Release.State.READY
    ).order_by("release__published_on", "release_id")
    return _ways_in(official.values_list("occupation__code", *FIGURES))


def _ways_in(rows: Iterable[tuple[str, int | None, int | None, int | None]]) -> dict[str, WayIn]:
    """Each part from the newest round that has it; the rows come oldest first."""
    said: dict[str, dict[str, str]] = {}
    for code, *numbers in rows:
        for figure, number in zip(FIGURES, numbers, strict=True):
            if number is not None:
                said.setdefault(code, {})[figure] = WORDS[figure][number]
    return {code: WayIn(*(parts.get(figure, "") for figure in FIGURES)) for code, parts in said.items()}
