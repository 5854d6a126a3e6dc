"""The table of a comparison in the nation: a row for each occupation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Release
from wages.estimates import Figure
from web.compare.summary import NATION_SORTS, NationRow, base_of, sort_nation
from web.http.as_of import AsOf, keep_release
from web.tables.base import FigureTable, OrderedRows, classes
from web.tables.files import DECIMALS, PERCENTILES, Field, computed, percentiles, published, text
from web.templatetags import figures as tags
from web.templatetags.figures import in_words
from web.words import numbers
from web.words.numbers import UNIT

BLOCK = "comparison"
NOT_ASSIGNED = "not assigned"


def side(gap: numbers.Number) -> str:
    return "above" if gap > 0 else "below" if gap < 0 else ""


def _column(heading: str, names: str, label: str = "") -> tables.Column:
    """A column of figures. Its accessor finds something, as django-tables2 writes out the row where one doesn't."""
    return tables.Column(
        accessor="name", empty_values=(), verbose_name=heading, initial_sort_descending=True,
        attrs=classes(names, label),
    )  # fmt: skip


class NationTable(FigureTable):
    """One row for each occupation. Rows are `NationRow`s."""

    name = tables.Column(empty_values=(), verbose_name="Occupation", attrs=classes("name"))
    jobs = _column("Jobs on payrolls", "num under")
    p10 = _column("P10", "num under", "P10")
    p25 = _column("P25", "num")
    median = _column("Median", "num lead key")
    p75 = _column("P75", "num")
    p90 = _column("P90", "num under", "P90")
    gap = _column("Difference", "num under", "Difference of medians")
    mean = _column("Mean", "num under", "Mean")
    all_jobs = _column("All jobs", "num under")
    growth = _column("Growth", "num under", "Growth")
    openings = _column("Openings", "num under", "Openings a year")
    education = tables.Column(
        accessor="name",
        empty_values=(),
        verbose_name="Usual entry education",
        attrs=classes("words under", "Enters with"),
    )

    block_id = BLOCK
    caption_title = "Side by side, nationwide."

    def __init__(
        self,
        rows: list[NationRow],
        basis: str,
        pay: Release | None,
        outlook: Release | None,
        as_of: AsOf,
        **kw: Any,
    ) -> None:
        self.basis, self.as_of, self.pay, self.outlook = basis, as_of, pay, outlook
        self.caption = _caption(pay, outlook)
        base = base_of([row.series for row in rows])
        without_pay = ("jobs", "p10", "p25", "median", "p75", "p90", "gap", "mean")
        hidden = [] if pay else list(without_pay)
        hidden += [] if outlook else ["all_jobs", "growth", "openings", "education"]
        super().__init__(
            OrderedRows(rows, NATION_SORTS, sort_nation), exclude=[*hidden, *([] if base else ["gap"])], **kw
        )
        units = dict.fromkeys(("p10", "p25", "median", "p75", "p90", "mean"), UNIT[basis])
        units["gap"] = "from the base"
        on_phone = {"median": {"data-label": f"Median, {'a year' if basis == 'annual' else 'an hour'}"}}
        if pay:
            units["jobs"] = pay.reference_period
            on_phone["jobs"] = {"data-label": f"On payrolls, {pay.reference_period}"}
        if outlook:
            first_year = outlook.label[:4]
            units |= {"all_jobs": first_year, "growth": f"{outlook.label}, %", "openings": "a year"}
            on_phone["all_jobs"] = {"data-label": f"All jobs, {first_year}"}
            on_phone["growth"] = {"data-unit": f"% in {outlook.label}"}
        for name, said in on_phone.items():
            if name in self.columns:
                self.columns[name].column.attrs["td"] |= said
        for name, unit in units.items():
            column = self.columns[name].column if name in self.columns else None
            if column is not None:
                heading = self.base_columns[name].verbose_name
                column.verbose_name = format_html("{}<small>{}</small>", heading, unit)

    def export_fields(self) -> dict[str, list[Field]]:
        basis = self.basis

        def wage(name: str) -> list[Field]:
            return percentiles(basis, [name], lambda row: row.percentiles)

        def projected(measure: str) -> Callable[[NationRow], Figure]:
            return lambda row: row.outlook[measure]

        return {
            "name": [
                text("occupation_code", lambda row: row.code),
                text("occupation", lambda row: row.name),
                text("is_base", lambda row: "base" if row.series.is_base else ""),
            ],
            "jobs": [published("jobs", lambda row: row.jobs)],
            **{name: wage(name) for name in PERCENTILES},
            "gap": [
                computed(f"{basis}_median_difference_usd", lambda row: row.gap, DECIMALS[basis]),
                computed("median_difference_percent", lambda row: row.gap_percent, 0),
            ],
            "mean": [
                published(f"{basis}_mean_usd", lambda row: row.mean),
                published("mean_wage_rse_percent", lambda row: row.wage_rse),
            ],
            "all_jobs": [published("all_jobs", projected("base_employment"))],
            "growth": [published("growth_percent", projected("percent_change"))],
            "openings": [published("openings_a_year", projected("openings"))],
            "education": [
                text("entry_education", lambda row: row.way_in[0] or NOT_ASSIGNED),
                text("experience", lambda row: row.way_in[1]),
                text("training", lambda row: row.way_in[2]),
            ],
        }

    def export_releases(self) -> dict[str, Release | Callable[[NationRow], Release | None] | None]:
        return {
            "wages": self.pay,
            "projections": lambda row: row.projection.release if row.projection else self.outlook,
        }

    def render_name(self, record: NationRow) -> SafeString:
        href = keep_release(record.series.occupation.get_absolute_url(), self.as_of)
        base = SafeString(' <span class="tag">base</span>') if record.series.is_base else ""
        code = format_html("<small>{}</small>", record.code)
        said = format_html('<small class="in-short">{}</small>', record.in_short) if record.in_short else ""
        return format_html('<a href="{}">{}</a>{}{}{}', href, record.name, base, code, said)

    def render_jobs(self, record: NationRow) -> SafeString | str:
        return tags.count(record.jobs)

    def _percentile(self, record: NationRow, place: int) -> SafeString | str:
        return tags.wage(record.percentiles[place], self.basis)

    def render_p10(self, record: NationRow) -> SafeString | str:
        return self._percentile(record, 0)

    def render_p25(self, record: NationRow) -> SafeString | str:
        return self._percentile(record, 1)

    def render_median(self, record: NationRow) -> SafeString | str:
        return self._percentile(record, 2)

    def render_p75(self, record: NationRow) -> SafeString | str:
        return self._percentile(record, 3)

    def render_p90(self, record: NationRow) -> SafeString | str:
        return self._percentile(record, 4)

    def render_gap(self, record: NationRow) -> SafeString | str:
        if record.series.is_base:
            return ""
        if record.gap is None or record.gap_percent is None:
            return in_words("no two figures to compare")
        dollars = numbers.money(record.gap, self.basis, signed=True)
        percent = numbers.percent_sign(record.gap_percent, 0, signed=True)
        return format_html('<span class="{}">{} <small>{}</small></span>', side(record.gap), dollars, percent)

    def render_mean(self, record: NationRow) -> SafeString | str:
        return tags.wage(record.mean, self.basis)

    def render_all_jobs(self, record: NationRow) -> SafeString | str:
        return tags.in_thousands(record.projection, "base_employment")

    def render_growth(self, record: NationRow) -> SafeString | str:
        return tags.projected_change(record.projection)

    def render_openings(self, record: NationRow) -> SafeString | str:
        return tags.in_thousands(record.projection, "openings")

    def render_education(self, record: NationRow) -> SafeString | str:
        education, experience, training = record.way_in
        if not education:
            return in_words(NOT_ASSIGNED)
        more = "; ".join(part for part in (experience, training) if part)
        assert record.projection is not None
        return format_html("{}{}", tags.of_its_round(education, record.projection), _small(more))


def _small(text: str) -> SafeString | str:
    return format_html("<small>{}</small>", text) if text else ""


def _caption(pay: Release | None, outlook: Release | None) -> str:
    parts = []
    if pay is not None:
        parts.append(f"Pay and payroll jobs in all industries, {pay.reference_period}.")
    else:
        parts.append("This site has no wages published by then.")
    if outlook is not None:
        parts.append(f"All jobs, including the self-employed, and projected growth, {outlook.label}.")
    else:
        parts.append("This site has no projections published by then.")
    return " ".join(parts)
