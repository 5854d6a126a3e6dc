"""What the table by industry reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from occupations.editions import edition_of
from occupations.models import Occupation
from wages.models import WageEstimate
from web.occupations.pay import choose_for_tables, same_edition
from web.occupations.queries import (
    PAY_MEASURES,
    national_by_industry,
    national_editions,
    wage_releases,
)


@dataclass(frozen=True)
class IndustryMaterial:
    """One occupation's cells of the shown edition: for all industries, and for each."""

    overall: WageEstimate | None
    by_industry: list[WageEstimate]


def industry_material(occupation: Occupation, day: dt.date | None) -> IndustryMaterial:
    """Everything for an occupation's industry table, as of a day. Three queries."""
    releases = wage_releases(day)
    overall = choose_for_tables(
        [e for e in national_editions(occupation, releases) if e.occupation_id == occupation.pk]
    )
    if overall is None:
        return IndustryMaterial(None, [])
    overall.occupation = occupation
    cells = national_by_industry(occupation, edition_of(releases, overall.release), *PAY_MEASURES)
    return IndustryMaterial(overall, same_edition(cells, overall.release))
