"""Tables in workbooks and text files: the header is found by its words, and every row keeps its line number.

Everything is read as text, spaces tidied and empty cells as null; what the text means is the business of
each source's reader. Knows nothing of Django.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from importers.files import read_text
from importers.report import InputRefusedError, Problems, refuse
from importers.workbooks import open_workbook

# How far down a header may stand under the publisher's banner.
HEADER_WITHIN = 40


@dataclass(frozen=True)
class Columns:
    """What a table's header must and may say.

    `wanted` names each column and gives the pattern of its header; a pattern used twice takes the columns
    from left to right. `unnamed` is the name of a column that stands right of the others without a header.
    Headers matching `ignored` are known and not read; any other is a problem.
    """

    wanted: Mapping[str, str]
    ignored: Sequence[str] = ()
    unnamed: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows of text, with the columns that were wanted and `line`, the row's number in the file.

    `sheet` is the name of the workbook's sheet that has it, "" in a text file.
    """

    file: str
    rows: pl.DataFrame
    headers: Mapping[str, str]
    sheet: str = ""


@dataclass
class _Match:
    positions: dict[str, int] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: cells of text, the first row first."""

    name: str
    cells: list[tuple[str | None, ...]]


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook. Raises InputRefusedError if it is not one."""
    workbook = open_workbook(path)
    sheets = []
    for name in workbook.sheet_names:
        # Without skip_rows, leading blank rows are dropped and every line number is wrong.
        sheet = workbook.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
        sheets.append(Sheet(name, [tuple(tidy(cell) for cell in row) for row in sheet.iter_rows()]))
    if not any(cell for sheet in sheets for row in sheet.cells for cell in row):
        raise refuse("the workbook has no cells with anything in them", file=path.name)
    return sheets


def tidy(cell: str | None) -> str | None:
    """A cell's text with single spaces; None for an empty one."""
    return " ".join(cell.split()) or None if cell else None


def find_table(file: str, sheets: Sequence[Sheet], columns: Columns) -> Table | None:
    """The first table whose header has every wanted column, in one row or in two; None if there is none.

    Raises InputRefusedError if the header has columns that are not expected.
    """
    for sheet in sheets:
        for index in range(min(HEADER_WITHIN, len(sheet.cells))):
            for depth in (1, 2):
                match = _match(_header(sheet.cells, index, depth), columns)
                if not match.missing:
                    return replace(_table(file, sheet.cells, index + depth, match), sheet=sheet.name)
    return None


def no_table(sheets: Sequence[Sheet], wanted: Mapping[str, Columns]) -> str:
    """Why `find_table` found none of the tables wanted, named by what they are: what the nearest header lacks."""
    headers = [
        (f"sheet {sheet.name!r}, row {index + 1}", _header(sheet.cells, index, depth))
        for sheet in sheets
        for index in range(min(HEADER_WITHIN, len(sheet.cells)))
        for depth in (1, 2)
    ]
    matches = [
        (match, what, place)
        for what, columns in wanted.items()
        for place, header in headers
        if (match := _match(header, columns)).positions
    ]
    if not matches:
        return f"no sheet has {' or '.join(wanted)}"
    nearest, what, place = min(matches, key=lambda found: len(found[0].missing) / len(found[0].positions))
    lacks = ", ".join(as_written(wanted[what], nearest.missing))
    return f"no sheet has {' or '.join(wanted)}; the nearest header, of {what} ({place}), lacks: {lacks}"


# What patterns of headers are made of, and what stands for it when a header is named: years first, then what may be
# left out, the first of several, and signs. Applied until nothing changes, from the inside of brackets out.
PLAIN = (
    (r"\\d\{4\}\[-–\]\\d\{2,4\}", "YYYY–YY"),
    (r"\\d\{4\}", "YYYY"),
    (r"\((?:\?:)?[^()]*\)\?", ""),
    (r"\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)", r"\1"),
    (r"(?<!\\)\[([^\]])[^\]]*\]", r"\1"),
    (r"[ ,s]\?", ""),
    (r"\.\*", "…"),
)


def as_written(columns: Columns, names: Iterable[str]) -> list[str]:
    """The columns as a file of the publisher writes them, by the names that they have here."""
    return [plain(columns.wanted[name]) if name in columns.wanted else name for name in names]


def plain(pattern: str) -> str:
    """The header that a pattern stands for: "Employment,? \\d{4}" → "Employment YYYY"."""
    before = ""
    while before != pattern:
        before = pattern
        for sign, text in PLAIN:
            pattern = re.sub(sign, text, pattern)
    return re.sub(r"\\(.)", r"\1", pattern.partition("|")[0]).strip()


def read_tables(paths: Iterable[Path], columns: Columns, what: str) -> list[Table]:
    """The table in each of the files (xlsx or csv), named by what it is.

    Raises InputRefusedError, naming every file that is something else.
    """
    tables, problems = [], Problems()
    for path in paths:
        try:
            tables.append(_read_table(path, columns, what))
        except InputRefusedError as refused:
            problems.extend(refused.problems)
    problems.refuse()
    return tables


def _read_table(path: Path, columns: Columns, what: str) -> Table:
    if path.suffix.lower() == ".csv":
        return read_csv(path, columns)
    sheets = read_sheets(path)
    table = find_table(path.name, sheets, columns)
    if table is None:
        raise refuse(no_table(sheets, {what: columns}), file=path.name)
    return table


def nearest_layout(path: Path, layouts: Mapping[str, Columns]) -> str:
    """Which of the layouts the header of a comma-separated file comes nearest to."""
    header = next(csv.reader(read_text(path).splitlines()), [])
    found = [tidy(cell) or "" for cell in header]
    return max(layouts, key=lambda name: len(_match(found, layouts[name]).positions))


def read_csv(path: Path, columns: Columns) -> Table:
    """A comma-separated file whose first row is the header.

    Raises InputRefusedError, naming every missing and unexpected column and every row of another length.
    """
    file, text = path.name, read_text(path)
    reader = csv.reader(text.splitlines())
    problems = Problems()
    cells: list[tuple[str | None, ...]] = []
    width = 0
    for row in reader:
        width = width or len(row)
        if row and len(row) != width:
            problems.add(
                f"the row has {len(row)} fields, the header {width}", file=file, line=reader.line_num
            )
        cells.append(tuple(tidy(cell) for cell in row) or (None,) * width)
    match = _match(_header(cells, 0, 1), columns)
    if match.missing:
        problems.add(f"missing columns: {', '.join(as_written(columns, match.missing))}", file=file, line=1)
    problems.refuse()
    return _table(file, cells, 1, match)


def _header(cells: Sequence[tuple[str | None, ...]], index: int, depth: int) -> list[str]:
    top = [cell or "" for cell in cells[index]]
    if depth == 1 or index + 1 >= len(cells):
        return top
    # Two rows: the upper one is merged over several columns, so its text holds until the next.
    spread: list[str] = []
    for text in top:
        spread.append(text or (spread[-1] if spread else ""))
    return [f"{over} {under or ''}".strip() for over, under in zip(spread, cells[index + 1], strict=True)]


def _match(header: Sequence[str], columns: Columns) -> _Match:
    match = _Match()
    taken: set[int] = set()
    for name, pattern in columns.wanted.items():
        position = next(
            (
                position
                for position, text in enumerate(header)
                if position not in taken and re.fullmatch(pattern, text, re.IGNORECASE)
            ),
            None,
        )
        if position is None:
            match.missing.append(name)
            continue
        taken.add(position)
        match.positions[name], match.headers[name] = position, header[position]
    if columns.unnamed and match.positions:
        right = max(match.positions.values()) + 1
        if right < len(header) and not header[right]:
            match.positions[columns.unnamed] = right
        else:
            match.missing.append(columns.unnamed)
    match.unexpected = [
        text
        for position, text in enumerate(header)
        if text
        and position not in taken
        and not any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in columns.ignored)
    ]
    return match


def _table(file: str, cells: Sequence[tuple[str | None, ...]], start: int, match: _Match) -> Table:
    if match.unexpected:
        raise refuse(f"unexpected columns: {', '.join(match.unexpected)}", file=file, line=start)
    rows: dict[str, list[str | None]] = {
        name: [row[position] for row in cells[start:]] for name, position in match.positions.items()
    }
    frame = pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))
    frame = frame.with_columns(line=pl.int_range(start + 1, start + 1 + pl.len(), dtype=pl.Int32))
    # Rows without any of the columns are the space between tables.
    return Table(file, frame.filter(pl.any_horizontal(pl.exclude("line").is_not_null())), match.headers)
