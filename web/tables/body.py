"""The rows of a table as markup, in one plain loop.

django-tables2 looks at the signature of a cell's method, and works its attributes out anew, for every cell; a
template's loop adds as much again. What hangs on the column alone is worked out once here; the cells are the same.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import django_tables2 as tables
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Cell = Callable[[Any], Any]


def body(table: tables.Table) -> SafeString:
    """The content of `<tbody>`: the pinned rows and those of the page, the first cell of each as its header."""
    return mark_safe("".join(_rows(table)))  # noqa: S308 - every cell is escaped


def _rows(table: tables.Table) -> Iterator[str]:
    columns = [_column(table, column, is_first=not at) for at, column in enumerate(table.columns)]
    for row in table.paginated_rows:
        names = row_class(table, row)
        yield f'<tr role="row" class="{names}">' if names else '<tr role="row">'
        for start, cell, end in columns:
            yield start
            yield conditional_escape(cell(row))
            yield end
        yield "</tr>\n"


def _column(table: tables.Table, column: Any, *, is_first: bool) -> tuple[str, Cell, str]:
    """What stands before a cell of the column, what makes it from a row, and what stands after it."""
    attrs = column.attrs["td"].as_html()
    start, end = (
        (f'<th role="rowheader" scope="row" {attrs}>', "</th>")
        if is_first
        else (f'<td role="cell" {attrs}>', "</td>")
    )
    return start, _cell(table, column), end


def _cell(table: tables.Table, column: Any) -> Cell:
    """What makes a cell from a bound row: the table's `render_…` of the column, else the column's own, where it wants
    the record and the table at most; any other is left to django-tables2."""
    render = getattr(table, f"render_{column.name}", None) or column.column.render
    wanted = inspect.signature(render).parameters.keys()
    if wanted == {"record"}:
        return lambda row: render(record=row.record)
    if wanted == {"record", "table"}:
        return lambda row: render(record=row.record, table=table)
    return lambda row: row.get_cell(column.name)


def row_class(table: tables.Table, row: Any) -> str:
    """The classes of a row, as the table's Meta names the function that gives them."""
    is_pinned = isinstance(row, tables.rows.BoundPinnedRow)
    attrs = table.pinned_row_attrs if is_pinned else table.row_attrs
    given = (attrs or {}).get("class")
    return str(given(record=row.record) if callable(given) else given or "")
