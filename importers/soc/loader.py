"""Loads SOC 2018: occupations with their places, their direct-match titles, and their definitions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from importers.code_systems import SOC, ensure_code_system, ensure_combination_occupations
from importers.completeness import check_row_count
from importers.copying import copy_frame
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems
from importers.runs import Loaded, Options
from importers.soc import checks, reader
from occupations.models import AlternateTitle, Description, Occupation
from occupations.titles import sentence_case

LABEL = "SOC 2018"
REFERENCE_PERIOD = "Reference years 2018 and later"
# 82 FR 56271, the notice of the final decisions.
PUBLISHED_ON = dt.date(2017, 11, 28)

KINDS = (AlternateTitle.Kind.DIRECT_MATCH, AlternateTitle.Kind.ILLUSTRATIVE)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load the structure, the direct-match titles, the definitions, or any of them together."""
    progress.step("Reading the SOC workbooks")
    content = reader.read(files)
    problems = Problems()
    occupations = None if content.structure is None else checks.occupations(content.structure, problems)
    problems.refuse()
    titles, definitions = None, None
    if content.titles is not None:
        titles = checks.alternate_titles(content.titles, known_codes(occupations), problems)
    if content.definitions is not None:
        definitions = checks.definitions(content.definitions, known_codes(occupations), problems)
    problems.refuse()
    loaded = write(occupations, titles, options, progress, definitions)
    read = (content.structure, content.titles, content.definitions)
    loaded.rows_read = sum(frame.height for frame in read if frame is not None)
    loaded.notes = content.notes
    return loaded


def known_codes(occupations: pl.DataFrame | None) -> set[str]:
    """The codes that titles and definitions may have: those being loaded, or else those that are there."""
    if occupations is not None:
        return set(occupations["code"])
    return set(Occupation.objects.filter(system__slug=SOC).values_list("code", flat=True))


def write(
    occupations: pl.DataFrame | None,
    titles: pl.DataFrame | None,
    options: Options,
    progress: Progress,
    definitions: pl.DataFrame | None = None,
) -> Loaded:
    """Write frames of `checks.OCCUPATIONS`, `checks.ALTERNATE_TITLES` and `checks.DEFINITIONS`.

    None leaves what is there. Raises InputRefusedError if any is much shorter than what is loaded.
    """
    release = official_release("soc", LABEL, REFERENCE_PERIOD, PUBLISHED_ON, options)
    loaded = Loaded(release)
    titles_there = release.alternate_titles.filter(kind__in=KINDS)
    problems = Problems()
    if occupations is not None:
        before = Occupation.objects.filter(system__slug=SOC, is_retired=False).count()
        check_row_count("occupations", occupations.height, before, options.force, problems)
    if titles is not None:
        check_row_count("direct-match titles", titles.height, titles_there.count(), options.force, problems)
    if definitions is not None:
        before = release.descriptions.count()
        check_row_count("definitions", definitions.height, before, options.force, problems)
    problems.refuse()
    if occupations is not None:
        progress.step("Writing occupations")
        write_occupations(occupations)
        loaded.parts += ("structure",)
        loaded.counts["occupations and groups"] = occupations.height
    ids = dict(Occupation.objects.filter(system__slug=SOC).values_list("code", "id"))
    keys = {
        "occupation_id": pl.col("code").replace_strict(ids, return_dtype=pl.Int64),
        "release_id": pl.lit(release.pk),
    }
    if titles is not None:
        progress.step("Writing direct-match titles")
        titles_there.delete()
        copy_frame(AlternateTitle, titles.select("kind", "title", **keys))
        loaded.parts += ("titles",)
        loaded.counts["direct-match titles"] = titles.height
    if definitions is not None:
        progress.step("Writing definitions")
        release.descriptions.all().delete()
        copy_frame(Description, definitions.select("text", **keys))
        loaded.parts += ("definitions",)
        loaded.counts["definitions"] = definitions.height
    loaded.rows_written = sum(loaded.counts.values())
    make_ready(release)
    return loaded


def write_occupations(occupations: pl.DataFrame) -> None:
    """Make or bring up to date; a code that is not in the file any more is retired, never deleted."""
    system = ensure_code_system(SOC)
    ids: dict[str | None, int | None] = {None: None}
    for level in sorted(set(occupations["level"])):
        rows = occupations.filter(pl.col("level") == level)
        made = Occupation.objects.bulk_create(
            (
                Occupation(
                    system=system,
                    code=row["code"],
                    title=row["title"],
                    sentence_title=sentence_case(row["title"]),
                    level=row["level"],
                    parent_id=ids[row["parent"]],
                    is_residual=row["is_residual"],
                )
                for row in rows.iter_rows(named=True)
            ),
            update_conflicts=True,
            unique_fields=["system", "code"],
            update_fields=["title", "sentence_title", "level", "parent", "is_residual", "is_retired"],
        )
        ids |= {occupation.code: occupation.pk for occupation in made}
    Occupation.objects.filter(system=system).exclude(code__in=[code for code in ids if code]).update(
        is_retired=True
    )
    ensure_combination_occupations()
