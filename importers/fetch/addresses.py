"""A file on the web, as a source's facts give it. Knows nothing of Django."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


def labstat(survey: str, *names: str, largest: int) -> tuple[Address, ...]:
    """Files of a survey in LABSTAT, the time series of BLS as text."""
    base = f"https://download.bls.gov/pub/time.series/{survey}"
    return tuple(Address(f"{base}/{name}", name, Kind.TEXT, largest) for name in names)


def workbooks(folder: str, *names: str, largest: int = 20 * MEGABYTE) -> tuple[Address, ...]:
    """Excel workbooks in a folder of a publisher's site; a name may have a query, which isn't part of the file's."""
    return tuple(
        Address(f"{folder}/{name}".replace(" ", "%20"), name.partition("?")[0], Kind.WORKBOOK, largest)
        for name in names
    )
