"""Occupations side by side: who they are, what their columns or rows show, and what may be said of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from occupations.models import MissingReason, Occupation, Projection, Release
from occupations.models.outlook import Training, WorkExperience
from wages.estimates import NOTHING, Figure, Number, figure
from wages.models import WageEstimate
from web.charts import pay_bar
from web.compare.overlap import PERCENTILES, Mean, means_in_words
from web.occupations.members import pooled_in
from web.tables.cells import PercentileRow, percentiles_of
from web.words.notes import about_medians
from web.words.sentences import with_round


@dataclass(frozen=True)
class Series:
    """One of the occupations compared; its number (from 1) decides its mark and color in charts."""

    number: int
    occupation: Occupation
    is_base: bool = False

    @property
    def code(self) -> str:
        return self.occupation.code

    @property
    def name(self) -> str:
        return self.occupation.sentence_title


def series_of(selection: Sequence[Occupation], base: str) -> list[Series]:
    """The occupations in the order chosen; `base` is the code of the one that the others are held against."""
    return [Series(n, occupation, occupation.code == base) for n, occupation in enumerate(selection, 1)]


def usual_base(selection: Sequence[Occupation], overall: Mapping[int, WageEstimate], basis: str) -> str:
    """The code to hold the others against where nobody asked for one: the first with a median that is a number,
    else the first; "" for none chosen. `overall` is by occupation."""
    for occupation in selection:
        if percentiles_of(overall.get(occupation.pk), basis)[2].value is not None:
            return occupation.code
    return selection[0].code if selection else ""


def base_of(series: Sequence[Series]) -> Series | None:
    return next((one for one in series if one.is_base), None)


# What a row shows of a projection, and by how much its unit is multiplied: jobs are published in thousands.
PROJECTED = {"base_employment": 1000, "percent_change": 1, "openings": 1000, "entry_education": 1}


@dataclass(frozen=True)
class NationRow(PercentileRow):
    """One occupation in the nation, all industries.

    `gap` is its median less that of the base, in dollars, `gap_percent` the same in percent of the base's
    median; both None for the base itself and where either median isn't a number.
    """

    series: Series
    jobs: Figure
    percentiles: tuple[Figure, ...]
    mean: Figure
    wage_rse: Figure
    projection: Projection | None
    gap: Number | None = None
    gap_percent: Decimal | None = None
    in_short: str = ""

    @property
    def name(self) -> str:
        return self.series.name

    @property
    def code(self) -> str:
        return self.series.code

    @property
    def way_in(self) -> tuple[str, str, str]:
        """Education, experience and training as BLS assigns them; "" for none."""
        projection = self.projection
        if projection is None or projection.entry_education is None:
            return "", "", ""
        experience = projection.work_experience not in (None, WorkExperience.NONE)
        training = projection.training not in (None, Training.NONE)
        return (
            projection.get_entry_education_display(),
            with_round(f"{projection.get_work_experience_display()} in related work", projection)
            if experience
            else "",
            with_round(projection.get_training_display(), projection) if training else "",
        )

    @property
    def outlook(self) -> Mapping[str, Figure]:
        """Measures of the projection, jobs in full; nothing where there is no projection."""
        if self.projection is None:
            return dict.fromkeys(PROJECTED, NOTHING)
        return {name: _projected(self.projection, name, factor) for name, factor in PROJECTED.items()}


def nation_rows(
    series: Sequence[Series],
    overall: Mapping[int, WageEstimate],
    projections: Mapping[int, Projection],
    in_short: Mapping[int, str],
    basis: str,
) -> list[NationRow]:
    """A row for each occupation, in the order chosen. `overall`, `projections` and `in_short` are by occupation."""
    base = base_of(series)
    reference = percentiles_of(overall.get(base.occupation.pk), basis)[2] if base else NOTHING
    rows = []
    for one in series:
        estimate = overall.get(one.occupation.pk)
        percentiles = percentiles_of(estimate, basis)
        difference = None if one.is_base else pay_bar.gap(percentiles[2], reference)
        rows.append(
            NationRow(
                series=one,
                jobs=figure(estimate, "employment"),
                percentiles=percentiles,
                mean=figure(estimate, f"{basis}_mean"),
                wage_rse=figure(estimate, "wage_rse"),
                projection=projections.get(one.occupation.pk),
                gap=difference[0] if difference else None,
                gap_percent=difference[1] if difference else None,
                in_short=in_short.get(one.occupation.pk, ""),
            )
        )
    return rows


def _projected(projection: Projection, name: str, factor: int) -> Figure:
    value, reason = getattr(projection, name), getattr(projection, f"{name}_missing")
    if value is None:
        return Figure(None, MissingReason(reason))
    return Figure(int(value * factor) if factor > 1 else value)


def _as_figure(number: Number | None) -> Figure:
    return NOTHING if number is None else Figure(number)


NATION_SORTS: dict[str, Callable[[NationRow], Figure]] = {
    "name": lambda row: NOTHING,  # by name, which every order falls back on
    "jobs": lambda row: row.jobs,
    "p10": lambda row: row.percentiles[0],
    "p25": lambda row: row.percentiles[1],
    "median": lambda row: row.median,
    "p75": lambda row: row.percentiles[3],
    "p90": lambda row: row.percentiles[4],
    "gap": lambda row: _as_figure(row.gap),
    "mean": lambda row: row.mean,
    "all_jobs": lambda row: row.outlook["base_employment"],
    "growth": lambda row: row.outlook["percent_change"],
    "openings": lambda row: row.outlook["openings"],
    "education": lambda row: row.outlook["entry_education"],
}


def sort_nation(rows: Sequence[NationRow], column: str, *, descending: bool) -> list[NationRow]:
    """The rows by one column; missing figures last in both directions, ties by name and code."""
    key = NATION_SORTS[column]
    by_name = sorted(rows, key=lambda r: (r.name.casefold(), r.code), reverse=column == "name" and descending)
    return sorted(by_name, key=lambda row: key(row).sort_key(descending=descending))


def nation_notes(rows: Sequence[NationRow], basis: str) -> list[str]:
    """What the means and the medians of the rows can't tell."""
    means = [Mean(row.name, row.mean, row.wage_rse) for row in rows]
    return [*about_medians(row.median for row in rows), *means_in_words(means, basis), PERCENTILES]


def without_pay(
    series: Sequence[Series],
    overall: Mapping[int, WageEstimate],
    around: Sequence[WageEstimate],
    pay: Release | None,
    swap: Callable[[Occupation, Occupation], str],
) -> list[str | SafeString]:
    """Why occupations have no pay here, each with the code that is published in their place, if there is one.

    `swap` gives the address of this comparison with one occupation in the place of another.
    """
    said: list[str | SafeString] = []
    for one in series:
        if one.occupation.pk in overall or pay is None:
            continue
        wider = pooled_in(one.occupation, [], around, list(one.occupation.combined_in.all()))
        if not wider:
            said.append(f"OEWS publishes no pay for {one.name} ({one.code}) in {pay.reference_period}.")
            continue
        links = format_html_join(
            " or ", '<a href="{}">{} ({})</a>',
            ((swap(one.occupation, other), other.sentence_title, other.code) for other in wider),
        )  # fmt: skip
        said.append(
            format_html(
                "OEWS publishes no pay for {} ({}) alone, only together with others. Compare instead: {}.",
                one.name, one.code, links,
            )
        )  # fmt: skip
    return said


def other_basis_only(series: Sequence[Series], overall: Mapping[int, WageEstimate], basis: str) -> list[str]:
    """The names of the occupations whose pay is published on the other basis only."""
    other = "hourly" if basis == "annual" else "annual"
    others = []
    for one in series:
        estimate = overall.get(one.occupation.pk)
        here, there = figure(estimate, f"{basis}_median"), figure(estimate, f"{other}_median")
        if here.value is None and not here.is_top_coded and (there.value is not None or there.is_top_coded):
            others.append(one.name)
    return others
