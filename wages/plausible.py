"""Whether hourly and annual wages of one row can be of one job. Real ones deviate, so it is a question, not a rule."""

from __future__ import annotations

from typing import Any

from wages.measures import HOURLY_WAGES

HOURS = 2080


def question_of(row: Any) -> str:
    """What to ask of the first wage whose annual figure is less than half or more than twice 2,080 times its hourly
    one; "" where none is. `row` has the measures as attributes, in dollars."""
    for name in HOURLY_WAGES:
        hourly, annual = getattr(row, name), getattr(row, name.replace("hourly", "annual"))
        if not hourly or not annual:
            continue
        year = hourly * HOURS
        if not year <= 2 * annual <= 4 * year:
            what = name.removeprefix("hourly_").replace("p", "P")
            return (
                f"${hourly:,.2f} an hour is ${year:,.0f} for a year of 2,080 hours, but the annual {what} is"
                f" ${annual:,}. If the source really gives both, mark them as published."
            )
    return ""
