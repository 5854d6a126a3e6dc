"""O*NET database: what this source is."""

from __future__ import annotations

import re

from importers.fetch.addresses import MEGABYTE, Address, Kind
from importers.report import refuse
from importers.sources import CC_BY, CC_BY_URL, USDOL_ETA, SourceFacts


def database(release: str | None) -> tuple[Address, ...]:
    """The archive of a release. O*NET has no address for the newest one, so the release must be said."""
    if release is None or not re.fullmatch(r"\d{2}\.\d", release):
        raise refuse("say which release of O*NET to fetch: --release 29.0")
    name = f"db_{release.replace('.', '_')}_text.zip"
    url = f"https://www.onetcenter.org/dl_files/database/{name}"
    return (Address(url, name, Kind.ZIP, 300 * MEGABYTE),)


SOURCE = SourceFacts(
    slug="onet",
    name="O*NET database",
    short_name="O*NET",
    publisher=USDOL_ETA,
    gives="Tasks, skills, knowledge, abilities, conditions of work, interests, job zones, technology and related"
    " occupations.",
    cadence="Several times a year.",
    official_url="https://www.onetcenter.org/database.html",
    license=CC_BY,
    license_url=CC_BY_URL,
    attribution="O*NET Database by the U.S. Department of Labor, Employment and Training Administration"
    " (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Occupedia has"
    " changed how the information is arranged; USDOL/ETA has not approved or endorsed it.",
    after=("soc", "onet-soc"),
    addresses=database,
)
