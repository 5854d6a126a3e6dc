"""Load a release of OEWS, or parts of it, into PostgreSQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from django.db import connection

from importers.completeness import looks_incomplete
from importers.files import is_bundle_part
from importers.oews import staging
from importers.oews.beside import put_beside
from importers.oews.cells import ReleaseCells, ReleaseFacts
from importers.oews.labstat import is_labstat, open_labstat
from importers.oews.parts import PartIndex
from importers.oews.releases import KNOWN
from importers.oews.workbook import is_workbook, label_of, open_workbook
from importers.progress import Progress
from importers.releases import make_ready, official_release
from importers.report import InputRefusedError, Problems
from importers.runs import Loaded, Options
from occupations.models import ImportRun, Release
from wages.partitions import create_staging, has_partition, keep_in_staging, publish_staging


def split(files: Sequence[Path], options: Options) -> list[list[Path]]:
    """The files by release, the oldest first, so that a folder with workbooks of many years can be given."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for file in files:
        label = label_of(file, options.release) if is_workbook(file) else reader_of(file)
        groups[label or file.name].append(file)
    return [group for _, group in sorted(groups.items(), key=lambda item: (item[0].split()[-1], item[0]))]


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Load files of one release. Raises InputRefusedError with every problem that was found."""
    progress.step("Opening the files")
    return store(open_files(files, options.release), options, progress)


def reader_of(file: Path) -> str:
    """Which kind of file it is, by its name: "LABSTAT", "workbook", or "other"."""
    return "LABSTAT" if is_labstat(file) else "workbook" if is_workbook(file) else "other"


def open_files(files: Sequence[Path], asked: str | None = None) -> list[ReleaseCells]:
    """What each workbook has, and the files of LABSTAT together. Raises InputRefusedError."""
    problems, contents = Problems(), []
    groups = [[file] for file in files if is_workbook(file)]
    if labstat := [file for file in files if is_labstat(file)]:
        groups.append(labstat)
    for file in files:
        if not (is_workbook(file) or is_labstat(file)):
            problems.add("not a file of OEWS: expected a workbook (.xlsx) or LABSTAT (oe.…)", file=file.name)
    for group in groups:
        try:
            contents.append(open_labstat(group) if is_labstat(group[0]) else open_workbook(group[0], asked))
        except InputRefusedError as refused:
            problems.extend(refused.problems)
    problems.refuse()
    return contents


def store(contents: Sequence[ReleaseCells], options: Options, progress: Progress) -> Loaded:
    """Write what has been opened, as one release or as parts of it, and make the release ready.

    The future partition of the release is the staging table: cells are copied into it as they are read,
    held to the table's constraints, and shown to nobody before everything is right. Belongs into a
    transaction. Raises InputRefusedError with every problem that was found.
    """
    facts = _facts_of_one_release(contents, options)
    release = _release(facts, options)
    ids, problems = staging.ids_for(contents, facts.year), Problems()
    with connection.cursor() as cursor:
        create_staging(cursor, release.pk)
        progress.step(f"Reading {release}")
        staged = staging.copy_cells(
            cursor, release.pk, contents, ids=ids, problems=problems, progress=progress
        )
        index = PartIndex.read()
        if not options.force:
            _check_size(release, staged.detailed, index.detailed_cells, problems)
            _check_other_reader(release, contents, staged.cells.keys(), problems)
        if len(contents) > 1 and not problems:
            staging.collapse_repeats(cursor, release.pk, problems)
        problems.refuse()
        progress.step("Adding keys and making the release ready")
        notes = [line for content in contents for line in content.said]
        is_other_form = False
        if has_partition(cursor, release.pk):
            both, _ = _from_other_reader(release, contents, staged.cells.keys(), bundled=True)
            said, differing = put_beside(cursor, release.pk, index.ids_of(both))
            notes += said
            is_other_form = both == staged.cells.keys() and not differing
            kept = keep_in_staging(cursor, release.pk, index.ids_of(staged.cells))
            notes += [f"{kept:,} cells of other parts of the release stay as they were"] if kept else []
        publish_staging(cursor, release.pk)
    make_ready(release)
    return Loaded(
        release=release,
        rows_read=sum(content.tally["rows_read"] for content in contents),
        rows_written=staged.cells.total(),
        parts=tuple(sorted(staged.cells)),
        counts={
            "areas": len({area.code for content in contents for area in content.areas}),
            "industries": len({industry.code for content in contents for industry, _ in content.industries}),
            "occupations": len({code for content in contents for code in content.occupations}),
            **{f"cells: {part}": count for part, count in sorted(staged.cells.items())},
        },
        notes=notes,
        is_other_form=is_other_form,
    )


def _facts_of_one_release(contents: Sequence[ReleaseCells], options: Options) -> ReleaseFacts:
    """The release that all files say they are. Raises InputRefusedError if they are of another one, or of several."""
    facts, problems = contents[0].facts, Problems()
    for content in contents:
        found = content.facts
        if options.release and found.label != options.release:
            problems.add(f"the file is of {found.label}, not of {options.release}", file=content.file)
        elif found.label != facts.label:
            problems.add(
                f"the file is of {found.label}; {contents[0].file} is of {facts.label}", file=content.file
            )
        elif (found.hourly_cap, found.annual_cap) != (facts.hourly_cap, facts.annual_cap):
            problems.add(
                f"top codes ${found.hourly_cap} and ${found.annual_cap:,}; {contents[0].file} has"
                f" ${facts.hourly_cap} and ${facts.annual_cap:,}",
                file=content.file,
            )
    problems.refuse()
    return facts


def _release(facts: ReleaseFacts, options: Options) -> Release:
    """The release's row, made or brought up to date. Raises InputRefusedError if its date isn't known."""
    known = KNOWN.get(facts.label)
    release = official_release(
        "oews", facts.label, facts.label, facts.published_on, options,
        usual=known.published_on if known else None,
    )  # fmt: skip
    release.hourly_cap, release.annual_cap = facts.hourly_cap, facts.annual_cap
    release.save(update_fields=["hourly_cap", "annual_cap"])
    return release


def _check_size(
    release: Release, detailed: Counter[str], cells_of: Callable[[int], Counter[str]], problems: Problems
) -> None:
    """Each part against the same part of this release as it stands, or else of the release before."""
    before = (
        Release.objects.ready().official()
        .filter(source=release.source, published_on__lt=release.published_on)
        .order_by("-published_on").first()
    )  # fmt: skip
    here, there = cells_of(release.pk), cells_of(before.pk) if before else Counter()
    for part, count in sorted(detailed.items()):
        stood, where = (here[part], "this release has now") if here[part] else (there[part], f"{before} has")
        if looks_incomplete(count, stood):
            problems.add(
                f"{part}: {count:,} cells of detailed occupations, where {where} {stood:,}; if that is right,"
                " load with --force"
            )


def _check_other_reader(
    release: Release, contents: Sequence[ReleaseCells], parts: Collection[str], problems: Problems
) -> None:
    """What came from another kind of file is touched only when that is asked for; a bundle gives way to any."""
    both, stood = _from_other_reader(release, contents, parts, bundled=False)
    if both:
        problems.add(
            f"{release} has {', '.join(sorted(both))} from another kind of file ({', '.join(sorted(stood))});"
            " to put these figures beside and over them, load with --force"
        )


def _from_other_reader(
    release: Release, contents: Sequence[ReleaseCells], parts: Collection[str], *, bundled: bool
) -> tuple[set[str], set[str]]:
    """Which of the parts stand there from another kind of file, and from which kinds; `bundled` counts a bundle by
    the files that it was made from.
    """
    readers, left = {content.reader for content in contents}, set(parts)
    found: set[str] = set()
    kinds: set[str] = set()
    loaded = ImportRun.objects.loaded().filter(release=release).prefetch_related("files")
    for run in loaded.order_by("-started_at"):
        both = left & set(run.parts)
        left -= both  # what older runs brought of these parts has been replaced since
        names = [file.name for file in run.files.all() if not is_bundle_part(file.name)]
        if bundled:
            names += [origin["name"] for origin in run.made_from]
        stood = {reader_of(Path(name)) for name in names} - readers
        if both and stood:
            found |= both
            kinds |= stood
    return found, kinds
