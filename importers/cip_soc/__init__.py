"""CIP–SOC crosswalk: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import workbooks
from importers.sources import PUBLIC_DOMAIN, SourceFacts

SOURCE = SourceFacts(
    slug="cip-soc",
    name="CIP–SOC crosswalk",
    short_name="CIP–SOC",
    publisher="National Center for Education Statistics and U.S. Bureau of Labor Statistics",
    gives="College and training programs that prepare people for each occupation.",
    cadence="With each revision of CIP or SOC; the current one is CIP 2020 to SOC 2018.",
    official_url="https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
    license=PUBLIC_DOMAIN,
    license_url="https://nces.ed.gov/help/",
    attribution="National Center for Education Statistics, CIP 2020 to SOC 2018 crosswalk.",
    after=("soc",),
    addresses=workbooks("https://nces.ed.gov/ipeds/cipcode/Files", "CIP2020_SOC2018_Crosswalk.xlsx"),
)
