"""What is fetched for the page of one occupation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.descriptors import Descriptors
from occupations.models import (
    AlternateTitle,
    Certification,
    CodeChange,
    IndustryShare,
    Introduction,
    JobZone,
    Occupation,
    Profile,
    ProfileSection,
    ProfileWage,
    Projection,
    Release,
    UtilizationFactor,
)
from wages.models import WageEstimate


@dataclass(frozen=True)
class Material:
    """What the view has fetched for one occupation."""

    occupation: Occupation
    day: dt.date | None
    introduction: Introduction | None
    editions: Sequence[WageEstimate]
    around: Sequence[WageEstimate]
    by_industry: Sequence[WageEstimate]
    industry_titles: Mapping[str, str]
    in_states: Sequence[WageEstimate]
    parities: Mapping[str, Decimal]
    prices: Release | None
    newest: Release | None
    projections: Sequence[Projection]
    factors: Sequence[UtilizationFactor]
    shares: Sequence[IndustryShare]
    profile: Profile | None
    sections: Mapping[str, Sequence[ProfileSection]]
    described: Descriptors
    related_zones: Mapping[int, JobZone]
    related_pay: Sequence[WageEstimate]
    related_projections: Sequence[Projection]
    similar: Sequence[Profile]
    profile_wages: Sequence[ProfileWage]
    covered_with: Sequence[Occupation]
    certifications: Sequence[Certification]
    titles: Sequence[AlternateTitle]
    members: Sequence[Occupation]
    member_pay: Sequence[WageEstimate]
    member_projections: Sequence[Projection]
    combines: Sequence[Occupation]
    changes: Sequence[CodeChange]
    combined_in: Sequence[Occupation]
