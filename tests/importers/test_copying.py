"""Rows by COPY, and foreign keys that are checked once for all of them."""

import polars as pl
import pytest
from django.db import IntegrityError, connection, transaction

from importers.copying import copy_frame, keys_checked_at_once
from occupations.models import JobZone
from tests import rows

pytestmark = pytest.mark.django_db


def keys() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid = 'occupations_jobzone'::regclass AND contype = 'f' AND convalidated ORDER BY 1"
        )
        return cursor.fetchall()


def zones(occupation: int) -> pl.DataFrame:
    return pl.DataFrame({"release_id": [rows.release().pk], "occupation_id": [occupation], "zone": [4]})


def test_keys_are_there_again_after_the_rows() -> None:
    before = keys()
    assert len(before) == 2
    frame = zones(rows.occupation().pk)
    with keys_checked_at_once({JobZone}):
        assert keys() == []
        assert copy_frame(JobZone, frame) == 1
    assert keys() == before
    assert JobZone.objects.count() == 1


def test_a_row_about_nothing_is_refused_at_the_end() -> None:
    before = keys()
    frame = zones(2**31)
    with (
        pytest.raises(IntegrityError, match="occupation_id"),
        transaction.atomic(),
        keys_checked_at_once({JobZone}),
    ):
        copy_frame(JobZone, frame)
    assert keys() == before
    assert not JobZone.objects.exists()


def test_without_tables_nothing_is_locked() -> None:
    before = keys()
    with keys_checked_at_once(set()):
        assert keys() == before
