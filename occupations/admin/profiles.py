"""Profiles and their sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from occupations.admin.history import TakeBackAdmin
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    occupations_field,
    profile_field,
)
from occupations.models import Profile, ProfileSection, Release

TEXT: Mapping[type[models.Field], Mapping[str, Any]] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 16, "cols": 100})}
}


class ProfileResource(EditorialResource):
    occupations = occupations_field()

    class Meta(EditorialResource.Rules):
        model = Profile
        fields = ("slug", "title", "occupations", "state", "reviewed_on", "reviewed_by")
        import_id_fields = ("slug",)


class ProfileSectionResource(EditorialResource):
    profile = profile_field()

    class Meta(EditorialResource.Rules):
        model = ProfileSection
        fields = ("profile", "kind", "body")
        import_id_fields = ("profile", "kind")


class SectionInline(admin.StackedInline):
    model = ProfileSection
    extra = 0
    show_change_link = True
    formfield_overrides = TEXT


@admin.register(Profile)
class ProfileAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [ProfileResource]
    list_display = ("title", "state", "reviewed_on", "reviewed_by", "updated_at")
    list_filter = ("state", ("reviewed_on", admin.EmptyFieldListFilter), "updated_at")
    search_fields = ("title", "slug", "^occupations__code", "occupations__title")
    date_hierarchy = "updated_at"
    autocomplete_fields = ("occupations",)
    prepopulated_fields = {"slug": ("title",)}
    inlines = (SectionInline,)
    save_on_top = True
    fieldsets = (
        (None, {"fields": ("title", "slug", "occupations", "release", "state")}),
        (
            "Review",
            {
                "fields": (("reviewed_on", "reviewed_by"),),
                "description": "Only after reading it against the sources.",
            },
        ),
    )

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: object
    ) -> forms.ModelChoiceField | None:
        if db_field.name == "release":
            kwargs["queryset"] = Release.objects.select_related("source")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def view_on_site(self, obj: Profile) -> str:
        occupation = obj.occupations.first()
        return f"/occupations/{occupation.slug}/" if occupation else "/occupations/"


@admin.register(ProfileSection)
class ProfileSectionAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [ProfileSectionResource]
    list_display = ("profile", "kind", "beginning")
    list_display_links = ("profile", "kind")
    list_filter = ("kind", "profile__state")
    list_select_related = ("profile",)
    search_fields = ("profile__title", "body")
    autocomplete_fields = ("profile",)
    formfield_overrides = TEXT

    @admin.display(description="text")
    def beginning(self, obj: ProfileSection) -> str:
        return obj.body if len(obj.body) <= 100 else f"{obj.body[:100].rstrip()}…"
