"""The table of the home page as a file."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from web.home.page import GroupRow, HomePage
from web.tables.files import Sheet, percentiles, published, text


def groups_sheet(page: HomePage) -> Sheet:
    """The major groups with jobs, growth and pay."""
    fields = (
        text("group", lambda row: row.name),
        text("occupations", lambda row: row.count),
        published("all_jobs", _jobs),
        published("projected_change_percent", lambda row: row.projection and row.projection.percent_change),
        *percentiles("annual", ("p10", "p25", "p75", "p90"), lambda row: row.percentiles),
        published("annual_median_usd", lambda row: row.median),
    )
    releases = {"wages": page.pay, "outlook": page.outlook}
    return Sheet("major-groups", f"The major groups. {page.caption}", fields, page.groups, releases)


def _jobs(row: GroupRow) -> Any:
    thousands = row.projection.base_employment if row.projection else None
    return None if thousands is None else int(Decimal(thousands) * 1000)
