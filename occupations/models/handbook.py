"""Figures that the Occupational Outlook Handbook states for a whole profile, which may cover many codes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from occupations.models.classification import Industry, Occupation
from occupations.models.missing import missing_reason, value_or_reason
from occupations.models.outlook import EntryEducation, GrowthWord, Training, WorkExperience
from occupations.models.profile import Profile
from occupations.models.source import Release
from occupations.querysets import ProfileWageQuerySet

QUICK_FACTS = ("annual_median", "hourly_median", "jobs", "percent_change", "employment_change")


class QuickFacts(models.Model):
    """The Handbook's summary of one profile: wages in dollars, jobs as counts, the change over the round."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="quick_facts")
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="quick_facts")
    annual_median = models.PositiveIntegerField(null=True, blank=True)
    annual_median_missing = missing_reason()
    hourly_median = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    hourly_median_missing = missing_reason()
    jobs = models.PositiveIntegerField(null=True, blank=True)
    jobs_missing = missing_reason()
    percent_change = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    percent_change_missing = missing_reason()
    employment_change = models.IntegerField(
        null=True, blank=True, help_text="qf_employment_openings, which is the change whatever its name says."
    )
    employment_change_missing = missing_reason()
    growth_word = models.CharField(max_length=12, choices=GrowthWord, blank=True)
    entry_education = models.PositiveSmallIntegerField(choices=EntryEducation, null=True, blank=True)
    work_experience = models.PositiveSmallIntegerField(choices=WorkExperience, null=True, blank=True)
    training = models.PositiveSmallIntegerField(choices=Training, null=True, blank=True)
    as_published = models.JSONField(default=dict, blank=True, help_text="The facts word by word.")

    class Meta:
        verbose_name_plural = "quick facts"
        constraints = (
            models.UniqueConstraint(fields=("release", "profile"), name="quickfacts_natural_key"),
            *(value_or_reason("quickfacts", figure) for figure in QUICK_FACTS),
        )

    def __str__(self) -> str:
        return f"{self.profile_id} {self.release_id}"


class ProfileWage(models.Model):
    """Median wage of a profile's occupations in one of the industries that the Handbook names (dollars)."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="profile_wages")
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="wages")
    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="profile_wages",
        help_text="Where the profile states it for one of its occupations alone; empty: for the whole profile.",
    )
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="profile_wages",
        help_text="Empty where the title names no single industry of ours.",
    )
    industry_title = models.CharField(max_length=200, help_text="As published.")
    reference_period = models.CharField(max_length=20, help_text='"May 2024"')
    basis = models.CharField(max_length=6, choices=[("annual", "annual"), ("hourly", "hourly")])
    median = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    median_missing = missing_reason()
    floor = models.DecimalField(
        max_digits=9, decimal_places=2, null=True, blank=True, help_text="Where a top-coded median begins."
    )

    objects = ProfileWageQuerySet.as_manager()

    class Meta:
        ordering = ("profile", "-median", "industry_title")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "profile", "occupation", "industry_title", "basis"),
                name="profilewage_natural_key",
                nulls_distinct=False,
            ),
            value_or_reason("profilewage", "median"),
            models.CheckConstraint(
                name="profilewage_floor_only_if_top_coded",
                condition=Q(floor__isnull=True) | Q(median_missing__isnull=False, median_missing=2),
            ),
        )

    def __str__(self) -> str:
        return f"{self.industry_title}: {self.median}"
