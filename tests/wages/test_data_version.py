"""Whatever a public page reads moves the version of the data on, so that no page outlives its figures."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

from occupations.models import DataChange

# Tables of ours that no public page reads. Anything else must have its trigger: a new table that isn't
# named here fails until a migration gives it one.
NOT_READ = {
    "occupations_datachange",  # the version itself
    "occupations_editorialrow",  # what the editorial fixtures last said, for the loader alone
    "occupations_importfile",  # the admin's; it comes with its run
}


def tables_of_models() -> list[str]:
    """The tables of our models and of what joins them, but for the histories that the admin keeps."""
    models = [
        model
        for app in ("occupations", "wages")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return sorted(
        model._meta.db_table
        for model in models
        if not model.__name__.startswith("Historical") and model._meta.db_table not in NOT_READ
    )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO {0} SELECT * FROM {0} WHERE false",
        "UPDATE {0} SET id = id WHERE false",
        "DELETE FROM {0} WHERE false",
        "TRUNCATE {0} CASCADE",
    ],
    ids=["insert", "update", "delete", "truncate"],
)
def test_every_table_that_a_page_may_read_notes_its_changes(db: None, statement: str) -> None:
    silent = []
    for table in tables_of_models():
        DataChange.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(statement.format(table))
        if not DataChange.objects.exists():
            silent.append(table)
    assert silent == []


def test_the_list_of_what_no_page_reads_names_tables_that_are_there() -> None:
    assert set(connection.introspection.django_table_names()) >= NOT_READ
