"""The occupations of rounds before 2019–29, which are coded in SOC 2010.

SOC 2010 has the codes of SOC 2018 for the most part, but not always their meaning. A code means the same
occupation here if SOC 2018 has it under the same title and it isn't an "All Other": what a residual holds
depends on which occupations stand beside it. Any other code becomes an occupation of SOC 2010 itself,
retired, with the publisher's title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importers.code_systems import SOC, SOC_2010, ensure_code_system
from importers.projections.reader import ProjectionFile
from importers.report import Problems
from importers.soc_2010.checks import RESIDUAL, means_the_same
from occupations.models import Occupation
from occupations.titles import sentence_case

Level = Occupation.Level
CODE = re.compile(r"\d\d-\d{4}")
TOTAL = "00-0000"  # "Total, all occupations" here, "All Occupations" in SOC 2018


@dataclass(frozen=True)
class Named:
    """What a file says of a code of SOC 2010; `is_group` is None where the file has no types of rows."""

    title: str
    is_group: bool | None


def occupation_ids_2010(files: Sequence[ProjectionFile], problems: Problems) -> dict[str, int]:
    """The occupation that each code of the files means; those that only SOC 2010 has are made.

    A code that isn't one is left out, for the checks to complain of.
    """
    return ids_of_named(_named(files, problems), problems)


def ids_of_named(named: Mapping[str, Named], problems: Problems) -> dict[str, int]:
    """The occupation that each code means by its title; those that only SOC 2010 has are made."""
    soc = {
        code: (pk, title)
        for code, pk, title in Occupation.objects.filter(system__slug=SOC).values_list("code", "id", "title")
    }
    ids = {
        code: soc[code][0]
        for code, found in named.items()
        if code in soc and (code == TOTAL or means_the_same(found.title, soc[code][1]))
    }
    own = {code: found for code, found in named.items() if code not in ids}
    return ids | _ensure(own, soc, problems)


def _named(files: Sequence[ProjectionFile], problems: Problems) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for source in files:
        for line in source.rows.iter_rows(named=True):
            code, title = line["code"] or "", line["title"] or ""
            if not CODE.fullmatch(code):
                continue
            kind = line.get("row_type")
            found = Named(title, None if kind is None else kind.lower() == "summary")
            first = named.get(code, found)
            if not title or first.title.lower() != title.lower():
                problems.add(
                    f"{code} is {title!r} here and {first.title!r} elsewhere",
                    file=source.file,
                    line=line["line"],
                )
            # The workbook knows which rows are groups, the web table doesn't.
            named[code] = found if first.is_group is None else first
    return named


def _ensure(
    named: Mapping[str, Named], soc: Mapping[str, tuple[int, str]], problems: Problems
) -> dict[str, int]:
    system = ensure_code_system(SOC_2010)
    there = dict(Occupation.objects.filter(system=system).values_list("code", "id"))
    new = []
    for code, found in named.items():
        # The one place where digits tell: the major groups of both editions are the same.
        major = soc.get(f"{code[:2]}-0000")
        if code in there:
            continue
        if major is None:
            problems.add(f"{code} {found.title} belongs to no major group of SOC")
            continue
        new.append(
            Occupation(
                system=system,
                code=code,
                title=found.title,
                sentence_title=sentence_case(found.title),
                level=_level(code, found.is_group),
                parent_id=soc[TOTAL][0] if code.endswith("0000") and TOTAL in soc else major[0],
                is_residual=bool(RESIDUAL.search(found.title)),
                is_retired=True,
            )
        )
    made = Occupation.objects.bulk_create(new)
    return {code: there[code] for code in named if code in there} | {row.code: row.pk for row in made}


def _level(code: str, is_group: bool | None) -> int:
    """A row that isn't a group is a detailed occupation of the matrix, whatever its code ends in."""
    if not is_group:
        return Level.DETAILED
    if code.endswith("0000"):
        return Level.MAJOR
    return Level.MINOR if code.endswith("00") else Level.BROAD
