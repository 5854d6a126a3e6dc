"""What the page about the method states: from the same words and limits that the other pages use."""

from __future__ import annotations

from occupations.models import GrowthWord, MissingReason
from web.tables.cells import RELIABILITY
from web.words import numbers

_MEANINGS = {
    MissingReason.OTHER_BASIS: (
        "BLS publishes the occupation’s pay only by the hour (actors, for example) or only by the year (teachers). We"
        " never"
        " convert one into the other, because these workers aren’t paid for 2,080 hours a year."
    ),
    MissingReason.TOP_CODED: (
        "BLS doesn’t publish an exact figure this high. We show the amount where BLS stops, or a lower percentile from"
        " the"
        " same row if that is higher. In a sorted table it comes right after an equal figure. It is never averaged, and"
        " in a chart the range continues as an arrow."
    ),
    MissingReason.NOT_RELEASED: (
        "BLS made an estimate but didn’t release it, to protect what an employer reported or because the estimate"
        " wasn’t"
        " good enough."
    ),
    MissingReason.BELOW_THRESHOLD: "Too few employers report the occupation to give its share.",
    MissingReason.NOT_STATED: "Entered by hand, from a source that doesn’t give this figure.",
}
# What is shown in the place of a figure, and what it means.
MISSING_FIGURES = [
    (numbers.missing_in_words(reason, floor=numbers.money_annual(239_200)), meaning)
    for reason, meaning in _MEANINGS.items()
]
MISSING_FIGURES.append(
    (numbers.NO_SUCH_CELL, "The source has no estimate at all for this occupation in this industry or place.")
)

# The scale of the 2024–34 round, in which all occupations together grow 3.1 percent.
GROWTH_WORDS = [
    (GrowthWord.DECLINE.label, "falls by 1 percent or more"),
    (GrowthWord.LITTLE.label, "0 percent"),
    (GrowthWord.SLOWER.label, "grows 1 or 2 percent"),
    (GrowthWord.AVERAGE.label, "grows 3 or 4 percent"),
    (GrowthWord.FASTER.label, "grows 5 or 6 percent"),
    (GrowthWord.MUCH_FASTER.label, "grows 7 percent or more"),
]


def _reliability() -> list[tuple[str, str]]:
    words, below = [], 0
    for limit, word in RELIABILITY:
        last = limit == RELIABILITY[-1][0]
        words.append((word, f"{below} percent or more" if last else f"{below} to under {limit} percent"))
        below = limit
    return words


RELIABILITY_WORDS = _reliability()
