"""Loads the editorial fixtures without taking away what an editor has changed by hand.

For each row the digest of what the fixtures last said is kept (`EditorialRow`). A row of the database that
still says so is brought up to date; one that says something else was changed by an editor and is left, as is
one that an editor deleted. The report names them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet

from importers.editorial import reader
from importers.editorial.entry import Entry
from importers.editorial.rows import (
    NOT_CONTENT,
    EditorialRecord,
    References,
    digest_of_record,
    digest_of_row,
    key_of,
    record_of,
)
from importers.progress import Progress
from importers.report import Problems
from importers.runs import Loaded, Options, ensure_source
from importers.sources import sources
from occupations.models import (
    Certification,
    CertifyingOrganization,
    EditorialRow,
    Industry,
    Introduction,
    Occupation,
    Profile,
    ProfileSection,
    Release,
)

REASON = "Loaded with the editorial content"
PROFILE = Profile._meta.label_lower
CERTIFICATION = Certification._meta.label_lower
INTRODUCTION = Introduction._meta.label_lower
LOOKED_UP = (Profile, ProfileSection, Introduction, CertifyingOrganization, Certification)
LEFT = ("edited here and left", "deleted here and left")


def load(files: Sequence[Path], options: Options, progress: Progress) -> Loaded:
    """Bring the editorial rows up to date; with `force`, those that editors changed as well."""
    progress.step("Reading the editorial content")
    entries = reader.read(files)
    for slug in sources():
        ensure_source(slug)
    progress.step("Writing the editorial content")
    try:
        with transaction.atomic():
            return _Writer(force=options.force).write(entries)
    except IntegrityError:
        # Asking Python about every constraint of every row takes longer than the rest: only to say which row.
        return _Writer(force=options.force, thorough=True).write(entries)


class _Writer:
    """One pass over the entries. New profiles are written together, and so are their sections, and certifications."""

    def __init__(self, *, force: bool, thorough: bool = False) -> None:
        self.force, self.thorough = force, thorough
        self.references = References()
        self.said = {(row.model, row.key): row for row in EditorialRow.objects.all()}
        self.new: list[EditorialRow] = []
        self.records: dict[type[models.Model], list[EditorialRecord]] = defaultdict(list)
        self.known: dict[tuple[type[models.Model], str], models.Model] = {}

    def write(self, entries: Sequence[Entry]) -> Loaded:
        problems = Problems()
        counts: Counter[str] = Counter()
        loaded = Loaded(None, rows_read=len(entries))
        self._look_up(entries)
        for entry in entries:
            try:
                record = record_of(entry.model, entry.fields, self.references)
                there = self._there(record)
                self._check(record.row, there)
            except ValidationError as error:
                problems.add(f"{entry.model}: {_words(error)}", file=entry.file, line=entry.line)
                continue
            outcome = self._bring_in(record, there, entry.model)
            counts[outcome] += 1
            if outcome in LEFT:
                name = f"{record.row._meta.verbose_name} {record.row}"
                loaded.notes.append(f"{entry.file}:{entry.line}: {name} was {outcome} as it is.")
        problems.refuse()
        self._save_pending()
        EditorialRow.objects.bulk_create(self.new)
        loaded.counts = dict(sorted(counts.items()))
        loaded.rows_written = counts["new"] + counts["brought up to date"]
        return loaded

    def _save_pending(self) -> None:
        for records in self.records.values():
            _save_together(records)
        self.records.clear()

    def _look_up(self, entries: Sequence[Entry]) -> None:
        """Fetch what hundreds of entries refer to or stand for, in nine queries instead of thousands."""
        profiles = [
            entry.fields["slug"] for entry in entries if entry.model == PROFILE and "slug" in entry.fields
        ]
        codes = {
            key[-1]
            for entry in entries
            for key in (entry.fields.get("occupations") or [])
            if isinstance(key, list | tuple) and key
        }
        self.references.prepare(Occupation, code__in=codes)
        self.codes = set(Occupation.objects.values_list("code", flat=True)) if profiles else set()
        for profile in Profile.objects.filter(slug__in=profiles).prefetch_related("occupations", "similar"):
            self.known[Profile, key_of(profile)] = profile
            self.references.add(profile)
        for section in ProfileSection.objects.filter(profile__slug__in=profiles).select_related("profile"):
            self.known[ProfileSection, key_of(section)] = section
        if any(entry.model == CERTIFICATION for entry in entries):
            self._remember(CertifyingOrganization.objects.all())
            self._remember(Certification.objects.prefetch_related("occupations"))

        if any(entry.model == INTRODUCTION for entry in entries):
            said = [entry.fields for entry in entries if entry.model == INTRODUCTION]
            for field, model in (("occupation", Occupation), ("industry", Industry)):
                self.references.prepare(model, code__in=[each[field][1] for each in said if field in each])
            self._remember(Introduction.objects.select_related("occupation__system", "industry__system"))

    def _remember(self, rows: QuerySet[Any]) -> None:
        for row in rows:
            self.known[type(row), key_of(row)] = row
            self.references.add(row)

    def _there(self, record: EditorialRecord) -> models.Model | None:
        """The row of the database with the record's natural key."""
        model = type(record.row)
        if model in LOOKED_UP:
            return self.known.get((model, key_of(record.row)))
        self._save_pending()
        try:
            return model._default_manager.get_by_natural_key(*record.row.natural_key())  # type: ignore[attr-defined]
        except model.DoesNotExist:  # type: ignore[attr-defined]
            return None

    def _check(self, row: models.Model, there: models.Model | None) -> None:
        release = row if isinstance(row, Release) else getattr(row, "release", None)
        if release is not None and release.kind != Release.Kind.EDITORIAL:
            raise ValidationError(f"{release} is an official release")
        row.pk = there and there.pk
        row._state.adding = there is None
        for name in NOT_CONTENT:
            if there is not None and hasattr(there, name):
                setattr(row, name, getattr(there, name))
        if isinstance(row, Profile):
            for code in row.not_to_be_confused:
                if code not in self.codes:
                    raise ValidationError(f"it names {code} as a neighbor, which isn't loaded")
        if self.thorough:
            row.full_clean()
        else:
            row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
            row.clean()

    def _bring_in(self, record: EditorialRecord, there: models.Model | None, model: str) -> str:
        """Write the row or leave it, and say which."""
        key, says = key_of(record.row), digest_of_record(record, self.references)
        last = self.said.get((model, key))
        stands = there and digest_of_row(there, self.references)
        if stands == says:
            outcome = "unchanged"
        elif there is None and last is not None and not self.force:
            return "deleted here and left"
        elif there is not None and (last is None or last.digest != stands) and not self.force:
            return "edited here and left"
        else:
            outcome = "new" if there is None else "brought up to date"
            if there is None and type(record.row) in LOOKED_UP and not self.thorough:
                self.records[type(record.row)].append(record)
            else:
                _save(record)
            self.references.add(record.row)
        if last is None:
            self.said[model, key] = EditorialRow(model=model, key=key, digest=says)
            self.new.append(self.said[model, key])
        elif last.digest != says:
            last.digest = says
            if last.pk:
                last.save()
        return outcome


def _save_together(records: Sequence[EditorialRecord]) -> None:
    """Save new rows of one model. Their history begins with the first change, as that of a publisher's rows."""
    model = type(records[0].row)
    model._default_manager.bulk_create([record.row for record in records])
    for tie in model._meta.many_to_many:
        between: Any = tie.remote_field.through
        of, to = (getattr(tie, name)() for name in ("m2m_field_name", "m2m_reverse_field_name"))
        between.objects.bulk_create(
            between(**{of: record.row, to: other})
            for record in records
            for other in record.many.get(tie.name, ())
        )


def _save(record: EditorialRecord) -> None:
    """Save as a form would, so that the row's history has it."""
    record.row._change_reason = REASON  # type: ignore[attr-defined]  # read by django-simple-history
    record.row.save()
    for name, others in record.many.items():
        getattr(record.row, name).set(others)


def _words(error: ValidationError) -> str:
    if hasattr(error, "error_dict"):
        return " ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
    return " ".join(error.messages)
