"""Certifications in words: what is listed, how old the knowledge is, and how often one is renewed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from occupations.models import Certification, Occupation
from web.words.numbers import day_in_words
from web.words.sentences import in_sentence, plural

CURRENT_FOR = dt.timedelta(days=365)

SPELLED_ALIKE = "No exact match for “{}”. These come closest."
ONE, MANY = "certification", "certifications"


def group_name(group: Occupation) -> str:
    """A major group in a list of groups: "Management"."""
    return group.sentence_title.removesuffix(" occupations")


def _narrowed(conditions: Mapping[str, str]) -> str:
    """The filters in force after the word for what they narrow: " for registered nurses from ASCM"."""
    said = ""
    if "q" in conditions:
        said += f" matching {conditions['q']}"
    if "occupation" in conditions:
        said += f" for {in_sentence(conditions['occupation'])}"
    if "group" in conditions:
        said += f" in {conditions['group'].lower()}"
    if "organization" in conditions:
        said += f" from {conditions['organization']}"
    return said


def heading(conditions: Mapping[str, str]) -> str:
    """What the page is about, for its title."""
    return f"Certifications{_narrowed(conditions)} – Occupedia"


def summary(count: int, organizations: int, conditions: Mapping[str, str]) -> str:
    """How many are listed, and from how many organizations."""
    if not count:
        return f"We couldn’t find any certification{_narrowed(conditions)}"
    said = f"{plural(count, ONE, MANY)}{_narrowed(conditions)}"
    if "organization" in conditions:
        return said
    return f"{said}, from {plural(organizations, 'organization', 'organizations')}"


def way_out(words: str, count: int) -> str:
    """A link that takes one filter away, with what there is then."""
    return f"Without {words}: {plural(count, ONE, MANY)}"


def is_current(certification: Certification, today: dt.date) -> bool:
    """Whether somebody checked it with the organization within a year."""
    day = certification.last_verified_on
    return day is not None and today - day <= CURRENT_FOR


def verified_in_words(certification: Certification, today: dt.date) -> str:
    """When somebody last checked it with the organization, and whether that is long ago."""
    day = certification.last_verified_on
    if day is None:
        return "not yet verified"
    words = f"verified {day_in_words(day)}"
    return words if is_current(certification, today) else f"{words}, more than a year ago"


def warning(certification: Certification, today: dt.date) -> str:
    """What a reader is told of one that nobody checked within a year; "" of any other."""
    if is_current(certification, today):
        return ""
    if certification.last_verified_on is None:
        return (
            "Nobody has checked this with the organization yet. See the official page before you rely on it."
        )
    return (
        f"We last checked this with the organization on {day_in_words(certification.last_verified_on)}, more than a"
        " year"
        " ago. Requirements change, so see the official page."
    )


def renewal_in_words(certification: Certification) -> str:
    """The cycle: "every 3 years"; "" where it isn't known."""
    years = certification.renewal_years
    if years is None:
        return ""
    return "every year" if years == 1 else f"every {years} years"


def described(certification: Certification) -> str:
    """What a search engine shows under the name."""
    short = f" ({certification.abbreviation})" if certification.abbreviation else ""
    giver = certification.organization.name
    return f"{certification.name}{short}, from {giver}: what it takes to earn it, and which occupations it is for."
