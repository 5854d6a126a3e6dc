"""What must hold of the Employment Projections, and the rows that a round comes to. Knows nothing of Django."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl

from importers.projections.reader import SEPARATION_FIGURES, ProjectionFile
from importers.report import Problems

# Values of occupations.models.MissingReason; a test holds them together.
NOT_RELEASED, NOT_PRODUCED, NOT_STATED = 3, 5, 6

# One decimal; a spreadsheet may have added noughts.
NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d0*)?")
TENTH = Decimal("0.1")
MISSING = ("—", "–", "-", "N/A")

NUMBERS = (
    "base_employment", "target_employment", "employment_change", "percent_change", "openings",
    *SEPARATION_FIGURES, "percent_self_employed",
)  # fmt: skip
# The publisher's words and codes; occupations.models has the same.
CATEGORIES: Mapping[str, Mapping[str, int]] = {
    "entry_education": {
        "Doctoral or professional degree": 1,
        "Master's degree": 2,
        "Bachelor's degree": 3,
        "Associate's degree": 4,
        "Postsecondary nondegree award": 5,
        "Some college, no degree": 6,
        "High school diploma or equivalent": 7,
        "No formal educational credential": 8,
    },
    "work_experience": {"5 years or more": 1, "Less than 5 years": 2, "None": 4},
    "training": {
        "Internship/residency": 1,
        "Apprenticeship": 2,
        "Long-term on-the-job training": 3,
        "Moderate-term on-the-job training": 4,
        "Short-term on-the-job training": 5,
        "None": 6,
    },
}
FIGURES = (*NUMBERS, *CATEGORIES)
NEVER_NEGATIVE = {
    "base_employment", "target_employment", "openings", *SEPARATION_FIGURES, "percent_self_employed",
}  # fmt: skip
# The widest number that the column of the database takes.
LIMITS = {"percent_change": 99_999, "percent_self_employed": 100}
LIMIT = 99_999_999
# How far published figures, each rounded to a tenth, may be from adding up: three of them, and two beside a yearly
# average of one. All 2,161 rows of 2019–29 and 2024–34 keep to it.
ADD_UP_WITHIN, OPENINGS_WITHIN = Decimal("0.1"), Decimal("0.105")
HANDBOOK_URL = re.compile(r"https://www\.bls\.gov/ooh/[a-z0-9-]+/[a-z0-9-]+\.htm")

# A row for each occupation or group. Employment, its change, the openings and separations in thousands; a figure is
# null beside its reason in `<figure>_missing`. The Handbook's address is "" where none is known.
PROJECTIONS: dict[str, Any] = {
    "code": pl.String,
    **{
        name: kind
        for figure in FIGURES
        for name, kind in (
            (figure, pl.Decimal(9, 1) if figure in NUMBERS else pl.Int16),
            (f"{figure}_missing", pl.Int16),
        )
    },
    "handbook_url": pl.String,
}
LAY_TITLES = {"code": pl.String, "title": pl.String}
LONGEST_TITLE = 250
# What a frame of `PROJECTIONS` may hold: from and to.
RANGES: Mapping[str, tuple[int, int]] = {
    **{
        figure: (0 if figure in NEVER_NEGATIVE else -LIMITS.get(figure, LIMIT), LIMITS.get(figure, LIMIT))
        for figure in NUMBERS
    },
    **{figure: (min(codes.values()), max(codes.values())) for figure, codes in CATEGORIES.items()},
}


@dataclass
class _Row:
    """What one line of a file says of a code: its figures, and the reasons for those it leaves out."""

    file: str
    line: int
    headers: Mapping[str, str]
    values: dict[str, Decimal | int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    handbook_url: str = ""

    @property
    def place(self) -> dict[str, Any]:
        return {"file": self.file, "line": self.line}

    def called(self, figure: str) -> str:
        """A figure as the file calls its column."""
        return self.headers.get(figure, _words(figure))


def projections(
    files: Sequence[ProjectionFile],
    known: Collection[str],
    problems: Problems,
    coded_in: str = "SOC 2018 or of OEWS",
) -> pl.DataFrame:
    """The round's projections from its files together, as a frame of `PROJECTIONS`.

    Where two lines give the same figure of a code they must agree. A figure that no file has a column for
    is not stated: that is the percent self-employed of a round known only from the web tool.
    """
    rows: dict[str, _Row] = {}
    for source in files:
        for line in source.rows.iter_rows(named=True):
            row = _Row(source.file, line["line"], source.headers)
            code = line["code"] or ""
            if code not in known:
                problems.add(f"{code!r} is not a code of {coded_in}", **row.place)
                continue
            _read_numbers(code, line, row, problems)
            _read_categories(code, line, row, problems)
            _read_address(code, line, row, problems)
            if code in rows:
                _agree(code, rows[code], row, problems)
                rows[code].values = row.values | rows[code].values
                rows[code].reasons = row.reasons | rows[code].reasons
                rows[code].handbook_url = rows[code].handbook_url or row.handbook_url
            else:
                rows[code] = row
    if not rows:
        problems.add("there is no row of figures", file=files[0].file)
    for code, row in rows.items():
        _add_up(code, row.values, files[0].round.years, row.place, problems)
    table: dict[str, list[Any]] = {"code": list(rows)}
    for figure in FIGURES:
        table[figure] = [row.values.get(figure) for row in rows.values()]
        table[f"{figure}_missing"] = [
            None if figure in row.values else row.reasons.get(figure, NOT_STATED) for row in rows.values()
        ]
    table["handbook_url"] = [row.handbook_url for row in rows.values()]
    return pl.DataFrame(table, schema=PROJECTIONS)


def lay_titles(files: Sequence[ProjectionFile], problems: Problems) -> pl.DataFrame | None:
    """The lay titles of the web tool, each once for a code; None if no file has any."""
    webs = [source for source in files if source.layout == "web"]
    if not webs:
        return None
    pairs: dict[tuple[str, str], None] = {}
    for source in webs:
        for line in source.rows.iter_rows(named=True):
            for title in line["lay_titles"] or []:
                if len(title) > LONGEST_TITLE:
                    problems.add(
                        f"a lay title is longer than {LONGEST_TITLE} characters",
                        file=source.file,
                        line=line["line"],
                    )
                elif title:
                    pairs[line["code"], title] = None
    return pl.DataFrame(list(pairs), schema=LAY_TITLES, orient="row")


def known_codes(table: pl.DataFrame, known: Collection[str], problems: Problems) -> None:
    """Every code of a frame with `code`, `file` and `line` must be known."""
    for code, file, line in table.select("code", "file", "line").iter_rows():
        if code not in known:
            problems.add(f"{code!r} is not a code of SOC 2018 or of OEWS", file=file, line=line)


def frame(rows: pl.DataFrame, years: int, problems: Problems) -> None:
    """What must hold of a frame of `PROJECTIONS` with `file` and `line`, wherever it comes from, of a round of so many
    years."""
    for row in rows.filter(~pl.col("code").is_first_distinct()).iter_rows(named=True):
        problems.add(f"{row['code']} is here a second time", file=row["file"], line=row["line"])
    for figure, (low, high) in RANGES.items():
        value, reason = pl.col(figure), pl.col(f"{figure}_missing")
        bad = (
            (value.is_null() == reason.is_null())
            | ~value.is_between(low, high)
            | ~reason.is_in([NOT_RELEASED, NOT_PRODUCED, NOT_STATED])
        )
        for row in rows.filter(bad.fill_null(value=False)).iter_rows(named=True):
            said = f"{row[figure]} and the reason {row[f'{figure}_missing']}"
            problems.add(f"{row['code']}: {_words(figure)} is {said}", file=row["file"], line=row["line"])
    for row in rows.iter_rows(named=True):
        place = {"file": row["file"], "line": row["line"]}
        _add_up(row["code"], row, years, place, problems)
        if row["handbook_url"] and not HANDBOOK_URL.fullmatch(row["handbook_url"]):
            problems.add(f"{row['code']}: {row['handbook_url']!r} is no page of the Handbook", **place)


def _add_up(
    code: str, values: Mapping[str, Any], years: int, place: dict[str, Any], problems: Problems
) -> None:
    """Exits and transfers make the separations; these and the yearly change make the openings; to rounding."""
    exits, transfers, separations = (values.get(figure) for figure in SEPARATION_FIGURES)
    if separations is None:
        return
    if exits is not None and transfers is not None and abs(exits + transfers - separations) > ADD_UP_WITHIN:
        problems.add(
            f"{code}: labor force exits {exits} and occupational transfers {transfers} don't make the separations,"
            f" {separations}",
            **place,
        )
    change, openings = values.get("employment_change"), values.get("openings")
    if change is None or openings is None:
        return
    if abs(max(separations + change / years, Decimal(0)) - openings) > OPENINGS_WITHIN:
        problems.add(
            f"{code}: separations {separations} and a change of {change} in {years} years don't make the openings,"
            f" {openings}",
            **place,
        )


def _read_address(code: str, line: Mapping[str, Any], row: _Row, problems: Problems) -> None:
    addresses = line.get("handbook_urls") or []
    for address in addresses:
        if not HANDBOOK_URL.fullmatch(address):
            problems.add(f"{code}: {address!r} is no page of the Handbook", **row.place)
    if len(addresses) > 1:
        problems.add(f"{code}: the row leads to {len(addresses)} pages of the Handbook", **row.place)
    row.handbook_url = next(iter(addresses), "")


def _read_numbers(code: str, line: Mapping[str, Any], row: _Row, problems: Problems) -> None:
    for figure in NUMBERS:
        if figure not in line:
            continue
        text = line[figure] or ""
        if text in MISSING:
            # "Data is unavailable for values denoted with a —", says the note under the table.
            row.reasons[figure] = NOT_RELEASED
            continue
        if not NUMBER.fullmatch(text):
            problems.add(
                f"{code}: {row.called(figure)} is {text!r}, not a number with one decimal", **row.place
            )
            continue
        number = Decimal(text.replace(",", ""))
        if number < 0 and figure in NEVER_NEGATIVE:
            problems.add(f"{code}: {row.called(figure)} is {text}, less than nothing", **row.place)
        elif abs(number) > LIMITS.get(figure, LIMIT):
            problems.add(f"{code}: {row.called(figure)} is {text}, which can't be", **row.place)
        else:
            row.values[figure] = number.quantize(TENTH)


def _read_categories(code: str, line: Mapping[str, Any], row: _Row, problems: Problems) -> None:
    is_summary = (line.get("row_type") or "").lower() == "summary"
    if (line.get("row_type") or "").lower() not in ("", "summary", "line item"):
        problems.add(f"{code}: the occupation type is {line['row_type']!r}", **row.place)
    for figure, categories in CATEGORIES.items():
        if figure not in line:
            continue
        text = (line[figure] or "").replace("’", "'")
        if text in MISSING:
            # Groups are assigned none; a single occupation has one, so there it is withheld.
            row.reasons[figure] = NOT_PRODUCED if is_summary else NOT_RELEASED
        elif text not in categories:
            problems.add(
                f"{code}: {row.called(figure)} is {text!r}, which is not one of the known", **row.place
            )
        elif line.get(f"{figure}_code") not in (None, str(categories[text])):
            problems.add(
                f"{code}: {row.called(figure)} is {text!r}, but its code is {line[f'{figure}_code']!r}",
                **row.place,
            )
        else:
            row.values[figure] = categories[text]


def _agree(code: str, first: _Row, second: _Row, problems: Problems) -> None:
    for figure in FIGURES:
        a, b = first.values.get(figure), second.values.get(figure)
        stated = figure in second.values or figure in second.reasons
        if a != b and stated and (figure in first.values or figure in first.reasons):
            problems.add(
                f"{code}: {second.called(figure)} is {_say(b)} here and {_say(a)} in {first.file}, line {first.line}",
                **second.place,
            )


def _say(value: Decimal | int | None) -> str:
    return "missing" if value is None else str(value)


def _words(figure: str) -> str:
    return figure.replace("_", " ")
