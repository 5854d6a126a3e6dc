"""Profiles and their sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
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
    fields = ("kind", "body", "markup")
    readonly_fields = ("markup",)
    formfield_overrides = TEXT


@admin.register(Profile)
class ProfileAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [ProfileResource]
    list_display = ("title", "state", "reviewed_on", "reviewed_by", "updated_at")
    list_filter = ("state", ("reviewed_on", admin.EmptyFieldListFilter), "updated_at")
    search_fields = ("title", "slug", "^occupations__code", "occupations__title")
    date_hierarchy = "updated_at"
    autocomplete_fields = ("occupations", "similar")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (SectionInline,)
    save_on_top = True
    fieldsets = (
        (None, {"fields": ("title", "slug", "occupations", "similar", "official_url", "release", "state")}),
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
    readonly_fields = ("markup", "loaded_body", "incoming_body")
    formfield_overrides = TEXT
    fieldsets = (
        (None, {"fields": ("profile", "kind", "body", "markup")}),
        ("What was loaded", {"fields": ("loaded_body", "incoming_body"), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("loaded_body", "incoming_body")

    @admin.display(description="text")
    def beginning(self, obj: ProfileSection) -> str:
        return obj.body if len(obj.body) <= 100 else f"{obj.body[:100].rstrip()}…"
