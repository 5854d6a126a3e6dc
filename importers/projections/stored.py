"""A round as the database has it: what a file of it alone is put beside, and what goes into a bundle."""

from __future__ import annotations

import polars as pl

from importers.projections import checks
from importers.projections.factors import FACTORS
from importers.report import Problems
from occupations.carried import CARRIED
from occupations.models import MissingReason, Release

NOT_STATED = int(MissingReason.NOT_STATED)


def stored_rows(release: Release) -> pl.DataFrame:
    """What the release itself states, as a frame of `checks.PROJECTIONS`: without what is carried from another."""
    names = [name for name in checks.PROJECTIONS if name != "code"]
    rows = release.projections.order_by("occupation__code").values_list(
        "occupation__code", *names, "carried_from"
    )
    frame = pl.DataFrame(list(rows), schema={**checks.PROJECTIONS, "carried_from": pl.Int64}, orient="row")
    own = pl.col("carried_from").is_null()
    blank = [
        column
        for figure in CARRIED
        for column in (
            pl.when(own).then(figure).alias(figure),
            pl.when(own).then(f"{figure}_missing").otherwise(NOT_STATED).alias(f"{figure}_missing"),
        )
    ]
    return frame.with_columns(blank).drop("carried_from").cast(checks.PROJECTIONS)  # type: ignore[arg-type]


def stored_factors(release: Release) -> pl.DataFrame:
    """Why occupations grow or shrink as the release has it, as a frame of `FACTORS`: facts, and no sentence."""
    rows = release.utilization_factors.order_by("occupation__code", "industry_code")
    facts = [
        (
            factor.occupation.code,
            factor.industry_code,
            factor.industry_title,
            ",".join(factor.kinds),
            factor.direction,
        )
        for factor in rows.select_related("occupation")
    ]
    return pl.DataFrame(facts, schema=FACTORS, orient="row")


def has_workbook(stored: pl.DataFrame) -> bool:
    """Whether the stored rows come from the workbook: the web table states no self-employed."""
    return stored.filter(pl.col("percent_self_employed").is_not_null()).height > 0


def beside_workbook(
    rows: pl.DataFrame, stored: pl.DataFrame, force: bool, problems: Problems
) -> pl.DataFrame:
    """The rows of a web table with what only the workbook that is loaded gives: groups, and the self-employed.

    Both print the same figures. Where they differ, the web table belongs to a reissue, of which the workbook is
    wanted, too, unless forced.
    """
    both = rows.join(stored, on="code", how="left", suffix="_stored")
    columns: list[pl.Expr] = []
    for figure in checks.FIGURES:
        reason, stored_reason = pl.col(f"{figure}_missing"), pl.col(f"{figure}_missing_stored")
        is_unstated = reason.eq_missing(NOT_STATED)
        differs = (
            ~is_unstated
            & ~stored_reason.eq_missing(NOT_STATED)
            & (pl.col(f"{figure}_stored").is_not_null() | stored_reason.is_not_null())
            & (pl.col(figure).ne_missing(pl.col(f"{figure}_stored")) | reason.ne_missing(stored_reason))
        )
        for row in both.filter(differs).head(0 if force else 3).iter_rows(named=True):
            problems.add(
                f"{row['code']}: {figure.replace('_', ' ')} is {row[figure]} here and {row[f'{figure}_stored']} in the"
                " workbook that is loaded; give the workbook of this issue together with the web table"
            )
        keep = is_unstated & (pl.col(f"{figure}_stored").is_not_null() | stored_reason.is_not_null())
        columns += [
            pl.when(keep).then(f"{name}_stored").otherwise(name).alias(name)
            for name in (figure, f"{figure}_missing")
        ]
    url = pl.coalesce("handbook_url_stored", "handbook_url").alias("handbook_url")
    merged = both.select("code", *columns, url).cast(checks.PROJECTIONS)  # type: ignore[arg-type]
    return pl.concat([merged, stored.join(rows, on="code", how="anti")])
