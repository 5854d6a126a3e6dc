"""The tables of an occupation's history, and of what changed between two releases, as files."""

from __future__ import annotations

from typing import Any

from web.occupations.history.changes import Change, ChangesPage
from web.occupations.history.page import HistoryPage
from web.tables.files import DECIMALS, PERCENTILES, Field, Sheet, computed, percentiles, published, text

CHANGES_TABLES = ("pay", "outlook", "shares")


def history_sheet(page: HistoryPage) -> Sheet:
    """Pay by release, newest first; in constant dollars where the page is."""
    wages = percentiles(page.basis, PERCENTILES, lambda row: row.percentiles)
    if page.price_release is not None:
        unit = page.dollars.removesuffix(" dollars").lower().replace(" ", "_")
        wages = [computed(f"{wage.header}_of_{unit}", wage.read, DECIMALS[page.basis]) for wage in wages]
    fields = (
        text("reference_period", lambda row: row.release.reference_period),
        published("jobs_wage_and_salary", lambda row: row.employment),
        *wages,
        text("break_before", lambda row: row.break_before),
    )
    prices = {"prices": page.price_release} if page.price_release else {}
    name = f"{page.occupation.code}-history"
    title = f"{page.occupation.sentence_title}: pay by release, in {page.dollars}"
    return Sheet(name, title, fields, page.rows, {"wages": lambda row: row.release, **prices})


def changes_sheets(page: ChangesPage) -> dict[str, Sheet]:
    """Pay and jobs, outlook, and shares, each with the two releases or rounds in its columns."""
    wages = (page.then, page.now)
    tables = {
        "pay": (page.pay, wages, {"wages_before": page.before, "wages_after": page.after}),
        "outlook": (page.outlook, page.rounds, {}),
        "shares": (page.shares, wages, {}),
    }
    title = f"{page.occupation.sentence_title}: {wages[0]} and {wages[1]}"
    return {
        name: Sheet(
            f"{page.occupation.code}-changes-{name}",
            title,
            _fields(*labels, page.across if name == "pay" else ""),
            rows,
            releases,
        )
        for name, (rows, labels, releases) in tables.items()
        if rows
    }


def _fields(then: str, now: str, across: str = "") -> list[Field]:
    def difference(row: Change) -> Any:
        return row.gap[0] if row.gap else None

    def percent(row: Change) -> Any:
        return row.gap[1] if row.gap else None

    return [
        text("figure", lambda row: row.name),
        text("unit", lambda row: row.unit),
        published("before", lambda row: row.then),
        text("before_is", lambda row: then),
        published("after", lambda row: row.now),
        text("after_is", lambda row: now),
        computed("difference", difference, 2),
        *([text("difference_is", lambda row: across)] if across else []),
        computed("difference_percent", percent, 1),
    ]
