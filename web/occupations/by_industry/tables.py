"""The industry table of an occupation."""

from __future__ import annotations

from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Occupation
from wages.estimates import Figure
from web.charts.pay_bar import Axis
from web.http.as_of import keep_release, read_as_of
from web.occupations.answer.addresses import in_industry_address
from web.occupations.by_industry.order import SORTABLE, sort_rows
from web.occupations.by_industry.page import ByIndustry
from web.occupations.by_industry.rows import IndustryRow
from web.tables.base import FigureTable, OrderedRows, classes
from web.tables.cells import reliability
from web.tables.columns import linked
from web.tables.files import DECIMALS, Field, computed, percentiles, published, text
from web.templatetags import charts
from web.templatetags import figures as tags
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import UNIT

BLOCK = "by-industry"


def row_class(record: IndustryRow) -> str:
    """The classes of a row: its depth, and whether it is the total or a remainder."""
    names = ["child"] if record.depth == 1 else ["child deep"] if record.depth > 1 else []
    if record.is_remainder:
        names.append("rest")
    elif record.is_total:
        names.append("all")
    elif record.employment.value is None and record.median.value is None and not record.median.is_top_coded:
        names.append("none")
    return " ".join(names)


def axis_header(axis: Axis, basis: str) -> SafeString:
    """The header over pay bars, with the scale that they are drawn on."""
    low, middle, high = axis.ticks(basis)
    return format_html(
        'Pay, P10 to P90<span class="axis" aria-hidden="true"><span>{}</span><span>{}</span><span>{}</span></span>',
        low, middle, high,
    )  # fmt: skip


class IndustryTable(FigureTable):
    """One occupation by industry. Rows are `IndustryRow`s; the total is pinned on top, the remainder below."""

    industry = tables.Column(empty_values=(), verbose_name="Industry", attrs=classes("name"))
    jobs = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="Jobs", attrs=classes("num under", "Jobs")
    )
    share = tables.Column(
        empty_values=(),
        initial_sort_descending=True,
        verbose_name="Share",
        attrs=classes("num under second", "Share"),
    )
    pay = tables.Column(empty_values=(), orderable=False, attrs=classes("bar"))
    p10 = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="P10", attrs=classes("num")
    )
    median = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="Median", attrs=classes("num lead key")
    )
    p90 = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="P90", attrs=classes("num")
    )
    gap = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="Gap", attrs=classes("num side")
    )
    gap_percent = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="Gap", attrs=classes("num")
    )
    reliability = tables.Column(
        empty_values=(), initial_sort_descending=True, verbose_name="Reliability", attrs=classes("text")
    )

    class Meta:
        row_attrs = {"class": row_class}
        pinned_row_attrs = {"class": row_class}

    def __init__(self, page: ByIndustry, *, occupation: Occupation | None = None, **kwargs: Any) -> None:
        """Medians of an `occupation` lead to its page in that industry."""
        self.page_facts, self.occupation = page, occupation
        self.block_id = BLOCK
        self.caption_title, self.caption = page.caption_title, page.caption
        super().__init__(OrderedRows(page.rows, SORTABLE, sort_rows), **kwargs)
        unit = UNIT[page.basis]
        median = page.overall.median
        against = (
            f"compared with {numbers.wage(median, page.basis)}" if median.value is not None else "no median"
        )
        share = "% of all jobs" if page.of_everybody else "% of the occupation’s jobs"
        for name, small in {
            "share": share, "p10": unit, "median": unit, "p90": unit, "gap": against,
            "gap_percent": "% of the median", "reliability": "jobs · mean pay",
        }.items():  # fmt: skip
            column = self.columns[name].column
            column.verbose_name = format_html(
                "{}<small>{}</small>", self.base_columns[name].verbose_name, small
            )
        self.columns["pay"].column.verbose_name = axis_header(page.axis, page.basis)

    def get_top_pinned_data(self) -> list[IndustryRow]:
        return [self.page_facts.overall]

    def get_bottom_pinned_data(self) -> list[IndustryRow]:
        return [self.page_facts.remainder] if self.page_facts.remainder else []

    def export_fields(self) -> dict[str, list[Field]]:
        basis = self.page_facts.basis

        share = f"share_of_{'all' if self.page_facts.of_everybody else 'occupation'}_jobs_percent"

        def wages(*names: str) -> list[Field]:
            return percentiles(basis, names, lambda row: row.percentiles)

        return {
            "industry": [
                text("industry_code", lambda row: row.code),
                text("industry", lambda row: row.name),
                text("within", lambda row: row.parent_name),
            ],
            "jobs": [published("jobs", _jobs, unless=lambda row: row.is_remainder)],
            "share": [computed(share, _share, 1)],
            "pay": wages("p25", "p75"),
            "p10": wages("p10"),
            "median": wages("median"),
            "p90": wages("p90"),
            "gap": [computed(f"{basis}_median_gap_usd", lambda row: row.gap, DECIMALS[basis])],
            "gap_percent": [computed("median_gap_percent", lambda row: row.gap_percent, 1)],
            "reliability": [
                published("jobs_rse_percent", lambda row: row.employment_rse),
                published("mean_wage_rse_percent", lambda row: row.wage_rse),
            ],
        }

    def export_releases(self) -> dict[str, Any]:
        return {"wages": lambda row: row.release}

    def render_industry(self, record: IndustryRow) -> SafeString:
        industry = record.industry
        href = keep_release(industry.get_absolute_url(), read_as_of(self.request)) if industry else ""
        context = {"row": record, "table": self, "toggle": self._toggle(record), "href": href}
        return render_to_string("occupations/by_industry/_name.html", context)

    def _toggle(self, record: IndustryRow) -> str:
        """The address under which the row's industries are shown, or hidden again."""
        if not record.has_children:
            return ""
        opened = self.page_facts.opened ^ {record.code}
        query = self.request.GET.copy()
        query.setlist("open", sorted(opened))
        return f"?{query.urlencode()}"

    def render_jobs(self, record: IndustryRow) -> SafeString | str:
        return "about 0" if record.about_nothing else tags.count(record.employment)

    def render_share(self, record: IndustryRow) -> SafeString | str:
        return "about 0" if record.about_nothing else tags.share(record.share)

    def render_pay(self, record: IndustryRow) -> SafeString | str:
        return charts.pay_bar(record.bar)

    def _wage(self, record: IndustryRow, name: str) -> SafeString | str:
        return "" if record.is_remainder else tags.wage(getattr(record, name), self.page_facts.basis)

    def render_p10(self, record: IndustryRow) -> SafeString | str:
        return self._wage(record, "p10")

    def render_median(self, record: IndustryRow) -> SafeString | str:
        median = self._wage(record, "median")
        if self.occupation is None or record.industry is None:
            return median
        href = in_industry_address(self.occupation, record.industry)
        return linked(median, keep_release(href, read_as_of(self.request)))

    def render_p90(self, record: IndustryRow) -> SafeString | str:
        return self._wage(record, "p90")

    def render_gap(self, record: IndustryRow) -> SafeString | str:
        if record.gap is None:
            return "" if record.is_remainder or record.is_total else in_words("no figure to compare")
        return format_html(
            '<span class="{}">{}<span class="only-narrow"> ({})</span></span>',
            side(record.gap),
            numbers.money(record.gap, self.page_facts.basis, signed=True),
            numbers.percent_sign(record.gap_percent or 0, 0, signed=True),
        )

    def render_gap_percent(self, record: IndustryRow) -> SafeString | str:
        if record.gap_percent is None:
            return ""
        return format_html(
            '<span class="{}">{}</span>',
            side(record.gap_percent),
            numbers.number(record.gap_percent, 1, signed=True),
        )

    def render_reliability(self, record: IndustryRow) -> str:
        words = [reliability(record.employment_rse), reliability(record.wage_rse)]
        if not any(words):
            return ""
        if words[0] == words[1]:
            return words[0]
        return " · ".join(word or "none" for word in words)


def _jobs(row: IndustryRow) -> Figure:
    return Figure(0) if row.about_nothing else row.employment


def _share(row: IndustryRow) -> Figure:
    return Figure(0 if row.about_nothing else row.share)


def side(number: numbers.Number) -> str:
    """The class of a difference: above or below what it is a difference from."""
    return "above" if number > 0 else "below" if number < 0 else ""
