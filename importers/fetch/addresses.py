"""Where publishers keep their files under an address that stays. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from importers.report import refuse

MEGABYTE = 1_000_000


class Kind(StrEnum):
    """What a file is, as its first bytes show."""

    TEXT = "text"
    XML = "xml"
    WORKBOOK = "workbook"
    ZIP = "zip"


@dataclass(frozen=True)
class Address:
    """A file on the web: the name to keep it by, what it is, and the most bytes that it may have."""

    url: str
    name: str
    kind: Kind
    largest: int


def _labstat(survey: str, *names: str, largest: int) -> tuple[Address, ...]:
    base = f"https://download.bls.gov/pub/time.series/{survey}"
    return tuple(Address(f"{base}/{name}", name, Kind.TEXT, largest) for name in names)


def _workbook(folder: str, name: str, largest: int = 20 * MEGABYTE) -> Address:
    url = f"{folder}/{name}".replace(" ", "%20")
    return Address(url, name.partition("?")[0], Kind.WORKBOOK, largest)


STABLE: dict[str, tuple[Address, ...]] = {
    "soc": (
        _workbook("https://www.bls.gov/soc/2018", "soc_structure_2018.xlsx"),
        _workbook("https://www.bls.gov/soc/2018", "soc_2018_direct_match_title_file.xlsx"),
        _workbook("https://www.bls.gov/soc/2018", "soc_2018_definitions.xlsx"),
    ),
    "naics": (_workbook("https://www.census.gov/naics/2022NAICS", "2-6 digit_2022_Codes.xlsx"),),
    "onet-soc": (
        _workbook("https://www.onetcenter.org/taxonomy/2019/soc", "2019_to_SOC_Crosswalk.xlsx?fmt=xlsx"),
    ),
    "cip-soc": (_workbook("https://nces.ed.gov/ipeds/cipcode/Files", "CIP2020_SOC2018_Crosswalk.xlsx"),),
    "oews": (
        *_labstat(
            "oe", "oe.area", "oe.datatype", "oe.footnote", "oe.industry", "oe.occupation", "oe.release",
            largest=20 * MEGABYTE,
        ),
        *_labstat("oe", "oe.data.0.Current", largest=2000 * MEGABYTE),
    ),
    "projections": (_workbook("https://www.bls.gov/emp/ind-occ-matrix", "occupation.xlsx"),),
    "ooh": (
        Address("https://www.bls.gov/ooh/xml-compilation.xml", "xml-compilation.xml", Kind.XML, 100 * MEGABYTE),
    ),
    "cpi": _labstat("cu", "cu.data.1.AllItems", largest=200 * MEGABYTE),
}  # fmt: skip


def _onet(release: str | None) -> tuple[Address, ...]:
    """O*NET has no address for the newest release, so the release must be said."""
    if release is None or not re.fullmatch(r"\d{2}\.\d", release):
        raise refuse("say which release of O*NET to fetch: --release 29.0")
    name = f"db_{release.replace('.', '_')}_text.zip"
    url = f"https://www.onetcenter.org/dl_files/database/{name}"
    return (Address(url, name, Kind.ZIP, 300 * MEGABYTE),)


BY_RELEASE: dict[str, Callable[[str | None], tuple[Address, ...]]] = {"onet": _onet}


def addresses_of(source: str, release: str | None) -> tuple[Address, ...]:
    """The files of the source. Raises InputRefusedError for one that has no stable address."""
    if source in BY_RELEASE:
        return BY_RELEASE[source](release)
    if source not in STABLE:
        known = ", ".join(sorted({*STABLE, *BY_RELEASE}))
        raise refuse(
            f"{source} has no address that stays: download its files as its README says."
            f" From the web come: {known}"
        )
    return STABLE[source]
