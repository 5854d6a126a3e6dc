"""What all tables of figures share: classes of their columns, and what they give to a file."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from occupations.models import Release
from wages.estimates import Figure
from web.tables.body import body
from web.tables.files import Field, Sheet, export


def classes(names: str, label: str = "") -> dict[str, dict[str, str]]:
    """The classes of a column's header and cells; static/css/tables.css says what they and the label mean."""
    return {"th": {"class": names}, "td": {"class": names} | ({"data-label": label} if label else {})}


class FigureRows(tables.data.TableListData):
    """Rows in memory that a table sorts by its figures, as `wages.querysets.measure_order` does in the database.

    `keys` gives for each column that can be sorted what a row has in it: a `Figure`, or a name. Missing figures
    come last in both directions; rows that are equal keep the order in which they were given.
    """

    data: list[Any]

    def __init__(self, rows: Sequence[Any], keys: Mapping[str, Callable[[Any], Figure | str]]) -> None:
        super().__init__(list(rows))
        self.keys = keys

    def order_by(self, aliases: Sequence[str]) -> None:
        for alias in reversed(aliases):
            key, down = self.keys.get(alias.lstrip("-")), alias.startswith("-")
            if key is not None:
                self.data = _by_figure(self.data, key, descending=down)


def _by_figure(rows: list[Any], key: Callable[[Any], Figure | str], *, descending: bool) -> list[Any]:
    if rows and isinstance(key(rows[0]), str):
        return sorted(rows, key=lambda row: str(key(row)).casefold(), reverse=descending)
    return sorted(rows, key=lambda row: _figure(key(row)).sort_key(descending=descending))


def _figure(key: Figure | str) -> Figure:
    assert isinstance(key, Figure)
    return key


class OrderedRows(tables.data.TableListData):
    """Rows in memory that a subject's own function puts in order, such as a tree within each parent.

    `order` takes the rows, the name of a column and whether it falls; names that are not in `columns` are ignored.
    """

    data: list[Any]

    def __init__(self, rows: Sequence[Any], columns: Container[str], order: Callable[..., list[Any]]) -> None:
        super().__init__(list(rows))
        self.columns, self.order = columns, order

    def order_by(self, aliases: Sequence[str]) -> None:
        for alias in reversed(aliases):
            column = alias.lstrip("-")
            if column in self.columns:
                self.data = self.order(self.data, column, descending=alias.startswith("-"))


class FigureTable(tables.Table):
    """A table whose rows can be taken away as a file.

    A subclass has `block_id`, `caption_title` and `caption` for components/_table.html, and says for every
    column what it gives to a file: in `export_fields`, by the column's name; an empty list for a column that
    only draws what others state.
    """

    can_be_taken_away = True
    which = ""  # on a page with several tables, what `table=` calls this one
    block_id: str
    caption_title: str
    caption: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"template_name": "components/_table.html"} | kwargs))

    @property
    def body(self) -> SafeString:
        """The rows as markup; for templates."""
        return body(self)

    def export_fields(self) -> Mapping[str, Sequence[Field]]:
        raise NotImplementedError

    def export_releases(self) -> Mapping[str, Release | Callable[[Any], Release | None] | None]:
        """The releases that the figures come from, by a short key; see `web.tables.files.Sheet`."""
        raise NotImplementedError

    def sheet(self, name: str, *, only_page: bool = False) -> Sheet:
        """The table as it stands: its columns, its order, and all its rows, pinned ones included.

        With `only_page`, for a table that was paginated, the rows of that page alone.
        """
        known = self.export_fields()
        shown = [field for column in self.columns for field in known[column.name]]
        records = [row.record for row in (self.page.object_list if only_page else self.rows)]
        title = f"{self.caption_title} {self.caption}".strip()
        return Sheet(name, title, shown, records, self.export_releases())


def arrange(table: tables.Table, request: HttpRequest, sort: str | None = None) -> None:
    """Sort the table as the address asks, and tell it the request for its links.

    `sort` is the parameter once it was checked: django-tables2's RequestConfig would take it as it stands.
    """
    table.request = request
    if sort:
        table.order_by = sort


def export_table(
    request: HttpRequest, table: FigureTable, name: str, kind: str, notices: Sequence[str] = ()
) -> HttpResponse:
    """The whole table as a file, or one page of it where the address asks for one; `notices` as for `export`."""
    only_page = "page" in request.GET and hasattr(table, "page")
    return export(request, table.sheet(name, only_page=only_page), kind, notices)
