"""What the pages of industries say of themselves to search engines."""

from __future__ import annotations

from django.http import HttpRequest

from occupations.models import Release
from web.http.as_of import AsOf
from web.http.structured import Structured, breadcrumbs, dataset
from web.industries.heading import crumbs
from web.industries.page import IndustryPage
from web.occupations.by_industry.address import ancestors
from web.words.brief import in_brief


def industry_described(page: IndustryPage) -> str:
    """The introduction, or what the page has; with the code, as an industry and a part of it can have one name."""
    industry = page.profile.industry
    system = "NAICS" if industry.system.slug.startswith("naics") else "OEWS"
    what = f"Occupations in {page.profile.name}: how many jobs each has there and what it pays."
    return in_brief(page.introduction or what, tail=f" {system} {industry.code}.")


def industry_data(request: HttpRequest, page: IndustryPage, as_of: AsOf) -> list[Structured]:
    """The way to the industry, and its table of occupations."""
    industry, release = page.profile.industry, page.profile.release
    said = [breadcrumbs(request, crumbs(industry, ancestors(industry), as_of), industry.short_title)]
    if page.table is not None and release is not None:
        name = f"{industry.short_title}: jobs and pay by occupation"
        said.append(dataset(request, as_of, release, name=name, description=industry_described(page)))
    return said


def index_data(request: HttpRequest, as_of: AsOf, release: Release | None) -> list[Structured]:
    """The table of all industries."""
    if release is None:
        return []
    described = f"Jobs and pay in every U.S. industry, {release.reference_period}."
    return [dataset(request, as_of, release, name="Jobs and pay by industry", description=described)]
