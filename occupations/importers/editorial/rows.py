"""An editorial row as text, so that what a fixture says and what the database holds can be compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.serializers.base import DeserializedObject
from django.db import models

# Set by the database or by saving, not by whoever writes the row.
NOT_CONTENT = {"updated_at", "ready_at", "revision", "slug"}


def key_of(row: models.Model) -> str:
    """The row's natural key, as text."""
    return json.dumps(row.natural_key(), ensure_ascii=False)  # type: ignore[attr-defined]


def digest_of_fixture(deserialized: DeserializedObject) -> str:
    """The digest of what a fixture says of a row."""
    many = {name: _related(model, values) for name, model, values in _many_of(deserialized)}
    return _digest(deserialized.object, many)


def digest_of_row(row: models.Model) -> str:
    """The digest of what the database says of a row: equal to the fixture's if they say the same."""
    many = {
        field.name: sorted(key_of(other) for other in getattr(row, field.name).all())
        for field in row._meta.many_to_many
    }
    return _digest(row, many)


def _many_of(deserialized: DeserializedObject) -> Iterable[tuple[str, type[models.Model], list[Any]]]:
    for field in deserialized.object._meta.many_to_many:
        yield field.name, field.related_model, list((deserialized.m2m_data or {}).get(field.name, []))


def _related(model: type[models.Model], values: list[Any]) -> list[str]:
    # The deserializer has turned natural keys into ids.
    ids = [value.pk if isinstance(value, models.Model) else value for value in values]
    return sorted(key_of(row) for row in model._default_manager.filter(pk__in=ids))


def _digest(row: models.Model, many: dict[str, list[str]]) -> str:
    content: dict[str, Any] = {**many}
    for field in row._meta.concrete_fields:
        if field.primary_key or field.name in NOT_CONTENT:
            continue
        if isinstance(field, models.ForeignKey):
            other = getattr(row, field.name)
            content[field.name] = None if other is None else key_of(other)
        else:
            content[field.name] = _plain(field, field.value_from_object(row))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(field: models.Field, value: Any) -> str | None:
    value = field.to_python(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return None if value is None else str(value)
