"""The home page in words: the strip of facts, and what the table of groups shows."""

from __future__ import annotations

from occupations.models import Release
from wages.estimates import Figure
from web.home.queries import FASTEST, LARGEST, OPENINGS
from web.words import numbers
from web.words.notes import DOTTED
from web.words.sentences import plural


def lede(count: int) -> str:
    """What the site has; `count` is of occupations, 0 where nothing is loaded."""
    occupations = f"{plural(count, 'U.S. occupation', 'U.S. occupations')}" if count else "U.S. occupations"
    return f"Official figures for {occupations}, each with its source and the time it refers to."


def caption(pay: Release | None, outlook: Release | None, reference: Figure) -> str:
    """What the table of groups shows, and of when; `reference` is the annual median of all occupations."""
    parts = []
    if pay is not None:
        parts.append(f"Annual wages of people on payrolls, {pay.label}.")
    if outlook is not None:
        parts.append(f"Jobs and their projected growth, {outlook.label}, self-employed included.")
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
