"""The sources that this project reads, described once. Knows nothing of Django."""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC_DOMAIN = "Public domain (United States government work)"
BLS = "U.S. Bureau of Labor Statistics"
ONET = "U.S. Department of Labor, Employment and Training Administration"
CC_BY = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
CC_BY_URL = "https://creativecommons.org/licenses/by/4.0/"
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
            slug="onet-soc",
            name="O*NET-SOC taxonomy",
            short_name="O*NET-SOC",
            publisher=ONET,
            gives="The 8-digit occupations of O*NET and the SOC code that each belongs to.",
            cadence="With each revision of SOC; the present one is O*NET-SOC 2019.",
            official_url="https://www.onetcenter.org/taxonomy.html",
            licence=CC_BY,
            licence_url=CC_BY_URL,
            attribution="O*NET-SOC 2019 taxonomy by the U.S. Department of Labor, Employment and Training"
            " Administration (USDOL/ETA), used under the CC BY 4.0 license.",
        ),
        SourceFacts(
            slug="onet",
            name="O*NET database",
            short_name="O*NET",
            publisher=ONET,
            gives="Tasks, skills, knowledge, interests, job zones, technology and related occupations.",
            cadence="Several times a year.",
            official_url="https://www.onetcenter.org/database.html",
            licence=CC_BY,
            licence_url=CC_BY_URL,
            attribution="O*NET Database by the U.S. Department of Labor, Employment and Training"
            " Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA."
            " Occupedia has changed how the information is arranged; USDOL/ETA has not approved or endorsed it.",
        ),
        SourceFacts(
            slug="ooh",
            name="Occupational Outlook Handbook",
            short_name="OOH",
            publisher=BLS,
            gives="Profiles in words of occupations and groups of them, with the figures inside the text.",
            cadence="Every year, with the Employment Projections.",
            official_url="https://www.bls.gov/ooh/",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
        ),
        SourceFacts(
            slug="cip-soc",
            name="CIP–SOC crosswalk",
            short_name="CIP–SOC",
            publisher="National Center for Education Statistics and U.S. Bureau of Labor Statistics",
            gives="The programs of study that lead to an occupation.",
            cadence="With each revision of CIP or SOC; the present one is CIP 2020 to SOC 2018.",
            official_url="https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
            licence=PUBLIC_DOMAIN,
            licence_url="https://nces.ed.gov/help/",
            attribution="National Center for Education Statistics, CIP 2020 to SOC 2018 crosswalk.",
        ),
        SourceFacts(
            slug="cpi",
            name="Consumer Price Index for All Urban Consumers",
            short_name="CPI-U",
            publisher=BLS,
            gives="Consumer prices over time, U.S. city average, all items, not seasonally adjusted.",
            cadence="Every month.",
            official_url="https://www.bls.gov/cpi/",
            licence=PUBLIC_DOMAIN,
            licence_url=BLS_TERMS,
            attribution="U.S. Bureau of Labor Statistics, Consumer Price Index (CUUR0000SA0).",
        ),
        SourceFacts(
            slug="rpp",
            name="Regional Price Parities",
            short_name="RPP",
            publisher="U.S. Bureau of Economic Analysis",
            gives="Each state's price level in percent of the nation's.",
            cadence="Every year.",
            official_url="https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
            licence=PUBLIC_DOMAIN,
            licence_url="https://www.bea.gov/open-data",
            attribution="U.S. Bureau of Economic Analysis, Regional Price Parities by State.",
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
