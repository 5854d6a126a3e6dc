"""What no single row can show: whether rows that people enter are of one list, and whether a day has come yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone

from occupations.choices import IndustryKind

if TYPE_CHECKING:
    from occupations.models import Industry, IndustryShare, Occupation

WHOLE = Decimal(100)
WAGE_AND_SALARY = "wage-and-salary"
INDUSTRY_JOBS = "industry-jobs"
SECTOR_LEVEL = 2


def ensure_past(field: str, day: dt.date | None, what: str) -> None:
    """Raise ValidationError at the field for a day that is still to come; `what` is done on it."""
    if day is not None and day > timezone.localdate():
        raise ValidationError({field: f"{what} can’t be later than today."})


def ensure_one_list(share: IndustryShare, others: Sequence[IndustryShare]) -> None:
    """Raise ValidationError where a share and the others of its list overlap, or come to more than a whole.

    A list is what one release says of the jobs of one occupation or profile, or of one industry. Shares are
    rounded: each may be half of its last place too high.
    """
    for other in others:
        if _overlap(share, other):
            raise ValidationError(
                f"“{_name(other)}” is already in this list, and “{_name(share)}” counts some of the same jobs. A list"
                " counts each job once: enter an industry or its parts, not both."
            )
    shares = [Decimal(each.share) for each in (share, *others)]
    most = WHOLE + sum((_half_of_last_place(each) for each in shares), Decimal(0))
    total = sum(shares, Decimal(0))
    if others and total > most:
        raise ValidationError(
            {
                "share": f"With the {len(others)} in this list it comes to {total.normalize():f} percent, over 100."
            }
        )


def _half_of_last_place(share: Decimal) -> Decimal:
    exponent = share.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Decimal(5).scaleb(-places - 1)


def _overlap(one: IndustryShare, other: IndustryShare) -> bool:
    if one.denominator == INDUSTRY_JOBS:
        return _one_is_above(one.occupation, other.occupation)
    if one.industry is not None and other.industry is not None:
        return _industries_overlap(one.industry, other.industry)
    if WAGE_AND_SALARY in (one.class_of_worker, other.class_of_worker):
        # Those on a payroll are in every industry; the other class of worker is in none.
        return not (one.class_of_worker and other.class_of_worker)
    return False


def _industries_overlap(one: Industry, other: Industry) -> bool:
    # A cut by owner crosses the industries beside it.
    crosses = IndustryKind.OWNERSHIP in (one.kind, other.kind) and one.kind != other.kind
    beside = one.parent_id == other.parent_id and one.level > SECTOR_LEVEL
    return _one_is_above(one, other) or (crosses and beside)


def _one_is_above(one: Industry | Occupation | None, other: Industry | Occupation | None) -> bool:
    """Whether two nodes of a tree are the same, or one is above the other."""
    if one is None or other is None:
        return False
    return one.pk in _with_those_above(other) or other.pk in _with_those_above(one)


def _with_those_above(node: Industry | Occupation) -> list[int]:
    ids = [node.pk]
    parent = node.parent
    while parent is not None:
        ids.append(parent.pk)
        parent = parent.parent
    return ids


def _name(share: IndustryShare) -> str:
    if share.denominator == INDUSTRY_JOBS:
        return str(share.occupation or share.profile)
    if share.industry is not None:
        return share.industry.short_title
    return share.industry_title or share.get_class_of_worker_display()
