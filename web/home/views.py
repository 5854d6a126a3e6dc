"""The home page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from wages.estimates import figure
from web.finder import catalog as reading
from web.home.files import groups_sheet
from web.home.page import FASTEST, LARGEST, OPENINGS, HomePage, facts, group_rows
from web.http.as_of import read_as_of
from web.http.parameters import read_parameters
from web.tables.files import FORMATS, export


def home(request: HttpRequest) -> HttpResponseBase:
    """Search, the major groups, a few facts, and what was published lately."""
    as_of = read_as_of(request)
    found = reading.catalog(as_of.day)
    reading.give_figures(found.groups, found)
    overall = reading.median_of_all(found.pay)
    reference = figure(overall, "annual_median", found.pay)
    counts = reading.count_by_group(found.rows)
    leaders = {name: reading.leader(found, name) for name in (LARGEST, FASTEST, OPENINGS)}
    page = HomePage(
        count=sum(counts.values()),
        pay=found.pay,
        outlook=found.outlook,
        reference=reference,
        facts=facts(overall, leaders, found.pay, found.outlook, as_of),
        groups=group_rows(found.groups, counts, found.pay, reference, as_of),
        lately=reading.published_lately(as_of.day, 5),
    )
    asked, notices = read_parameters(request, {"_export": FORMATS})
    if kind := asked.get("_export"):
        return export(request, groups_sheet(page), kind)
    return render(request, "home/index.html", {"page": page, "notices": notices})
