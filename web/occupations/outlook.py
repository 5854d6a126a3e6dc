"""The job outlook on a profile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from occupations.editions import of_one_edition, rank
from occupations.models import GrowthWordBasis, MissingReason, Occupation, Projection, Release
from wages.estimates import Figure
from web.occupations.openings import Openings, openings_of
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
    """The outlook section: the shown round, the total it is compared with, the earlier rounds, and where openings
    come from."""

    projection: Projection
    total: Projection | None
    sentences: list[str]
    word_note: str
    earlier: list[Projection]
    openings: Openings | None = None

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
            (self._self_employed, "percent_self_employed", numbers.percent_sign),
        )
        stated_figures = [OutlookFigure(name, _published(p, field), form) for name, field, form in stated]
        return [
            m
            for m in stated_figures
            if m.figure.value is not None or m.figure.reason == MissingReason.NOT_RELEASED
        ]

    @property
    def carried(self) -> list[Release]:
        """The round that states what the shown one doesn't, if any."""
        return [self.projection.carried_from] if self.projection.carried_from else []

    @property
    def _self_employed(self) -> str:
        """Its name with the year: that of the round that states it."""
        year = (
            self.projection.carried_from.label[:4]
            if self.projection.carried_from
            else self.projection.base_year
        )
        return prose.with_round(f"Self-employed, {year}", self.projection)

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


# BLS's "None" for experience and training, in words.
NO_NEED = {"None": "None is usually needed"}
WORD_NOTES = {
    GrowthWordBasis.PUBLISHED: "The words “{word}” are BLS’s own for this round.",
    GrowthWordBasis.DERIVED: "The words “{word}” are ours, from BLS’s scale for this round.",
    GrowthWordBasis.BETWEEN: "The percent falls exactly between two words on BLS’s scale, so we use neither.",
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
    total = totals[0] if totals else None
    title = occupation.sentence_title
    sentences = [
        prose.growth_sentence(title, shown, total),
        prose.openings_sentence(title, shown),
        "" if prose.compares_with_all_jobs(shown, total) else prose.all_jobs_sentence(total),
    ]
    basis = GrowthWordBasis(shown.growth_word_basis)
    return Outlook(
        projection=shown,
        total=total,
        sentences=[text for text in sentences if text],
        word_note=WORD_NOTES[basis].format(word=shown.get_growth_word_display()),
        earlier=own[1:],
        openings=openings_of(occupation, own),
    )


def entry_of(projection: Projection) -> list[tuple[str, str]]:
    """The usual way in as BLS assigns it, as term and value; "None" of BLS is said in words, another round named."""
    stated = (
        ("Education to enter", projection.entry_education, projection.get_entry_education_display(), False),
        (
            "Experience in related work",
            projection.work_experience,
            projection.get_work_experience_display(),
            True,
        ),
        ("Training on the job", projection.training, projection.get_training_display(), True),
    )
    return [
        (term, prose.with_round(said, projection) if is_carried else said)
        for term, code, value, is_carried in stated
        if code is not None and (said := NO_NEED.get(value, value))
    ]


def _signed_percent(value: numbers.Number) -> str:
    return numbers.percent_sign(value, signed=True)
