"""Occupational Outlook Handbook: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import MEGABYTE, Address, Kind
from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="ooh",
    name="Occupational Outlook Handbook",
    short_name="OOH",
    publisher=BLS,
    gives="Written profiles of occupations and groups of occupations, with the figures in their text.",
    cadence="Every year, with the Employment Projections.",
    official_url="https://www.bls.gov/ooh/",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
    # Its titles of industries are those of OEWS, its words for growth those of the round.
    after=("soc", "naics", "oews", "projections"),
    addresses=(
        Address(
            "https://www.bls.gov/ooh/xml-compilation.xml", "xml-compilation.xml", Kind.XML, 100 * MEGABYTE
        ),
    ),
)
