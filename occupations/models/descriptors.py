"""What O*NET, SOC and CIP say of an occupation besides figures of jobs and pay.

O*NET rates 8-digit codes. `.00` is the SOC occupation itself; `.01` and up are occupations of their own
(level O*NET) under it. Rows that O*NET recommends to suppress are kept with their mark and never shown.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from occupations.models.classification import CodeSystem, Occupation
from occupations.models.source import Release
from occupations.querysets import RatingQuerySet


class Description(models.Model):
    """An occupation's definition or description in the publisher's words; loaded, never bundled."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="descriptions")
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="descriptions")
    text = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation"), name="description_natural_key"),
            models.CheckConstraint(name="description_not_empty", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.text[:80]


class JobZone(models.Model):
    """How much preparation an occupation needs, from 1 (little or none) to 5 (extensive).

    Releases from 30.x on have one zone for the first two: its `zone` is 2 and its `lowest` 1.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="job_zones")
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="job_zones")
    zone = models.PositiveSmallIntegerField()
    lowest = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="Where one zone of the release stands for several: the lowest of them.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation"), name="jobzone_natural_key"),
            models.CheckConstraint(name="jobzone_1_to_5", condition=Q(zone__range=(1, 5))),
            models.CheckConstraint(
                name="jobzone_lowest_is_lower",
                condition=Q(lowest__isnull=True) | Q(lowest__gte=1, lowest__lt=F("zone")),
            ),
        )

    def __str__(self) -> str:
        return f"Job zone {self.name}"

    @property
    def name(self) -> str:
        """The zone as O*NET numbers it: "4", or "1–2" where one stands for two."""
        return zone_name(self.zone, self.lowest)


def zone_name(zone: int, lowest: int | None) -> str:
    return str(zone) if lowest is None else f"{lowest}–{zone}"


class Element(models.Model):
    """One entry of O*NET's content model: a skill, a field of knowledge, an ability, a condition of the work."""

    class Domain(models.TextChoices):
        INTEREST = "interest", "Interest"
        WORK_STYLE = "work-style", "Work style"
        SKILL = "skill", "Skill"
        KNOWLEDGE = "knowledge", "Knowledge"
        ABILITY = "ability", "Ability"
        WORK_VALUE = "work-value", "Work value"
        WORK_ACTIVITY = "work-activity", "Work activity"
        WORK_CONTEXT = "work-context", "Work context"

    code = models.CharField(max_length=20, unique=True, help_text='O*NET element ID, such as "2.A.1.a".')
    name = models.CharField(max_length=200)
    domain = models.CharField(max_length=15, choices=Domain)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                name="element_domain_known",
                condition=Q(
                    domain__in=(
                        "interest", "work-style", "skill", "knowledge", "ability", "work-value", "work-activity",
                        "work-context",
                    )
                ),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Rating(models.Model):
    """How O*NET rates an element for an occupation, on one scale.

    Importance (IM) runs from 1 to 5, level (LV) from 0 to 7, occupational interest (OI) from 1 to 7,
    interest high points (IH) from 0 to 6, work style impact (WI) from -3 to 3. Distinctiveness (DR) is no rating
    but a rank: 1 is the style that sets the occupation apart the most, 0 is none. The extent of a work value (EX) runs
    from 1 to 7, its high points (VH) from 0 to 6.

    Work context is asked with answers to choose from, numbered 1 to 5 or 1 to 3: CX and CT are their mean, CXP and
    CTP the percent who chose the answer `category`. What an answer says is in `ContextCategory`.
    """

    class Scale(models.TextChoices):
        IMPORTANCE = "IM", "Importance"
        LEVEL = "LV", "Level"
        INTEREST = "OI", "Occupational interest"
        HIGH_POINT = "IH", "Interest high point"
        IMPACT = "WI", "Work style impact"
        DISTINCTIVENESS = "DR", "Distinctiveness rank"
        EXTENT = "EX", "Extent of a work value"
        VALUE_HIGH_POINT = "VH", "Work value high point"
        CONTEXT = "CX", "Context, 1 to 5"
        CONTEXT_PERCENT = "CXP", "Context, percent for an answer of 5"
        SHORT_CONTEXT = "CT", "Context, 1 to 3"
        SHORT_CONTEXT_PERCENT = "CTP", "Context, percent for an answer of 3"

    # Only the occupation has an index of its own: the natural key’s begins with the release, nothing looks
    # ratings up by element alone, and of the time that COPY takes here every index is a tenth.
    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="ratings", db_index=False)
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="ratings")
    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="ratings", db_index=False)
    scale = models.CharField(max_length=3, choices=Scale)
    category = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The answer that a percent is of; empty on every other scale."
    )
    value = models.DecimalField(max_digits=5, decimal_places=2)
    standard_error = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    sample_size = models.PositiveIntegerField(null=True, blank=True, help_text="N of the rating.")
    is_suppressed = models.BooleanField(default=False, help_text="O*NET recommends not to use the figure.")
    is_not_relevant = models.BooleanField(default=False, help_text="Rated as not relevant to the occupation.")
    domain_source = models.CharField(
        max_length=40, blank=True, help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".'
    )

    objects = RatingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "element", "scale", "category"),
                name="rating_natural_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="rating_within_its_scale",
                condition=Q(scale="IM", value__range=(1, 5))
                | Q(scale="LV", value__range=(0, 7))
                | Q(scale="OI", value__range=(1, 7))
                | Q(scale="IH", value__range=(0, 6))
                | Q(scale="WI", value__range=(-3, 3))
                | Q(scale="DR", value__range=(0, 25))
                | Q(scale="EX", value__range=(1, 7))
                | Q(scale="VH", value__range=(0, 6))
                | Q(scale="CX", value__range=(1, 5))
                | Q(scale="CT", value__range=(1, 3))
                | Q(scale="CXP", value__range=(0, 100))
                | Q(scale="CTP", value__range=(0, 100)),
            ),
            models.CheckConstraint(
                name="rating_category_of_its_scale",
                condition=Q(scale="CXP", category__isnull=False, category__range=(1, 5))
                | Q(scale="CTP", category__isnull=False, category__range=(1, 3))
                | (~Q(scale__in=("CXP", "CTP")) & Q(category__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.scale} {self.value}"


class EducationShare(models.Model):
    """Percent of people asked in an occupation who name a level of education as required (O*NET).

    `category` is O*NET's, 1 (less than a high school diploma) to 12 (post-doctoral training).
    """

    class Category(models.IntegerChoices):
        LESS_THAN_HIGH_SCHOOL = 1, "Less than a high school diploma"
        HIGH_SCHOOL = 2, "High school diploma or equivalent"
        CERTIFICATE = 3, "Post-secondary certificate"
        SOME_COLLEGE = 4, "Some college courses"
        ASSOCIATES = 5, "Associate’s degree"
        BACHELORS = 6, "Bachelor’s degree"
        POST_BACCALAUREATE = 7, "Post-baccalaureate certificate"
        MASTERS = 8, "Master’s degree"
        POST_MASTERS = 9, "Post-master’s certificate"
        PROFESSIONAL = 10, "First professional degree"
        DOCTORAL = 11, "Doctoral degree"
        POST_DOCTORAL = 12, "Post-doctoral training"

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="education_shares", db_index=False
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="education_shares")
    category = models.PositiveSmallIntegerField(choices=Category)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    is_suppressed = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "category"), name="educationshare_natural_key"
            ),
            models.CheckConstraint(name="educationshare_0_to_100", condition=Q(percent__range=(0, 100))),
            models.CheckConstraint(
                name="educationshare_category_known", condition=Q(category__range=(1, 12))
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_category_display()}: {self.percent} %"


class Task(models.Model):
    """A task statement of O*NET; text that a site's owner loads and that no bundle holds."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="tasks")
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="tasks")
    task_id = models.PositiveIntegerField()
    text = models.TextField()
    is_core = models.BooleanField(null=True, blank=True, help_text="Core or supplemental; empty: not rated.")

    class Meta:
        ordering = (F("is_core").desc(nulls_last=True), "task_id")
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "task_id"), name="task_natural_key"),
            models.CheckConstraint(name="task_not_empty", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Technology(models.Model):
    """A tool or program used in an occupation, and the kind of thing it is.

    The kind is a commodity of UNSPSC ("43232110") up to release 30.x, and later an element of O*NET's own content
    model ("2.E.4.i").
    """

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="technologies", db_index=False
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="technologies")
    name = models.CharField(max_length=200)
    kind_code = models.CharField(max_length=20, help_text="A UNSPSC commodity code or an O*NET element ID.")
    kind = models.CharField(max_length=200)
    is_hot = models.BooleanField(default=False, help_text="Often asked for in employers' job postings.")
    is_in_demand = models.BooleanField(
        default=False, help_text="Often asked for in postings for this occupation."
    )

    class Meta:
        verbose_name_plural = "technologies"
        ordering = ("-is_in_demand", "-is_hot", "name")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "name", "kind_code"), name="technology_natural_key"
            ),
        )

    def __str__(self) -> str:
        return self.name


class RelatedOccupation(models.Model):
    """An occupation that O*NET relates to another, by what is done, known and called alike."""

    class Tier(models.TextChoices):
        PRIMARY_SHORT = "1-primary-short", "Primary, the first five"
        PRIMARY_LONG = "2-primary-long", "Primary, the first ten"
        SUPPLEMENTAL = "3-supplemental", "Supplemental"

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="related_occupations", db_index=False
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="related_occupations")
    related = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="related_from")
    tier = models.CharField(max_length=16, choices=Tier)
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("tier", "rank")
        constraints = (
            models.UniqueConstraint(fields=("release", "occupation", "related"), name="related_natural_key"),
            models.CheckConstraint(name="related_is_another", condition=~Q(occupation=F("related"))),
        )

    def __str__(self) -> str:
        return f"{self.occupation_id} → {self.related_id}"


class Program(models.Model):
    """A program of study (CIP)."""

    system = models.ForeignKey(CodeSystem, on_delete=models.PROTECT, related_name="programs")
    code = models.CharField(max_length=7)
    title = models.CharField(max_length=250)
    occupations = models.ManyToManyField(Occupation, through="ProgramOccupation", related_name="programs")

    class Meta:
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=("system", "code"), name="program_natural_key"),
            models.CheckConstraint(name="program_code_form", condition=Q(code__regex=r"^\d\d\.\d{4}$")),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class ProgramOccupation(models.Model):
    """A program of study leads to an occupation, as the CIP–SOC crosswalk has it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="program_occupations")
    program = models.ForeignKey(Program, on_delete=models.CASCADE)
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("release", "program", "occupation"), name="programoccupation_natural_key"
            ),
        )

    def __str__(self) -> str:
        return f"{self.program_id} → {self.occupation_id}"
