"""What the area codes of OEWS mean, and which delineation they belong to. Knows nothing of Django.

Seven digits, as in LABSTAT: 0000000 the nation, a state's FIPS code and five noughts, two noughts and the
code of a metropolitan area, a state's FIPS code and a number for a nonmetropolitan area.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wages.geography import FIPS, TERRITORIES

NATION = "0000000"
STATEWIDE = {"nation", "state", "territory"}
CODE = re.compile(r"\d{7}")


@dataclass(frozen=True)
class AreaFacts:
    """An area as a release names it. `kind` is one of `Area.Kind`; the state is that of its largest part."""

    code: str
    kind: str
    title: str
    state_code: str


def kind_of_code(code: str) -> str | None:
    """The kind of area that the seven digits stand for; None for no area."""
    if not CODE.fullmatch(code):
        return None
    state, rest = code[:2], code[2:]
    if state == "00":
        return "nation" if code == NATION else "metro"
    if state not in FIPS.values():
        return None
    if rest == "00000":
        return "territory" if state in TERRITORIES.values() else "state"
    return "nonmetro"


def delineation_of(kind: str, year: int) -> str:
    """The delineation of an area in a release: "FIPS", or the first release with the present boundaries.

    OEWS drew its metropolitan and nonmetropolitan areas anew in May 2015 and in May 2024.
    """
    if kind in STATEWIDE:
        return "FIPS"
    return "May 2024" if year >= 2024 else "May 2015"
