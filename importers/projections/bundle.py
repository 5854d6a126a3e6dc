"""A projection round in a bundle: its figures with their reasons, and the lay titles."""

from __future__ import annotations

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import TABLES, with_places
from importers.progress import Progress
from importers.projections import checks
from importers.projections.loader import RoundRows, occupation_ids, write
from importers.projections.rounds import round_of
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import AlternateTitle, Release

TABLE = TABLES["projections"]


def frames(release: Release, *, lay_titles: bool) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle; lay titles only if asked for."""
    names = [name for name in TABLE["projections"] if name != "code"]
    rows = release.projections.order_by("occupation__code").values_list("occupation__code", *names)
    tables = {"projections": pl.DataFrame(list(rows), schema=TABLE["projections"], orient="row")}
    if not lay_titles:
        return tables
    titles = release.alternate_titles.filter(kind=AlternateTitle.Kind.LAY)
    lay = titles.order_by("occupation__code", "title").values_list("occupation__code", "title")
    return tables | {"lay-titles": pl.DataFrame(list(lay), schema=TABLE["lay-titles"], orient="row")}


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    ids = occupation_ids()
    problems = Problems()
    for table in tables:
        checks.known_codes(with_places(entry, tables, table), ids.keys(), problems)
    checks.frame(with_places(entry, tables, "projections"), problems)
    problems.refuse()
    content = RoundRows(round_of(entry.label), tables["projections"], tables.get("lay-titles"))
    return write(content, ids, options, progress)
