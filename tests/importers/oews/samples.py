"""The trimmed files of OEWS, and how tests bend them."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.importers.oews.obvious import WORKBOOK_MEASURES

SAMPLES = Path(__file__).resolve().parents[3] / "fixtures" / "samples" / "oews"
DATA = "oe.data.0.Current"
WORKBOOKS = ("national_M2019_dl", "national_M2020_dl", "national_M2024_dl", "natsector_M2024_dl")


def edit(file: Path, old: str, new: str, count: int = 1) -> int:
    """Replace text in a file, and return the number of the first line that it was in."""
    text = file.read_bytes().decode()
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_bytes(text.replace(old, new, count).encode())
    return text[: text.index(old)].count("\n") + 1


def series(file: Path, series_id: str) -> tuple[int, str]:
    """The number and the text of the line of a series."""
    lines = file.read_bytes().decode().splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines) if line.startswith(series_id))
    return number + 1, lines[number]


NOTES = {
    "2019": ["May 2019 OES", "#  = $100.00 per hour or $208,000 per year, or more"],
    "2020": ["May 2020 OEWS", "#  = $100.00 per hour or $208,000 per year, or more"],
    "2024": ["May 2024 OEWS", "#  = $115.00 per hour or $239,200 per year, or more"],
}


def table_of(sample: str) -> list[list[str]]:
    """The rows of a trimmed workbook, the header first."""
    with (SAMPLES / f"{sample}.csv").open(newline="") as file:
        return list(csv.reader(file))


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def write_workbook(
    path: Path, sheet: str, table: Sequence[Sequence[Any]], notes: Sequence[str] | None
) -> Path:
    """An .xlsx as OEWS publishes them: a sheet of figures, and one that describes the fields."""
    figures = {number for number, name in enumerate(table[0]) if str(name).upper() in WORKBOOK_MEASURES}
    with xlsxwriter.Workbook(str(path)) as book:
        data = book.add_worksheet(sheet)
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                # Codes are text in the official files, and figures numbers.
                data.write(row, column, _number(cell) if column in figures else cell)
        if notes is not None:
            described = book.add_worksheet("Field Descriptions")
            described.write_column(0, 0, notes)
    return path


def industry_table(*industries: dict[str, str], sample: str = "national_M2024_dl") -> list[list[str]]:
    """A workbook's rows with industrial production managers in these industries."""
    header, *rows = table_of(sample)
    named = [dict(zip(header, row, strict=True)) for row in rows]
    managers = next(row for row in named if row["OCC_CODE"] == "11-3051")
    return [header, *(list((managers | industry).values()) for industry in industries)]
