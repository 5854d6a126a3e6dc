"""Loads an edition of the Occupational Outlook Handbook: profiles, and the figures stated in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from importers.code_systems import NAICS, OEWS_INDUSTRIES, SOC, ensure_combination_occupations
from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.industry_titles import TITLES, industries_by_title, spelled
from importers.ooh import checks, reader
from importers.ooh.checks import ProfileRow
from importers.ooh.figures import SELF_EMPLOYED, Medians, Share, Wage
from importers.ooh.texts import CODES, SIMILAR, slug_of, write_profiles
from importers.progress import Progress
from importers.projections.rounds import Round
from importers.releases import check_label, make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from importers.soc.combinations import CURRENT
from occupations.growth_words import set_growth_words
from occupations.models import (
    Industry,
    IndustryShare,
    MissingReason,
    Occupation,
    Profile,
    ProfileWage,
    QuickFacts,
    Release,
)

# The columns of the tables in the database that are filled from here.
SHARES: dict[str, Any] = {
    **dict.fromkeys(("release_id", "profile_id", "occupation_id", "industry_id"), pl.Int64),
    **dict.fromkeys(("industry_title", "class_of_worker", "denominator"), pl.String),
    "share": pl.Decimal(5, 2),
}
WAGES: dict[str, Any] = {
    **dict.fromkeys(("release_id", "profile_id", "occupation_id", "industry_id"), pl.Int64),
    **dict.fromkeys(("industry_title", "reference_period", "basis"), pl.String),
    "median": pl.Decimal(9, 2),
    "median_missing": pl.Int16,
    "floor": pl.Decimal(9, 2),
}
# The part of an edition that is loaded without its texts.
FACTS = "facts"


@dataclass(frozen=True)
class EditionRows:
    """An edition ready to be written; `with_texts` is whether the rows have their sections."""

    edition: Round
    published_on: dt.date
    rows: Sequence[ProfileRow]
    with_texts: bool = True


@dataclass(frozen=True)
class Keys:
    """What the rows of an edition point at: profiles by slug, occupations by code, industries by title."""

    release: Release
    profiles: Mapping[str, Profile]
    occupations: Mapping[str, int]
    industries: Mapping[str, int]


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the XML compilation of one edition."""
    progress.step("Reading the Handbook")
    handbook = reader.read(files)
    edition = Round(handbook.base_year, handbook.target_year)
    check_label(edition.label, options)
    occupations = known_occupations()
    problems = Problems()
    counts: Counter[str] = Counter()
    rows = checks.profiles(
        handbook, {code: title for code, (_, title) in occupations.items()}, counts, problems
    )
    problems.refuse()
    ids = {code: pk for code, (pk, _) in occupations.items()}
    loaded = write(EditionRows(edition, handbook.last_updated, rows), ids, options, progress)
    loaded.rows_read = len(rows)
    loaded.counts |= counts
    if handbook.unread:
        unread = ", ".join(f"{tag} ({count})" for tag, count in sorted(handbook.unread.items()))
        loaded.notes.append(f"Elements that are not read: {unread}.")
    return loaded


def write(content: EditionRows, ids: Mapping[str, int], options: Options, progress: Progress) -> Loaded:
    """Write the edition: its figures in the place of those it had, its texts beside what editors changed.

    Raises InputRefusedError if the edition has lost profiles.
    """
    edition, rows = content.edition, content.rows
    release = official_release("ooh", edition.label, edition.reference_period, content.published_on, options)
    problems = Problems()
    check_row_count("profiles", len(rows), release.quick_facts.count(), options.force, problems)
    problems.refuse()
    loaded = Loaded(release, parts=() if content.with_texts else (FACTS,))
    progress.step(f"Writing the edition {edition.label}")
    profiles = write_profiles(rows, release, ids, loaded, with_texts=content.with_texts)
    write_figures(rows, release, profiles, ids, loaded)
    make_ready(release)
    loaded.counts["growth words published for one occupation"] = set_growth_words(edition.label)
    loaded.rows_written = sum(
        loaded.counts[name] for name in ("profiles", "quick facts", "industry shares", "medians by industry")
    ) + sum(loaded.counts.get(name, 0) for name in ("new sections", "sections brought up to date"))
    return loaded


def known_occupations() -> dict[str, tuple[int, str]]:
    """The occupations that a profile may cover, by code: id and title.

    Raises InputRefusedError if SOC 2018 is not loaded.
    """
    ensure_combination_occupations()
    rows = Occupation.objects.filter(system__slug__in=(SOC, CURRENT)).exclude(level=Occupation.Level.ONET)
    return {code: (pk, title) for code, pk, title in rows.values_list("code", "id", "title")}


def write_figures(
    rows: Sequence[ProfileRow],
    release: Release,
    profiles: Mapping[str, Profile],
    ids: Mapping[str, int],
    loaded: Loaded,
) -> None:
    """Put the figures of the edition in the place of what the release had."""
    industries = {
        code: (pk, title)
        for code, pk, title in Industry.objects.filter(system__slug__in=(NAICS, OEWS_INDUSTRIES)).values_list(
            "code", "id", "title"
        )
    }
    meant = industries_by_title((code, title) for code, (_, title) in industries.items())
    industry_ids = {title: industries[code][0] for title, code in meant.items()}
    keys = Keys(release, profiles, ids, industry_ids)
    for rows_before in (release.quick_facts, release.industry_shares, release.profile_wages):
        rows_before.all().delete()
    facts = QuickFacts.objects.bulk_create(
        _quick_facts(row, release, profiles[slug_of(row.title)]) for row in rows if row.facts is not None
    )
    shares = [_share(row, whose, share, keys) for row in rows for whose, share in row.shares]
    wages = [_wage(row, whose, table, wage, keys) for row in rows for whose, table, wage in row.wages]
    loaded.counts |= {
        "quick facts": len(facts),
        "industry shares": copy_frame(IndustryShare, pl.DataFrame(shares, schema=SHARES)),
        "medians by industry": copy_frame(ProfileWage, pl.DataFrame(wages, schema=WAGES)),
    }
    _report_titles(rows, industry_ids, loaded)


def _quick_facts(row: ProfileRow, release: Release, profile: Profile) -> QuickFacts:
    said = row.as_published | {CODES: row.codes, SIMILAR: row.similar}
    if row.handbook_code:
        said["occupation_code"] = row.handbook_code
    return QuickFacts(release=release, profile=profile, as_published=said, **(row.facts or {}))


def _share(row: ProfileRow, code: str | None, share: Share, keys: Keys) -> dict[str, Any]:
    own = share.industry_title == SELF_EMPLOYED
    denominator = IndustryShare.Denominator
    return {
        "release_id": keys.release.pk,
        "profile_id": None if code else keys.profiles[slug_of(row.title)].pk,
        "occupation_id": keys.occupations[code] if code else None,
        "industry_id": None if own else keys.industries.get(spelled(share.industry_title)),
        "industry_title": "" if own else share.industry_title,
        "class_of_worker": IndustryShare.ClassOfWorker.SELF_EMPLOYED.value if own else "",
        "share": share.share,
        "denominator": (denominator.OCCUPATION_JOBS if code else denominator.PROFILE_JOBS).value,
    }


def _wage(row: ProfileRow, code: str | None, table: Medians, wage: Wage, keys: Keys) -> dict[str, Any]:
    missing = None
    if wage.median is None:
        missing = (MissingReason.NOT_RELEASED if wage.floor is None else MissingReason.TOP_CODED).value
    return {
        "release_id": keys.release.pk,
        "profile_id": keys.profiles[slug_of(row.title)].pk,
        "occupation_id": keys.occupations[code] if code else None,
        "industry_id": keys.industries.get(spelled(wage.industry_title)),
        "industry_title": wage.industry_title,
        "reference_period": table.period,
        "basis": table.basis,
        "median": wage.median,
        "median_missing": missing,
        "floor": wage.floor,
    }


def _report_titles(rows: Sequence[ProfileRow], industry_ids: Mapping[str, int], loaded: Loaded) -> None:
    """Say which titles name no single industry, and which only one that isn't loaded."""
    titles = {share.industry_title for row in rows for _, share in row.shares}
    titles |= {wage.industry_title for row in rows for _, _, wage in row.wages}
    titles -= {SELF_EMPLOYED}
    alone = {title for title in titles if spelled(title) not in industry_ids}
    waiting = sorted(alone & TITLES.keys())
    loaded.counts["industry titles"] = len(titles)
    loaded.counts["industry titles that name one industry"] = len(titles - alone)
    if waiting:
        loaded.notes.append(
            f"Industries of OEWS that are not loaded ({'; '.join(waiting)}): kept by title."
            " Load oews, then this file again with --force."
        )
    if rest := sorted(alone - TITLES.keys()):
        loaded.notes.append(f"Kept by title, as they name no single industry: {'; '.join(rest)}.")
