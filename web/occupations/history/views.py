"""One occupation over the releases, and two of them side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.pagination import with_parameters
from web.http.parameters import knows, read_parameters
from web.occupations.address import of_occupation
from web.occupations.described import changes_described, history_described, table_data
from web.occupations.heading import crumbs, heading
from web.occupations.history.changes import changes_page
from web.occupations.history.files import CHANGES_TABLES, changes_sheets, history_sheet
from web.occupations.history.page import comparisons, history_page, one_of_each
from web.occupations.history.queries import as_of_release, may_prices
from web.occupations.queries import own_editions
from web.tables.cells import BASES
from web.tables.files import FORMATS, chosen, export
from web.words.sentences import in_sentence


@knows("pay", "dollars", "_export")
@of_occupation("history/")
def history(request: HttpRequest, occupation: Occupation) -> HttpResponseBase:
    """One occupation's pay over the releases."""
    asked, notices = read_parameters(
        request, {"pay": BASES, "dollars": ("nominal", "constant"), "_export": FORMATS}
    )
    as_of = read_as_of(request)
    prices = may_prices()
    page = history_page(
        occupation,
        own_editions(occupation, as_of.day),
        basis=asked.get("pay"),
        constant=asked.get("dollars") == "constant",
        prices=prices.of_may,
        price_release=prices.release,
    )
    if page is not None and (kind := asked.get("_export")):
        return export(request, history_sheet(page), kind, notices)
    oldest = page.rows[-1].release if page and page.rows else None
    described, newest = history_described(occupation), page.rows[0].release if page and page.rows else None
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "description": described,
        "structured": table_data(request, as_of, occupation, "History", described, newest, oldest),
        "notices": notices,
        "history": page,
        "name_in_text": in_sentence(occupation.sentence_title),
        "comparisons": comparisons(page),
    }
    return render(request, "occupations/history/index.html", context)


@knows("from", "to", "percent", "_export", "table")
@of_occupation("changes/")
def changes(request: HttpRequest, occupation: Occupation) -> HttpResponseBase:
    """Two releases of one occupation side by side; the oldest and the newest unless others are named."""
    editions = {e.release.slug: e for e in one_of_each(own_editions(occupation, read_as_of(request).day))}
    known = {
        "from": editions,
        "to": editions,
        "_export": FORMATS,
        "table": CHANGES_TABLES,
        "percent": ("show",),
    }
    asked, notices = read_parameters(request, known)
    page = None
    if len(editions) > 1:
        slugs = list(editions)
        before, after = editions[asked.get("from", slugs[0])], editions[asked.get("to", slugs[-1])]
        then, now = as_of_release(occupation, before.release), as_of_release(occupation, after.release)
        page = changes_page(
            occupation, (before, after), (then[0], now[0]), (then[1], now[1]), (then[2], now[2]),
            percent_across_breaks="percent" in asked,
        )  # fmt: skip
    file, said = chosen(request, asked, changes_sheets(page) if page else {}, notices)
    pair = (page.before, page.after) if page is not None else (None, None)
    described, as_of = changes_described(occupation, *pair), read_as_of(request)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "description": described,
        "structured": table_data(request, as_of, occupation, "Changes", described),
        "notices": notices + said,
        "changes": page,
        "with_percent": with_parameters(request, percent="show"),
    }
    return file or render(request, "occupations/history/changes.html", context)
