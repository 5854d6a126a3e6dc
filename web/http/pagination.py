"""Pages of a table, and links that change one parameter of an address and keep the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

from web.http.parameters import whole_number
from web.words.sentences import joined


@dataclass(frozen=True)
class Link:
    """A link that changes the query: what it says, where it leads, and whether it is in force."""

    text: str
    href: str
    is_current: bool = False


class RowPaginator(Paginator):  # type: ignore[type-arg]  # it takes none while it runs
    """Counts the rows of a table's data alone: those that are pinned stand on every page."""

    @cached_property
    def count(self) -> int:
        return len(self.object_list.data)  # type: ignore[attr-defined]  # the rows of a django-tables2 table


def turn_to_page(table: Any, request: HttpRequest, sizes: Sequence[int]) -> list[str]:
    """Open the page of the table that `page` and `per_page` ask for, and say what was ignored.

    The first of the sizes is the usual one. A page beyond the last becomes the last, with a notice.
    """
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


def page_sizes(table: Any, request: HttpRequest, sizes: Sequence[int]) -> list[Link]:
    """Links to the numbers of rows on a page, for components/_pager.html."""
    return [
        Link(str(size), with_parameters(request, per_page=str(size)), size == table.paginator.per_page)
        for size in sizes
    ]


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
