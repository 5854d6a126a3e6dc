"""Occupational Employment and Wage Statistics: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import MEGABYTE, labstat
from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="oews",
    name="Occupational Employment and Wage Statistics",
    short_name="OEWS",
    publisher=BLS,
    gives="Employment and wages by occupation and area, and for the nation by occupation and industry.",
    cadence="Every year; the reference month is May.",
    official_url="https://www.bls.gov/oes/",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.",
    after=("soc", "naics"),
    # Their archives hold file_descriptions.xlsx or field_descriptions.xlsx beside the data.
    not_data=("readme", "readme.*", "*description*.xls*"),
    addresses=(
        *labstat(
            "oe", "oe.area", "oe.datatype", "oe.footnote", "oe.industry", "oe.occupation", "oe.release",
            largest=20 * MEGABYTE,
        ),
        *labstat("oe", "oe.data.0.Current", largest=2000 * MEGABYTE),
    ),
)  # fmt: skip
