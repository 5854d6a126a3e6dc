"""Reads the files of an O*NET release: tab-separated text, plain or gzipped, and workbooks; also copies of its tables
as comma-separated values and as Parquet. Knows nothing of Django."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import fastexcel
import polars as pl

from importers.files import read_text
from importers.onet import checks
from importers.onet.layouts import LAYOUTS, layout_of_file, layout_of_header, missing, positions, unexpected
from importers.report import SHOWN, InputRefusedError, Problems, refuse
from importers.workbooks import open_workbook

READ_ME = "Read Me"
LABEL = re.compile(r"O\*NET\W* (\d+\.\d+) Database")
MONTH = re.compile(r"([A-Z][a-z]+ \d{4}) Release")
NULLS = ("n/a", "")
# The first release that is coded by O*NET-SOC 2019.
FIRST_READ = (25, 1)


@dataclass
class OnetFiles:
    """What the files hold: for each table of `LAYOUTS` that is there, its columns as text, `line` and `file`.

    A column that none of a table's files has is all null. `label` ("29.0") and `month` (its first day) are
    those of the Read Me, None without one.
    """

    tables: dict[str, pl.DataFrame]
    label: str | None = None
    month: dt.date | None = None
    left_out: list[str] = field(default_factory=list)


def read(paths: Sequence[Path]) -> OnetFiles:
    """Read the files, told apart by their columns. Raises InputRefusedError, naming all that can't be read."""
    tables: dict[str, list[pl.DataFrame]] = {}
    found = OnetFiles({})
    problems = Problems()
    for path in paths:
        try:
            if name_of(path) == READ_ME and not is_workbook(path):
                found.label, found.month = _read_me(path)
                continue
            header, rows = _rows(path, problems)
            table = _table_of(path, header)
        except InputRefusedError as refused:
            # A file that isn't ours to read may be anything: a picture, a web page.
            if layout_of_file(name_of(path)) or name_of(path) == READ_ME:
                problems.extend(refused.problems)
            else:
                found.left_out.append(path.name)
            continue
        if table is None:
            found.left_out.append(path.name)
        elif rows is not None:
            tables.setdefault(LAYOUTS[table].table or table, []).append(_named(table, header, rows, path))
    if found.label is not None:
        check_age(found.label)
    problems.refuse()
    found.tables = {table: pl.concat(frames, how="diagonal") for table, frames in tables.items()}
    if not found.tables:
        problems.add("none of the files is a table of the O*NET database that is kept here")
    problems.refuse()
    return found


def check_age(label: str) -> None:
    """Refuse a release that is coded by an older list of occupations; `label` is such as "24.3"."""
    version = checks.version_of(label)
    if version and version < FIRST_READ:
        raise refuse(
            f"O*NET {label} is too old: it is coded by an O*NET-SOC before that of 2019. Releases from 25.1"
            " (November 2020) on are read"
        )


def name_of(path: Path) -> str:
    """The publisher's name of the table: "Job Zones.txt.gz" → "Job Zones"."""
    return re.sub(r"(\.txt|\.csv)?(\.gz)?$|\.xlsx$|\.parquet$", "", path.name, count=1, flags=re.IGNORECASE)


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"


def _read_me(path: Path) -> tuple[str | None, dt.date | None]:
    text = _text(path)
    label, month = LABEL.search(text), MONTH.search(text)
    try:
        first = dt.datetime.strptime(f"1 {month[1]}", "%d %B %Y").date() if month else None
    except ValueError:
        first = None
    return (label[1] if label else None), first


def _table_of(path: Path, header: Sequence[str]) -> str | None:
    """The table that the header is of; None for one that isn't kept. Refuses one of ours with other columns."""
    by_name, by_header = layout_of_file(name_of(path)), layout_of_header(header)
    if by_name is not None and not missing(by_name, header):
        by_header = by_name
    if by_header is None and by_name is not None:
        lacks = ", ".join(missing(by_name, header))
        separated = "" if len(header) > 1 else "; columns must be separated by tabs"
        raise refuse(f"missing columns: {lacks}{separated}", file=path.name, line=1)
    if by_name is not None and by_header is not None and (more := unexpected(by_header, header)):
        raise refuse(f"unexpected columns: {', '.join(more)}", file=path.name, line=1)
    return by_header


def _named(table: str, header: Sequence[str], rows: pl.DataFrame, path: Path) -> pl.DataFrame:
    """The table's columns under our names, spaces around them and marks of "nothing" taken away."""
    at = positions(table, header)
    layout = LAYOUTS[table]
    texts = {
        name: pl.nth(at[name]).str.strip_chars().replace(dict.fromkeys(NULLS))
        if name in at
        else pl.lit(None, dtype=pl.String)
        for name in (*layout.columns, *layout.optional)
    }
    return rows.select(**texts, line="line", file=pl.lit(path.name))


def _rows(path: Path, problems: Problems) -> tuple[list[str], pl.DataFrame | None]:
    """The header and the rows, one string column each and `line`; no rows if their length is wrong."""
    name = path.name.lower()
    if name.endswith(".parquet"):
        return _parquet_rows(path)
    if name.endswith((".csv", ".csv.gz")):
        return _csv_rows(path)
    return _workbook_rows(path) if is_workbook(path) else _text_rows(path, problems)


# Bytes unpacked; the largest of O*NET's files, Work Context, has 40 million.
LARGEST_FILE = 300 << 20


def _text(path: Path) -> str:
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise refuse(
            "the compressed file is cut off or damaged; download it again", file=path.name
        ) from error
    if len(raw) > LARGEST_FILE:
        raise refuse(f"the file is larger than {LARGEST_FILE:,} bytes: O*NET’s isn't", file=path.name)
    return read_text(path, raw)


def _text_rows(path: Path, problems: Problems) -> tuple[list[str], pl.DataFrame | None]:
    """As `_rows`. Quotation marks are part of the text in these files: a line is a row and a tab ends a column."""
    lines = pl.Series("text", _text(path).removesuffix("\n").split("\n"))
    header = [name.strip() for name in lines[0].split("\t")]
    frame = lines[1:].to_frame().with_row_index("line", offset=2).with_columns(pl.col("line").cast(pl.Int32))
    width = pl.col("text").str.count_matches("\t", literal=True) + 1
    wrong = frame.filter(width != len(header)).with_columns(width=width)
    if wrong.height:
        if layout_of_file(name_of(path)) or layout_of_header(header):
            for row in wrong.head(SHOWN).iter_rows(named=True):
                problems.add(
                    f"the row has {row['width']} fields, the header {len(header)}",
                    file=path.name,
                    line=row["line"],
                )
            problems.add_uncounted(max(0, wrong.height - SHOWN))
        return header, None
    cells = pl.col("text").str.split_exact("\t", len(header) - 1)
    return header, frame.select(cells.alias("cells"), "line").unnest("cells")


def _workbook_rows(path: Path) -> tuple[list[str], pl.DataFrame]:
    """The header and the rows of the first sheet, as strings."""
    workbook = open_workbook(path)
    try:
        # Without skip_rows, leading blank rows are dropped and every line number is wrong.
        sheet = workbook.load_sheet(0, header_row=None, skip_rows=0, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise refuse(f"the workbook can't be opened: {str(error).splitlines()[0]}", file=path.name) from error
    if not sheet.height:
        raise refuse("the workbook has no cells with anything in them", file=path.name)
    header = [(name or "").strip() for name in sheet.row(0)]
    rows = sheet[1:].with_columns(line=pl.int_range(2, sheet.height + 1, dtype=pl.Int32))
    return header, rows.filter(pl.any_horizontal(pl.exclude("line").is_not_null()))


def _csv_rows(path: Path) -> tuple[list[str], pl.DataFrame]:
    """A copy of a table as comma-separated values; O*NET issues none."""
    try:
        rows = pl.read_csv(_text(path).encode(), infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise refuse(
            f"it can't be read as comma-separated values: {str(error).splitlines()[0]}", file=path.name
        ) from error
    return _with_lines(rows)


def _parquet_rows(path: Path) -> tuple[list[str], pl.DataFrame]:
    """A copy of a table as Parquet; O*NET issues none."""
    try:
        rows = pl.read_parquet(path).with_columns(pl.all().cast(pl.String))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise refuse(f"it can't be read as Parquet: {str(error).splitlines()[0]}", file=path.name) from error
    return _with_lines(rows)


def _with_lines(rows: pl.DataFrame) -> tuple[list[str], pl.DataFrame]:
    """The header and the rows with their lines, as if they stood under it in a text.

    Programs that make such copies write a whole number as "8.0" in a column where another is missing.
    """
    whole = pl.all().str.replace(r"^(-?\d+)\.0$", "$1")
    line = pl.int_range(2, rows.height + 2, dtype=pl.Int32)
    return rows.columns, rows.with_columns(whole).with_columns(line=line)
