"""The table of an occupation, or of all occupations together, by area."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Occupation
from wages.estimates import Figure
from web.http.as_of import AsOf, keep_release
from web.occupations.answer.addresses import in_place_address
from web.occupations.by_place.facts import ByPlace
from web.occupations.by_place.rows import SORTABLE, AreaRow, sort_rows
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
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import UNIT

BLOCK = "by-place"


def row_class(record: AreaRow) -> str:
    """The nation's row stands out, the remainder is quiet."""
    if record.is_remainder:
        return "rest"
    if record.is_nation:
        return "all"
    return "none" if record.employment.value is None and record.median.reason is not None else ""


class AreaTable(FigureTable):
    """Rows are `AreaRow`s; the nation is pinned on top, what the states leave of it below."""

    area = column("Place", cells="name")
    kind = column("Kind", cells="words")
    jobs = column("Jobs", cells="num under", before="Jobs", **HIGHEST_FIRST)
    per_1000 = column("Per\u00a01,000", "jobs in the place", cells="num", **HIGHEST_FIRST)
    quotient = column(
        "Location quotient", "nation = 1", cells="num under other", before="LQ", **HIGHEST_FIRST
    )
    pay = column("", cells="bar", orderable=False)
    p10 = column("P10", cells="num under low", before="P10", **HIGHEST_FIRST)
    median = column("Median", cells="num lead key", **HIGHEST_FIRST)
    p90 = column("P90", cells="num under high", before="P90", **HIGHEST_FIRST)
    mean = column("Mean", cells="num", **HIGHEST_FIRST)
    adjusted = column(
        "At national prices", cells="num under more", before="At national prices", **HIGHEST_FIRST
    )
    gap = column("Gap", cells="num side", **HIGHEST_FIRST)
    gap_percent = column("Gap", "% of the median", cells="num", **HIGHEST_FIRST)
    reliability = column("Reliability", "jobs · mean pay", cells="text", **HIGHEST_FIRST)

    class Meta:
        row_attrs = {"class": row_class}
        pinned_row_attrs = {"class": row_class}

    block_id = BLOCK

    def __init__(
        self, page: ByPlace, as_of: AsOf, *, occupation: Occupation | None = None, **options: Any
    ) -> None:
        """Medians of an `occupation` lead to its page in that place."""
        self.facts, self.as_of, self.occupation = page, as_of, occupation
        self.caption_title, self.caption = page.caption_title, page.caption
        super().__init__(
            OrderedRows(page.rows, SORTABLE, sort_rows), exclude=page.left_out_columns, **options
        )
        # With the kinds of places or prices beside everything else it is wider than any screen's text.
        self.is_wide = page.is_one and (page.view == "all" or page.is_adjusted)
        unit, median = UNIT[page.basis], page.nation.median
        for name, heading in {"p10": "P10", "median": "Median", "p90": "P90", "mean": "Mean"}.items():
            self._head(name, heading, unit)
        self._head("adjusted", "At national prices", f"{unit}, computed")
        if median.value is not None:
            self._head("gap", "Gap", f"compared with {numbers.money(median.value, page.basis)}")
        if page.view in ("states", "all"):
            self._head("area", {"states": "State", "all": "Place"}[page.view])
        if "pay" in self.columns.names():
            self.columns["pay"].column.verbose_name = pay_heading(page.axis, page.basis)

    def _head(self, name: str, heading: str, unit: str = "") -> None:
        if name in self.columns.names():
            self.columns[name].column.verbose_name = heading_of(heading, unit)

    def get_top_pinned_data(self) -> list[AreaRow]:
        return [self.facts.nation]

    def get_bottom_pinned_data(self) -> list[AreaRow]:
        return [self.facts.remainder] if self.facts.remainder else []

    def export_fields(self) -> dict[str, list[Field]]:
        basis = self.facts.basis
        return {
            "area": [
                text("area_code", lambda row: row.code),
                text("area", lambda row: row.name),
            ],
            "kind": [text("kind", lambda row: row.kind)],
            "jobs": [published("jobs", _jobs, unless=lambda row: row.is_remainder)],
            "per_1000": [published("jobs_per_1000", lambda row: row.per_1000)],
            "quotient": [published("location_quotient", lambda row: row.quotient)],
            "pay": percentiles(basis, ("p25", "p75"), lambda row: row.percentiles),
            **{
                name: percentiles(basis, (name,), lambda row: row.percentiles)
                for name in ("p10", "median", "p90")
            },
            "mean": [published(f"{basis}_mean_usd", lambda row: row.mean)],
            "adjusted": [
                computed(f"{basis}_median_at_national_prices_usd", lambda row: row.adjusted, _places(basis)),
                published("price_level_nation_100", lambda row: row.parity),
            ],
            "gap": [computed(f"{basis}_median_gap_usd", lambda row: row.gap, 2)],
            "gap_percent": [computed("median_gap_percent", lambda row: row.gap_percent, 1)],
            "reliability": [
                published("jobs_rse_percent", lambda row: row.employment_rse),
                published("mean_wage_rse_percent", lambda row: row.wage_rse),
            ],
        }

    def export_releases(self) -> dict[str, Any]:
        shown = {"wages": self.facts.release}
        return shown | ({"prices": self.facts.prices} if self.facts.is_adjusted else {})

    def render_area(self, record: AreaRow) -> SafeString | str:
        if record.area is None:
            return record.name
        href = keep_release(record.area.get_absolute_url(), self.as_of)
        return format_html('<a href="{}">{}</a>', href, record.name)

    def render_kind(self, record: AreaRow) -> str:
        return record.kind

    def render_jobs(self, record: AreaRow) -> SafeString | str:
        return "about 0" if record.about_nothing else tags.count(record.employment)

    def render_per_1000(self, record: AreaRow) -> SafeString | str:
        return "" if record.is_remainder else ratio_cell(record.per_1000, 3)

    def render_quotient(self, record: AreaRow) -> SafeString | str:
        return "" if record.is_remainder else ratio_cell(record.quotient, 2)

    def render_pay(self, record: AreaRow) -> SafeString | str:
        return charts.pay_bar(record.bar)

    def render_median(self, record: AreaRow) -> SafeString | str:
        if record.area is None:
            return ""
        median = tags.wage(record.median, self.facts.basis)
        if self.occupation is None:
            return median
        return linked(median, keep_release(in_place_address(self.occupation, record.area), self.as_of))

    def render_p10(self, record: AreaRow) -> SafeString | str:
        return "" if record.is_remainder else tags.wage(record.p10, self.facts.basis)

    def render_p90(self, record: AreaRow) -> SafeString | str:
        return "" if record.is_remainder else tags.wage(record.p90, self.facts.basis)

    def render_mean(self, record: AreaRow) -> SafeString | str:
        return "" if record.is_remainder else tags.wage(record.mean, self.facts.basis)

    def render_adjusted(self, record: AreaRow) -> SafeString | str:
        if record.adjusted.value is not None:
            return numbers.money(record.adjusted.value, self.facts.basis)
        return "" if record.is_remainder or record.is_nation else in_words(record.why_not_adjusted)

    def render_gap(self, record: AreaRow) -> SafeString | str:
        if record.gap is None and (record.is_remainder or record.is_nation):
            return ""
        return gap_cell(record.gap, record.gap_percent, self.facts.basis)

    def render_gap_percent(self, record: AreaRow) -> SafeString | str:
        return gap_percent_cell(record.gap_percent)

    def render_reliability(self, record: AreaRow) -> str:
        return reliability_cell(record.employment_rse, record.wage_rse)


def _jobs(row: AreaRow) -> Figure:
    return Figure(0) if row.about_nothing else row.employment


def _places(basis: str) -> int:
    return 2 if basis == "hourly" else 0
