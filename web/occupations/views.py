"""An occupation's own pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.parameters import choices
from web.occupations.by_industry.order import SORTABLE
from web.occupations.by_industry.page import VIEWS, industry_page
from web.occupations.by_industry.tables import IndustryTable
from web.occupations.by_place.page import read_areas
from web.occupations.by_place.queries import occupation_areas
from web.occupations.heading import crumbs, heading
from web.occupations.history.changes import changes_page
from web.occupations.history.files import CHANGES_TABLES, changes_sheets, history_sheet
from web.occupations.history.page import comparisons, history_page, one_of_each
from web.occupations.members_table import SORTS as MEMBER_SORTS
from web.occupations.members_table import member_table
from web.occupations.profile import profile_page
from web.occupations.profile_files import TABLES as PROFILE_TABLES
from web.occupations.profile_files import profile_sheets
from web.occupations.queries import (
    as_of_release,
    industry_material,
    may_prices,
    own_editions,
    profile_material,
)
from web.tables.base import arrange, export_table
from web.tables.cells import BASES, basis_of
from web.tables.files import FORMATS, chosen, export
from web.words.sentences import in_sentence

SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))


def redirect_code(request: HttpRequest, code: str, rest: str = "") -> HttpResponse:
    """The bare code, or one with another title, leads to the page's own address."""
    occupation = find_occupation(code)
    address = f"{occupation.get_absolute_url()}{rest}"
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)


def profile(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """One occupation: everything that is known of it."""
    occupation = find_occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code)
    asked, notices = choices(
        request,
        {
            "prices": ("published", "adjusted"),
            "sort": MEMBER_SORTS,
            "_export": FORMATS,
            "table": PROFILE_TABLES,
        },
    )
    as_of = read_as_of(request)
    material = profile_material(occupation, as_of.day, at_prices=asked.get("prices") == "adjusted")
    address = request.build_absolute_uri(occupation.get_absolute_url())
    page = profile_page(material, address, timezone.localdate())
    members = member_table(page, as_of) if page.members else None
    if members is not None:
        arrange(members, request, asked.get("sort"))
    sheets = profile_sheets(page, members and members.sheet(f"{code}-within"))
    file, said = chosen(request, asked, sheets)
    context = {
        "page": page,
        "members": members,
        "crumbs": crumbs(occupation, as_of),
        "notices": notices + said,
        "files": [(table, PROFILE_TABLES[table]) for table in sheets if table != "within"],
    }
    name = "_members_table" if members and wants_fragment(request) else "profile"
    return file or render(request, f"occupations/{name}.html", context)


def industries(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """One occupation in every industry."""
    occupation = find_occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code, "industries/")
    asked, notices = choices(
        request, {"pay": BASES, "view": VIEWS, "sort": SORTS, "_export": FORMATS}, also=("open",)
    )
    as_of = read_as_of(request)
    material = industry_material(occupation, as_of.day)
    context = {"page": heading(occupation), "crumbs": crumbs(occupation, as_of), "notices": notices}
    if material.overall is not None:
        facts = industry_page(
            material.overall,
            material.by_industry,
            basis=basis_of(material.overall, asked.get("pay")),
            view=asked.get("view", "sectors"),
            opened=frozenset(request.GET.getlist("open")),
        )
        table = IndustryTable(facts, order_by="-jobs")
        arrange(table, request, asked.get("sort"))
        if kind := asked.get("_export"):
            return export_table(request, table, f"{code}-by-industry", kind)
        context |= {"facts": facts, "table": table}
    is_fragment = wants_fragment(request)
    return render(request, f"occupations/{'_industry_block' if is_fragment else 'industries'}.html", context)


def places(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """One occupation in every state and area."""
    occupation = find_occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code, "places/")
    as_of = read_as_of(request)
    material = occupation_areas(occupation, as_of.day)
    view, notices = read_areas(request, as_of, occupation.sentence_title, material, is_one=True)
    if view is not None and view.export:
        return export_table(request, view.table, f"{code}-by-place", view.export)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "view": view,
        "notices": notices,
    }
    name = "places/_block.html" if view and wants_fragment(request) else "occupations/places.html"
    return render(request, name, context)


def history(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """One occupation's pay over the releases."""
    occupation = find_occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code, "history/")
    asked, notices = choices(request, {"pay": BASES, "dollars": ("nominal", "constant"), "_export": FORMATS})
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
        return export(request, history_sheet(page), kind)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "notices": notices,
        "history": page,
        "name_in_text": in_sentence(occupation.sentence_title),
        "comparisons": comparisons(page),
    }
    return render(request, "occupations/history.html", context)


def changes(request: HttpRequest, code: str, title: str) -> HttpResponseBase:
    """Two releases of one occupation side by side; the oldest and the newest unless others are named."""
    occupation = find_occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code, "changes/")
    editions = {e.release.slug: e for e in one_of_each(own_editions(occupation, read_as_of(request).day))}
    known = {"from": editions, "to": editions, "_export": FORMATS, "table": CHANGES_TABLES}
    asked, notices = choices(request, known)
    page = None
    if len(editions) > 1:
        slugs = list(editions)
        before, after = editions[asked.get("from", slugs[0])], editions[asked.get("to", slugs[-1])]
        then, now = as_of_release(occupation, before.release), as_of_release(occupation, after.release)
        page = changes_page(
            occupation, (before, after), (then[0], now[0]), (then[1], now[1]), (then[2], now[2])
        )
    file, said = chosen(request, asked, changes_sheets(page) if page else {})
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, read_as_of(request)),
        "notices": notices + said,
        "changes": page,
    }
    return file or render(request, "occupations/changes.html", context)


def find_occupation(code: str) -> Occupation:
    """The occupation with this code and the groups above it, or a 404."""
    found = Occupation.objects.by_code(code).with_ancestors().first()
    if found is None:
        raise Http404(f"No code system here has the code {code}.")
    return found
