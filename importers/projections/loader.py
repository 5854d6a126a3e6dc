"""Loads a round of the Employment Projections, and the lay titles that come with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from importers.code_systems import SOC_2010, SYSTEMS, ensure_combination_occupations
from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.progress import Progress
from importers.projections import checks, reader
from importers.projections.factor_rows import write_factors
from importers.projections.factors import factors
from importers.projections.rounds import DAY_NOT_KNOWN, FIRST_IN_SOC_2018, PUBLISHED_ON, Round
from importers.projections.soc_2010 import occupation_ids_2010
from importers.projections.stored import NOT_STATED, beside_workbook, has_workbook, stored_rows
from importers.releases import check_label, make_ready, official_release
from importers.report import Problems, refuse
from importers.runs import Loaded, Options
from occupations.carried import carry
from occupations.choices import KnownTo
from occupations.growth_words import set_growth_words
from occupations.models import AlternateTitle, Occupation, Projection, Release
from occupations.outlook import growth_word


@dataclass(frozen=True)
class RoundRows:
    """A round ready to be written: frames of `checks.PROJECTIONS` and, unless unknown, `checks.LAY_TITLES` and
    `factors.FACTORS`, with the publisher's sentences or without.

    `is_web_alone` says that the rows are the web table's, without the workbook.
    """

    round: Round
    rows: pl.DataFrame
    lay_titles: pl.DataFrame | None
    factors: pl.DataFrame | None = None
    is_web_alone: bool = False


# What a reader must know of a round that states no experience, no training and no self-employed.
EXTRACT_NOTE = (
    "Read from a public copy of BLS’s table 1.2, not from BLS’s own workbook. The copy has no work experience, no"
    " training and no share of self-employed: these are shown as the round before has them. Its totals, changes and"
    " percents agree with each other. The day of publication is not known here. BLS’s workbook, once loaded, takes its"
    " place."
)


def split(files: Sequence[Path], _options: Options) -> list[list[Path]]:
    """The files by round, the oldest first, so that a folder with several rounds can be given.

    Raises InputRefusedError with what is wrong with any of the files.
    """
    groups: dict[str, dict[Path, None]] = defaultdict(dict)
    for content in reader.read(files):
        groups[content.round.label][content.path] = None
    return [list(group) for _, group in sorted(groups.items())]


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the workbook of a round, its web table, or both together."""
    progress.step("Reading the projections")
    content = reader.read(files)
    rounds = {source.round for source in content}
    if len(rounds) > 1:
        labels = ", ".join(sorted(found.label for found in rounds))
        raise refuse(f"these are files of several rounds ({labels}); load one round at a time")
    (found,) = rounds
    check_label(found.label, options)
    problems = Problems()
    ids, coded_in = occupation_ids(), "SOC 2018 or of OEWS"
    if found.base_year < FIRST_IN_SOC_2018:
        ids, coded_in = occupation_ids_2010(content, problems), "SOC 2010"
    rows = checks.projections(content, ids.keys(), problems, coded_in)
    titles = checks.lay_titles(content, problems)
    tables = [source.factors for source in content if source.factors is not None]
    why = pl.concat([factors(table, ids.keys(), problems) for table in tables]) if tables else None
    problems.refuse()
    is_web_alone = all(source.layout == "web" for source in content)
    loaded = write(RoundRows(found, rows, titles, why, is_web_alone), ids, options, progress)
    loaded.rows_read = sum(source.rows.height for source in content) + (0 if why is None else why.height)
    layouts = {source.layout for source in content}
    if "workbook" in layouts:
        there = {"occupational separations and openings": "separations" in layouts,
                 "factors affecting occupational utilization": bool(tables)}  # fmt: skip
        loaded.notes += [
            f"the workbook has no table of {what}" for what, is_there in there.items() if not is_there
        ]
    return loaded


def occupation_ids() -> dict[str, int]:
    """Every code that a projection from 2019–29 on can have, and the occupation it means.

    Raises InputRefusedError if SOC 2018 is not loaded.
    """
    ensure_combination_occupations()
    systems = [slug for slug, facts in SYSTEMS.items() if facts.subject == "occupations" and slug != SOC_2010]
    return dict(Occupation.objects.filter(system__slug__in=systems).values_list("code", "id"))


def write(content: RoundRows, ids: dict[str, int], options: Options, progress: Progress) -> Loaded:
    """Write the round in the place of what it had; lay titles that aren't known leave those that are there.

    Raises InputRefusedError if the round has lost rows.
    """
    found, rows, titles = content.round, content.rows, content.lay_titles
    release = official_release(
        "projections", found.label, found.reference_period, PUBLISHED_ON.get(found.label), options,
        known_to=KnownTo.YEAR if found.label in DAY_NOT_KNOWN else KnownTo.DAY,
    )  # fmt: skip
    problems, notes = Problems(), []
    stored = stored_rows(release)
    if content.is_web_alone and has_workbook(stored):
        assigned = stored.filter(pl.col("entry_education").is_not_null()).height
        check_row_count("occupations of the web table", rows.height, assigned, options.force, problems)
        given, rows = rows.height, beside_workbook(rows, stored, options.force, problems)
        notes.append(
            "the workbook that is loaded stands: the self-employed, and what only it has,"
            f" {rows.height - given:,} groups and occupations"
        )
    check_row_count("occupations", rows.height, release.projections.count(), options.force, problems)
    problems.refuse()
    progress.step(f"Writing {found.label}")
    release.projections.all().delete()
    copy_frame(Projection, _projection_columns(found, release, rows, ids))
    release.note = (
        EXTRACT_NOTE if (rows["training_missing"] == NOT_STATED).fill_null(value=False).all() else ""
    )
    release.save(update_fields=["note"])
    loaded = Loaded(
        release, parts=("projections",), counts={"occupations and groups": rows.height}, notes=notes
    )
    if titles is not None:
        release.alternate_titles.filter(kind=AlternateTitle.Kind.LAY).delete()
        copy_frame(
            AlternateTitle,
            titles.select(
                occupation_id=pl.col("code").replace_strict(ids, return_dtype=pl.Int64),
                release_id=pl.lit(release.pk),
                kind=pl.lit(str(AlternateTitle.Kind.LAY)),
                title="title",
            ),
        )
        loaded.parts += ("lay titles",)
        loaded.counts["lay titles"] = titles.height
    if content.factors is not None:
        loaded.parts += ("factors",)
        loaded.counts["reasons for growth and decline"] = write_factors(release, content.factors, ids)
    loaded.rows_written = sum(loaded.counts.values())
    make_ready(release)
    # The Handbook of the round may have been loaded before.
    set_growth_words(found.label)
    if carried := carry(found.base_year):
        loaded.notes.append(
            f"experience, training and self-employed as in the round before: {carried:,} rows"
        )
    carry(found.base_year + 1)
    return loaded


def _projection_columns(
    found: Round, release: Release, rows: pl.DataFrame, ids: dict[str, int]
) -> pl.DataFrame:
    words = [growth_word(found.label, percent) for percent in rows["percent_change"]]
    return rows.select(
        pl.lit(release.pk).alias("release_id"),
        pl.col("code").replace_strict(ids, return_dtype=pl.Int64).alias("occupation_id"),
        pl.lit(found.base_year).alias("base_year"),
        pl.lit(found.target_year).alias("target_year"),
        pl.exclude("code"),
        pl.Series("growth_word", [word for word, _ in words], dtype=pl.String),
        pl.Series("growth_word_basis", [basis for _, basis in words], dtype=pl.String),
    )
