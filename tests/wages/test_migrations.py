"""Migrations go back and forth, and rows survive the one that partitions their table."""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection

from tests import rows
from tests.one_by_one import one_by_one
from wages.models import WageEstimate

pytestmark = pytest.mark.real_files  # every migration, back and forth

Migrate = Callable[[str, str], None]


@pytest.fixture
def migrate(transactional_db: None) -> Iterator[Migrate]:
    """Migrate an app to a name; everything is brought forward again at the end, whatever happened."""
    yield migrate_to
    call_command("migrate", verbosity=0)


def migrate_to(app: str, name: str) -> None:
    call_command("migrate", app, name, verbosity=0)


def relation_kind() -> str:
    """How PostgreSQL keeps the table: "r" is a plain one, "p" a partitioned one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relkind FROM pg_class WHERE oid = 'wages_wageestimate'::regclass")
        return str(cursor.fetchone()[0])


def cells() -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, release_id, annual_median, annual_p10_missing FROM wages_wageestimate ORDER BY 1"
        )
        return cursor.fetchall()


def test_partitioning_keeps_the_rows_both_ways(migrate: Migrate) -> None:
    editorial = rows.wage_estimate(annual_median=103150)
    official = rows.wage_estimate(release=rows.release(kind="official"), annual_median=126060)
    before = cells()
    assert [row[2] for row in before] == [103150, 126060]

    migrate("wages", "0001_initial")
    assert relation_kind() == "r"
    assert cells() == before
    plain = rows.wage_estimate(occupation=editorial.occupation, annual_median=1)
    assert plain.pk > official.pk  # the sequence goes on where it was

    migrate("wages", "0002_partition_by_release")
    assert relation_kind() == "p"
    assert cells() == [*before, (plain.pk, plain.release_id, 1, 6)]
    assert rows.wage_estimate(occupation=editorial.occupation).pk > plain.pk
    assert WageEstimate.objects.count() == 4


def test_every_migration_goes_back_to_nothing(migrate: Migrate) -> None:
    everything = schema()
    migrate("wages", "zero")
    migrate("occupations", "zero")
    assert our_tables() == set()

    with one_by_one():  # as the sites that were there before have come to their tables
        call_command("migrate", verbosity=0)
        assert schema() == everything
        migrate("wages", "zero")
        migrate("occupations", "zero")
        assert our_tables() == set()
    call_command("migrate", verbosity=0)
    assert schema() == everything


def our_tables() -> set[str]:
    names = connection.introspection.table_names()
    return {name for name in names if name.startswith(("wages_", "occupations_"))}


def schema() -> list[tuple[object, ...]]:
    """Columns, constraints, indexes, triggers, functions and the editors' rights, as PostgreSQL describes them."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT table_name || '.' || column_name, data_type || coalesce(character_maximum_length, 0),
                   is_nullable || is_identity, coalesce(column_default, '')
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT conrelid::regclass::text, contype::text, conname, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype != 'n'
            UNION ALL SELECT tablename, 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT tgrelid::regclass::text, 'trigger', tgname, pg_get_triggerdef(oid)
            FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT 'function', '', proname, prosrc FROM pg_proc WHERE proname = 'note_data_change'
            UNION ALL SELECT 'right', g.name, t.app_label, p.codename FROM auth_group g
            JOIN auth_group_permissions m ON m.group_id = g.id JOIN auth_permission p ON p.id = m.permission_id
            JOIN django_content_type t ON t.id = p.content_type_id
            ORDER BY 1, 2, 3, 4
        """)
        return cursor.fetchall()
