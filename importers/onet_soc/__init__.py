"""O*NET-SOC taxonomy: what this source is."""

from __future__ import annotations

from importers.fetch.addresses import workbooks
from importers.sources import CC_BY, CC_BY_URL, USDOL_ETA, SourceFacts

SOURCE = SourceFacts(
    slug="onet-soc",
    name="O*NET-SOC taxonomy",
    short_name="O*NET-SOC",
    publisher=USDOL_ETA,
    gives="The 8-digit occupations of O*NET and the SOC code that each belongs to.",
    cadence="With each revision of SOC; the current one is O*NET-SOC 2019.",
    official_url="https://www.onetcenter.org/taxonomy.html",
    license=CC_BY,
    license_url=CC_BY_URL,
    attribution="O*NET-SOC 2019 taxonomy by the U.S. Department of Labor, Employment and Training Administration"
    " (USDOL/ETA), used under the CC BY 4.0 license.",
    after=("soc",),
    addresses=workbooks(
        "https://www.onetcenter.org/taxonomy/2019/soc", "2019_to_SOC_Crosswalk.xlsx?fmt=xlsx"
    ),
)
