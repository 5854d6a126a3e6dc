"""A projection round in a bundle: its figures with their reasons, lay titles, and factors without sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import polars as pl
from django.db.models import QuerySet

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.progress import Progress
from importers.projections import checks
from importers.projections.factors import FACTORS, check_frame
from importers.projections.loader import RoundRows, occupation_ids, write
from importers.projections.rounds import FIRST_IN_SOC_2018, round_of
from importers.projections.stored import stored_factors, stored_rows
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import AlternateTitle, Release

TABLES: Mapping[str, Schema] = {
    "projections": checks.PROJECTIONS,
    "lay-titles": checks.LAY_TITLES,
    "factors": FACTORS,
}
# Of the earlier rounds the lay titles are left out: they are those of the newest, with fewer of them. Why occupations
# grow or shrink is known of the rounds whose workbook is loaded.
OPTIONAL = ("lay-titles", "factors")


def contents(releases: QuerySet[Release]) -> Iterator[tuple[Release, Callable[[], dict[str, pl.DataFrame]]]]:
    """The rounds coded in SOC 2018, the newest that has lay titles with them; each with what makes its tables."""
    titled = [release for release in releases if release.alternate_titles.exists()]
    for release in releases:
        if round_of(release.label).base_year >= FIRST_IN_SOC_2018:
            yield release, partial(frames, release, lay_titles=release in titled[-1:])


def frames(release: Release, *, lay_titles: bool) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle; lay titles only if asked for."""
    tables = {"projections": stored_rows(release)}
    if (factors := stored_factors(release)).height:
        tables["factors"] = factors
    if not lay_titles:
        return tables
    titles = release.alternate_titles.filter(kind=AlternateTitle.Kind.LAY)
    lay = titles.order_by("occupation__code", "title").values_list("occupation__code", "title")
    return tables | {"lay-titles": pl.DataFrame(list(lay), schema=TABLES["lay-titles"], orient="row")}


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    ids = occupation_ids()
    problems = Problems()
    for table in tables:
        checks.known_codes(with_places(entry, tables, table), ids.keys(), problems)
    found = round_of(entry.label)
    checks.frame(with_places(entry, tables, "projections"), found.years, problems)
    if "factors" in tables:
        check_frame(with_places(entry, tables, "factors"), ids.keys(), problems)
    problems.refuse()
    content = RoundRows(found, tables["projections"], tables.get("lay-titles"), tables.get("factors"))
    return write(content, ids, options, progress)
