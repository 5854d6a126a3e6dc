"""What a column of O*NET's tables must hold: each function adds a problem for every row that breaks it. Knows nothing
of Django."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import polars as pl

from importers.report import SHOWN, Problems

LONGEST: Mapping[str, int] = {
    "alternate title": 250, "reported title": 250, "technology": 200, "kind of technology": 200, "element": 200,
    "domain source": 40, "answer": 120,
}  # fmt: skip


def is_yes(column: str) -> pl.Expr:
    """Y is true; N and nothing are false."""
    return pl.col(column).eq_missing("Y")


def complain(rows: pl.DataFrame, say: Callable[[Mapping[str, Any]], str], problems: Problems) -> None:
    """Add a problem for each row, in words for the first ones."""
    for row in rows.head(SHOWN).iter_rows(named=True):
        problems.add(say(row), file=row["file"], line=row["line"])
    problems.add_uncounted(max(0, rows.height - SHOWN))


def known_codes(
    table: pl.DataFrame, known: Collection[str], problems: Problems, column: str = "code"
) -> None:
    unknown = table.filter(~pl.col(column).is_in(list(known)).fill_null(False))
    complain(unknown, lambda row: f"{row[column]!r} is not a code of O*NET-SOC 2019", problems)


def among(table: pl.DataFrame, column: str, allowed: Collection[str], what: str, problems: Problems) -> None:
    wrong = table.filter(~pl.col(column).is_in(list(allowed)).fill_null(False))
    complain(wrong, lambda row: f"{row['code']}: {row[column]!r} is not {what}", problems)


def number(
    table: pl.DataFrame, column: str, pattern: str, what: str, problems: Problems, *, optional: bool = False
) -> None:
    wrong = table.filter(~pl.col(column).str.contains(pattern).fill_null(optional))
    complain(wrong, lambda row: f"{row['code']}: {what} is {row[column]!r}", problems)


def answers(table: pl.DataFrame, answers: Mapping[str, int], problems: Problems) -> None:
    """Percents name the answer that they are of, by its number; ratings name none."""
    of_none = table.filter(~pl.col("scale").is_in(list(answers)) & pl.col("category").is_not_null())
    complain(
        of_none, lambda row: f"{row['code']}: {row['scale']} has no category {row['category']!r}", problems
    )
    for scale, most in answers.items():
        numbers = [str(number) for number in range(1, most + 1)]
        among(
            table.filter(pl.col("scale") == scale),
            "category",
            numbers,
            f"an answer from 1 to {most}",
            problems,
        )


def within(ratings: pl.DataFrame, of: str, least: int, most: int, problems: Problems) -> None:
    complain(
        ratings.filter(~pl.col("value").is_between(least, most)),
        lambda row: f"{row['code']}: {row[of]} {row['scale']} is {row['value']}, outside {least} to {most}",
        problems,
    )


def text(table: pl.DataFrame, column: str, what: str, problems: Problems) -> None:
    complain(
        table.filter(pl.col(column).is_null()), lambda row: f"{row['code']}: there is no {what}", problems
    )
    if longest := LONGEST.get(what):
        complain(
            table.filter(pl.col(column).str.len_chars() > longest),
            lambda row: f"{row['code']}: the {what} is longer than {longest} characters",
            problems,
        )


def one_name_each(table: pl.DataFrame, problems: Problems) -> None:
    names = table.group_by("element", maintain_order=True).agg(pl.col("name", "file", "line").first())
    other = table.join(names.select("element", first="name"), on="element").filter(
        pl.col("name") != pl.col("first")
    )
    complain(
        other, lambda row: f"{row['element']} is {row['name']!r} here and {row['first']!r} before", problems
    )


def once(table: pl.DataFrame, key: Sequence[str], what: str, problems: Problems) -> pl.DataFrame:
    """The table's rows, one for each key. The same row twice is one; another row with the same key is a problem."""
    said = [column for column in table.columns if column not in ("line", "file")]
    rows = table.unique(subset=said, keep="first", maintain_order=True)
    repeated = rows.filter(~pl.struct(key).is_first_distinct())
    complain(
        repeated,
        lambda row: f"{' '.join(str(row[name]) for name in key if row[name] is not None)} {what}",
        problems,
    )
    return rows.select(said)
