"""The page of one industry: its own figures, the industries around it."""

from __future__ import annotations

from dataclasses import dataclass

from occupations.models import Industry, Release
from wages.estimates import figure
from wages.models import WageEstimate
from web import industry_prose
from web.presenters.cells import percentiles_of, share_of
from web.presenters.industry_rows import lower_first


@dataclass(frozen=True)
class IndustryProfile:
    """What the page of an industry shows over its table of occupations."""

    industry: Industry
    release: Release | None
    basis: str
    sentences: list[str]
    within: list[Industry]
    nearest: Industry | None


def industry_profile(
    industry: Industry,
    shown: Release | None,
    own: WageEstimate | None,
    around: list[WageEstimate],
    below: list[Industry],
    *,
    basis: str,
) -> IndustryProfile:
    """`own` is the industry's cell of all occupations, `around` are those of the industries above and below."""
    by_industry = {cell.industry_id: cell for cell in around}
    overall = next((cell for cell in around if cell.industry.kind == Industry.Kind.ALL), None)
    nearest = industry.parent
    while nearest is not None and nearest.pk not in by_industry:
        nearest = nearest.parent
    return IndustryProfile(
        industry=industry,
        release=shown,
        basis=basis,
        sentences=_sentences(industry, own, overall, basis),
        within=[child for child in below if child.parent_id == industry.pk],
        nearest=nearest,
    )


def _sentences(
    industry: Industry, own: WageEstimate | None, overall: WageEstimate | None, basis: str
) -> list[str]:
    if own is None:
        return []
    employment = figure(own, "employment")
    share = share_of(employment, figure(overall, "employment")) if overall else None
    name = lower_first(industry.short_title)
    said = [
        industry_prose.jobs_sentence(name, employment, share, own.release.reference_period),
        industry_prose.median_sentence(
            percentiles_of(own, basis)[2], percentiles_of(overall, basis)[2], basis
        ),
    ]
    return [text for text in said if text]
