"""Provenance: who published what, when, and how it came in."""

from __future__ import annotations

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.text import slugify

from occupations.choices import KnownTo, ReleaseKind, ReleaseState, RunOutcome
from occupations.models.validation import NamesFieldsInErrors
from occupations.querysets import DataChangeQuerySet, ImportRunQuerySet, ReleaseQuerySet, SourceQuerySet


class SourceManager(models.Manager.from_queryset(SourceQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, slug: str) -> Source:
        return self.get(slug=slug)


class Source(models.Model):
    """A publication that figures come from, such as OEWS or the Employment Projections."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200, help_text="As the publisher writes it.")
    short_name = models.CharField(max_length=40, help_text="The abbreviation used beside figures.")
    publisher = models.CharField(max_length=200)
    gives = models.TextField(help_text="What this source provides, in one sentence.")
    cadence = models.CharField(max_length=200, blank=True)
    official_url = models.URLField(blank=True)
    license = models.CharField(max_length=200)
    license_url = models.URLField(blank=True)
    attribution = models.TextField(help_text="How the publisher asks to be credited.")

    objects = SourceManager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.short_name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class ReleaseManager(models.Manager.from_queryset(ReleaseQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, source: str, label: str, kind: str) -> Release:
        return self.get(source__slug=source, label=label, kind=kind)


class Release(NamesFieldsInErrors):
    """One edition of a source: "May 2025" of OEWS, "2024–34" of the projections.

    Pages read only releases that are ready. An official release is what the publisher issued and is
    view-only; an editorial one is entered and edited by hand under the same constraints.
    """

    Kind = ReleaseKind

    State = ReleaseState

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="releases")
    label = models.CharField(max_length=60, help_text='As the field writes it: "May 2025", "2024–34".')
    slug = models.SlugField(max_length=60, editable=False, help_text="The label as it stands in an address.")
    reference_period = models.CharField(max_length=120, help_text="What the figures refer to.")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.EDITORIAL)
    state = models.CharField(max_length=10, choices=State, default=State.LOADING)
    published_on = models.DateField(
        null=True, blank=True, help_text="The day the publisher issued it. Releases are sorted by it."
    )
    known_to = models.CharField(
        "known to",
        max_length=5,
        choices=KnownTo,
        default=KnownTo.DAY,
        help_text="How exact that day is. Pages never show more than this.",
    )
    revision = models.PositiveSmallIntegerField(default=0, help_text="Counts reissues of the same release.")
    hourly_cap = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Top code of hourly wages, in dollars.",
    )
    annual_cap = models.PositiveIntegerField(
        null=True, blank=True, help_text="Top code of annual wages, in dollars."
    )
    parts = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="The parts that are loaded, where a source is loaded part by part.",
    )
    fragments = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text="Parts that are loaded for far fewer occupations than an earlier release has.",
    )
    note = models.TextField(blank=True, help_text="What readers need to know about this release.")
    origin = models.CharField(
        max_length=200,
        blank=True,
        help_text="Where a release that was entered by hand was taken from, as it ends the sentence"
        ' "Entered by hand from …".',
    )
    ready_at = models.DateTimeField(null=True, blank=True, editable=False)

    constraint_fields = {
        "release_ready_has_date": "published_on",
        "release_caps_together": "annual_cap",
        "release_kind_known": "kind",
        "release_state_known": "state",
        "release_known_to_known": "known_to",
    }
    objects = ReleaseManager()

    class Meta:
        ordering = (F("published_on").desc(nulls_last=True), "source", "label", "kind")
        constraints = (
            models.UniqueConstraint(fields=("source", "label", "kind"), name="release_natural_key"),
            models.CheckConstraint(
                name="release_ready_has_date",
                condition=~Q(state=ReleaseState.READY) | Q(published_on__isnull=False),
                violation_error_message="A release needs its publication date before it can be ready.",
            ),
            models.CheckConstraint(
                name="release_caps_together",
                condition=Q(hourly_cap__isnull=True, annual_cap__isnull=True)
                | Q(hourly_cap__isnull=False, annual_cap__isnull=False, hourly_cap__gt=0, annual_cap__gt=0),
                violation_error_message="Give both wage caps or neither.",
            ),
            models.CheckConstraint(
                name="release_kind_known", condition=Q(kind__in=tuple(ReleaseKind.values))
            ),
            models.CheckConstraint(
                name="release_known_to_known", condition=Q(known_to__in=tuple(KnownTo.values))
            ),
            models.CheckConstraint(
                name="release_state_known",
                condition=Q(state__in=tuple(ReleaseState.values)),
            ),
        )

    def __str__(self) -> str:
        short = self.source.short_name
        return self.label if self.label.startswith(short) else f"{short} {self.label}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.slug = slug_of(self.label)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def natural_key(self) -> tuple[str, str, str]:
        return (self.source.slug, self.label, self.kind)

    natural_key.dependencies = ["occupations.source"]  # type: ignore[attr-defined]  # read by Django's serializers

    @property
    def is_official(self) -> bool:
        return self.kind == self.Kind.OFFICIAL


def slug_of(label: str) -> str:
    """A release's label as it stands in an address: "May 2025" → "May-2025", "2024–34" → "2024-34"."""
    return "-".join(part if part[:1].isupper() else slugify(part) for part in label.replace("–", "-").split())


class ImportRun(models.Model):
    """One attempt to load files; its report stays even when the load was rolled back."""

    Outcome = RunOutcome

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="import_runs")
    release = models.ForeignKey(
        Release, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_runs"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.RUNNING)
    forced = models.BooleanField(default=False)
    rows_read = models.PositiveBigIntegerField(default=0)
    rows_written = models.PositiveBigIntegerField(default=0)
    parts = models.JSONField(
        default=list,
        blank=True,
        help_text='The parts of the release that the run replaced, such as "nation, sectors"; none: all of it.',
    )
    made_from = models.JSONField(
        default=list,
        blank=True,
        help_text="For a bundle: the publisher's files that it was made from, each with its SHA-256.",
    )
    counts = models.JSONField(default=dict, blank=True, help_text="Named counts, such as published cells.")
    problem_count = models.PositiveIntegerField(default=0)
    report = models.TextField(blank=True, help_text="What the command reported, problems included.")

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at", "-id")
        indexes = (models.Index(fields=("source", "outcome"), name="importrun_source_outcome"),)
        constraints = (
            models.CheckConstraint(
                name="importrun_finished_unless_running",
                condition=Q(outcome=RunOutcome.RUNNING, finished_at__isnull=True)
                | (~Q(outcome=RunOutcome.RUNNING) & Q(finished_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.source.short_name} {self.started_at:%Y-%m-%d %H:%M} ({self.get_outcome_display()})"


class ImportFile(models.Model):
    """A file that a run read, known by its content and not by its name."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, help_text="Of the bytes on disk.")
    size = models.PositiveBigIntegerField(help_text="Bytes on disk.")

    class Meta:
        ordering = ("name",)
        indexes = (models.Index(fields=("sha256",), name="importfile_sha256"),)
        constraints = (
            models.UniqueConstraint(fields=("run", "name"), name="importfile_once_a_run"),
            models.CheckConstraint(
                name="importfile_sha256_is_hex", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        )

    def __str__(self) -> str:
        return self.name


class DataChange(models.Model):
    """The newest transactions that changed anything a public page can show; triggers in the database write them.

    The set of their tokens is the version of the data. Each transaction takes the rows away that it can see and that
    no other is taking away, so there are as many as there are writers at one time, and neither waits for the other,
    as they would for a counter in one row. A token is random, so no version ever comes again with other data, not even
    after a dump was restored into another cluster. Whoever listens to the channel "occupedia_data" is told of each.
    """

    token = models.UUIDField(
        primary_key=True,
        db_default=RandomUUID(),
        help_text="Random; no other change, of this or another database, ever has it.",
    )
    changed_at = models.DateTimeField(db_default=Now())

    objects = DataChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-changed_at",)

    def __str__(self) -> str:
        return str(self.token)


class EditorialRow(models.Model):
    """What the editorial fixtures last said of a row: with it, an editor's change can be told from an older fixture."""

    model = models.CharField(max_length=60, help_text='Such as "occupations.profile".')
    key = models.TextField(help_text="The row's natural key.")
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("model", "key")
        constraints = (models.UniqueConstraint(fields=("model", "key"), name="editorialrow_natural_key"),)

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
