"""The sources that this project reads, described once. Knows nothing of Django."""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC_DOMAIN = "Public domain (United States government work)"
BLS = "U.S. Bureau of Labor Statistics"
BLS_TERMS = "https://www.bls.gov/opub/copyright-information.htm"


@dataclass(frozen=True)
class SourceFacts:
    """What a Source row says; the slug is the name on the command line."""

    slug: str
    name: str
    short_name: str
    publisher: str
    gives: str
    cadence: str
    official_url: str
    licence: str
    licence_url: str
    attribution: str


SOURCES = {
    facts.slug: facts
    for facts in (
        SourceFacts(
            slug="oews",
            name="Occupational Employment and Wage Statistics",
            short_name="OEWS",
            publisher=BLS,
            gives="Employment and wages by occupation and area, and for the nation by occupation and industry.",
            cadence="Every year; the reference month is May.",
            official_url="https://www.bls.gov/oes/",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.",
        ),
        SourceFacts(
            slug="projections",
            name="Employment Projections",
            short_name="EP",
            publisher=BLS,
            gives="Jobs in a base year and ten years on, openings, and the usual way into each occupation.",
            cadence="Every year, ten years ahead.",
            official_url="https://www.bls.gov/emp/",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, Employment Projections.",
        ),
        SourceFacts(
            slug="matrix",
            name="National Employment Matrix",
            short_name="NEM",
            publisher=BLS,
            gives="An occupation's jobs by industry, self-employed workers included.",
            cadence="Every year, with the Employment Projections.",
            official_url="https://www.bls.gov/emp/data/industry-occupation-matrix-industry.htm",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, National Employment Matrix.",
        ),
        SourceFacts(
            slug="soc",
            name="Standard Occupational Classification",
            short_name="SOC",
            publisher="U.S. Office of Management and Budget; maintained by the U.S. Bureau of Labor Statistics",
            gives="The code, title and place of every occupation, and titles that belong to one code only.",
            cadence="About every ten years; the present one is SOC 2018.",
            official_url="https://www.bls.gov/soc/2018/",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, 2018 Standard Occupational Classification System.",
        ),
        SourceFacts(
            slug="naics",
            name="North American Industry Classification System",
            short_name="NAICS",
            publisher="U.S. Census Bureau",
            gives="The code, title and place of every industry.",
            cadence="Every five years; the present one is NAICS 2022.",
            official_url="https://www.census.gov/naics/",
            licence=PUBLIC_DOMAIN,
            licence_url="https://www.census.gov/about/policies/citation.html",
            attribution="U.S. Census Bureau, North American Industry Classification System, 2022.",
        ),
        SourceFacts(
            slug="editorial",
            name="Occupedia editorial content",
            short_name="Occupedia",
            publisher="The editors of this site",
            gives="Profiles and certifications in our own words.",
            cadence="Whenever an editor publishes.",
            official_url="",
            licence="BSD-3-Clause, with the rest of Occupedia",
            licence_url="",
            attribution="Occupedia contributors.",
        ),
    )
}
