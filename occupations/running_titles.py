"""Titles with a qualifier after a comma, as running words: "Opticians, dispensing" → "dispensing opticians".

The classification writes "head, qualifier", and also lists: "Actors, producers, and directors". Only a reviewed table
can tell the two apart, so every title with a comma is in tests/occupations/running_titles.tsv with how it reads. Knows
nothing of Django.
"""

from __future__ import annotations

import re

from occupations.titles import PROPER_NAMES

# Qualifiers that read before what they qualify.
BEFORE = (
    "applications", "auto damage", "cafeteria, food concession, and coffee shop", "clerical",
    "construction and maintenance", "construction trades", "crop, nursery, and greenhouse", "dispensing",
    "elementary and secondary school", "elementary school", "fast food", "floor, ceiling, and wall", "general", "hand",
    "institution and cafeteria", "kindergarten", "kindergarten and elementary school", "machinery", "mechanical",
    "metal",
    "metal and plastic", "middle school", "mining", "nonrestaurant", "oil and gas", "postsecondary", "preschool",
    "private household", "quarry", "restaurant", "restaurant, lounge, and coffee shop", "school",
    "school or special client", "secondary school", "short order", "short-term", "special education",
    "television, video, and film", "television, video, and motion picture", "theatrical and performance",
    "transit and intercity", "transportation equipment", "wholesale and manufacturing", "wood",
)  # fmt: skip
# Qualifiers that read with "of" after it.
OF = (
    "agricultural products", "farm products", "religious activities and education",
    "textile, garment, and related materials",
)  # fmt: skip
# Qualifiers that stand in brackets; so does one of the first kind behind a list or a long name.
BRACKETED = (
    "commercial and industrial equipment", "farm, ranch, and aquacultural animals", "government programs",
    "kindergarten through secondary", "manufacturing", "motor vehicles", "oil, gas, and mining", "pathologists",
    "powerhouse, substation, and relay", "preschool and childcare center/program", "preschool and daycare",
    "preschool, elementary, middle, and secondary school", "protective service workers", "recordkeeping", "services",
    "surface mining", "synthetic and glass fibers", "systems software", "technical and scientific products",
    "underground mining",
    "utilities", "vegetation",
)  # fmt: skip
ANYWHERE = ("except ", "including ", "excluding ", "all other")
LONGEST_AFTER = 4  # words of a name that a qualifier of a material can stand before
MATERIALS = ("metal and plastic", "metal", "transportation equipment", "wood")
TEACHERS = "postsecondary"  # stands before lists too: of subjects, not of occupations


def running_title(title: str) -> str:
    """The title without a qualifier after a comma; its first letter stays as it is, where it stays first.

    Lists stay, and so does whatever isn't in the table.
    """
    if "; " in title:
        return "; ".join(_running_part(part) for part in title.split("; "))
    if title.startswith("Helpers--"):
        return f"Helpers of {title.removeprefix('Helpers--')}"
    head, qualifier, rest = _divided(title)
    if not qualifier and not rest:
        return title
    if qualifier and _fits_before(head, qualifier):
        name = head if head.startswith(PROPER_NAMES) else f"{head[:1].lower()}{head[1:]}"
        head, qualifier = f"{qualifier} {name}", ""
    elif qualifier in OF:
        head, qualifier = f"{head} of {qualifier}", ""
    aside = ", ".join(part for part in (qualifier, _aside(rest)) if part)
    return f"{head} ({aside})" if aside else head


def _running_part(part: str) -> str:
    conjunction = "and " if part.startswith("and ") else ""
    return conjunction + running_title(part.removeprefix(conjunction))


def _divided(title: str) -> tuple[str, str, str]:
    """The name, a qualifier of the table ("" for none), and what follows or stands in its place."""
    for comma in re.finditer(r", ", title):
        head, tail = title[: comma.start()], title[comma.end() :]
        if head.count("(") > head.count(")"):
            continue
        if tail.startswith(ANYWHERE):
            return head, "", tail
        for qualifier in (*BEFORE, *OF, *BRACKETED):
            if tail == qualifier or tail.startswith(
                tuple(f"{qualifier}, {word}" for word in (*ANYWHERE, *BRACKETED))
            ):
                return head, qualifier, tail[len(qualifier) + 2 :]
    return title, "", ""


def _fits_before(head: str, qualifier: str) -> bool:
    if qualifier not in BEFORE:
        return False
    if qualifier in MATERIALS and (len(head.split()) > LONGEST_AFTER or "machine" in head):
        return False
    return qualifier == TEACHERS or ", " not in head


def _aside(rest: str) -> str:
    """What stands in brackets, a title in it as running words too: "except transit and intercity bus drivers"."""
    word, space, other = rest.partition(" ")
    said = f"{word} {running_title(other)}" if space and word in ("except", "including") else rest
    return rest if "(" in said else said
