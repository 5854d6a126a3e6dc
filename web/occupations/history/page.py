"""Pay over releases: each as it was published, with its breaks; on request in constant dollars."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.editions import rank, year_of
from occupations.models import Occupation, Release
from wages.estimates import Figure, figure
from wages.models import WageEstimate
from web.charts.line import LineChart, YearPoint, line_chart
from web.tables.cells import basis_of, percentiles_of
from web.words import numbers

# What changed for national figures with the release of a year, from the technical notes of OEWS: from May 2019 on
# occupations are those of SOC 2018 (two years in a hybrid with SOC 2010). The areas redrawn in May 2024 show only in
# areas.
NATIONAL_BREAKS = {2019: "new occupation codes", 2021: "new method"}
BREAKS_SAID = {
    2019: "Since May 2019, OEWS has sorted jobs by SOC 2018 instead of SOC 2010. This occupation has the same title in"
    " both, but the jobs counted in it may have changed.",
    2021: "In May 2021, BLS changed how it makes the estimates.",
}


@dataclass(frozen=True)
class HistoryRow:
    """One release; wages are in the dollars of the page, nominal or constant."""

    release: Release
    year: int
    percentiles: tuple[Figure, ...]
    employment: Figure
    break_before: str


@dataclass(frozen=True)
class HistoryPage:
    """The history of one occupation on one basis."""

    occupation: Occupation
    basis: str
    rows: list[HistoryRow]
    chart: LineChart | None
    dollars: str
    constant_available: bool
    price_release: Release | None
    notes: list[str]


def history_page(
    occupation: Occupation,
    editions: Sequence[WageEstimate],
    *,
    basis: str | None,
    constant: bool,
    prices: Mapping[int, Decimal],
    price_release: Release | None,
) -> HistoryPage | None:
    """The page, or None where no release states the occupation's pay.

    `editions` are its national cells; `prices` is the CPI-U of May by year. Constant dollars are those of the
    newest edition; a release whose May has no index keeps a gap.
    """
    one_each = one_of_each(editions)
    if not one_each:
        return None
    shown_basis = basis_of(one_each[-1], basis)
    newest = year_of(one_each[-1].release)
    possible = newest in prices
    constant = constant and possible
    rows = []
    first = year_of(one_each[0].release)
    breaks = {year: name for year, name in NATIONAL_BREAKS.items() if first < year <= newest}
    for estimate in one_each:
        year = year_of(estimate.release)
        percentiles = percentiles_of(estimate, shown_basis)
        if constant:
            percentiles = tuple(_in_dollars_of(f, prices.get(year), prices[newest]) for f in percentiles)
        rows.append(
            HistoryRow(
                release=estimate.release,
                year=year,
                percentiles=percentiles,
                employment=figure(estimate, "employment"),
                break_before=breaks.get(year, ""),
            )
        )
    points = [
        YearPoint(r.year, r.release.label, r.percentiles[0], r.percentiles[2], r.percentiles[4]) for r in rows
    ]
    return HistoryPage(
        occupation=occupation,
        basis=shown_basis,
        rows=rows[::-1],
        chart=line_chart(points, breaks, shown_basis),
        dollars=f"{one_each[-1].release.label} dollars" if constant else "dollars of each year",
        constant_available=possible,
        price_release=price_release if constant else None,
        notes=_notes(constant, one_each[-1].release.label, breaks),
    )


def one_of_each(editions: Sequence[WageEstimate]) -> list[WageEstimate]:
    """One edition for each period, the official one where there is one, oldest first."""
    ordered = sorted(editions, key=lambda e: rank(e.release))
    return list({year_of(estimate.release): estimate for estimate in ordered}.values())


def _in_dollars_of(value: Figure, then: Decimal | None, now: Decimal) -> Figure:
    """The figure at the prices of another month. A floor of a top-coded one can't be carried over."""
    if value.value is None or then is None:
        return Figure(None, value.reason)
    return Figure(numbers.rounded(Decimal(value.value) * now / then, 2), is_rough=value.is_rough)


def _notes(constant: bool, newest: str, breaks: Collection[int]) -> list[str]:
    notes = [
        "OEWS isn’t designed to show change over time. Each release pools three years of surveys, so neighboring"
        " releases"
        " share most of their answers. A change from one release to the next isn’t a change within one year.",
        *(f"{BREAKS_SAID[year]} The line breaks there." for year in breaks),
    ]
    if constant:
        notes.append(
            f"In {newest} dollars: we multiply each wage by the CPI-U (all items, U.S. city average) of {newest} and"
            " divide by the CPI-U of that wage’s own May. BLS publishes no OEWS wages in constant dollars."
        )
    return notes


def comparisons(page: HistoryPage | None) -> list[tuple[Release, Release]]:
    """Pairs worth a link: the newest release with the one before it, and with the oldest."""
    if page is None or len(page.rows) < 2:
        return []
    newest, previous, oldest = page.rows[0].release, page.rows[1].release, page.rows[-1].release
    return [(previous, newest)] if previous == oldest else [(previous, newest), (oldest, newest)]
