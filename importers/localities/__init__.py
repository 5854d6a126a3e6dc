"""Counties and ZIP codes, and the OEWS areas that they are in: what this source is."""

from __future__ import annotations

from importers.sources import CC_BY_URL, SourceFacts

SOURCE = SourceFacts(
    slug="localities",
    name="Counties and ZIP codes of OEWS areas",
    short_name="Localities",
    publisher="GeoNames and the U.S. Department of Labor",
    gives="The OEWS area of each county, and the place and county of each ZIP code.",
    cadence="Counties when OEWS redraws its areas, about every ten years; ZIP codes all the time.",
    official_url="https://download.geonames.org/export/zip/",
    license="ZIP codes CC BY 4.0, counties public domain",
    license_url=CC_BY_URL,
    attribution="ZIP codes and the places they name are from GeoNames (geonames.org), used under the CC BY 4.0 license;"
    " each has been tied here to its county’s OEWS area. Counties of OEWS areas: U.S. Department of Labor.",
)
