"""Reads the passages of a source's file: XML or HTML, a table as text or xlsx, plain text; packed with gzip or not."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import fastexcel
import nh3

BLOCK = re.compile(r"<(?=/?(?:p|li|h\d|t[rdh]|div|br|ul|ol|table|section|title|dd|dt)\b)", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
MARKUP = frozenset({".xml", ".html", ".htm", ".xhtml"})
TABLES = frozenset({".tsv", ".csv", ".txt"})


class UnreadableSourceError(Exception):
    """A path that can't be read as a source; the message says why, in a sentence for the user."""


def ensure_there(paths: Iterable[Path]) -> None:
    """Raises UnreadableSourceError for the first path at which nothing is."""
    for path in paths:
        if not path.exists():
            raise UnreadableSourceError(f"{path}: there is no such file or folder.")


def passages(path: Path) -> Iterator[tuple[str, str]]:
    """Pairs of the file's name and a passage: a paragraph, a cell of a table, or a paragraph of plain text.

    A folder stands for the files in it. Raises UnreadableSourceError.
    """
    if path.is_dir():
        for inside in sorted(file for file in path.iterdir() if file.is_file() and file.name[0] != "."):
            yield from passages(inside)
        return
    ensure_there([path])
    for passage in _cells(path) if path.suffix.lower() == ".xlsx" else _passages_of_text(path):
        if passage and not passage.isspace():
            yield path.name, passage


def _passages_of_text(path: Path) -> list[str]:
    text = _text(path)
    suffix = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
    if suffix.lower() in MARKUP:
        return _without_markup(text)
    if suffix.lower() in TABLES and "\t" in text:
        return re.split(r"[\t\r\n]+", text)
    return re.split(r"\r?\n\s*\r?\n", text)  # lines of one paragraph belong together


def _text(path: Path) -> str:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UnreadableSourceError(f"{path}: it can't be read as text ({error}).") from error


def _without_markup(text: str) -> list[str]:
    """Text between the tags; blocks are passages of their own, and HTML within XML is read as HTML."""
    blocks = BLOCK.sub("\n\n<", CDATA.sub("", text))
    plain = html.unescape(nh3.clean(blocks, tags=set()))
    return [" ".join(passage.split()) for passage in plain.split("\n\n")]


def _cells(path: Path) -> Iterator[str]:
    try:
        workbook = fastexcel.read_excel(path)
        for sheet in workbook.sheet_names:
            frame = workbook.load_sheet(sheet, header_row=None, dtypes="string").to_polars()
            for column in frame.iter_columns():
                yield from column.drop_nulls()
    except fastexcel.FastExcelError as error:
        raise UnreadableSourceError(f"{path}: it can't be read as a workbook ({error}).") from error
