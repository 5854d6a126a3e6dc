"""The bundle's table of contents. Knows nothing of Django.

`manifest.json` names each release in the bundle with its source, its license and the words to credit it by;
the parts that hold it, each a Parquet file with its SHA-256; and the publisher's files it was made from.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from importers.files import sha256_of
from importers.report import Problems, refuse
from importers.sources import SourceFacts, sources

NAME = "manifest.json"
FORMAT = 1
ABOUT = (
    "Statistics of the releases named below, as Parquet. Figures, codes, titles and names only."
    " Written by: manage.py bundle. Read by: manage.py load bundle."
)


@dataclass(frozen=True)
class Part:
    """One Parquet file of the bundle."""

    name: str
    table: str
    rows: int
    sha256: str


@dataclass(frozen=True)
class Origin:
    """A publisher's file, by its name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Entry:
    """One release. The wage caps are those of OEWS, in dollars."""

    source: str
    label: str
    reference_period: str
    published_on: dt.date
    parts: tuple[Part, ...]
    made_from: tuple[Origin, ...]
    hourly_cap: Decimal | None = None
    annual_cap: int | None = None

    @property
    def prints(self) -> frozenset[str]:
        """The SHA-256 of each part: equal for equal contents."""
        return frozenset(part.sha256 for part in self.parts)

    def paths(self, folder: Path) -> list[Path]:
        return [folder / part.name for part in self.parts]


def write_manifest(folder: Path, entries: list[Entry]) -> None:
    """Write `manifest.json`: the same entries make the same bytes."""
    credits = {entry.source: _credit(sources()[entry.source]) for entry in entries}
    content = {
        "format": FORMAT,
        "about": ABOUT,
        "sources": dict(sorted(credits.items())),
        "releases": [_plain(asdict(entry)) for entry in entries],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> list[Entry]:
    """The releases of the bundle in this folder, in the order in which they must be loaded.

    Raises InputRefusedError if the manifest or any part is missing, or isn't what the manifest says.
    """
    path = folder / NAME
    if not path.is_file():
        raise refuse(f"this folder has no {NAME}, so it isn't a bundle", file=str(folder))
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise refuse(
                f"the bundle has format {content['format']}; this version reads format {FORMAT}", file=NAME
            )
        entries = [_entry(release) for release in content["releases"]]
    except (KeyError, TypeError, ValueError) as error:
        raise refuse(f"this isn't a bundle's manifest: {type(error).__name__} {error}", file=NAME) from error
    problems = Problems()
    for entry in entries:
        if entry.source not in sources():
            problems.add(f"{entry.label}: there is no source {entry.source!r}", file=NAME)
        for part in entry.parts:
            _check_part(folder / part.name, part, problems)
    problems.refuse()
    return entries


def _check_part(path: Path, part: Part, problems: Problems) -> None:
    if Path(part.name).name != part.name or not path.is_file():
        problems.add("this part of the bundle is missing", file=part.name)
    elif sha256_of(path) != part.sha256:
        problems.add(
            "this part of the bundle is not what the manifest says: its SHA-256 differs", file=part.name
        )


def _credit(facts: SourceFacts) -> dict[str, str]:
    return {
        "name": facts.name,
        "publisher": facts.publisher,
        "official_url": facts.official_url,
        "license": facts.license,
        "license_url": facts.license_url,
        "attribution": facts.attribution,
    }


def _plain(value: Any) -> Any:
    """The value in what JSON has; dates and decimals as text, what is None left out."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, (dt.date, Decimal)) else value


def _entry(content: dict[str, Any]) -> Entry:
    cap = content.get("hourly_cap")
    return Entry(
        source=content["source"],
        label=content["label"],
        reference_period=content["reference_period"],
        published_on=dt.date.fromisoformat(content["published_on"]),
        parts=tuple(Part(**part) for part in content["parts"]),
        made_from=tuple(Origin(**origin) for origin in content["made_from"]),
        hourly_cap=None if cap is None else Decimal(cap),
        annual_cap=content.get("annual_cap"),
    )
