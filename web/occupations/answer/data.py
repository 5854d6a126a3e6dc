"""What an answer says to programs."""

from __future__ import annotations

from django.http import HttpRequest

from web.http.as_of import AsOf
from web.http.structured import Structured, breadcrumbs, dataset
from web.occupations.answer.page import AnswerPage
from web.occupations.answer.queries import Material
from web.occupations.described import occupation_data


def answer_data(request: HttpRequest, page: AnswerPage, material: Material, as_of: AsOf) -> list[Structured]:
    """The occupation with its pay in the place, the way here, and the table of what is near. Of an industry the pay is
    in the table alone: schema.org's occupations have places and no industries."""
    said = [breadcrumbs(request, page.crumbs, page.place)]
    if material.area is not None and material.cell is not None:
        occupation, lead = material.occupation, page.answer.lead
        said.insert(0, occupation_data(request, occupation, material.cell, lead, material.area))
    if material.release is not None and page.beside.rows:
        title, period = page.answer.title, material.release.reference_period
        place = material.area.title if material.area is not None else "United States"
        described = f"{title} and nearby: jobs and pay, {period}."
        said.append(dataset(request, as_of, material.release, name=title, description=described, place=place))
    return said
