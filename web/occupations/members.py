"""The occupations within a group, and the codes that stand in for one that has no figures of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.models import Occupation, Projection, Release
from wages.estimates import Figure, figure
from wages.models import WageEstimate


@dataclass(frozen=True)
class Member:
    """A row of the table of occupations within a group, or that a code combines."""

    occupation: Occupation
    median: Figure
    basis: str
    employment: Figure
    projection: Projection | None = None

    @property
    def percent_change(self) -> Decimal | None:
        return self.projection.percent_change if self.projection else None

    @property
    def education(self) -> str:
        """What is usually needed to enter, as BLS assigns it; "" for nothing."""
        if self.projection is None or self.projection.entry_education is None:
            return ""
        return self.projection.get_entry_education_display()

    @property
    def round(self) -> Release | None:
        """The round that the row is projected in, which isn't that of the others where a row stands in."""
        return self.projection.release if self.projection else None


def members(
    occupations: Sequence[Occupation], estimates: Sequence[WageEstimate], projections: Sequence[Projection]
) -> list[Member]:
    """The rows of a group's table; pay is hourly where only that is published."""
    paid = {estimate.occupation_id: estimate for estimate in estimates}
    projected = {projection.occupation_id: projection for projection in projections}
    rows = []
    for occupation in occupations:
        estimate = paid.get(occupation.pk)
        basis = "annual"
        if estimate is not None and estimate.annual_median is None and estimate.hourly_median is not None:
            basis = "hourly"
        rows.append(
            Member(
                occupation=occupation,
                median=figure(estimate, f"{basis}_median"),
                basis=basis,
                employment=figure(estimate, "employment"),
                projection=projected.get(occupation.pk),
            )
        )
    return rows


def pooled_in(
    occupation: Occupation,
    own: Sequence[WageEstimate],
    around: Sequence[WageEstimate],
    combined_in: Sequence[Occupation],
) -> list[Occupation]:
    """The codes under which OEWS publishes the occupation together with others, where it has no cell of its own."""
    if own or occupation.is_group:
        return []
    pools = [wider for wider in combined_in if not wider.is_retired]
    parent = occupation.parent
    stands_in = any(
        e.occupation_id == occupation.parent_id and e.published_level == Occupation.Level.DETAILED
        for e in around
    )
    if parent is not None and stands_in:
        pools.append(parent)
    return pools
