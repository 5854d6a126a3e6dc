"""A release of OEWS in a bundle: its cells, and the areas and industries that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO

import polars as pl
from django.db import connection
from django.db.models import QuerySet

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema, with_places
from importers.oews import checks
from importers.oews.areas import AreaFacts
from importers.oews.cells import SCHEMA, Advance, ReleaseCells, ReleaseFacts
from importers.oews.classification import LAST_YEAR_OF_SOC_2010
from importers.oews.loader import store as store_cells
from importers.progress import Progress
from importers.report import Problems, refuse
from importers.runs import Loaded, Options
from occupations.models import Industry, Occupation, Release
from wages.industry_codes import IndustryCode
from wages.measures import MEASURES
from wages.models import Area
from wages.partitions import partition_name

TABLES: Mapping[str, Schema] = {
    "areas": dict.fromkeys(("code", "kind", "title", "state_code"), pl.String),
    "industries": {
        "code": pl.String, "kind": pl.String, "level": pl.Int16, "parent": pl.String, "title": pl.String,
    },
    "cells": {name: kind for name, kind in SCHEMA.items() if name != "line"},
    "occupations": {"code": pl.String, "title": pl.String, "level": pl.Int16},
}  # fmt: skip
# To May 2018: a code of SOC 2010 means what its title says. Later titles are those of SOC 2018.
OPTIONAL = ("occupations",)
# Cells copied at once: enough to be fast, few enough to show progress.
BATCH = 50_000
FIGURES = tuple(name for measure in MEASURES for name in (measure, f"{measure}_missing"))


def contents(releases: QuerySet[Release]) -> Iterator[tuple[Release, Callable[[], dict[str, pl.DataFrame]]]]:
    """All releases, the newest whole and the earlier ones for the nation; each with what makes its tables."""
    newest = releases.last()
    for release in releases:
        yield release, partial(frames, release, whole=release == newest)


def frames(release: Release, *, whole: bool) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle; unless `whole`, the nation and all industries alone."""
    areas = pl.DataFrame(
        list(Area.objects.values_list("id", "code", "kind", "title", "state_code")),
        schema={"area_id": pl.Int64, **TABLES["areas"]},
        orient="row",
    )
    industries = pl.DataFrame(
        list(Industry.objects.values_list("id", "code", "kind", "level", "parent__code", "title")),
        schema={"industry_id": pl.Int64, **TABLES["industries"]},
        orient="row",
    ).with_columns(
        industry_group=pl.struct("kind", "level").map_elements(
            lambda row: IndustryCode("", row["kind"], row["level"], None).group, return_dtype=pl.String
        )
    )
    occupations = pl.DataFrame(
        list(Occupation.objects.values_list("id", "code", "title", "level")),
        schema={
            "occupation_id": pl.Int64,
            "occupation_code": pl.String,
            "title": pl.String,
            "level": pl.Int16,
        },
        orient="row",
    )
    cells = _cells(release)
    if not whole:
        nation = areas.filter(pl.col("kind") == Area.Kind.NATION.value).select("area_id")
        everything = industries.filter(pl.col("kind") == Industry.Kind.ALL.value).select("industry_id")
        cells = cells.join(nation, on="area_id", how="semi").join(everything, on="industry_id", how="semi")
    used = {
        "areas": areas.join(cells, on="area_id", how="semi"),
        "industries": industries.join(cells, on="industry_id", how="semi"),
    }
    if int(release.label.split()[-1]) <= LAST_YEAR_OF_SOC_2010:
        coded = occupations.join(cells, on="occupation_id", how="semi")
        used["occupations"] = coded.rename({"occupation_code": "code"})
    named = (
        cells.join(used["areas"].select("area_id", area_code="code"), on="area_id")
        .join(
            used["industries"].select("industry_id", "industry_group", industry_code="code"), on="industry_id"
        )
        .join(occupations.select("occupation_id", "occupation_code"), on="occupation_id")
        .sort("occupation_code", "industry_code", "area_code")
    )
    tables = {name: frame.select(*TABLES[name]).sort("code") for name, frame in used.items()}
    return {
        **tables,
        "cells": named.select(pl.col(name).cast(kind) for name, kind in TABLES["cells"].items()),
    }


def _cells(release: Release) -> pl.DataFrame:
    """The rows of the release's partition, by ids."""
    ids = ("occupation_id", "area_id", "industry_id")
    columns = (*ids, "published_level", *FIGURES)
    csv = BytesIO()
    with connection.cursor() as cursor:
        statement = f"COPY {partition_name(release.pk)} ({', '.join(columns)}) TO STDOUT (FORMAT csv)"
        with cursor.copy(statement) as copy:
            for data in copy:
                csv.write(data)
    csv.seek(0)
    schema = {**dict.fromkeys(ids, pl.Int64), **{name: TABLES["cells"][name] for name in columns[3:]}}
    return pl.read_csv(csv, has_header=False, schema=schema)


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    if entry.hourly_cap is None or entry.annual_cap is None:
        raise refuse(f"the manifest has no wage caps of {entry.label}")
    return store_cells([_content(entry, tables)], options, progress)


def _content(entry: Entry, tables: dict[str, pl.DataFrame]) -> ReleaseCells:
    """The tables in the form in which the loader takes a publisher's files."""
    assert entry.hourly_cap is not None
    assert entry.annual_cap is not None
    tally: Counter[str] = Counter()
    industries = tables["industries"].select("code", "kind", "level", "parent", "title")
    cells = with_places(entry, tables, "cells")
    titled = tables.get("occupations", pl.DataFrame(schema=TABLES["occupations"]))
    titles = dict(titled.select("code", "title").iter_rows())
    return ReleaseCells(
        reader="bundle",
        file=str(cells["file"][0]) if cells.height else "",
        facts=ReleaseFacts(entry.label, entry.hourly_cap, entry.annual_cap, entry.published_on),
        areas=[AreaFacts(*row) for row in tables["areas"].iter_rows()],
        industries=[(IndustryCode(*row[:4]), row[4]) for row in industries.iter_rows()],
        occupations={code: titles.get(code, "") for code in cells["occupation_code"].unique().sort()},
        levels=dict(titled.select("code", "level").iter_rows()),
        batches=partial(_batches, cells, tally),
        tally=tally,
    )


def _batches(
    cells: pl.DataFrame, tally: Counter[str], problems: Problems, advance: Advance
) -> Iterator[pl.DataFrame]:
    for batch in cells.iter_slices(BATCH):
        file = batch["file"][0]
        checks.percentiles_in_order(batch, problems, file=file)
        checks.percents_to_100(batch, problems, file=file)
        tally["rows_read"] += batch.height
        yield batch.drop("file")
        advance(tally["rows_read"], cells.height)
