"""The sources that this project reads, each found by its folder. Knows nothing of Django, and nothing of polars.

A source is a package `importers/<slug, with _ for ->/` whose `SOURCE` says what it is. Beside that stand, imported
only when they are needed, `loader.py` (the publisher's files) and, for a source of which the bundle has something,
`bundle.py`.
"""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

import importers
from importers.report import refuse

if TYPE_CHECKING:
    from importers.fetch.addresses import Address

PUBLIC_DOMAIN = "Public domain (United States government work)"
BLS = "U.S. Bureau of Labor Statistics"
BLS_TERMS = "https://www.bls.gov/opub/copyright-information.htm"
USDOL_ETA = "U.S. Department of Labor, Employment and Training Administration"
CC_BY = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
CC_BY_URL = "https://creativecommons.org/licenses/by/4.0/"

DESCRIBED = (
    "name", "short_name", "publisher", "gives", "cadence", "official_url", "license", "license_url", "attribution",
)  # fmt: skip


@dataclass(frozen=True)
class SourceFacts:
    """What a source is. The slug is its name on the command line and in the database.

    `after` names the sources that must be loaded before it. `addresses` are those of its files on the web where
    they stay the same from release to release, or make them from a release's label where they don't. `folders`
    names those in a folder of its files that belong to it; `not_data` the files that are none, by the patterns of a
    shell in small letters.
    """

    slug: str
    name: str
    short_name: str
    publisher: str
    gives: str
    cadence: str
    official_url: str
    license: str
    license_url: str
    attribution: str
    after: tuple[str, ...] = ()
    addresses: tuple[Address, ...] | Callable[[str | None], tuple[Address, ...]] = ()
    folders: tuple[str, ...] = ()
    not_data: tuple[str, ...] = ("readme", "readme.*")

    @property
    def package(self) -> str:
        return f"{importers.__name__}.{self.slug.replace('-', '_')}"

    @property
    def description(self) -> dict[str, str]:
        """What its row in the database says of it, by the names of the columns."""
        return {name: getattr(self, name) for name in DESCRIBED}

    @property
    def is_bundled(self) -> bool:
        """Whether the bundle has something of it."""
        return find_spec(f"{self.package}.bundle") is not None

    @property
    def loader(self) -> ModuleType:
        """The module with its `load`, imported now: polars alone takes a fifth of a second."""
        return import_module(f"{self.package}.loader")

    @property
    def bundle(self) -> ModuleType:
        """The module with its `TABLES`, `frames` and `store`, imported now."""
        return import_module(f"{self.package}.bundle")


@cache
def sources() -> dict[str, SourceFacts]:
    """Every source by its slug, after those that must be loaded before it.

    Raises ValueError for a folder that isn't named after its source, or that comes after itself or nothing known.
    """
    found: dict[str, SourceFacts] = {}
    for folder in pkgutil.iter_modules(importers.__path__, f"{importers.__name__}."):
        facts = getattr(import_module(folder.name), "SOURCE", None) if folder.ispkg else None
        if facts is None:
            continue
        if facts.package != folder.name:
            raise ValueError(f"{folder.name} holds the source {facts.slug!r}: it should be {facts.package}")
        found[facts.slug] = facts
    return {slug: found[slug] for slug in _in_order_of_loading(found)}


def _in_order_of_loading(found: Mapping[str, SourceFacts]) -> list[str]:
    """The slugs, those first on which most others build: so each is after all on which it builds itself."""
    builds_on: dict[str, set[str]] = {}
    for slug in TopologicalSorter({slug: facts.after for slug, facts in found.items()}).static_order():
        if slug not in found:
            raise ValueError(f"there is no source {slug!r}, after which another is to be loaded")
        builds_on[slug] = set(found[slug].after).union(*(builds_on[before] for before in found[slug].after))
    built_on = Counter(before for all_before in builds_on.values() for before in all_before)
    return sorted(found, key=lambda slug: (-built_on[slug], slug))


def addresses_of(slug: str, release: str | None) -> tuple[Address, ...]:
    """The files of the source on the web. Raises InputRefusedError for one that has no stable address."""
    facts = sources().get(slug)
    addresses = facts.addresses if facts else ()
    if callable(addresses):
        return addresses(release)
    if not addresses:
        known = ", ".join(sorted(slug for slug, facts in sources().items() if facts.addresses))
        raise refuse(
            f"{slug} has no address that stays: download its files as its README says."
            f" From the web come: {known}"
        )
    return addresses
