"""Why a figure is missing: the one vocabulary for it, from the file to the page.

Every figure that a publisher may leave out is two columns: the value, and `<figure>_missing` with the
reason. Exactly one of the two is filled (see `value_or_reason`). A row that is absent altogether has no
reason to store: that is "no such cell".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q


class MissingReason(models.IntegerChoices):
    """Reasons in the order in which a reader decides them."""

    OTHER_BASIS = 1, "other basis only"
    TOP_CODED = 2, "top-coded"
    NOT_RELEASED = 3, "not released"
    BELOW_THRESHOLD = 4, "below threshold"
    NOT_PRODUCED = 5, "not produced for this kind of cell"
    NOT_STATED = 6, "not stated by this source"


def missing_reason() -> models.PositiveSmallIntegerField[Any, Any]:
    """The column that stands beside a figure: NULL where the figure is published.

    Errors are left to the database constraint, so that a form names the figure and not the column.
    """
    return models.PositiveSmallIntegerField(choices=MissingReason, null=True, blank=True, editable=True)


def give_reasons(row: Any, figures: Iterable[str]) -> None:
    """Complete what a person entered: no reason beside a figure, and "not stated" where there is neither."""
    for figure in figures:
        reason = f"{figure}_missing"
        if getattr(row, figure) is not None:
            setattr(row, reason, None)
        elif getattr(row, reason) is None:
            setattr(row, reason, MissingReason.NOT_STATED)


def value_or_reason(table: str, figure: str) -> models.CheckConstraint:
    """Exactly one of `figure` and `figure_missing` is filled."""
    reason = f"{figure}_missing"
    has_value = {f"{figure}__isnull": False, f"{reason}__isnull": True}
    has_reason: dict[str, Any] = {
        f"{figure}__isnull": True,
        f"{reason}__isnull": False,  # NULL IN (…) is not false but unknown, which a check lets pass
        f"{reason}__in": MissingReason.values,
    }
    return models.CheckConstraint(
        name=f"{table}_{figure}_value_or_reason",
        condition=Q(**has_value) | Q(**has_reason),
        violation_error_message=(
            f"{figure.replace('_', ' ').capitalize()}: give either a figure or the reason why there is none."
        ),
    )
