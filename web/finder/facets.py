"""What a reader can narrow the occupations by, and the form that checks an address for it. No database.

From a facet in an address to the count beside its value: `facets.py` names the values and checks those of the address,
`queries.py` reads which of them hold for each occupation, `counts.py` narrows and counts, `facet_options.py` sets each
value beside its count, and `page.py` calls them in this order.

Values stay: an address is somebody's saved search. They are words ("bachelors", "much-faster"), codes of the field
("11-0000" for a major group, "R" for Realistic) or numbers (job zones), and several of one facet are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import IntegerChoices
from django.http import QueryDict

from occupations.models import EntryEducation, GrowthWord, Training, WorkExperience
from occupations.search_text import LONGEST_TEXT, words_in
from web.http.parameters import read_form
from web.words.numbers import PER

# The sources that facets and columns need, by what the catalog calls them.
PAY, OUTLOOK, DESCRIBED = "pay", "outlook", "described"
# Conditions that are no facets: what an industry publishes, and whether "all other" occupations are left out.
INDUSTRY = "industry"


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
    # Values that are shown only where they are chosen.
    hidden: frozenset[str] = frozenset()

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
GROWING, SHRINKING, UNCHANGED, NO_WORD = "growing", "shrinking", "unchanged", ""
GROWTH_VALUES = (
    Option(GROWING, "Any growth", "growing"),
    Option(GrowthWord.MUCH_FASTER, "Much faster than average", "growing much faster than average"),
    Option(GrowthWord.FASTER, "Faster than average", "growing faster than average"),
    Option(GrowthWord.AVERAGE, "About as fast as average", "growing about as fast as average"),
    Option(GrowthWord.SLOWER, "Slower than average", "growing slower than average"),
    Option(GrowthWord.LITTLE, "Little or no change", "with little or no change"),
    Option(GrowthWord.DECLINE, "Decline", "in decline"),
    Option(SHRINKING, "Any decline", "shrinking"),
)
# Where the round's words are not known, bands of the published percent: each from its lowest percent on.
BANDS = (
    (Decimal(10), Option("up-10", "Growing 10 percent or more", "growing 10 percent or more")),
    (Decimal(5), Option("up-5", "Growing 5 to 9.9 percent", "growing 5 to 9.9 percent")),
    (Decimal("0.1"), Option("up-0", "Growing 0.1 to 4.9 percent", "growing 0.1 to 4.9 percent")),
    (Decimal(0), Option(UNCHANGED, "No change", "with no change")),
    (Decimal("-4.9"), Option("down-0", "Shrinking 0.1 to 4.9 percent", "shrinking 0.1 to 4.9 percent")),
    (Decimal("-Infinity"), Option("down-5", "Shrinking 5 percent or more", "shrinking 5 percent or more")),
)
BAND_OPTIONS = tuple(option for _, option in BANDS)
# What a percent alone tells.
OF_PERCENT = frozenset([GROWING, SHRINKING, *(option.value for option in BAND_OPTIONS)])
ZONES = ("little or no", "some", "medium", "considerable", "extensive")
# From 30.3 on O*NET has one zone for the first two. Only values that a release has are offered.
ZONE_VALUES = (
    Option("1-2", "1–2: very little to some preparation", "1–2"),
    *(Option(str(zone), f"{zone}: {needs} preparation", str(zone)) for zone, needs in enumerate(ZONES, 1)),
)
INTEREST_VALUES = (
    Option("R", "Realistic: practical, hands-on", "Realistic"),
    Option("I", "Investigative: ideas, research", "Investigative"),
    Option("A", "Artistic: design, creating", "Artistic"),
    Option("S", "Social: helping, teaching", "Social"),
    Option("E", "Enterprising: leading, selling", "Enterprising"),
    Option("C", "Conventional: order, detail", "Conventional"),
)


def _options(labels: type[IntegerChoices], values: Mapping[Any, tuple[str, str]]) -> list[Option]:
    return [Option(value, str(labels(code).label), said) for code, (value, said) in values.items()]


def facets(
    groups: Collection[Option], *, has_words: bool = True, zone_hint: str = "", interest_hint: str = ""
) -> dict[str, Facet]:
    """Every facet of which values are chosen, in the order of the page; `groups` are the major groups. Growth is
    offered in BLS's words where the round's scale is known, else in bands of percent. The hints say which release of
    O*NET the last two are from.
    """
    bands = frozenset(option.value for option in BAND_OPTIONS)
    outlook = [
        Facet(
            "education", "Usual entry education", OUTLOOK, "usually entered with", "usual entry education",
            _options(EntryEducation, EDUCATION_VALUES),
        ),
        Facet(
            "growth", "Growth", OUTLOOK, "", "growth word", (*GROWTH_VALUES, *BAND_OPTIONS),
            hidden=bands if has_words else frozenset(GrowthWord.values),
        ),
        Facet("group", "Group", "", "in", "group", list(groups)),
        Facet(
            "experience", "Work experience", OUTLOOK, "with related work experience of", "usual work experience",
            _options(WorkExperience, EXPERIENCE_VALUES), "In a related occupation, before starting.",
        ),
        Facet(
            "training", "Training on the job", OUTLOOK, "learned with", "usual training",
            _options(Training, TRAINING_VALUES), "Needed after starting, to do the job well.",
        ),
    ]  # fmt: skip
    described = [
        Facet(
            "zone", "Job zone", DESCRIBED, "in job zone", "job zone",
            ZONE_VALUES, zone_hint,
        ),
        Facet(
            "interest", "Strongest interest", DESCRIBED, "with a strongest interest that is", "interests",
            INTEREST_VALUES, interest_hint,
        ),
    ]  # fmt: skip
    return {facet.name: facet for facet in (*outlook, *described)}


def as_numbered(zones: Sequence[str], *, has_one_for_two: bool) -> list[str]:
    """Job zones of an address as a release numbers them: from 30.3 on O*NET has one zone, "1-2", for its first two."""
    meant = {"1": ["1-2"], "2": ["1-2"]} if has_one_for_two else {"1-2": ["1", "2"]}
    return list(dict.fromkeys(own for zone in zones for own in meant.get(zone, [zone])))


@dataclass(frozen=True)
class RangeFacet:
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


def ranges(basis: str) -> dict[str, RangeFacet]:
    """Every range; pay is on the basis that is read, "annual" or "hourly"."""
    every = (
        RangeFacet("pay", "Median pay", PAY, "with median pay of", f" {PER[basis]}", "median", PAY_STEPS[basis]),
        RangeFacet("jobs", "Jobs in the nation", OUTLOOK, "with", " jobs", "number of jobs",
                   (10_000, 50_000, 100_000, 500_000)),
        RangeFacet("openings", "Openings a year", OUTLOOK, "with", " openings a year", "openings",
                   (1_000, 10_000, 50_000), has_highest=False),
    )  # fmt: skip
    return {facet.name: facet for facet in every}


SEVERAL = ("group", "education", "experience", "training", "growth", "zone", "interest")
PAY_EXAMPLES = {
    "annual": "dollars a year, such as 60,000",
    "hourly": "dollars an hour, such as 28.50",
}
COUNT_EXAMPLE = "a whole number, such as 10,000"


class Limits(NamedTuple):
    """The lowest and the highest number asked for in a range; None where there is no such limit."""

    lowest: Decimal | None = None
    highest: Decimal | None = None


@dataclass(frozen=True)
class Narrowing:
    """What an address narrows the occupations by, checked: the text searched for, the values chosen of each facet and
    the limits of each range, of those alone that narrow anything."""

    text: str = ""
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    limits: Mapping[str, Limits] = field(default_factory=dict)

    def limits_of(self, name: str) -> Limits:
        return self.limits.get(name, Limits())


def read_narrowing(
    data: QueryDict, facets: Mapping[str, Facet], ranges: Mapping[str, RangeFacet], basis: str
) -> tuple[Narrowing, list[str]]:
    """What the address narrows by, and a notice for each parameter that can't be used; the others stay in force."""
    given, notices = read_form(NarrowingForm(data, facets, ranges, basis))
    limits = {name: Limits(*(given.get(end) for end in each.fields)) for name, each in ranges.items()}
    narrowing = Narrowing(
        text=given.get("q", ""),
        values={name: given[name] for name in facets if given.get(name)},
        limits={name: each for name, each in limits.items() if each != Limits()},
    )
    return narrowing, notices


def no_letters(text: str) -> None:
    """Refuses a text in which there is nothing to look for."""
    if "\x00" in text or not words_in(text):
        raise ValidationError("a search needs letters or digits.")


class AmountField(forms.Field):
    """A number as people write it, with at most so many `decimals`: "60000", "60,000", "$60,000", "$28.50"."""

    widget = forms.TextInput

    def __init__(self, *, example: str, decimals: int, **options: Any) -> None:
        super().__init__(**options)
        self.example, self.decimals = example, decimals

    def to_python(self, value: str | None) -> Decimal | None:
        plain = re.sub(r"[$,\s]", "", value or "")
        if not plain:
            return None
        cents = rf"(\.\d{{1,{self.decimals}}})?" if self.decimals else ""
        if not re.fullmatch(rf"\d{{1,8}}{cents}", plain, re.ASCII):
            raise ValidationError(f"enter {self.example}.", code="invalid")
        return Decimal(plain)


class NarrowingForm(forms.Form):
    """Checks the text, the values and the limits of an address. What is wrong is left out of `cleaned_data`, both
    limits of a range where they contradict each other."""

    q = forms.CharField(
        required=False, max_length=LONGEST_TEXT, validators=[no_letters],
        error_messages={"max_length": f"a search has at most {LONGEST_TEXT} letters."},
    )  # fmt: skip

    def __init__(
        self, data: QueryDict, facets: Mapping[str, Facet], ranges: Mapping[str, RangeFacet], basis: str
    ) -> None:
        super().__init__(data)
        for facet in facets.values():
            values = [(option.value, option.label) for option in facet.options]
            self.fields[facet.name] = forms.MultipleChoiceField(required=False, choices=values)
        for each in ranges.values():
            example, decimals = (PAY_EXAMPLES[basis], 2) if each.name == "pay" else (COUNT_EXAMPLE, 0)
            for name in each.fields:
                self.fields[name] = AmountField(required=False, example=example, decimals=decimals)

    def clean(self) -> None:
        for name, what in (("pay", "pay"), ("jobs", "number of jobs")):
            ends = (f"{name}_min", f"{name}_max")
            lowest, highest = (self.cleaned_data.get(end) for end in ends)
            if lowest is not None and highest is not None and lowest > highest:
                self.add_error(None, f"We ignored the {what}: the lowest is above the highest.")
                for end in ends:
                    del self.cleaned_data[end]
