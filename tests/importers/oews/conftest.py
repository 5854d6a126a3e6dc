"""Trimmed files of OEWS to read, to break and to load, and the codes that they need in the database."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from importers.code_systems import SOC, ensure_all_industries, ensure_code_system
from importers.loading import load_source
from importers.runs import Options
from importers.soc.combinations import COMBINATIONS
from occupations.models import ImportRun, Industry, Occupation
from tests import rows
from tests.importers.oews.samples import NOTES, SAMPLES, WORKBOOKS, table_of, write_workbook

NAICS = {
    "22": "000000", "221": "22", "2211": "221", "22111": "2211", "221111": "22111",
    "31-33": "000000", "311": "31-33", "325": "31-33", "332": "31-33", "3327": "332", "33271": "3327",
    "333": "31-33", "336": "31-33", "55": "000000", "551": "55", "5511": "551", "61": "000000", "611": "61",
    "6111": "611", "62": "000000", "622": "62",
}  # fmt: skip


@pytest.fixture
def labstat(tmp_path: Path) -> Path:
    """A copy of the trimmed LABSTAT folder of May 2025: 77 cells in 1,189 series."""
    return Path(shutil.copytree(SAMPLES / "labstat", tmp_path / "labstat"))


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """`workbook("national_M2024_dl")` writes that sample, or the `table` given instead, and returns its path."""

    def write(
        sample: str, table: Sequence[Sequence[Any]] | None = None, *, name: str = "", notes: Any = "its own"
    ) -> Path:
        if notes == "its own":
            notes = NOTES[sample.split("_M")[1][:4]]
        return write_workbook(tmp_path / f"{name or sample}.xlsx", sample, table or table_of(sample), notes)

    return write


@pytest.fixture
def code_systems(db: None) -> None:
    """The codes of SOC 2018 and NAICS 2022 that the samples and the combinations of OEWS need."""
    system, total = ensure_code_system(SOC), rows.all_occupations()
    codes = {code for row in COMBINATIONS for code in (row.parent, *row.combines)}
    for sample in WORKBOOKS:
        header, *table = table_of(sample)
        column = [name.upper() for name in header].index("OCC_CODE")
        codes |= {row[column] for row in table}
    codes |= {
        f"{line[:2]}-{line[2:6]}" for line in (SAMPLES / "labstat/oe.occupation").read_text().splitlines()[1:]
    }
    codes -= {total.code, *(row.code for row in COMBINATIONS)}
    Occupation.objects.bulk_create(
        Occupation(
            system=system, code=code, title=code, sentence_title=code, level=_level(code), parent=total
        )
        for code in sorted(codes)
    )
    root = ensure_all_industries()
    for code, parent in NAICS.items():
        kind, level = ("sector", 2) if parent == "000000" else ("naics", len(code))
        rows.industry(
            code, kind=kind, level=level,
            parent=root if parent == "000000" else Industry.objects.get(code=parent),
        )  # fmt: skip


def _level(code: str) -> int:
    if code.endswith("0000"):
        return Occupation.Level.MAJOR
    if code.endswith("000"):
        return Occupation.Level.MINOR
    return Occupation.Level.BROAD if code.endswith("0") else Occupation.Level.DETAILED


@pytest.fixture
def load(code_systems: None) -> Callable[..., ImportRun]:
    """`load(path, …, force=True)`: load files of OEWS and return the finished run."""

    def run(*paths: Path, **options: Any) -> ImportRun:
        return load_source("oews", paths, Options(**options))

    return run
