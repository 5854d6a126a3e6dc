"""Trying to break database constraints from behind the models' backs."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model


def tried_in(file: Path) -> set[str]:
    """The names of constraints that the tests in a file spell out where they break them."""
    calls = (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call))
    return {
        node.args[0].value
        for node in calls
        if isinstance(node.func, ast.Name) and node.func.id in {"refuses", "refuses_twin"}
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }


def names_of(models: Iterable[type[Model]]) -> set[str]:
    """The names of all constraints that the models declare."""
    return {constraint.name for model in models for constraint in model._meta.constraints}


def update(row: Model, **columns: Any) -> None:
    """Write columns with bare SQL, so that no validation of Django's is in between."""
    assignments = ", ".join(f"{column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {row._meta.db_table} SET {assignments} WHERE id = %s", [*columns.values(), row.pk]
        )


def refuses(constraint: str, row: Model, **columns: Any) -> None:
    """Assert that the database refuses to write `columns` into `row`, and names `constraint`.

    That the row was fine before is known: the database took it.
    """
    with pytest.raises(IntegrityError, match=f'constraint "{constraint}"'), transaction.atomic():
        update(row, **columns)


def accepts(row: Model, **columns: Any) -> None:
    """Assert that the database takes `columns`, so that a constraint isn't simply refusing everything."""
    with transaction.atomic():
        update(row, **columns)


def refuses_twin(constraint: str, row: Model) -> None:
    """Assert that a second row like this one is refused by the unique constraint."""
    columns = [str(field.column) for field in row._meta.concrete_fields if not field.primary_key]
    listed = ", ".join(columns)
    with (
        pytest.raises(IntegrityError, match=f'constraint "(?:\\w*{constraint}|\\w+_key)"'),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT INTO {row._meta.db_table} ({listed}) SELECT {listed} FROM {row._meta.db_table} WHERE id = %s",
            [row.pk],
        )
