"""Loads exports of the National Employment Matrix as shares, each export a part of its release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db.models import Q

from importers.code_systems import NAICS, OEWS_INDUSTRIES
from importers.completeness import check_row_count
from importers.industry_titles import industries_by_title
from importers.matrix import checks, reader
from importers.matrix.checks import Cell, Known
from importers.progress import Progress
from importers.projections.loader import occupation_ids
from importers.projections.rounds import PUBLISHED_ON
from importers.releases import check_label, make_ready, official_release
from importers.report import Problems, refuse
from importers.runs import Loaded, Options
from occupations.models import Industry, IndustryShare, Release

Denominator = IndustryShare.Denominator


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load exports of one round, by industry and by occupation, in whatever number."""
    progress.step("Reading the matrix")
    content = reader.read(files)
    rounds = {export.round for export in content}
    if len(rounds) > 1:
        labels = ", ".join(sorted(found.label for found in rounds))
        raise refuse(f"these are files of several rounds ({labels}); load one round at a time")
    (found,) = rounds
    check_label(str(found.base_year), options)
    ids = occupation_ids()
    industries = Industry.objects.filter(system__slug__in=(NAICS, OEWS_INDUSTRIES))
    industry_ids = dict(industries.values_list("code", "id"))
    titles = dict(industries.values_list("code", "title"))
    problems = Problems()
    known = Known(set(ids), titles, industries_by_title(titles.items()))
    parts = checks.cells(content, known, problems)
    problems.refuse()
    release = official_release(
        "matrix",
        str(found.base_year),
        f"{found.base_year}, projected to {found.target_year}",
        PUBLISHED_ON.get(found.label),
        options,
    )
    progress.step(f"Writing the matrix of {found.base_year}")
    loaded = Loaded(release, rows_read=sum(export.rows.height for export in content), parts=tuple(parts))
    rows: dict[tuple[Any, ...], IndustryShare] = {}
    levels: dict[tuple[Any, ...], int] = {}
    for export in content:
        cells = parts[export.part]
        there = release.industry_shares.filter(_of_part(cells[0], export.subject, ids, industry_ids))
        check_row_count(f"shares of {export.part}", 2 * len(cells), there.count(), options.force, problems)
        # An industry's export and an occupation's have the same figures for the cell where they meet, but only an
        # occupation's says where the industry stands among the others.
        levels |= {_key(row): row.display_level for row in there if row.display_level is not None}
        there.delete()
        for cell in cells:
            for row in _shares(cell, release, ids, industry_ids):
                if cell.level is not None:
                    levels[_key(row)] = cell.level
                rows[_key(row)] = row
    for key, row in rows.items():
        row.display_level = levels.get(key)
    problems.refuse()
    IndustryShare.objects.bulk_create(rows.values(), batch_size=1000)
    alone = {row.industry_title for row in rows.values() if row.industry_id is None and row.industry_title}
    loaded.rows_written = len(rows)
    loaded.counts = {
        "exports": len(content),
        "shares": len(rows),
        "industries named by title alone": len(alone),
    }
    if alone:
        loaded.notes.append(
            f"Kept by title, as they name no single industry of ours: {'; '.join(sorted(alone))}."
        )
    make_ready(release)
    return loaded


def _of_part(cell: Cell, subject: str, ids: dict[str, int], industry_ids: dict[str, int]) -> Q:
    """The shares that the part has had before."""
    if subject == "occupation":
        return Q(occupation=ids[cell.occupation])
    if cell.industry.class_of_worker:
        return Q(class_of_worker=cell.industry.class_of_worker)
    return Q(industry=industry_ids[cell.industry.code or ""])


def _shares(
    cell: Cell, release: Release, ids: dict[str, int], industry_ids: dict[str, int]
) -> Iterator[IndustryShare]:
    """The two shares of a cell; the jobs stand beside the share of the occupation's."""
    figures, industry = cell.figures, cell.industry
    for denominator, of in (
        (Denominator.OCCUPATION_JOBS, "occupation"),
        (Denominator.INDUSTRY_JOBS, "industry"),
    ):
        jobs = (
            {
                "employment": figures["base_employment"],
                "target_employment": figures["target_employment"],
                "employment_change": figures["employment_change"],
                "percent_change": figures["percent_change"],
            }
            if of == "occupation"
            else {}
        )
        yield IndustryShare(
            release=release,
            occupation_id=ids[cell.occupation],
            industry_id=industry_ids[industry.code] if industry.code else None,
            industry_title=industry.title,
            class_of_worker=industry.class_of_worker,
            denominator=denominator,
            share=cell.share("base", of),
            target_share=cell.share("target", of),
            **jobs,
        )


def _key(row: IndustryShare) -> tuple[Any, ...]:
    title = "" if row.industry_id else row.industry_title
    return (row.occupation_id, row.industry_id, title, row.class_of_worker, row.denominator)
