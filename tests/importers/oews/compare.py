"""Cells of the importer beside those of the second reading."""

from decimal import Decimal
from typing import Any

from occupations.models import MissingReason
from tests.importers.oews.obvious import Figures
from wages.measures import MEASURES
from wages.models import WageEstimate


def as_published(row: dict[str, Any]) -> Figures:
    """The figures of a cell, each missing one as its reason in words. Fails where both or neither are there."""
    figures: Figures = {}
    for measure in MEASURES:
        value, reason = row[measure], row[f"{measure}_missing"]
        assert (value is None) != (reason is None), f"{measure}: {value!r} and {reason!r}"
        figures[measure] = str(MissingReason(reason).label) if value is None else Decimal(value)
    return figures


def cells_of(label: str) -> dict[tuple[str, str, str], dict]:
    """The cells of an official release, by area, industry and occupation."""
    keys = ("area__code", "industry__code", "occupation__code")
    found = WageEstimate.objects.filter(release__label=label, release__kind="official")
    fields = [field.attname for field in WageEstimate._meta.concrete_fields]
    return {tuple(row[key] for key in keys): row for row in found.values(*keys, *fields)}
