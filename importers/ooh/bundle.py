"""An edition of the Handbook in a bundle: profiles with the codes they cover, and figures. None of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from importers.bundle.manifest import Entry
from importers.bundle.parquet import Schema
from importers.ooh import checks
from importers.ooh.checks import ProfileRow
from importers.ooh.figures import SELF_EMPLOYED, Medians, Share, Wage
from importers.ooh.loader import EditionRows, known_occupations, write
from importers.ooh.texts import CODES, SIMILAR
from importers.progress import Progress
from importers.projections.checks import CATEGORIES
from importers.projections.rounds import round_of
from importers.report import Problems
from importers.runs import Loaded, Options
from occupations.models import Profile, Release

# The quick facts of a profile, as the checks have them; numbers that stand for words are those of the projections.
FACTS: Schema = {
    **{
        name: kind
        for figure, figure_kind in (
            ("annual_median", pl.Int32),
            ("hourly_median", pl.Decimal(7, 2)),
            ("jobs", pl.Int32),
            ("percent_change", pl.Decimal(6, 1)),
            ("employment_change", pl.Int32),
        )
        for name, kind in ((figure, figure_kind), (f"{figure}_missing", pl.Int16))
    },
    "growth_word": pl.String,
    **dict.fromkeys(CATEGORIES, pl.Int16),
}
TABLES: Mapping[str, Schema] = {
    "profiles": dict.fromkeys(("title", "handbook_code"), pl.String),
    "coverage": dict.fromkeys(("profile", "code"), pl.String),
    "similar": dict.fromkeys(("profile", "similar"), pl.String),
    "quick-facts": {"profile": pl.String, **FACTS},
    "industry-shares": {
        **dict.fromkeys(("profile", "code", "industry_title"), pl.String), "share": pl.Decimal(5, 2),
    },
    "medians": {
        **dict.fromkeys(("profile", "code", "period", "basis", "industry_title"), pl.String),
        "median": pl.Decimal(9, 2), "floor": pl.Decimal(9, 2),
    },
}  # fmt: skip


def frames(release: Release) -> dict[str, pl.DataFrame]:
    """What is loaded of the release, as tables of the bundle. What an editor changed of a coverage is not in it."""
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
    facts = {fact.profile_id: fact for fact in release.quick_facts.all()}
    profiles = Profile.objects.filter(release=release).prefetch_related("occupations", "similar")
    for profile in profiles.order_by("title"):
        fact = facts.get(profile.pk)
        said = fact.as_published if fact else {}
        codes = said.get(CODES) or [occupation.code for occupation in profile.occupations.all()]
        similar = said.get(SIMILAR) or [other.title for other in profile.similar.order_by("title")]
        rows["profiles"].append((profile.title, said.get("occupation_code", "")))
        rows["coverage"] += [(profile.title, code) for code in codes]
        rows["similar"] += [(profile.title, other) for other in similar]
        if fact:
            rows["quick-facts"].append((profile.title, *(getattr(fact, name) for name in FACTS)))
    rows["industry-shares"] = list(_shares(release))
    rows["medians"] = list(
        release.profile_wages.order_by(
            "profile__title", "occupation__code", "basis", "-median", "industry_title"
        ).values_list(
            "profile__title",
            "occupation__code",
            "reference_period",
            "basis",
            "industry_title",
            "median",
            "floor",
        )
    )
    return {name: pl.DataFrame(rows[name], schema=schema, orient="row") for name, schema in TABLES.items()}


def _shares(release: Release) -> Iterator[tuple[Any, ...]]:
    """The shares with the profile whose page states them, which one occupation's own share doesn't name."""
    alone = dict(
        Profile.objects.filter(release=release).values_list("occupations__id", "title").order_by("-title")
    )
    for share in release.industry_shares.select_related("profile", "occupation").order_by(
        "profile__title", "occupation__code", "-share", "industry_title"
    ):
        occupation = share.occupation
        yield (
            share.profile.title if share.profile else alone[share.occupation_id],
            occupation.code if occupation else None,
            share.industry_title or SELF_EMPLOYED,
            share.share,
        )


def store(entry: Entry, tables: dict[str, pl.DataFrame], options: Options, progress: Progress) -> Loaded:
    """Check and write the tables. Raises InputRefusedError."""
    occupations = known_occupations()
    problems = Problems()
    part = next(part.name for part in entry.parts if part.table == "profiles")
    for table in TABLES.keys() - {"profiles"}:
        unknown = set(tables[table]["profile"]) - set(tables["profiles"]["title"])
        for title in sorted(unknown):
            problems.add(f"there is no profile {title!r}", file=part)
    rows = _profiles(tables)
    checks.rows(rows, occupations.keys(), part, problems)
    problems.refuse()
    ids = {code: pk for code, (pk, _) in occupations.items()}
    content = EditionRows(round_of(entry.label), entry.published_on, rows, with_texts=False)
    return write(content, ids, options, progress)


def _profiles(tables: dict[str, pl.DataFrame]) -> list[ProfileRow]:
    coverage = _by_profile(tables["coverage"])
    similar = _by_profile(tables["similar"])
    facts = _by_profile(tables["quick-facts"])
    shares = _by_profile(tables["industry-shares"])
    medians = _by_profile(tables["medians"])
    return [
        ProfileRow(
            title=title,
            line=line,
            codes=[row["code"] for row in coverage[title]],
            similar=[row["similar"] for row in similar[title]],
            handbook_code=handbook_code,
            facts=next(iter(facts[title]), None),
            shares=[(row["code"], Share(row["industry_title"], row["share"])) for row in shares[title]],
            wages=[
                (
                    row["code"],
                    Medians(title, row["period"], row["basis"], []),
                    Wage(row["industry_title"], row["median"], row["floor"]),
                )
                for row in medians[title]
            ],
        )
        for line, (title, handbook_code) in enumerate(tables["profiles"].iter_rows(), start=1)
    ]


def _by_profile(table: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table.iter_rows(named=True):
        rows[row.pop("profile")].append(row)
    return rows
