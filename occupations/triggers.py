"""Triggers that note a change of anything a public page can show. For use in migrations."""

from __future__ import annotations

from collections.abc import Iterable

FUNCTION = """
    CREATE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO occupations_datachange (xid) VALUES (pg_current_xact_id()::text::bigint)
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$;
"""
DROP_FUNCTION = "DROP FUNCTION note_data_change();"


def create(tables: Iterable[str]) -> str:
    """SQL that makes every statement that changes one of the tables note it."""
    return "".join(
        f"""
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();"""
        for table in tables
    )


def drop(tables: Iterable[str]) -> str:
    return "".join(f"\n    DROP TRIGGER note_data_change ON {table};" for table in tables)
