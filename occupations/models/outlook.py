"""Outlook and industry shares: what EP and NEM publish, under their own definitions."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from occupations.models.classification import Industry, Occupation
from occupations.models.missing import missing_reason, value_or_reason
from occupations.models.source import Release
from occupations.models.validation import NamesFieldsInErrors
from occupations.models.whole_sets import ensure_one_list
from occupations.querysets import IndustryShareQuerySet, ProjectionQuerySet


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
    "percent_self_employed", "entry_education", "work_experience", "training",
)  # fmt: skip


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
    openings = models.DecimalField(
        max_digits=9, decimal_places=1, null=True, blank=True, help_text="Yearly average, in thousands."
    )
    openings_missing = missing_reason()
    percent_self_employed = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    percent_self_employed_missing = missing_reason()
    entry_education = models.PositiveSmallIntegerField(choices=EntryEducation, null=True, blank=True)
    entry_education_missing = missing_reason()
    work_experience = models.PositiveSmallIntegerField(choices=WorkExperience, null=True, blank=True)
    work_experience_missing = missing_reason()
    training = models.PositiveSmallIntegerField(choices=Training, null=True, blank=True)
    training_missing = missing_reason()
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
        if name == "projection_employment_not_negative":
            counts = ("base_employment", "target_employment", "openings")
            return next(count for count in counts if (getattr(self, count) or 0) < 0)
        return super().field_of_constraint(name)

    def natural_key(self) -> tuple[str, ...]:
        return (*self.release.natural_key(), *self.occupation.natural_key())

    natural_key.dependencies = ["occupations.release", "occupations.occupation"]  # type: ignore[attr-defined]


def _matrix_figure(digits: int, help_text: str) -> models.DecimalField[Any, Any]:
    """A figure that the matrix states beside a share, and no other source of shares has."""
    return models.DecimalField(
        max_digits=digits, decimal_places=1, null=True, blank=True, help_text=help_text
    )


class IndustryShareManager(models.Manager.from_queryset(IndustryShareQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, *key: str) -> IndustryShare:
        *release, system, code, profile, industry_system, industry, title, class_of_worker, denominator = key
        of_occupation = {"occupation__system__slug": system, "occupation__code": code}
        in_industry = {"industry__system__slug": industry_system, "industry__code": industry}
        return self.get(
            **(of_occupation if code else {"profile__slug": profile}),
            **(in_industry if industry else {"industry": None}),
            industry_title=title,
            class_of_worker=class_of_worker,
            release=Release.objects.get_by_natural_key(*release),
            denominator=denominator,
        )


class IndustryShare(NamesFieldsInErrors):
    """The share of an occupation's jobs that is in one industry, as a source published it (percent).

    Shares that we compute from OEWS are not stored here: they have another denominator.
    """

    class Denominator(models.TextChoices):
        OCCUPATION_JOBS = "occupation-jobs", "percent of the occupation’s jobs, self-employed included"
        PROFILE_JOBS = (
            "profile-jobs",
            "percent of the jobs of the profile’s occupations, self-employed included",
        )
        INDUSTRY_JOBS = "industry-jobs", "percent of the industry’s jobs"

    class ClassOfWorker(models.TextChoices):
        SELF_EMPLOYED = "self-employed", "Self-employed workers"
        WAGE_AND_SALARY = "wage-and-salary", "Wage and salary workers"

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="industry_shares")
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="industry_shares"
    )
    profile = models.ForeignKey(
        "Profile",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="industry_shares",
        help_text="In place of an occupation, where the source states it for the whole profile.",
    )
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, null=True, blank=True, related_name="occupation_shares"
    )
    industry_title = models.CharField(
        max_length=200, blank=True, help_text="As published, where a source names industries by title."
    )
    class_of_worker = models.CharField(max_length=16, choices=ClassOfWorker, blank=True)
    share = models.DecimalField(max_digits=5, decimal_places=2, help_text="Percent.")
    denominator = models.CharField(max_length=16, choices=Denominator)
    display_level = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="How deep the row stands in the matrix’s own tree of industries: 2 is a sector.",
    )
    employment = _matrix_figure(9, "Thousands of jobs in the base year, where the source states them.")
    target_employment = _matrix_figure(9, "Thousands of jobs projected for the target year.")
    target_share = _matrix_figure(4, "The share projected for the target year, percent.")
    employment_change = _matrix_figure(9, "Thousands of jobs, as published.")
    percent_change = _matrix_figure(8, "Percent, as published.")

    constraint_fields = {
        "industryshare_0_to_100": "share",
        "industryshare_of_occupation_or_profile": "occupation",
        "industryshare_in_industry_or_class_of_worker": "industry",
        "industryshare_denominator_known": "denominator",
        "industryshare_employment_not_negative": "employment",
        "industryshare_target_share_0_to_100": "target_share",
    }
    objects = IndustryShareManager()

    class Meta:
        ordering = ("release", "-share", "industry__code")
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "release",
                    "occupation",
                    "profile",
                    "industry",
                    "industry_title",
                    "class_of_worker",
                    "denominator",
                ),
                name="industryshare_natural_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="industryshare_0_to_100",
                condition=Q(share__range=(0, 100)),
                violation_error_message="A share is a percent from 0 to 100.",
            ),
            models.CheckConstraint(
                name="industryshare_of_occupation_or_profile",
                condition=Q(occupation__isnull=False, profile__isnull=True)
                | Q(occupation__isnull=True, profile__isnull=False),
                violation_error_message="Give the occupation or the profile, not both.",
            ),
            models.CheckConstraint(
                name="industryshare_in_industry_or_class_of_worker",
                condition=Q(industry__isnull=False, class_of_worker="")
                | (Q(industry__isnull=True, class_of_worker="") & ~Q(industry_title=""))
                | Q(
                    industry__isnull=True,
                    industry_title="",
                    class_of_worker__in=("self-employed", "wage-and-salary"),
                ),
                violation_error_message="Give the industry, its title or the class of worker, not both.",
            ),
            models.CheckConstraint(
                name="industryshare_denominator_known",
                condition=Q(denominator__in=("occupation-jobs", "profile-jobs", "industry-jobs")),
            ),
            models.CheckConstraint(
                name="industryshare_employment_not_negative",
                condition=(Q(employment__isnull=True) | Q(employment__gte=0))
                & (Q(target_employment__isnull=True) | Q(target_employment__gte=0)),
                violation_error_message="Jobs are not below zero.",
            ),
            models.CheckConstraint(
                name="industryshare_target_share_0_to_100",
                condition=Q(target_share__isnull=True) | Q(target_share__range=(0, 100)),
                violation_error_message="A share is a percent from 0 to 100.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.share} % ({self.get_denominator_display()})"

    def clean(self) -> None:
        """Raise ValidationError where what somebody enters is not of one list with the rest. A publisher's matrix
        has every level in one column, and is not checked here."""
        super().clean()
        if self.release_id is None or self.release.is_official or self.share is None:
            return
        same = IndustryShare.objects.filter(release=self.release_id, denominator=self.denominator)
        if self.denominator == self.Denominator.INDUSTRY_JOBS:
            others = same.filter(industry=self.industry_id, industry_title=self.industry_title)
        else:
            others = same.filter(occupation=self.occupation_id, profile=self.profile_id)
        others = others.exclude(pk=self.pk).select_related("industry", "occupation", "profile")
        ensure_one_list(self, list(others))

    def natural_key(self) -> tuple[str, ...]:
        return (
            *self.release.natural_key(),
            *(self.occupation.natural_key() if self.occupation else ("", "")),
            self.profile.slug if self.profile else "",
            *(self.industry.natural_key() if self.industry else ("", "")),
            self.industry_title, self.class_of_worker, self.denominator,
        )  # fmt: skip

    natural_key.dependencies = [  # type: ignore[attr-defined]  # read by Django's serializers
        "occupations.release", "occupations.occupation", "occupations.profile", "occupations.industry",
    ]  # fmt: skip
