"""The occupations in one industry: shares, gaps and concentration, in the order asked for.

All figures are of one release. The share of the industry's jobs is the published one where the release has it
(PCT_TOTAL of the workbooks), and computed from the numbers of jobs elsewhere; the share of the occupation's
jobs, the gap and the concentration are always computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Release
from wages.estimates import NOTHING, Figure, Number, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.tables.cells import PercentileRow, percentiles_of, reliability, share_of

# What a reader can choose to see, by the level at which the release publishes a code.
LEVELS = {
    "detailed": (Occupation.Level.DETAILED, "occupation", "occupations"),
    "broad": (Occupation.Level.BROAD, "broad group", "broad groups"),
    "minor": (Occupation.Level.MINOR, "minor group", "minor groups"),
    "major": (Occupation.Level.MAJOR, "major group", "major groups"),
}


@dataclass(frozen=True, slots=True)
class OccupationHere(PercentileRow):
    """One occupation in the industry.

    `share` is in percent of the industry's jobs and `share_of_occupation` in percent of the occupation's
    jobs. `gap` is the median here less the occupation's median in all industries. `concentration` is how many
    times its share of all jobs the occupation's share of the industry's jobs is.
    """

    occupation: Occupation
    release: Release
    group_id: int | None
    employment: Figure
    share: Decimal | None
    share_is_published: bool
    share_of_occupation: Decimal | None
    percentiles: tuple[Figure, ...]
    national_median: Figure
    gap: Number | None
    gap_percent: Decimal | None
    concentration: Decimal | None
    employment_rse: Figure
    wage_rse: Figure

    @property
    def name(self) -> str:
        return self.occupation.sentence_title

    @property
    def code(self) -> str:
        return self.occupation.code

    @property
    def is_residual(self) -> bool:
        return self.occupation.is_residual

    @property
    def words(self) -> str:
        """How reliable the number of jobs and mean pay are, in words."""
        both = [reliability(self.employment_rse), reliability(self.wage_rse)]
        if not any(both):
            return ""
        return both[0] if both[0] == both[1] else " · ".join(word or "none" for word in both)


def occupations_here(
    own: WageEstimate | None, cells: Iterable[WageEstimate], nation: Mapping[int, WageEstimate], basis: str
) -> list[OccupationHere]:
    """A row for each cell.

    `own` is the industry's cell of all occupations, `cells` its other cells with `major_group_id`, `nation`
    the cells of all industries by occupation, all of one release.
    """
    everybody = next(
        (cell for cell in nation.values() if cell.published_level == Occupation.Level.TOTAL), None
    )
    industry_jobs, all_jobs = figure(own, "employment"), figure(everybody, "employment")
    return [_row(cell, nation.get(cell.occupation_id), industry_jobs, all_jobs, basis) for cell in cells]


def _row(
    cell: WageEstimate, national: WageEstimate | None, industry_jobs: Figure, all_jobs: Figure, basis: str
) -> OccupationHere:
    percentiles = percentiles_of(cell, basis)
    employment, everywhere = figure(cell, "employment"), figure(national, "employment")
    national_median = figure(national, f"{basis}_median")
    gap = pay_bar.gap(percentiles[2], national_median)
    here, overall = share_of(employment, industry_jobs), share_of(everywhere, all_jobs)
    published = cell.percent_of_industry
    return OccupationHere(
        occupation=cell.occupation,
        release=cell.release,
        group_id=cell.major_group_id,  # type: ignore[attr-defined]  # annotated by with_major_group
        employment=employment,
        share=here if published is None else published,
        share_is_published=published is not None,
        share_of_occupation=share_of(employment, everywhere),
        percentiles=percentiles,
        national_median=national_median,
        gap=gap[0] if gap else None,
        gap_percent=gap[1] if gap else None,
        concentration=here / overall if here is not None and overall else None,
        employment_rse=figure(cell, "employment_rse"),
        wage_rse=figure(cell, "wage_rse"),
    )


def scale_of(rows: Iterable[OccupationHere], basis: str) -> Axis:
    """The scale that just holds what the rows' bars show."""
    return pay_bar.scale_for((fig for row in rows for fig in (*row.percentiles, row.national_median)), basis)


def bar(row: OccupationHere, basis: str, scale: Axis) -> PayBar | None:
    """The row's pay on the scale of its table; the reference is its median in all industries."""
    return pay_bar.pay_bar_on_scale(row.name, row.percentiles, row.national_median, basis, scale)


def of_level(cells: Iterable[WageEstimate], level: str) -> list[WageEstimate]:
    """The cells of one kind. A broad group that is published as an occupation counts as one."""
    wanted = LEVELS[level][0]
    return [cell for cell in cells if cell.published_level == wanted]


# The order in words, lowest first and highest first.
SORTS = {
    "occupation": ("name, A to Z", "name, Z to A"),
    "jobs": ("jobs, fewest first", "jobs, most first"),
    "share": ("share of the industry’s jobs, smallest first", "share of the industry’s jobs, largest first"),
    "of_occupation": (
        "share of the occupation’s jobs, smallest first",
        "share of the occupation’s jobs, largest first",
    ),
    "median": ("median pay, lowest first", "median pay, highest first"),
    "gap": (
        "median pay against all industries, furthest below first",
        "median pay against all industries, furthest above first",
    ),
    "gap_percent": (
        "median pay against all industries in percent, furthest below first",
        "median pay against all industries in percent, furthest above first",
    ),
    "concentration": ("concentration, lowest first", "concentration, highest first"),
    "reliability": ("error of the number of jobs, smallest first", "error of the number of jobs, largest first"),
}  # fmt: skip
KEYS: dict[str, Callable[[OccupationHere], Figure]] = {
    "occupation": lambda row: NOTHING,  # by name, which every order falls back on
    "jobs": lambda row: row.employment,
    "share": lambda row: Figure(row.share),
    "of_occupation": lambda row: Figure(row.share_of_occupation),
    "median": lambda row: row.median,
    "gap": lambda row: Figure(row.gap),
    "gap_percent": lambda row: Figure(row.gap_percent),
    "concentration": lambda row: Figure(row.concentration),
    "reliability": lambda row: row.employment_rse,
}


def sort_rows(rows: Sequence[OccupationHere], column: str, *, descending: bool) -> list[OccupationHere]:
    """The rows by one column. Missing figures come last in both directions; ties go by name and code."""
    by_name = sorted(
        rows,
        key=lambda row: (row.name.casefold(), row.code),
        reverse=column == "occupation" and descending,
    )
    return sorted(by_name, key=lambda row: KEYS[column](row).sort_key(descending=descending))
