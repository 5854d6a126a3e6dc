"""Django's PostgreSQL backend on the server in var/, which starts at the first connection and not before."""

from collections.abc import Iterable
from typing import Any

import psycopg
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

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; where the server was killed, start it again first."""
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            if not server.revive(error):
                raise
            return super().get_new_connection(conn_params)


def server_settings() -> dict[str, str]:
    """Start or join the server; say where and as whom to connect, in Django's names."""
    host = str(server.join(settings.VAR_DIR))
    return {"HOST": host, "USER": server.DATABASE_USER, "PASSWORD": "", "PORT": ""}
