"""A row of the finder's table: the figures of one occupation, and its pay drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from occupations.models import MissingReason, Projection, Release
from wages.estimates import Figure, figure
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES
from web.charts import pay_bar
from web.charts.pay_bar import Axis, PayBar
from web.tables.cells import PercentileRow
from web.words.numbers import OTHER_BASIS

PERCENTILES = {"annual": ANNUAL_PERCENTILES, "hourly": HOURLY_PERCENTILES}


@dataclass(frozen=True)
class FinderRow(PercentileRow):
    """One occupation in the finder's table; wages are on the basis that is read, `other_median` on the other."""

    name: str
    code: str
    is_residual: bool
    also_called: str
    percentiles: tuple[Figure, ...]
    mean: Figure
    other_median: Figure
    employment: Figure
    location_quotient: Figure
    bar: PayBar | None
    projection: Projection | None

    @property
    def is_on_other_basis(self) -> bool:
        """Whether pay is published, but not on the basis that is read."""
        return self.median.reason == MissingReason.OTHER_BASIS and self.other_median.value is not None


def finder_row(
    occupation: Any,
    release: Release | None,
    reference: Figure,
    basis: str = "annual",
    scale: Axis | None = None,
) -> FinderRow:
    """The row of an occupation whose figures were read with it: its `pay_cells` and what is `projected`. Its bar is
    on the scale given, or on the widest."""
    estimate = next(iter(occupation.pay_cells), None)

    def measure(name: str) -> Figure:
        return figure(estimate, name, release)

    percentiles = tuple(measure(name) for name in PERCENTILES[basis])
    return FinderRow(
        name=occupation.sentence_title,
        code=occupation.code,
        is_residual=occupation.is_residual,
        also_called=getattr(occupation, "also_called", None) or "",
        percentiles=percentiles,
        mean=measure(f"{basis}_mean"),
        other_median=measure(f"{OTHER_BASIS[basis]}_median"),
        employment=measure("employment"),
        location_quotient=measure("location_quotient"),
        bar=pay_bar.pay_bar_on_scale(occupation.sentence_title, percentiles, reference, basis, scale),
        projection=next(iter(occupation.projected), None),
    )
