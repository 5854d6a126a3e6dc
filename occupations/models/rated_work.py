"""What O*NET asks about the work itself: answers about its conditions, ratings of its tasks, tasks that are new."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from occupations.models.classification import Occupation
from occupations.models.descriptors import Element
from occupations.models.source import Release


class ContextCategory(models.Model):
    """What an answer about an element of work context says: 5 of "Public Speaking" is "Every day".

    In the words of the release that was loaded last, as the names of elements are.
    """

    element = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="categories")
    category = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "context categories"
        ordering = ("element__code", "category")
        constraints = (
            models.UniqueConstraint(fields=("element", "category"), name="contextcategory_natural_key"),
            models.CheckConstraint(name="contextcategory_1_to_5", condition=Q(category__range=(1, 5))),
            models.CheckConstraint(name="contextcategory_not_empty", condition=~Q(label="")),
        )

    def __str__(self) -> str:
        return self.label


class TaskRating(models.Model):
    """How O*NET rates a task of an occupation, on one scale; the task is known by its ID, in whichever release it is.

    Importance (IM) runs from 1 to 5, relevance (RT) is the percent who do the task, frequency (FT) the percent who
    do it as often as `category` says.
    """

    class Scale(models.TextChoices):
        IMPORTANCE = "IM", "Importance"
        RELEVANCE = "RT", "Relevance, percent"
        FREQUENCY = "FT", "Frequency, percent"

    class Frequency(models.IntegerChoices):
        YEARLY = 1, "Yearly or less"
        MORE_THAN_YEARLY = 2, "More than yearly"
        MORE_THAN_MONTHLY = 3, "More than monthly"
        MORE_THAN_WEEKLY = 4, "More than weekly"
        DAILY = 5, "Daily"
        SEVERAL_TIMES_DAILY = 6, "Several times daily"
        HOURLY = 7, "Hourly or more"

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="task_ratings", db_index=False
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="task_ratings")
    task_id = models.PositiveIntegerField()
    scale = models.CharField(max_length=2, choices=Scale)
    category = models.PositiveSmallIntegerField(null=True, blank=True, choices=Frequency)
    value = models.DecimalField(max_digits=5, decimal_places=2)
    is_suppressed = models.BooleanField(default=False, help_text="O*NET recommends not to use the figure.")
    domain_source = models.CharField(
        max_length=40, blank=True, help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".'
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "task_id", "scale", "category"),
                name="taskrating_natural_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="taskrating_within_its_scale",
                condition=Q(scale="IM", value__range=(1, 5))
                | Q(scale__in=("RT", "FT"), value__range=(0, 100)),
            ),
            models.CheckConstraint(
                name="taskrating_category_of_frequency",
                condition=Q(scale="FT", category__isnull=False, category__range=(1, 7))
                | (~Q(scale="FT") & Q(category__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.scale} {self.value}"


class EmergingTask(models.Model):
    """A task that O*NET was told of since it last rated the occupation; text that no bundle holds."""

    class Category(models.TextChoices):
        NEW = "new", "New"
        REVISION = "revision", "Revision of a task"

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="emerging_tasks", db_index=False
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="emerging_tasks")
    text = models.TextField()
    category = models.CharField(max_length=8, choices=Category)
    revises = models.PositiveIntegerField(
        null=True, blank=True, help_text="The ID of the task that it is a revision of."
    )
    domain_source = models.CharField(max_length=40, blank=True, help_text="Who or what named it.")

    class Meta:
        ordering = ("category", "text")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "text"), name="emergingtask_natural_key"
            ),
            models.CheckConstraint(name="emergingtask_not_empty", condition=~Q(text="")),
            models.CheckConstraint(
                name="emergingtask_revision_names_its_task",
                condition=Q(category="revision", revises__isnull=False)
                | Q(category="new", revises__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]
