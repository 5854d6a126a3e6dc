"""What O*NET, SOC and CIP say, as ranked bars and lists with their scales explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from occupations.descriptors import Descriptors, Ranked, TechnologyGroup
from occupations.models import (
    EducationShare,
    Occupation,
    Program,
    Projection,
    RelatedOccupation,
    Release,
    Task,
)
from wages.models import WageEstimate
from web.occupations.members import Member, members
from web.words import numbers
from web.words.interests import INTERESTS

BARS_SHOWN, TASKS_SHOWN, GROUPS_SHOWN, PROGRAMS_SHOWN, RELATED_SHOWN = 10, 8, 8, 12, 10
BAR_WIDTH = 160.0
MOST_SUPPRESSED = 20  # percent of a distribution; where more is suppressed, the rest isn't drawn

# O*NET's names of the zones, without "needed".
ZONES = {
    1: "little or no preparation",
    2: "some preparation",
    3: "medium preparation",
    4: "considerable preparation",
    5: "extensive preparation",
}
SCALES = {
    "IM": "Importance runs from 1 (not important) to 5 (extremely important)",
    "WI": "Impact runs from −3 (hinders much) to 3 (helps much)",
}


@dataclass(frozen=True)
class Bar:
    """A rated element as a bar: `width` is of `BAR_WIDTH` units, `rating` and `level_rating` as published."""

    name: str
    rating: Decimal
    width: float
    level_rating: Decimal | None = None

    @property
    def value(self) -> str:
        return numbers.number(self.rating, 1)

    @property
    def level(self) -> str:
        return "" if self.level_rating is None else numbers.number(self.level_rating, 1)


@dataclass(frozen=True)
class Bars:
    """The highest-rated elements of one kind, with their scale in words."""

    title: str
    bars: list[Bar]
    scale: str
    count: int

    @property
    def has_levels(self) -> bool:
        return any(bar.level for bar in self.bars)


@dataclass(frozen=True)
class DescriptorPart:
    """Everything that the descriptor sections of a profile show."""

    releases: dict[str, Release]
    definition: str
    zone: str
    interests: list[Bar]
    interest_names: list[tuple[str, str]]
    ranked: list[Bars]
    education: list[Bar]
    education_note: str
    tasks: list[Task]
    more_tasks: list[Task]
    technologies: list[TechnologyGroup]
    more_technologies: list[TechnologyGroup]
    programs: list[Program]
    more_programs: list[Program]
    related: list[Member]
    related_releases: list[Release]
    parts: list[Occupation] = field(default_factory=list)

    @property
    def onet(self) -> Release | None:
        return self.releases.get("onet")

    @property
    def programs_release(self) -> Release | None:
        return self.releases.get("cip-soc")

    @property
    def used(self) -> list[Release]:
        """The releases that something on the page comes from."""
        shown = {
            "onet": self.zone
            or self.interests
            or self.ranked
            or self.tasks
            or self.technologies
            or self.related,
            "soc": self.definition,
            "cip-soc": self.programs,
        }
        own = [release for slug, release in self.releases.items() if shown.get(slug)]
        return [*own, *self.related_releases]


def descriptor_part(
    described: Descriptors, related_pay: Sequence[WageEstimate], related_projections: Sequence[Projection]
) -> DescriptorPart:
    """The part of the page, from what was found for the occupation."""
    ranked = (
        _bars("Skills", described.skills),
        _bars("Knowledge", described.knowledge),
        _bars("Work styles", described.work_styles),
    )
    return DescriptorPart(
        releases=described.releases,
        definition=described.definition.text if described.definition else "",
        zone=f"Job zone {described.job_zone.zone}: {ZONES[described.job_zone.zone]}"
        if described.job_zone
        else "",
        interests=[Bar(r.element.name, r.value, _width(r.value, 1, 7)) for r in described.interests],
        interest_names=[INTERESTS[letter] for letter in described.interest_code],
        ranked=[bars for bars in ranked if bars.bars],
        education=_education(described.education),
        education_note=_education_note(described.education),
        tasks=described.tasks[:TASKS_SHOWN],
        more_tasks=described.tasks[TASKS_SHOWN:],
        technologies=described.technologies[:GROUPS_SHOWN],
        more_technologies=described.technologies[GROUPS_SHOWN:],
        programs=described.programs[:PROGRAMS_SHOWN],
        more_programs=described.programs[PROGRAMS_SHOWN:],
        related=members(comparable(described.related), related_pay, related_projections),
        related_releases=_releases_of(related_pay, related_projections),
        parts=[p for p in described.parts if p.level == Occupation.Level.ONET or not described.is_described],
    )


def comparable(related: Sequence[RelatedOccupation]) -> list[Occupation]:
    """The closest occupations that have figures of their own: 8-digit ones are published with their SOC code."""
    own = (r.related for r in related if r.related.level != Occupation.Level.ONET)
    return list(islice(own, RELATED_SHOWN))


def _releases_of(pay: Sequence[WageEstimate], projections: Sequence[Projection]) -> list[Release]:
    """The releases that the figures beside the related occupations come from, each once."""
    return list(dict.fromkeys([*(e.release for e in pay), *(p.release for p in projections)]))


def _bars(title: str, rows: Sequence[Ranked]) -> Bars:
    if not rows:
        return Bars(title, [], "", 0)
    low, high = (-3, 3) if rows[0].rating.scale == "WI" else (1, 5)
    bars = [
        Bar(
            row.element.name,
            row.rating.value,
            _width(row.rating.value, low, high),
            row.level.value if row.level else None,
        )
        for row in rows[:BARS_SHOWN]
    ]
    return Bars(title, bars, SCALES[rows[0].rating.scale], len(rows))


def _education_note(shares: Sequence[EducationShare]) -> str:
    """Said where suppressed levels leave the rest short of the whole; rounding alone makes a few tenths."""
    left = _suppressed(shares)
    if not shares or left < 1:
        return ""
    rest = numbers.percent(left)
    if left > MOST_SUPPRESSED:
        return (
            f"O*NET asked which education is required, but recommends not to use the answers of {rest} of the people."
            " The most frequent level may be one of theirs, so the others are not shown."
        )
    return (
        f"The other {rest} named levels whose share O*NET recommends not to use; they are left out, not zero."
    )


def _suppressed(shares: Sequence[EducationShare]) -> Decimal:
    """What the shares that may be used leave of the whole, in percent."""
    return 100 - sum((share.percent for share in shares), Decimal(0))


def _width(value: Decimal, low: int, high: int) -> float:
    return round(float((value - low) / (high - low)) * BAR_WIDTH, 1)


def _education(shares: Sequence[EducationShare]) -> list[Bar]:
    """Levels that anybody named, each with its percent; none where too much is suppressed to see what is usual."""
    if _suppressed(shares) > MOST_SUPPRESSED:
        return []
    return [
        Bar(share.get_category_display(), share.percent, _width(share.percent, 0, 100))
        for share in shares
        if share.percent
    ]
