"""Industry shares: what NEM and the Handbook publish, under their own definitions."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from occupations.models.classification import Industry, Occupation
from occupations.models.source import Release
from occupations.models.validation import NamesFieldsInErrors
from occupations.models.whole_sets import ensure_one_list
from occupations.querysets import IndustryShareQuerySet


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
