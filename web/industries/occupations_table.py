"""The occupations in one industry."""

from __future__ import annotations

from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Industry, Release
from web.http.as_of import AsOf, keep_release
from web.industries.rows import SORTS, OccupationHere, bar, scale_of, sort_rows
from web.industries.words import times
from web.occupations.answer.addresses import in_industry_address
from web.occupations.by_industry.tables import axis_header, side
from web.tables.base import FigureTable, OrderedRows, classes
from web.tables.columns import linked
from web.tables.files import DECIMALS, Field, computed, percentiles, published, text
from web.templatetags import charts
from web.templatetags import figures as tags
from web.templatetags.comparing import compare_link
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import UNIT

# What says nothing of all industries together, as every occupation has all its jobs there.
ONLY_IN_ONE = ("of_occupation", "gap", "gap_percent", "concentration")


def column(heading: str, small: str, names: str, label: str = "", **options: Any) -> tables.Column:
    """A column of figures whose header says their unit; the highest come first when it is sorted."""
    return tables.Column(
        verbose_name=format_html("{}<small>{}</small>", heading, small), attrs=classes(names, label),
        empty_values=(), **({"initial_sort_descending": True} | options),
    )  # fmt: skip


class IndustryOccupationTable(FigureTable):
    """Rows are `OccupationHere`s; drawing a page of them asks nothing of the database."""

    block_id = "occupations-here"

    occupation = tables.Column(verbose_name="Occupation", attrs=classes("name"), empty_values=())
    jobs = column("Jobs", "", "num under", "Jobs")
    share = column("Share of industry", "% of the industry’s jobs", "num under second")
    of_occupation = column("Share of occupation", "% of the occupation’s jobs", "num")
    pay = tables.Column(orderable=False, attrs=classes("bar"), empty_values=())
    median = column("Median", "", "num lead key")
    gap = column("Gap", "from all industries", "num side")
    gap_percent = column("Gap", "in %", "num")
    concentration = column("Concentration", "1 = as everywhere", "num")
    reliability = column("Reliability", "jobs · mean pay", "text")

    def __init__(
        self,
        rows: list[OccupationHere],
        *,
        basis: str,
        caption_title: str,
        caption: str,
        as_of: AsOf,
        industry: Industry,
        **options: Any,
    ) -> None:
        self.basis, self.as_of, self.industry = basis, as_of, industry
        self.scale = scale_of(rows, basis)
        is_all = industry.kind == Industry.Kind.ALL
        self.caption_title, self.caption = caption_title, caption
        super().__init__(
            OrderedRows(rows, SORTS, sort_rows), exclude=ONLY_IN_ONE if is_all else (), **options
        )
        self.columns["pay"].column.verbose_name = axis_header(self.scale, basis)
        self.columns["median"].column.verbose_name = format_html("Median<small>{}</small>", UNIT[basis])
        self.columns["jobs"].column.verbose_name = "Jobs"

    def export_fields(self) -> dict[str, list[Field]]:
        basis = self.basis

        def wages(*names: str) -> list[Field]:
            return percentiles(basis, names, lambda row: row.percentiles)

        return {
            "occupation": [
                text("occupation_code", lambda row: row.code),
                text("occupation", lambda row: row.name),
            ],
            "jobs": [published("jobs", lambda row: row.employment)],
            "share": [
                Field("share_of_industry_jobs_percent", lambda row: row.share, is_figure=True, places=2,
                      computed=lambda row: not row.share_is_published),
            ],
            "of_occupation": [computed("share_of_occupation_jobs_percent", lambda row: row.share_of_occupation, 2)],
            "pay": wages("p10", "p25", "p75", "p90"),
            "median": wages("median"),
            "gap": [
                published(f"{basis}_median_all_industries_usd", lambda row: row.national_median),
                computed(f"{basis}_median_gap_usd", lambda row: row.gap, DECIMALS[basis]),
            ],
            "gap_percent": [computed("median_gap_percent", lambda row: row.gap_percent, 1)],
            "concentration": [computed("concentration", lambda row: row.concentration, 2)],
            "reliability": [
                published("jobs_rse_percent", lambda row: row.employment_rse),
                published("mean_wage_rse_percent", lambda row: row.wage_rse),
            ],
        }  # fmt: skip

    def export_releases(self) -> dict[str, Any]:
        releases = {row.release for row in self.data.data}
        return {"wages": releases.pop() if len(releases) == 1 else _release}

    def render_occupation(self, record: OccupationHere) -> SafeString:
        href = keep_release(record.occupation.get_absolute_url(), self.as_of)
        tag = SafeString(' <span class="tag">residual</span>') if record.is_residual else ""
        choose = compare_link(record.occupation, self.as_of)
        return format_html(
            '<a href="{}">{}</a>{}{}<small>{}</small>', href, record.name, tag, choose, record.code
        )

    def render_jobs(self, record: OccupationHere) -> SafeString | str:
        return tags.count(record.employment)

    def render_share(self, record: OccupationHere) -> SafeString | str:
        return tags.share(record.share)

    def render_of_occupation(self, record: OccupationHere) -> SafeString | str:
        return tags.share(record.share_of_occupation)

    def render_pay(self, record: OccupationHere) -> SafeString | str:
        return charts.pay_bar(bar(record, self.basis, self.scale))

    def render_median(self, record: OccupationHere) -> SafeString | str:
        href = in_industry_address(record.occupation, self.industry)
        return linked(tags.wage(record.median, self.basis), keep_release(href, self.as_of))

    def render_gap(self, record: OccupationHere) -> SafeString | str:
        if record.gap is None:
            return in_words("no figure to compare")
        return format_html(
            '<span class="{}">{}<span class="only-narrow"> ({})</span></span>',
            side(record.gap),
            numbers.money(record.gap, self.basis, signed=True),
            numbers.percent_sign(record.gap_percent or 0, 0, signed=True),
        )

    def render_gap_percent(self, record: OccupationHere) -> SafeString | str:
        if record.gap_percent is None:
            return ""
        percent = numbers.number(record.gap_percent, 1, signed=True)
        return format_html('<span class="{}">{}</span>', side(record.gap_percent), percent)

    def render_concentration(self, record: OccupationHere) -> SafeString | str:
        return in_words("not known") if record.concentration is None else times(record)

    def render_reliability(self, record: OccupationHere) -> str:
        return record.words


def _release(row: OccupationHere) -> Release:
    return row.release
