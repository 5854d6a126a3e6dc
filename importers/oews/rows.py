"""The rows of a workbook made into cells. Knows nothing of Django."""

from __future__ import annotations

from typing import Any

import polars as pl

from importers.oews import checks
from importers.oews.areas import kind_of_code
from importers.oews.cells import DECIMALS, DETAILED, DIGITS, SCHEMA, Reason, figure_type
from importers.report import Problems
from wages.industry_codes import INDUSTRY_GROUPS, IndustryCodes
from wages.measures import ANNUAL_WAGES, HOURLY_WAGES, MEASURES

MEASURE_COLUMNS = {
    "employment": "TOT_EMP",
    "employment_rse": "EMP_PRSE",
    "jobs_per_1000": "JOBS_1000",
    "location_quotient": "LOC_QUOTIENT",
    "percent_of_industry": "PCT_TOTAL",
    "percent_reporting": "PCT_RPT",
    "hourly_mean": "H_MEAN",
    "annual_mean": "A_MEAN",
    "wage_rse": "MEAN_PRSE",
    "hourly_p10": "H_PCT10",
    "hourly_p25": "H_PCT25",
    "hourly_median": "H_MEDIAN",
    "hourly_p75": "H_PCT75",
    "hourly_p90": "H_PCT90",
    "annual_p10": "A_PCT10",
    "annual_p25": "A_PCT25",
    "annual_median": "A_MEDIAN",
    "annual_p75": "A_PCT75",
    "annual_p90": "A_PCT90",
}
COLUMNS = (
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE",
    "OCC_CODE", "OCC_TITLE", "O_GROUP", *MEASURE_COLUMNS.values(), "ANNUAL", "HOURLY",
)  # fmt: skip
LEVELS = {"total": 0, "major": 1, "minor": 2, "broad": 3, "detailed": DETAILED}
# A flag says that the occupation is published on this basis only.
OTHER_BASIS_FLAG = {**dict.fromkeys(HOURLY_WAGES, "ANNUAL"), **dict.fromkeys(ANNUAL_WAGES, "HOURLY")}
OCCUPATION = r"^\d\d-\d{4}$"
NUMBER = r"^\d+(?:\.\d+)?$"
KEY = ["occupation_code", "area_code", "industry_code"]


def cells_of(table: pl.DataFrame, codes: IndustryCodes, problems: Problems, *, file: str) -> pl.DataFrame:
    """The rows as a frame of `cells.SCHEMA`, one for each cell. What is wrong is added to the problems.

    The frame has the columns of `COLUMNS` that its release has, as text or null, and `line`.
    """
    table = table.with_columns(pl.col("O_GROUP", "I_GROUP").str.to_lowercase())
    table = checks.none_where(
        table,
        ~pl.col("OCC_CODE").fill_null("").str.contains(OCCUPATION),
        lambda row: f'"{row["OCC_CODE"] or ""}" is not the code of an occupation',
        problems, file=file,
    )  # fmt: skip
    table = checks.none_where(
        table,
        ~pl.col("O_GROUP").fill_null("").is_in(list(LEVELS)),
        lambda row: f'unknown O_GROUP "{row["O_GROUP"] or ""}"; expected {", ".join(LEVELS)}',
        problems, file=file,
    )  # fmt: skip
    table = checks.none_where(
        table,
        pl.any_horizontal(pl.col("ANNUAL", "HOURLY").str.to_uppercase() != "TRUE"),
        lambda row: f"ANNUAL and HOURLY are TRUE or empty, not {row['ANNUAL']} and {row['HOURLY']}",
        problems, file=file,
    )  # fmt: skip
    for measure, column in MEASURE_COLUMNS.items():
        if column in table.columns:
            table = _with_known_marks(table, measure, column, problems, file=file)
    cells = _with_our_codes(table, codes, problems, file=file).with_columns(
        column for measure in MEASURES for column in _figure_and_reason(measure, table.columns)
    )
    return _once_each(cells, problems, file=file).select(*SCHEMA).match_to_schema(SCHEMA)


def seven_digits(area: str, kind: str) -> str | None:
    """An area's code as LABSTAT writes it, from AREA and AREA_TYPE: ("17", "2") → "1700000"."""
    if not area.isdigit():
        return None
    codes = {
        "1": "0000000" if area == "99" else None,
        "2": area.zfill(2).ljust(7, "0"),
        "3": area.zfill(2).ljust(7, "0"),
        "4": area.zfill(7),
        "6": area.zfill(7),
    }
    return codes.get(kind)


def _with_known_marks(
    table: pl.DataFrame, measure: str, column: str, problems: Problems, *, file: str
) -> pl.DataFrame:
    """The rows whose cell in the column is empty, a number of the right form, or a mark that belongs there."""
    text = pl.col(column)
    dot = text.str.find(".", literal=True)
    decimals = pl.when(dot.is_null()).then(0).otherwise(text.str.len_bytes() - dot - 1)
    whole = pl.coalesce(dot, text.str.len_bytes())
    is_number = (
        text.str.contains(NUMBER)
        & (decimals <= DECIMALS[measure])
        & (whole <= DIGITS[measure] - DECIMALS[measure])
    )
    return checks.none_where(
        table,
        ~(is_number | text.is_in(list(_marks(measure)))),
        lambda row: f'{column}: "{row[column]}" is neither a figure nor a mark that belongs here',
        problems, file=file,
    )  # fmt: skip


def _marks(measure: str) -> dict[str, Reason]:
    """The marks that may stand for a figure. "*" turns into another reason where a flag says so."""
    marks = {"*": Reason.NOT_RELEASED, "**": Reason.NOT_RELEASED}
    if measure in OTHER_BASIS_FLAG:
        marks["#"] = Reason.TOP_CODED
    if measure == "percent_reporting":
        marks["~"] = Reason.BELOW_THRESHOLD
    return marks


def _figure_and_reason(measure: str, columns: list[str]) -> tuple[pl.Expr, pl.Expr]:
    column, missing = MEASURE_COLUMNS[measure], f"{measure}_missing"
    if column not in columns:
        nothing = pl.lit(None, figure_type(measure)).alias(measure)
        return nothing, pl.lit(int(Reason.NOT_STATED), pl.Int16).alias(missing)
    marks = {mark: int(reason) for mark, reason in _marks(measure).items()}
    text = pl.col(column)
    reason = text.replace_strict(marks, default=None, return_dtype=pl.Int16)
    if flag := OTHER_BASIS_FLAG.get(measure):
        other_basis = (text == "*") & pl.col(flag).is_not_null()
        reason = pl.when(other_basis).then(int(Reason.OTHER_BASIS)).otherwise(reason)
    reason = pl.when(text.is_null()).then(int(Reason.NOT_PRODUCED)).otherwise(reason)
    figure = pl.when(~text.is_in(list(marks))).then(text).cast(figure_type(measure))
    return figure.alias(measure), reason.cast(pl.Int16).alias(missing)


def _with_our_codes(
    table: pl.DataFrame, codes: IndustryCodes, problems: Problems, *, file: str
) -> pl.DataFrame:
    """The rows with the codes of `cells.KEY`; those with an unknown area or industry are set aside."""
    table = table.with_columns(pl.col("AREA", "AREA_TYPE", "NAICS", "OWN_CODE").fill_null(""))
    areas = {
        (area, kind): code
        for area, kind in table.select("AREA", "AREA_TYPE").unique().iter_rows()
        if (code := seven_digits(area, kind)) and kind_of_code(code)
    }
    known = {pair: industry for pair, industry in codes.items() if industry is not None}
    table = table.with_columns(
        _looked_up(("AREA", "AREA_TYPE"), areas).alias("area_code"),
        *(
            _looked_up(
                ("NAICS", "OWN_CODE"), {pair: getattr(industry, fact) for pair, industry in known.items()}
            ).alias(name)
            for name, fact in (("industry_code", "code"), ("own_group", "group"), ("industry_kind", "kind"))
        ),
    )
    for what, column, found in (("area", "AREA", "area_code"), ("industry", "NAICS", "industry_code")):
        unknown = checks.Unknown(what, file, "rows")
        table = unknown.set_aside(table, column, pl.col(found).is_not_null())
        unknown.tell(problems)
    digits = pl.col("I_GROUP").str.extract(r"^([3-6])-digit")
    by_owner = pl.when(pl.col("industry_kind") == "ownership").then(pl.lit(" by ownership"))
    listed = pl.concat_str(digits, pl.lit("-digit industries"), by_owner.otherwise(pl.lit("")))
    return table.with_columns(
        pl.col("OCC_CODE").alias("occupation_code"),
        pl.coalesce(listed, "own_group").cast(pl.Enum(INDUSTRY_GROUPS)).alias("industry_group"),
        pl.col("own_group").cast(pl.Enum(INDUSTRY_GROUPS)),
        pl.col("O_GROUP").replace_strict(LEVELS, return_dtype=pl.Int16).alias("published_level"),
    )


def _looked_up(columns: tuple[str, str], values: dict[tuple[str, str], str]) -> pl.Expr:
    """What a pair of columns stands for; null where it is in no pair of `values`."""
    joined = {f"{first}|{second}": value for (first, second), value in values.items()}
    pair = pl.concat_str(columns, separator="|")
    return pair.replace_strict(joined, default=None, return_dtype=pl.String)


def _once_each(cells: pl.DataFrame, problems: Problems, *, file: str) -> pl.DataFrame:
    """One row for each cell.

    A code printed as broad group and as detailed occupation is one figure printed twice, and so is an
    industry printed as 3-digit and as 4-digit: identical repeats are collapsed, differing ones refused.
    """
    if not cells.select(pl.struct(KEY).is_duplicated().any()).item():
        return cells
    printed = [*KEY, "published_level", "industry_group"]
    cells = checks.none_where(
        cells,
        ~pl.struct(printed).is_first_distinct(),
        lambda row: f"the row is there twice: {_named(row)}",
        problems, file=file,
    )  # fmt: skip
    figures = [name for measure in MEASURES for name in (measure, f"{measure}_missing")]
    cells = cells.sort(
        pl.col("published_level"), (pl.col("industry_group") == pl.col("own_group")), descending=True
    )
    once = cells.unique(KEY, keep="first", maintain_order=True)
    checks.none_where(
        cells.unique([*KEY, *figures], keep="first", maintain_order=True).sort("line"),
        ~pl.struct(KEY).is_first_distinct(),
        lambda row: f"printed again with other figures: {_named(row)}",
        problems, file=file,
    )  # fmt: skip
    return once.sort("line")


def _named(row: dict[str, Any]) -> str:
    return f"occupation {row['occupation_code']}, area {row['area_code']}, industry {row['industry_code']}"
