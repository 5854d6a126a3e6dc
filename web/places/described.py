"""What the pages of places say of themselves to search engines."""

from __future__ import annotations

from django.http import HttpRequest

from occupations.models import Release
from web.http.as_of import AsOf
from web.http.structured import Structured, breadcrumbs, dataset
from web.places.page import PlaceView


def place_data(request: HttpRequest, view: PlaceView, as_of: AsOf) -> list[Structured]:
    """The way to the place, and its table of occupations."""
    area, release = view.facts.area, view.facts.release
    said = [breadcrumbs(request, view.crumbs, area.title)]
    if view.table is not None and release is not None:
        name = f"{area.title}: jobs and pay by occupation"
        described = f"Occupations in {area.title}: jobs and pay, {release.reference_period}."
        said.append(dataset(request, as_of, release, name=name, description=described, place=area.title))
    return said


def index_data(request: HttpRequest, as_of: AsOf, release: Release | None) -> list[Structured]:
    """The table of all states and areas."""
    if release is None:
        return []
    described = f"Jobs and pay in every U.S. state, metropolitan and nonmetropolitan area, {release.reference_period}."
    return [dataset(request, as_of, release, name="Jobs and pay by place", description=described)]
