"""Reads the Employment Projections: the workbook of occupations, the table of the web tool, and an extract.

The workbook has every occupation and group, and alone has the percent self-employed; the web tool has the
detailed occupations and alone has the lay titles. Both give the same figures. The workbook also says where openings
come from, why occupations grow or shrink, and which page of the Handbook covers an occupation. The extract is a
public copy of table 1.2: every occupation and group, with no experience, no training and no self-employed. Knows
nothing of Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from importers.headers import Columns, Table, find_table, nearest_layout, no_table, read_csv, read_sheets
from importers.hyperlinks import hyperlinks
from importers.projections.factors import COLUMNS as FACTORS
from importers.projections.rounds import Round
from importers.report import InputRefusedError, Problems, refuse

MATRIX = r"\d{4} National Employment Matrix"
PERIOD = r"\d{4}[-–]\d{2,4}"
FOOTNOTE = r"( ?(\[\d+\]|\(\d+\)))?"

# "Occupational projections … and worker characteristics": table 1.2 in late rounds, 1.7 in early ones, where
# the header has two rows and title and code share a heading.
WORKBOOK = Columns(
    wanted={
        name: rf"{pattern}{FOOTNOTE}"
        for name, pattern in {
            "title": rf"{MATRIX} title( and code)?",
            "code": rf"{MATRIX} (title and )?code",
            "row_type": r"Occupation type",
            "base_employment": r"Employment,? \d{4}",
            "target_employment": r"Employment,? \d{4}",
            "employment_change": rf"(Employment )?change, (numeric, {PERIOD}|{PERIOD} Number)",
            "percent_change": rf"(Employment )?change, (percent, {PERIOD}|{PERIOD} Percent)",
            "percent_self_employed": r"Percent self[- ]employed, \d{4}",
            "openings": rf"Occupational openings, {PERIOD} annual average",
            "entry_education": r"Typical education needed for entry",
            "work_experience": r"Work experience in a related occupation",
            "training": r"Typical on-the-job training needed to attain competency in the occupation",
        }.items()
    },
    ignored=(
        r"Employment distribution, percent,? \d{4}",
        r"Median annual wage.*",
        r"Related Occupational Outlook Handbook.*",
    ),
)
# The web table has had two sets of headings; that of 2016–26 says the unit in each.
THOUSANDS = r"( \(thousands\))?"
# "Occupational separations and openings": table 1.10, with a header of two rows in early rounds.
SEPARATED = rf"Occupational separations, {PERIOD} annual average"
SEPARATIONS = Columns(
    wanted={
        **{name: WORKBOOK.wanted[name] for name in (
            "title", "code", "row_type", "base_employment", "target_employment", "employment_change", "percent_change",
        )},
        "labor_force_exits": rf"(Labor force exits, {PERIOD} annual average|{SEPARATED} Labor force exits)",
        "occupational_transfers": (
            rf"(Occupational transfers, {PERIOD} annual average|{SEPARATED} Occupational transfers)"
        ),
        "separations": rf"(Total occupational separations, {PERIOD} annual average|{SEPARATED} Total)",
        "openings": WORKBOOK.wanted["openings"],
    },
    ignored=(
        rf"(Labor force exit|Occupational transfer|Total occupational separations) rate, {PERIOD} annual average",
        rf"Occupational separations rate, {PERIOD} annual average .*",
    ),
)  # fmt: skip
WEB = Columns(
    wanted={
        "title": r"Occupation Title",
        "code": r"(Occupation|SOC) Code",
        "base_employment": rf"Employment \d{{4}}{THOUSANDS}",
        "target_employment": rf"Employment \d{{4}}{THOUSANDS}",
        "employment_change": rf"Employment Change, {PERIOD}{THOUSANDS}",
        "percent_change": rf"(Employment Percent Change, {PERIOD}|Employment Change, {PERIOD} \(percent\))",
        "openings": rf"Occupational Openings, {PERIOD} Annual Average{THOUSANDS}",
        "entry_education": r"Typical Entry-Level Education",
        "entry_education_code": r"Education Code",
        "work_experience": r"Work Experience in a Related Occupation",
        "work_experience_code": r"Workex Code",
        "training": r"Typical on-the-job Training",
        "training_code": r"trCode",
    },
    ignored=(r"Median Annual Wage \d{4}", r"\d{4} Median Annual Wage"),
)
EXTRACT = Columns(
    wanted={
        "title": r"title",
        "code": r"code",
        "row_type": r"type",
        "base_employment": r"employment_\d{4}_thousands",
        "target_employment": r"employment_\d{4}_thousands",
        "employment_change": r"change_thousands",
        "percent_change": r"change_percent",
        "openings": r"openings_thousands",
        "entry_education": r"typical_entry_education",
    },
    ignored=(r"median_annual_wage_\d{4}",),
)
CSV = {"web": WEB, "extract": EXTRACT}
SEPARATION_FIGURES = ("labor_force_exits", "occupational_transfers", "separations")
WHAT = "occupational projections with worker characteristics"


@dataclass(frozen=True)
class ProjectionFile:
    """One table of a round, in one of the layouts "workbook", "separations", "web" and "extract".

    `rows` is text: the columns of the layout, `line`, for the web table `lay_titles`, a list, and for the workbook
    `handbook_urls`, a list of the addresses behind the row's cells; `headers` says how the file writes each column.
    The publisher's notes under the table are left out. `factors` is the workbook's table of why occupations grow or
    shrink, where it has one.
    """

    path: Path
    layout: str
    round: Round
    rows: pl.DataFrame
    headers: Mapping[str, str]
    factors: Table | None = None

    @property
    def file(self) -> str:
        return self.path.name


def read(paths: Sequence[Path]) -> list[ProjectionFile]:
    """Read the files, each of whatever round: a table of each, and two of a workbook that has both.

    Raises InputRefusedError with what is wrong with any of them.
    """
    files: list[ProjectionFile] = []
    problems = Problems()
    for path in paths:
        try:
            files += [_read_csv(path)] if path.suffix.lower() == ".csv" else _read_workbook(path)
        except InputRefusedError as refused:
            for problem in refused.problems.first:
                problems.add(problem.message, file=problem.file, line=problem.line)
    problems.refuse()
    return files


def _read_workbook(path: Path) -> list[ProjectionFile]:
    sheets = read_sheets(path)
    table = find_table(path.name, sheets, WORKBOOK)
    if table is None:
        raise refuse(no_table(sheets, {WHAT: WORKBOOK}), file=path.name)
    links = hyperlinks(path, table.sheet)
    found = [ooh_addresses(links.get(line, ())) for line in table.rows["line"]]
    rows = table.rows.with_columns(pl.Series("handbook_urls", found, dtype=pl.List(pl.String)))
    factors = find_table(path.name, sheets, FACTORS)
    main = ProjectionFile(
        path, "workbook", _round(table), _without_notes(rows, ("handbook_urls",)), table.headers, factors
    )
    separations = find_table(path.name, sheets, SEPARATIONS)
    if separations is None:
        return [main]
    beside = ProjectionFile(
        path, "separations", _round(separations), _without_notes(separations.rows), separations.headers
    )
    if beside.round != main.round:
        raise refuse(
            f"the separations are of {beside.round.label} and the projections of {main.round.label}",
            file=path.name,
        )
    return [main, beside]


def ooh_addresses(links: Iterable[str]) -> list[str]:
    """Those of the addresses that lead into the Handbook, each once."""
    return list(dict.fromkeys(link for link in links if "bls.gov/ooh/" in link))


def _read_csv(path: Path) -> ProjectionFile:
    layout = nearest_layout(path, CSV)
    table = read_csv(path, CSV[layout])
    if layout == "extract":
        return ProjectionFile(path, layout, _round(table), table.rows, table.headers)
    names = pl.col("title").str.split("*").list.eval(pl.element().str.strip_chars())
    rows = table.rows.with_columns(
        # Codes are wrapped as formulas, ="11-3051", so that Excel doesn't take them for dates.
        code=pl.col("code").str.strip_prefix('="').str.strip_suffix('"'),
        title=names.list.first(),
        lay_titles=names.list.slice(1),
    )
    return ProjectionFile(path, layout, _round(table), rows, table.headers)


def _round(table: Table) -> Round:
    """The round by the years in the headers; a header of another year is refused."""
    base, target = (
        int(re.findall(r"\d{4}", table.headers[name])[-1])
        for name in ("base_employment", "target_employment")
    )
    found = Round(base, target)
    for name in ("employment_change", "percent_change", "openings", *SEPARATION_FIGURES):
        if not (periods := re.findall(PERIOD, table.headers.get(name, ""))):
            continue
        first, last = periods[0].replace("–", "-").split("-")
        if (int(first), int(last) % 100) != (base, target % 100):
            raise refuse(
                f"the column {table.headers[name]!r} is of another round than {found.label}", file=table.file
            )
    if target <= base:
        raise refuse(f"employment is of {base} and {target}, in this order", file=table.file)
    return found


def _without_notes(rows: pl.DataFrame, beside: Sequence[str] = ()) -> pl.DataFrame:
    """The rows up to the notes: text in the first column alone, to the end of the sheet; `beside` doesn't count."""
    others = [column for column in rows.columns if column not in ("title", "line", *beside)]
    is_note = pl.all_horizontal(pl.col(column).is_null() for column in others)
    last = rows.filter(~is_note)["line"].max()
    return rows.filter(pl.col("line") <= last) if last is not None else rows.clear()
