"""Industry titles, as published and as tables show them. Knows nothing of Django."""

from __future__ import annotations

import re

from importers.naics.short_titles import SHORT_TITLES
from occupations.titles import sentence_case

LONG = 60
PROPER_NAMES = ("American Indian and Alaska Native", "Great Lakes", "Schiffli", "U.S.")
SECTOR = re.compile(r"^Sectors? \d\d(?:\W+(?:and )?\d\d)* [-–] ")
OWNERSHIP = re.compile(r", (?:(?P<level>State|Local|Federal) Government|(?P<private>Privately)) Owned$")


def official_words(title: str) -> str:
    """The title without what OEWS and Census put around it: the sector's number, "(OEWS Designation)",
    spare spaces, `&` for "and", and the "T" that Census leaves at the end of some titles as a footnote mark.
    """
    title = SECTOR.sub("", " ".join(title.split()))
    title = title.removesuffix(" (OEWS Designation)").replace(" & ", " and ")
    # "Logging T" and "LoggingT": no title of the NAICS ends in a capital T.
    return re.sub(r"(?<=[a-z)]) ?T$", "", title)


def short_industry_title(title: str) -> str:
    """An industry's title for tables and charts: sentence case, at most 60 characters wherever sensible.

    "Sectors 31, 32, and 33 - Manufacturing" → "Manufacturing"; "Hospitals, Local Government Owned" →
    "Hospitals, local government". Telling from its siblings; the full title is kept beside it.
    """
    words = official_words(title)
    if words in SHORT_TITLES:
        return SHORT_TITLES[words]
    if owned := OWNERSHIP.search(words):
        owner = "private" if owned["private"] else f"{owned['level'].lower()} government"
        return f"{short_industry_title(words[: owned.start()])}, {owner}"
    if len(words) > LONG:
        words = words.replace(" Merchant Wholesalers", " Wholesalers")
    return sentence_case(words, PROPER_NAMES)
