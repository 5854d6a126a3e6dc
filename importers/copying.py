"""COPY from polars frames: the fast way of many rows into a table."""

from __future__ import annotations

import polars as pl
from django.db import connection, models


def copy_frame(model: type[models.Model], frame: pl.DataFrame) -> int:
    """Add the frame's rows to the model's table and return their number.

    The frame's columns are the table's; columns it lacks take their defaults in the database. Nulls are
    NULL; an empty string stays one.
    """
    quoted = ", ".join(connection.ops.quote_name(column) for column in frame.columns)
    statement = f"COPY {connection.ops.quote_name(model._meta.db_table)} ({quoted}) FROM STDIN (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(frame.write_csv(include_header=False, quote_style="non_numeric").encode())
    return frame.height
