"""The LABSTAT folder of OEWS: the small files that name the codes of its series. Knows nothing of Django."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path

from importers.oews import checks
from importers.oews.areas import AreaFacts, kind_of_code
from importers.oews.cells import DETAILED, Reason, ReleaseCells, ReleaseFacts
from importers.oews.series import DATATYPES, Codes, batches
from importers.oews.stream import text_of
from importers.report import Problems
from wages.geography import FIPS
from wages.industry_codes import IndustryCode, read_industry_code

DATA_FILES = ("oe.data.0.Current", "oe.data.1.AllData")
HEADERS = {
    "oe.area": ("state_code", "area_code", "areatype_code", "area_name"),
    "oe.datatype": ("datatype_code", "datatype_name"),
    "oe.footnote": ("footnote_code", "footnote_text"),
    "oe.industry": ("industry_code", "industry_name", "display_level", "selectable", "sort_sequence"),
    "oe.occupation": (
        "occupation_code", "occupation_name", "occupation_description", "display_level", "selectable",
        "sort_sequence",
    ),
    "oe.release": ("release_date", "description"),
}  # fmt: skip

REASON_OF = {"4": Reason.OTHER_BASIS, "5": Reason.TOP_CODED, "8": Reason.NOT_RELEASED}
# The display level of a detailed occupation. The others place a code in a menu and not in the SOC: the broad
# group 35-1010 has that of a minor group.
DISPLAYED_AS_DETAILED = "3"

CAPS = re.compile(r"\$([\d,]+\.\d\d) per hour or \$([\d,]+) per year")
LABEL = re.compile(r"(?:May|November) \d{4}")
PERIOD = re.compile(r"(\d{4})A01")
SIX_DIGITS = re.compile(r"\d{6}")
LETTERS = {"nation": "N", "state": "S", "territory": "S", "metro": "M", "nonmetro": "M"}

Row = dict[str, str]
Table = list[tuple[int, Row]]


def is_labstat(file: Path) -> bool:
    return file.name.startswith("oe.")


def open_labstat(files: Sequence[Path]) -> ReleaseCells:
    """Read the small files and get ready for the data. Raises InputRefusedError with all that is wrong."""
    problems = Problems()
    by_name = {file.name.removesuffix(".gz"): file for file in files}
    missing = [name for name in HEADERS if name not in by_name]
    if missing:
        problems.add(
            f"the LABSTAT folder is not whole, it has no {', '.join(missing)}; give the whole folder"
        )
    data = [by_name[name] for name in DATA_FILES if name in by_name]
    if not data:
        problems.add(f"the LABSTAT folder has no data file: {DATA_FILES[0]}, plain or .gz")
    elif len(data) > 1:
        problems.add(f"{DATA_FILES[0]} and {DATA_FILES[1]} hold the same series; give one of them")
    problems.refuse()
    tables = {name: _table(by_name[name], header, problems) for name, header in HEADERS.items()}
    problems.refuse()
    facts = _facts(tables["oe.release"], tables["oe.footnote"], problems)
    _check_datatypes(tables["oe.datatype"], problems)
    areas = _areas(tables["oe.area"], problems)
    industries = _industries(tables["oe.industry"], problems)
    occupations = _occupations(tables["oe.occupation"], problems)
    problems.refuse()
    assert facts is not None
    codes = Codes(
        areas=frozenset(f"{row['areatype_code']}{row['area_code']}" for _, row in tables["oe.area"]),
        industries={code: industry for code, (industry, _) in industries.items()},
        occupations={code: level for code, (level, _) in occupations.items()},
        footnotes={
            row["footnote_code"]: REASON_OF.get(row["footnote_code"]) for _, row in tables["oe.footnote"]
        },
    )
    tally: Counter[str] = Counter()
    return ReleaseCells(
        reader="LABSTAT",
        file=data[0].name,
        facts=facts,
        areas=areas,
        industries=list(industries.values()),
        occupations={f"{code[:2]}-{code[2:]}": title for code, (_, title) in occupations.items()},
        batches=partial(batches, file=data[0], facts=facts, codes=codes, tally=tally),
        tally=tally,
    )


def _table(file: Path, header: tuple[str, ...], problems: Problems) -> Table:
    """The rows of a small file with their line numbers; cells without the spaces around them."""
    lines = text_of(file).splitlines()
    if not lines:
        problems.add("the file is empty", file=file.name)
        return []
    found = [name.strip() for name in lines[0].split("\t")]
    if not checks.columns(found, header, problems, file=file.name, separated="by tabs"):
        return []
    rows: Table = []
    for number, text in enumerate(lines[1:], 2):
        if not text.strip():
            continue
        cells = [cell.strip() for cell in text.split("\t")]
        if len(cells) != len(found):
            problems.add(f"{len(found)} columns expected, {len(cells)} found", file=file.name, line=number)
            continue
        rows.append((number, dict(zip(found, cells, strict=True))))
    if not rows:
        problems.add("the file has no rows", file=file.name)
    return rows


def _facts(release: Table, footnotes: Table, problems: Problems) -> ReleaseFacts | None:
    line, row = release[0]
    if len(release) > 1:
        problems.add("more than one release", file="oe.release", line=release[1][0])
    period, label = PERIOD.fullmatch(row["release_date"]), row["description"]
    if not period or not LABEL.fullmatch(label) or label[-4:] != period[1]:
        problems.add(
            f'not a release of OEWS: "{row["release_date"]}" "{label}"; expected such as 2025A01, May 2025',
            file="oe.release", line=line,
        )  # fmt: skip
    texts = {row["footnote_code"]: row["footnote_text"] for _, row in footnotes}
    for code in REASON_OF.keys() - texts.keys():
        problems.add(f"no footnote {code}, which says why figures are missing", file="oe.footnote")
    caps = CAPS.search(texts.get("5", ""))
    if not caps:
        problems.add("footnote 5 does not state the top codes in dollars", file="oe.footnote")
        return None
    return ReleaseFacts(label, Decimal(caps[1].replace(",", "")), int(caps[2].replace(",", "")))


def _check_datatypes(table: Table, problems: Problems) -> None:
    """A datatype under another number than ours would put figures into the wrong column."""
    named = {row["datatype_code"]: (line, row["datatype_name"]) for line, row in table}
    for number, (name, _) in DATATYPES.items():
        line, found = named.pop(f"{number:02}", (None, "absent"))
        if found.casefold() != name.casefold():
            problems.add(
                f'datatype {number:02} should be "{name}", it is {found}', file="oe.datatype", line=line
            )
    for code, (line, found) in named.items():
        problems.add(f'unknown datatype {code}, "{found}"', file="oe.datatype", line=line)


def _areas(table: Table, problems: Problems) -> list[AreaFacts]:
    areas: dict[str, AreaFacts] = {}
    for line, row in table:
        code, letter = row["area_code"], row["areatype_code"]
        kind = kind_of_code(code)
        if kind is None or letter != LETTERS[kind] or row["state_code"] not in FIPS.values():
            described = " ".join(row.values())
            problems.add(f"not an area, or not of its kind or state: {described}", file="oe.area", line=line)
        elif code in areas:
            problems.add(f"area {code} is there twice", file="oe.area", line=line)
        else:
            areas[code] = AreaFacts(code, kind, row["area_name"], row["state_code"])
    return list(areas.values())


def _industries(table: Table, problems: Problems) -> dict[str, tuple[IndustryCode, str]]:
    """By the code of LABSTAT: where the industry belongs, and its title."""
    industries: dict[str, tuple[IndustryCode, str]] = {}
    for line, row in table:
        code, industry = row["industry_code"], read_industry_code(row["industry_code"])
        if industry is None:
            problems.add(f"not an industry: {code} {row['industry_name']}", file="oe.industry", line=line)
        elif code in industries:
            problems.add(f"industry {code} is there twice", file="oe.industry", line=line)
        else:
            industries[code] = (industry, row["industry_name"])
    return industries


def _occupations(table: Table, problems: Problems) -> dict[str, tuple[int | None, str]]:
    """By the six digits of LABSTAT: `DETAILED`, or None where nothing is said about the level; and the title."""
    occupations: dict[str, tuple[int | None, str]] = {}
    for line, row in table:
        code = row["occupation_code"]
        level = DETAILED if row["display_level"] == DISPLAYED_AS_DETAILED else None
        if not SIX_DIGITS.fullmatch(code):
            problems.add(f"not an occupation: {code}", file="oe.occupation", line=line)
        elif code in occupations:
            problems.add(f"occupation {code} is there twice", file="oe.occupation", line=line)
        else:
            occupations[code] = (level, row["occupation_name"])
    return occupations
