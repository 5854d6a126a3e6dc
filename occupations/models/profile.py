"""Editorial profiles: what people write about an occupation or a group of them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import Regex
from simple_history.models import HistoricalRecords

from occupations.choices import ProfileLicense, ProfileState
from occupations.lint.figures import statistical_figure
from occupations.markup import clean_html
from occupations.models.classification import Occupation
from occupations.models.source import Release
from occupations.models.validation import NamesFieldsInErrors
from occupations.models.whole_sets import ensure_past
from occupations.querysets import ProfileQuerySet
from occupations.written import HEADINGS, OMITTABLE, plain_text

SOC_CODE = r"\d\d-\d{4}"


class ProfileManager(models.Manager.from_queryset(ProfileQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, slug: str) -> Profile:
        return self.get(slug=slug)


class Profile(NamesFieldsInErrors):
    """A written profile of one or more occupations. Its text holds no statistical figure."""

    State = ProfileState
    License = ProfileLicense

    slug = models.SlugField(unique=True, max_length=120)
    title = models.CharField(max_length=200)
    occupations = models.ManyToManyField(
        Occupation, related_name="profiles", help_text="The occupations this profile covers."
    )
    release = models.ForeignKey(
        Release,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="profiles",
        help_text="The edition this text belongs to, if any.",
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    license = models.CharField(
        max_length=11,
        choices=License,
        default=License.UNKNOWN,
        help_text="Who licenses these workers. The page writes the sentence.",
    )
    omitted = ArrayField(
        models.CharField(
            max_length=30, choices=tuple((name, HEADINGS[kind]) for name, kind in OMITTABLE.items())
        ),
        default=list,
        blank=True,
        help_text="Sections left out on purpose because our sources say nothing about them: "
        + ", ".join(OMITTABLE)
        + ".",
    )
    not_to_be_confused = ArrayField(
        models.CharField(max_length=7, validators=[RegexValidator(rf"^{SOC_CODE}$")]),
        default=list,
        blank=True,
        help_text="Codes of the occupations people mix this one up with, most similar first.",
    )
    reviewed_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day an editor last checked it against the sources. Leave it empty if nobody has.",
    )
    reviewed_by = models.CharField(max_length=120, blank=True)
    similar = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="similar_to",
        help_text="As the Handbook lists them.",
    )
    official_url = models.URLField(blank=True, help_text="The publisher's page, if there is one.")
    updated_at = models.DateTimeField(auto_now=True)

    constraint_fields = {
        "profile_state_known": "state",
        "profile_license_known": "license",
        "profile_omitted_known": "omitted",
        "profile_not_to_be_confused_codes": "not_to_be_confused",
        "profile_review_has_date_and_name": "reviewed_by",
    }
    history = HistoricalRecords(m2m_fields=[occupations])
    objects = ProfileManager()

    class Meta:
        ordering = ("title",)
        constraints = (
            models.CheckConstraint(
                name="profile_state_known", condition=Q(state__in=tuple(ProfileState.values))
            ),
            models.CheckConstraint(
                name="profile_license_known", condition=Q(license__in=tuple(ProfileLicense.values))
            ),
            models.CheckConstraint(
                name="profile_omitted_known", condition=Q(omitted__contained_by=list(OMITTABLE))
            ),
            models.CheckConstraint(
                name="profile_not_to_be_confused_codes",
                condition=Q(
                    Regex(
                        Func(
                            F("not_to_be_confused"),
                            Value(","),
                            function="array_to_string",
                            output_field=models.TextField(),
                        ),
                        rf"^({SOC_CODE}(,{SOC_CODE})*)?$",
                    )
                ),
                violation_error_message="A code of the SOC is written as 29-1141.",
            ),
            models.CheckConstraint(
                name="profile_review_has_date_and_name",
                condition=Q(reviewed_on__isnull=True, reviewed_by="")
                | (Q(reviewed_on__isnull=False) & ~Q(reviewed_by="")),
                violation_error_message="A review has both a date and the name of the person who made it.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        ensure_past("reviewed_on", self.reviewed_on, "A review")

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class ProfileSectionManager(models.Manager["ProfileSection"]):
    def get_by_natural_key(self, profile: str, kind: str) -> ProfileSection:
        return self.get(profile__slug=profile, kind=kind)


class ProfileSection(NamesFieldsInErrors):
    """One section of a profile, in Markdown. The order of the kinds is the order on the page."""

    class Kind(models.TextChoices):
        IN_SHORT = "05-in-short", "In short"
        WHAT_THEY_DO = "10-what-they-do", "What they do"
        WORK_ENVIRONMENT = "20-work-environment", "Work environment"
        WORK_SCHEDULES = "30-work-schedules", "Work schedules"
        EDUCATION_AND_TRAINING = "40-education-and-training", "How to become one"
        OTHER_SKILLS = "50-other-skills", "Qualities that help"
        ADVANCEMENT = "60-advancement", "Advancement"
        PAY = "70-pay", "Pay"
        JOB_OUTLOOK = "80-job-outlook", "Job outlook"
        SIMILAR_OCCUPATIONS = "85-similar-occupations", "Similar occupations"
        CONTACTS = "90-contacts", "Contacts and sources"

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="sections")

    class Markup(models.TextChoices):
        MARKDOWN = "markdown", "Markdown"
        HTML = "html", "HTML of a publisher, cleaned"

    kind = models.CharField(max_length=30, choices=Kind)
    body = models.TextField(help_text="Markdown. Leave statistics out: the page adds them from the data.")
    markup = models.CharField(max_length=8, choices=Markup, default=Markup.MARKDOWN)
    loaded_body = models.TextField(
        blank=True,
        editable=False,
        help_text="The text as it was last loaded. If the body differs, an editor has changed it.",
    )
    incoming_body = models.TextField(
        blank=True,
        editable=False,
        help_text="Newer text from a later load, set aside because an editor had changed the body.",
    )

    constraint_fields = {"profilesection_natural_key": "kind", "profilesection_not_empty": "body"}
    history = HistoricalRecords()
    objects = ProfileSectionManager()

    class Meta:
        ordering = ("profile", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("profile", "kind"),
                name="profilesection_natural_key",
                violation_error_message="The profile already has a section of this kind.",
            ),
            models.CheckConstraint(
                name="profilesection_not_empty",
                condition=~Q(body=""),
                violation_error_message="Leave the section out rather than empty.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.profile}: {self.get_kind_display()}"

    @property
    def has_incoming(self) -> bool:
        """Whether a publisher has a newer text than the one that an editor changed."""
        return bool(self.incoming_body)

    def take_incoming(self) -> None:
        """Put the publisher's newer text in the place of an editor's; the caller saves."""
        self.body = self.loaded_body = self.incoming_body
        self.incoming_body = ""
        self.markup = self.Markup.HTML

    def clean(self) -> None:
        """Raise ValidationError for text of ours that states a figure, which the data could come to contradict."""
        if self.markup == self.Markup.HTML:
            self.body = clean_html(self.body)
        else:
            self.body = plain_text(self.body)
        figure = statistical_figure(self.body)
        if figure and self.markup == self.Markup.MARKDOWN:
            raise ValidationError(
                {
                    "body": f"The text states a figure: “{figure}”. Leave it out: the page writes such"
                    " sentences from the data, so that text and tables always agree."
                }
            )

    def natural_key(self) -> tuple[str, str]:
        return (self.profile.slug, self.kind)

    natural_key.dependencies = ["occupations.profile"]  # type: ignore[attr-defined]  # read by the serializers
