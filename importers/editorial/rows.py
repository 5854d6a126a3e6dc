"""Editorial rows: built from what a fixture says, and as text that can be compared with what the database has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models

# Set by the database or by saving, not by whoever writes the row.
NOT_CONTENT = {"updated_at", "ready_at", "revision", "slug"}
# Columns younger than the digests of some sites: with nothing in them, a row has the digest that it had before.
LATER = {"license", "omitted", "not_to_be_confused", "origin"}


def _in_keys(model: type[models.Model]) -> list[str]:
    """The related rows that natural keys of the model name."""
    return [
        name
        for name in ("system", "profile", "organization", "source")
        if name in {field.name for field in model._meta.fields}
    ]


def key_of(row: models.Model) -> str:
    """The row's natural key, as text."""
    return json.dumps(row.natural_key(), ensure_ascii=False)  # type: ignore[attr-defined]


class References:
    """The rows that others refer to by natural key, each looked up once."""

    def __init__(self) -> None:
        self._rows: dict[tuple[type[models.Model], str], models.Model] = {}
        self._keys: dict[tuple[type[models.Model], Any], str] = {}

    def prepare(self, model: type[models.Model], **which: Any) -> None:
        """Look up many at once: those that the conditions let through. One query."""
        for row in model._default_manager.filter(**which).select_related(*_in_keys(model)):
            self.add(row)

    def add(self, row: models.Model) -> None:
        """Remember a row, which need not be saved yet."""
        text = key_of(row)
        self._rows[type(row), text] = row
        if row.pk is not None:
            self._keys[type(row), row.pk] = text

    def find(self, model: type[models.Model], key: Sequence[str]) -> models.Model:
        """Raises ValidationError if it isn't loaded."""
        text = json.dumps(tuple(key), ensure_ascii=False)
        if (model, text) not in self._rows:
            try:
                self.add(model._default_manager.get_by_natural_key(*key))  # type: ignore[attr-defined]
            except (ObjectDoesNotExist, TypeError) as error:
                raise ValidationError(
                    f"it refers to {model._meta.verbose_name} {text}, which isn't loaded"
                ) from error
        return self._rows[model, text]

    def key(self, model: type[models.Model], pk: Any) -> str:
        """The natural key of a row that is there, as text."""
        if (model, pk) not in self._keys:
            self._keys[model, pk] = key_of(model._default_manager.get(pk=pk))
        return self._keys[model, pk]


@dataclass(frozen=True)
class EditorialRecord:
    """A row as a fixture has it, not saved yet, and the rows it is tied to by many-to-many fields."""

    row: models.Model
    many: Mapping[str, list[models.Model]] = field(default_factory=dict)


def record_of(label: str, said: Mapping[str, Any], references: References) -> EditorialRecord:
    """Build the row. Raises ValidationError for unknown fields, wrong values and rows that aren't loaded."""
    model = apps.get_model(label)
    known = {field.name: field for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    if unknown := said.keys() - known.keys():
        raise ValidationError(f"it has no field {', '.join(sorted(unknown))}")
    row, many = model(), {}
    for name, value in said.items():
        field = known[name]
        if isinstance(field, models.ManyToManyField):
            many[name] = [references.find(field.related_model, key) for key in value]
        elif isinstance(field, models.ForeignKey):
            setattr(row, name, None if value is None else references.find(field.related_model, value))
        else:
            setattr(row, name, field.to_python(value))
    return EditorialRecord(row, many)


def digest_of_record(record: EditorialRecord, references: References) -> str:
    """The digest of what a fixture says of a row."""
    many = {name: sorted(key_of(other) for other in others) for name, others in record.many.items()}
    return _digest(record.row, many, references)


def digest_of_row(row: models.Model, references: References) -> str:
    """The digest of what the database says of a row: equal to the fixture's if they say the same."""
    many = {}
    for tie in row._meta.many_to_many:
        others = getattr(row, tie.name).all()
        many[tie.name] = sorted(references.key(tie.related_model, other.pk) for other in others)
    return _digest(row, many, references)


def _digest(row: models.Model, many: Mapping[str, list[str]], references: References) -> str:
    content: dict[str, Any] = {name: keys for name, keys in many.items() if keys}
    for column in row._meta.concrete_fields:
        if column.primary_key or column.name in NOT_CONTENT:
            continue
        value = column.value_from_object(row)
        if column.name in LATER and value == column.get_default():
            continue
        if isinstance(column, models.ForeignKey):
            other = getattr(row, column.name) if column.is_cached(row) else None
            if other is not None:
                content[column.name] = key_of(other)  # which may not be saved yet
            else:
                content[column.name] = None if value is None else references.key(column.related_model, value)
        else:
            content[column.name] = _plain(column.to_python(value))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> str | None:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return None if value is None else str(value)
