"""A release of the O*NET database in a bundle: its figures and names, none of its statements and descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
from django.db.models import QuerySet

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.onet import checks
from importers.onet.loader import CHECKS, ReleaseRows, occupation_ids, parts_of, write
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Release

TABLES: Mapping[str, Schema] = {
    "ratings": {
        **dict.fromkeys(("code", "element", "name", "scale"), pl.String),
        "value": pl.Decimal(5, 2), "standard_error": pl.Decimal(7, 4), "sample_size": pl.Int32,
        "is_suppressed": pl.Boolean, "is_not_relevant": pl.Boolean,
    },
    "job-zones": {"code": pl.String, "zone": pl.Int16},
    "education": {
        "code": pl.String, "category": pl.Int16, "percent": pl.Decimal(5, 2), "is_suppressed": pl.Boolean,
    },
    "technologies": {
        **dict.fromkeys(("code", "name", "commodity_code", "commodity"), pl.String),
        "is_hot": pl.Boolean, "is_in_demand": pl.Boolean,
    },
    "related-occupations": {
        **dict.fromkeys(("code", "related", "tier"), pl.String), "rank": pl.Int16,
    },
}  # fmt: skip
# Columns that are called otherwise in the database.
COLUMNS = {"element": "element__code", "name": "element__name"}
# The tables as the importer names them.
CHECKED_AS = {"job-zones": "job zones", "related-occupations": "related occupations"}
TIERS = {stored: published for published, stored in checks.TIERS.items()}


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle."""
    codes = {pk: code for code, pk in occupation_ids().items()}
    related = _frame("related-occupations", release.related_occupations.all(), codes)
    return {
        "ratings": _frame("ratings", release.ratings.all(), codes, COLUMNS),
        "job-zones": _frame("job-zones", release.job_zones.all(), codes),
        "education": _frame("education", release.education_shares.all(), codes),
        "technologies": _frame("technologies", release.technologies.all(), codes),
        "related-occupations": related.with_columns(pl.col("tier").replace(TIERS)),
    }


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
    for table in TABLES:
        name = CHECKED_AS.get(table, table)
        rows[name] = CHECKS[name](_as_published(entry, tables, table), ids.keys(), problems)
    problems.refuse()
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
    if table == "education":
        element, scale = checks.EDUCATION
        text = text.with_columns(element=pl.lit(element), scale=pl.lit(scale))
    return text.rename(published, strict=False)
