"""The workbooks of OEWS: national, by sector and industry, state, metropolitan, all data. Knows no Django.

One sheet has a row for each occupation in an area and an industry; another, "Field Descriptions", names the
release and its top codes. Where it is missing, the sheet's name has the year, or else whoever loads the file says
the release. The columns are 32 from May 2021 on; May 2020 has no PCT_RPT, May 2019 has no PRIM_STATE either,
writes its header in small letters and carries a stray sheet. May 2014 to May 2018 have 20 columns, those of the
nation's workbook, and no sheet but that of the figures.
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

from importers.files import is_old_workbook
from importers.oews import checks, rows
from importers.oews.areas import AreaFacts, kind_of_code
from importers.oews.cells import Advance, ReleaseCells, ReleaseFacts
from importers.oews.releases import KNOWN
from importers.report import InputRefusedError, Problems, refuse
from importers.workbooks import open_workbook as open_book
from wages.geography import FIPS
from wages.industry_codes import IndustryCode, IndustryCodes, read_industry_code

FIELDS_SHEET = "field descriptions"
LABEL = re.compile(r"\b((?:May|November) (\d{4})) OEW?S\b")
CAPS = re.compile(r"^#.*\$([\d,]+\.\d\d) per hour or \$([\d,]+) per year")
ASKED = re.compile(r"(?:May|November) \d{4}")
SHEET_YEAR = re.compile(r"_M(\d{4})", re.IGNORECASE)
# Since when the workbooks have a column; the others are in all of them.
SINCE = {"PRIM_STATE": 2020, "PCT_RPT": 2021}
# The first whose workbooks are read, and the first of which others than the nation's are.
FIRST_YEAR, FIRST_WITH_ALL = 2014, 2019
READ = (
    f"these .xlsx workbooks are read: the nation's from May {FIRST_YEAR} on, all from May {FIRST_WITH_ALL} on"
)
NOTHING_SAID: tuple[str, ...] = ()
# What the nation's workbook to May 2018 leaves out, because it is the same in every row.
NATION = {
    "AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235",
}  # fmt: skip
# Blank in the nation's rows of later workbooks: not produced for them.
NOT_OF_THE_NATION = ("JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL")
STATE_IN_TITLE = re.compile(r", ([A-Z]{2})\b")


def is_workbook(file: Path) -> bool:
    return file.suffix.lower() in {".xlsx", ".xls"}


def open_workbook(file: Path, asked: str | None = None) -> ReleaseCells:
    """Read the workbook's sheets; `asked` is the release that it is taken for where it doesn't name one.

    Raises InputRefusedError if it isn't one of OEWS.
    """
    book = _book(file)
    sheets = {name: _sheet(book, name, file) for name in book.sheet_names}
    name, sheet = next(
        ((name, sheet) for name, sheet in sheets.items() if "OCC_CODE" in _header(sheet)),
        next(iter(sheets.items())),
    )
    facts, said = _facts(file, name, sheets, asked)
    table = _table(file, sheet, facts)
    codes = _industry_codes(table)
    levels = pl.col("O_GROUP").str.to_lowercase().replace_strict(rows.LEVELS, default=None)
    return ReleaseCells(
        reader="workbook",
        file=file.name,
        facts=facts,
        areas=_areas(table),
        industries=_industries(table, codes),
        occupations=dict(table.select("OCC_CODE", "OCC_TITLE").drop_nulls().iter_rows()),
        # A broad group that is printed as detailed, too, is the most detailed that there is.
        levels=dict(table.select("OCC_CODE", levels).drop_nulls().sort("O_GROUP").iter_rows()),
        batches=partial(_batches, file=file.name, table=table, codes=codes),
        tally=Counter(rows_read=table.height),
        said=said,
    )


def label_of(file: Path, asked: str | None = None) -> str | None:
    """The release of the workbook, without reading its figures; None if it can't be told."""
    try:
        book = _book(file)
        sheets = {
            name: _sheet(book, name, file) if name.casefold() == FIELDS_SHEET else pl.DataFrame()
            for name in book.sheet_names
        }
        named = next((name for name in sheets if SHEET_YEAR.search(name)), "")
        return _facts(file, named, sheets, asked)[0].label
    except InputRefusedError:
        return None


def _book(file: Path) -> fastexcel.ExcelReader:
    if is_old_workbook(file):
        raise refuse(f"this is a workbook of old Excel (.xls). Of OEWS {READ}", file=file.name)
    return open_book(file)


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


def _facts(
    file: Path, data_sheet: str, sheets: dict[str, pl.DataFrame], asked: str | None
) -> tuple[ReleaseFacts, tuple[str, ...]]:
    """The release and its caps, and what the report says of how they were found. Raises InputRefusedError.

    The sheet that describes the fields states both; without it the sheet of the figures has the year in its name.
    """
    described = next((sheet for name, sheet in sheets.items() if name.casefold() == FIELDS_SHEET), None)
    texts = [] if described is None or described.width == 0 else described.to_series(0).drop_nulls().to_list()
    stated = next((found[1] for text in texts if (found := LABEL.search(text))), None)
    year = SHEET_YEAR.search(data_sheet)
    if stated and year and not stated.endswith(year[1]):
        raise refuse(
            f'the sheet {data_sheet} is of {year[1]}, but "Field Descriptions" says {stated}', file=file.name
        )
    label, said = stated, NOTHING_SAID
    if label is None:
        label, said = _label_without_description(file, year, asked)
    if int(label.split()[-1]) < FIRST_YEAR:
        raise refuse(f"this is {label}. Of OEWS {READ}", file=file.name)
    caps = next((found for text in texts if (found := CAPS.search(text))), None)
    if caps:
        return ReleaseFacts(label, Decimal(caps[1].replace(",", "")), int(caps[2].replace(",", ""))), said
    if label not in KNOWN:
        raise refuse(
            f'"Field Descriptions" does not state the top codes in dollars, and those of {label} are not known here',
            file=file.name,
        )
    return ReleaseFacts(label, KNOWN[label].hourly_cap, KNOWN[label].annual_cap), said


def _label_without_description(
    file: Path, year: re.Match[str] | None, asked: str | None
) -> tuple[str, tuple[str, ...]]:
    """By the sheet's name, by what was asked for, by the file's name: what stands nearest to the figures first."""
    if year:
        return f"May {year[1]}", (f"{file.name}: the release is by the name of its sheet",)
    if asked and ASKED.fullmatch(asked):
        return asked, (f"{file.name} does not say of which release it is; {asked} is as --release says",)
    if named := SHEET_YEAR.search(file.stem):
        return f"May {named[1]}", (
            f"{file.name}: the release is by the name of the file, nothing in it says it",
        )
    raise refuse(
        'nothing in the workbook says which release it is: there is no sheet "Field Descriptions" that names one,'
        ' such as May 2024. Say it with --release "May 2024"',
        file=file.name,
    )


def _table(file: Path, sheet: pl.DataFrame, facts: ReleaseFacts) -> pl.DataFrame:
    """The rows under the header, with the number that the spreadsheet gives each in `line`."""
    header = _header(sheet)
    if sheet.height < 2:
        raise refuse("the workbook is empty: there is no row under the header", file=file.name)
    problems = Problems()
    if is_early := facts.year < FIRST_WITH_ALL:
        later: set[str] = {"PCT_RPT"}
        required = [name for name in rows.COLUMNS if name not in {*NATION, *NOT_OF_THE_NATION, *later}]
        required = ["OCC_GROUP" if name == "O_GROUP" else name for name in required]
    else:
        later = {name for name, year in SINCE.items() if facts.year < year}
        required = [name for name in rows.COLUMNS if name not in later]
    whole = checks.columns(header, required, problems, file=file.name, optional=later, separated="into cells")
    if is_early and not whole:
        problems.add(f"of {facts.label} only the nation's workbook is read", file=file.name)
    problems.refuse()
    table = sheet.rename(dict(zip(sheet.columns, header, strict=True))).with_row_index("line", 1).slice(1)
    table = table.filter(~pl.all_horizontal(pl.col(header).is_null()))
    if not is_early:
        return table
    same = [pl.lit(text).alias(name) for name, text in NATION.items()]
    blank = [pl.lit(None, pl.String).alias(name) for name in NOT_OF_THE_NATION]
    return table.rename({"OCC_GROUP": "O_GROUP"}).with_columns(*same, *blank)


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
