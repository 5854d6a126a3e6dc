"""Crosswalk from SOC 2010 to SOC 2018: what this source is."""

from __future__ import annotations

from importers.sources import BLS, BLS_TERMS, PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="soc-2010",
    name="Crosswalk from SOC 2010 to SOC 2018",
    short_name="SOC 2010",
    publisher=BLS,
    gives="Which SOC 2018 occupations replaced those of SOC 2010.",
    cadence="Once; with each revision of SOC there is another.",
    official_url="https://www.bls.gov/soc/2018/crosswalks.htm",
    license=PUBLIC_DOMAIN,
    license_url=BLS_TERMS,
    attribution="U.S. Bureau of Labor Statistics on behalf of the Standard Occupational Classification Policy Committee"
    " (SOCPC), crosswalk from the 2010 SOC to the 2018 SOC.",
    after=("soc",),
)
