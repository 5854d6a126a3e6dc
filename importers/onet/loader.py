"""Loads a release of the O*NET database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl
from django.db.models import Count, Q, QuerySet

from importers.code_systems import ONET_SOC, SOC
from importers.completeness import check_row_count, looks_incomplete
from importers.copying import copy_frame, keys_checked_at_once
from importers.onet import checks, reader
from importers.onet.layouts import LAYOUTS
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import Problems, refuse
from importers.runs import Loaded, Options
from occupations.choices import KnownTo
from occupations.models import (
    AlternateTitle,
    ContextCategory,
    Description,
    EducationShare,
    Element,
    EmergingTask,
    JobZone,
    Occupation,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    TaskRating,
    Technology,
)
from occupations.release_parts import HALVES, SKILLS, onet_by_part

Check = Callable[[pl.DataFrame, Collection[str], Problems], pl.DataFrame]
Model = type[
    AlternateTitle
    | Description
    | EducationShare
    | EmergingTask
    | JobZone
    | Rating
    | RelatedOccupation
    | Task
    | TaskRating
    | Technology
]


@dataclass(frozen=True)
class Part:
    """A part of a release: the rows of a model that a load replaces as a whole."""

    model: Model
    scope: Mapping[str, str]


@dataclass(frozen=True)
class ReleaseRows:
    """A release ready to be written: some of `PARTS`, each as its check returns it.

    `published_on` is the first day of the month in which the release came out, where that is known.
    """

    label: str
    reference_period: str
    published_on: dt.date | None
    parts: Mapping[str, pl.DataFrame]


# The ratings' parts are named by their domains.
PARTS: Mapping[str, Part] = {
    "interests": Part(Rating, {"element__domain": "interest"}),
    "work styles": Part(Rating, {"element__domain": "work-style"}),
    # Two files since 30.3; half of them would pass for all.
    "essential skills": Part(Rating, {"element__code__startswith": "2.A."}),
    "transferable skills": Part(Rating, {"element__code__startswith": "2.B."}),
    "knowledge": Part(Rating, {"element__domain": "knowledge"}),
    "abilities": Part(Rating, {"element__domain": "ability"}),
    "work activities": Part(Rating, {"element__domain": "work-activity"}),
    "work context": Part(Rating, {"element__domain": "work-context"}),
    "work values": Part(Rating, {"element__domain": "work-value"}),
    "job zones": Part(JobZone, {}),
    "education": Part(EducationShare, {}),
    "tasks": Part(Task, {}),
    "task ratings": Part(TaskRating, {}),
    "emerging tasks": Part(EmergingTask, {}),
    "technologies": Part(Technology, {}),
    "related occupations": Part(RelatedOccupation, {}),
    "alternate titles": Part(AlternateTitle, {"kind": AlternateTitle.Kind.ALTERNATE}),
    "reported titles": Part(AlternateTitle, {"kind": AlternateTitle.Kind.REPORTED}),
    "descriptions": Part(Description, {}),
}
CHECKS: Mapping[str, Check] = {
    "ratings": checks.ratings,
    "words of answers": checks.words_of_answers,
    "job zones": checks.job_zones,
    "names of job zones": checks.zone_names,
    "education": checks.education,
    "tasks": checks.tasks,
    "task ratings": checks.task_ratings,
    "emerging tasks": checks.emerging_tasks,
    "technologies": checks.technologies,
    "related occupations": checks.related,
    "alternate titles": checks.alternate_titles,
    "reported titles": checks.reported_titles,
    "descriptions": checks.descriptions,
}
assert CHECKS.keys() == {layout.table or table for table, layout in LAYOUTS.items()}
# More codes than this that the taxonomy lacks are another taxonomy, fewer are mistakes to be named one by one.
MOST_UNKNOWN = 20
NOT_KEPT = (
    "Of the rows kept these columns are not: bounds of confidence, dates, who was asked about education and how many"
    " answered, how many answered about tasks, sources of titles, and what My Next Move shows."
)


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load whatever tables of a release the files hold; those that they don't hold are left as they are."""
    progress.step("Reading the O*NET database")
    content = reader.read(files)
    label, options = _release_label(content, options)
    reader.check_age(label)
    ids = occupation_ids()
    progress.step("Checking")
    _check_taxonomy(content, ids)
    problems = Problems()
    rows = {table: CHECKS[table](frame, ids.keys(), problems) for table, frame in content.tables.items()}
    problems.refuse()
    names, answers = rows.pop("names of job zones", None), rows.pop("words of answers", None)
    if (zones := rows.get("job zones")) is not None:
        rows["job zones"] = checks.spanning(zones, names, label)
    period = _period(label, content.month or options.published_on)
    loaded = write(ReleaseRows(label, period, content.month, parts_of(rows)), ids, options, progress)
    if answers is not None and answers.height:
        _write_answers(answers)
        loaded.counts["answers about work context"] = answers.height
    loaded.rows_read = sum(frame.height for frame in content.tables.values())
    loaded.counts |= _not_kept(content.tables)
    loaded.notes += _notes(content, rows, label)
    if loaded.release is not None and loaded.release.fragments:
        loaded.notes.append(
            "Here for far fewer occupations than in an earlier release, which lists go on reading:"
            f" {', '.join(loaded.release.fragments)}."
        )
    return loaded


def _period(label: str, month: dt.date | None) -> str:
    """The release in words; a single file of one that is there, without a Read Me, leaves its month as it is."""
    if month is not None:
        return f"Database version {label}, {month:%B %Y}"
    stored = Release.objects.official().filter(source__slug="onet", label=label)
    return stored.values_list("reference_period", flat=True).first() or f"Database version {label}"


def _check_taxonomy(content: reader.OnetFiles, ids: Mapping[str, int]) -> None:
    """Refuse files that are coded by another list of occupations, in a sentence instead of a line for each code."""
    codes = {code for frame in content.tables.values() if "code" in frame.columns for code in frame["code"]}
    unknown = sorted(code for code in codes - ids.keys() if code)
    if len(unknown) > max(MOST_UNKNOWN, len(codes) / 50):
        raise refuse(
            f"{len(unknown):,} of {len(codes):,} occupation codes, such as {unknown[0]}, are not in O*NET-SOC 2019. A"
            " release before 25.1 (November 2020) is too old: it is coded by an earlier list"
        )


def occupation_ids() -> dict[str, int]:
    """The occupation of each O*NET-SOC code: for `.00` the SOC occupation itself.

    Raises InputRefusedError if the taxonomy is not loaded.
    """
    onet = dict(Occupation.objects.filter(system__slug=ONET_SOC).values_list("code", "id"))
    if not onet:
        raise refuse("O*NET-SOC is not loaded; load it first: manage.py load onet-soc PATH…")
    detailed = Occupation.objects.filter(system__slug=SOC, level=Occupation.Level.DETAILED)
    return {f"{code}.00": pk for code, pk in detailed.values_list("code", "id")} | onet


def parts_of(rows: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The checked tables by `PARTS`: ratings divided by domain, nothing for what has no rows."""
    parts = {table: frame for table, frame in rows.items() if table in PARTS}
    if (ratings := rows.get("ratings")) is not None:
        for name, part in PARTS.items():
            if part.model is Rating:
                parts[name] = ratings.filter(rated_in(part))
    return {name: frame for name, frame in parts.items() if frame.height}


def rated_in(part: Part) -> pl.Expr:
    """Whether a row of ratings, by its `domain` and `element`, is of the part."""
    if begins := part.scope.get("element__code__startswith"):
        return pl.col("element").str.starts_with(begins)
    return pl.col("domain") == part.scope["element__domain"]


def write(content: ReleaseRows, ids: Mapping[str, int], options: Options, progress: Progress) -> Loaded:
    """Write the parts in the place of those that the release has; others stay. The releases say which of them has it.

    Raises InputRefusedError if there is nothing to write, or if a part is much shorter than what is loaded.
    """
    parts = content.parts
    if not parts:
        raise refuse("the files have no row that is kept here")
    release = official_release(
        "onet", content.label, content.reference_period, content.published_on, options, known_to=KnownTo.MONTH
    )
    problems = Problems()
    for name, frame in parts.items():
        check_row_count(
            f"rows of {name}", frame.height, _rows(release, name).count(), options.force, problems
        )
    problems.refuse()
    models = {PARTS[name].model for name in parts} if options.is_new_site else set()
    with keys_checked_at_once(models):
        for name, frame in parts.items():
            progress.step(f"Writing {name}")
            _rows(release, name).delete()
            copy_frame(PARTS[name].model, _columns(name, frame, ids, release))
    _note_parts(release, parts.keys())
    make_ready(release)
    counts = {name: frame.height for name, frame in parts.items()}
    return Loaded(release, rows_written=sum(counts.values()), parts=tuple(parts), counts=counts)


def _note_parts(release: Release, names: Collection[str]) -> None:
    """Note in the releases which of them have the parts, and which of them for far fewer occupations than another.

    Whatever the order in which they were loaded: a fragment is one beside the release that has the most.
    """
    read = Q(pk=release.pk) | Q(state=Release.State.READY)
    every = list(Release.objects.official().filter(read, source=release.source))
    for name in names:
        part = PARTS[name]
        if not any(name in (*other.parts, *other.fragments) for other in every if other != release):
            own = next(other for other in every if other == release)
            own.parts, own.fragments = [*{*own.parts, name}], [*{*own.fragments} - {name}]
            continue
        rows = part.model.objects.filter(release__in=every, **part.scope).order_by()
        counts = dict(rows.values_list("release").annotate(Count("occupation", distinct=True)))
        for other in every:
            count = counts.get(other.pk, 0)
            is_fragment = looks_incomplete(count, max(counts.values()))
            other.parts = [*{*other.parts} - {name}, *([name] if count and not is_fragment else [])]
            other.fragments = [*{*other.fragments} - {name}, *([name] if count and is_fragment else [])]
    for other in every:
        for kept in (other.parts, other.fragments):
            kept.sort(key=list(PARTS).index)
        other.save(update_fields=["parts", "fragments"])
        if other == release:
            release.parts, release.fragments = other.parts, other.fragments


def _rows(release: Release, name: str) -> QuerySet[Any]:
    part = PARTS[name]
    return part.model.objects.filter(release=release, **part.scope)


def _columns(name: str, frame: pl.DataFrame, ids: Mapping[str, int], release: Release) -> pl.DataFrame:
    """The frame as columns of the part's table."""
    code = pl.col("code").replace_strict(ids, return_dtype=pl.Int64)
    keys = {"occupation_id": code, "release_id": pl.lit(release.pk)}
    model = PARTS[name].model
    if model is Rating:
        elements = pl.col("element").replace_strict(_element_ids(frame), return_dtype=pl.Int64)
        return frame.select(pl.exclude("code", "element", "name", "domain"), element_id=elements, **keys)
    if model is RelatedOccupation:
        related = pl.col("related").replace_strict(ids, return_dtype=pl.Int64)
        return frame.select("tier", "rank", related_id=related, **keys)
    if model is AlternateTitle:
        return frame.select("title", kind=pl.lit(str(PARTS[name].scope["kind"])), **keys)
    return frame.select(pl.exclude("code"), **keys)


def _element_ids(frame: pl.DataFrame) -> dict[str, int]:
    elements = Element.objects.bulk_create(
        (
            Element(code=code, name=name, domain=domain)
            for code, name, domain in frame.select("element", "name", "domain").unique().iter_rows()
        ),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "domain"],
    )
    return {element.code: element.pk for element in elements}


def _write_answers(answers: pl.DataFrame) -> None:
    """Put the words of answers in the place of those that are there; they belong to no release, as elements don't."""
    ids = _element_ids(answers.with_columns(domain=pl.lit(str(Element.Domain.WORK_CONTEXT))))
    ContextCategory.objects.bulk_create(
        (
            ContextCategory(element_id=ids[element], category=category, label=label)
            for element, category, label in answers.select("element", "category", "label").iter_rows()
        ),
        update_conflicts=True,
        unique_fields=["element", "category"],
        update_fields=["label"],
    )


def _release_label(content: reader.OnetFiles, options: Options) -> tuple[str, Options]:
    """The label, and the options with the label that was asked for written alike: "O*NET 29.0" is "29.0"."""
    asked = (options.release or "").removeprefix("O*NET").strip() or None
    label = content.label or asked
    if label is None:
        raise refuse("there is no Read Me that names the release; give it with --release, such as 29.0")
    return label, replace(options, release=asked)


def _not_kept(tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    counts = {}
    for table, keep in (
        ("ratings", checks.kept_ratings),
        ("education", checks.kept_education),
        ("words of answers", checks.kept_answers),
    ):
        if (frame := tables.get(table)) is None:
            continue
        kept = keep(frame)["file"].value_counts()
        for file, read, stay in (
            frame["file"].value_counts().join(kept, on="file", how="left").sort("file").iter_rows()
        ):
            if read > (stay or 0):
                counts[f"rows of {file} that are not kept"] = read - (stay or 0)
    return counts


def _notes(content: reader.OnetFiles, rows: Mapping[str, pl.DataFrame], label: str) -> list[str]:
    parts = parts_of(rows)
    missing = [name for name in PARTS if name not in parts]
    notes = []
    if missing:
        notes.append(f"Not in these files, and left as they were: {', '.join(missing)}.")
        notes += _shown_from(missing, label)
    if content.left_out:
        notes.append(f"Files that are not kept: {', '.join(content.left_out)}.")
    return [*notes, NOT_KEPT]


def _shown_from(missing: Sequence[str], label: str) -> list[str]:
    """Which other release pages go on showing parts from that this one lacks."""
    read = onet_by_part()
    skills = read.of(SKILLS)
    found: dict[str, list[str]] = {}
    for name in missing:
        release = skills if name in HALVES else read.named.get(name)
        if release is not None and release.label != label:
            found.setdefault(release.label, []).append(name)
    return [f"Pages show these from O*NET {older}: {', '.join(names)}." for older, names in found.items()]
