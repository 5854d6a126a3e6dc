"""Who may change what: official rows are looked at, editorial rows are edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from occupations.admin.deleting import RefusesOfficial
from occupations.models import Release


class ViewOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # takes none at run time
    """For what only a load or a migration may write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ViewOnlyInline(admin.TabularInline):  # type: ignore[type-arg]  # takes none at run time
    extra = 0
    max_num = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RowsOfReleasesAdmin(RefusesOfficial):
    """For rows that belong to a release: those of official releases are view-only.

    `release_sources` are the sources whose editorial releases a person may enter such rows for.
    """

    release_sources: tuple[str, ...] = ()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_official(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_official(obj)

    def official_among(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        # The releases first, so that only their partitions are looked into.
        releases = Release.objects.official().values_list("pk", flat=True)
        return queryset.order_by().filter(release__in=list(releases))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        # Not only in lists: a row's release is asked for each row that is to be deleted (_is_official).
        related = self.get_list_select_related(request)
        rows = super().get_queryset(request)
        return rows if isinstance(related, bool) else rows.select_related(*related)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        if db_field.name == "release":
            kwargs["queryset"] = Release.objects.editorial().filter(source__slug__in=self.release_sources)
            kwargs["help_text"] = "Editorial releases only. Publishers’ releases are loaded, not entered."
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _is_official(row: Any) -> bool:
    return row is not None and row.release.is_official


def titled(title: str) -> type[admin.ChoicesFieldListFilter]:
    """A filter by choices under a title of its own, where two fields have the same name."""

    class TitledFilter(admin.ChoicesFieldListFilter):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.title = title

    return TitledFilter


class ReleaseKindFilter(admin.SimpleListFilter):
    """Official or editorial rows. The releases are looked up first, so that only their partitions are read."""

    title = "kind of release"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(kind.value, str(kind.label)) for kind in Release.Kind]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        releases = Release.objects.filter(kind=self.value()).values_list("pk", flat=True)
        return queryset.filter(release__in=list(releases))


class ReleaseFilter(admin.SimpleListFilter):
    """The release, in the field's words, of the sources that such rows have."""

    title = "release"
    parameter_name = "release"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        releases = Release.objects.select_related("source").order_by("source__short_name", "-published_on")
        sources = getattr(model_admin, "release_sources", ())
        if sources:
            releases = releases.filter(source__slug__in=sources)
        return [
            (str(release.pk), f"{release} ({release.get_kind_display().lower()})") for release in releases
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value is None:
            return queryset
        return queryset.filter(release_id=int(value)) if value.isdecimal() else queryset.none()
