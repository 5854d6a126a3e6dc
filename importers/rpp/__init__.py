"""Regional Price Parities: what this source is."""

from __future__ import annotations

from importers.sources import PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="rpp",
    name="Regional Price Parities",
    short_name="RPP",
    publisher="U.S. Bureau of Economic Analysis",
    gives="The price level of each state and metropolitan area, as a percent of the nation’s.",
    cadence="Every year.",
    official_url="https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
    license=PUBLIC_DOMAIN,
    license_url="https://www.bea.gov/open-data",
    attribution="U.S. Bureau of Economic Analysis, Regional Price Parities by State and Metro Area.",
)
