"""What must hold of an export of the matrix, and the rows that it comes to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from importers.industry_titles import TOTAL, industry_of, our_code
from importers.matrix.reader import FIGURES, MatrixFile
from importers.report import Problems

NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d)?")
MISSING = {"—", "-", "N/A"}
MAY_BE_MISSING = {"employment_change", "percent_change"}
SHARES = {name for name in FIGURES if "_of_" in name}
LIMIT = 99_999_999

# Rows of an occupation's export that are no industries, beside everybody: the two classes of worker; values of
# occupations.models.IndustryShare.ClassOfWorker, and a test holds them together.
CLASSES = {"TE1100": "self-employed", "TE1200": "wage-and-salary"}
WHOLE = "00-0000"


@dataclass(frozen=True)
class Known:
    """What is loaded: occupation codes, and industries as titles by code."""

    occupations: set[str]
    industries: Mapping[str, str]
    by_title: Mapping[str, str]


@dataclass(frozen=True)
class MatrixIndustry:
    """The industry of a cell: our code, or a title alone where it is none of ours, or a class of worker."""

    code: str | None = None
    title: str = ""
    class_of_worker: str = ""


@dataclass(frozen=True)
class Cell:
    """What the matrix says of one occupation in one industry: employment in thousands, shares in percent.

    `level` is how deep the industry stands in the tree of an occupation's export: 1 is a class of worker, 2 a sector.
    """

    occupation: str
    industry: MatrixIndustry
    figures: Mapping[str, Decimal | None]
    level: int | None = None

    def share(self, year: str, of: str) -> Decimal:
        """The percent "of" the "industry" or "occupation" in the "base" or "target" year; checked to be there."""
        share = self.figures[f"{year}_of_{of}"]
        assert share is not None
        return share


def cells(files: list[MatrixFile], known: Known, problems: Problems) -> dict[str, list[Cell]]:
    """The cells of each export, by its part. The row of total employment is left out: it is no industry."""
    found: dict[str, list[Cell]] = {}
    for export in files:
        place: dict[str, Any] = {"file": export.file}
        if export.part in found:
            problems.add(f"{export.part} is in two of the files", **place)
            continue
        subject = _subject(export, known, problems)
        if subject is None:
            continue
        found[export.part] = _cells_of(export, subject, known, problems)
        if not found[export.part]:
            problems.add("there is no row of figures", **place)
    return found


def _subject(export: MatrixFile, known: Known, problems: Problems) -> str | MatrixIndustry | None:
    """The occupation or the industry that the export is of; None if it is not known."""
    if export.subject == "occupation":
        if export.code in known.occupations:
            return export.code
        problems.add(f"{export.code!r} in the name is not a code of SOC 2018 or of OEWS", file=export.file)
        return None
    if export.code in CLASSES:
        return MatrixIndustry(class_of_worker=CLASSES[export.code])
    code = our_code(export.code, known.industries)
    if code is None:
        problems.add(
            f"{export.code!r} in the name is not an industry that is loaded; load naics and oews first",
            file=export.file,
        )
        return None
    return MatrixIndustry(code)


def _cells_of(
    export: MatrixFile, subject: str | MatrixIndustry, known: Known, problems: Problems
) -> list[Cell]:
    rows: dict[str, Cell] = {}
    for line in export.rows.iter_rows(named=True):
        code = line["code"] or ""
        place: dict[str, Any] = {"file": export.file, "line": line["line"]}
        if isinstance(subject, MatrixIndustry) and code not in known.occupations:
            problems.add(f"{code!r} is not a code of SOC 2018 or of OEWS", **place)
            continue
        if code in rows:
            problems.add(f"{code} is here a second time", **place)
            continue
        figures = {name: _number(code, name, line[name], place, problems) for name in FIGURES}
        if code == WHOLE and isinstance(subject, MatrixIndustry) and figures["base_of_industry"] != 100:
            problems.add(
                f"all occupations are {line['base_of_industry']} percent of the industry, not 100", **place
            )
        if code == TOTAL:
            continue
        if isinstance(subject, MatrixIndustry):
            rows[code] = Cell(code, subject, figures)
        else:
            level = _level(code, line["display_level"], place, problems)
            rows[code] = Cell(subject, _industry(code, line["title"] or "", known), figures, level)
    return list(rows.values())


def _level(code: str, text: str | None, place: dict[str, Any], problems: Problems) -> int:
    if text is None or not re.fullmatch(r"\d", text):
        problems.add(f"{code}: the display level is {text!r}, not a digit", **place)
        return 0
    return int(text)


def _industry(code: str, title: str, known: Known) -> MatrixIndustry:
    """The industry by its code where title and code mean the same, else by its title, else the title alone."""
    if code in CLASSES:
        return MatrixIndustry(class_of_worker=CLASSES[code])
    return MatrixIndustry(industry_of(code, title, known.industries, known.by_title), title)


def _number(
    code: str, name: str, text: str | None, place: dict[str, Any], problems: Problems
) -> Decimal | None:
    if (text in MISSING or text is None) and name in MAY_BE_MISSING:
        return None
    if text is None or not NUMBER.fullmatch(text):
        problems.add(f"{code}: {name.replace('_', ' ')} is {text!r}, not a number with one decimal", **place)
        return None
    number = Decimal(text.replace(",", ""))
    if name in SHARES and not 0 <= number <= 100:
        problems.add(f"{code}: {name.replace('_', ' ')} is {text}, not a percent", **place)
    elif "change" not in name and number < 0:
        problems.add(f"{code}: {name.replace('_', ' ')} is {text}, less than nothing", **place)
    elif abs(number) > LIMIT / (100 if name == "percent_change" else 1):
        problems.add(f"{code}: {name.replace('_', ' ')} is {text}, which can't be", **place)
    return number
