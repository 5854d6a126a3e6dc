"""What a reader can narrow the occupations by, and the values of each in an address. No database.

Values stay: an address is somebody's saved search. They are words ("bachelors", "much-faster"), codes of the field
("11-0000" for a major group, "R" for Realistic) or numbers (job zones), and several of one facet are alternatives.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from occupations.models import EntryEducation, GrowthWord, Training, WorkExperience
from web.words.numbers import PER

# The sources that facets and columns need, by what the catalog calls them.
PAY, OUTLOOK, DESCRIBED = "pay", "outlook", "described"


class Option(NamedTuple):
    """One value of a facet: as it stands in an address, in a list of choices, and inside a sentence."""

    value: str
    label: str
    said: str


@dataclass(frozen=True)
class Facet:
    """A facet of which some values are chosen.

    `said` is what stands before the chosen values in a sentence, and `unknown` is what the source doesn't give
    for an occupation without a value.
    """

    name: str
    heading: str
    needs: str
    said: str
    unknown: str
    options: Sequence[Option]
    hint: str = ""

    @property
    def values(self) -> list[str]:
        return [option.value for option in self.options]


EDUCATION_VALUES = {
    EntryEducation.DOCTORAL: ("doctoral", "a doctoral or professional degree"),
    EntryEducation.MASTERS: ("masters", "a master’s degree"),
    EntryEducation.BACHELORS: ("bachelors", "a bachelor’s degree"),
    EntryEducation.ASSOCIATES: ("associates", "an associate’s degree"),
    EntryEducation.POSTSECONDARY: ("postsecondary", "a postsecondary nondegree award"),
    EntryEducation.SOME_COLLEGE: ("some-college", "some college and no degree"),
    EntryEducation.HIGH_SCHOOL: ("high-school", "a high school diploma"),
    EntryEducation.NO_CREDENTIAL: ("none", "no formal credential"),
}
EXPERIENCE_VALUES = {
    WorkExperience.FIVE_YEARS: ("five-years", "5 years or more"),
    WorkExperience.LESS_THAN_FIVE: ("under-five", "less than 5 years"),
    WorkExperience.NONE: ("none", "none"),
}
TRAINING_VALUES = {
    Training.RESIDENCY: ("residency", "an internship or residency"),
    Training.APPRENTICESHIP: ("apprenticeship", "an apprenticeship"),
    Training.LONG: ("long", "long-term training on the job"),
    Training.MODERATE: ("moderate", "moderate-term training on the job"),
    Training.SHORT: ("short", "short-term training on the job"),
    Training.NONE: ("none", "no training on the job"),
}
# Beside BLS's words two plain ones, which also hold where a round's scale is not known or a percent falls between
# two words: the published percent is above or below zero.
GROWING, SHRINKING, NO_WORD = "growing", "shrinking", ""
GROWTH_VALUES = (
    Option(GROWING, "Growing at all", "growing"),
    Option(GrowthWord.MUCH_FASTER, "Much faster than average", "growing much faster than average"),
    Option(GrowthWord.FASTER, "Faster than average", "growing faster than average"),
    Option(GrowthWord.AVERAGE, "About as fast as average", "growing about as fast as average"),
    Option(GrowthWord.SLOWER, "Slower than average", "growing slower than average"),
    Option(GrowthWord.LITTLE, "Little or no change", "with little or no change"),
    Option(GrowthWord.DECLINE, "Decline", "in decline"),
    Option(SHRINKING, "Shrinking at all", "shrinking"),
)
ZONES = ("little or no", "some", "medium", "considerable", "extensive")
INTEREST_VALUES = (
    Option("R", "Realistic: practical, hands-on", "Realistic"),
    Option("I", "Investigative: ideas, research", "Investigative"),
    Option("A", "Artistic: forms, designs", "Artistic"),
    Option("S", "Social: helping, teaching", "Social"),
    Option("E", "Enterprising: leading, selling", "Enterprising"),
    Option("C", "Conventional: order, detail", "Conventional"),
)


def _options(labels: type, values: dict) -> list[Option]:
    return [Option(value, labels(code).label, said) for code, (value, said) in values.items()]


def facets(groups: Collection[Option]) -> dict[str, Facet]:
    """Every facet of which values are chosen, in the order of the page; `groups` are the major groups."""
    outlook = [
        Facet(
            "education", "Usual entry education", OUTLOOK, "usually entered with", "usual entry education",
            _options(EntryEducation, EDUCATION_VALUES),
        ),
        Facet("growth", "Growth", OUTLOOK, "", "growth word", GROWTH_VALUES),
        Facet("group", "Group", "", "in", "group", list(groups)),
        Facet(
            "experience", "Work experience", OUTLOOK, "with related work experience of", "usual work experience",
            _options(WorkExperience, EXPERIENCE_VALUES), "In a related occupation, before entry.",
        ),
        Facet(
            "training", "Training on the job", OUTLOOK, "learned with", "usual training",
            _options(Training, TRAINING_VALUES), "To become competent, after entry.",
        ),
    ]  # fmt: skip
    described = [
        Facet(
            "zone", "Job zone", DESCRIBED, "in job zone", "job zone",
            [Option(str(zone), f"{zone}: {needs} preparation", str(zone)) for zone, needs in enumerate(ZONES, 1)],
            "How much preparation O*NET says is needed.",
        ),
        Facet(
            "interest", "Strongest interest", DESCRIBED, "with a strongest interest that is", "interests",
            INTEREST_VALUES, "The first of the interests that O*NET finds in the work.",
        ),
    ]  # fmt: skip
    return {facet.name: facet for facet in (*outlook, *described)}


@dataclass(frozen=True)
class Range:
    """A facet with a lowest and sometimes a highest number.

    `steps` are round numbers offered as a lowest one, `after` what follows the number in a sentence.
    """

    name: str
    heading: str
    needs: str
    said: str
    after: str
    unknown: str
    steps: tuple[int, ...]
    has_highest: bool = True

    @property
    def fields(self) -> tuple[str, ...]:
        return (f"{self.name}_min", f"{self.name}_max") if self.has_highest else (f"{self.name}_min",)


PAY_STEPS = {"annual": (40_000, 60_000, 75_000, 100_000, 150_000), "hourly": (15, 20, 30, 40, 60)}


def ranges(basis: str) -> dict[str, Range]:
    """Every range; pay is on the basis that is read, "annual" or "hourly"."""
    found = (
        Range("pay", "Median pay", PAY, "with median pay of", f" {PER[basis]}", "median", PAY_STEPS[basis]),
        Range("jobs", "Jobs in the nation", OUTLOOK, "with", " jobs", "number of jobs",
              (10_000, 50_000, 100_000, 500_000)),
        Range("openings", "Openings a year", OUTLOOK, "with", " openings a year", "openings",
              (1_000, 10_000, 50_000), has_highest=False),
    )  # fmt: skip
    return {facet.name: facet for facet in found}


SEVERAL = ("group", "education", "experience", "training", "growth", "zone", "interest")
