"""The partitions of the wage-estimate table: one for each official release.

A loader fills a partition while nobody can see it, then attaches it. Adding the keys after the rows lets
PostgreSQL check them in bulk, which is many times faster than once a row. Readers of the table wait only
for the last statements of the transaction, which move no row.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.utils import CursorWrapper

PARENT = "wages_wageestimate"
REFERENCES = {
    "release_id": "occupations_release",
    "occupation_id": "occupations_occupation",
    "area_id": "wages_area",
    "industry_id": "occupations_industry",
}


def partition_name(release_id: int) -> str:
    return f"{PARENT}_r{release_id:d}"


def staging_name(release_id: int) -> str:
    return f"{partition_name(release_id)}_staging"


def has_partition(cursor: CursorWrapper, release_id: int) -> bool:
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [partition_name(release_id)])
    return bool(cursor.fetchone()[0])


def create_staging(cursor: CursorWrapper, release_id: int) -> str:
    """Create the table that will become the release's partition, with its checks and without its keys."""
    name = staging_name(release_id)
    cursor.execute(f"DROP TABLE IF EXISTS {name}")
    cursor.execute(f"CREATE TABLE {name} (LIKE {PARENT} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
    return name


def copy_into_staging(release_id: int, columns: Iterable[str]) -> str:
    """The COPY statement that fills the staging table with CSV.

    The rows are written frozen: nobody else sees the table, and no vacuum need visit them later. PostgreSQL
    allows that only in the transaction, and savepoint, in which the table was created.
    """
    return f"COPY {staging_name(release_id)} ({', '.join(columns)}) FROM STDIN (FORMAT csv, FREEZE)"


def keep_in_staging(
    cursor: CursorWrapper, release_id: int, replaced: Iterable[tuple[list[int], list[int]]]
) -> int:
    """Copy the rows of the release's present partition that stay, and return how many.

    `replaced` is pairs of areas' and industries' ids: rows of any area and any industry of one pair go, and
    so do those that the staging table has already.
    """
    name, staging = partition_name(release_id), staging_name(release_id)
    gone, ids = "", []
    for areas, industries in replaced:
        gone += " AND NOT (area_id = ANY(%s) AND industry_id = ANY(%s))"
        ids += [areas, industries]
    cursor.execute(
        f"INSERT INTO {staging} SELECT * FROM {name} AS present WHERE NOT EXISTS ("  # noqa: S608 - names hold a number
        f" SELECT FROM {staging} AS new WHERE new.occupation_id = present.occupation_id"
        f" AND new.area_id = present.area_id AND new.industry_id = present.industry_id){gone}",
        ids,
    )
    return cursor.rowcount


def publish_staging(cursor: CursorWrapper, release_id: int) -> None:
    """Add the keys to the filled staging table and put it in the place of the release's partition.

    Raises django.db.IntegrityError for a duplicate cell or a reference to a row that is not there.
    """
    name, staging = partition_name(release_id), staging_name(release_id)
    cursor.execute(f"ALTER TABLE {staging} ADD PRIMARY KEY (id, release_id)")
    cursor.execute(f"ALTER TABLE {staging} ADD UNIQUE (release_id, occupation_id, area_id, industry_id)")
    cursor.execute(f"CREATE INDEX ON {staging} (area_id, industry_id, release_id)")
    for column, table in REFERENCES.items():
        cursor.execute(
            f"ALTER TABLE {staging} ADD FOREIGN KEY ({column}) REFERENCES {table} (id)"
            " DEFERRABLE INITIALLY DEFERRED"
        )
    # With this check in place, attaching needs no scan.
    cursor.execute(
        f"ALTER TABLE {staging} ADD CONSTRAINT only_this_release CHECK (release_id = {release_id:d})"
    )
    cursor.execute(f"ANALYZE {staging}")
    # Readers wait from here to the end of the transaction: keep it short.
    drop_partition(cursor, release_id)
    cursor.execute(f"ALTER TABLE {staging} RENAME TO {name}")
    cursor.execute(f"ALTER TABLE {PARENT} ATTACH PARTITION {name} FOR VALUES IN ({release_id:d})")
    cursor.execute(f"ALTER TABLE {name} DROP CONSTRAINT only_this_release")


def drop_partition(cursor: CursorWrapper, release_id: int) -> None:
    """Remove every wage estimate of an official release at once."""
    cursor.execute(f"DROP TABLE IF EXISTS {partition_name(release_id)}")
