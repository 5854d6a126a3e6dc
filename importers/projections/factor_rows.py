"""Writes why occupations grow or shrink, each in the industry of ours that the matrix means."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from importers.code_systems import NAICS, OEWS_INDUSTRIES
from importers.industry_titles import industries_by_title, industry_of
from occupations.models import Industry, Release, UtilizationFactor


def write_factors(release: Release, rows: pl.DataFrame, ids: Mapping[str, int]) -> int:
    """Write the frame of `factors.FACTORS` in the place of what the release had; return how many rows.

    An industry that isn't loaded, or that is none of ours, stays a title. Sentences come with the publisher's own
    file, and a bundle has none.
    """
    industries = Industry.objects.filter(system__slug__in=(NAICS, OEWS_INDUSTRIES))
    industry_ids = dict(industries.values_list("code", "id"))
    titles = dict(industries.values_list("code", "title"))
    by_title = industries_by_title(titles.items())
    release.utilization_factors.all().delete()
    made = [
        UtilizationFactor(
            release=release,
            occupation_id=ids[row["code"]],
            industry_id=industry_ids.get(
                industry_of(row["industry_code"], row["industry_title"], titles, by_title) or ""
            ),
            industry_code=row["industry_code"],
            industry_title=row["industry_title"],
            kinds=row["kinds"].split(","),
            direction=row["direction"],
            statement=row.get("statement", ""),
        )
        for row in rows.iter_rows(named=True)
    ]
    UtilizationFactor.objects.bulk_create(made, batch_size=1000)
    return len(made)
