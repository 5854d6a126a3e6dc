"""The workbooks of OEWS: national, by sector and industry, state, metropolitan, all data. Knows no Django.

One sheet has a row for each occupation in an area and an industry; another, "Field Descriptions", names the
release and its top codes. The columns are 32 from May 2021 on; May 2020 has no PCT_RPT, May 2019 has no
PRIM_STATE either, writes its header in small letters and carries a stray sheet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import fastexcel
import polars as pl

from importers.files import check_is_workbook
from importers.oews import checks, rows
from importers.oews.areas import AreaFacts, kind_of_code
from importers.oews.cells import Advance, ReleaseCells, ReleaseFacts
from importers.oews.releases import KNOWN
from importers.report import InputRefusedError, Problems, refuse
from wages.geography import FIPS
from wages.industry_codes import IndustryCode, IndustryCodes, read_industry_code

FIELDS_SHEET = "field descriptions"
LABEL = re.compile(r"\b((?:May|November) (\d{4})) OEW?S\b")
CAPS = re.compile(r"^#.*\$([\d,]+\.\d\d) per hour or \$([\d,]+) per year")
SHEET_YEAR = re.compile(r"_M(\d{4})", re.IGNORECASE)
# Since when the workbooks have a column; the others are in all of them.
SINCE = {"PRIM_STATE": 2020, "PCT_RPT": 2021}
STATE_IN_TITLE = re.compile(r", ([A-Z]{2})\b")


def is_workbook(file: Path) -> bool:
    return file.suffix.lower() in {".xlsx", ".xls"}


def open_workbook(file: Path) -> ReleaseCells:
    """Read the workbook's sheets. Raises InputRefusedError if it isn't one of OEWS."""
    book = _book(file)
    sheets = {name: _sheet(book, name, file) for name in book.sheet_names}
    name, sheet = next(
        ((name, sheet) for name, sheet in sheets.items() if "OCC_CODE" in _header(sheet)),
        next(iter(sheets.items())),
    )
    facts = _facts(file, name, sheets)
    table = _table(file, sheet, facts)
    codes = _industry_codes(table)
    return ReleaseCells(
        reader="workbook",
        file=file.name,
        facts=facts,
        areas=_areas(table),
        industries=_industries(table, codes),
        occupations=dict(table.select("OCC_CODE", "OCC_TITLE").drop_nulls().iter_rows()),
        batches=partial(_batches, file=file.name, table=table, codes=codes),
        tally=Counter(rows_read=table.height),
    )


def label_of(file: Path) -> str | None:
    """The release that the workbook names, without reading its figures; None if it can't be told."""
    try:
        book = _book(file)
        sheets = {
            name: _sheet(book, name, file) for name in book.sheet_names if name.casefold() == FIELDS_SHEET
        }
        return _facts(file, "", sheets).label
    except InputRefusedError:
        return None


def _book(file: Path) -> fastexcel.ExcelReader:
    check_is_workbook(file)
    try:
        return fastexcel.read_excel(file)
    except fastexcel.FastExcelError as error:
        raise refuse(f"the workbook can't be read: {error}", file=file.name) from error


def _sheet(book: fastexcel.ExcelReader, name: str, file: Path) -> pl.DataFrame:
    """Every cell as text, without the spaces around it; an empty one is null."""
    try:
        frame = book.load_sheet(name, header_row=None, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise refuse(f"the sheet {name} can't be read: {error}", file=file.name) from error
    text = pl.col(pl.String).str.strip_chars()
    return frame.select(pl.when(text != "").then(text).name.keep())


def _header(sheet: pl.DataFrame) -> list[str]:
    """The names of the columns in capitals, as the workbooks of most years write them."""
    if sheet.is_empty():
        return []
    return [str(name or "").upper().replace(" ", "_") for name in sheet.row(0)]


def _facts(file: Path, data_sheet: str, sheets: dict[str, pl.DataFrame]) -> ReleaseFacts:
    """The release and its caps, from the sheet that describes the fields. Raises InputRefusedError."""
    problems = Problems()
    described = next((sheet for name, sheet in sheets.items() if name.casefold() == FIELDS_SHEET), None)
    texts = [] if described is None or described.width == 0 else described.to_series(0).drop_nulls().to_list()
    label = next((found for text in texts if (found := LABEL.search(text))), None)
    caps = next((found for text in texts if (found := CAPS.search(text))), None)
    if described is None:
        problems.add('there is no sheet "Field Descriptions", which names the release', file=file.name)
    elif label is None:
        problems.add('"Field Descriptions" does not name a release, such as May 2024', file=file.name)
    elif caps is None and label[1] not in KNOWN:
        problems.add('"Field Descriptions" does not state the top codes in dollars', file=file.name)
    problems.refuse()
    assert label is not None
    if (year := SHEET_YEAR.search(data_sheet)) and year[1] != label[2]:
        raise refuse(
            f'the sheet {data_sheet} is of {year[1]}, but "Field Descriptions" says {label[1]}',
            file=file.name,
        )
    if caps is None:
        return ReleaseFacts(label[1], KNOWN[label[1]].hourly_cap, KNOWN[label[1]].annual_cap)
    return ReleaseFacts(label[1], Decimal(caps[1].replace(",", "")), int(caps[2].replace(",", "")))


def _table(file: Path, sheet: pl.DataFrame, facts: ReleaseFacts) -> pl.DataFrame:
    """The rows under the header, with the number that the spreadsheet gives each in `line`."""
    header = _header(sheet)
    if sheet.height < 2:
        raise refuse("the workbook is empty: there is no row under the header", file=file.name)
    problems = Problems()
    later = {name for name, year in SINCE.items() if facts.year < year}
    required = [name for name in rows.COLUMNS if name not in later]
    checks.columns(header, required, problems, file=file.name, optional=later, separated="into cells")
    problems.refuse()
    table = sheet.rename(dict(zip(sheet.columns, header, strict=True))).with_row_index("line", 1).slice(1)
    return table.filter(~pl.all_horizontal(pl.col(header).is_null()))


def _batches(
    problems: Problems, advance: Advance, *, file: str, table: pl.DataFrame, codes: IndustryCodes
) -> Iterator[pl.DataFrame]:
    cells = rows.cells_of(table, codes, problems, file=file)
    checks.percentiles_in_order(cells, problems, file=file)
    checks.percents_to_100(cells, problems, file=file)
    advance(1, 1)
    yield cells


def _industry_codes(table: pl.DataFrame) -> IndustryCodes:
    """What each pair of NAICS and OWN_CODE in the file stands for."""
    pairs = table.select(pl.col("NAICS", "OWN_CODE").fill_null("")).unique()
    return {(naics, owner): read_industry_code(naics, owner) for naics, owner in pairs.iter_rows()}


def _industries(table: pl.DataFrame, codes: IndustryCodes) -> list[tuple[IndustryCode, str]]:
    titles: dict[IndustryCode, str] = {}
    for naics, owner, title in (
        table.select(pl.col("NAICS", "OWN_CODE", "NAICS_TITLE").fill_null(""))
        .unique(maintain_order=True)
        .iter_rows()
    ):
        code = codes[naics, owner]
        if code is not None:
            titles.setdefault(code, title)
    return list(titles.items())


def _areas(table: pl.DataFrame) -> list[AreaFacts]:
    columns = ["AREA", "AREA_TYPE", "AREA_TITLE", "PRIM_STATE"]
    if "PRIM_STATE" not in table.columns:
        table = table.with_columns(pl.lit(None, pl.String).alias("PRIM_STATE"))
    areas: dict[str, AreaFacts] = {}
    for area, kind, title, letters in table.select(columns).unique(maintain_order=True).iter_rows():
        code = rows.seven_digits(area or "", kind or "")
        known_kind = kind_of_code(code) if code else None
        if code and known_kind:
            areas[code] = AreaFacts(code, known_kind, title or "", _state(code, letters, title or ""))
    return list(areas.values())


def _state(code: str, letters: str | None, title: str) -> str:
    """The FIPS code of the area's primary state."""
    if not code.startswith("00") or kind_of_code(code) == "nation":
        return code[:2]
    named = STATE_IN_TITLE.search(title)
    return FIPS.get(letters or (named[1] if named else ""), "00")
