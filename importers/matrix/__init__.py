"""National Employment Matrix: what this source is."""

from __future__ import annotations

from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="matrix",
    name="National Employment Matrix",
    short_name="NEM",
    publisher=BLS,
    gives="Each occupation’s jobs by industry, including self-employed workers.",
    cadence="Every year, with the Employment Projections.",
    official_url="https://www.bls.gov/emp/data/industry-occupation-matrix-industry.htm",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, National Employment Matrix.",
    after=("soc", "naics", "oews"),
)
