"""Where an amount of pay sits among the published percentiles: between which two, and never more exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from occupations.models import MissingReason
from wages.estimates import Figure, Number
from web.words import numbers
from web.words.numbers import OTHER_BASIS, PER, money
from web.words.sentences import joined, sentence

NAMES = (
    "the 10th percentile",
    "the 25th percentile",
    "the median",
    "the 75th percentile",
    "the 90th percentile",
)
BELOW = (10, 25, 50, 75, 90)  # percent of the jobs that pay less than each
LARGEST = Decimal(10_000_000)
# Beyond these an amount is more likely on the other basis: a year's pay under this, an hour's from this on.
ODD_YEAR, ODD_HOUR = Decimal(1_000), Decimal(1_000)
LETTERS = {"annual": "by the year", "hourly": "by the hour"}


@dataclass(frozen=True)
class Standing:
    """The amount as it was understood, the sentence that places it, and what goes with it; "" for nothing.

    `meaning` says what the place means, `missing` which percentiles are not published, and `hint` asks whether
    the other basis was meant.
    """

    amount: Decimal
    basis: str
    sentence: str
    meaning: str = ""
    missing: str = ""
    hint: str = ""


def read_amount(text: str) -> Decimal | None:
    """An amount of dollars as people write it ("$62,500", "62.5k", "29.75"); None if it isn't one."""
    plain = re.sub(r"[$,\s]", "", text)
    thousands = plain[-1:] in ("k", "K")
    try:
        amount = Decimal(plain[:-1] if thousands else plain) * (1000 if thousands else 1)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < LARGEST else None


def standing(amount: Decimal, percentiles: tuple[Figure, ...], basis: str) -> Standing:
    """Between which published percentiles the amount lies.

    A top-coded percentile is known to be its floor or more: an amount under the floor lies below it, and of
    one above the floor nobody can say on which side it lies. The floor itself lies at or below it. A year's pay is
    taken to the dollar and an hour's to the cent, as the percentiles are published.
    """
    amount = numbers.rounded(amount, 2 if basis == "hourly" else 0)
    shown = money(amount, basis)
    known = [(n, f.value) for n, f in enumerate(percentiles) if f.value is not None]
    capped = next(
        ((n, f.floor) for n, f in enumerate(percentiles) if f.is_top_coded and f.floor is not None), None
    )
    if not known and capped is None:
        return Standing(
            amount, basis, _nothing_published(shown, percentiles, basis), hint=_hint(amount, basis)
        )
    least_below: int | None
    least_above: int | None
    may_equal = False
    equal = [n for n, value in known if value == amount]
    below = [n for n, value in known if value < amount]
    above = [n for n, value in known if value > amount]
    if equal:
        said, least_below, least_above = (
            f"{shown} is {joined([NAMES[n] for n in equal])}.",
            equal[-1],
            equal[0],
        )
    elif above:
        said = _between(shown, below[-1] if below else None, above[0], basis, percentiles)
        least_below, least_above = (below[-1] if below else None), above[0]
    elif capped is not None and amount == capped[1]:
        said = _at_the_floor(shown, below[-1] if below else None, capped[0])
        least_below, least_above, may_equal = (below[-1] if below else None), capped[0], True
    elif capped is not None and amount < capped[1]:
        said = _between(shown, below[-1] if below else None, capped[0], basis, percentiles)
        least_below, least_above = (below[-1] if below else None), capped[0]
    else:
        said = _beyond(shown, below, capped, basis, _given(percentiles))
        least_below, least_above = (below[-1] if below else None), None
    return Standing(
        amount,
        basis,
        said,
        meaning=_meaning(least_below, least_above, may_equal=may_equal),
        missing=_missing(percentiles),
        hint=_hint(amount, basis),
    )


def _between(shown: str, low: int | None, high: int, basis: str, percentiles: tuple[Figure, ...]) -> str:
    upper = numbers.wage(percentiles[high], basis)
    if low is None:
        lowest = "" if high == 0 else f", the lowest percentile {_given(percentiles)}"
        return f"{shown} is below {NAMES[high]}{lowest}. {sentence(NAMES[high])} is {upper}."
    lower = numbers.wage(percentiles[low], basis)
    return f"{shown} is between {NAMES[low]} ({lower}) and {NAMES[high]} ({upper})."


def _at_the_floor(shown: str, low: int | None, high: int) -> str:
    """Just where a top-coded percentile begins, which is this or more."""
    over = f" above {NAMES[low]} and" if low is not None else ""
    return f"{shown} is{over} at or below {NAMES[high]}, which is {shown} or more."


def _beyond(shown: str, below: list[int], capped: tuple[int, Number] | None, basis: str, given: str) -> str:
    """Above everything that is published exactly."""
    if capped is None:
        highest = "" if below[-1] == len(NAMES) - 1 else f", the highest percentile {given}"
        return f"{shown} is above {NAMES[below[-1]]}{highest}."
    place, floor = capped
    over = f" and above {NAMES[below[-1]]}" if below else ""
    return (
        f"{shown} is above {money(floor, basis)}{over}. BLS publishes no exact figure that high: {NAMES[place]} is"
        " that much or more, so nobody can say which side of it this amount is on."
    )


def _meaning(low: int | None, high: int | None, *, may_equal: bool = False) -> str:
    """What the place says of others, by what percentiles are."""
    parts = []
    if low is not None:
        parts.append(f"at least {BELOW[low]} percent earn less")
    if high is not None:
        more = "this or more" if may_equal else "more"
        parts.append(f"at least {100 - BELOW[high]} percent earn {more}")
    if low is not None and high is not None and low > high:  # it is several percentiles at once
        parts = [
            f"at least {BELOW[low]} percent earn this or less",
            f"at least {100 - BELOW[high]} percent this or more",
        ]
    if low is not None and low == high:
        parts = [f"about {BELOW[low]} percent earn less", f"about {100 - BELOW[low]} percent more"]
    return f"Of people on payrolls, {joined(parts)}." if parts else ""


WHY = {
    MissingReason.NOT_RELEASED: "not released by BLS",
    MissingReason.NOT_STATED: "not stated by this source",
}


def _given(percentiles: tuple[Figure, ...]) -> str:
    """What the percentiles at hand are: a release that was entered by hand states only some of the published."""
    by_hand = any(f.reason == MissingReason.NOT_STATED for f in percentiles)
    return "stated by this source" if by_hand else "published"


def _missing(percentiles: tuple[Figure, ...]) -> str:
    """Which percentiles could not be used, for want of a figure, and why."""
    names: dict[str, list[str]] = {}
    for name, fig in zip(NAMES, percentiles, strict=True):
        if fig.value is None and not fig.is_top_coded:
            why = WHY.get(fig.reason, "not published here") if fig.reason else "not published here"
            names.setdefault(why, []).append(name)
    if not names:
        return ""
    said = [f"{joined(group)} {'is' if len(group) == 1 else 'are'} {why}" for why, group in names.items()]
    return f"{sentence(joined(said))}, so we used only the others."


def _nothing_published(shown: str, percentiles: tuple[Figure, ...], basis: str) -> str:
    if any(f.reason == MissingReason.OTHER_BASIS for f in percentiles):
        other = LETTERS[OTHER_BASIS[basis]]
        return (
            f"BLS publishes this pay {other} only, so we can’t compare {shown} {PER[basis]}. Enter an amount"
            f" {PER[OTHER_BASIS[basis]]} instead. We don’t convert one into the other."
        )
    if any(f.reason == MissingReason.NOT_RELEASED for f in percentiles):
        return f"BLS did not release these percentiles, so there is nothing to compare {shown} with."
    return f"No percentiles are published to compare {shown} with."


def _hint(amount: Decimal, basis: str) -> str:
    """A question where the other basis is more likely; the amount is placed as it was written."""
    if (basis == "annual" and amount < ODD_YEAR) or (basis == "hourly" and amount >= ODD_HOUR):
        size = "little" if basis == "annual" else "much"
        other = PER[OTHER_BASIS[basis]]
        said = f"{money(amount, basis)} {PER[basis]} is very {size}."
        return f"{said} If you meant {other}, choose “{other}” and try again."
    return ""
