"""The table of the occupations in one area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Release
from web.charts.pay_bar import Axis
from web.http.as_of import AsOf, keep_release
from web.occupations.answer.addresses import in_place_address
from web.places.profile import PlacePage
from web.places.rows import SORTABLE, HereRow, sort_rows
from web.tables.base import FigureTable, OrderedRows
from web.tables.columns import (
    HIGHEST_FIRST,
    column,
    gap_cell,
    gap_percent_cell,
    heading_of,
    linked,
    pay_heading,
    ratio_cell,
    reliability_cell,
)
from web.tables.files import Field, computed, percentiles, published, text
from web.templatetags import charts
from web.templatetags import figures as tags
from web.templatetags.comparing import compare_link
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.notes import DOTTED
from web.words.numbers import UNIT
from web.words.places import in_place


def row_class(record: HereRow) -> str:
    if record.is_total:
        return "all"
    return "none" if record.employment.value is None and record.median.reason is not None else ""


class PlaceOccupationTable(FigureTable):
    """Rows are `HereRow`s; all occupations together are pinned on top."""

    occupation = column("Occupation", cells="name")
    jobs = column("Jobs", cells="num under", before="Jobs", **HIGHEST_FIRST)
    per_1000 = column("Per\u00a01,000", "jobs here", cells="num", **HIGHEST_FIRST)
    quotient = column(
        "Location quotient", "nation = 1", cells="num under other", before="LQ", **HIGHEST_FIRST
    )
    pay = column("", cells="bar", orderable=False)
    median = column("Median", cells="num lead key", **HIGHEST_FIRST)
    adjusted = column(
        "At national prices", cells="num under more", before="At national prices", **HIGHEST_FIRST
    )
    gap = column("Gap", "from the nation", cells="num side", **HIGHEST_FIRST)
    gap_percent = column("Gap", "% of the national median", cells="num", **HIGHEST_FIRST)
    reliability = column("Reliability", "jobs · mean pay", cells="text", **HIGHEST_FIRST)

    class Meta:
        row_attrs = {"class": row_class}
        pinned_row_attrs = {"class": row_class}

    block_id = "occupations-in-place"

    def __init__(
        self,
        page: PlacePage,
        rows: list[HereRow],
        total: HereRow | None,
        *,
        axis: Axis,
        as_of: AsOf,
        left_out: Sequence[str] = (),
        **options: Any,
    ) -> None:
        self.facts, self.total, self.as_of = page, total, as_of
        assert page.release is not None
        self.release: Release = page.release
        self.caption_title = f"Occupations in {in_place(page.area.title)}, {page.release.reference_period}."
        dotted = "" if "gap" in left_out else f" {DOTTED} the occupation’s median in the nation."
        self.caption = f"Wage-and-salary jobs and {page.basis} pay.{dotted}"
        super().__init__(OrderedRows(rows, SORTABLE, sort_rows), exclude=tuple(left_out), **options)
        self.is_wide = "adjusted" not in left_out and "gap" not in left_out
        unit = UNIT[page.basis]
        for name, heading, small in (
            ("median", "Median", unit), ("adjusted", "At national prices", f"{unit}, computed"),
        ):  # fmt: skip
            if name in self.columns.names():
                self.columns[name].column.verbose_name = heading_of(heading, small)
        self.columns["pay"].column.verbose_name = pay_heading(axis, page.basis)

    def get_top_pinned_data(self) -> list[HereRow]:
        return [self.total] if self.total else []

    def export_fields(self) -> dict[str, list[Field]]:
        basis = self.facts.basis
        return {
            "occupation": [
                text("occupation_code", lambda row: row.code),
                text("occupation", lambda row: row.name),
            ],
            "jobs": [published("jobs", lambda row: row.employment)],
            "per_1000": [published("jobs_per_1000", lambda row: row.per_1000)],
            "quotient": [published("location_quotient", lambda row: row.quotient)],
            "pay": percentiles(basis, ("p10", "p25", "p75", "p90"), lambda row: row.percentiles),
            "median": percentiles(basis, ("median",), lambda row: row.percentiles),
            "adjusted": [
                computed(
                    f"{basis}_median_at_national_prices_usd", lambda row: row.adjusted,
                    2 if basis == "hourly" else 0,
                )
            ],
            "gap": [
                computed(f"{basis}_median_gap_usd", lambda row: row.gap, 2),
                published(f"nation_{basis}_median_usd", lambda row: row.national),
            ],
            "gap_percent": [computed("median_gap_percent", lambda row: row.gap_percent, 1)],
            "reliability": [
                published("jobs_rse_percent", lambda row: row.employment_rse),
                published("mean_wage_rse_percent", lambda row: row.wage_rse),
            ],
        }  # fmt: skip

    def export_releases(self) -> dict[str, Release | None]:
        prices = {"prices": self.facts.prices} if "adjusted" in self.columns.names() else {}
        return {"wages": self.release, **prices}

    def render_occupation(self, record: HereRow) -> SafeString:
        href = keep_release(record.occupation.get_absolute_url(), self.as_of)
        residual = SafeString(' <span class="tag">residual</span>') if record.occupation.is_residual else ""
        choose = compare_link(record.occupation, self.as_of)
        return format_html('<a href="{}">{}</a>{}{}', href, record.name, residual, choose)

    def render_jobs(self, record: HereRow) -> SafeString | str:
        return tags.count(record.employment)

    def render_per_1000(self, record: HereRow) -> SafeString | str:
        return ratio_cell(record.per_1000, 3)

    def render_quotient(self, record: HereRow) -> SafeString | str:
        return ratio_cell(record.quotient, 2)

    def render_pay(self, record: HereRow) -> SafeString | str:
        return charts.pay_bar(record.bar)

    def render_median(self, record: HereRow) -> SafeString | str:
        median = tags.wage(record.median, self.facts.basis)
        if record.is_total:
            return median
        return linked(median, keep_release(in_place_address(record.occupation, self.facts.area), self.as_of))

    def render_adjusted(self, record: HereRow) -> SafeString | str:
        if record.adjusted.value is not None:
            return numbers.money(record.adjusted.value, self.facts.basis)
        return in_words(record.why_not_adjusted)

    def render_gap(self, record: HereRow) -> SafeString | str:
        return gap_cell(record.gap, record.gap_percent, self.facts.basis)

    def render_gap_percent(self, record: HereRow) -> SafeString | str:
        return gap_percent_cell(record.gap_percent)

    def render_reliability(self, record: HereRow) -> str:
        return reliability_cell(record.employment_rse, record.wage_rse)
