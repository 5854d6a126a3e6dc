"""The words for percent change in employment, round by round. Knows nothing of Django.

The Occupational Outlook Handbook words each profile's percent change by a scale that it publishes with the
round and changes with every round, because "average" is the growth of all occupations together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

# Values of occupations.models.GrowthWord, from the least to the most; a test holds them together.
WORDS = ("decline", "little", "slower", "average", "faster", "much-faster")


@dataclass(frozen=True)
class Scale:
    """The lowest whole percent of each word but the first: of "little", "slower", "average" and so on."""

    starts: tuple[int, int, int, int, int]
    source: str

    def word_of(self, whole_percent: int) -> str:
        return WORDS[bisect_right(self.starts, whole_percent)]


# Only scales that the publisher states are here; a round without one gets no word from us.
SCALES = {
    "2024–34": Scale(
        (0, 1, 3, 5, 7), "https://www.bls.gov/ooh/about/occupational-information-included-in-the-ooh.htm"
    )
}


def growth_word(round_label: str, percent_change: Decimal | None) -> tuple[str, str]:
    """The word for a published percent and its basis, as occupations.models.GrowthWordBasis has it.

    The Handbook rounds to whole percents from figures that it doesn't print, so a percent that ends in .5
    can go either way: where the two sides have different words the answer is ("", "between"). Without a
    scale for the round, or without a percent, it is ("", "unknown").
    """
    scale = SCALES.get(round_label)
    if scale is None or percent_change is None:
        return "", "unknown"
    below = int(percent_change.to_integral_value(ROUND_FLOOR))
    fraction = percent_change - below
    if fraction == Decimal("0.5"):
        lower, upper = scale.word_of(below), scale.word_of(below + 1)
        return (lower, "derived") if lower == upper else ("", "between")
    return scale.word_of(below if fraction < Decimal("0.5") else below + 1), "derived"
