"""Sources, releases and import runs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from occupations.admin.deleting import RefusesOfficial
from occupations.admin.rights import ViewOnlyAdmin, ViewOnlyInline
from occupations.models import DataChange, EditorialRow, ImportFile, ImportRun, Release, Source


@admin.register(Source)
class SourceAdmin(ViewOnlyAdmin):
    """Sources are described in the code that reads them, and written from there at every load."""

    list_display = ("short_name", "name", "publisher", "cadence")
    search_fields = ("short_name", "name", "publisher")
    list_filter = ("publisher",)


@admin.register(Release)
class ReleaseAdmin(RefusesOfficial):
    list_display = ("label", "source", "kind", "state", "reference_period", "published_on", "revision")
    list_filter = ("kind", "state", "source")
    list_select_related = ("source",)
    search_fields = ("label", "source__short_name", "source__name")
    date_hierarchy = "published_on"
    autocomplete_fields = ("source",)
    readonly_fields = ("kind", "slug", "ready_at")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "source",
                    "label",
                    "slug",
                    "reference_period",
                    ("published_on", "known_to"),
                    "kind",
                    "state",
                )
            },
        ),
        ("Wage caps", {"fields": (("hourly_cap", "annual_cap"),), "description": "For OEWS releases only."}),
        ("For the reader", {"fields": ("note", "origin", "revision", "ready_at")}),
    )

    def official_among(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(kind=Release.Kind.OFFICIAL)

    def get_readonly_fields(self, request: HttpRequest, obj: Release | None = None) -> tuple[str, ...]:
        # The rows of a release are its source's, so the source can't be changed under them.
        return (*self.readonly_fields, "source") if obj else self.readonly_fields

    def has_change_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_official)

    def has_delete_permission(self, request: HttpRequest, obj: Release | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_official)

    def save_model(self, request: HttpRequest, obj: Release, form: ModelForm[Any], change: bool) -> None:
        if obj.state == Release.State.READY and obj.ready_at is None:
            obj.ready_at = timezone.now()
        super().save_model(request, obj, form, change)


class ImportFileInline(ViewOnlyInline):
    model = ImportFile
    fields = ("name", "size", "sha256")


@admin.register(ImportRun)
class ImportRunAdmin(ViewOnlyAdmin):
    list_display = (
        "started_at", "source", "release", "outcome", "rows_read", "rows_written", "problem_count", "forced",
    )  # fmt: skip
    list_filter = ("outcome", "source", "forced")
    list_select_related = ("source", "release__source")
    search_fields = ("release__label", "files__name", "files__sha256", "report")
    date_hierarchy = "started_at"
    inlines = (ImportFileInline,)


@admin.register(ImportFile)
class ImportFileAdmin(ViewOnlyAdmin):
    list_display = ("name", "size", "run", "sha256")
    list_filter = ("run__source",)
    list_select_related = ("run__source",)
    search_fields = ("name", "=sha256")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("run__report", "run__counts")


@admin.register(DataChange)
class DataChangeAdmin(ViewOnlyAdmin):
    """When the data last changed; triggers write it, and keep the newest alone."""

    list_display = ("token", "changed_at")
    list_filter = ("changed_at",)
    search_fields = ("=token",)


@admin.register(EditorialRow)
class EditorialRowAdmin(ViewOnlyAdmin):
    """What the editorial fixtures last said of each row; the editorial loader keeps it."""

    list_display = ("key", "model", "digest")
    list_filter = ("model",)
    search_fields = ("key", "model")
