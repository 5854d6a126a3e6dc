"""Employment Projections: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import workbooks
from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="projections",
    name="Employment Projections",
    short_name="EP",
    publisher=BLS,
    gives="Jobs in a base year and ten years later, openings, and the usual way into each occupation.",
    cadence="Every year, ten years ahead.",
    official_url="https://www.bls.gov/emp/",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, Employment Projections.",
    # The industries are those in which occupations grow or shrink.
    after=("soc", "naics", "oews"),
    addresses=workbooks("https://www.bls.gov/emp/ind-occ-matrix", "occupation.xlsx"),
)
