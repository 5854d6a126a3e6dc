"""Pay at the nation's prices: computed here, for states, from a published wage and a published price level."""

from __future__ import annotations

from decimal import Decimal

from wages.estimates import NOTHING, Figure
from web.words import numbers

NO_LEVEL = "no price level"
NOT_EXACT = "top-coded pay is not adjusted"


def at_national_prices(wage: Figure, parity: Decimal | None) -> Figure:
    """A wage over its state's price level, in percent of the nation's; NOTHING where either isn't a number."""
    if wage.value is None or not parity:
        return NOTHING
    return Figure(numbers.rounded(Decimal(wage.value) * 100 / parity, 2), is_rough=wage.is_rough)


def why_not_adjusted(wage: Figure, parity: Decimal | None) -> str:
    """Why there is no adjusted figure, in a word; "" where the wage's own cell says it already."""
    if not parity:
        return NO_LEVEL
    return NOT_EXACT if wage.is_top_coded else ""
