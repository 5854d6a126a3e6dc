"""Why an occupation's share of an industry's jobs is projected to rise or fall, as EP gives it beside a round."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from occupations.models.classification import Industry, Occupation
from occupations.models.source import Release
from occupations.querysets import UtilizationFactorQuerySet


class UtilizationFactor(models.Model):
    """One row of "Factors affecting occupational utilization": an occupation in an industry, or in all of them.

    The kinds and the direction are facts. `statement` is the publisher's own sentence, which is here only where
    somebody loaded the publisher's workbook.
    """

    class Kind(models.TextChoices):
        DEMAND = "demand", "Demand change"
        PRODUCTIVITY = "productivity", "Productivity change"
        CAPITAL = "capital", "Capital/labor substitution"
        SOURCING = "sourcing", "Sourcing change"
        SUBSTITUTION = "substitution", "Occupational substitution"

    class Direction(models.TextChoices):
        UP = "up", "share increases"
        DOWN = "down", "share decreases"

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="utilization_factors")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="utilization_factors")
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="utilization_factors",
        help_text="Empty where the code of the matrix is of no industry of ours.",
    )
    industry_code = models.CharField(
        max_length=6, help_text="As the matrix writes it; TE1000 is all industries."
    )
    industry_title = models.CharField(max_length=200, help_text="As published.")
    kinds = ArrayField(
        models.CharField(max_length=12, choices=Kind), help_text="One or more, the first as published first."
    )
    direction = models.CharField(max_length=4, choices=Direction)
    statement = models.TextField(blank=True, help_text="The publisher's sentence, where its file is loaded.")

    objects = UtilizationFactorQuerySet.as_manager()

    class Meta:
        ordering = ("release", "occupation__code", "industry_code")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "industry_code"), name="utilizationfactor_natural_key"
            ),
            models.CheckConstraint(
                name="utilizationfactor_kinds_known",
                condition=Q(kinds__len__gte=1)
                & Q(kinds__contained_by=["demand", "productivity", "capital", "sourcing", "substitution"]),
            ),
            models.CheckConstraint(
                name="utilizationfactor_direction_known", condition=Q(direction__in=("up", "down"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.occupation_id} in {self.industry_title}: {self.get_direction_display()}"
