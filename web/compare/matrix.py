"""The matrix of a comparison: one measure of a few occupations by industry or by place.

A share is computed here: the occupation's jobs in the industry or place over its national jobs in the same
release, so of wage-and-salary jobs. Differences are between the occupations of one row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from occupations.models import Industry, MissingReason, Release
from wages.estimates import NOTHING, Figure, Number, figure
from wages.geography import STATES, TERRITORIES
from wages.models import Area, WageEstimate
from web.charts import pay_bar
from web.compare.measures import MEASURES, is_pay, written
from web.compare.overlap import overlap, range_of
from web.compare.summary import Series, base_of
from web.occupations.by_industry.rows import CUTS, Tree, lower_first
from web.tables.cells import LEAST_JOBS, rounding, share_of
from web.tables.trees import sort_tree
from web.words import numbers
from web.words.numbers import percent_sign

ABOUT_NONE = "about 0"  # a remainder of which only rounding is left
OUTSIDE = "not part of the nation’s total"


@dataclass(frozen=True)
class Cell:
    """One occupation in one row. `gap` and `gap_percent` are against the base in the same row (a share has no
    percent of a percent); `by_chance` says that the ranges of the two overlap, None that nobody can tell."""

    figure: Figure
    estimate: WageEstimate | None = None
    gap: Number | None = None
    gap_percent: Decimal | None = None
    by_chance: bool | None = None
    words: str = ""  # said in the place of a figure that has no place here


@dataclass(frozen=True)
class MatrixRow:
    """An industry or a place with a cell for each occupation. The remainder of a partition has no code."""

    name: str
    code: str
    cells: tuple[Cell, ...]
    depth: int = 0
    title: str = ""
    note: str = ""
    industry: Industry | None = None
    href: str = ""
    is_total: bool = False
    is_remainder: bool = False
    has_children: bool = False
    is_open: bool = False
    of_release: Release | None = None  # of a row whose cells are computed

    @property
    def release(self) -> Release | None:
        """The release of the row's first cell, or the one that the row was computed from."""
        return self.of_release or next(
            (cell.estimate.release for cell in self.cells if cell.estimate is not None), None
        )

    @property
    def is_empty(self) -> bool:
        return not any(cell.figure.value is not None or cell.figure.is_top_coded for cell in self.cells)


@dataclass(frozen=True)
class Matrix:
    """Rows without the total and the remainder, and these two.

    `partition` are the rows that add up to the whole, as far as they are published, and `is_whole` says that none
    of it is known to lack a row.
    """

    series: list[Series]
    measure: str
    basis: str
    total: MatrixRow
    rows: list[MatrixRow]
    partition: list[MatrixRow]
    remainder: MatrixRow | None = None
    is_whole: bool = True

    def column(self, code: str) -> int:
        """The place of an occupation's cell in each row."""
        return next(place for place, one in enumerate(self.series) if one.code == code)


class _Maker:
    """Makes the cells of rows: knows what is compared, by which measure and against whom."""

    def __init__(
        self, series: Sequence[Series], overall: Mapping[int, WageEstimate], measure: str, basis: str
    ) -> None:
        self.series, self.overall, self.measure, self.basis = series, overall, measure, basis
        base = base_of(series)
        self.base = series.index(base) if base else None

    def cells(self, estimates: Mapping[int, WageEstimate], *, outside: bool = False) -> tuple[Cell, ...]:
        """A cell for each occupation; `estimates` are those of one row by occupation."""
        own = [self._cell(one, estimates.get(one.occupation.pk), outside=outside) for one in self.series]
        return self.against_base(own)

    def _cell(self, one: Series, estimate: WageEstimate | None, *, outside: bool) -> Cell:
        if self.measure == "share" and outside and estimate is not None:
            return Cell(NOTHING, estimate, words=OUTSIDE)
        return Cell(self._figure(estimate, self.overall.get(one.occupation.pk)), estimate)

    def _figure(self, estimate: WageEstimate | None, whole: WageEstimate | None) -> Figure:
        if is_pay(self.measure):
            return figure(estimate, f"{self.basis}_{self.measure}")
        jobs = figure(estimate, "employment")
        if self.measure == "jobs" or jobs.value is None:
            return jobs
        share = share_of(jobs, figure(whole, "employment"))
        return Figure(None, MissingReason.NOT_RELEASED) if share is None else Figure(share)

    def against_base(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        if self.base is None:
            return tuple(cells)
        base = cells[self.base]
        return tuple(
            c if place == self.base else self._held_against(c, base) for place, c in enumerate(cells)
        )

    def _held_against(self, cell: Cell, base: Cell) -> Cell:
        difference = pay_bar.gap(cell.figure, base.figure)
        if difference is None and self.measure == "share" and cell.figure.value is not None:
            difference = (cell.figure.value, Decimal(0)) if base.figure.value == 0 else None
        if difference is None:
            return cell
        rse = MEASURES[self.measure].rse
        ranges = [range_of(c.figure, figure(c.estimate, rse)) for c in (cell, base)] if rse else [None, None]
        percent = None if self.measure == "share" else difference[1]
        return replace(cell, gap=difference[0], gap_percent=percent, by_chance=overlap(*ranges))

    def remainder(
        self, name: str, whole: Mapping[int, WageEstimate], parts: Sequence[MatrixRow], depth: int
    ) -> MatrixRow | None:
        """What the parts leave of each occupation's jobs; None for pay, of which there is no remainder.

        Each published number is rounded to 10, so a sum of many can miss the total by some tens either way.
        """
        if is_pay(self.measure):
            return None
        cells = []
        for place, one in enumerate(self.series):
            total = figure(whole.get(one.occupation.pk), "employment")
            if total.value is None:
                cells.append(Cell(total))
                continue
            jobs = [figure(row.cells[place].estimate, "employment").value for row in parts]
            left = max(int(total.value) - sum(int(n) for n in jobs if n is not None), 0)
            if left <= rounding(sum(n is not None for n in jobs)):
                cells.append(Cell(NOTHING, words=ABOUT_NONE))
                continue
            overall = figure(self.overall.get(one.occupation.pk), "employment")
            share = share_of(Figure(left), overall)
            cells.append(Cell(Figure(left if self.measure == "jobs" else share)))
        of_release = next((estimate.release for estimate in whole.values()), None)
        return MatrixRow(name, "", tuple(cells), depth, is_remainder=True, of_release=of_release)


def by_industry(
    series: list[Series],
    overall: Mapping[int, WageEstimate],
    cells: Sequence[WageEstimate],
    *,
    measure: str,
    basis: str,
    view: str,
    opened: frozenset[str],
) -> Matrix:
    """The occupations by industry: the sectors with those opened, or in the view "all" every published industry.

    `cells` are national cells of single industries with their industry.
    """
    make = _Maker(series, overall, measure, basis)
    tree = Tree(cells)
    of_industry: dict[int, dict[int, WageEstimate]] = {}
    for cell in cells:
        of_industry.setdefault(cell.industry_id, {})[cell.occupation_id] = cell

    def row(industry: Industry, depth: int, note: str = "") -> MatrixRow:
        own = make.cells(of_industry[industry.pk])
        return MatrixRow(
            industry.short_title, industry.code, own, depth, industry.title, note, industry,
            industry.get_absolute_url(),
        )  # fmt: skip

    def branch(parent: Industry | None, depth: int) -> list[MatrixRow]:
        rows: list[MatrixRow] = []
        for estimate in tree.children[None] if parent is None else tree.below(parent):
            industry = estimate.industry
            below = tree.below(industry)
            is_open = bool(below) and industry.code in opened
            rows.append(replace(row(industry, depth), has_children=bool(below), is_open=is_open))
            if is_open:
                inside = branch(industry, depth + 1)
                name = f"Not shown or not released, in {lower_first(industry.short_title)}"
                parts = [r for r in inside if r.depth == depth + 1 and not r.is_remainder]
                left = make.remainder(name, of_industry[industry.pk], parts, depth + 1)
                rows += [*inside, left] if left and any(c.figure.value for c in left.cells) else inside
        return rows

    partition = [row(e.industry, 0) for e in tree.children[None]]
    if view == "all":
        names = {e.industry_id: e.industry.short_title for e in cells}
        every = {e.industry_id: e.industry for e in cells if e.industry.kind != Industry.Kind.ALL}
        rows = [row(industry, 0, _place_in_tree(industry, names)) for industry in every.values()]
    else:
        rows = branch(None, 0)
    return Matrix(
        series, measure, basis, total=_total(make, "All industries", overall), rows=rows, partition=partition,
        remainder=make.remainder("Not shown or not released", overall, partition, 0) if view != "all" else None,
    )  # fmt: skip


def _place_in_tree(industry: Industry, names: Mapping[int, str]) -> str:
    within = names.get(industry.parent_id or 0, "")
    parts = [f"in {within}" if within else "", CUTS.get(Industry.Kind(industry.kind), "")]
    return "; ".join(part for part in parts if part)


def by_place(
    series: list[Series],
    overall: Mapping[int, WageEstimate],
    cells: Sequence[WageEstimate],
    *,
    measure: str,
    basis: str,
) -> Matrix:
    """The occupations by place; `cells` are those of areas in all industries with their area."""
    make = _Maker(series, overall, measure, basis)
    of_area: dict[int, dict[int, WageEstimate]] = {}
    for cell in cells:
        of_area.setdefault(cell.area_id, {})[cell.occupation_id] = cell
    rows = []
    for cells_here in of_area.values():
        area = next(iter(cells_here.values())).area
        outside = area.state_code in TERRITORIES.values()
        what = "territory" if area.kind == Area.Kind.TERRITORY else "in a territory"
        note = f"{what}, {OUTSIDE}" if outside else ""
        own = make.cells(cells_here, outside=outside)
        rows.append(MatrixRow(area.title, area.code, own, note=note, href=area.get_absolute_url()))
    partition = [row for row in rows if not row.note]
    of_states = any(cell.area.kind == Area.Kind.STATE for cell in cells)
    return Matrix(
        series, measure, basis, total=_total(make, "United States", overall), rows=rows, partition=partition,
        remainder=make.remainder("Not shown or not released", overall, partition, 0) if of_states else None,
        is_whole=of_states and len(partition) == len(STATES),
    )  # fmt: skip


def _total(make: _Maker, name: str, overall: Mapping[int, WageEstimate]) -> MatrixRow:
    return MatrixRow(name, "", make.cells(overall), is_total=True)


def sort_matrix(matrix: Matrix, column: str, *, descending: bool) -> list[MatrixRow]:
    """The rows by "name", by an occupation's code, or by its difference from the base, "gap-" and the code."""
    if column == "name":
        return sort_tree(matrix.rows, lambda row: NOTHING, by_name=True, descending=descending)
    code = column.removeprefix("gap-")
    place = matrix.column(code)

    def key(row: MatrixRow) -> Figure:
        cell = row.cells[place]
        if code == column:
            return cell.figure
        return NOTHING if cell.gap is None else Figure(cell.gap)

    return sort_tree(matrix.rows, key, descending=descending)


def highest(matrix: Matrix, place: int) -> list[MatrixRow]:
    """The rows of the partition in which an occupation's figure is highest (several where they are equal); none
    where nobody can tell, because a top-coded figure may be higher, or where fewer than two are known.

    Of pay only rows with at least LEAST_JOBS of the occupation's jobs count, and no rough median does.
    """
    if is_pay(matrix.measure) and any(
        row.cells[place].figure.is_top_coded and _jobs(row.cells[place]) is None for row in matrix.partition
    ):
        return []
    known = [(row, row.cells[place].figure) for row in matrix.partition if _counts(matrix, row.cells[place])]
    top_coded = [(row, f.floor) for row, f in known if f.is_top_coded]
    stated = [(row, f.value) for row, f in known if f.can_lead and f.value is not None]
    if not stated or len(stated) + len(top_coded) < 2 or len(top_coded) > 1:
        return []
    most = max(value for _, value in stated)
    if top_coded:
        row, floor = top_coded[0]
        return [row] if floor is not None and floor >= most else []
    return [row for row, value in stated if value == most]


def _counts(matrix: Matrix, cell: Cell) -> bool:
    return not is_pay(matrix.measure) or (_jobs(cell) or 0) >= LEAST_JOBS


def _jobs(cell: Cell) -> Number | None:
    return figure(cell.estimate, "employment").value


def jobs_left(matrix: Matrix, place: int) -> tuple[int, int] | None:
    """An occupation's jobs, and how many of them no row of the partition has; None where they aren't published."""
    total = figure(matrix.total.cells[place].estimate, "employment").value
    if not total:
        return None
    jobs = [figure(row.cells[place].estimate, "employment").value for row in matrix.partition]
    return int(total), max(int(total) - sum(int(n) for n in jobs if n is not None), 0)


def is_of_published(matrix: Matrix, place: int, top: MatrixRow) -> bool:
    """Whether an industry or place without a published figure may have a higher one than `top`.

    None has more jobs than all the others leave. Of pay nothing is known where anything is missing.
    """
    remainder = jobs_left(matrix, place)
    if remainder is None:
        return True
    left = remainder[1]
    slack = rounding(len(matrix.partition))
    if is_pay(matrix.measure):
        known = all(
            row.cells[place].figure.value is not None or row.cells[place].figure.is_top_coded
            for row in matrix.partition
        )
        return not (known and matrix.is_whole and left <= slack)
    is_listed = all(row.cells[place].figure.value is not None for row in matrix.partition)
    if is_listed and matrix.is_whole and left <= slack:
        return False
    return left + slack > int(figure(top.cells[place].estimate, "employment").value or 0)


def in_cell(cell: Cell, measure: str, basis: str) -> str:
    """The cell's figure or reason in words, without its unit."""
    if cell.words:
        return cell.words
    if is_pay(measure):
        return numbers.wage(cell.figure, basis)
    return numbers.figure_or_reason(
        cell.figure.value, cell.figure.reason, lambda value: written(value, measure, basis)
    )


def gap_percent(cell: Cell) -> str:
    return "" if cell.gap_percent is None else percent_sign(cell.gap_percent, 0, signed=True)
