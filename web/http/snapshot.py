"""One state of the database for all that a page reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import OperationalError, connection, transaction


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Within it every query sees the data as they stood at the first one, and none may change them.

    Inside a transaction of somebody else's, that one says what is read.
    """
    if connection.in_atomic_block:
        yield
        return
    with ExitStack() as block:
        try:
            block.enter_context(_begun())
        except OperationalError:  # the connection died between Django's look at it and its use
            connection.close()
            block.enter_context(_begun())
        yield


@contextmanager
def _begun() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
