"""An occupation's own pages."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.middleware import HtmxDetails

from occupations.models import Occupation
from web.asof import read_as_of
from web.material import industry_material, profile_material
from web.parameters import choices, unknown
from web.presenters.industries import BASES, SORTABLE, basis_of, industry_page
from web.presenters.profile import crumbs, heading, profile_page
from web.tables.industries import IndustryTable


class HtmxRequest(HttpRequest):
    """A request as HtmxMiddleware leaves it."""

    htmx: HtmxDetails


VIEWS = ("sectors", "all")
SORTS = tuple(f"{sign}{column}" for column in SORTABLE for sign in ("", "-"))


def redirect_code(request: HttpRequest, code: str, rest: str = "") -> HttpResponse:
    """The bare code, or one with another title, leads to the page's own address."""
    occupation = _occupation(code)
    address = f"{occupation.get_absolute_url()}{rest}"
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address)


def profile(request: HttpRequest, code: str, title: str) -> HttpResponse:
    """One occupation: everything that is known of it."""
    occupation = _occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code)
    as_of = read_as_of(request)
    context = {
        "page": profile_page(profile_material(occupation, as_of.day)),
        "crumbs": crumbs(occupation, as_of),
        "notices": unknown(request, {"release"}),
    }
    return render(request, "occupations/profile.html", context)


def industries(request: HttpRequest, code: str, title: str) -> HttpResponse:
    """One occupation in every industry."""
    occupation = _occupation(code)
    if occupation.title_slug != title:
        return redirect_code(request, code, "industries/")
    asked, notices = choices(request, {"pay": BASES, "view": VIEWS, "sort": SORTS}, also=("open",))
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
        table = IndustryTable(facts, request=request, order_by=asked.get("sort", "-jobs"))
        context |= {"facts": facts, "table": table}
    htmx = cast(HtmxRequest, request).htmx
    is_fragment = bool(htmx) and not htmx.boosted
    return render(request, f"occupations/{'_industry_block' if is_fragment else 'industries'}.html", context)


def _occupation(code: str) -> Occupation:
    found = Occupation.objects.by_code(code).with_ancestors().first()
    if found is None:
        raise Http404(f"No code system here has the code {code}.")
    return found
