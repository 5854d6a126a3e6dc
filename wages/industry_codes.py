"""What the industry codes of OEWS mean. Knows nothing of Django.

LABSTAT writes six characters ("332000", "31--34" with its upper end exclusive, "3320A1"), the workbooks the
same but for sectors ("31-33"), and tell ownership apart in a column of its own. Here an industry is known by
its NAICS code in its own length ("332", "31-33"), or by the code of OEWS where no NAICS has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ALL, PRIVATE, GOVERNMENT_TOTAL = "000000", "000001", "999001"

# The sectors of NAICS by their first two digits, and "99", by which OEWS means government.
SECTORS = {
    code[:2]: code
    for code in (
        "11", "21", "22", "23", "31-33", "42", "44-45", "48-49", "51", "52", "53", "54", "55", "56", "61", "62",
        "71", "72", "81", "99",
    )
}  # fmt: skip
SECTOR_OF = {
    str(digits): sector
    for sector in SECTORS.values()
    for digits in range(int(sector[:2]), int(sector[-2:]) + 1)
}

# Sole owners. The other ownership codes (123, 235, 35, 57, 58, 59, 1235) are the whole of their industry.
OWNERS = {"2", "3", "5"}
# Where OEWS cuts industries by owner. Elsewhere a sole owner is the whole industry.
CUT_BY_OWNER = ("61", "622")

# Sector 99 as one industry, and the federal, state and local government in it: designations of OEWS.
GOVERNMENT = {"999", "9991", "9992", "9993"}

# The groups by which the files of OEWS are divided.
INDUSTRY_GROUPS = (
    "all industries",
    "ownership totals",
    "sectors",
    *(f"{digits}-digit industries" for digits in (3, 4, 5, 6)),
    *(f"{digits}-digit industries by ownership" for digits in (3, 4, 5, 6)),
)

SECTOR = re.compile(r"(\d\d)(?:-{1,2}\d{2,3})?")
COMBINATION = re.compile(r"(\d{3})0A\d")
# NAICS has no code with a nought inside: the last digit is the owner, or counts the totals of government.
CUT = re.compile(r"([1-9]{3,4})0+(\d)")
NAICS = re.compile(r"[1-9]{3,6}0*")


@dataclass(frozen=True)
class IndustryCode:
    """Where an industry belongs. `kind` is one of `Industry.Kind`; `parent` is None for all industries."""

    code: str
    kind: str
    level: int
    parent: str | None

    @property
    def is_naics(self) -> bool:
        """Whether the code is one of NAICS, and not of OEWS alone."""
        return self.kind in {"sector", "naics"} and not self.code.startswith("99")

    @property
    def group(self) -> str:
        """The one of `INDUSTRY_GROUPS` that the industry is in."""
        return group_of(self.kind, self.level)


# What each pair of NAICS and OWN_CODE in a workbook stands for; None for no industry.
IndustryCodes = dict[tuple[str, str], IndustryCode | None]


def group_of(kind: str, level: int) -> str:
    """The one of `INDUSTRY_GROUPS` that industries of this kind and level are in."""
    if kind in {"private", "government"}:
        return "ownership totals"
    if level < 3:
        return "sectors" if level else "all industries"
    return f"{level}-digit industries" + " by ownership" * (kind == "ownership")


def read_industry_code(published: str, owner: str = "") -> IndustryCode | None:
    """The industry that a file means by this code, and by OWN_CODE in a workbook; None for no industry.

    The answer follows from the code alone, whether or not any NAICS has the industry.
    """
    if published in TOTALS:
        return TOTALS[published]
    if owner in OWNERS and published.startswith(CUT_BY_OWNER) and published.endswith("0"):
        published = published[:5] + owner
    if found := SECTOR.fullmatch(published):
        return _sector(published, found[1])
    if len(published) != 6 or published[:2] not in SECTOR_OF:
        return None
    return _industry(published)


def spellings(code: str) -> tuple[str, ...]:
    """A code as typed, and what it means as a sector (31 is 31-33) or in the publisher's files (541330 is 54133)."""
    typed = code.upper()
    read = read_industry_code(typed)
    return tuple(dict.fromkeys((typed, SECTOR_OF.get(typed, typed), read.code if read else typed)))


def _sector(published: str, first: str) -> IndustryCode | None:
    sector = SECTORS.get(first)
    if sector is None or published not in {sector, labstat_code(sector)}:
        return None
    return IndustryCode(sector, "sector", 2, ALL)


def _industry(published: str) -> IndustryCode | None:
    if found := COMBINATION.fullmatch(published):
        return IndustryCode(published, "combination", 4, found[1])
    if published.startswith(CUT_BY_OWNER) and (found := CUT.fullmatch(published)) and found[2] in OWNERS:
        return IndustryCode(published, "ownership", len(found[1]), found[1])
    if not NAICS.fullmatch(published):
        return None
    code = published.rstrip("0")
    parent = SECTOR_OF[code[:2]] if len(code) == 3 else code[:-1]
    if parent == "99" or parent.startswith("999"):
        return IndustryCode(code, "combination", len(code), parent) if code in GOVERNMENT else None
    return IndustryCode(code, "naics", len(code), parent)


def labstat_code(code: str) -> str:
    """The six characters by which LABSTAT knows one of our industries: "31-33" → "31--34", "332" → "332000"."""
    if SECTORS.get(code[:2]) == code:
        first, beyond = code[:2], str(int(code[-2:]) + 1)
        return first + beyond.rjust(4, "-")
    return code.ljust(6, "0")


# The totals overlap the sectors: they take in the schools, hospitals and post offices of government.
TOTALS = {
    ALL: IndustryCode(ALL, "all", 0, None),
    PRIVATE: IndustryCode(PRIVATE, "private", 0, ALL),
    GOVERNMENT_TOTAL: IndustryCode(GOVERNMENT_TOTAL, "government", 0, ALL),
    **{
        code: IndustryCode(code, "government", 0, GOVERNMENT_TOTAL) for code in ("999101", "999201", "999301")
    },
}
