"""Standard Occupational Classification: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import workbooks
from importers.sources import BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="soc",
    name="Standard Occupational Classification",
    short_name="SOC",
    publisher="U.S. Office of Management and Budget; maintained by the U.S. Bureau of Labor Statistics",
    gives="The code, title and group of every occupation, and titles that belong to one code only.",
    cadence="About every ten years; the current one is SOC 2018.",
    official_url="https://www.bls.gov/soc/2018/",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, 2018 Standard Occupational Classification System.",
    addresses=workbooks(
        "https://www.bls.gov/soc/2018",
        "soc_structure_2018.xlsx",
        "soc_2018_direct_match_title_file.xlsx",
        "soc_2018_definitions.xlsx",
    ),
)
