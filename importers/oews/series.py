"""The data file of LABSTAT: series of one figure each, made into cells. Knows nothing of Django.

Series ids are fixed in width: OEUM001018000000000000013 is OE, U (not seasonally adjusted), M (metropolitan
or nonmetropolitan; S state, N nation), area in 7, industry in 6, occupation in 6, datatype in 2. A cell is
the series that share all but the datatype; they follow one another in the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from importers.oews import checks
from importers.oews.cells import DECIMALS, DIGITS, SCHEMA, Advance, Reason, ReleaseFacts, figure_type
from importers.oews.stream import Piece, pieces_of
from importers.report import Problems, refuse
from wages.industry_codes import INDUSTRY_GROUPS, IndustryCode
from wages.measures import MEASURES

HEADER = ("series_id", "year", "period", "value", "footnote_codes")
ID_WITHOUT_DATATYPE = 23
SERIES_ID = r"^OEU[NSM]\d{7}[0-9A-Z-]{6}\d{6}(?:0[1-9]|1[0-7])$"
NUMBER = r"^\d+(?:\.\d+)?$"
NO_FIGURE = "-"
PERIOD = "A01"
BROKEN = "!"

# The number of each datatype: the publisher's name for it, and ours.
DATATYPES = {
    1: ("Employment", "employment"),
    2: ("Employment percent relative standard error", "employment_rse"),
    3: ("Hourly mean wage", "hourly_mean"),
    4: ("Annual mean wage", "annual_mean"),
    5: ("Wage percent relative standard error", "wage_rse"),
    6: ("Hourly 10th percentile wage", "hourly_p10"),
    7: ("Hourly 25th percentile wage", "hourly_p25"),
    8: ("Hourly median wage", "hourly_median"),
    9: ("Hourly 75th percentile wage", "hourly_p75"),
    10: ("Hourly 90th percentile wage", "hourly_p90"),
    11: ("Annual 10th percentile wage", "annual_p10"),
    12: ("Annual 25th percentile wage", "annual_p25"),
    13: ("Annual median wage", "annual_median"),
    14: ("Annual 75th percentile wage", "annual_p75"),
    15: ("Annual 90th percentile wage", "annual_p90"),
    16: ("Employment per 1,000 jobs", "jobs_per_1000"),
    17: ("Location Quotient", "location_quotient"),
}
DATATYPE_OF = {measure: number for number, (_, measure) in DATATYPES.items()}
DECIMALS_OF = {number: DECIMALS[measure] for number, (_, measure) in DATATYPES.items()}
WHOLE_DIGITS_OF = {number: DIGITS[measure] - DECIMALS[measure] for number, (_, measure) in DATATYPES.items()}


@dataclass(frozen=True)
class Codes:
    """What the small files of the folder define.

    Areas with their letter ("M0010180"); industries by the code of LABSTAT; occupations by six digits, with
    the level that the file states; footnotes, with the reason for a missing figure where they give one.
    """

    areas: frozenset[str]
    industries: dict[str, IndustryCode]
    occupations: dict[str, int | None]
    footnotes: dict[str, Reason | None]


def batches(
    problems: Problems,
    advance: Advance,
    *,
    file: Path,
    facts: ReleaseFacts,
    codes: Codes,
    tally: Counter[str],
) -> Iterator[pl.DataFrame]:
    """The cells of the data file in frames of `cells.SCHEMA`. What is wrong is added to the problems.

    Raises InputRefusedError where reading can't go on: an empty or broken file, another header.
    """
    size = file.stat().st_size
    reader = _Reader(file.name, facts, codes, problems)
    for piece in pieces_of(file, same=ID_WITHOUT_DATATYPE):
        cells = reader.cells_of(piece)
        tally["rows_read"] = piece.first_line + piece.lines.count(b"\n") - 2
        advance(piece.read, size)
        if cells.height:
            yield cells
    reader.finish()


class _Reader:
    """What has to be remembered from one piece of the file to the next."""

    def __init__(self, file: str, facts: ReleaseFacts, codes: Codes, problems: Problems) -> None:
        self.file, self.facts, self.codes, self.problems = file, facts, codes, problems
        self.header: tuple[str, ...] = ()
        self.other_periods: set[tuple[str, str]] = set()
        self.unknown_footnotes = checks.Unknown("footnote", file, "series")
        self.unknown_codes = {
            column: checks.Unknown(column.replace("_", " ").removesuffix(" code"), file)
            for column in ("area_code", "industry_code", "occupation_code")
        }
        self.seen: list[pl.DataFrame] = []

    def cells_of(self, piece: Piece) -> pl.DataFrame:
        lines, first_line = self._without_header(piece)
        series = self._checked(_parsed(lines, first_line, self.header, self.problems, file=self.file))
        cells = self._with_our_codes(_pivoted(series))
        self.seen.append(cells.select("area_code", "occupation_code", "industry_code", "line", "datatypes"))
        cells = cells.select(*SCHEMA)
        checks.percentiles_in_order(cells, self.problems, file=self.file)
        return cells

    def _without_header(self, piece: Piece) -> tuple[bytes, int]:
        if self.header:
            return piece.lines, piece.first_line
        first, _, rest = piece.lines.partition(b"\n")
        self.header = tuple(name.strip() for name in first.decode(errors="replace").split("\t"))
        if not checks.columns(self.header, HEADER, self.problems, file=self.file, separated="by tabs"):
            self.problems.refuse()
        return rest, piece.first_line + 1

    def _checked(self, series: pl.DataFrame) -> pl.DataFrame:
        """The series without those that say nothing sure; each of them is a problem. Adds datatype and reason."""
        series = checks.none_where(
            series,
            ~pl.col("series_id").str.contains(SERIES_ID),
            lambda row: f'"{row["series_id"]}" is not the id of a series of OEWS',
            self.problems, file=self.file,
        )  # fmt: skip
        series = self._of_this_release(series).with_columns(
            _replaced("footnote_codes", self._reasons(series), pl.Int16).alias("reason"),
            pl.col("series_id").str.slice(ID_WITHOUT_DATATYPE, 2).cast(pl.Int16).alias("datatype"),
            (pl.col("value") != NO_FIGURE).alias("has_figure"),
        )
        return self._with_figure_or_reason(self._once_each(series))

    def _of_this_release(self, series: pl.DataFrame) -> pl.DataFrame:
        year = str(self.facts.year)
        strange = (pl.col("year") != year) | (pl.col("period") != PERIOD)
        other = series.filter(strange)
        if other.is_empty():
            return series
        for row in other.unique(["year", "period"], keep="first", maintain_order=True).iter_rows(named=True):
            if (row["year"], row["period"]) not in self.other_periods:
                self.other_periods.add((row["year"], row["period"]))
                self.problems.add(
                    f"series of {row['year']} {row['period']} begin here; oe.release says {self.facts.label},"
                    f" which is {year} {PERIOD}",
                    file=self.file, line=row["line"],
                )  # fmt: skip
        return series.filter(~strange)

    def _reasons(self, series: pl.DataFrame) -> dict[str, int | None]:
        """For every combination of footnotes that occurs, the reason that is decided first."""
        reasons: dict[str, int | None] = {}
        for written in series["footnote_codes"].unique():
            notes = [note for note in written.split(",") if note]
            given = [reason for note in notes if (reason := self.codes.footnotes.get(note))]
            reasons[written] = min(given, default=None)
            for note in set(notes) - self.codes.footnotes.keys():
                column = pl.col("footnote_codes")
                self.unknown_footnotes.note(series.filter(column == written), note)
        return reasons

    def _once_each(self, series: pl.DataFrame) -> pl.DataFrame:
        """Each series once; they are in order in every real file, and then there is nothing to look for."""
        same_cell = pl.col("cell") == pl.col("cell").shift()
        if series.select((same_cell & (pl.col("datatype") <= pl.col("datatype").shift())).any()).item():
            series = checks.none_where(
                series,
                ~pl.struct("cell", "datatype").is_first_distinct(),
                lambda row: f"series {row['series_id']} is there twice",
                self.problems, file=self.file,
            )  # fmt: skip
        return series

    def _with_figure_or_reason(self, series: pl.DataFrame) -> pl.DataFrame:
        """Only series whose value is a number of the right form, or "-" with the reason; never both."""
        value, dot = pl.col("value"), pl.col("value").str.find(".", literal=True)
        whole = pl.coalesce(dot, value.str.len_bytes())
        decimals = pl.when(dot.is_null()).then(0).otherwise(value.str.len_bytes() - dot - 1)
        is_number = (
            value.str.contains(NUMBER)
            & (decimals <= _replaced("datatype", DECIMALS_OF, pl.UInt32))
            & (whole <= _replaced("datatype", WHOLE_DIGITS_OF, pl.UInt32))
        )
        no_number = pl.col("has_figure") & ~is_number
        both = pl.col("has_figure") & pl.col("reason").is_not_null()
        neither = ~pl.col("has_figure") & pl.col("reason").is_null()
        if not series.select((no_number | both | neither).any()).item():
            return series
        for bad, say in (
            (
                no_number,
                lambda row: f'"{row["value"]}" is not a figure for {DATATYPES[row["datatype"]][0].lower()}',
            ),
            (
                both,
                lambda row: (
                    f"a figure, {row['value']}, and footnote {row['footnote_codes']}, by which there is none"
                ),
            ),
            (
                neither,
                lambda row: f'no figure, and no footnote that says why: footnote "{row["footnote_codes"]}"',
            ),
        ):
            series = checks.none_where(series, bad, say, self.problems, file=self.file)
        return series

    def _with_our_codes(self, cells: pl.DataFrame) -> pl.DataFrame:
        """The cells with our codes in place of LABSTAT's; those with an unknown code are set aside."""
        cells = cells.with_columns(
            pl.col("series_id").str.slice(3, 8).alias("area_code"),
            pl.col("series_id").str.slice(11, 6).alias("industry_code"),
            pl.col("series_id").str.slice(17, 6).alias("occupation_code"),
        )
        codes: dict[str, Collection[str]] = {
            "area_code": self.codes.areas,
            "industry_code": self.codes.industries,
            "occupation_code": self.codes.occupations,
        }
        for column, known in codes.items():
            cells = self.unknown_codes[column].set_aside(cells, column, pl.col(column).is_in(list(known)))
        industries = self.codes.industries
        area, occupation = pl.col("area_code"), pl.col("occupation_code")
        return cells.with_columns(
            area.str.slice(1),
            _replaced(
                "industry_code", {code: industry.code for code, industry in industries.items()}, pl.String
            ),
            _replaced(
                "industry_code",
                {code: industry.group for code, industry in industries.items()},
                pl.Enum(INDUSTRY_GROUPS),
            ).alias("industry_group"),
            pl.concat_str(occupation.str.slice(0, 2), pl.lit("-"), occupation.str.slice(2)),
            _replaced("occupation_code", self.codes.occupations, pl.Int16).alias("published_level"),
        )

    def finish(self) -> None:
        """What can be told only at the end of the file."""
        if not self.header:
            raise refuse("the file is empty", file=self.file)
        for unknown in (self.unknown_footnotes, *self.unknown_codes.values()):
            unknown.tell(self.problems)
        seen = pl.concat(self.seen)
        if seen.is_empty() and not self.problems:
            self.problems.add("the file has no series", file=self.file)
        self._find_scattered(seen)

    def _find_scattered(self, seen: pl.DataFrame) -> None:
        """Cells whose series are in more than one place of the file."""
        key = ["area_code", "occupation_code", "industry_code"]
        again = seen.filter(pl.struct(key).is_duplicated())
        checks.none_where(
            again.with_columns(
                pl.struct(key).is_first_distinct().alias("first"),
                (pl.col("datatypes").bitwise_or().over(key) != pl.col("datatypes").sum().over(key)).alias("twice"),
            ),
            ~pl.col("first"),
            lambda row: (
                f"{'series are there twice' if row['twice'] else 'the series are not together'}: occupation"
                f" {row['occupation_code']}, area {row['area_code']}, industry {row['industry_code']}"
            ),
            self.problems, file=self.file,
        )  # fmt: skip


def _replaced(column: str, mapping: Mapping[Any, Any], kind: pl.DataType | type[pl.DataType]) -> pl.Expr:
    return pl.col(column).replace_strict(mapping, return_dtype=kind)


def _parsed(
    lines: bytes, first_line: int, header: Sequence[str], problems: Problems, *, file: str
) -> pl.DataFrame:
    """The lines as text, each with its number and the number of its cell in the piece."""
    tabs = len(HEADER) - 1
    if not lines:
        return pl.DataFrame(schema={"line": pl.UInt32, **dict.fromkeys(header, pl.String), "cell": pl.UInt32})
    cell = pl.col("series_id").str.slice(0, ID_WITHOUT_DATATYPE)
    try:
        if lines.count(b"\t") != tabs * lines.count(b"\n"):
            raise pl.exceptions.SchemaError
        series = _text(lines, first_line, header)
    except (pl.exceptions.SchemaError, pl.exceptions.ComputeError):
        lines = _without_broken(lines, first_line, tabs, problems, file=file)
        series = _text(lines, first_line, header).filter(pl.col("series_id") != BROKEN)
    return series.with_columns(
        pl.col("series_id").str.strip_chars_end(),
        pl.col("value", "footnote_codes").str.strip_chars(),
        (cell != cell.shift(fill_value="")).cum_sum().alias("cell"),
    )


def _text(lines: bytes, first_line: int, header: Sequence[str]) -> pl.DataFrame:
    """Every column as text. polars fills a line up that is too short, and raises an error for one too long."""
    return pl.read_csv(
        lines, has_header=False, separator="\t", quote_char=None, new_columns=list(header),
        infer_schema=False, encoding="utf8-lossy", empty_string_is_null=False,
        row_index_name="line", row_index_offset=first_line,
    )  # fmt: skip


def _without_broken(lines: bytes, first_line: int, tabs: int, problems: Problems, *, file: str) -> bytes:
    """The lines with a mark in place of each that has too many or too few columns, so that numbers stay."""
    mark = BROKEN.encode() + b"\t" * tabs
    whole = []
    for number, line in enumerate(lines.removesuffix(b"\n").split(b"\n"), first_line):
        if line.count(b"\t") == tabs:
            whole.append(line)
            continue
        if line.strip():
            found = line.count(b"\t") + 1
            problems.add(f"{tabs + 1} columns expected, {found} found", file=file, line=number)
        whole.append(mark)
    return b"\n".join(whole) + b"\n"


def _pivoted(series: pl.DataFrame) -> pl.DataFrame:
    """A row for each cell: the id and line of its first series, which datatypes it has, and its figures."""
    wide = series.pivot(
        on="datatype", on_columns=list(DATATYPES), index="cell", values=["value", "reason"],
        aggregate_function="first",
    )  # fmt: skip
    return series.filter(pl.col("cell").is_first_distinct()).select("cell", "series_id", "line").join(
        wide, on="cell", how="left", maintain_order="left", validate="1:1"
    ).with_columns(
        pl.sum_horizontal(
            pl.when(pl.col(f"value_{number}").is_not_null()).then(1 << number).otherwise(0)
            for number in DATATYPES
        ).alias("datatypes"),
        *(column for measure in MEASURES for column in _figure_and_reason(measure)),
    )  # fmt: skip


def _figure_and_reason(measure: str) -> tuple[pl.Expr, pl.Expr]:
    missing = f"{measure}_missing"
    if measure not in DATATYPE_OF:
        # LABSTAT has no such series; the workbooks state it.
        return pl.lit(None, figure_type(measure)).alias(measure), _reason(Reason.NOT_STATED).alias(missing)
    number = DATATYPE_OF[measure]
    value, reason = pl.col(f"value_{number}"), pl.col(f"reason_{number}")
    figure = pl.when(value != NO_FIGURE).then(value).cast(figure_type(measure))
    return figure.alias(measure), pl.when(value.is_null()).then(_reason(Reason.NOT_PRODUCED)).otherwise(
        reason
    ).alias(missing)


def _reason(reason: Reason) -> pl.Expr:
    return pl.lit(int(reason), pl.Int16)
