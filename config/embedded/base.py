"""Django's PostgreSQL backend on the server in var/, which starts at the first connection and not before."""

import atexit
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgreSQLClient

from config.embedded import home, server


class DatabaseClient(PostgreSQLClient):
    """`manage.py dbshell`, with the psql that comes with the server."""

    executable_name = str(home.packaged_programs() / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.settings_dict.update(server_settings())
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict.update(server_settings())
        return super().get_connection_params()


def server_settings() -> dict[str, str]:
    """Start or join the server; say where and as whom to connect, in Django's names."""
    first = not server.joined()
    host = str(server.join(settings.VAR_DIR))
    if first:
        atexit.register(_close_pools)  # runs before the server may be stopped: last registered, first called
    return {"HOST": host, "USER": server.DATABASE_USER, "PASSWORD": "", "PORT": ""}


def _close_pools() -> None:
    server.ignore_signals()
    pools = DatabaseWrapper._connection_pools  # type: ignore[attr-defined]  # missing in the stubs
    for pool in list(pools.values()):
        pool.close()
