"""What is said and drawn of a matrix: its title, its finding, its chart, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from occupations.models import Projection
from wages.estimates import Figure
from web.charts import dots
from web.charts.dots import DotPlot
from web.compare import overlap
from web.compare.matrix import (
    Matrix,
    MatrixRow,
    highest,
    in_cell,
    is_of_published,
    jobs_left,
)
from web.compare.measures import is_pay
from web.compare.summary import base_of
from web.occupations.by_industry.rows import lower_first
from web.tables.cells import LEAST_JOBS
from web.words import numbers, sentences
from web.words.notes import about_medians
from web.words.numbers import money, percent
from web.words.places import in_place
from web.words.sentences import as_subject, in_sentence, joined, sentence

AMONG = {
    "sectors": "sectors", "all": "sectors", "states": "states", "metros": "metropolitan areas",
    "nonmetro": "nonmetropolitan areas",
}  # fmt: skip


ONE_PLACE = {"states": "state", "metros": "metropolitan area", "nonmetro": "nonmetropolitan area"}


def measure_in_words(measure: str, basis: str) -> str:
    if measure in ("median", "mean"):
        return f"{measure.capitalize()} {basis} pay"
    return {"jobs": "Wage-and-salary jobs", "share": "Share of the occupation’s jobs"}[measure]


def matrix_plot(matrix: Matrix, rows: Sequence[MatrixRow]) -> DotPlot | None:
    with_total = [matrix.total, *rows] if matrix.measure in ("median", "mean") else rows
    return dots.dot_plot(
        [
            (
                row.name,
                [(one.number, cell.figure) for one, cell in zip(matrix.series, row.cells, strict=True)],
                row.is_total,
                row.depth > 0,
            )
            for row in with_total
            if not row.is_remainder
        ],
        matrix.measure,
        matrix.basis,
    )


def matrix_count(matrix: Matrix, by: str, view: str) -> str:
    """How many rows the matrix has, and how many have no figure of any of the occupations."""
    rows = [row for row in matrix.rows if not row.is_remainder]
    one, many = ("industry", "industries") if by == "industry" else (ONE_PLACE[view], AMONG[view])
    if by == "industry" and view == "sectors" and not any(row.depth for row in rows):
        one, many = "sector", "sectors"
    empty = sum(row.is_empty for row in rows)
    without = f", {empty:,} of them without a figure" if empty else ""
    return f"{sentences.plural(len(rows), one, many)}{without}"


def matrix_caption(matrix: Matrix) -> str:
    base = base_of(matrix.series)
    if base is None:
        return ""
    unit = (
        "percentage points (pp)"
        if matrix.measure == "share"
        else "$ and %"
        if matrix.measure != "jobs"
        else "jobs and %"
    )
    return f"Under each figure: the difference from {sentences.in_sentence(base.name)}, in {unit}."


def matrix_lede(matrix: Matrix, by: str, view: str) -> list[str]:
    told, untold = [], []
    of_published = False
    for place, one in enumerate(matrix.series):
        rows = highest(matrix, place)
        if not rows:
            untold.append(one.name)
            continue
        names = [lower_first(row.name) if by == "industry" else in_place(row.name) for row in rows]
        of_published = of_published or is_of_published(matrix, place, rows[0])
        cell = rows[0].cells[place]
        amount = in_cell(cell, matrix.measure, matrix.basis) + (
            " percent" if matrix.measure == "share" else ""
        )
        told.append((one.name, names, amount))
    among = f"Of the {AMONG[view]} with published figures" if of_published else ""
    highest_sentence = compare_highest_sentence(told, untold, matrix.measure, among)
    return [highest_sentence] if highest_sentence else []


def _ranked(matrix: Matrix, view: str) -> str:
    """Which industries or places the sentence on the best pay counts."""
    least = f"{AMONG[view]} with at least {LEAST_JOBS} jobs in the occupation"
    said = f"The sentence about the best pay counts only {least}"
    rough = any(fig.is_rough for fig in _figures(matrix))
    return f"{said} and leaves out very rough medians." if rough else f"{said}."


def _figures(matrix: Matrix) -> Iterator[Figure]:
    return (cell.figure for row in (*matrix.partition, *matrix.rows) for cell in row.cells)


def _coverage(matrix: Matrix, view: str) -> str:
    """Which part of each occupation's jobs the listed places hold."""
    held = []
    for place, one in enumerate(matrix.series):
        remainder = jobs_left(matrix, place)
        if remainder is not None:
            total, left = remainder
            share = numbers.percent(Decimal(total - left) / Decimal(total) * 100)
            held.append(f"{share} of the jobs of {sentences.in_sentence(one.name)}")
    if not held:
        return ""
    shown = sentences.joined(held)
    return f"The {AMONG[view]} with a published number hold {shown}. The other jobs aren’t shown here."


PARTITION = (
    "Sectors add up to the whole. Cuts by owner and government totals overlap the sectors, so they are listed under"
    " “All"
    " industries” only."
)
NOT_LISTED = "An industry that isn’t listed has no published figure for any of these occupations."
WITHIN = "Use a sector’s arrow to see the industries in it, or choose “All industries”."


def matrix_notes(matrix: Matrix, by: str, view: str) -> list[str]:
    notes = []
    if by == "industry":
        if matrix.rows:
            notes.append(f"{PARTITION} {NOT_LISTED if view == 'all' else WITHIN}")
    elif not is_pay(matrix.measure):
        notes += [said for said in (_coverage(matrix, view),) if said and matrix.partition]
    else:
        notes.append("Pay is shown as published, not adjusted for what things cost in each place.")
    if is_pay(matrix.measure) and matrix.rows:
        notes.append(_ranked(matrix, view))
    notes += about_medians(_figures(matrix)) if is_pay(matrix.measure) else []
    if matrix.measure == "share":
        notes.append(
            "Share: the part of the occupation’s wage-and-salary jobs, computed here from the same release."
        )
    notes.append(
        {
            "median": overlap.PERCENTILES,
            "mean": overlap.WHAT_IT_IS,
            "jobs": overlap.OF_JOBS,
            "share": overlap.OF_SHARES,
        }[matrix.measure]
    )
    return notes


def compare_medians_sentence(medians: list[tuple[str, Figure]], basis: str, period: str) -> str:
    """Which of a few occupations has the highest median and which the lowest; "" for fewer than two medians.

    Equal medians are both named; where a top-coded median may be higher than another, only the lowest is. One whose
    floor is below the lowest number may be anywhere among them. Rough medians are left out.
    """
    rough = [in_sentence(title) for title, f in medians if f.is_rough]
    said = _ends_of_medians([(title, f) for title, f in medians if not f.is_rough], basis, period)
    if said and rough:
        said += f" The median for {joined(rough)} is very rough, so it is left out here."
    return said


def _ends_of_medians(medians: list[tuple[str, Figure]], basis: str, period: str) -> str:
    stated = [(in_sentence(title), f.value) for title, f in medians if f.value is not None]
    capped = [(in_sentence(title), f.floor) for title, f in medians if f.is_top_coded and f.floor is not None]
    if not stated or len(stated) + len(capped) < 2:
        return ""
    low, high = min(value for _, value in stated), max(value for _, value in stated)
    lowest = [title for title, value in stated if value == low]
    at_least = [(title, floor) for title, floor in capped if floor >= high]
    if any(floor < low for _, floor in capped):
        names = joined([f"{title} ({money(floor, basis)} or more)" for title, floor in capped])
        return (
            f"The median {basis} wage in {period} is too high to be published exactly for {names}, so nobody can rank"
            " these occupations."
        )
    if capped and (len(capped) > 1 or not at_least):
        names = joined([title for title, _ in capped])
        return (
            f"{_subject(lowest)} earn the least, with a median {basis} wage of {money(low, basis)} in {period}. For"
            f" {names},"
            " the median is too high to be published exactly."
        )
    if at_least:
        title, floor = at_least[0]
        return (
            f"{sentence(as_subject(title))} earn the most, with a median {basis} wage of {money(floor, basis)} or more"
            " in"
            f" {period}. {_subject(lowest)} earn the least: {money(low, basis)}."
        )
    if low == high:
        return f"{_subject(lowest)} have the same median {basis} wage in {period}: {money(low, basis)}."
    highest = [title for title, value in stated if value == high]
    part = (Decimal(high) - Decimal(low)) / Decimal(low) * 100
    more = percent(part, 0) if part >= 1 else "less than 1 percent"
    least = f"{joined(lowest)} ({money(low, basis)})" + (", who earn the least" if len(stated) > 2 else "")
    return (
        f"{_subject(highest)} earn the most, with a median {basis} wage of {money(high, basis)} in {period}. That is"
        f" {money(high - low, basis)}, or {more}, more than {least}."
    )


def _subject(names: list[str]) -> str:
    """Occupations at the beginning of a sentence."""
    return sentence(as_subject(names[0]) if len(names) == 1 else joined(names))


def compare_growth_sentence(projections: list[tuple[str, Projection]], period: str) -> str:
    """Between which percents the projected changes of a few occupations lie; "" for fewer than two.

    One that an earlier round stands in for isn't held against the others, but named.
    """
    stated, others = [], []
    for title, projection in projections:
        change, years = projection.percent_change, projection.round_label
        if change is not None and years == period:
            stated.append((in_sentence(title), change))
        elif change is not None:
            others.append(f"{in_sentence(title)} (over {years})")
    if len(stated) < 2:
        return ""
    apart = f" Not counted: {joined(others)}." if others else ""
    low, high = min(change for _, change in stated), max(change for _, change in stated)
    if low == high:
        names, each = joined([title for title, _ in stated]), percent(high, signed=True)
        return f"Jobs for {names} are projected to change by {each} each over {period}.{apart}"
    highest = joined([title for title, change in stated if change == high])
    lowest = joined([title for title, change in stated if change == low])
    return (
        f"The projected change in jobs over {period} ranges from {percent(low, signed=True)} for {lowest} to"
        f" {percent(high, signed=True)} for {highest}.{apart}"
    )


HIGHEST = {
    "median": "earn the most in", "mean": "earn the most, on average, in", "jobs": "have the most jobs in",
    "share": "have the largest share of their jobs in",
}  # fmt: skip


def compare_highest_sentence(
    told: list[tuple[str, list[str], str]], untold: list[str], measure: str, among: str
) -> str:
    """Where each of a few occupations has its highest figure.

    `told` has the occupation, the names of the industries or places (several where they are equal) and the
    figure in words; of `untold` nobody can tell, because of top-coded or missing figures. `among` says which
    industries or places are counted, unless all.
    """
    if not told:
        return ""
    parts: list[str] = []
    for title, names, amount in told:
        verb = f"{HIGHEST[measure]} " if not parts else "in "
        parts.append(
            f"{as_subject(title)} {verb}{joined(names)} ({amount}{'' if len(names) == 1 else ' each'})"
        )
    text = f"{among}, {'; '.join(parts)}." if among else f"{sentence('; '.join(parts))}."
    if untold:
        unknown = joined([in_sentence(title) for title in untold])
        text += f" For {unknown}, the published figures don’t show where."
    return text
