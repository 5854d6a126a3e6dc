"""The matrix of a comparison: industries or places × occupations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Release
from wages.estimates import Figure
from web.compare.matrix import (
    ABOUT_NONE,
    Cell,
    Matrix,
    MatrixRow,
    gap_percent,
    in_cell,
    sort_matrix,
)
from web.compare.measures import MEASURES, is_pay, measured, unit_of, written
from web.compare.overlap import MARK
from web.compare.summary import Series, base_of
from web.compare.tables import BLOCK, side
from web.http.as_of import keep_release, read_as_of
from web.tables.base import FigureTable, classes
from web.tables.files import Field, computed, published, text
from web.templatetags import figures as tags
from web.templatetags.figures import in_words

BY_CHANCE = {True: MARK, False: "", None: ""}


def mark(number: int) -> SafeString:
    """The mark of an occupation in the chart, as its key beside its name."""
    return format_html(
        '<svg class="mark-key" viewBox="-8 -8 16 16" aria-hidden="true"><use href="#mark-{}"/></svg>', number
    )


class MatrixRows(tables.data.TableListData):
    """The rows of the matrix in the order asked for; a tree is sorted within each parent."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        super().__init__(matrix.rows)

    def order_by(self, aliases: Sequence[str]) -> None:
        if aliases:
            alias = aliases[0]
            self.data = sort_matrix(self.matrix, alias.lstrip("-"), descending=alias.startswith("-"))


def row_class(record: MatrixRow) -> str:
    """The classes of a row: its depth, and whether it is the total, a remainder or without any figure."""
    names = ["child"] if record.depth == 1 else ["child deep"] if record.depth > 1 else []
    if record.is_remainder:
        names.append("rest")
    elif record.is_total:
        names.append("all")
    elif record.is_empty:
        names.append("none")
    return " ".join(names)


class ComparedColumn(tables.Column):
    """One occupation: its figure, and under it the difference from the base, by which one can sort as well."""

    gap: Any = None  # the bound column of the differences, where there are any

    def __init__(self, one: Series, place: int) -> None:
        self.one, self.place = one, place
        super().__init__(
            accessor="name",
            empty_values=(),
            initial_sort_descending=True,
            attrs=classes("num cell", one.name),
        )

    def render(self, record: MatrixRow, table: MatrixTable) -> SafeString | str:
        return table.render_cell(record, record.cells[self.place])


class GapColumn(tables.Column):
    """Not a column of the page: what a table is sorted by when a difference is asked for."""

    def __init__(self) -> None:
        super().__init__(accessor="name", empty_values=(), visible=False, initial_sort_descending=True)


class MatrixTable(FigureTable):
    """Industries or places × occupations. Rows are `MatrixRow`s; the total is pinned on top."""

    name = tables.Column(empty_values=(), attrs=classes("name"))

    class Meta:
        row_attrs = {"class": row_class}
        pinned_row_attrs = {"class": row_class}

    def __init__(
        self,
        matrix: Matrix,
        heading: str,
        caption_title: str,
        caption: str,
        opened: frozenset[str],
        **kw: Any,
    ) -> None:
        self.matrix, self.opened = matrix, opened
        self.has_toggles = any(row.has_children for row in matrix.rows)
        self.block_id, self.caption_title, self.caption = BLOCK, caption_title, caption
        base = base_of(matrix.series)
        columns: list[tuple[str, tables.Column]] = []
        for place, one in enumerate(matrix.series):
            columns.append((one.code, ComparedColumn(one, place)))
            if base and not one.is_base:
                columns.append((f"gap-{one.code}", GapColumn()))
        super().__init__(
            MatrixRows(matrix), extra_columns=columns, template_name="compare/_matrix.html", **kw
        )
        self.columns["name"].column.verbose_name = heading
        unit = unit_of(matrix.measure, matrix.basis)
        for one in matrix.series:
            column = self.columns[one.code].column
            column.verbose_name = format_html("{}{}<small>{}</small>", mark(one.number), one.name, unit)
            if base and not one.is_base:
                column.gap = self.columns[f"gap-{one.code}"]

    def export_fields(self) -> dict[str, list[Field]]:
        names = [
            text("code", lambda row: row.code),
            text("name", lambda row: row.name),
            text("note", lambda row: row.note),
        ]
        columns = {one.code: self._fields(one, place) for place, one in enumerate(self.matrix.series)}
        return {"name": names, **columns}

    def _fields(self, one: Series, place: int) -> list[Field]:
        """The figure of one occupation, and its difference from the base where the page shows one."""
        measure, basis = self.matrix.measure, self.matrix.basis
        name, places = measured(measure, basis)
        code = one.code.replace("-", "_").replace(".", "_")

        def read(row: MatrixRow) -> Figure:
            return Figure(0) if row.cells[place].words == ABOUT_NONE else row.cells[place].figure

        figure = (
            computed(f"{code}_{name}", read, places)
            if measure == "share"
            else published(f"{code}_{name}", read, unless=lambda row: row.is_remainder)
        )
        base = base_of(self.matrix.series)
        if base is None or one.is_base:
            return [figure]
        difference = f"{code}_{name}_difference"
        fields = [figure, computed(difference, lambda row: row.cells[place].gap, places)]
        if measure != "share":
            fields.append(computed(f"{difference}_percent", lambda row: row.cells[place].gap_percent, 0))
        if MEASURES[measure].rse:
            fields.append(
                text(f"{difference}_may_be_chance", lambda row: BY_CHANCE[row.cells[place].by_chance])
            )
        return fields

    def export_releases(self) -> dict[str, Callable[[MatrixRow], Release | None]]:
        return {"wages": lambda row: row.release}

    def get_top_pinned_data(self) -> list[MatrixRow]:
        return [self.matrix.total]

    def get_bottom_pinned_data(self) -> list[MatrixRow]:
        return [self.matrix.remainder] if self.matrix.remainder else []

    def render_name(self, record: MatrixRow) -> SafeString:
        href = keep_release(record.href, read_as_of(self.request)) if record.href else ""
        context = {"row": record, "table": self, "toggle": self._toggle(record), "href": href}
        return render_to_string("compare/_row_name.html", context)

    def _toggle(self, record: MatrixRow) -> str:
        """The address under which the row's industries are shown, or hidden again."""
        if not record.has_children:
            return ""
        query = self.request.GET.copy()
        query.setlist("open", sorted(self.opened ^ {record.code}))
        return f"?{query.urlencode()}"

    def render_cell(self, record: MatrixRow, cell: Cell) -> SafeString | str:
        """The figure, and the difference from the base in the same row."""
        measure, basis = self.matrix.measure, self.matrix.basis
        words = in_cell(cell, measure, basis)
        if cell.figure.value is None and not cell.figure.is_top_coded:
            return "" if record.is_remainder and not cell.words else in_words(words)
        if cell.figure.is_rough:
            words = tags.wage(cell.figure, basis)
        if cell.gap is None or record.is_remainder:
            return words
        gap = written(cell.gap, measure, basis, signed=True)
        unit = "" if is_pay(measure) or measure == "jobs" else " pp"
        return format_html(
            '{}<small class="gap {}">{}{}{}{}</small>', words, side(cell.gap), gap, unit,
            format_html(" · {}", gap_percent(cell)) if cell.gap_percent is not None else "",
            format_html(' <span class="chance">{}</span>', MARK) if cell.by_chance else "",
        )  # fmt: skip
