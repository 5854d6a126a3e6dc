"""SOC 2018 in a bundle: the structure and the direct-match titles, laid out like the publisher's workbooks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.code_systems import SOC
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from importers.soc import checks
from importers.soc.loader import KINDS, write
from importers.soc.reader import LEVELS
from occupations.models import AlternateTitle, Occupation, Release

TABLES: Mapping[str, Schema] = {
    "structure": dict.fromkeys(("major", "minor", "broad", "detailed", "title"), pl.String),
    "titles": dict.fromkeys(("code", "title", "example"), pl.String),
}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    titles = release.alternate_titles.filter(kind__in=KINDS).order_by("occupation__code", "title")
    rows = [
        (code, title, "x" if kind == AlternateTitle.Kind.ILLUSTRATIVE else None)
        for code, title, kind in titles.values_list("occupation__code", "title", "kind")
    ]
    return {
        "structure": pl.DataFrame(list(_structure()), schema=TABLES["structure"], orient="row"),
        "titles": pl.DataFrame(rows, schema=TABLES["titles"], orient="row"),
    }


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    problems = Problems()
    occupations = checks.occupations(with_places(entry, tables, "structure"), problems)
    problems.refuse()
    titles = checks.alternate_titles(with_places(entry, tables, "titles"), set(occupations["code"]), problems)
    problems.refuse()
    return write(occupations, titles, options, progress)


def _structure() -> Iterator[tuple[str | None, ...]]:
    """A row for each occupation but the total, parents right above their children, in the order of the codes."""
    children: dict[int | None, list[tuple[int, str, int, str]]] = defaultdict(list)
    rows = Occupation.objects.filter(system__slug=SOC, is_retired=False, level__lte=Occupation.Level.DETAILED)
    for pk, code, level, title, parent in rows.order_by("code").values_list(
        "id", "code", "level", "title", "parent_id"
    ):
        children[parent].append((pk, code, level, title))

    def under(parent: int | None) -> Iterator[tuple[str | None, ...]]:
        for pk, code, level, title in children[parent]:
            if level:
                yield (*(code if level == depth + 1 else None for depth in range(len(LEVELS))), title)
            yield from under(pk)

    yield from under(None)
