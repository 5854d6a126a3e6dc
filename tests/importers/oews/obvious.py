"""A second reading of the official files: slow, obvious, in plain Python, sharing no code with the importer.

Figures are kept as the text that was published; a missing one is the reason in words.
"""

import gzip
import re
import zipfile
from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

LABSTAT_MEASURES = {
    "01": "employment", "02": "employment_rse", "03": "hourly_mean", "04": "annual_mean", "05": "wage_rse",
    "06": "hourly_p10", "07": "hourly_p25", "08": "hourly_median", "09": "hourly_p75", "10": "hourly_p90",
    "11": "annual_p10", "12": "annual_p25", "13": "annual_median", "14": "annual_p75", "15": "annual_p90",
    "16": "jobs_per_1000", "17": "location_quotient",
}  # fmt: skip
LABSTAT_REASONS = {"4": "other basis only", "5": "top-coded", "8": "not released"}
WORKBOOK_MEASURES = {
    "TOT_EMP": "employment", "EMP_PRSE": "employment_rse", "H_MEAN": "hourly_mean", "A_MEAN": "annual_mean",
    "MEAN_PRSE": "wage_rse", "H_PCT10": "hourly_p10", "H_PCT25": "hourly_p25", "H_MEDIAN": "hourly_median",
    "H_PCT75": "hourly_p75", "H_PCT90": "hourly_p90", "A_PCT10": "annual_p10", "A_PCT25": "annual_p25",
    "A_MEDIAN": "annual_median", "A_PCT75": "annual_p75", "A_PCT90": "annual_p90", "JOBS_1000": "jobs_per_1000",
    "LOC_QUOTIENT": "location_quotient", "PCT_TOTAL": "percent_of_industry", "PCT_RPT": "percent_reporting",
}  # fmt: skip

Figures = dict[str, Decimal | str]


class Key(NamedTuple):
    """Area and industry as the file writes them, and the occupation with its hyphen."""

    area: str
    industry: str
    occupation: str


def key_of(series_id: str) -> Key:
    return Key(series_id[4:11], series_id[11:17], f"{series_id[17:19]}-{series_id[19:23]}")


def lines_of(file: Path) -> Iterator[str]:
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="ascii") as lines:
        next(lines)
        yield from lines


def labstat_figures(lines: Collection[str]) -> Figures:
    """What the series of one cell say, for every measure."""
    figures: Figures = {
        **dict.fromkeys(LABSTAT_MEASURES.values(), "not produced for this kind of cell"),
        "percent_of_industry": "not stated by this source",
        "percent_reporting": "not stated by this source",
    }
    for line in lines:
        series_id, _, _, value, footnote = (cell.strip() for cell in line.split("\t"))
        figures[LABSTAT_MEASURES[series_id[23:25]]] = (
            LABSTAT_REASONS[footnote] if value == "-" else Decimal(value)
        )
    return figures


def workbook_figures(row: dict[str, str]) -> Figures:
    """What one row of a workbook says, for every measure."""
    return {
        measure: _workbook_figure(column, row) for column, measure in WORKBOOK_MEASURES.items()
    }  # fmt: skip


def _workbook_figure(column: str, row: dict[str, str]) -> Decimal | str:
    if column not in row:
        return "not stated by this source"
    text = row[column]
    if text == "":
        return "not produced for this kind of cell"
    if text == "*" and column.startswith("H_") and row["ANNUAL"] == "TRUE":
        return "other basis only"
    if text == "*" and column.startswith("A_") and row["HOURLY"] == "TRUE":
        return "other basis only"
    if text in {"*", "**"}:
        return "not released"
    if text == "#":
        return "top-coded"
    if text == "~":
        return "below threshold"
    return Decimal(text)


def workbook_rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of the first sheet, from the XML inside the file, by the header's names in capitals."""
    spreadsheet = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(file) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(item.itertext()) for item in strings]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    header: dict[str, str] = {}
    for row in sheet.iter(f"{spreadsheet}row"):
        cells = {}
        for cell in row:
            column = re.match(r"[A-Z]+", cell.attrib["r"])
            value = cell.find(f"{spreadsheet}v")
            text = "".join(cell.itertext()) if value is None else (value.text or "")
            if cell.get("t") == "s":
                text = shared[int(text)]
            elif cell.get("t", "n") == "n" and text:
                # A spreadsheet keeps a double and may write all its digits: 88.68000000000001 is 88.68.
                text = repr(float(text)).removesuffix(".0")
            cells[column[0] if column else ""] = text
        if not header:
            header = {column: name.strip().upper() for column, name in cells.items()}
            continue
        yield {name: cells.get(column, "").strip() for column, name in header.items()}
