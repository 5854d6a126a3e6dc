"""What is said of one occupation in one place or industry, made from the figures."""

from __future__ import annotations

from decimal import Decimal

from occupations.models import MissingReason
from wages.estimates import Figure
from web.tables.cells import reliability
from web.words import numbers
from web.words.numbers import PER, money, percent, percent_sign
from web.words.places import in_place
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


def jobs(title: str, where: str, employment: Figure, period: str) -> str:
    """How many people work in the occupation there."""
    if employment.value is None:
        return f"BLS did not release how many {as_subject(title)} were on a payroll {where} in {period}."
    return f"In {period}, {numbers.number(employment.value)} {as_subject(title)} were on a payroll {where}."


def share_of_nation(title: str, share: Decimal | None) -> str:
    """The part of the occupation's jobs that are there; `share` in percent."""
    if share is None:
        return ""
    part = "under 0.1 percent" if share < Decimal("0.05") else percent(share)
    return f"That is {part} of all {in_sentence(title)} on a payroll in the nation."


def concentration(per_1000: Figure, quotient: Figure) -> str:
    """How common the occupation is in a place, as published."""
    if per_1000.value is None and quotient.value is None:
        return ""
    said = []
    if per_1000.value is not None:
        places = 1 if per_1000.value >= 1 else 3
        said.append(f"They hold {numbers.number(per_1000.value, places)} of every 1,000 jobs there")
    if quotient.value is not None:
        times = numbers.number(quotient.value, 2)
        share = f"{times} times the nation’s share (location quotient {times})"
        said.append(share if said else f"Their share of the jobs there is {share}")
    return f"{', '.join(said)}."


def of_industry(share: Decimal | None) -> str:
    """The occupation's part of the industry's jobs, computed here; `share` in percent."""
    if share is None:
        return ""
    part = "under 0.1 percent" if share < Decimal("0.05") else percent(share)
    return f"They hold {part} of the industry’s jobs."


def how_sure(jobs_rse: Figure, wage_rse: Figure) -> str:
    """What the published errors say; percentiles have none."""
    said = [
        f"{what}, {reliability(rse)} (relative standard error {percent(rse.value)})"
        for what, rse in (("the number of jobs", jobs_rse), ("mean pay", wage_rse))
        if rse.value is not None
    ]
    if not said:
        return ""
    return f"Reliability: {'; '.join(said)}. No error is published for percentiles, the median included."


def prices(place: str, parity: Decimal, worth: Figure, basis: str, period: str, *, of_portion: bool) -> str:
    """What the median buys there, at the nation's prices. `of_portion` says that the level is that of all
    nonmetropolitan areas of the state."""
    whose = "the nonmetropolitan areas of the state together" if of_portion else in_place(place)
    said = (
        f"The price level of {whose} was {numbers.number(parity, 1)} in {period}, where the nation’s is 100"
    )
    if worth.value is None:
        return f"{said}. Without an exact median nothing is computed from it."
    amount = money(worth.value, basis)
    return f"{said}: the median buys what {amount} {PER[basis]} buys at the nation’s prices (computed here)."


def no_prices(place: str, *, are_here: bool) -> str:
    """Why pay can't be adjusted for prices."""
    if are_here:
        return f"No price level is published for {in_place(place)}, so pay is as published."
    return "No price levels are loaded here, so pay is as published."
