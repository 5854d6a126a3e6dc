"""What the finder's address asks for besides its filters: whose pay, on which basis, in which columns.

The address is the saved search, so it is kept tidy: what a form sends empty, what is the usual anyway and the name of
a place are replaced by the shortest address that says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from occupations.models import Industry, Release
from occupations.release_parts import JOB_ZONES
from wages.models import Area
from wages.querysets import codes_meant_by
from web.finder.facets import Narrowing, as_numbered
from web.finder.queries import Lookup, areas_of, has_one_for_two, industries_of, read_catalog, read_described
from web.finder.tables import available_columns, usual_columns
from web.http.as_of import AsOf
from web.http.pagination import Link
from web.http.parameters import read_parameters, shortened, without_unknown
from web.words.sentences import plural

BASES = ("annual", "hourly")
# What each parameter is when it isn't given.
USUAL = {"pay": "annual", "area": "0000000", "industry": "000000"}
MOST_PLACES = 8
CODE = re.compile(r"[0-9A-Z-]{2,8}")
WORD = re.compile(r"[^\W_]+")


def finder_address(narrowing: Narrowing, sort: str, **view: str) -> str:
    """The finder's address for what narrows the occupations and their order; `view`: an area, an industry, a basis."""
    parameters: dict[str, Any] = {"q": narrowing.text} if narrowing.text else {}
    parameters |= {name: list(values) for name, values in narrowing.values.items()}
    for name, limits in narrowing.limits.items():
        ends = zip((f"{name}_min", f"{name}_max"), limits, strict=True)
        parameters |= {end: f"{limit.normalize():f}" for end, limit in ends if limit is not None}
    parameters |= {name: value for name, value in view.items() if value != USUAL[name]}
    return f"{reverse('finder')}?{urlencode(parameters | {'sort': sort}, doseq=True)}"


@dataclass
class Asked:
    """What was asked for. `query` is the tidy address, `is_untidy` whether the reader came by another one.

    `areas` and `industries` can be chosen, and `meant` are the areas that an ambiguous name may mean.
    """

    query: QueryDict
    lookup: Lookup
    areas: list[Area]
    industries: list[Industry]
    columns: list[str]
    is_untidy: bool = False
    meant: list[Link] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read_address(request: HttpRequest, as_of: AsOf) -> Asked:
    """Read what the address asks for; a notice for what can't be given. At most eight queries."""
    query = _without_empty(request.GET)
    notices: list[str] = []
    catalog = read_catalog(as_of.day)
    given, _ = read_parameters(request, {"pay": BASES})
    areas = areas_of(catalog.pay)
    area, meant = _area(query, areas, catalog.pay, notices)
    code = str(query.get("industry", ""))
    codes = codes_meant_by(code) if CODE.fullmatch(code) else []
    industries = industries_of(catalog.pay, codes)
    industry = _industry(query, codes, industries, catalog.pay, notices)
    # A name that was understood is already replaced by its code.
    for name, usual in USUAL.items():
        if query.get(name) == usual:
            del query[name]
    is_untidy = query.urlencode() != request.GET.urlencode()
    if area is not None and industry is not None:
        notices.append(
            f"OEWS publishes nothing for an area and an industry together, so we ignored {area.title}. Pay is for"
            f" {industry.short_title} nationwide."
        )
        area = None
        del query["area"]
    described = read_described(as_of.day)
    is_untidy |= _renumber_zones(query, described.of(JOB_ZONES))
    lookup = Lookup(catalog, described, given.get("pay", "annual"), area, industry)
    columns = _columns(query, lookup, notices)
    if set(query.getlist("columns")) == set(usual_columns(lookup)):
        del query["columns"]
        is_untidy = True
    return Asked(query, lookup, areas, industries, columns, is_untidy, meant, notices)


def _renumber_zones(query: QueryDict, release: Release | None) -> bool:
    """Replaces job zones by those of the release that stand for them, and says whether any was."""
    asked = query.getlist("zone")
    if not {"1", "2", "1-2"} & set(asked):
        return False
    query.setlist("zone", as_numbered(asked, has_one_for_two=has_one_for_two(release)))
    return query.getlist("zone") != asked


def _without_empty(given: QueryDict) -> QueryDict:
    """The parameters that have a value."""
    query = QueryDict(mutable=True)
    for name, values in given.lists():
        kept = [value for value in values if value.strip()]
        if kept:
            query.setlist(name, kept)
    return query


def _area(
    query: QueryDict, areas: Sequence[Area], release: Release | None, notices: list[str]
) -> tuple[Area | None, list[Link]]:
    """The area whose pay is asked for, by its code or by `place`, its name; None is the nation."""
    meant: list[Link] = []
    if "place" in query:
        text = str(query["place"])
        named = areas_named(text, areas)
        if len(named) == 1:
            del query["place"]
            query["area"] = named[0].code
        elif named:
            notices.append(
                f"“{shortened(text)}” may mean {plural(len(named), 'area', 'areas')}. Choose one below."
            )
            meant = [_link_to(area, query) for area in named[:MOST_PLACES]]
        else:
            notices.append(
                f"We ignored “{shortened(text)}”: {_publisher(release)} has no area with that name."
            )
    code = str(query.get("area", ""))
    if not code or code == USUAL["area"]:
        return None, meant
    area = next((area for area in areas if area.code == code), None)
    if area is None:
        notices.append(f"{_publisher(release)} has no area “{shortened(code)}”, so this is national pay.")
    return area, meant


def _publisher(release: Release | None) -> str:
    return f"OEWS {release.label}" if release is not None else "No OEWS release on this site"


def _link_to(area: Area, query: QueryDict) -> Link:
    there = query.copy()
    there.pop("place", None)
    there["area"] = area.code
    return Link(area.title, f"?{there.urlencode()}")


def areas_named(text: str, areas: Sequence[Area]) -> list[Area]:
    """The areas that a text names: those of exactly that name, else those that have all its words at the beginnings
    of theirs ("portland me": one, "portland": two); those with its first word in front come first."""
    words = [word.casefold() for word in WORD.findall(text)]
    if not words:
        return []
    exact = [area for area in areas if _words(area) == words]
    if exact:
        return exact
    named = [area for area in areas if all(any(w.startswith(word) for w in _words(area)) for word in words)]
    return sorted(named, key=lambda area: (not _words(area)[0].startswith(words[0]), area.title))


def _words(area: Area) -> list[str]:
    return [word.casefold() for word in WORD.findall(area.title)]


def _industry(
    query: QueryDict,
    codes: Sequence[str],
    industries: Sequence[Industry],
    release: Release | None,
    notices: list[str],
) -> Industry | None:
    code = str(query.get("industry", ""))
    if not code or code == USUAL["industry"]:
        return None
    by_code = {industry.code: industry for industry in industries}
    industry = next((by_code[each] for each in codes if each in by_code), None)
    if industry is not None:
        query["industry"] = industry.code
    if industry is None:
        notices.append(f"We ignored “{shortened(code)}”: {_publisher(release)} has no such industry.")
    return industry


def _columns(query: QueryDict, lookup: Lookup, notices: list[str]) -> list[str]:
    """The columns to show, in their own order; those of an address that names none that can be shown are the usual."""
    known = [column.name for column in available_columns(lookup)]
    asked = query.copy()
    notices += without_unknown(asked, {"columns": known})
    chosen = asked.getlist("columns")
    return [name for name in known if name in chosen] or usual_columns(lookup)
