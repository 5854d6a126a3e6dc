"""What must hold of an O*NET release's tables, and the rows that each comes to. Knows nothing of Django.

Each function takes a table of text as the reader has it, adds what is wrong to `problems`, and returns
typed rows by the publisher's codes. Rows with problems may be among them: nothing is written then.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import polars as pl

from importers.onet.columns import (
    among,
    answers,
    complain,
    is_yes,
    known_codes,
    number,
    once,
    one_name_each,
    text,
    within,
)
from importers.report import Problems

# By the beginning of an element's ID; the values are occupations.models.Element's. Work styles were 1.C
# to 29.x and are others, with other scales, as 1.D from 30.0 on.
DOMAINS: Mapping[str, str] = {
    "1.A.": "ability",
    "1.B.1.": "interest",
    "1.B.2.": "work-value",
    "1.C.": "work-style",
    "1.D.": "work-style",
    "2.A.": "skill",
    "2.B.": "skill",
    "2.C.": "knowledge",
    "4.A.": "work-activity",
    "4.C.": "work-context",
}
# The ends of each scale, which the database holds as well.
SCALES: Mapping[str, tuple[int, int]] = {
    "IM": (1, 5), "LV": (0, 7), "OI": (1, 7), "IH": (0, 6), "WI": (-3, 3), "DR": (0, 25), "EX": (1, 7), "VH": (0, 6),
    "CX": (1, 5), "CT": (1, 3), "CXP": (0, 100), "CTP": (0, 100),
}  # fmt: skip
# Scales that give a percent for each answer, with the number of answers.
ANSWERS: Mapping[str, int] = {"CXP": 5, "CTP": 3}
TASK_SCALES: Mapping[str, tuple[int, int]] = {"IM": (1, 5), "RT": (0, 100), "FT": (0, 100)}
TASK_ANSWERS: Mapping[str, int] = {"FT": 7}
EMERGING: Mapping[str, str] = {"New": "new", "Revision": "revision"}
EDUCATION = ("2.D.1", "RL")
TIERS: Mapping[str, str] = {
    "Primary-Short": "1-primary-short", "Primary-Long": "2-primary-long", "Supplemental": "3-supplemental"
}  # fmt: skip
CORE: Mapping[str, bool] = {"Core": True, "Supplemental": False}
YES_OR_NO: Mapping[str, bool] = {"Y": True, "N": False}

NUMBER = r"^-?\d+(\.\d{1,2})?$"
ERROR = r"^\d{1,3}(\.\d{1,4})?$"
WHOLE = r"^\d{1,9}$"
KIND = r"^(\d{8}|\d\.[A-Z](\.\d{1,2})+(\.[a-z])?)$"
ZONE_SPAN = re.compile(r"Job Zone (\d)\D(\d)")
MERGED_SINCE = (30, 3)


def ratings(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """The ratings of elements in `DOMAINS`; other elements' are left to the caller.

    code, element, name, domain, scale, category (null but for percents of an answer), value (2 decimals),
    standard_error (4 decimals), sample_size, is_suppressed, is_not_relevant, domain_source (empty where the file
    doesn't say).
    """
    table = kept_ratings(table).with_columns(pl.col("domain_source").fill_null(""))
    known_codes(table, known, problems)
    among(table, "scale", SCALES, "a scale that is kept", problems)
    answers(table, ANSWERS, problems)
    number(table, "value", NUMBER, "the rating", problems)
    number(table, "standard_error", ERROR, "the standard error", problems, optional=True)
    number(table, "sample_size", WHOLE, "N", problems, optional=True)
    for flag in ("suppress", "not_relevant"):
        among(table.filter(pl.col(flag).is_not_null()), flag, YES_OR_NO, "Y or N", problems)
    text(table, "name", "element", problems)
    text(table, "domain_source", "domain source", problems)
    if problems:
        return table.clear()
    typed = table.with_columns(
        domain=domain(),
        category=pl.col("category").cast(pl.Int16),
        value=pl.col("value").str.to_decimal(scale=2),
        standard_error=pl.col("standard_error").str.to_decimal(scale=4),
        sample_size=pl.col("sample_size").cast(pl.Int32),
        is_suppressed=is_yes("suppress"),
        is_not_relevant=is_yes("not_relevant"),
    ).drop("suppress", "not_relevant")
    for scale, (least, most) in SCALES.items():
        within(typed.filter(pl.col("scale") == scale), "element", least, most, problems)
    one_name_each(typed, problems)
    key = ("code", "element", "scale", "category")
    return once(typed, key, "is rated a second time, otherwise", problems)


def kept_ratings(table: pl.DataFrame) -> pl.DataFrame:
    """The rows of elements that are kept here."""
    return table.filter(domain().is_not_null())


def education(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """How many name each level of education as required: code, category (1 to 12), percent, is_suppressed."""
    table = kept_education(table)
    known_codes(table, known, problems)
    among(table, "category", [str(level) for level in range(1, 13)], "a level from 1 to 12", problems)
    number(table, "value", NUMBER, "the percent", problems)
    among(table.filter(pl.col("suppress").is_not_null()), "suppress", YES_OR_NO, "Y or N", problems)
    if problems:
        return table.clear()
    typed = table.select(
        "code",
        pl.col("category").cast(pl.Int16),
        pl.col("value").str.to_decimal(scale=2).alias("percent"),
        is_yes("suppress").alias("is_suppressed"),
        "line",
        "file",
    )
    complain(
        typed.filter(~pl.col("percent").is_between(0, 100)),
        lambda row: f"{row['code']}: {row['percent']} percent of education level {row['category']} can't be",
        problems,
    )
    return once(typed, ("code", "category"), "is here a second time, otherwise", problems)


def kept_education(table: pl.DataFrame) -> pl.DataFrame:
    """The rows of the required level of education; not of experience, training, or anything else."""
    return table.filter((pl.col("element") == EDUCATION[0]) & (pl.col("scale") == EDUCATION[1]))


def job_zones(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, zone (1 to 5)."""
    known_codes(table, known, problems)
    among(table, "zone", ("1", "2", "3", "4", "5"), "a job zone from 1 to 5", problems)
    if problems:
        return table.clear()
    return once(table.with_columns(pl.col("zone").cast(pl.Int16)), ("code",), "is in two job zones", problems)


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
    known_codes(table, known, problems)
    text(table, "text", "description", problems)
    return once(table.drop("title"), ("code",), "is described a second time, otherwise", problems)


def tasks(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, task_id, text, is_core (null for a task that nobody has rated yet)."""
    known_codes(table, known, problems)
    text(table, "text", "task", problems)
    number(table, "task_id", WHOLE, "the task's ID", problems)
    among(table.filter(pl.col("type").is_not_null()), "type", CORE, "Core or Supplemental", problems)
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
    return once(typed, ("code", "task_id"), "is here a second time, otherwise", problems)


def task_ratings(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, task_id, scale, category (1 to 7 for a frequency, else null), value (2 decimals), is_suppressed,
    domain_source."""
    known_codes(table, known, problems)
    number(table, "task_id", WHOLE, "the task's ID", problems)
    among(table, "scale", TASK_SCALES, "a scale of tasks", problems)
    answers(table, TASK_ANSWERS, problems)
    number(table, "value", NUMBER, "the rating", problems)
    among(table.filter(pl.col("suppress").is_not_null()), "suppress", YES_OR_NO, "Y or N", problems)
    table = table.with_columns(pl.col("domain_source").fill_null(""))
    text(table, "domain_source", "domain source", problems)
    if problems:
        return table.clear()
    typed = table.select(
        "code",
        pl.col("task_id").cast(pl.Int32),
        "scale",
        pl.col("category").cast(pl.Int16),
        pl.col("value").str.to_decimal(scale=2),
        "domain_source",
        is_yes("suppress").alias("is_suppressed"),
        "line",
        "file",
    )
    for scale, (least, most) in TASK_SCALES.items():
        within(typed.filter(pl.col("scale") == scale), "task_id", least, most, problems)
    return once(
        typed, ("code", "task_id", "scale", "category"), "is rated a second time, otherwise", problems
    )


def emerging_tasks(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, text, category ("new" or "revision"), revises (the ID of a task, null for a new one), domain_source."""
    known_codes(table, known, problems)
    text(table, "text", "task", problems)
    among(table, "category", EMERGING, "New or Revision", problems)
    table = table.with_columns(pl.col("domain_source").fill_null(""))
    text(table, "domain_source", "domain source", problems)
    revised = pl.col("category") == "Revision"
    number(table.filter(revised), "revises", WHOLE, "the ID of the task that it revises", problems)
    if problems:
        return table.clear()
    typed = table.select(
        "code",
        "text",
        pl.col("category").replace_strict(EMERGING, return_dtype=pl.String),
        pl.when(revised).then(pl.col("revises")).cast(pl.Int32),
        "domain_source",
        "line",
        "file",
    )
    return once(typed, ("code", "text"), "is here a second time, otherwise", problems)


def words_of_answers(table: pl.DataFrame, _known: Collection[str], problems: Problems) -> pl.DataFrame:
    """element, name, category, label: what each answer about work context says."""
    table = kept_answers(table)
    for row in table.filter(~pl.col("category").str.contains(r"^[1-5]$").fill_null(False)).iter_rows(
        named=True
    ):
        problems.add(
            f"{row['element']}: {row['category']!r} is not an answer from 1 to 5",
            file=row["file"],
            line=row["line"],
        )
    named = table.with_columns(code=pl.col("element"))
    text(named, "name", "element", problems)
    text(named, "label", "answer", problems)
    if problems:
        return table.clear()
    typed = table.select("element", "name", pl.col("category").cast(pl.Int16), "label", "line", "file")
    one_name_each(typed, problems)
    return once(typed, ("element", "category"), "is named a second time, otherwise", problems)


def kept_answers(table: pl.DataFrame) -> pl.DataFrame:
    """The answers about work context; not the levels of education, or anything else that has such a file."""
    return table.filter((domain() == "work-context").fill_null(False) & pl.col("scale").is_in(list(ANSWERS)))


def technologies(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, name, kind_code, kind, is_hot, is_in_demand; the kind is a commodity of UNSPSC or an element."""
    known_codes(table, known, problems)
    text(table, "name", "technology", problems)
    text(table, "kind", "kind of technology", problems)
    number(table, "kind_code", KIND, "the commodity code or element ID", problems)
    for flag in ("hot", "in_demand"):
        among(table.filter(pl.col(flag).is_not_null()), flag, YES_OR_NO, "Y or N", problems)
    typed = table.select(
        "code",
        "name",
        "kind_code",
        "kind",
        is_yes("hot").alias("is_hot"),
        is_yes("in_demand").alias("is_in_demand"),
        "line",
        "file",
    )
    return once(typed, ("code", "name", "kind_code"), "is here a second time, otherwise", problems)


def related(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, related, tier, rank."""
    known_codes(table, known, problems)
    known_codes(table, known, problems, column="related")
    among(table, "tier", TIERS, f"one of {', '.join(TIERS)}", problems)
    number(table, "rank", r"^\d{1,4}$", "the index", problems)
    complain(
        table.filter(pl.col("code") == pl.col("related")),
        lambda row: f"{row['code']} is related to itself",
        problems,
    )
    if problems:
        return table.clear()
    typed = table.with_columns(
        pl.col("tier").replace_strict(TIERS, return_dtype=pl.String), pl.col("rank").cast(pl.Int16)
    )
    return once(typed, ("code", "related"), "is here a second time, otherwise", problems)


def reported_titles(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, title; each once."""
    known_codes(table, known, problems)
    text(table, "title", "reported title", problems)
    return table.select("code", "title").unique(maintain_order=True)


def alternate_titles(table: pl.DataFrame, known: Collection[str], problems: Problems) -> pl.DataFrame:
    """code, title; each once. A short title ("RN") is a title of its own, because people look for it."""
    known_codes(table, known, problems)
    text(table, "title", "alternate title", problems)
    short = table.filter(pl.col("short_title").is_not_null())
    text(short, "short_title", "alternate title", problems)
    return pl.concat(
        [table.select("code", "title"), short.select("code", title="short_title")]
    ).unique(maintain_order=True)  # fmt: skip


def domain() -> pl.Expr:
    """The domain of a row by its `element`, null for one that is not kept."""
    begins = [
        pl.when(pl.col("element").str.starts_with(start)).then(pl.lit(d)) for start, d in DOMAINS.items()
    ]
    return pl.coalesce(*begins)
