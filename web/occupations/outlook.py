"""The job outlook on a profile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from occupations.editions import of_one_edition, rank
from occupations.models import GrowthWordBasis, MissingReason, Occupation, Projection, Release
from wages.estimates import Figure
from web.words import numbers
from web.words import sentences as prose


@dataclass(frozen=True)
class OutlookFigure:
    """A figure of a projection with its name; jobs are in thousands, as published, and `form` writes them in full."""

    name: str
    figure: Figure
    form: Callable[[numbers.Number], str]

    @property
    def is_in_thousands(self) -> bool:
        return self.form in (numbers.thousands, numbers.change_in_jobs)


def _published(projection: Projection, field: str) -> Figure:
    reason = getattr(projection, f"{field}_missing")
    return Figure(getattr(projection, field), MissingReason(reason) if reason else None)


@dataclass(frozen=True)
class Outlook:
    """The outlook section: the shown round, the total it is compared with, and the earlier rounds."""

    projection: Projection
    total: Projection | None
    sentences: list[str]
    word_note: str
    earlier: list[Projection]

    @property
    def release(self) -> Release:
        return self.projection.release

    @property
    def measures(self) -> list[OutlookFigure]:
        """The published figures by name; unstated ones are left out."""
        p = self.projection
        stated = (
            (f"Jobs, {p.base_year}", "base_employment", numbers.thousands),
            (f"Projected jobs, {p.target_year}", "target_employment", numbers.thousands),
            ("Change in jobs", "employment_change", numbers.change_in_jobs),
            ("Change, percent", "percent_change", _signed_percent),
            ("Openings a year, on average", "openings", numbers.thousands),
            (f"Self-employed, {p.base_year}", "percent_self_employed", numbers.percent_sign),
        )
        stated_figures = [OutlookFigure(name, _published(p, field), form) for name, field, form in stated]
        return [
            m
            for m in stated_figures
            if m.figure.value is not None or m.figure.reason == MissingReason.NOT_RELEASED
        ]

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Name and figure of each measure, in words where one is missing."""
        return [
            (m.name, numbers.figure_or_reason(m.figure.value, m.figure.reason, m.form)) for m in self.measures
        ]

    @property
    def earlier_rounds(self) -> list[EarlierRound]:
        """Each earlier round with what it counted and said; "" for what it doesn't state."""
        return [_earlier(p, self.release) for p in self.earlier]

    @property
    def rounds_have_words(self) -> bool:
        """Whether any earlier round states how fast, so that no column stands empty."""
        return any(earlier.growth_word for earlier in self.earlier)

    @property
    def counted(self) -> str:
        """What the shown round counts, to hold the earlier ones against."""
        if self.projection.base_employment is None:
            return ""
        count = numbers.thousands(self.projection.base_employment)
        return f"The round of {self.release.label} counts {count} jobs in {self.projection.base_year}."


@dataclass(frozen=True)
class EarlierRound:
    """One earlier round of the same occupation, in words."""

    release: Release
    jobs: str
    change: str
    openings: str
    word: str
    is_of_the_shown: bool
    """Whether the shown round is of the same years, so that reading as of it leads back to that one."""


def _earlier(projection: Projection, shown: Release) -> EarlierRound:
    jobs, change, openings = projection.base_employment, projection.percent_change, projection.openings
    return EarlierRound(
        release=projection.release,
        jobs=f"{numbers.thousands(jobs)} ({projection.base_year})" if jobs is not None else "",
        change=numbers.number(change, 1, signed=True) if change is not None else "",
        openings=numbers.thousands(openings) if openings is not None else "",
        word=projection.get_growth_word_display() if projection.growth_word else "",
        is_of_the_shown=of_one_edition(projection.release, shown),
    )


WORD_NOTES = {
    GrowthWordBasis.PUBLISHED: "The words “{word}” are BLS’s own for this round.",
    GrowthWordBasis.DERIVED: "The words “{word}” are ours, from BLS’s scale for this round.",
    GrowthWordBasis.BETWEEN: "The percent lies exactly between two words of BLS’s scale, so none is given.",
    GrowthWordBasis.UNKNOWN: "",
}


def outlook(occupation: Occupation, projections: Sequence[Projection]) -> Outlook | None:
    """The outlook, or None where no round covers the occupation.

    `projections` are those of the occupation and of all occupations together, in any order.
    """
    own = sorted(
        (p for p in projections if p.occupation_id == occupation.pk),
        key=lambda p: rank(p.release),
        reverse=True,
    )
    if not own:
        return None
    shown = own[0]
    totals = [p for p in projections if p.release_id == shown.release_id and p.occupation_id != occupation.pk]
    title = occupation.sentence_title
    sentences = [
        prose.growth_sentence(title, shown),
        prose.openings_sentence(title, shown),
        prose.all_jobs_sentence(totals[0] if totals else None),
    ]
    basis = GrowthWordBasis(shown.growth_word_basis)
    return Outlook(
        projection=shown,
        total=totals[0] if totals else None,
        sentences=[text for text in sentences if text],
        word_note=WORD_NOTES[basis].format(word=shown.get_growth_word_display()),
        earlier=own[1:],
    )


def _signed_percent(value: numbers.Number) -> str:
    return numbers.percent_sign(value, signed=True)
