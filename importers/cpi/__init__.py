"""Consumer Price Index for All Urban Consumers: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import MEGABYTE, labstat
from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="cpi",
    name="Consumer Price Index for All Urban Consumers",
    short_name="CPI-U",
    publisher=BLS,
    gives="Consumer prices over time, U.S. city average, all items, not seasonally adjusted.",
    cadence="Every month.",
    official_url="https://www.bls.gov/cpi/",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, Consumer Price Index (CUUR0000SA0).",
    addresses=labstat("cu", "cu.data.1.AllItems", largest=200 * MEGABYTE),
)
