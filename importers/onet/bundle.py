"""The O*NET database in a bundle: figures and names, none of its statements and descriptions.

Each part is of the newest release that has it, so a bundle may hold several releases, none of them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import polars as pl
from django.db.models import QuerySet

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.onet import checks
from importers.onet.loader import CHECKS, PARTS, ReleaseRows, occupation_ids, parts_of, rated_in, write
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Rating, Release
from occupations.release_parts import HALVES, SKILLS, WORK_CONTEXT, by_part

TABLES: Mapping[str, Schema] = {
    "ratings": {
        **dict.fromkeys(("code", "element", "name", "scale"), pl.String),
        "value": pl.Decimal(5, 2), "standard_error": pl.Decimal(7, 4), "sample_size": pl.Int32,
        "is_suppressed": pl.Boolean, "is_not_relevant": pl.Boolean, "domain_source": pl.String,
    },
    "job-zones": {"code": pl.String, "zone": pl.Int16, "lowest": pl.Int16},
    "education": {
        "code": pl.String, "category": pl.Int16, "percent": pl.Decimal(5, 2), "is_suppressed": pl.Boolean,
    },
    "technologies": {
        **dict.fromkeys(("code", "name", "kind_code", "kind"), pl.String),
        "is_hot": pl.Boolean, "is_in_demand": pl.Boolean,
    },
    "related-occupations": {
        **dict.fromkeys(("code", "related", "tier"), pl.String), "rank": pl.Int16,
    },
}  # fmt: skip
OPTIONAL = frozenset(TABLES)
# Columns that are called otherwise in the database.
COLUMNS = {"element": "element__code", "name": "element__name"}
# The tables as the importer names them.
CHECKED_AS = {"job-zones": "job zones", "related-occupations": "related occupations"}
# Work context is asked with answers to choose from, so that it alone has as many rows as all other ratings.
BUNDLED = {name for name, part in PARTS.items() if part.model is Rating and name != WORK_CONTEXT} | {
    CHECKED_AS.get(table, table) for table in TABLES
}
TIERS = {stored: published for published, stored in checks.TIERS.items()}


def contents(releases: QuerySet[Release]) -> Iterator[tuple[Release, Callable[[], dict[str, pl.DataFrame]]]]:
    """The releases that a part is read from, the earliest first, each with those parts alone."""
    ordered = list(releases)
    read = by_part(reversed(ordered))
    for release in ordered:
        parts = {name for name in PARTS if read.named.get(SKILLS if name in HALVES else name) == release}
        if parts & set(release.parts) & BUNDLED:
            yield release, partial(frames, release, parts & set(release.parts))


def frames(release: Release, parts: set[str]) -> dict[str, pl.DataFrame]:
    """These parts of the release, as tables of the bundle."""
    codes = {pk: code for code, pk in occupation_ids().items()}
    tables = {}
    rated = [PARTS[name] for name in PARTS if name in parts & BUNDLED and PARTS[name].model is Rating]
    if rated:
        ratings = _frame("ratings", release.ratings.all(), codes, COLUMNS)
        domain = checks.domain().alias("domain")
        kept = ratings.with_columns(domain).filter(pl.any_horizontal(map(rated_in, rated)))
        tables["ratings"] = kept.drop("domain")
    own: dict[str, QuerySet[Any]] = {
        "job-zones": release.job_zones.all(),
        "education": release.education_shares.all(),
        "technologies": release.technologies.all(),
        "related-occupations": release.related_occupations.all(),
    }
    for table, rows in own.items():
        if CHECKED_AS.get(table, table) in parts:
            frame = _frame(table, rows, codes)
            is_related = table == "related-occupations"
            tables[table] = frame.with_columns(pl.col("tier").replace(TIERS)) if is_related else frame
    return tables


def _frame(
    table: str, rows: QuerySet[Any], codes: dict[int, str], columns: dict[str, str] | None = None
) -> pl.DataFrame:
    """The rows, occupations by their O*NET-SOC codes, in the order of the table's columns."""
    schema = TABLES[table]
    ids = {"code": "occupation_id", "related": "related_id"}
    read = {name: pl.Int64 if name in ids else kind for name, kind in schema.items()}
    names = ids | (columns or {})
    values = rows.order_by().values_list(*(names.get(name, name) for name in schema))
    frame = pl.DataFrame(list(values), schema=read, orient="row")
    return frame.with_columns(
        pl.col(name).replace_strict(codes, return_dtype=pl.String) for name in ids if name in schema
    ).sort(*(name for name in schema if schema[name] == pl.String))


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    ids = occupation_ids()
    problems = Problems()
    rows = {}
    for table in tables:
        name = CHECKED_AS.get(table, table)
        rows[name] = CHECKS[name](_as_published(entry, tables, table), ids.keys(), problems)
    problems.refuse()
    if "job zones" in rows:
        rows["job zones"] = rows["job zones"].with_columns(tables["job-zones"]["lowest"])
    content = ReleaseRows(entry.label, entry.reference_period, entry.published_on, parts_of(rows))
    return write(content, ids, options, progress)


def _as_published(entry: Entry, tables: dict[str, pl.DataFrame], table: str) -> pl.DataFrame:
    """The table in text and in the columns of the importer's reader, for its checks."""
    frame = with_places(entry, tables, table)
    published = {
        "is_suppressed": "suppress",
        "is_not_relevant": "not_relevant",
        "is_hot": "hot",
        "is_in_demand": "in_demand",
        "percent": "value",
    }
    text = frame.with_columns(
        pl.when(name).then(pl.lit("Y")).otherwise(pl.lit("N")).alias(name)
        if kind == pl.Boolean
        else pl.col(name).cast(pl.String)
        for name, kind in TABLES[table].items()
    )
    if table == "ratings":
        text = text.with_columns(category=pl.lit(None, dtype=pl.String))
    if table == "education":
        element, scale = checks.EDUCATION
        text = text.with_columns(element=pl.lit(element), scale=pl.lit(scale))
    return text.rename(published, strict=False)
