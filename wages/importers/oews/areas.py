"""What the area codes of OEWS mean, and which delineation they belong to. Knows nothing of Django.

Seven digits, as in LABSTAT: 0000000 the nation, a state's FIPS code and five noughts, two noughts and the
code of a metropolitan area, a state's FIPS code and a number for a nonmetropolitan area.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NATION = "0000000"
# FIPS 5-2, by the letters that the workbooks give in PRIM_STATE.
STATES = {
    "AL": "01", "AK": "02", "AZ": "04", "AR": "05", "CA": "06", "CO": "08", "CT": "09", "DE": "10",
    "DC": "11", "FL": "12", "GA": "13", "HI": "15", "ID": "16", "IL": "17", "IN": "18", "IA": "19",
    "KS": "20", "KY": "21", "LA": "22", "ME": "23", "MD": "24", "MA": "25", "MI": "26", "MN": "27",
    "MS": "28", "MO": "29", "MT": "30", "NE": "31", "NV": "32", "NH": "33", "NJ": "34", "NM": "35",
    "NY": "36", "NC": "37", "ND": "38", "OH": "39", "OK": "40", "OR": "41", "PA": "42", "RI": "44",
    "SC": "45", "SD": "46", "TN": "47", "TX": "48", "UT": "49", "VT": "50", "VA": "51", "WA": "53",
    "WV": "54", "WI": "55", "WY": "56",
}  # fmt: skip
TERRITORIES = {"GU": "66", "PR": "72", "VI": "78"}
FIPS = {"US": "00", **STATES, **TERRITORIES}

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
