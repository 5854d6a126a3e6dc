"""The industries within one, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from web.charts.pay_bar import Axis
from web.http.as_of import AsOf, keep_release
from web.occupations.by_industry.rows import IndustryRow
from web.occupations.by_industry.tables import axis_header, side
from web.tables.base import FigureTable, classes
from web.tables.files import DECIMALS, Field, computed, percentiles, published, text
from web.templatetags import charts
from web.templatetags import figures as tags
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import UNIT


class WithinTable(FigureTable):
    """Rows are `IndustryRow`s whose share and gap are against the industry that they are in."""

    block_id = "within"
    can_be_taken_away = False  # by the links of components/_table.html; its page has its own, which name it
    industry = tables.Column(orderable=False, empty_values=(), attrs=classes("name"))
    jobs = tables.Column(orderable=False, empty_values=(), attrs=classes("num under", "Jobs"))
    share = tables.Column(orderable=False, empty_values=(), attrs=classes("num under second"))
    pay = tables.Column(orderable=False, empty_values=(), attrs=classes("bar"))
    median = tables.Column(orderable=False, empty_values=(), attrs=classes("num lead key"))
    gap = tables.Column(orderable=False, empty_values=(), attrs=classes("num side"))

    def __init__(
        self,
        rows: Sequence[IndustryRow],
        *,
        axis: Axis,
        basis: str,
        caption_title: str,
        caption: str,
        as_of: AsOf,
        **kwargs: Any,
    ) -> None:
        self.basis, self.as_of = basis, as_of
        self.caption_title, self.caption = caption_title, caption
        super().__init__(list(rows), **kwargs)
        self.columns["pay"].column.verbose_name = axis_header(axis, basis)
        for name, heading, small in (
            ("share", "Share", "% of the jobs here"),
            ("median", "Median", UNIT[basis]),
            ("gap", "Gap", "from the median here"),
        ):
            self.columns[name].column.verbose_name = format_html("{}<small>{}</small>", heading, small)

    def export_fields(self) -> dict[str, list[Field]]:
        return {
            "industry": [
                text("industry_code", lambda row: row.code),
                text("industry", lambda row: row.name),
                text("overlaps", lambda row: row.cuts_across),
            ],
            "jobs": [published("jobs", lambda row: row.employment)],
            "share": [computed("share_of_wider_industry_jobs_percent", lambda row: row.share, 1)],
            "pay": percentiles(self.basis, ("p10", "p25", "p75", "p90"), lambda row: row.percentiles),
            "median": percentiles(self.basis, ("median",), lambda row: row.percentiles),
            "gap": [
                computed(f"{self.basis}_median_gap_usd", lambda row: row.gap, DECIMALS[self.basis]),
                computed("median_gap_percent", lambda row: row.gap_percent, 1),
            ],
        }

    def export_releases(self) -> dict[str, Any]:
        releases = {row.release for row in self.data.data}
        return {"wages": releases.pop() if len(releases) == 1 else lambda row: row.release}

    def render_industry(self, record: IndustryRow) -> SafeString:
        href = "" if record.industry is None else keep_release(record.industry.get_absolute_url(), self.as_of)
        small = f"{record.code}; {record.cuts_across}" if record.cuts_across else record.code
        return format_html('<a href="{}">{}</a><small>{}</small>', href, record.name, small)

    def render_jobs(self, record: IndustryRow) -> SafeString | str:
        return tags.count(record.employment)

    def render_share(self, record: IndustryRow) -> SafeString | str:
        return tags.share(record.share)

    def render_pay(self, record: IndustryRow) -> SafeString | str:
        return charts.pay_bar(record.bar)

    def render_median(self, record: IndustryRow) -> SafeString | str:
        return tags.wage(record.median, self.basis)

    def render_gap(self, record: IndustryRow) -> SafeString | str:
        if record.gap is None:
            return in_words("no figure to compare")
        return format_html(
            '<span class="{}">{} ({})</span>',
            side(record.gap),
            numbers.money(record.gap, self.basis, signed=True),
            numbers.percent_sign(record.gap_percent or 0, 0, signed=True),
        )
