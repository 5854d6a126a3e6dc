"""Loads the editorial fixtures without taking away what an editor has changed by hand.

For each row the digest of what the fixtures last said is kept (`EditorialRow`). A row of the database that
still says so is brought up to date; one that says something else was changed by an editor and is left, as is
one that an editor deleted. The report names them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import models

from occupations.importers.editorial import reader
from occupations.importers.editorial.rows import NOT_CONTENT, digest_of_fixture, digest_of_row, key_of
from occupations.importers.report import Problems
from occupations.importers.runs import Loaded, Options, Progress, ensure_source
from occupations.importers.sources import SOURCES
from occupations.models import EditorialRow, Release

REASON = "Loaded with the editorial content"


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Bring the editorial rows up to date; with `force`, those that editors changed as well."""
    progress.step("Reading the editorial content")
    entries = reader.read(files)
    for slug in SOURCES:
        ensure_source(slug)
    said = {(row.model, row.key): row for row in EditorialRow.objects.all()}
    problems = Problems()
    counts: Counter[str] = Counter()
    loaded = Loaded(None, rows_read=len(entries))
    progress.step("Writing the editorial content")
    for entry in entries:
        try:
            wanted = _deserialize(entry)
            _check(wanted, entry, problems)
        except (DeserializationError, ObjectDoesNotExist, ValidationError) as error:
            problems.add(f"{entry.model}: {_words(error)}", file=entry.file, line=entry.line)
            continue
        outcome = _bring_in(wanted, entry, said, options.force)
        counts[outcome] += 1
        if outcome in ("edited here and left", "deleted here and left"):
            loaded.notes.append(f"{entry.file}:{entry.line}: {_name(wanted.object)} was {outcome} as it is.")
    problems.refuse()
    loaded.counts = dict(sorted(counts.items()))
    loaded.rows_written = counts["new"] + counts["brought up to date"]
    return loaded


def _deserialize(entry: reader.Entry) -> DeserializedObject:
    """The row that the entry describes, with the id of the one of its natural key, if that is there."""
    return next(serializers.deserialize("python", [{"model": entry.model, "fields": entry.fields}]))


def _check(wanted: DeserializedObject, entry: reader.Entry, problems: Problems) -> None:
    """Constraints answer here, with the line of the file, and not later from the database."""
    row = wanted.object
    release = row if isinstance(row, Release) else getattr(row, "release", None)
    if release is not None and release.kind != Release.Kind.EDITORIAL:
        problems.add(f"{release} is an official release", file=entry.file, line=entry.line)
    row._state.adding = row.pk is None
    row.full_clean()


def _bring_in(
    wanted: DeserializedObject, entry: reader.Entry, said: dict[tuple[str, str], EditorialRow], force: bool
) -> str:
    """Write the row or leave it, and say which."""
    key, says = key_of(wanted.object), digest_of_fixture(wanted)
    last = said.get((entry.model, key))
    there = None
    if wanted.object.pk is not None:
        there = type(wanted.object)._default_manager.filter(pk=wanted.object.pk).first()
    stands = there and digest_of_row(there)
    if stands == says:
        outcome = "unchanged"
    elif there is None and last is not None and not force:
        return "deleted here and left"
    elif there is not None and (last is None or last.digest != stands) and not force:
        return "edited here and left"
    else:
        outcome = "new" if there is None else "brought up to date"
        _save(wanted, there)
    if last is None:
        said[entry.model, key] = EditorialRow.objects.create(model=entry.model, key=key, digest=says)
    elif last.digest != says:
        last.digest = says
        last.save()
    return outcome


def _save(wanted: DeserializedObject, there: models.Model | None) -> None:
    """Save as a form would, with its entry in the history: the serializers' own way writes none."""
    row = wanted.object
    row._change_reason = REASON  # type: ignore[attr-defined]  # read by django-simple-history
    for name in NOT_CONTENT:
        if there is not None and hasattr(there, name):
            setattr(row, name, getattr(there, name))
    row.save()
    for name, values in (wanted.m2m_data or {}).items():
        getattr(row, name).set(values)


def _name(row: models.Model) -> str:
    return f"{row._meta.verbose_name} {row}"


def _words(error: Exception) -> str:
    if isinstance(error, ValidationError):
        if hasattr(error, "error_dict"):
            return " ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
        return " ".join(error.messages)
    cause: Any = error.__cause__ or error
    return f"it refers to something that isn't loaded: {error} {'' if cause is error else cause}".strip()
