"""What an occupation's pages say of themselves to search engines: a sentence, and data in the words of schema.org.

Figures are those that the page shows. A top-coded percentile is left out: it is known only to be that or more, and
schema.org has no way to say so.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from occupations.models import Occupation, Release
from wages.estimates import figure
from wages.models import Area, WageEstimate
from web.http.as_of import AsOf
from web.http.structured import CONTEXT, Structured, breadcrumbs, dataset
from web.occupations.heading import crumbs
from web.occupations.profile import ProfilePage
from web.words.sentences import in_sentence

DURATIONS = {"annual": "P1Y", "hourly": "PT1H"}
PERCENTILES = {
    "p10": "percentile10",
    "p25": "percentile25",
    "median": "median",
    "p75": "percentile75",
    "p90": "percentile90",
}
PLACES = {Area.Kind.NATION: "Country", Area.Kind.STATE: "State"}


def industries_described(occupation: Occupation, release: Release | None) -> str:
    name, period = in_sentence(occupation.sentence_title), _period(release)
    return f"Which industries employ {name}{_code(occupation)} and what each one pays{period}."


def places_described(occupation: Occupation, release: Release | None) -> str:
    name, period = in_sentence(occupation.sentence_title), _period(release)
    return f"Where {name}{_code(occupation)} work and what they earn there{period}, by state and metro area."


def history_described(occupation: Occupation) -> str:
    name = in_sentence(occupation.sentence_title)
    return f"What {name}{_code(occupation)} earned in each OEWS release, with breaks in the series marked."


def changes_described(occupation: Occupation, before: Release | None, after: Release | None) -> str:
    name = in_sentence(occupation.sentence_title)
    between = f" between {before.label} and {after.label}" if before and after else " from release to release"
    return f"What changed for {name}{_code(occupation)}{between}: jobs and pay, figure by figure."


def _code(occupation: Occupation) -> str:
    """A group and the one occupation in it can have the same title, never the same code."""
    return f" ({occupation.code})"


def _period(release: Release | None) -> str:
    return f" in {release.reference_period}" if release else ""


def occupation_data(
    request: HttpRequest,
    occupation: Occupation,
    cell: WageEstimate | None,
    description: str,
    area: Area | None = None,
) -> Structured:
    """An Occupation of schema.org with the pay of a cell, by the year and by the hour as far as published.

    `area` is the cell's place, None for the nation.
    """
    salaries = [salary for basis in DURATIONS if (salary := _salary(cell, basis))] if cell else []
    data: Structured = {
        "@context": CONTEXT,
        "@type": "Occupation",
        "name": occupation.sentence_title,
        "description": description,
        "mainEntityOfPage": request.build_absolute_uri(request.path),
        "occupationalCategory": {
            "@type": "CategoryCode",
            "codeValue": occupation.code,
            "name": occupation.title,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": occupation.system.name},
        },
        "occupationLocation": _place(area),
    }
    return data | ({"estimatedSalary": salaries} if salaries else {})


def _place(area: Area | None) -> Structured:
    if area is None or area.kind == Area.Kind.NATION:
        return {"@type": "Country", "name": "United States"}
    kind = PLACES.get(Area.Kind(area.kind), "AdministrativeArea")
    return {
        "@type": kind,
        "name": area.title,
        "containedInPlace": {"@type": "Country", "name": "United States"},
    }


def _salary(cell: WageEstimate, basis: str) -> Structured | None:
    """The published percentiles on a basis, exact ones alone; None where there is none. Annual wages are whole dollars,
    hourly ones have cents."""
    known: dict[str, Any] = {}
    for measure, name in PERCENTILES.items():
        value = figure(cell, f"{basis}_{measure}").value
        if value is not None:
            known[name] = int(value) if basis == "annual" else float(value)
    if not known:
        return None
    period = cell.release.reference_period
    return {
        "@type": "MonetaryAmountDistribution",
        "name": f"{cell.release.source.short_name} {period}, {basis} wages",
        "currency": "USD",
        "duration": DURATIONS[basis],
        **known,
    }


def profile_data(request: HttpRequest, page: ProfilePage, as_of: AsOf) -> list[Structured]:
    """What a profile says: the occupation with its pay, the way to it, and its table of wages."""
    occupation, pay = page.occupation, page.pay
    estimate = pay.estimate if pay is not None else None
    said = [
        occupation_data(request, occupation, estimate, page.description),
        breadcrumbs(request, crumbs(occupation, as_of), occupation.sentence_title),
    ]
    if pay is not None:
        name = f"{occupation.sentence_title}: wages in the United States"
        described = (
            f"{name}, {pay.release.reference_period}: mean and percentiles, by the year and by the hour."
        )
        said.append(dataset(request, as_of, pay.release, name=name, description=described, table="pay"))
    return said


def table_data(
    request: HttpRequest,
    as_of: AsOf,
    occupation: Occupation,
    title: str,
    described: str,
    *editions: Release | None,
) -> list[Structured]:
    """What a page below the profile says: the way to it, and its table where there is one: `editions` are the
    release that it is of, or the newest and the oldest of several."""
    way = [*crumbs(occupation, as_of), (occupation.sentence_title, occupation.get_absolute_url())]
    said = [breadcrumbs(request, way, title)]
    release = editions[0] if editions else None
    if release is not None:
        name = f"{occupation.sentence_title}: {title.lower()}"
        said.append(dataset(request, as_of, release, name=name, description=described, since=editions[-1]))
    return said
