"""The files that tables of the admin go out and come in as."""

from __future__ import annotations

import csv
import re
from typing import Any

from import_export.formats.base_formats import CSV
from tablib.exceptions import InvalidDimensions

# What a spreadsheet takes for the beginning of a formula. Apostrophes before it count too, so that reading a file again
# takes away exactly what writing it has put there.
FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
ESCAPED = re.compile(r"'+[=+\-@\t\r\n]")
NUMBER = re.compile(r"[+-]?[\d.,]+%?")


class UnreadableFileError(ValueError):
    """Says in a sentence for the editor why a file can't be read, and what to do."""


class SafeCSV(CSV):
    """CSV that spreadsheets take as it is meant: in UTF-8, and no cell as a formula."""

    def export_data(self, dataset: Any, **kwargs: Any) -> str:
        for number, row in enumerate(dataset):
            dataset[number] = [_escaped(cell) for cell in row]
        # Without a byte order mark Excel misreads every dash.
        return "\ufeff" + super().export_data(dataset, **kwargs)

    def create_dataset(self, in_stream: str | bytes, **kwargs: Any) -> Any:
        text = in_stream.decode("utf-8-sig") if isinstance(in_stream, bytes) else in_stream
        text = text.removeprefix("\ufeff")
        header = text.partition("\n")[0]
        for separator, name in ((";", "semicolons"), ("\t", "tabs")):
            if separator in header and "," not in header:
                raise UnreadableFileError(
                    f"The columns of this file are separated by {name}: save it with commas between them, or as JSON."
                )
        dataset = super().create_dataset(text, **kwargs)
        for number, row in enumerate(dataset):
            dataset[number] = [_as_written(cell) for cell in row]
        return dataset


def why_unreadable(error: Exception) -> str:
    """What is wrong with a file that made a format raise this, in a sentence."""
    if isinstance(error, UnreadableFileError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return "This file is not in UTF-8: save it as “CSV UTF-8”, or as JSON."
    if isinstance(error, InvalidDimensions):
        return "Some rows of this file have more or fewer cells than the first row has columns."
    if isinstance(error, csv.Error):
        return "This file is not a table in CSV."
    return "This file can’t be read in the format chosen: choose the other one, or save the file again."


def _escaped(cell: Any) -> Any:
    is_formula = isinstance(cell, str) and FORMULA.match(cell) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell


def _as_written(cell: Any) -> Any:
    return cell[1:] if isinstance(cell, str) and ESCAPED.match(cell) else cell
