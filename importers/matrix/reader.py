"""Reads exports of the National Employment Matrix: one industry's occupations, or one occupation's industries.

Knows nothing of Django.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from importers.headers import Columns, Table, read_csv
from importers.projections.rounds import Round
from importers.report import InputRefusedError, Problems, refuse

FIGURES = {
    "base_employment": r"\d{4} Employment",
    "base_of_industry": r"\d{4} Percent of Industry",
    "base_of_occupation": r"\d{4} Percent of Occupation",
    "target_employment": r"Projected \d{4} Employment",
    "target_of_industry": r"Projected \d{4} Percent of Industry",
    "target_of_occupation": r"Projected \d{4} Percent of Occupation",
    "employment_change": r"Employment Change, \d{4}-\d{4}",
    "percent_change": r"Employment Percent Change, \d{4}-\d{4}",
}
# The two exports have the same columns, in another order, under the name of what their rows are.
LAYOUTS = {
    subject: Columns(
        wanted={
            "title": f"{rows} Title",
            "code": f"{rows} Code",
            "row_type": f"{rows} Type",
            **FIGURES,
            "display_level": "Display Level",
        },
        ignored=(f"{rows} Sort",),
    )
    for subject, rows in (("industry", "Occupation"), ("occupation", "Industry"))
}
SUBJECTS = {"IND": "industry", "OCC": "occupation"}
# The file says only in its name which industry or occupation it is of.
NAME = re.compile(r"_(?P<subject>IND|OCC)_(?P<code>[0-9A-Z-]+)[_ .]", re.IGNORECASE)


@dataclass(frozen=True)
class MatrixFile:
    """An export. `subject` is "industry" or "occupation", `code` its code; `rows` are the others, as text."""

    file: str
    subject: str
    code: str
    round: Round
    rows: pl.DataFrame

    @property
    def part(self) -> str:
        return f"{self.subject} {self.code}"


def read(paths: Sequence[Path]) -> list[MatrixFile]:
    """Read the exports, each of whatever round. Raises InputRefusedError with what is wrong with any."""
    files: list[MatrixFile] = []
    problems = Problems()
    for path in paths:
        try:
            files.append(_read(path))
        except InputRefusedError as refused:
            problems.extend(refused.problems)
    problems.refuse()
    return files


def _read(path: Path) -> MatrixFile:
    name = NAME.search(path.name)
    if name is None:
        raise refuse(
            "the name doesn't say what it is of, as in National Employment Matrix_IND_541700_2019-29.csv;"
            " keep the name that the publisher gives it",
            file=path.name,
        )
    subject = SUBJECTS[name["subject"].upper()]
    table = read_csv(path, LAYOUTS[subject])
    # Codes are wrapped as formulas, ="11-3051", so that Excel doesn't take them for dates.
    bare = pl.col("code").str.strip_prefix('="').str.strip_suffix('"')
    return MatrixFile(
        path.name, subject, name["code"].upper(), _round(table), table.rows.with_columns(code=bare)
    )


def _round(table: Table) -> Round:
    years = {name: [int(year) for year in re.findall(r"\d{4}", table.headers[name])] for name in FIGURES}
    found = Round(years["base_employment"][0], years["target_employment"][0])
    for name, said in years.items():
        wanted = {"base": [found.base_year], "target": [found.target_year]}.get(
            name.split("_")[0], [found.base_year, found.target_year]
        )
        if said != wanted:
            raise refuse(
                f"the column {table.headers[name]!r} is of another round than {found.label}", file=table.file
            )
    if found.target_year <= found.base_year:
        raise refuse(f"employment is of {found.base_year} and {found.target_year}", file=table.file)
    return found
