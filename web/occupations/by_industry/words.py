"""Sentences about an industry, made from its figures. Each is plain text, or "" where there is nothing to say."""

from __future__ import annotations

from decimal import Decimal

from wages.estimates import Figure, Number
from web.words.numbers import jobs, money, percent, rounded

PER = {"annual": "a year", "hourly": "an hour"}


def sectors_lede(
    largest: tuple[str, Decimal] | None,
    highest: tuple[str, Number, Number] | None,
    basis: str,
    *,
    is_of_published: bool = False,
) -> list[str]:
    """Two sentences over the table of all industries: the largest sector, and the one that pays best.

    `largest` is a name and its share of all jobs in percent; `highest` a name, its median and that of all.
    `is_of_published` says that not every sector has a published median.
    """
    said = []
    if largest is not None:
        industry, share = largest
        said.append(f"Of every 100 jobs on a payroll, {rounded(share)} are in {industry}.")
    if highest is not None:
        industry, median, reference = highest
        among = "Among the sectors whose median is published" if is_of_published else "Among the sectors"
        said.append(
            f"{among}, the median is highest in {industry}, {money(median, basis)}:"
            f" {against(median, reference)} the {money(reference, basis)} of all industries."
        )
    return said


def jobs_sentence(name: str, employment: Figure, share: Decimal | None, period: str) -> str:
    """How many wage-and-salary jobs an industry has, and which part of all of them that is."""
    if employment.value is None:
        return f"BLS did not release how many jobs there were in {name} in {period}."
    part = "" if share is None else f", {small_percent(share)} of all"
    return f"In {period} there were {jobs(employment.value)} wage-and-salary jobs in {name}{part}."


def median_sentence(median: Figure, reference: Figure, basis: str) -> str:
    """The median of everybody in the industry, and how it stands against that of all industries."""
    if median.value is None:
        return ""
    said = f"Their median pay was {money(median.value, basis)} {PER[basis]}"
    if not reference.value:
        return f"{said}."
    return f"{said}, {against(median.value, reference.value)} the {money(reference.value, basis)} of all industries."


def against(value: Number, reference: Number) -> str:
    """How a figure stands against another: "12 percent above", "about the same as"."""
    whole = rounded((Decimal(value) - Decimal(reference)) / Decimal(reference) * 100)
    if whole == 0:
        return "about the same as"
    return f"{abs(whole)} percent {'above' if whole > 0 else 'below'}"


def small_percent(share: Decimal) -> str:
    """A share in percent; one too small for a decimal is said so."""
    return "under 0.1 percent" if 0 < share < Decimal("0.05") else percent(share)
