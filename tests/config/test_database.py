"""The database that tests and commands use."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_it_is_postgresql_with_what_the_project_relies_on():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        assert cursor.fetchone()[0] >= 150000
        cursor.execute("SELECT name FROM pg_available_extensions WHERE name IN ('pg_trgm', 'unaccent')")
        assert len(cursor.fetchall()) == 2
