"""The finder's page, from the request's parameters to what the template shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, QueryDict

from occupations.models import Release
from wages.estimates import figure
from web import catalog as reading
from web.asof import AsOf
from web.catalog import Catalog
from web.filters import PAID_BY_THE_HOUR, WITHOUT_ANNUAL_PAY, OccupationFilter
from web.paging import Choice, page_sizes, turn_to_page, without
from web.parameters import checked, choices, repeated
from web.presenters.finder import (
    PER_PAGE,
    SORTS,
    conditions,
    group_name,
    left_out,
    sorted_by,
    summary,
    table_notes,
)
from web.prose import plural
from web.tables.occupations import OccupationTable, missing_columns

FIELDS = {"q": ("q",), "group": ("group",), "pay": ("pay_min", "pay_max")}


@dataclass
class FinderPage:
    """What the finder shows."""

    found: Catalog
    table: OccupationTable
    asked: dict[str, Any]
    count: int
    sort: str
    summary: str
    group_choices: list[tuple[str, str, int]]
    chips: list[Choice]
    per_page: list[Choice]
    ways_out: list[Choice]
    left_out: str = ""
    notices: list[str] = field(default_factory=list)

    @property
    def announcement(self) -> str:
        """What a screen reader is told after a part of the page was changed."""
        page = self.table.page
        rows = f" Rows {page.start_index():,} to {page.end_index():,}." if self.count else ""
        return f"{self.summary}.{rows}"

    @property
    def notes(self) -> list[str]:
        """What a reader needs to know to read the table."""
        return table_notes(self.found.pay, self.found.outlook)

    @property
    def releases(self) -> list[Release]:
        return [release for release in (self.found.pay, self.found.outlook) if release is not None]


def finder_page(request: HttpRequest, as_of: AsOf) -> FinderPage:
    """Read the parameters, each checked, and find the occupations; the number of queries is fixed."""
    found = reading.catalog(as_of.day)
    names = {group.code: group_name(group) for group in found.groups}
    filters = partial(OccupationFilter, groups=found.groups, release=found.pay)
    asked, notices = checked(filters, request, found.rows)
    given, said = choices(request, {"sort": _sorts(found)}, also=("page", "per_page", *asked.form.fields))
    notices += said + repeated(request)
    rows, values = asked.qs, asked.form.cleaned_data
    count = rows.count()
    if not count and values["q"]:
        closest = filters(asked.data, queryset=found.rows, request=request, closest=True)
        count = closest.qs.count()
        if count:
            asked, rows = closest, closest.qs
            notices.append(f"Nothing is called “{values['q']}”. These are spelled most like it.")
    sort = given.get("sort", "" if values["q"] else "title")
    reference = figure(reading.median_of_all(found.pay), "annual_median", found.pay)
    # A search without a sort keeps the order of the search: the best match first.
    order = {"order_by": sort} if sort else {}
    table = OccupationTable(reading.with_figures(rows, found), found, reference, as_of, **order)
    table.request = request
    notices += turn_to_page(table, request, PER_PAGE)
    said_conditions = conditions(values, names)
    counts = reading.count_by_group(asked.every_group)
    page = FinderPage(
        found=found,
        table=table,
        asked={name: request.GET.get(name, "") if value else "" for name, value in values.items()},
        count=count,
        sort=sort,
        summary=summary(count, said_conditions, sorted_by(sort, values["q"])),
        group_choices=[
            (group.code, names[group.code], counts.get(group.pk, 0))
            for group in found.groups
            if counts.get(group.pk) or group.code == values["group"]
        ],
        chips=[Choice(text, without(request, FIELDS[name])) for name, text in said_conditions.items()],
        per_page=page_sizes(table, request, PER_PAGE),
        ways_out=[] if count else _ways_out(request, filters, asked.data, found, said_conditions),
        notices=notices,
    )
    if "pay" in said_conditions:
        page.left_out = _left_out(asked.every_pay)
    return page


def _sorts(found: Catalog) -> list[str]:
    """The columns that can be sorted by, as of the day that is read."""
    return [f"{sign}{name}" for name in SORTS if name not in missing_columns(found) for sign in ("", "-")]


def _left_out(rows: QuerySet) -> str:
    counted = rows.order_by().aggregate(
        hourly=Count("pk", filter=PAID_BY_THE_HOUR),
        unpublished=Count("pk", filter=WITHOUT_ANNUAL_PAY & ~PAID_BY_THE_HOUR),
    )
    return left_out(counted["hourly"], counted["unpublished"])


def _ways_out(
    request: HttpRequest, filters: Any, data: QueryDict, found: Catalog, said: dict[str, str]
) -> list[Choice]:
    """For each filter in force, how many occupations there are without it; at most three queries."""
    ways = []
    for name, text in said.items():
        rest = data.copy()
        for part in FIELDS[name]:
            rest.pop(part, None)
        count = filters(rest, queryset=found.rows, request=request).qs.count()
        if count:
            said_so = f"Without {text}: {plural(count, 'occupation', 'occupations')}"
            ways.append(Choice(said_so, without(request, FIELDS[name])))
    return ways
