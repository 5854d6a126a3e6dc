"""The partitions of the wage-estimate table: one for each official release.

A loader fills a partition while nobody can see it, then attaches it. Adding the keys after the rows lets
PostgreSQL check them in bulk, which is many times faster than once a row, and attaching takes no lock
that a reader would notice.
"""

from __future__ import annotations

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


def create_staging(cursor: CursorWrapper, release_id: int) -> str:
    """Create the table that will become the release's partition, with its checks and without its keys."""
    name = staging_name(release_id)
    cursor.execute(f"DROP TABLE IF EXISTS {name}")
    cursor.execute(f"CREATE TABLE {name} (LIKE {PARENT} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
    return name


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
    drop_partition(cursor, release_id)
    cursor.execute(f"ALTER TABLE {staging} RENAME TO {name}")
    cursor.execute(f"ALTER TABLE {PARENT} ATTACH PARTITION {name} FOR VALUES IN ({release_id:d})")
    cursor.execute(f"ALTER TABLE {name} DROP CONSTRAINT only_this_release")
    cursor.execute(f"ANALYZE {name}")


def drop_partition(cursor: CursorWrapper, release_id: int) -> None:
    """Remove every wage estimate of an official release at once."""
    cursor.execute(f"DROP TABLE IF EXISTS {partition_name(release_id)}")
