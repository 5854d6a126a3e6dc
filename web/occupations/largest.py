"""The industries that employ the most of an occupation: those whose jobs are published, and larger ones that are known
from their parts.

The 3-digit industries partition the economy. Where the publisher leaves out the jobs of one, its published parts can
show that it is larger than others that are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Industry, Release
from wages.estimates import Figure, Number, figure
from wages.models import WageEstimate
from web.tables.cells import rounding, share_of
from web.words.numbers import number, percent
from web.words.sentences import ranked_list, sentence

THREE_DIGIT, FOUR_DIGIT = 3, 4
PARTS = (Industry.Kind.NAICS, Industry.Kind.COMBINATION)


@dataclass(frozen=True)
class IndustryPay:
    """One industry in a profile's short table; `share` is percent of the occupation's jobs."""

    name: str
    code: str
    share: Decimal | None
    median: Figure
    release: Release
    href: str = ""


@dataclass(frozen=True)
class KnownFromParts:
    """An industry without published jobs, and how many its published parts alone have."""

    name: str
    code: str
    jobs: int
    share: Decimal | None


@dataclass(frozen=True)
class Largest:
    """The industries with the most jobs, the largest first.

    `is_of_published` says that one whose jobs aren't published may have more than the last of them; `larger` are
    those of them that are known to. `as_large` are others with as many jobs as the last.
    """

    rows: list[IndustryPay]
    is_of_published: bool
    larger: list[KnownFromParts]
    as_large: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What they are, without a period."""
        start = (
            f"The {len(self.rows)} industries that employ"
            if len(self.rows) > 1
            else "The industry that employs"
        )
        return f"{start} the most{OF_PUBLISHED if self.is_of_published else ''}"

    @property
    def note(self) -> str:
        """Which others belong among them, or are as large as the last; "" for none that is known to."""
        return " ".join(said for said in (self._larger, self._as_large) if said)

    @property
    def _as_large(self) -> str:
        have = "has" if len(self.as_large) == 1 else "have"
        names = ranked_list(list(self.as_large))
        return f"{sentence(names)} {have} as many jobs as the last industry listed." if names else ""

    @property
    def _larger(self) -> str:
        if not self.larger:
            return ""
        named = [
            f"{one.name} ({number(one.jobs)} jobs{f', {percent(one.share)}' if one.share is not None else ''})"
            for one in self.larger
        ]
        who, whose = (
            ("This industry belongs", "its") if len(named) == 1 else ("These industries belong", "their")
        )
        return (
            f"{who} on the list too. BLS publishes no total for {whose} jobs, but {whose} published parts alone have"
            " at least this"
            f" many: {'; '.join(named)}."
        )


OF_PUBLISHED = ", of those whose jobs are published"


def is_three_digit(cell: WageEstimate) -> bool:
    """Whether the cell is of one of the industries that partition the economy at this level."""
    return cell.industry.level == THREE_DIGIT and cell.industry.kind in PARTS


def without_cell(cells: Iterable[WageEstimate]) -> set[str]:
    """The codes of the 3-digit industries that have no cell, while something within them has."""
    listed = list(cells)
    own = {cell.industry.code for cell in listed if is_three_digit(cell)}
    return {_three_digit(cell) for cell in listed if cell.industry.kind in PARTS} - own


def _three_digit(cell: WageEstimate) -> str:
    return cell.industry.code[:THREE_DIGIT]


def jobs_of_three_digit(cells: Iterable[WageEstimate]) -> dict[str, tuple[int, bool]]:
    """By 3-digit code: the jobs, and whether they are published; else as many as the published parts have.

    Parts are the 4-digit industries, or longer codes where none of these is published: a combination's own parts are
    not told by their codes, so beside one nothing longer is counted. Cuts by owner add up to the industry as well.
    """
    own: dict[str, int] = {}
    by_length: dict[str, dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    combined: set[str] = set()
    owners: dict[str, int] = defaultdict(int)
    for cell in cells:
        industry, jobs = cell.industry, cell.employment
        code = _three_digit(cell)
        if jobs is None or not industry.level or industry.level < THREE_DIGIT:
            continue
        if is_three_digit(cell):
            own[code] = jobs
        elif industry.kind == Industry.Kind.OWNERSHIP and industry.level == THREE_DIGIT:
            owners[code] += jobs
        elif industry.kind in PARTS:
            by_length[code][industry.level][industry.code] = jobs
            if industry.kind == Industry.Kind.COMBINATION:
                combined.add(code)
    known = {code: (jobs, True) for code, jobs in own.items()}
    for code in {*by_length, *owners} - set(own):
        parts = _sum_of_parts(by_length[code], has_combination=code in combined)
        known[code] = (max(parts, owners.get(code, 0)), False)
    return known


def _sum_of_parts(by_length: Mapping[int, Mapping[str, int]], *, has_combination: bool) -> int:
    counted: set[str] = set()
    total = 0
    for length in sorted(by_length):
        if has_combination and length > FOUR_DIGIT:
            break
        new = {
            code: jobs
            for code, jobs in by_length[length].items()
            if not any(code.startswith(wider) for wider in counted)
        }
        total += sum(new.values())
        counted |= set(new)
    return total


def rows_of(overall: WageEstimate, cells: Iterable[WageEstimate], basis: str) -> list[IndustryPay]:
    """A row for each 3-digit industry."""
    whole = figure(overall, "employment")
    return [
        IndustryPay(
            name=cell.industry.short_title,
            code=cell.industry.code,
            href=cell.industry.get_absolute_url(),
            share=share_of(figure(cell, "employment"), whole),
            median=figure(cell, f"{basis}_median"),
            release=cell.release,
        )
        for cell in cells
        if is_three_digit(cell)
    ]


def largest(
    overall: WageEstimate,
    cells: Sequence[WageEstimate],
    basis: str,
    most: int,
    titles: Mapping[str, str],
) -> Largest:
    """The first `most` by their jobs. `titles` are those of the industries that have no cell, by their code."""
    known = jobs_of_three_digit(cells)
    sized = [row for row in rows_of(overall, cells, basis) if row.share is not None]
    top = sorted(sized, key=lambda row: (-known[row.code][0], row.code))[:most]
    names = dict(titles) | {
        cell.industry.code: cell.industry.short_title for cell in cells if is_three_digit(cell)
    }
    fewest = known[top[-1].code][0] if len(top) == most else 0
    whole = figure(overall, "employment")
    larger = [
        KnownFromParts(names[code], code, jobs, share_of(Figure(jobs), whole))
        for code, (jobs, is_published) in known.items()
        if not is_published and jobs > fewest and code in names
    ]
    return Largest(
        top,
        _may_be_others(whole.value, known, fewest),
        sorted(larger, key=lambda one: (-one.jobs, one.code)),
        [row.name for row in sized if row not in top and fewest and known[row.code][0] == fewest],
    )


def _may_be_others(whole: Number | None, known: Mapping[str, tuple[int, bool]], fewest: int) -> bool:
    """Whether an industry without published jobs may have more than `fewest`: all that the others leave."""
    published = [jobs for jobs, is_published in known.values() if is_published]
    return whole is None or whole - sum(published) > max(fewest, rounding(len(published)))
