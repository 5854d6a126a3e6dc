"""Rows as markup: the cells are those of django-tables2, escaped, the first one the row's header."""

from typing import Any

import django_tables2 as tables
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from web.tables.base import FigureTable, classes


class _Doubled(tables.Column):
    def render(self, record: dict[str, Any], table: tables.Table) -> str:
        return f"{table.caption_title} {record['jobs'] * 2}"


class _Table(FigureTable):
    block_id, caption_title, caption = "towns", "Towns", "and their jobs"

    name = tables.Column(empty_values=(), attrs=classes("name"))
    jobs = tables.Column(empty_values=(), attrs=classes("num", "Jobs"))
    doubled = _Doubled(empty_values=())
    hidden = tables.Column(visible=False)

    class Meta:
        row_attrs = {"class": lambda record: "small" if record["jobs"] < 10 else ""}
        pinned_row_attrs = {"class": lambda record: "all"}

    def render_name(self, record: dict[str, Any]) -> str:
        return str(record["name"])

    def render_jobs(self, record: dict[str, Any]) -> SafeString:
        return format_html("<b>{}</b>", record["jobs"])

    def get_top_pinned_data(self) -> list[dict[str, Any]]:
        return [{"name": "All", "jobs": 123}]


ROWS = [{"name": "A < B & C", "jobs": 5}, {"name": "Ohio", "jobs": 118}]


def test_the_rows_as_markup() -> None:
    assert _Table(ROWS).body.splitlines() == [
        '<tr role="row" class="all"><th role="rowheader" scope="row" class="name">All</th>'
        '<td role="cell" class="num" data-label="Jobs"><b>123</b></td><td role="cell" >Towns 246</td></tr>',
        '<tr role="row" class="small"><th role="rowheader" scope="row" class="name">A &lt; B &amp; C</th>'
        '<td role="cell" class="num" data-label="Jobs"><b>5</b></td><td role="cell" >Towns 10</td></tr>',
        '<tr role="row"><th role="rowheader" scope="row" class="name">Ohio</th>'
        '<td role="cell" class="num" data-label="Jobs"><b>118</b></td><td role="cell" >Towns 236</td></tr>',
    ]


def test_cells_are_those_of_django_tables2() -> None:
    table = _Table(ROWS)
    for row in table.rows:
        for _, cell in row.items():
            assert f">{conditional_escape(cell)}</t" in table.body


def test_one_page_of_a_table() -> None:
    table = _Table(ROWS)
    table.paginate(per_page=1, page=2)
    assert "Ohio" in table.body
    assert "A &lt; B" not in table.body


def test_a_cell_that_wants_more_than_its_record_is_made_by_django_tables2() -> None:
    class Other(_Table):
        plain = tables.Column(accessor="jobs")

        def render_jobs(self, value: int, bound_column: Any) -> str:  # type: ignore[override]
            return f"{bound_column.name}: {value}"

    assert ">jobs: 5</td>" in Other(ROWS).body
    assert ">118</td>" in Other(ROWS).body
