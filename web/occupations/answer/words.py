"""What is said of one occupation in one place or industry, made from the figures."""

from __future__ import annotations

from decimal import Decimal

from occupations.models import MissingReason
from wages.estimates import Figure
from web.words import numbers
from web.words.numbers import PER, money, percent_sign
from web.words.sentences import as_subject, in_sentence, sentence

HALF = "half earn more, half less"


def lead(title: str, where: str, median: Figure, basis: str, period: str) -> str:
    """The answer in a line: "Registered nurses in Columbus, OH: $83,900 a year (half earn more, half less)".

    `where` is such as "in Columbus, OH"; without a figure the line says why there is none.
    """
    if median.value is not None:
        return f"{title} {where}: {money(median.value, basis)} {PER[basis]} ({HALF})"
    if median.is_top_coded and median.floor is not None:
        return (
            f"{title} {where}: {money(median.floor, basis)} or more {PER[basis]}"
            " (BLS publishes no exact figure above that)"
        )
    name = as_subject(title)
    if median.reason == MissingReason.NOT_RELEASED:
        return f"BLS did not release what {name} earned {where} in {period}."
    if median.reason == MissingReason.OTHER_BASIS:
        return f"{title} {where}: {numbers.missing_in_words(median.reason, basis=basis)}."
    return f"BLS published no pay for {in_sentence(title)} {where} in {period}."


def ends(p10: Figure, p90: Figure, basis: str) -> list[str]:
    """What the lowest and the highest tenth earn, a few words each."""
    said = []
    if p10.value is not None:
        said.append(f"10% earn under {money(p10.value, basis)}")
    if p90.value is not None:
        said.append(f"10% earn over {money(p90.value, basis)}")
    elif p90.is_top_coded and p90.floor is not None:
        said.append(f"10% earn {money(p90.floor, basis)} or more")
    return said


def against(median: Figure, reference: Figure, what: str) -> str:
    """How the median stands against another: "14.0% below the nation"; "" where either is no number."""
    if median.value is None or not reference.value:
        return ""
    gap = (Decimal(median.value) - Decimal(reference.value)) / Decimal(reference.value) * 100
    if numbers.rounded(gap, 1) == 0:
        return f"about the same as {what}"
    return f"{percent_sign(abs(gap))} {'above' if gap > 0 else 'below'} {what}"


def wider_sentence(where: str, median: Figure, basis: str) -> str:
    """The figure of the next wider place or industry: "In Ohio: $82,000 a year"."""
    return f"{sentence(where)}: {numbers.wage(median, basis)} {PER[basis]}"
