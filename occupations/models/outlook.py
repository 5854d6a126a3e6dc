"""The outlook: what EP publishes of a round, under its own definitions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q

from occupations.models.classification import Occupation
from occupations.models.missing import missing_reason, value_or_reason
from occupations.models.source import Release
from occupations.models.validation import NamesFieldsInErrors
from occupations.querysets import ProjectionQuerySet


class EntryEducation(models.IntegerChoices):
    """Typical education needed for entry, as EP words and orders it (1 is the most)."""

    DOCTORAL = 1, "Doctoral or professional degree"
    MASTERS = 2, "Master’s degree"
    BACHELORS = 3, "Bachelor’s degree"
    ASSOCIATES = 4, "Associate’s degree"
    POSTSECONDARY = 5, "Postsecondary nondegree award"
    SOME_COLLEGE = 6, "Some college, no degree"
    HIGH_SCHOOL = 7, "High school diploma or equivalent"
    NO_CREDENTIAL = 8, "No formal educational credential"


class WorkExperience(models.IntegerChoices):
    """Work experience in a related occupation, in EP's codes."""

    FIVE_YEARS = 1, "5 years or more"
    LESS_THAN_FIVE = 2, "Less than 5 years"
    NONE = 4, "None"


class Training(models.IntegerChoices):
    """Typical on-the-job training needed to attain competency, in EP's codes."""

    RESIDENCY = 1, "Internship/residency"
    APPRENTICESHIP = 2, "Apprenticeship"
    LONG = 3, "Long-term on-the-job training"
    MODERATE = 4, "Moderate-term on-the-job training"
    SHORT = 5, "Short-term on-the-job training"
    NONE = 6, "None"


class GrowthWord(models.TextChoices):
    """The words for percent change; where each begins changes with every round."""

    DECLINE = "decline", "decline"
    LITTLE = "little", "little or no change"
    SLOWER = "slower", "slower than average"
    AVERAGE = "average", "about as fast as average"
    FASTER = "faster", "faster than average"
    MUCH_FASTER = "much-faster", "much faster than average"


class GrowthWordBasis(models.TextChoices):
    PUBLISHED = "published", "published for this occupation"
    DERIVED = "derived", "ours, from the round’s scale"
    BETWEEN = "between", "none: the percent ends in .5 and falls between two words"
    UNKNOWN = "unknown", "none: the round’s scale is not known here"


PROJECTION_FIGURES = (
    "base_employment", "target_employment", "employment_change", "percent_change", "openings",
    "labor_force_exits", "occupational_transfers", "separations", "percent_self_employed", "entry_education",
    "work_experience", "training",
)  # fmt: skip
# Yearly averages in thousands, of a table of their own in the publisher's workbook.
SEPARATIONS = ("labor_force_exits", "occupational_transfers", "separations")
# Three figures, each rounded to a tenth, may differ by so much where two of them make the third.
ROUNDED_APART = Decimal("0.1")
HANDBOOK_URL = r"^https://www\.bls\.gov/ooh/[a-z0-9-]+/[a-z0-9-]+\.htm$"


def _yearly(help_text: str) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        max_digits=9,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=f"Yearly average, in thousands{help_text}.",
    )


class ProjectionManager(models.Manager.from_queryset(ProjectionQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, *key: str) -> Projection:
        return self.get(
            release=Release.objects.get_by_natural_key(*key[:3]),
            occupation=Occupation.objects.get_by_natural_key(*key[3:]),
        )


class Projection(NamesFieldsInErrors):
    """One occupation in one projection round.

    Employment, its change and the openings are in thousands of jobs with one decimal, as published; the
    self-employed are included. Change, percent and openings are each published from unrounded data, so
    none is ever computed from the others.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="projections")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="projections")
    base_year = models.PositiveSmallIntegerField()
    target_year = models.PositiveSmallIntegerField()
    base_employment = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    base_employment_missing = missing_reason()
    target_employment = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    target_employment_missing = missing_reason()
    employment_change = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    employment_change_missing = missing_reason()
    percent_change = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    percent_change_missing = missing_reason()
    openings = _yearly("")
    openings_missing = missing_reason()
    labor_force_exits = _yearly(": people who leave the labor force")
    labor_force_exits_missing = missing_reason()
    occupational_transfers = _yearly(": people who go to another occupation")
    occupational_transfers_missing = missing_reason()
    separations = _yearly(": exits and transfers together, as published")
    separations_missing = missing_reason()
    percent_self_employed = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    percent_self_employed_missing = missing_reason()
    entry_education = models.PositiveSmallIntegerField(choices=EntryEducation, null=True, blank=True)
    entry_education_missing = missing_reason()
    work_experience = models.PositiveSmallIntegerField(choices=WorkExperience, null=True, blank=True)
    work_experience_missing = missing_reason()
    training = models.PositiveSmallIntegerField(choices=Training, null=True, blank=True)
    training_missing = missing_reason()
    handbook_url = models.URLField(
        blank=True,
        help_text="The Handbook's page that covers the occupation, where the workbook leads to one.",
    )
    carried_from = models.ForeignKey(
        Release,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        help_text="The round that states the self-employed, the experience and the training, where this one doesn't.",
    )
    stands_in = models.ForeignKey(
        Release,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        help_text="The round a year later, where that leaves the occupation out: this projection then stands in.",
    )
    growth_word = models.CharField(max_length=12, choices=GrowthWord, blank=True)
    growth_word_basis = models.CharField(
        max_length=10, choices=GrowthWordBasis, default=GrowthWordBasis.UNKNOWN
    )

    constraint_fields = {
        "projection_years_in_order": "target_year",
        "projection_separations_add_up": "separations",
        "projection_handbook_url_is_of_the_handbook": "handbook_url",
        "projection_percent_self_employed_0_to_100": "percent_self_employed",
        "projection_growth_word_has_its_basis": "growth_word_basis",
    }
    objects = ProjectionManager()

    class Meta:
        ordering = ("release", "occupation__code")
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation"), name="projection_natural_key"),
            *(value_or_reason("projection", figure) for figure in PROJECTION_FIGURES),
            models.CheckConstraint(
                name="projection_years_in_order",
                condition=Q(target_year__gt=F("base_year")),
                violation_error_message="The target year comes after the base year.",
            ),
            models.CheckConstraint(
                name="projection_employment_not_negative",
                condition=(Q(base_employment__isnull=True) | Q(base_employment__gte=0))
                & (Q(target_employment__isnull=True) | Q(target_employment__gte=0))
                & (Q(openings__isnull=True) | Q(openings__gte=0)),
                violation_error_message="Jobs and openings are not below zero.",
            ),
            models.CheckConstraint(
                name="projection_separations_not_negative",
                condition=(Q(labor_force_exits__isnull=True) | Q(labor_force_exits__gte=0))
                & (Q(occupational_transfers__isnull=True) | Q(occupational_transfers__gte=0))
                & (Q(separations__isnull=True) | Q(separations__gte=0)),
                violation_error_message="Exits, transfers and separations are not below zero.",
            ),
            models.CheckConstraint(
                name="projection_separations_add_up",
                condition=Q(separations__isnull=True)
                | Q(labor_force_exits__isnull=True)
                | Q(occupational_transfers__isnull=True)
                | Q(
                    separations__gte=F("labor_force_exits") + F("occupational_transfers") - ROUNDED_APART,
                    separations__lte=F("labor_force_exits") + F("occupational_transfers") + ROUNDED_APART,
                ),
                violation_error_message="Exits and transfers make the separations, to rounding.",
            ),
            models.CheckConstraint(
                name="projection_handbook_url_is_of_the_handbook",
                condition=Q(handbook_url="") | Q(handbook_url__regex=HANDBOOK_URL),
                violation_error_message="The address is one of https://www.bls.gov/ooh/ that ends in .htm.",
            ),
            models.CheckConstraint(
                name="projection_percent_self_employed_0_to_100",
                condition=Q(percent_self_employed__isnull=True) | Q(percent_self_employed__range=(0, 100)),
                violation_error_message="A percent is from 0 to 100.",
            ),
            models.CheckConstraint(
                name="projection_growth_word_has_its_basis",
                condition=Q(
                    growth_word="", growth_word_basis__in=(GrowthWordBasis.BETWEEN, GrowthWordBasis.UNKNOWN)
                )
                | (
                    Q(growth_word__in=GrowthWord.values)
                    & Q(growth_word_basis__in=(GrowthWordBasis.PUBLISHED, GrowthWordBasis.DERIVED))
                ),
                violation_error_message="Say whether the growth word is published or ours; leave both out otherwise.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.occupation.code} {self.release.label}"

    @property
    def round_label(self) -> str:
        """The round by its own years: it can be another than the one in which it stands in."""
        return f"{self.base_year}–{self.target_year % 100:02}"

    def field_of_constraint(self, name: str) -> str | None:
        counts = {
            "projection_employment_not_negative": ("base_employment", "target_employment", "openings"),
            "projection_separations_not_negative": SEPARATIONS,
        }
        if name in counts:
            return next(count for count in counts[name] if (getattr(self, count) or 0) < 0)
        return super().field_of_constraint(name)

    def natural_key(self) -> tuple[str, ...]:
        return (*self.release.natural_key(), *self.occupation.natural_key())

    natural_key.dependencies = ["occupations.release", "occupations.occupation"]  # type: ignore[attr-defined]
