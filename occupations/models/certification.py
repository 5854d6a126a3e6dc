"""Certifications: what an organization attests. A license is the state's and is not kept here."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from occupations.models.classification import Occupation
from occupations.models.validation import NamesFieldsInErrors
from occupations.models.whole_sets import ensure_past
from occupations.querysets import CertificationQuerySet


class CertifyingOrganizationManager(models.Manager["CertifyingOrganization"]):
    def get_by_natural_key(self, slug: str) -> CertifyingOrganization:
        return self.get(slug=slug)


class CertifyingOrganization(NamesFieldsInErrors):
    """An organization that certifies people, under today's name."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200, help_text="Today's name.")
    abbreviation = models.CharField(max_length=20, blank=True)
    former_names = models.CharField(
        max_length=300, blank=True, help_text="Earlier names, separated by semicolons."
    )
    official_url = models.URLField(help_text="The organization's website.")

    history = HistoricalRecords()
    objects = CertifyingOrganizationManager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class CertificationManager(models.Manager.from_queryset(CertificationQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, slug: str) -> Certification:
        return self.get(slug=slug)


class Certification(NamesFieldsInErrors):
    """A credential. What is not certain is left empty rather than guessed."""

    slug = models.SlugField(unique=True)
    organization = models.ForeignKey(
        CertifyingOrganization, on_delete=models.PROTECT, related_name="certifications"
    )
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=20, blank=True)
    occupations = models.ManyToManyField(Occupation, related_name="certifications")
    attests = models.TextField(
        blank=True, help_text="What this certification shows about the person who holds it."
    )
    requirements = models.TextField(blank=True, help_text="Education and experience required. Markdown.")
    examinations = models.TextField(blank=True, help_text="What the exams cover and how they work. Markdown.")
    renewal = models.TextField(blank=True, help_text="What holders do to keep it.")
    renewal_years = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Years between renewals."
    )
    official_url = models.URLField(help_text="The certification's own web page.")
    last_verified_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day someone last checked it with the organization. Leave it empty if nobody has.",
    )
    verified_by = models.CharField(max_length=120, blank=True)

    constraint_fields = {
        "certification_renewal_years_positive": "renewal_years",
        "certification_verified_by_somebody": "verified_by",
    }
    history = HistoricalRecords(m2m_fields=[occupations])
    objects = CertificationManager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("organization", "name"), name="certification_once_an_organization"
            ),
            models.CheckConstraint(
                name="certification_renewal_years_positive",
                condition=Q(renewal_years__isnull=True) | Q(renewal_years__range=(1, 50)),
                violation_error_message="A renewal cycle is 1 to 50 years; leave it empty if there is none.",
            ),
            models.CheckConstraint(
                name="certification_verified_by_somebody",
                condition=Q(last_verified_on__isnull=True, verified_by="")
                | (Q(last_verified_on__isnull=False) & ~Q(verified_by="")),
                violation_error_message="A verification has both a date and the name of the person who made it.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name

    def clean(self) -> None:
        super().clean()
        ensure_past("last_verified_on", self.last_verified_on, "A verification")

    def get_absolute_url(self) -> str:
        return reverse("certification", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["occupations.certifyingorganization"]  # type: ignore[attr-defined]
