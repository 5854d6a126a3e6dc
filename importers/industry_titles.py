"""Industries that BLS names by title: which one of ours a title means. Knows nothing of Django.

The National Employment Matrix, and the Handbook after it, name industries in words of their own. A title
belongs to an industry if it is that industry's official title, or stands in `TITLES` with its reason. Nothing
is guessed from likeness, and titles that put several industries together belong to none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from importers.naics.titles import official_words

# NEM's own titles, by the codes under which NEM and OEWS publish them: https://data.bls.gov/projections/nationalMatrix
# (999100 is there "Federal government, excluding postal service"), and for ownership and combined codes the industry
# list of OEWS, https://download.bls.gov/pub/time.series/oe/oe.industry.
TITLES = {
    "Child daycare services": "6244",  # NAICS: Child Care Services
    "Gambling industries (except casino hotels)": "7132",  # NAICS has casino hotels in 7211
    "Grocery and specialty food retailers": "4450A1",  # 4451 and 4452 only
    "Credit intermediation and related activities (5221,3)": "5220A1",
    "Merchant wholesalers, nondurable goods (4244,8)": "4240A1",
    "Merchant wholesalers, nondurable goods (4241,7,9)": "4240A3",
    "Merchant wholesalers, durable goods (4232,3,5,6,7,9)": "4230A1",
    "Chemical manufacturing (3251,2,3,9)": "3250A1",
    "Chemical manufacturing (3255,6)": "3250A2",
    "Fabricated metal product manufacturing (3321,2,5,6,9)": "3320A1",
    "Fabricated metal product manufacturing (3323,4)": "3320A2",
    "Machinery manufacturing (3331,2,4,9)": "3330A1",
    "Furniture and related product manufacturing (3371,2)": "3370A1",
    # With state and local schools and hospitals, as 61 and 622 of OEWS are.
    "Educational services; state, local, and private": "61",
    "Hospitals; state, local, and private": "622",
    "Educational services; private": "611005",
    "Elementary and secondary schools; state": "611102",
    "Elementary and secondary schools; local": "611103",
    "Elementary and secondary schools; private": "611105",
    "Junior colleges; state": "611202",
    "Junior colleges; local": "611203",
    "Junior colleges; private": "611205",
    "Colleges, universities, and professional schools; state": "611302",
    "Colleges, universities, and professional schools; local": "611303",
    "Colleges, universities, and professional schools; private": "611305",
    "Technical and trade schools; state": "611502",
    "Technical and trade schools; local": "611503",
    "Technical and trade schools; private": "611505",
    "Other schools and instruction; private": "611605",
    "Educational support services; private": "611705",
    "General medical and surgical hospitals; state": "622102",
    "General medical and surgical hospitals; local": "622103",
    "General medical and surgical hospitals; private": "622105",
    "Psychiatric and substance abuse hospitals; state": "622202",
    "Psychiatric and substance abuse hospitals; private": "622205",
    "Specialty (except psychiatric and substance abuse) hospitals; state": "622302",
    "Specialty (except psychiatric and substance abuse) hospitals; private": "622305",
    "Federal government": "999101",
    "Federal government, excluding postal service": "9991",
    "State government, excluding education and hospitals": "9992",
    "Local government, excluding education and hospitals": "9993",
    # Not here: "Government, excluding state and local education and hospitals". Sector 99 of OEWS leaves the
    # postal service out and NEM doesn't; of 44 medians for May 2024 the two agree in 18.
}


# The matrix's code for all industries together.
TOTAL, ALL = "TE1000", "000000"


def spelled(title: str) -> str:
    """A title for comparison: BLS writes "healthcare" and "and", Census "health care" and at times "&"."""
    words = re.sub(r"\s+", " ", official_words(title).lower())
    return words.replace("health care", "healthcare")


BY_SPELLING = {spelled(title): code for title, code in TITLES.items()}


def industries_by_title(industries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each title as `spelled`, the code of the industry it means, of industries given as (code, title).

    NAICS repeats an industry that isn't divided at every level ("Engineering services" is 54133 and 541330):
    those are one, known by its shortest code. A title that several industries share belongs to none.
    """
    codes: dict[str, set[str]] = defaultdict(set)
    known = set()
    for code, title in industries:
        codes[spelled(title)].add(code)
        known.add(code)
    found = {}
    for title, same in codes.items():
        shortest = min(same, key=lambda code: (len(code), code))
        if all(code.startswith(shortest) for code in same):
            found[title] = shortest
    return found | {title: code for title, code in BY_SPELLING.items() if code in known}


def industry_of(
    code: str, title: str, industries: Mapping[str, str], by_title: Mapping[str, str]
) -> str | None:
    """The code of the industry that the matrix means, of the loaded ones with their titles and `industries_by_title`.

    By its code where title and code mean the same, else by its title; None for none of ours.
    """
    if code == TOTAL:
        return ALL if ALL in industries else None
    ours = our_code(code, industries)
    if ours and (spelled(industries[ours]) == spelled(title) or BY_SPELLING.get(spelled(title)) == ours):
        return ours
    return by_title.get(spelled(title))


def our_code(code: str, industries: Mapping[str, str]) -> str | None:
    """The matrix's six characters as a code of ours: "541700" → "5417", "310000" → "31-33"."""
    if code in industries:
        return code
    bare = re.sub(r"(-\d\d)?0*$", "", code)
    if len(bare) == 2 or re.fullmatch(r"[1-9]0000", code[1:]):
        return next((known for known in industries if re.fullmatch(rf"{code[:2]}(-\d\d)?", known)), None)
    return bare if bare in industries else None
