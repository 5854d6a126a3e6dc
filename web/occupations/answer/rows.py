"""Lines of the table beside an answer: the place or industry itself, what is around it, and its neighbors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from occupations import editions
from occupations.models import Release
from wages.estimates import NOTHING, Figure, Number, figure
from wages.geography import POSTAL
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.occupations.answer.addresses import in_industry_address, in_place_address
from web.occupations.answer.queries import Material
from web.occupations.by_place.prices import PriceLevels, at_national_prices, why_not_adjusted
from web.occupations.by_place.rows import KIND_WORDS
from web.tables.cells import PercentileRow, percentiles_of, share_of
from web.words import numbers

NEIGHBORS = 8  # so many of the same kind, those with the most jobs


@dataclass(frozen=True)
class BesideRow(PercentileRow):
    """One place or industry. `percentiles` are those on the page's basis, `annual` and `hourly` both.

    `share` is the part of the occupation's jobs in the nation, in percent; `quotient` and `per_1000` are of places,
    `of_industry` (the occupation's part of the industry's jobs, in percent, computed here) of industries. `adjusted` is
    the median at the nation's prices.
    """

    name: str
    code: str
    kind: str
    href: str
    release: Release
    employment: Figure
    percentiles: tuple[Figure, ...]
    annual: tuple[Figure, ...]
    hourly: tuple[Figure, ...]
    annual_mean: Figure
    hourly_mean: Figure
    employment_rse: Figure
    wage_rse: Figure
    share: Decimal | None = None
    per_1000: Figure = NOTHING
    quotient: Figure = NOTHING
    of_industry: Decimal | None = None
    gap: Number | None = None
    gap_percent: Decimal | None = None
    parity: Decimal | None = None
    adjusted: Figure = NOTHING
    bar: PayBar | None = None
    is_this: bool = False
    is_nation: bool = False

    @property
    def gap_in_words(self) -> str:
        """The gap in percent, signed; "" where there is nothing to compare."""
        return "" if self.gap_percent is None else numbers.number(self.gap_percent, 1, signed=True)

    @property
    def why_not_adjusted(self) -> str:
        return "" if self.is_nation else why_not_adjusted(self.median, self.parity)


@dataclass(frozen=True)
class BesideRows:
    """The lines, this one first and its neighbors last, and the axis that their bars share."""

    rows: list[BesideRow]
    axis: Axis

    @property
    def this(self) -> BesideRow | None:
        return next((row for row in self.rows if row.is_this), None)


def cells_of(material: Material) -> list[WageEstimate]:
    """The place or industry, those around it up to the nation, and its largest neighbors."""
    return [*([material.cell] if material.cell else []), *material.wider, *neighbors(material)]


def beside_rows(
    material: Material, basis: str, levels: PriceLevels, totals: Mapping[int, WageEstimate]
) -> BesideRows:
    """The rows of `cells_of`; `totals` has the cells of all occupations together by the industry's id."""
    rows = [_row(material, cell, basis, levels, totals) for cell in cells_of(material)]
    axis = pay_bar.axis_for(f.value for row in rows for f in row.percentiles if f.value is not None)
    reference = figure(material.overall, f"{basis}_median")
    return BesideRows(
        [
            replace(row, bar=pay_bar.pay_bar(row.name, row.percentiles, reference, axis, basis))
            for row in rows
        ],
        axis,
    )


def neighbors(material: Material) -> list[WageEstimate]:
    """Those of the same kind with the most jobs: other metropolitan areas of the state, or of a state its own; other
    industries under the same one. Those whose jobs aren't released come last."""
    beside: Iterable[WageEstimate] = material.beside
    area = material.area
    if area is not None and area.kind == Area.Kind.NONMETROPOLITAN:
        beside = [cell for cell in beside if cell.area.kind == area.kind] or material.beside
    elif area is not None:
        beside = [cell for cell in beside if cell.area.kind == Area.Kind.METROPOLITAN]
    return sorted(beside, key=_by_jobs)[:NEIGHBORS]


def _by_jobs(cell: WageEstimate) -> tuple[bool, int, str]:
    name = cell.area.title if "area" in cell._state.fields_cache else cell.industry.title
    return (cell.employment is None, -(cell.employment or 0), name)


def _row(
    material: Material,
    cell: WageEstimate,
    basis: str,
    levels: PriceLevels,
    totals: Mapping[int, WageEstimate],
) -> BesideRow:
    percentiles, overall = percentiles_of(cell, basis), material.overall
    is_nation, employment = cell is overall, figure(cell, "employment")
    difference = None if is_nation else pay_bar.gap(percentiles[2], figure(overall, f"{basis}_median"))
    row = BesideRow(
        name="United States",
        code="",
        kind="nation, all industries",
        href=material.occupation.get_absolute_url(),
        release=cell.release,
        employment=employment,
        percentiles=percentiles,
        annual=percentiles_of(cell, "annual"),
        hourly=percentiles_of(cell, "hourly"),
        annual_mean=figure(cell, "annual_mean"),
        hourly_mean=figure(cell, "hourly_mean"),
        employment_rse=figure(cell, "employment_rse"),
        wage_rse=figure(cell, "wage_rse"),
        share=None if is_nation else share_of(employment, figure(overall, "employment")),
        gap=difference[0] if difference else None,
        gap_percent=difference[1] if difference else None,
        is_this=cell is material.cell,
        is_nation=is_nation,
    )
    if is_nation:
        return row
    if material.area is not None:
        return _of_place(material, row, cell, levels)
    return _of_industry(material, row, cell, totals.get(cell.industry_id))


def _of_place(material: Material, row: BesideRow, cell: WageEstimate, levels: PriceLevels) -> BesideRow:
    area, parity = cell.area, levels.of(cell.area)
    return replace(
        row,
        name=area.title,
        code=area.code,
        kind=KIND_WORDS[Area.Kind(area.kind)],
        href=in_place_address(material.occupation, area),
        # Territories are no part of the nation's figures.
        share=None
        if area.kind == Area.Kind.TERRITORY or POSTAL[area.state_code] in NOT_IN_NATION
        else row.share,
        per_1000=figure(cell, "jobs_per_1000"),
        quotient=figure(cell, "location_quotient"),
        parity=parity,
        adjusted=at_national_prices(row.median, parity),
    )


NOT_IN_NATION = ("PR", "GU", "VI")


def _of_industry(
    material: Material, row: BesideRow, cell: WageEstimate, total: WageEstimate | None
) -> BesideRow:
    industry = cell.industry
    return replace(
        row,
        name=industry.short_title,
        code=industry.code,
        kind="industry" if industry.kind != industry.Kind.SECTOR else "sector",
        href=in_industry_address(material.occupation, industry),
        of_industry=share_of(row.employment, figure(total, "employment")),
    )


def ordered(cells: Sequence[WageEstimate]) -> list[WageEstimate]:
    """Cells of one place or industry in several releases, the newest first."""
    return sorted(cells, key=lambda cell: editions.rank(cell.release), reverse=True)
