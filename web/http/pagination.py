"""Pages of a table, and links that change one parameter of an address and keep the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property
from django_tables2.data import TableListData
from django_tables2.rows import BoundRows

from web.http.parameters import whole_number
from web.words.sentences import joined


@dataclass(frozen=True)
class Link:
    """A link that changes the query: what it says, where it leads, and whether it is in force."""

    text: str
    href: str
    is_current: bool = False


LONG = (100,)  # rows on a page of a table whose rows belong together; `per_page=all` shows the whole
ALL = "all"


class RowPaginator(Paginator):  # type: ignore[type-arg]  # it takes none while it runs
    """Counts the rows of a table's data alone: those that are pinned stand on every page."""

    @cached_property
    def count(self) -> int:
        return len(self.object_list.data)  # type: ignore[attr-defined]  # the rows of a django-tables2 table

    def page(self, number: Any) -> Page[Any]:
        """The page; one that begins inside a tree has first what its rows belong to."""
        page = super().page(number)
        rows: Any = self.object_list
        if not isinstance(rows.data, TableListData) or not len(rows.data):
            return page  # what the database orders is no tree
        above = _ancestors(rows.data, page.start_index() - 1)
        if above:
            shown = [*above, *page.object_list.data]  # type: ignore[attr-defined]
            page.object_list = BoundRows(shown, table=rows.table, pinned_data=rows.pinned_data)
        return page


def _ancestors(rows: Sequence[Any], at: int) -> list[Any]:
    """The rows above one under which it stands, the highest first; rows that are no tree have no `depth`."""
    found: list[Any] = []
    depth = getattr(rows[at], "depth", 0)
    while depth:
        at -= 1
        if rows[at].depth < depth:
            depth = rows[at].depth
            found.insert(0, rows[at])
    return found


def turn_to_page(
    table: Any, request: HttpRequest, sizes: Sequence[int], *, can_show_all: bool = False
) -> list[str]:
    """Open the page of the table that `page` and `per_page` ask for, and say what was ignored.

    The first of the sizes is the usual one; `per_page=all` shows the whole table where that is offered. A page beyond
    the last becomes the last, with a notice.
    """
    if can_show_all and request.GET.get("per_page") == ALL:
        table.paginate(RowPaginator, page=1, per_page=max(len(table.rows.data), 1))
        return []
    per_page, notices = whole_number(request, "per_page", sizes[0])
    if per_page not in sizes:
        known = joined([str(size) for size in sizes])
        notices = [f"We ignored {per_page} rows a page: the choices are {known}."]
        per_page = sizes[0]
    number, said = whole_number(request, "page", 1)
    notices += said
    try:
        table.paginate(RowPaginator, page=number, per_page=per_page)
    except EmptyPage:
        last = table.paginator.num_pages
        notices.append(f"There is no page {number:,}. This is page {last:,}, the last one.")
        table.page = table.paginator.page(last)
    return notices


def page_sizes(
    table: Any, request: HttpRequest, sizes: Sequence[int], *, can_show_all: bool = False
) -> list[Link]:
    """Links to the numbers of rows on a page, for components/_pager.html; none where the table has fewer rows."""
    if table.paginator.count <= min(sizes):
        return []
    shows_all = can_show_all and request.GET.get("per_page") == ALL
    links = [
        Link(
            str(size),
            with_parameters(request, per_page=str(size)),
            size == table.paginator.per_page and not shows_all,
        )
        for size in sizes
    ]
    return links + (
        [Link("Show all", with_parameters(request, per_page=ALL), shows_all)] if can_show_all else []
    )


def with_parameters(request: HttpRequest, **changes: str) -> str:
    """This page's query with these parameters changed, at its first page."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


def without(request: HttpRequest, names: Sequence[str]) -> str:
    """This page's address without these parameters, at its first page."""
    query = request.GET.copy()
    for name in ("page", *names):
        query.pop(name, None)
    return f"?{query.urlencode()}" if query else request.path
