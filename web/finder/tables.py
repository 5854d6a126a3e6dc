"""The finder's table of occupations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Release
from occupations.querysets import OccupationQuerySet
from wages.estimates import Figure
from web.charts.pay_bar import scale_for
from web.finder.columns import BAR, COLUMNS, SORTS, FinderColumn, Shown
from web.finder.counts import Facts
from web.finder.facets import OUTLOOK, PAY
from web.finder.queries import Lookup
from web.finder.rows import finder_row
from web.finder.words import caption
from web.http.as_of import AsOf, keep_release
from web.tables.base import FigureTable
from web.tables.columns import pay_heading
from web.tables.files import Field, text
from web.templatetags.comparing import compare_link

USUAL = ("code", "median", BAR, "jobs", "growth", "openings", "education")
USUAL_IN_AREA = ("code", "median", BAR, "employment", "lq", "growth", "education")
USUAL_IN_INDUSTRY = ("code", "median", BAR, "employment", "growth", "education")
PERCENTILES = ("p10", "p25", "p75", "p90")
WIDE = 9  # with more columns the table scrolls inside itself


def usual_columns(lookup: Lookup) -> list[str]:
    """The columns that are shown unless others are chosen."""
    usual = USUAL_IN_AREA if lookup.area else USUAL_IN_INDUSTRY if lookup.industry else USUAL
    return [name for name in usual if COLUMNS[name].is_available(lookup)]


def available_columns(lookup: Lookup) -> list[FinderColumn]:
    """The columns whose source has a release as of the day that is read."""
    return [column for column in COLUMNS.values() if column.is_available(lookup)]


def sorts(lookup: Lookup) -> list[str]:
    """What the table can be sorted by, also by a column that isn't shown."""
    names = ["title", *(column.name for column in available_columns(lookup) if column.name in SORTS)]
    return [f"{sign}{name}" for name in names for sign in ("", "-")]


class _Column(tables.Column):
    """One of COLUMNS, in a table."""

    def __init__(self, definition: FinderColumn, lookup: Lookup, **options: Any) -> None:
        after = definition.after(lookup)
        cell = {"class": definition.phone} | ({"data-unit": after} if after else {})
        super().__init__(
            verbose_name=definition.header(lookup), empty_values=(), orderable=definition.order is not None,
            initial_sort_descending=definition.name != "code",
            attrs={"th": {"class": definition.phone}, "td": cell}, **options,
        )  # fmt: skip
        self.definition, self.lookup = definition, lookup

    def render(self, record: Any, table: OccupationTable) -> SafeString | str:
        return self.definition.cell(table.shown(record))

    def order(self, queryset: OccupationQuerySet, is_descending: bool) -> tuple[OccupationQuerySet, bool]:
        order = self.definition.order  # one that has none is not orderable
        return (order(queryset, self.lookup, is_descending) if order else queryset), True


class OccupationTable(FigureTable):
    """Occupations with the chosen columns; one page of them costs three queries.

    `facts` are those of queries.read_facts, by the occupation's id, and `found` those of the occupations that the table
    lists on any of its pages, whose pay the bars' scale just holds; `columns_shown` are names of COLUMNS. `in_short`
    says in a sentence what an occupation is, for the cards of a phone.
    """

    title = tables.Column(
        verbose_name="Occupation", empty_values=(), attrs={"th": {"class": "name"}, "td": {"class": "name"}}
    )

    class Meta:
        template_name = "components/_table.html"

    block_id = "occupations"
    caption_title = "Occupations."

    def __init__(
        self,
        data: OccupationQuerySet,
        *,
        lookup: Lookup,
        facts: Mapping[int, Facts],
        reference: Figure,
        as_of: AsOf,
        columns_shown: Sequence[str],
        found: Iterable[Facts] = (),
        **options: Any,
    ) -> None:
        self.lookup, self.facts, self.reference, self.as_of = lookup, facts, reference, as_of
        self.columns_shown = frozenset(columns_shown)
        ends = [fig for each in found for fig in (*each.pay_range, each.pay)]
        self.scale = scale_for([*ends, reference] if ends else [], lookup.basis)
        self._rows: dict[int, Shown] = {}
        self.in_short: Mapping[int, str] = {}
        self.caption = caption(lookup.pay, lookup.outlook, reference, lookup.basis, lookup.place)
        self.is_wide = len(columns_shown) > WIDE
        # A column that isn't shown is there all the same, so that the table can be sorted by it.
        columns = [
            (column.name, _Column(column, lookup, visible=column.name in columns_shown))
            for column in available_columns(lookup)
        ]
        super().__init__(data, extra_columns=columns, **options)
        if lookup.pay is None:
            return
        self.columns[BAR].column.verbose_name = pay_heading(self.scale, lookup.basis)

    def shown(self, record: Any) -> Shown:
        """What the cells of a row are filled from."""
        shown = self._rows.get(record.pk)
        if shown is None:
            row = finder_row(record, self.lookup.pay, self.reference, self.lookup.basis, self.scale)
            shown = self._rows[record.pk] = Shown(row, self.facts[record.pk], self.lookup)
        return shown

    def order_title(
        self, queryset: OccupationQuerySet, is_descending: bool
    ) -> tuple[OccupationQuerySet, bool]:
        return queryset.order_by("-title" if is_descending else "title", "code"), True

    def render_title(self, record: Any) -> SafeString:
        row = self.shown(record).row
        href = keep_release(record.get_absolute_url(), self.as_of)
        parts = [format_html('<a href="{}">{}</a>', href, row.name)]
        if row.is_residual:
            parts.append(SafeString(' <span class="tag">residual</span>'))
        parts.append(compare_link(record, self.as_of))
        if record.pk in self.in_short:
            parts.append(format_html('<small class="in-short">{}</small>', self.in_short[record.pk]))
        if row.also_called:
            parts.append(format_html("<small>also called: {}</small>", row.also_called))
        return SafeString("".join(parts))

    def export_fields(self) -> dict[str, list[Field]]:
        lookup = self.lookup
        place = [text("pay_in", lambda record: lookup.place)] if lookup.place else []
        # The bar draws percentiles; those that no other column has are the bar's.
        drawn = [name for name in PERCENTILES if name not in self.columns_shown]
        fields = {
            name: self._of_shown(column.fields(lookup))
            for name, column in COLUMNS.items()
            if name in self.columns_shown and name != BAR
        }
        fields[BAR] = self._of_shown([field for name in drawn for field in COLUMNS[name].fields(lookup)])
        return fields | {"title": [text("occupation", lambda record: self.shown(record).row.name), *place]}

    def _round(self, record: Any) -> Release | None:
        """The round that a row is projected in, which isn't that of the others where a row stands in."""
        projection = self.shown(record).projection
        return projection.release if projection else self.lookup.outlook

    def _of_shown(self, fields: Sequence[Field]) -> list[Field]:
        """The fields, reading what a row's cells are filled from instead of the row."""
        return [replace(field, read=partial(self._read, field.read)) for field in fields]

    def _read(self, read: Callable[[Shown], Any], record: Any) -> Any:
        return read(self.shown(record))

    def export_releases(self) -> dict[str, Release | Callable[[Any], Release | None] | None]:
        named = {PAY: ("wages", self.lookup.pay), OUTLOOK: ("outlook", self._round)}
        used = {COLUMNS[name].needs for name in self.columns_shown}
        described = {
            "zone": ("job_zone", self.lookup.zones),
            "interests": ("interests", self.lookup.interests),
        }
        shown = [own for needs, own in named.items() if needs in used]
        return dict([*shown, *(own for name, own in described.items() if name in self.columns_shown)])
