"""Trimmed files to load, and workbooks made to a test's measure."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from importers.loading import load_source
from importers.runs import Options
from occupations.models import ImportRun

Cells = Sequence[Sequence[Any]]


@pytest.fixture
def samples() -> Path:
    return Path(__file__).resolve().parents[2] / "fixtures" / "samples"


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """`workbook(name, sheet=rows, …)` writes an .xlsx with these sheets and returns its path."""

    def write(name: str, **sheets: Cells) -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path)) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for index, row in enumerate(rows):
                    sheet.write_row(index, 0, row)
        return path

    return write


@pytest.fixture
def load(db: None) -> Callable[..., ImportRun]:
    """`load("soc", path, …, force=True)`: load the files and return the finished run."""

    def run(source: str, *paths: Path, **options: Any) -> ImportRun:
        return load_source(source, paths, Options(**options))

    return run


@pytest.fixture
def soc(load: Callable[..., ImportRun], samples: Path) -> ImportRun:
    """SOC 2018, as far as the samples have it."""
    return load("soc", samples / "soc")
