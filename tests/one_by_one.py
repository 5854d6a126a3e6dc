"""Migrations as a site has them that was there before some of them were joined into one."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

load_disk = MigrationLoader.load_disk


def _without_joined(loader: MigrationLoader) -> None:
    load_disk(loader)
    for key, migration in list(loader.disk_migrations.items()):
        if migration.replaces and key[0] in ("occupations", "wages"):
            del loader.disk_migrations[key]


@contextmanager
def one_by_one() -> Iterator[None]:
    """Every migration on its own, none that replaces others; at the end all are applied again."""
    with mock.patch.object(MigrationLoader, "load_disk", _without_joined):
        try:
            yield
        finally:
            call_command("migrate", verbosity=0)
