"""What O*NET, SOC and CIP say, as ranked bars and lists with their scales explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from occupations import release_parts as part
from occupations.descriptors import Descriptors, Ranked, TechnologyGroup, domain_source
from occupations.models import (
    EducationShare,
    JobZone,
    Occupation,
    Program,
    Projection,
    RelatedOccupation,
    Release,
    Task,
)
from wages.models import WageEstimate
from web.occupations.listed import Folded
from web.occupations.members import Member, members
from web.words import numbers
from web.words.interests import INTERESTS
from web.words.numbers import published
from web.words.origins import origin_sentence
from web.words.sentences import joined

FIRST, RELATED_SHOWN = 5, 10  # of a long list; of the related occupations altogether
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
TOGETHER = {(1, 2): "very little to some preparation"}
SCALES = {
    "IM": "Importance runs from 1 (not important) to 5 (extremely important)",
    "WI": "Impact runs from −3 (hinders much) to 3 (helps much)",
    "DR": "Ranked by what sets this work apart, 1 first; styles without a rank are left out",
}
ENDS = {"IM": (1, 5), "WI": (-3, 3)}


# What O*NET calls the origin of its ratings, in words.
@dataclass(frozen=True)
class Bar:
    """A rated element as a bar: `width` is of `BAR_WIDTH` units, `rating` and `level_rating` as published.

    `rank` is its place among what sets the occupation apart, 1 first; None for no place.
    """

    name: str
    rating: Decimal
    width: float
    level_rating: Decimal | None = None
    rank: int | None = None

    @property
    def value(self) -> str:
        return numbers.number(self.rating, 1)

    @property
    def level(self) -> str:
        return "" if self.level_rating is None else numbers.number(self.level_rating, 1)


@dataclass(frozen=True)
class Bars:
    """The elements of one kind, the highest-rated first, with their scale and their origin in words, and where they
    are from.

    `domain_source` is the origin as O*NET writes it; `ranks` says that the elements are ranked and have no rating.
    """

    title: str
    bars: Folded[Bar]
    scale: str
    release: Release | None = None
    domain_source: str = ""
    ranks: bool = False

    @property
    def slug(self) -> str:
        """What the table is called in an address and in its file's name."""
        return "skills" if self.title.endswith("skills") else self.title.lower().replace(" ", "-")

    @property
    def origin(self) -> str:
        return origin_sentence(self.domain_source)

    @property
    def has_ranks(self) -> bool:
        """Whether there is a rank beside the rating."""
        return not self.ranks and any(bar.rank is not None for bar in self.bars.all)

    @property
    def has_levels(self) -> bool:
        return any(bar.level for bar in self.bars.all)


@dataclass(frozen=True)
class DescriptorPart:
    """Everything that the descriptor sections of a profile show."""

    releases: dict[str, Release]
    onet: part.ByPart
    definition: str
    zone: str
    interests: Folded[Bar]
    interests_source: str
    interest_names: list[tuple[str, str]]
    ranked: list[Bars]
    education: list[Bar]
    education_note: str
    tasks: Folded[Task]
    technologies: Folded[TechnologyGroup]
    programs: Folded[Program]
    related: Folded[Member]
    related_releases: list[Release]
    parts: list[Occupation] = field(default_factory=list)
    later: str = ""

    @property
    def zone_release(self) -> Release | None:
        return self.onet.of(part.JOB_ZONES)

    @property
    def interests_release(self) -> Release | None:
        return self.onet.of(part.INTERESTS)

    @property
    def interests_origin(self) -> str:
        return origin_sentence(self.interests_source)

    @property
    def education_release(self) -> Release | None:
        return self.onet.of(part.EDUCATION)

    @property
    def tasks_release(self) -> Release | None:
        return self.onet.of(part.TASKS)

    @property
    def technologies_release(self) -> Release | None:
        return self.onet.of(part.TECHNOLOGIES)

    @property
    def related_release(self) -> Release | None:
        return self.onet.of(part.RELATED)

    @property
    def programs_release(self) -> Release | None:
        return self.releases.get("cip-soc")

    @property
    def used(self) -> list[Release]:
        """The releases that something on the page comes from."""
        shown = (
            *((bars.release, bars.bars) for bars in self.ranked),
            (self.zone_release, self.zone),
            (self.interests_release, self.interests),
            (self.education_release, self.education or self.education_note),
            (self.tasks_release, self.tasks),
            (self.technologies_release, self.technologies),
            (self.related_release, self.related),
            (self.releases.get("soc"), self.definition),
            (self.programs_release, self.programs),
        )
        own = {release for release, content in shown if content}
        ordered = dict.fromkeys((*self.onet.all(), *self.releases.values()))
        return [*(release for release in ordered if release in own), *self.related_releases]


def descriptor_part(
    described: Descriptors, related_pay: Sequence[WageEstimate], related_projections: Sequence[Projection]
) -> DescriptorPart:
    """The part of the page, from what was found for the occupation."""
    onet = described.onet
    ranked = (
        _bars(skills_title(described.skills), described.skills, onet.of(part.SKILLS)),
        _bars("Knowledge", described.knowledge, onet.of(part.KNOWLEDGE)),
        _bars("Work styles", described.work_styles, onet.of(part.WORK_STYLES)),
    )
    return DescriptorPart(
        releases=described.releases,
        onet=onet,
        definition=described.definition.text if described.definition else "",
        zone=zone_sentence(described.job_zone),
        interests=Folded([Bar(r.element.name, r.value, _width(r.value, 1, 7)) for r in described.interests]),
        interests_source=domain_source(described.interests),
        interest_names=[INTERESTS[letter] for letter in described.interest_code],
        ranked=[bars for bars in ranked if bars.bars],
        education=_education(described.education),
        education_note=_education_note(described.education),
        tasks=Folded(described.tasks, FIRST),
        technologies=Folded(described.technologies, FIRST),
        programs=Folded(described.programs, FIRST),
        related=Folded(members(comparable(described.related), related_pay, related_projections), FIRST),
        related_releases=_releases_of(related_pay, related_projections),
        parts=[p for p in described.parts if p.level == Occupation.Level.ONET or not described.is_described],
        later=later_parts(onet.later),
    )


PARTS_IN_WORDS = {
    part.TASKS: "tasks", part.JOB_ZONES: "job zones", part.EDUCATION: "education that the work requires",
    part.SKILLS: "skills", part.KNOWLEDGE: "knowledge", part.WORK_STYLES: "work styles", part.INTERESTS: "interests",
    part.TECHNOLOGIES: "technologies", part.RELATED: "similar occupations",
}  # fmt: skip


def later_parts(later: Mapping[str, Release]) -> str:
    """Which parts of O*NET aren't shown as of a day, because they are here only from a later release; "" for none."""
    known = [(words, later[name]) for name, words in PARTS_IN_WORDS.items() if name in later]
    said = []
    for release in dict.fromkeys(release for _, release in known):
        names = joined([words for words, of in known if of == release])
        said.append(
            f"Left out as of this day: O*NET’s {names}, which this site has only from O*NET {release.label},"
            f" published {published(release)}."
        )
    return " ".join(said)


def comparable(related: Sequence[RelatedOccupation]) -> list[Occupation]:
    """The closest occupations that have figures of their own: 8-digit ones are published with their SOC code."""
    own = (r.related for r in related if r.related.level != Occupation.Level.ONET)
    return list(islice(own, RELATED_SHOWN))


def _releases_of(pay: Sequence[WageEstimate], projections: Sequence[Projection]) -> list[Release]:
    """The releases that the figures beside the related occupations come from, each once."""
    return list(dict.fromkeys([*(e.release for e in pay), *(p.release for p in projections)]))


def zone_sentence(zone: JobZone | None) -> str:
    """ "Job zone 4: considerable preparation"; "" for none."""
    if zone is None:
        return ""
    preparation = ZONES[zone.zone] if zone.lowest is None else TOGETHER.get((zone.lowest, zone.zone), "")
    return f"Job zone {zone.name}: {preparation}" if preparation else f"Job zone {zone.name}"


def skills_title(rows: Sequence[Ranked]) -> str:
    """ "Skills", or the name of the half that there is alone."""
    halves = {row.element.code[:3] for row in rows}
    return {"2.A": "Essential skills", "2.B": "Transferable skills"}.get("".join(halves), "Skills")


def _bars(title: str, rows: Sequence[Ranked], release: Release | None) -> Bars:
    if not rows:
        return Bars(title, Folded(), "")
    scale = rows[0].rating.scale
    bars = [
        Bar(
            row.element.name,
            row.rating.value,
            _width(row.rating.value, *ENDS[scale]) if scale in ENDS else 0,
            row.level.value if row.level else None,
            int(row.distinct.value) if row.distinct else None,
        )
        for row in rows
    ]
    source = domain_source(row.rating for row in rows)
    return Bars(title, Folded(bars, FIRST), SCALES[scale], release, source, ranks=scale not in ENDS)


def _education_note(shares: Sequence[EducationShare]) -> str:
    """Said where suppressed levels leave the rest short of the whole; rounding alone makes a few tenths."""
    left = _suppressed(shares)
    if not shares or left < 1:
        return ""
    rest = numbers.percent(left)
    if left > MOST_SUPPRESSED:
        return (
            f"O*NET asked what education the job requires, but recommends not to use {rest} of the answers."
            " The most common level may be among those answers, so we don’t show the rest."
        )
    return f"The other {rest} named levels whose shares O*NET recommends not to use. They are left out, not zero."


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
