"""The finder: its rows, and the sentences that say what is shown and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from occupations.models import MissingReason, Occupation, Projection, Release
from wages.estimates import Figure, figure
from wages.measures import ANNUAL_PERCENTILES
from web import charts, figures
from web.charts import Axis, PayBar
from web.prose import joined, plural

# The scale of every pay bar in the finder, so that one page can be compared with the next. It ends just
# above the cap of top-coded pay; the few ranges that end beyond it run on.
PAY_AXIS = Axis(0, 250_000, 200.0)

SORTS = {
    "title": ("title, A to Z", "title, Z to A"),
    "code": ("code, lowest first", "code, highest first"),
    "median": ("median pay, lowest first", "median pay, highest first"),
    "jobs": ("jobs, fewest first", "jobs, most first"),
    "growth": ("growth, slowest first", "growth, fastest first"),
    "openings": ("openings, fewest first", "openings, most first"),
}
PER_PAGE = (25, 50, 100)


@dataclass(frozen=True)
class FinderRow:
    """One occupation in the finder's table."""

    name: str
    code: str
    is_residual: bool
    also_called: str
    median: Figure
    hourly_median: Figure
    bar: PayBar | None
    projection: Projection | None


def group_name(group: Occupation) -> str:
    """A major group's name in a list of groups: "Management occupations" → "Management"."""
    return group.sentence_title.removesuffix(" occupations")


def finder_row(occupation: Any, release: Release | None, reference: Figure) -> FinderRow:
    """The row of an occupation that `web.catalog.with_figures` has read."""
    estimate = next(iter(occupation.pay_cells), None)
    percentiles = tuple(figure(estimate, name, release) for name in ANNUAL_PERCENTILES)
    return FinderRow(
        name=occupation.sentence_title,
        code=occupation.code,
        is_residual=occupation.is_residual,
        also_called=getattr(occupation, "also_called", None) or "",
        median=percentiles[2],
        hourly_median=figure(estimate, "hourly_median", release),
        bar=_bar(occupation.sentence_title, percentiles, reference),
        projection=next(iter(occupation.projected), None),
    )


def _bar(name: str, percentiles: tuple[Figure, ...], reference: Figure) -> PayBar | None:
    bar = charts.pay_bar(name, percentiles, reference, PAY_AXIS, "annual")
    if bar is None:
        return None
    runs_on = bar.open_end or any(_is_beyond(percentile) for percentile in percentiles)
    return replace(bar, open_end=runs_on, median=None if _is_beyond(percentiles[2]) else bar.median)


def _is_beyond(percentile: Figure) -> bool:
    """Whether the scale ends before it, so that it can't be drawn where it is."""
    return percentile.value is not None and percentile.value > PAY_AXIS.high


def sorted_by(sort: str, text: str) -> str:
    """The order in words, for "-median": "median pay, highest first"."""
    if not sort:
        return f"closeness to “{text}”"
    return SORTS[sort.lstrip("-")][sort.startswith("-")]


def conditions(asked: Mapping[str, Any], groups: Mapping[str, str]) -> dict[str, str]:
    """Each filter in force in a few words, by the name under which it can be taken away."""
    found = {}
    if asked.get("q"):
        found["q"] = f"“{asked['q']}”"
    if asked.get("group"):
        found["group"] = groups[asked["group"]]
    lowest, highest = asked.get("pay_min"), asked.get("pay_max")
    if lowest is not None and highest is not None:
        found["pay"] = f"{figures.money_annual(lowest)} to {figures.money_annual(highest)} a year"
    elif lowest is not None:
        found["pay"] = f"{figures.money_annual(lowest)} a year or more"
    elif highest is not None:
        found["pay"] = f"{figures.money_annual(highest)} a year or less"
    return found


BEFORE = {"q": "for", "group": "in", "pay": "paid"}


def summary(count: int, said: Mapping[str, str], order: str) -> str:
    """What was found, in a sentence without its full stop: number, filters, order."""
    narrowed = "".join(f" {BEFORE[name]} {text}" for name, text in said.items())
    if not count:
        return f"There is no occupation {narrowed.strip()}".rstrip()
    return f"{plural(count, 'occupation', 'occupations')}{narrowed}, sorted by {order}"


def left_out(hourly: int, unpublished: int) -> str:
    """Why occupations without an annual median are not among those found by pay; "" if there are none."""
    reasons = []
    if hourly:
        reasons.append(f"{hourly:,} paid by the hour, with no annual figure published")
    if unpublished:
        reasons.append(f"{unpublished:,} with no pay published")
    if not reasons:
        return ""
    all_of_them = hourly + unpublished
    are = "is" if all_of_them == 1 else "are"
    found = plural(all_of_them, "occupation", "occupations")
    return f"{found} without an annual median {are} left out: {joined(reasons)}."


def hourly_only(row: FinderRow) -> bool:
    return row.median.reason == MissingReason.OTHER_BASIS and row.hourly_median.value is not None


def caption(pay: Release | None, outlook: Release | None, reference: Figure) -> str:
    """What the table shows, and of when."""
    parts = []
    if pay is not None:
        parts.append(f"Annual wages of people on a payroll, {pay.label}.")
    else:
        parts.append("No wages are here that were published by then.")
    if outlook is not None:
        parts.append(f"Jobs and their projection, {outlook.label}.")
    else:
        parts.append("No projections are here that were published by then.")
    if reference.value is not None:
        parts.append(
            f"The dotted line is the median of all occupations, {figures.money_annual(reference.value)}."
        )
    return " ".join(parts)


def table_notes(pay: Release | None, outlook: Release | None) -> list[str]:
    """What a reader needs to know to read the table."""
    notes = []
    if pay is not None:
        notes.append(
            "Half of the people on a payroll earn more than the median. One in ten earns less than where the bar"
            " begins, and one in ten more than where it ends; the darker part is the middle half. An arrow says"
            " that the bar goes on."
        )
    if outlook is not None:
        notes.append(
            "Jobs include the self-employed; pay does not cover them. Openings are a yearly average and come from"
            " growth and from people who leave the occupation."
        )
    return notes
