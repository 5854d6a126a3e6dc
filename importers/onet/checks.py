"""What must hold of an O*NET release's tables, and the rows that each comes to. Knows nothing of Django.

Each function takes a table of text as the reader has it, adds what is wrong to `problems`, and returns
typed rows by the publisher's codes. Rows with problems may be among them: nothing is written then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import polars as pl

from importers.report import SHOWN, Problems

# By the beginning of an element's ID; the values are occupations.models.Element's. Work styles were 1.C
# to 29.x and are others, with other scales, as 1.D from 30.0 on.
DOMAINS: Mapping[str, str] = {
    "1.B.1.": "interest",
    "1.C.": "work-style",
    "1.D.": "work-style",
    "2.A.": "skill",
    "2.B.": "skill",
    "2.C.": "knowledge",
}
# The ends of each scale, which the database holds as well.
SCALES: Mapping[str, tuple[int, int]] = {
    "IM": (1, 5), "LV": (0, 7), "OI": (1, 7), "IH": (0, 6), "WI": (-3, 3), "DR": (0, 25)
}  # fmt: skip
EDUCATION = ("2.D.1", "RL")
TIERS: Mapping[str, str] = {
    "Primary-Short": "1-primary-short", "Primary-Long": "2-primary-long", "Supplemental": "3-supplemental"
}  # fmt: skip
CORE: Mapping[str, bool] = {"Core": True, "Supplemental": False}
YES_OR_NO: Mapping[str, bool] = {"Y": True, "N": False}
LONGEST: Mapping[str, int] = {
    "alternate title": 250, "reported title": 250, "technology": 200, "kind of technology": 200, "element": 120,
    "domain source": 40,
}  # fmt: skip

NUMBER = r"^-?\d+(\.\d{1,2})?$"
ERROR = r"^\d{1,3}(\.\d{1,4})?$"
WHOLE = r"^\d{1,9}$"
KIND = r"^(\d{8}|\d\.[A-Z](\.\d{1,2})+(\.[a-z])?)$"
ZONE_SPAN = re.compile(r"Job Zone (\d)\D(\d)")
MERGED_SINCE = (30, 3)


def ratings(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The ratings of interests, work styles, skills and knowledge; other elements' are left to the caller.

    code, element, name, domain, scale, value (2 decimals), standard_error (4 decimals), sample_size,
    is_suppressed, is_not_relevant, domain_source (empty where the file doesn't say).
    """
    table = kept_ratings(table).with_columns(pl.col("domain_source").fill_null(""))
    _known_codes(table, known, problems)
    _among(table, "scale", SCALES, "a scale that is kept", problems)
    _number(table, "value", NUMBER, "the rating", problems)
    _number(table, "standard_error", ERROR, "the standard error", problems, optional=True)
    _number(table, "sample_size", WHOLE, "N", problems, optional=True)
    for flag in ("suppress", "not_relevant"):
        _among(table.filter(pl.col(flag).is_not_null()), flag, YES_OR_NO, "Y or N", problems)
    _text(table, "name", "element", problems)
    _text(table, "domain_source", "domain source", problems)
    if problems:
        return table.clear()
    typed = table.with_columns(
        domain=domain(),
        value=pl.col("value").str.to_decimal(scale=2),
        standard_error=pl.col("standard_error").str.to_decimal(scale=4),
        sample_size=pl.col("sample_size").cast(pl.Int32),
        is_suppressed=_flag("suppress"),
        is_not_relevant=_flag("not_relevant"),
    ).drop("suppress", "not_relevant")
    for scale, (least, most) in SCALES.items():
        _within(typed.filter(pl.col("scale") == scale), least, most, problems)
    _one_name_each(typed, problems)
    return _once(typed, ("code", "element", "scale"), "is rated a second time, otherwise", problems)


def kept_ratings(table: pl.DataFrame) -> pl.DataFrame:
    """The rows of elements that are kept here."""
    return table.filter(domain().is_not_null())


def education(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """How many name each level of education as required: code, category (1 to 12), percent, is_suppressed."""
    table = kept_education(table)
    _known_codes(table, known, problems)
    _among(table, "category", [str(number) for number in range(1, 13)], "a level from 1 to 12", problems)
    _number(table, "value", NUMBER, "the percent", problems)
    _among(table.filter(pl.col("suppress").is_not_null()), "suppress", YES_OR_NO, "Y or N", problems)
    if problems:
        return table.clear()
    typed = table.select(
        "code",
        pl.col("category").cast(pl.Int16),
        pl.col("value").str.to_decimal(scale=2).alias("percent"),
        _flag("suppress").alias("is_suppressed"),
        "line",
        "file",
    )
    _complain(
        typed.filter(~pl.col("percent").is_between(0, 100)),
        lambda row: f"{row['code']}: {row['percent']} percent of education level {row['category']} can't be",
        problems,
    )
    return _once(typed, ("code", "category"), "is here a second time, otherwise", problems)


def kept_education(table: pl.DataFrame) -> pl.DataFrame:
    """The rows of the required level of education; not of experience, training, or anything else."""
    return table.filter((pl.col("element") == EDUCATION[0]) & (pl.col("scale") == EDUCATION[1]))


def job_zones(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, zone (1 to 5)."""
    _known_codes(table, known, problems)
    _among(table, "zone", ("1", "2", "3", "4", "5"), "a job zone from 1 to 5", problems)
    if problems:
        return table.clear()
    return _once(
        table.with_columns(pl.col("zone").cast(pl.Int16)), ("code",), "is in two job zones", problems
    )


def zone_names(table: pl.DataFrame, _known: Collection[str], problems: Problems) -> pl.DataFrame:
    """zone (1 to 5), lowest: the lowest zone that it stands for, null where that is itself.

    30.3 has one zone for the first two: zone 2 is "Job Zone 1-2: Very Little to Some Preparation Needed".
    """
    for row in table.filter(~pl.col("zone").is_in(list("12345")).fill_null(False)).iter_rows(named=True):
        problems.add(f"{row['zone']!r} is not a job zone from 1 to 5", file=row["file"], line=row["line"])
    if problems:
        return table.clear()
    spans = [
        (int(zone), int(span[1]) if (span := ZONE_SPAN.search(name or "")) and span[2] == zone else None)
        for zone, name in table.select("zone", "name").iter_rows()
    ]
    return pl.DataFrame(spans, schema={"zone": pl.Int16, "lowest": pl.Int16}, orient="row")


def spanning(zones: pl.DataFrame, names: pl.DataFrame | None, label: str) -> pl.DataFrame:
    """Job zones with `lowest`, as the release names them; without its names, by what it must mean by a 2.

    Every release before 30.3 has occupations in zone 1; those of 30.3 on have one zone for the first two.
    """
    if names is not None:
        return zones.join(names.unique("zone"), on="zone", how="left", maintain_order="left")
    is_merged = version_of(label) >= MERGED_SINCE and not (zones["zone"] == 1).any()
    lowest = pl.when(pl.col("zone") == 2).then(1 if is_merged else None)
    return zones.with_columns(lowest=lowest.cast(pl.Int16))


def version_of(label: str) -> tuple[int, ...]:
    """ "30.3" → (30, 3); () for a label that is no version."""
    return tuple(int(part) for part in label.split(".")) if re.fullmatch(r"\d+(\.\d+)*", label) else ()


def descriptions(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, text."""
    _known_codes(table, known, problems)
    _text(table, "text", "description", problems)
    return _once(table.drop("title"), ("code",), "is described a second time, otherwise", problems)


def tasks(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, task_id, text, is_core (null for a task that nobody has rated yet)."""
    _known_codes(table, known, problems)
    _text(table, "text", "task", problems)
    _number(table, "task_id", WHOLE, "the task's ID", problems)
    _among(table.filter(pl.col("type").is_not_null()), "type", CORE, "Core or Supplemental", problems)
    if problems:
        return table.clear()
    typed = table.select(
        "code",
        pl.col("task_id").cast(pl.Int32),
        "text",
        pl.col("type").replace_strict(CORE, return_dtype=pl.Boolean).alias("is_core"),
        "line",
        "file",
    )
    return _once(typed, ("code", "task_id"), "is here a second time, otherwise", problems)


def technologies(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, name, kind_code, kind, is_hot, is_in_demand; the kind is a commodity of UNSPSC or an element."""
    _known_codes(table, known, problems)
    _text(table, "name", "technology", problems)
    _text(table, "kind", "kind of technology", problems)
    _number(table, "kind_code", KIND, "the commodity code or element ID", problems)
    for flag in ("hot", "in_demand"):
        _among(table.filter(pl.col(flag).is_not_null()), flag, YES_OR_NO, "Y or N", problems)
    typed = table.select(
        "code",
        "name",
        "kind_code",
        "kind",
        _flag("hot").alias("is_hot"),
        _flag("in_demand").alias("is_in_demand"),
        "line",
        "file",
    )
    return _once(typed, ("code", "name", "kind_code"), "is here a second time, otherwise", problems)


def related(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, related, tier, rank."""
    _known_codes(table, known, problems)
    _known_codes(table, known, problems, column="related")
    _among(table, "tier", TIERS, f"one of {', '.join(TIERS)}", problems)
    _number(table, "rank", r"^\d{1,4}$", "the index", problems)
    _complain(
        table.filter(pl.col("code") == pl.col("related")),
        lambda row: f"{row['code']} is related to itself",
        problems,
    )
    if problems:
        return table.clear()
    typed = table.with_columns(
        pl.col("tier").replace_strict(TIERS, return_dtype=pl.String), pl.col("rank").cast(pl.Int16)
    )
    return _once(typed, ("code", "related"), "is here a second time, otherwise", problems)


def reported_titles(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, title; each once."""
    _known_codes(table, known, problems)
    _text(table, "title", "reported title", problems)
    return table.select("code", "title").unique(maintain_order=True)


def alternate_titles(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, title; each once. A short title ("RN") is a title of its own, because people look for it."""
    _known_codes(table, known, problems)
    _text(table, "title", "alternate title", problems)
    short = table.filter(pl.col("short_title").is_not_null())
    _text(short, "short_title", "alternate title", problems)
    return pl.concat(
        [table.select("code", "title"), short.select("code", title="short_title")]
    ).unique(maintain_order=True)  # fmt: skip


def domain() -> pl.Expr:
    """The domain of a row by its `element`, null for one that is not kept."""
    begins = [
        pl.when(pl.col("element").str.starts_with(start)).then(pl.lit(d)) for start, d in DOMAINS.items()
    ]
    return pl.coalesce(*begins)


def _flag(column: str) -> pl.Expr:
    """Y is true; N and nothing are false."""
    return pl.col(column).eq_missing("Y")


def _complain(rows: pl.DataFrame, say: Callable[[Mapping[str, Any]], str], problems: Problems) -> None:
    """Add a problem for each row, in words for the first ones."""
    for row in rows.head(SHOWN).iter_rows(named=True):
        problems.add(say(row), file=row["file"], line=row["line"])
    problems.add_uncounted(max(0, rows.height - SHOWN))


def _known_codes(
    table: pl.DataFrame, known: Collection[str], problems: Problems, column: str = "code"
) -> None:
    unknown = table.filter(~pl.col(column).is_in(list(known)).fill_null(False))
    _complain(unknown, lambda row: f"{row[column]!r} is not a code of O*NET-SOC 2019", problems)


def _among(table: pl.DataFrame, column: str, allowed: Collection[str], what: str, problems: Problems) -> None:
    wrong = table.filter(~pl.col(column).is_in(list(allowed)).fill_null(False))
    _complain(wrong, lambda row: f"{row['code']}: {row[column]!r} is not {what}", problems)


def _number(
    table: pl.DataFrame, column: str, pattern: str, what: str, problems: Problems, *, optional: bool = False
) -> None:
    wrong = table.filter(~pl.col(column).str.contains(pattern).fill_null(optional))
    _complain(wrong, lambda row: f"{row['code']}: {what} is {row[column]!r}", problems)


def _within(ratings: pl.DataFrame, least: int, most: int, problems: Problems) -> None:
    _complain(
        ratings.filter(~pl.col("value").is_between(least, most)),
        lambda row: (
            f"{row['code']}: {row['element']} {row['scale']} is {row['value']}, outside {least} to {most}"
        ),
        problems,
    )


def _text(table: pl.DataFrame, column: str, what: str, problems: Problems) -> None:
    _complain(
        table.filter(pl.col(column).is_null()), lambda row: f"{row['code']}: there is no {what}", problems
    )
    if longest := LONGEST.get(what):
        _complain(
            table.filter(pl.col(column).str.len_chars() > longest),
            lambda row: f"{row['code']}: the {what} is longer than {longest} characters",
            problems,
        )


def _one_name_each(table: pl.DataFrame, problems: Problems) -> None:
    names = table.group_by("element", maintain_order=True).agg(pl.col("name", "file", "line").first())
    other = table.join(names.select("element", first="name"), on="element").filter(
        pl.col("name") != pl.col("first")
    )
    _complain(
        other, lambda row: f"{row['element']} is {row['name']!r} here and {row['first']!r} before", problems
    )


def _once(table: pl.DataFrame, key: Sequence[str], what: str, problems: Problems) -> pl.DataFrame:
    """The table's rows, one for each key. The same row twice is one; another row with the same key is a problem."""
    said = [column for column in table.columns if column not in ("line", "file")]
    rows = table.unique(subset=said, keep="first", maintain_order=True)
    repeated = rows.filter(~pl.struct(key).is_first_distinct())
    _complain(repeated, lambda row: f"{' '.join(str(row[name]) for name in key)} {what}", problems)
    return rows.select(said)
