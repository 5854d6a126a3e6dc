"""Cells of the importer beside those of the second reading."""

from decimal import Decimal
from typing import Any

from occupations.models import MissingReason
from tests.wages.importers.obvious import Figures
from wages.measures import MEASURES


def as_published(row: dict[str, Any]) -> Figures:
    """The figures of a cell, each missing one as its reason in words. Fails where both or neither are there."""
    figures: Figures = {}
    for measure in MEASURES:
        value, reason = row[measure], row[f"{measure}_missing"]
        assert (value is None) != (reason is None), f"{measure}: {value!r} and {reason!r}"
        figures[measure] = str(MissingReason(reason).label) if value is None else Decimal(value)
    return figures
