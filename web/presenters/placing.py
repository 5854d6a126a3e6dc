"""Where an amount of pay sits among the published percentiles: between which two, and never more exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from wages.estimates import Figure
from web import figures

NAMES = (
    "the 10th percentile",
    "the 25th percentile",
    "the median",
    "the 75th percentile",
    "the 90th percentile",
)
LARGEST = Decimal(10_000_000)


@dataclass(frozen=True)
class Placed:
    """The amount as it was understood, and the sentence that places it."""

    amount: Decimal
    basis: str
    sentence: str


def read_amount(text: str) -> Decimal | None:
    """An amount of dollars as people write it ("$62,500", "29.75"); None if it isn't one."""
    try:
        amount = Decimal(text.strip().lstrip("$").replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < LARGEST else None


def place(amount: Decimal, percentiles: tuple[Figure, ...], basis: str) -> Placed:
    """Between which published percentiles the amount lies."""
    shown = figures.money(amount, basis)
    known = [(name, f.value) for name, f in zip(NAMES, percentiles, strict=True) if f.value is not None]
    equal = next((name for name, value in known if value == amount), None)
    below = [name for name, value in known if value < amount]
    above = [name for name, value in known if value > amount]
    top_coded = any(f.is_top_coded for f in percentiles)
    if not known:
        sentence = f"No percentile is published here to place {shown} against."
    elif equal is not None:
        sentence = f"{shown} is {equal}."
    elif not below:
        sentence = f"{shown} is below {above[0]}, the lowest figure published."
    elif not above:
        end = "the highest exact figure published" if top_coded else "the highest figure published"
        sentence = f"{shown} is above {below[-1]}, {end}."
    else:
        sentence = f"{shown} lies between {below[-1]} and {above[0]}."
    return Placed(amount, basis, sentence)
