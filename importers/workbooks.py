"""Excel workbooks (.xlsx): opened only when they are ones, and of a size that can be held. Knows nothing of Django."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import fastexcel

from importers.files import check_is_workbook
from importers.report import refuse

CHUNK = 1 << 20
# The reader holds the whole rectangle that a sheet's cells span: all data of a year of OEWS have 14 million.
MOST_CELLS = 40_000_000
# A rectangle that is larger than this has to be filled at least to a twentieth.
SMALL_RECTANGLE, SPARSEST = 1_000_000, 20
# Bytes of a workbook's XML in all, and of what stands beside the sheets, which is held as a whole.
MOST_UNPACKED, MOST_BESIDE_SHEETS = 2_000_000_000, 400_000_000
# A cell's place, its column in letters and its row in digits; or a row's.
PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})?([0-9]{1,7})["']""")


def open_workbook(path: Path) -> fastexcel.ExcelReader:
    """The workbook, to read sheets from.

    Raises InputRefusedError if it is none, is damaged, or is too large to be held: one cell far out is enough.
    """
    check_is_workbook(path)
    stat = path.stat()
    _check_size(path, stat.st_size, stat.st_mtime_ns)
    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as error:
        raise refuse(f"the workbook can't be opened: {str(error).splitlines()[0]}", file=path.name) from error


@lru_cache(maxsize=64)  # the release is read from a workbook before its figures are
def _check_size(path: Path, _size: int, _changed: int) -> None:
    unpacked = beside = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                is_sheet = "worksheets/" in member.filename and member.filename.endswith(".xml")
                size = _check_sheet(archive, member, path) if is_sheet else member.file_size
                unpacked += size
                beside += 0 if is_sheet else size
                if unpacked > MOST_UNPACKED or beside > MOST_BESIDE_SHEETS:
                    raise refuse(f"the workbook unpacks to more than {unpacked - 1:,} bytes", file=path.name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise refuse(f"the workbook is damaged: {error}", file=path.name) from error


def _check_sheet(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> int:
    """The bytes of the sheet. Raises InputRefusedError if its cells span more than can be held."""
    size = cells = rows = columns = 0
    for chunk in _chunks(archive, member):
        size += len(chunk)
        for place in PLACE.finditer(chunk):
            if place[1]:
                cells += 1
                columns = max(columns, _column(place[1]))
            rows = max(rows, int(place[2]))
        if size > MOST_UNPACKED:
            break
    span = rows * columns
    if span > MOST_CELLS or (span > SMALL_RECTANGLE and span > SPARSEST * cells):
        raise refuse(
            f"a sheet has {rows:,} rows and {columns:,} columns with {cells:,} cells in them: a cell stands far from"
            " the others; delete what is beyond the table",
            file=path.name,
        )
    return size


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The sheet's XML in pieces that end where a place can't be cut in two."""
    rest = b""
    with archive.open(member) as file:
        while chunk := file.read(CHUNK):
            chunk = rest + chunk
            end = max(chunk.rfind(b">") + 1, len(chunk) - CHUNK)
            rest = chunk[end:]
            yield chunk[:end]
    yield rest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
