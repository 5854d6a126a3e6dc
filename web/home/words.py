"""The home page in words: the ways into the finder, the strip of facts, and what the table of groups shows."""

from __future__ import annotations

from occupations.models import GrowthWord, Release
from wages.estimates import Figure, Number
from web.home.queries import FASTEST, LARGEST, OPENINGS
from web.words import numbers
from web.words.interests import INTERESTS
from web.words.notes import DOTTED
from web.words.sentences import plural

# Questions as people type them, each with an answer.
EXAMPLES = (
    "nurse salary in Ohio",
    "how do I become an electrician",
    "welder vs plumber",
    "jobs without a degree in Texas",
    "marine biologist",
)
# O*NET's interests by their letters, as a person would say what they like to do.
INTERESTS_AS_LIKED = {
    "R": ("Build, fix and grow", "Hands-on work with tools, machines, plants or animals"),
    "I": ("Figure things out", "Research, science and hard problems"),
    "A": ("Create and design", "Art, writing, music and performing"),
    "S": ("Help and teach", "Caring for people, or showing them how"),
    "E": ("Lead and persuade", "Running things, selling and deciding"),
    "C": ("Organize and check", "Records, numbers and clear procedures"),
}
FAST_WORDS = {
    GrowthWord.MUCH_FASTER: "growing much faster than average",
    "up-10": "growing 10 percent or more",
}


def without_degree(count: int, median: Number, pay: Release) -> str:
    """What is found without a degree; `median` is that of all occupations."""
    found, amount = plural(count, "occupation", "occupations"), numbers.money_annual(median)
    return f"{found} that pay {amount} or more, the median of all, {pay.label}"


def fast(count: int, value: str, label: str) -> str:
    """What is found among those growing fast; `value` is the finder's, `label` the round's."""
    return f"{plural(count, 'occupation', 'occupations')} {FAST_WORDS.get(value, 'growing')}, {label}"


def most_openings(label: str) -> str:
    return f"Jobs to fill each year, {label}: new jobs, and jobs that people leave"


def highest_pay(pay: Release) -> str:
    return f"Every occupation by median pay, {pay.label}"


def interest_tag(letter: str, count: int) -> str:
    """How many occupations have the interest as their strongest, and its name at O*NET."""
    return f"{plural(count, 'occupation', 'occupations')} · {INTERESTS[letter][0]}"


def lede(count: int) -> str:
    """What the site has; `count` is of occupations, 0 where nothing is loaded."""
    occupations = f"{plural(count, 'U.S. occupation', 'U.S. occupations')}" if count else "U.S. occupations"
    return f"Official figures for {occupations}, each with its source and period."


def caption(pay: Release | None, outlook: Release | None, reference: Figure) -> str:
    """What the table of groups shows, and of when; `reference` is the annual median of all occupations."""
    parts = []
    if pay is not None:
        parts.append(f"Annual wages of people on payrolls, {pay.label}.")
    if outlook is not None:
        parts.append(f"Jobs and projected growth, {outlook.label}, including the self-employed.")
    if reference.value is not None:
        amount = numbers.money_annual(reference.value)
        parts.append(f"{DOTTED} the median of all occupations, {amount}.")
    return " ".join(parts)


def fact_labels(outlook: Release | None) -> dict[str, str]:
    """What each leader leads in, with its period, by the measure of the projections; none without them."""
    if outlook is None:
        return {}
    return {
        LARGEST: f"Most jobs, {outlook.label.partition('–')[0]}",
        FASTEST: f"Fastest growing, {outlook.label}",
        OPENINGS: f"Most openings a year, {outlook.label}",
    }
