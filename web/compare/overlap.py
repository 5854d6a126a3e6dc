"""Whether two estimates may differ by chance alone, as far as their published standard errors tell.

BLS publishes a relative standard error (RSE) of the mean wage and of the number of jobs, in percent of the
estimate, and none of percentiles. Each estimate ± 1.96 standard errors is a range that would hold the true
figure in about 95 of 100 such surveys. Where two ranges overlap, chance alone may explain the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from wages.estimates import Figure, Number
from web.words import numbers
from web.words.sentences import in_sentence, joined

STANDARD_ERRORS = Decimal("1.96")


class PayRange(NamedTuple):
    """The two ends, in the unit of the estimate."""

    low: Decimal
    high: Decimal


def range_of(estimate: Figure, rse: Figure) -> PayRange | None:
    """The range around an estimate; None where it or its error isn't published as a number."""
    if estimate.value is None or rse.value is None:
        return None
    value = Decimal(estimate.value)
    half = STANDARD_ERRORS * Decimal(rse.value) / 100 * value
    return PayRange(value - half, value + half)


def overlap(first: PayRange | None, second: PayRange | None) -> bool | None:
    """Whether the ranges have a figure in common; None where one of them isn't known."""
    if first is None or second is None:
        return None
    return first.low <= second.high and second.low <= first.high


class Mean(NamedTuple):
    """The mean wage of an occupation with its error, under the occupation's title."""

    title: str
    mean: Figure
    rse: Figure


WHAT_IT_IS = (
    "We compute the ranges: the mean plus and minus 1.96 times its published standard error. Such a range would hold"
    " the"
    " true mean in about 95 of 100 such surveys. Where two ranges overlap, chance alone may explain the"
    " difference, but it doesn’t have to."
)
PERCENTILES = (
    "BLS publishes no error for medians or other percentiles, so these figures can’t show whether a small difference"
    " between two medians is real."
)
OF_JOBS = WHAT_IT_IS.replace("the mean plus", "the number of jobs plus").replace(
    "the true mean", "the true number"
)
OF_SHARES = "No error is published for a share, so small differences between shares may be chance."
MARK = "may be chance"


def means_in_words(means: Sequence[Mean], basis: str) -> list[str]:
    """What can be said of each pair of means: which may differ by chance alone, and which can't be judged."""
    ranges = {mean.title: range_of(mean.mean, mean.rse) for mean in means}
    known = [mean for mean in means if ranges[mean.title] is not None]
    said = [
        f"The mean pay of {in_sentence(a.title)} ({_shown(a.mean.value, basis)}) and of {in_sentence(b.title)}"
        f" ({_shown(b.mean.value, basis)}) may differ only by chance: the ranges"
        " around them overlap."
        for a, b in combinations(known, 2)
        if overlap(ranges[a.title], ranges[b.title])
    ]
    if len(known) > 1 and not said:
        said.append(
            "The ranges around these means don’t overlap, so chance alone hardly explains the differences."
        )
    without = [in_sentence(mean.title) for mean in means if ranges[mean.title] is None]
    if without and known:
        said.append(
            f"BLS publishes no mean with a standard error for {joined(without)}, so we can’t check whether chance"
            " explains"
            " the difference."
        )
    return [*said, WHAT_IT_IS] if len(known) > 1 else said


def _shown(value: Number | None, basis: str) -> str:
    assert value is not None
    return numbers.money(value, basis)
