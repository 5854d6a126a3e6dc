"""Rows of a place's occupations, on figures made for them."""

from __future__ import annotations

from decimal import Decimal
from operator import itemgetter

from occupations.models import MissingReason, Occupation
from wages.estimates import NOTHING, Figure
from web.places.rows import HereRow, of_note
from web.tables.cells import leading


def row(jobs: int | None, per_1000: str | None = None) -> HereRow:
    """A row with a number of jobs and the publisher's jobs per 1,000."""
    return HereRow(
        occupation=Occupation(sentence_title="Pharmacists", level=4),
        group=None,
        level=4,
        employment=Figure(jobs) if jobs is not None else Figure(None, MissingReason.NOT_RELEASED),
        per_1000=Figure(Decimal(per_1000)) if per_1000 else NOTHING,
        quotient=NOTHING,
        percentiles=(NOTHING,) * 5,
        mean=NOTHING,
        national=NOTHING,
        employment_rse=NOTHING,
        wage_rse=NOTHING,
        adjusted=NOTHING,
        parity=None,
    )


TOTAL = row(60_000)


def test_the_published_jobs_per_1000_decide_and_not_the_rounded_jobs() -> None:
    """60 of 60,000 would be 1 in 1,000; the publisher, with unrounded numbers, says 0.979."""
    below, above = row(60, "0.979"), row(50, "1.002")
    assert of_note([below, above], TOTAL) == [above]


def test_exactly_one_in_1000_is_enough() -> None:
    exactly = row(60, "1.000")
    assert of_note([exactly], TOTAL) == [exactly]


def test_those_equal_to_the_third_are_named_too() -> None:
    ranked = [("A", 9), ("B", 8), ("C", 7), ("D", 7), ("E", 6)]
    assert leading(ranked, itemgetter(1), 3) == ranked[:4]
    assert leading(ranked[:2], itemgetter(1), 3) == ranked[:2]
    assert leading([], itemgetter(1), 3) == []


def test_where_none_is_published_the_jobs_decide() -> None:
    """The nation has no jobs per 1,000."""
    enough, too_few = row(60), row(50)
    assert of_note([enough, too_few], TOTAL) == [enough]
    assert of_note([row(None)], TOTAL) == []
    assert of_note([enough], None) == []
