"""The addresses of all pages, in files that search engines read.

Each file lists a few thousand of them: the protocol allows 50,000, but then one answer would hold tens of megabytes
while it is made. A page under a release or with parameters is in none: it is another view of a page that is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from occupations.models import Certification, Industry, Occupation
from wages.models import Area
from web.found import queries

if TYPE_CHECKING:
    Base = Sitemap[Any]
else:
    Base = Sitemap

FIXED = (
    "home",
    "finder",
    "industries",
    "places",
    "compare",
    "handouts",
    "certifications",
    "sources",
    "glossary",
    "about",
)
BELOW_OCCUPATION = ("industries/", "places/", "history/", "pay/")


class _Pages(Base):
    """Pages as old as the data: any change of these can change any of them."""

    limit = 10_000

    @cached_property
    def lastmod(self) -> dt.datetime | None:
        return queries.changed_at()

    def location(self, item: Any) -> str:
        return str(item.get_absolute_url())


class FixedPages(_Pages):
    """The pages that are there whatever is loaded."""

    def items(self) -> Sequence[str]:
        return FIXED

    def location(self, item: str) -> str:
        return reverse(item)


class Occupations(_Pages):
    """Occupations and their groups, of every code system."""

    def items(self) -> QuerySet[Occupation]:
        return queries.occupations()


class OccupationTables(_Pages):
    """The pages below an occupation that is published with pay."""

    def items(self) -> Sequence[str]:
        paid = queries.occupations_with_pay()
        return [
            f"{occupation.get_absolute_url()}{page}"
            for occupation in queries.occupations()
            if occupation.pk in paid
            for page in BELOW_OCCUPATION
        ]

    def location(self, item: str) -> str:
        return item


class Industries(_Pages):
    """Industries of every code system."""

    def items(self) -> Sequence[Industry]:
        return queries.industries()


class Places(_Pages):
    """States, territories and areas."""

    def items(self) -> Sequence[Area]:
        return queries.areas()


class Certifications(_Pages):
    """Certifications."""

    def items(self) -> QuerySet[Certification]:
        return queries.certifications()


class _Answers(_Pages):
    """An occupation in each place or industry. The address is the occupation's followed by the other's, so both are
    made once each, and not once for every pair."""

    @cached_property
    def occupations(self) -> dict[int, str]:
        return {each.pk: each.get_absolute_url() for each in queries.occupations()}

    @cached_property
    def others(self) -> dict[int, str]:
        raise NotImplementedError

    def location(self, item: tuple[int, int]) -> str:
        occupation, other = item
        return f"{self.occupations[occupation]}{self.others[other]}"


class OccupationsInPlaces(_Answers):
    """One occupation in one place, where the newest release has it."""

    def items(self) -> QuerySet[Any, tuple[int, int]]:
        return queries.cells_by_place()

    @cached_property
    def others(self) -> dict[int, str]:
        return {each.pk: each.get_absolute_url().lstrip("/") for each in queries.areas()}


class OccupationsInIndustries(_Answers):
    """One occupation in one industry, where the newest release has it."""

    @cached_property
    def industries(self) -> list[Industry]:
        return queries.industries()

    def items(self) -> QuerySet[Any, tuple[int, int]]:
        return queries.cells_by_industry(self.industries)

    @cached_property
    def others(self) -> dict[int, str]:
        return {each.pk: each.get_absolute_url().lstrip("/") for each in self.industries}


SITEMAPS: dict[str, type[Base] | Base] = {
    "pages": FixedPages,
    "occupations": Occupations,
    "occupation-tables": OccupationTables,
    "industries": Industries,
    "places": Places,
    "certifications": Certifications,
    "occupations-in-places": OccupationsInPlaces,
    "occupations-in-industries": OccupationsInIndustries,
}
