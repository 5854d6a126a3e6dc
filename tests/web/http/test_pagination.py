"""Pages of a table: by the hundred, whole on request, and within a tree under what their rows belong to."""

from dataclasses import dataclass

import django_tables2 as tables
import pytest
from django.test import RequestFactory

from web.http.pagination import LONG, page_sizes, turn_to_page


@dataclass(frozen=True)
class Row:
    name: str
    depth: int = 0


class Names(tables.Table):
    name = tables.Column()


def names(rows: list[Row], query: str) -> tuple[list[str], list[str]]:
    """The names on the page that a query asks for, and what is said of the query."""
    table = Names(rows)
    said = turn_to_page(table, RequestFactory().get(f"/?{query}"), LONG, can_show_all=True)
    return [row.record.name for row in table.paginated_rows], said


FLAT = [Row(f"row {number}") for number in range(250)]


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("", "row 0", 100),
        ("page=3", "row 200", 50),
        ("per_page=all", "row 0", 250),
        ("page=9", "row 200", 50),
    ],
)
def test_a_hundred_rows_or_all(query: str, first: str, count: int) -> None:
    shown, _ = names(FLAT, query)
    assert (shown[0], len(shown)) == (first, count)


def test_what_cannot_be_shown_is_said() -> None:
    assert "We ignored 7 rows a page" in names(FLAT, "per_page=7")[1][0]
    assert "page 9" in names(FLAT, "page=9")[1][0]


def test_a_page_that_begins_inside_a_tree_repeats_what_its_rows_belong_to() -> None:
    rows = [Row("sector"), *(Row(f"filler {n}", 1) for n in range(97)), Row("parent", 1), Row("child 1", 2)]
    rows += [Row("child 2", 2), Row("next", 1), Row("other sector")]
    assert names(rows, "page=2")[0] == ["sector", "parent", "child 2", "next", "other sector"]
    assert names(rows, "")[0][0] == "sector"


def test_show_all_is_offered_where_there_is_more() -> None:
    def offered(rows: list[Row], query: str = "") -> list[tuple[str, str, bool]]:
        table, request = Names(rows), RequestFactory().get(f"/?{query}")
        turn_to_page(table, request, LONG, can_show_all=True)
        return [
            (one.text, one.href, one.is_current)
            for one in page_sizes(table, request, LONG, can_show_all=True)
        ]

    assert offered(FLAT[:100]) == []
    assert offered(FLAT, "sort=-jobs&page=2") == [
        ("100", "?sort=-jobs&per_page=100", True), ("Show all", "?sort=-jobs&per_page=all", False),
    ]  # fmt: skip
    assert [current for _, _, current in offered(FLAT, "per_page=all")] == [False, True]
