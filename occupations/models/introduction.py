"""What people write about a group of occupations or an industry: a paragraph for each."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from occupations.lint.figures import statistical_figure
from occupations.models.classification import Industry, Occupation
from occupations.models.validation import NamesFieldsInErrors
from occupations.written import plain_text


class IntroductionManager(models.Manager["Introduction"]):
    def get_by_natural_key(self, system: str, code: str) -> Introduction:
        return self.get(
            Q(occupation__system__slug=system, occupation__code=code)
            | Q(industry__system__slug=system, industry__code=code)
        )


class Introduction(NamesFieldsInErrors):
    """A paragraph that says what a group of occupations or an industry is. It holds no statistical figure."""

    occupation = models.OneToOneField(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="introduction"
    )
    industry = models.OneToOneField(
        Industry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="introduction",
        help_text="In place of a group of occupations.",
    )
    text = models.TextField(help_text="Two to four sentences, plain text.")

    constraint_fields = {"introduction_of_group_or_industry": "occupation"}
    history = HistoricalRecords()
    objects = IntroductionManager()

    class Meta:
        ordering = ("occupation__code", "industry__code")
        constraints = (
            models.CheckConstraint(
                name="introduction_of_group_or_industry",
                condition=Q(occupation__isnull=False, industry__isnull=True)
                | Q(occupation__isnull=True, industry__isnull=False),
                violation_error_message="Give the group of occupations or the industry, not both.",
            ),
        )

    def __str__(self) -> str:
        return str(self.occupation or self.industry)

    def clean(self) -> None:
        """Raise ValidationError for a text that states a figure, which the data could come to contradict."""
        super().clean()
        self.text = plain_text(self.text)
        figure = statistical_figure(self.text)
        if figure:
            raise ValidationError({"text": f"The text states a figure: “{figure}”. Leave it out."})

    def natural_key(self) -> tuple[str, str]:
        about: Any = self.occupation or self.industry
        return (about.system.slug, about.code)

    natural_key.dependencies = [  # type: ignore[attr-defined]  # read by Django's serializers
        "occupations.occupation", "occupations.industry",
    ]  # fmt: skip
