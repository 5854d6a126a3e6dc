"""North American Industry Classification System: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import workbooks
from importers.sources import PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="naics",
    name="North American Industry Classification System",
    short_name="NAICS",
    publisher="U.S. Census Bureau",
    gives="The code, title and group of every industry.",
    cadence="Every five years; the current one is NAICS 2022.",
    official_url="https://www.census.gov/naics/",
    license=PUBLIC_DOMAIN,
    license_url="https://www.census.gov/about/policies/citation.html",
    attribution="U.S. Census Bureau, North American Industry Classification System, 2022.",
    addresses=workbooks("https://www.census.gov/naics/2022NAICS", "2-6 digit_2022_Codes.xlsx"),
)
