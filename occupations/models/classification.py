"""Code systems for occupations and industries.

The key of an occupation or industry is (code system, code). A system may extend another: OEWS publishes
under SOC 2018 codes plus a few of its own, so an OEWS code that SOC 2018 has is that SOC occupation, and
only the others are rows of the OEWS system.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.text import slugify

from occupations.choices import IndustryKind, OccupationLevel, TitleKind
from occupations.querysets import IndustryQuerySet, OccupationQuerySet
from occupations.title_key import title_key


class CodeSystemManager(models.Manager["CodeSystem"]):
    def get_by_natural_key(self, slug: str) -> CodeSystem:
        return self.get(slug=slug)


class CodeSystem(models.Model):
    """A named list of codes, such as SOC 2018 or NAICS 2022."""

    class Subject(models.TextChoices):
        OCCUPATIONS = "occupations", "Occupations"
        INDUSTRIES = "industries", "Industries"
        PROGRAMS = "programs", "Programs of study"

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    subject = models.CharField(max_length=12, choices=Subject)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    extends = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="extensions",
        help_text="The system whose codes this one also uses, with the same meaning.",
    )
    is_current = models.BooleanField(default=True, help_text="A newer system retires this one's codes.")

    objects = CodeSystemManager()

    class Meta:
        ordering = ("subject", "slug")
        constraints = (
            models.CheckConstraint(
                name="codesystem_subject_known",
                condition=Q(subject__in=("occupations", "industries", "programs")),
            ),
            models.CheckConstraint(name="codesystem_not_its_own_base", condition=~Q(extends=F("id"))),
        )

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class OccupationManager(models.Manager.from_queryset(OccupationQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, system: str, code: str) -> Occupation:
        return self.get(system__slug=system, code=code)


class Occupation(models.Model):
    """An occupation, or a group of them, in one code system."""

    Level = OccupationLevel

    system = models.ForeignKey(CodeSystem, on_delete=models.PROTECT, related_name="occupations")
    code = models.CharField(max_length=10)
    title = models.CharField(max_length=200, help_text="The official title.")
    sentence_title = models.CharField(
        max_length=200, help_text='The title in sentence case: "Industrial production managers".'
    )
    level = models.PositiveSmallIntegerField(choices=Level)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The next wider group. Never cut from the digits of the code.",
    )
    combines = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="combined_in",
        help_text="For a code that stands for several: the occupations it combines.",
    )
    is_residual = models.BooleanField(default=False, help_text='An "All Other" occupation.')
    is_retired = models.BooleanField(default=False, help_text="A newer code system has replaced the code.")

    objects = OccupationManager()

    class Meta:
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=("system", "code"), name="occupation_natural_key"),
            models.CheckConstraint(
                name="occupation_code_is_written_with_hyphen",
                condition=Q(code__regex=r"^\d\d-\d{4}(\.\d\d)?$"),
                violation_error_message="Write the code with its hyphen, such as 11-3051 or 11-3051.01.",
            ),
            models.CheckConstraint(name="occupation_level_known", condition=Q(level__range=(0, 5))),
            models.CheckConstraint(
                name="occupation_only_the_total_has_no_parent",
                condition=Q(level=OccupationLevel.TOTAL, parent__isnull=True)
                | (Q(level__gt=OccupationLevel.TOTAL, parent__isnull=False) & ~Q(parent=F("id"))),
            ),
            models.CheckConstraint(
                name="occupation_has_titles", condition=~Q(title="") & ~Q(sentence_title="")
            ),
        )
        indexes = (
            models.Index(fields=("code",), name="occupation_code"),
            GinIndex(OpClass(Lower("title"), name="gin_trgm_ops"), name="occupation_title_trigrams"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("occupation", args=[self.code, self.title_slug])

    def natural_key(self) -> tuple[str, str]:
        return (self.system.slug, self.code)

    natural_key.dependencies = ["occupations.codesystem"]  # type: ignore[attr-defined]  # read by the serializers

    @property
    def slug(self) -> str:
        """The last part of the page's address: "11-3051-industrial-production-managers"."""
        return f"{self.code}-{self.title_slug}"

    @property
    def title_slug(self) -> str:
        return slugify(self.title)

    @property
    def is_group(self) -> bool:
        return self.level < self.Level.DETAILED


class CodeChange(models.Model):
    """An occupation of an older code system, and one of those of a newer one that its work went to.

    An occupation that was divided has several. Nothing says how its jobs were, so figures don't follow.
    """

    release = models.ForeignKey("Release", on_delete=models.CASCADE, related_name="code_changes")
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="code_changes")
    successor = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="code_changes_into")
    takes_from_others = models.BooleanField(
        default=False, help_text="The newer occupation holds work of other older ones as well."
    )

    class Meta:
        ordering = ("occupation__code", "successor__code")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "successor"), name="codechange_natural_key"
            ),
            models.CheckConstraint(name="codechange_is_a_change", condition=~Q(occupation=F("successor"))),
        )

    def __str__(self) -> str:
        return f"{self.occupation_id} → {self.successor_id}"


class AlternateTitle(models.Model):
    """Another name under which people look for an occupation."""

    Kind = TitleKind

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="alternate_titles")
    release = models.ForeignKey("Release", on_delete=models.CASCADE, related_name="alternate_titles")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=250)

    class Meta:
        ordering = ("title",)
        constraints = (
            models.UniqueConstraint(
                fields=("occupation", "release", "kind", "title"), name="alternatetitle_natural_key"
            ),
            models.CheckConstraint(name="alternatetitle_not_empty", condition=~Q(title="")),
        )
        indexes = (
            GinIndex(OpClass(Lower("title"), name="gin_trgm_ops"), name="alternatetitle_trigrams"),
            models.Index(OpClass(title_key(), name="text_pattern_ops"), name="alternatetitle_key"),
        )

    def __str__(self) -> str:
        return self.title


class IndustryManager(models.Manager.from_queryset(IndustryQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, system: str, code: str) -> Industry:
        return self.get(system__slug=system, code=code)


class Industry(models.Model):
    """An industry, or one of the totals and cuts that OEWS publishes beside the industries.

    A NAICS code is kept in its own length ("332", "31-33"); codes that are in no NAICS ("3320A1",
    "611105", "99") belong to the OEWS system. Only sectors partition the economy, and only one
    sector's children of kind NAICS industry or combination partition that sector.
    """

    Kind = IndustryKind

    system = models.ForeignKey(CodeSystem, on_delete=models.PROTECT, related_name="industries")
    code = models.CharField(max_length=8)
    title = models.CharField(max_length=250, help_text="The official title.")
    short_title = models.CharField(max_length=120, help_text="For tables and charts, in sentence case.")
    kind = models.CharField(max_length=12, choices=Kind)
    level = models.PositiveSmallIntegerField(
        help_text="0 for totals, 2 for a sector, 3 to 6 for the digits of a NAICS industry."
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The next wider industry; for an ownership cut, the industry that it cuts.",
    )
    is_retired = models.BooleanField(default=False)

    objects = IndustryManager()

    class Meta:
        verbose_name_plural = "industries"
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=("system", "code"), name="industry_natural_key"),
            models.CheckConstraint(
                name="industry_kind_and_level_agree",
                condition=Q(
                    kind__in=(IndustryKind.ALL, IndustryKind.PRIVATE, IndustryKind.GOVERNMENT), level=0
                )
                | Q(kind=IndustryKind.SECTOR, level=2)
                | Q(
                    kind__in=(IndustryKind.NAICS, IndustryKind.COMBINATION, IndustryKind.OWNERSHIP),
                    level__range=(3, 6),
                ),
            ),
            models.CheckConstraint(
                name="industry_has_its_parent",
                condition=Q(kind=IndustryKind.ALL, parent__isnull=True)
                | (~Q(kind=IndustryKind.ALL) & Q(parent__isnull=False)),
                violation_error_message="Every industry but the total of all has a parent.",
            ),
            models.CheckConstraint(name="industry_not_its_own_parent", condition=~Q(parent=F("id"))),
            models.CheckConstraint(name="industry_has_titles", condition=~Q(title="") & ~Q(short_title="")),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.short_title}"

    def get_absolute_url(self) -> str:
        return reverse("industry", args=[self.code, self.title_slug])

    def natural_key(self) -> tuple[str, str]:
        return (self.system.slug, self.code)

    natural_key.dependencies = ["occupations.codesystem"]  # type: ignore[attr-defined]  # read by the serializers

    @property
    def repeated_in(self) -> list[Industry]:
        """Itself, and the wider industries that are the same one, the nearest first.

        NAICS repeats an industry that isn't divided any further under a longer code of the same title (54133 and
        541330). The wider industries should be at hand (`IndustryQuerySet.with_ancestors`).
        """
        same, wider = [self], self.parent
        while wider is not None and wider.title == self.title:
            same.append(wider)
            wider = wider.parent
        return same

    @property
    def slug(self) -> str:
        """The last part of the page's address: "31-33-manufacturing"."""
        return f"{self.code}-{self.title_slug}"

    @property
    def title_slug(self) -> str:
        return slugify(self.short_title)
