"""Where a reader finds more on the same occupation, or what this site doesn't have: one table of the addresses.

Only pages of the federal government that are free for everybody. A test holds their form; whether they answer can't
be known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from occupations.models import Occupation, Projection


@dataclass(frozen=True)
class Way:
    """A page elsewhere: who has it, what the reader finds there, and its address."""

    name: str
    finds: str
    href: str


HANDBOOK = (
    "Occupational Outlook Handbook, BLS",
    "BLS’s guide to this work, or to the group it belongs to",
)
# The `.00` occupation of O*NET is that of SOC; those of eight digits have their own.
ONET = (
    "O*NET OnLine",
    "tasks, skills, tools and working conditions in detail",
    "https://www.onetonline.org/link/summary/{code}",
)
CAREER_ONE_STOP = "https://www.careeronestop.org/Toolkit/Training/"
FINDERS = (
    Way(
        "License Finder, CareerOneStop",
        "which licenses each state requires",
        f"{CAREER_ONE_STOP}find-licenses.aspx",
    ),
    Way(
        "Certification Finder, CareerOneStop",
        "certifications and the organizations behind them",
        f"{CAREER_ONE_STOP}find-certifications.aspx",
    ),
    Way(
        "Apprenticeship Job Finder, U.S. Department of Labor",
        "open apprenticeships near you",
        "https://www.apprenticeship.gov/apprenticeship-job-finder",
    ),
    Way(
        "Local Training Finder, CareerOneStop",
        "schools and programs near you",
        f"{CAREER_ONE_STOP}find-local-training.aspx",
    ),
)


def ways_out(occupation: Occupation, rounds: Sequence[Projection]) -> list[Way]:
    """The pages for one occupation; `rounds` are its projections, the newest first. None for a group, a code that is
    no longer used, and the total."""
    handbook = next((projection.handbook_url for projection in rounds if projection.handbook_url), "")
    if occupation.is_retired or (occupation.is_group and not handbook):
        return []
    code = onet_code(occupation)
    own = [
        *([Way(*HANDBOOK, handbook)] if handbook else []),
        *([Way(ONET[0], ONET[1], ONET[2].format(code=code))] if code else []),
    ]
    return [*own, *FINDERS]


def onet_code(occupation: Occupation) -> str:
    """The code of the occupation at O*NET, "" where O*NET has none: of groups, and of codes that OEWS alone has."""
    if occupation.level == Occupation.Level.ONET:
        return occupation.code
    is_soc = occupation.system.slug == "soc-2018" and occupation.level == Occupation.Level.DETAILED
    return f"{occupation.code}.00" if is_soc else ""
