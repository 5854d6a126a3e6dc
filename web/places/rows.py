"""The occupations of one area: rows, sorting, and what the area is known for.

Gaps are computed here, against the occupation's national median in the same release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter

from occupations.models import Occupation
from wages.estimates import NOTHING, Figure, Number, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.occupations.by_place.prices import at_national_prices, why_not_adjusted
from web.tables.cells import (
    LEAST_PER_1000,
    PercentileRow,
    leading,
    maybe_highest,
    on_other_basis_only,
    percentiles_of,
)

NAMED = 3


@dataclass(frozen=True)
class HereRow(PercentileRow):
    """One occupation in the area. `national` is its median in the nation; `group` the id of its major group.
    `level` is that at which the release publishes it: a broad group can stand in as a detailed occupation."""

    occupation: Occupation
    group: int | None
    level: int
    employment: Figure
    per_1000: Figure
    quotient: Figure
    percentiles: tuple[Figure, ...]
    mean: Figure
    national: Figure
    employment_rse: Figure
    wage_rse: Figure
    adjusted: Figure
    parity: Decimal | None
    gap: Number | None = None
    gap_percent: Decimal | None = None
    bar: PayBar | None = None

    @property
    def name(self) -> str:
        return self.occupation.sentence_title

    @property
    def code(self) -> str:
        return self.occupation.code

    @property
    def is_total(self) -> bool:
        return self.occupation.level == Occupation.Level.TOTAL

    @property
    def why_not_adjusted(self) -> str:
        return why_not_adjusted(self.median, self.parity)


@dataclass(frozen=True)
class Leaders:
    """The first few of a ranking by title, with those equal to the last of them, "all other" occupations left out.

    `top_coded` has all that may be the highest where some are top-coded; `lacks_other_basis` says that some have no
    pay on this basis.
    """

    named: list[tuple[str, Number]]
    top_coded: list[tuple[str, Number]]
    lacks_other_basis: bool = False


def rows_here(
    cells: Iterable[WageEstimate],
    national: Mapping[int, WageEstimate],
    basis: str,
    *,
    groups: Mapping[int, int | None],
    parity: Decimal | None,
    is_nation: bool,
) -> list[HereRow]:
    """A row for each of the area's cells (with their occupations).

    `national` has the nation's cells of the same release and `groups` the major group, by occupation. An area
    isn't compared with itself, so the nation has no gaps.
    """
    rows = []
    for cell in cells:
        percentiles = percentiles_of(cell, basis)
        whole = figure(national.get(cell.occupation_id), f"{basis}_median")
        difference = None if is_nation else pay_bar.gap(percentiles[2], whole)
        rows.append(
            HereRow(
                occupation=cell.occupation,
                group=groups.get(cell.occupation_id),
                level=cell.published_level,
                employment=figure(cell, "employment"),
                per_1000=figure(cell, "jobs_per_1000"),
                quotient=figure(cell, "location_quotient"),
                percentiles=percentiles,
                mean=figure(cell, f"{basis}_mean"),
                national=whole,
                employment_rse=figure(cell, "employment_rse"),
                wage_rse=figure(cell, "wage_rse"),
                adjusted=at_national_prices(percentiles[2], parity),
                parity=parity,
                gap=difference[0] if difference else None,
                gap_percent=difference[1] if difference else None,
            )
        )
    return rows


def scale_of(rows: Iterable[HereRow], basis: str) -> Axis:
    """The scale that just holds what the rows' bars show."""
    return pay_bar.scale_for((fig for row in rows for fig in (*row.percentiles, row.national)), basis)


def with_bars(rows: Iterable[HereRow], basis: str, scale: Axis) -> list[HereRow]:
    """The rows with their bars, all on one scale; the line through each is the occupation's median in the nation."""
    return [
        replace(row, bar=pay_bar.pay_bar_on_scale(row.name, row.percentiles, row.national, basis, scale))
        for row in rows
    ]


def _as_figure(number: Number | None) -> Figure:
    return NOTHING if number is None else Figure(number)


SORTABLE: dict[str, Callable[[HereRow], Figure]] = {
    "occupation": lambda row: NOTHING,  # by name, which every order falls back on
    "jobs": lambda row: row.employment,
    "per_1000": lambda row: row.per_1000,
    "quotient": lambda row: row.quotient,
    "median": lambda row: row.median,
    "adjusted": lambda row: row.adjusted,
    "gap": lambda row: _as_figure(row.gap),
    "gap_percent": lambda row: _as_figure(row.gap_percent),
    "reliability": lambda row: row.employment_rse,
}
SORT_WORDS = {
    "occupation": ("title, A to Z", "title, Z to A"),
    "jobs": ("jobs, fewest first", "jobs, most first"),
    "per_1000": ("jobs per 1,000, lowest first", "jobs per 1,000, highest first"),
    "quotient": ("location quotient, lowest first", "location quotient, highest first"),
    "median": ("median pay, lowest first", "median pay, highest first"),
    "adjusted": ("pay at national prices, lowest first", "pay at national prices, highest first"),
    "gap": ("gap in dollars, lowest first", "gap in dollars, highest first"),
    "gap_percent": ("gap in percent, lowest first", "gap in percent, highest first"),
    "reliability": ("error of jobs, smallest first", "error of jobs, largest first"),
}


def sort_rows(rows: Sequence[HereRow], column: str, *, descending: bool) -> list[HereRow]:
    """The rows by one column; missing figures last in both directions, ties by name and code."""
    by_name_downwards = column == "occupation" and descending
    ordered = sorted(rows, key=lambda row: (row.name.casefold(), row.code), reverse=by_name_downwards)
    return sorted(ordered, key=lambda row: SORTABLE[column](row).sort_key(descending=descending))


def of_note(rows: Iterable[HereRow], total: HereRow | None) -> list[HereRow]:
    """The occupations with enough of the area's jobs to say what it is known for, residuals among them.

    The publisher's own jobs per 1,000 decide where there are any (the nation has none): jobs are rounded to ten, so
    what is worked out from them would contradict the column beside it.
    """
    all_jobs = total.employment.value if total else None

    def per_1000(row: HereRow) -> Number | None:
        if row.per_1000.value is not None or not all_jobs or row.employment.value is None:
            return row.per_1000.value
        return Decimal(row.employment.value) * 1000 / Decimal(all_jobs)

    return [row for row in rows if (per_1000(row) or 0) >= LEAST_PER_1000]


def most_concentrated(rows: Sequence[HereRow]) -> Leaders:
    """The occupations with the highest location quotients above 1."""
    dense = [row for row in rows if row.quotient.value is not None and row.quotient.value > 1]
    named = leading(_highest(dense, "quotient"), itemgetter(1), NAMED)
    return Leaders(named, [])


def best_paid(rows: Sequence[HereRow]) -> Leaders:
    """The occupations with the highest medians."""
    named = leading(_highest(rows, "median"), itemgetter(1), NAMED)
    top_coded = maybe_highest((row.name, row.median) for row in rows if not _is_residual(row))
    return Leaders(named, top_coded, on_other_basis_only(row.median for row in rows))


def _is_residual(row: HereRow) -> bool:
    return row.occupation.is_residual


def _highest(rows: Iterable[HereRow], column: str) -> list[tuple[str, Number]]:
    """Titles and exact figures of all but residuals, highest first."""
    known = [row for row in rows if not _is_residual(row) and SORTABLE[column](row).can_lead]
    known.sort(key=lambda row: (-(SORTABLE[column](row).value or 0), row.code))
    return [(row.name, SORTABLE[column](row).value or 0) for row in known]
