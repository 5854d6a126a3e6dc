"""The addresses of one occupation in one place or one industry."""

from __future__ import annotations

from django.urls import reverse

from occupations.models import Industry, Occupation
from wages.models import Area


def in_place_address(occupation: Occupation, area: Area) -> str:
    """Where the occupation's figures in the area stand; the nation's are on its profile."""
    if area.kind == Area.Kind.NATION:
        return occupation.get_absolute_url()
    named = [occupation.code, occupation.title_slug, area.code, area.title_slug]
    return reverse("occupation-place", args=named)


def in_industry_address(occupation: Occupation, industry: Industry) -> str:
    """Where the occupation's figures in the industry stand; those of all industries are on its profile."""
    if industry.kind == Industry.Kind.ALL:
        return occupation.get_absolute_url()
    named = [occupation.code, occupation.title_slug, industry.code, industry.title_slug]
    return reverse("occupation-industry", args=named)
