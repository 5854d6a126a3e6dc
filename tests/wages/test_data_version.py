"""Whatever a public page reads moves the version of the data on, so that no page outlives its figures."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from importers.runs import ensure_source
from occupations.models import DataChange, Source
from tests.one_by_one import one_by_one

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
            cursor.execute("SET occupedia.noted_transaction = ''")  # as at the beginning of a transaction
            cursor.execute(statement.format(table))
        if not DataChange.objects.exists():
            silent.append(table)
    assert silent == []


def test_the_list_of_what_no_page_reads_names_tables_that_are_there() -> None:
    assert set(connection.introspection.django_table_names()) >= NOT_READ


@pytest.fixture
def source(transactional_db: None) -> Source:
    return ensure_source("oews")


def change(cadence: str = "again") -> str:
    """A transaction of its own that changes something; the version after it."""
    Source.objects.update(cadence=cadence)
    return DataChange.objects.version()


def in_a_thread(work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        work()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_restored_database_never_repeats_a_version(source: Source) -> None:
    """In a new cluster transaction numbers begin again, so they run through those that a dump brought along."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        number = int(cursor.fetchone()[0])
        # What the dump of a busier cluster would have brought, where the table still has numbers.
        if "xid" in {field.column for field in DataChange._meta.fields}:
            cursor.execute(
                "INSERT INTO occupations_datachange (xid) SELECT generate_series(%s, %s)"
                " ON CONFLICT DO NOTHING",
                [number, number + 50],
            )
    versions = [change() for _ in range(10)]
    assert len(set(versions)) == 10


def test_a_version_is_as_large_after_any_number_of_changes(source: Source) -> None:
    for _ in range(20):
        change()
    assert DataChange.objects.count() == 1


def test_several_statements_of_a_transaction_leave_one_row_and_a_rolled_back_one_none(source: Source) -> None:
    before = change()
    with transaction.atomic():
        Source.objects.update(cadence="one")
        with transaction.atomic():
            Source.objects.update(cadence="two")
            transaction.set_rollback(True)
        noted = DataChange.objects.version()
        Source.objects.update(cadence="three")
        assert DataChange.objects.version() == noted != before
    assert DataChange.objects.version() == noted
    with transaction.atomic():
        Source.objects.update(cadence="never")
        transaction.set_rollback(True)
    assert DataChange.objects.version() == noted


def test_a_change_after_a_rolled_back_savepoint_is_noted(source: Source) -> None:
    before = change()
    with transaction.atomic():
        with transaction.atomic():
            Source.objects.update(cadence="one")
            transaction.set_rollback(True)
        Source.objects.update(cadence="two")
    assert DataChange.objects.version() != before


def test_of_two_transactions_at_once_each_commit_makes_a_version_and_neither_waits(source: Source) -> None:
    ensure_source("cpi")
    seen = [change()]
    with transaction.atomic():
        Source.objects.filter(slug="oews").update(cadence="long")
        for number in range(3):
            other = in_a_thread(lambda: Source.objects.filter(slug="cpi").update(cadence=str(number)))  # noqa: B023 - it ends here
            other.join(timeout=10)
            assert not other.is_alive(), "the second waits for the first"
            in_between: list[str] = []
            in_a_thread(lambda: in_between.append(DataChange.objects.version())).join()  # noqa: B023 - it ends here
            seen += in_between
    seen.append(DataChange.objects.version())
    assert len(set(seen)) == len(seen)
    change()
    assert DataChange.objects.count() == 1


def test_a_transaction_of_an_older_snapshot_is_noted_too(source: Source) -> None:
    ensure_source("cpi")
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        Source.objects.count()
        in_a_thread(lambda: Source.objects.filter(slug="cpi").update(cadence="meanwhile")).join()
        Source.objects.filter(slug="oews").update(cadence="older")
    assert DataChange.objects.count() == 2
    change()
    assert DataChange.objects.count() == 1


def test_listeners_are_told_of_a_change_when_it_commits(source: Source) -> None:
    parameters = connection.get_connection_params()
    kept = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(
        **{name: parameters[name] for name in kept if parameters.get(name)}, autocommit=True
    ) as ear:
        ear.execute("LISTEN occupedia_data")
        with transaction.atomic():
            Source.objects.update(cadence="one")
            Source.objects.update(cadence="two")
            assert list(ear.notifies(timeout=0.2)) == []
        told = [notice.payload for notice in ear.notifies(timeout=5, stop_after=1)]
    assert told == [DataChange.objects.version()]


@pytest.mark.real_files  # all migrations, one by one
def test_the_migration_to_tokens_goes_back_and_forth(source: Source) -> None:
    with one_by_one():
        call_command("migrate", "occupations", "0005_profile_files", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE occupations_source SET cadence = 'before'")
            cursor.execute("SELECT count(xid) FROM occupations_datachange")
            assert cursor.fetchone() == (1,)
    first = DataChange.objects.version()
    assert first
    assert change() != first
