"""One occupation in every industry."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from occupations.models import Occupation
from web.http.as_of import read_as_of
from web.http.fragments import wants_fragment
from web.http.pagination import LONG, page_sizes, turn_to_page
from web.http.parameters import knows, read_open, read_parameters
from web.occupations.address import of_occupation
from web.occupations.by_industry.order import SORTS
from web.occupations.by_industry.page import VIEWS, by_industry, openable
from web.occupations.by_industry.queries import industry_material
from web.occupations.by_industry.tables import IndustryTable
from web.occupations.by_industry.words import heading as heading_of
from web.occupations.described import industries_described, table_data
from web.occupations.heading import crumbs, heading
from web.tables.base import arrange, export_table
from web.tables.cells import BASES, basis_of
from web.tables.files import FORMATS


@knows("pay", "view", "sort", "_export", "open", "page", "per_page")
@of_occupation("industries/")
def industries(request: HttpRequest, occupation: Occupation) -> HttpResponseBase:
    """One occupation in every industry."""
    asked, notices = read_parameters(
        request,
        {"pay": BASES, "view": VIEWS, "sort": SORTS, "_export": FORMATS},
        also=("open", "page", "per_page"),
    )
    as_of = read_as_of(request)
    material = industry_material(occupation, as_of.day)
    release = material.overall.release if material.overall is not None else None
    described = industries_described(occupation, release)
    context = {
        "page": heading(occupation),
        "crumbs": crumbs(occupation, as_of),
        "notices": notices,
        "title": heading_of(occupation.sentence_title),
        "description": described,
        "structured": table_data(request, as_of, occupation, "Industries", described, release),
    }
    if material.overall is not None:
        opened, said = read_open(request, openable(material.by_industry))
        notices += said
        facts = by_industry(
            material.overall,
            material.by_industry,
            basis=basis_of(material.overall, asked.get("pay")),
            view=asked.get("view", "sectors"),
            opened=opened,
        )
        table = IndustryTable(facts, occupation=occupation, order_by="-jobs")
        arrange(table, request, asked.get("sort"))
        notices += turn_to_page(table, request, LONG, can_show_all=True)
        if kind := asked.get("_export"):
            return export_table(request, table, f"{occupation.code}-by-industry", kind, notices)
        context |= {
            "facts": facts,
            "table": table,
            "title": facts.heading,
            "sizes": page_sizes(table, request, LONG, can_show_all=True),
        }
    is_fragment = wants_fragment(request) and "table" in context
    return render(request, f"occupations/by_industry/{'_block' if is_fragment else 'index'}.html", context)
