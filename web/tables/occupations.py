"""The finder's table of occupations."""

from __future__ import annotations

from typing import Any

import django_tables2 as tables
from django.db.models import F, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wages.estimates import Figure
from wages.querysets import measure_order
from web import figures
from web.asof import AsOf, keep_release
from web.catalog import Catalog
from web.presenters.finder import PAY_AXIS, FinderRow, caption, finder_row, hourly_only
from web.templatetags import charts
from web.templatetags import figures as tags


def column(
    heading: str, unit: str = "", *, phone: str = "", after: str = "", **options: Any
) -> tables.Column:
    """A column whose header carries its unit; `phone` and `after` are what table.css wants for a phone."""
    cell = {"class": phone} | ({"data-unit": after} if after else {})
    return tables.Column(
        verbose_name=format_html("{}<small>{}</small>", heading, unit) if unit else heading,
        empty_values=(), attrs={"th": {"class": phone}, "td": cell}, **options,
    )  # fmt: skip


class OccupationTable(tables.Table):
    """Occupations with pay, jobs and outlook; one page of them costs three queries."""

    title = column("Occupation", phone="name")
    code = column("Code", phone="code")
    median = column("Median\u00a0pay", "$ a year", phone="num lead key", initial_sort_descending=True)
    pay = column("", phone="bar", orderable=False)
    jobs = column("Jobs", phone="num under", after="jobs", initial_sort_descending=True)
    growth = column("Growth", "%", phone="num side", initial_sort_descending=True)
    openings = column("Openings", "a year", phone="num", initial_sort_descending=True)
    education = column("Usual entry education", phone="words", orderable=False)

    class Meta:
        template_name = "components/_table.html"

    block_id = "occupations"
    caption_title = "Occupations."

    def __init__(
        self, data: QuerySet, found: Catalog, reference: Figure, as_of: AsOf, **options: Any
    ) -> None:
        self.found, self.reference, self.as_of = found, reference, as_of
        self._rows: dict[int, FinderRow] = {}
        self.caption = caption(found.pay, found.outlook, reference)
        super().__init__(data, exclude=missing_columns(found), **options)
        if found.outlook is not None:
            period = found.outlook.label
            self._unit("growth", f"{period}, %")
            self.columns["growth"].column.attrs["td"]["data-unit"] = f"% in {period}"
            self._unit("jobs", period.partition("–")[0])
        if found.pay is None:
            return
        low, middle, high = PAY_AXIS.ticks("annual")
        self.columns["pay"].column.verbose_name = format_html(
            'Pay, P10 to P90<span class="axis" aria-hidden="true">'
            "<span>{}</span><span>{}</span><span>{}</span></span>",
            low, middle, high,
        )  # fmt: skip

    def _unit(self, name: str, unit: str) -> None:
        heading = {"growth": "Growth", "jobs": "Jobs"}[name]
        self.columns[name].column.verbose_name = format_html("{}<small>{}</small>", heading, unit)

    def _row(self, record: Any) -> FinderRow:
        row = self._rows.get(record.pk)
        if row is None:
            row = self._rows[record.pk] = finder_row(record, self.found.pay, self.reference)
        return row

    def order_title(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return queryset.order_by("-title" if is_descending else "title", "code"), True

    def order_code(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return queryset.order_by("-code" if is_descending else "code", "system"), True

    def order_median(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        order = measure_order(
            "annual_median", descending=is_descending, path="national_pay__", release=self.found.pay
        )
        return queryset.order_by(*order, "code"), True

    def order_jobs(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _by_projection(queryset, "base_employment", is_descending), True

    def order_growth(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _by_projection(queryset, "percent_change", is_descending), True

    def order_openings(self, queryset: QuerySet, is_descending: bool) -> tuple[QuerySet, bool]:
        return _by_projection(queryset, "openings", is_descending), True

    def render_title(self, record: Any) -> SafeString:
        row = self._row(record)
        parts = [
            format_html('<a href="{}">{}</a>', keep_release(record.get_absolute_url(), self.as_of), row.name)
        ]
        if row.is_residual:
            parts.append(SafeString(' <span class="tag">residual</span>'))
        if row.also_called:
            parts.append(format_html("<small>also called: {}</small>", row.also_called))
        return SafeString("".join(parts))

    def render_median(self, record: Any) -> SafeString | str:
        row = self._row(record)
        if not hourly_only(row):
            return tags.wage(row.median, "annual")
        hourly = figures.money_hourly(row.hourly_median.value or 0)
        return format_html("{} an hour {}", hourly, tags.in_words("no annual figure is published"))

    def render_pay(self, record: Any) -> SafeString | str:
        return charts.pay_bar(self._row(record).bar)

    def render_jobs(self, record: Any) -> SafeString | str:
        return tags.in_thousands(self._row(record).projection, "base_employment")

    def render_growth(self, record: Any) -> SafeString | str:
        return tags.projected_change(self._row(record).projection)

    def render_openings(self, record: Any) -> SafeString | str:
        return tags.in_thousands(self._row(record).projection, "openings")

    def render_education(self, record: Any) -> SafeString | str:
        projection = self._row(record).projection
        if projection is None or projection.entry_education is None:
            return ""
        return str(projection.get_entry_education_display())


def missing_columns(found: Catalog) -> tuple[str, ...]:
    """The columns whose source has no release as of the day that is read."""
    pay = () if found.pay is not None else ("median", "pay")
    return pay if found.outlook is not None else (*pay, "jobs", "growth", "openings", "education")


def _by_projection(queryset: QuerySet, name: str, is_descending: bool) -> QuerySet:
    number = F(f"outlook__{name}")
    order = number.desc(nulls_last=True) if is_descending else number.asc(nulls_last=True)
    return queryset.order_by(order, "code")
