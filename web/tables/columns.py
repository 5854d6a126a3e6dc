"""Columns and cells that tables of pay have in common."""

from __future__ import annotations

from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wages.estimates import Figure
from web.charts.pay_bar import Axis
from web.tables.cells import reliability
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import Number

HIGHEST_FIRST: dict[str, Any] = {"initial_sort_descending": True}


def column(
    heading: str, unit: str = "", *, cells: str = "", before: str = "", after: str = "", **options: Any
) -> tables.Column:
    """A column whose header carries its unit. `cells` are the classes of its cells, `before` and `after` the
    label and the unit that a phone shows around a figure; static/css/tables.css explains them."""
    cell = {"class": cells}
    cell |= {"data-label": before} if before else {}
    cell |= {"data-unit": after} if after else {}
    return tables.Column(
        verbose_name=heading_of(heading, unit), empty_values=(), attrs={"th": {"class": cells}, "td": cell}, **options
    )  # fmt: skip


def heading_of(heading: str, unit: str = "") -> SafeString | str:
    """A header with its unit in small print."""
    return format_html("{}<small>{}</small>", heading, unit) if unit else heading


def pay_heading(axis: Axis, basis: str) -> SafeString:
    """The header of a column of pay bars, with the axis that they share."""
    low, middle, high = axis.ticks(basis)
    return format_html(
        'Pay, P10 to P90<span class="axis" aria-hidden="true"><span>{}</span><span>{}</span><span>{}</span></span>',
        low, middle, high,
    )  # fmt: skip


def linked(cell: SafeString | str, href: str) -> SafeString | str:
    """A figure that leads to a page about it; the figure alone where there is no such page."""
    return format_html('<a class="figure-link" href="{}">{}</a>', href, cell) if href and cell else cell


def side_of(number: Number) -> str:
    """The class of a figure above or below a reference."""
    return "above" if number > 0 else "below" if number < 0 else ""


def gap_cell(gap: Number | None, percent: Number | None, basis: str) -> SafeString | str:
    """A gap in dollars, with its percent where the page is narrow; words where there is nothing to compare."""
    if gap is None:
        return in_words("no figure to compare")
    return format_html(
        '<span class="{}">{}<span class="only-narrow"> ({})</span></span>',
        side_of(gap),
        numbers.money(gap, basis, signed=True),
        numbers.percent_sign(percent or 0, 0, signed=True),
    )


def gap_percent_cell(percent: Number | None) -> SafeString | str:
    """A gap in percent, signed; nothing where there is none."""
    if percent is None:
        return ""
    return format_html(
        '<span class="{}">{}</span>', side_of(percent), numbers.number(percent, 1, signed=True)
    )


def ratio_cell(ratio: Figure, places: int) -> SafeString | str:
    """A location quotient or jobs per 1,000, or why there is none."""
    if ratio.value is not None:
        return numbers.number(ratio.value, places)
    return in_words(numbers.missing_in_words(ratio.reason))


def reliability_cell(jobs: Figure, wages: Figure) -> str:
    """The errors of jobs and of mean pay in words: "high · good", or one word where they agree."""
    words = [reliability(jobs), reliability(wages)]
    if not any(words):
        return ""
    return words[0] if words[0] == words[1] else " · ".join(word or "none" for word in words)
