"""Profiles and their sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest

from occupations.admin.difference import difference
from occupations.admin.history import TakeBackAdmin, keep_first_version
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    occupations_field,
    profile_field,
)
from occupations.models import Occupation, Profile, ProfileSection, Release

TEXT: Mapping[type[models.Field[Any, Any]], Mapping[str, Any]] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 16, "cols": 100})}
}


class PublisherFilter(admin.SimpleListFilter):
    """Sections where the publisher has a newer text than the one an editor changed."""

    title = "publisher has a newer text"
    parameter_name = "news"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "yes":
            return queryset.exclude(incoming_body="")
        return queryset.filter(incoming_body="") if self.value() == "no" else queryset


class ProfileResource(EditorialResource):
    occupations = occupations_field()

    class Meta(EditorialResource.Rules):
        model = Profile
        fields = ("slug", "title", "occupations", "state", "license", "reviewed_on", "reviewed_by")
        import_id_fields = ("slug",)

    def import_instance(self, instance: Profile, row: Any, **kwargs: Any) -> None:
        super().import_instance(instance, row, **kwargs)
        ensure_only_one(instance, self.fields["occupations"].clean(row) or [])


class ProfileSectionResource(EditorialResource):
    profile = profile_field()

    class Meta(EditorialResource.Rules):
        model = ProfileSection
        fields = ("profile", "kind", "body")
        import_id_fields = ("profile", "kind")


def ensure_only_one(profile: Profile, occupations: Iterable[Occupation]) -> None:
    """Raise ValidationError where another published profile of this site covers one of the occupations: a page
    shows one text of ours under a heading."""
    is_ours = profile.release is None or not profile.release.is_official
    if not is_ours or profile.state != Profile.State.PUBLISHED:
        return
    others = Profile.objects.published().ours().filter(occupations__in=list(occupations))
    other = others.exclude(pk=profile.pk).first()
    if other is not None:
        raise ValidationError(
            {
                "occupations": f"“{other}” ({other.slug}) is about one of them and published. Make it a draft first."
            }
        )


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    def _post_clean(self) -> None:
        """After the model's own checks, when the profile has what was typed."""
        super()._post_clean()  # type: ignore[misc]  # Django's hook between a form and its model
        if "occupations" in self.cleaned_data:
            try:
                ensure_only_one(self.instance, self.cleaned_data["occupations"])
            except ValidationError as error:
                self.add_error(None, error)


class SectionInline(admin.StackedInline):  # type: ignore[type-arg]  # takes none at run time
    model = ProfileSection
    extra = 0
    show_change_link = True
    fields = ("kind", "body", "markup")
    readonly_fields = ("markup",)
    formfield_overrides = TEXT


@admin.register(Profile)
class ProfileAdmin(EditorialTablesMixin, TakeBackAdmin):
    form = ProfileForm
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
        ("What the text leaves to the page", {"fields": ("license", "omitted", "not_to_be_confused")}),
        (
            "Review",
            {
                "fields": (("reviewed_on", "reviewed_by"),),
                "description": "Only after reading it against the sources.",
            },
        ),
    )

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: object
    ) -> forms.ModelChoiceField[Any] | None:
        if db_field.name == "release":
            kwargs["queryset"] = Release.objects.select_related("source")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def view_on_site(self, obj: Profile) -> str:
        occupation = obj.occupations.first()
        return f"/occupations/{occupation.slug}/" if occupation else "/occupations/"


@admin.register(ProfileSection)
class ProfileSectionAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [ProfileSectionResource]
    list_display = ("profile", "kind", "beginning", "publisher_differs")
    list_display_links = ("profile", "kind")
    list_filter = ("kind", "profile__state", PublisherFilter)
    list_select_related = ("profile",)
    search_fields = ("profile__title", "body")
    autocomplete_fields = ("profile",)
    readonly_fields = ("markup", "edits", "news")
    actions = ("take_the_publishers_text",)
    formfield_overrides = TEXT
    fieldsets = (
        (None, {"fields": ("profile", "kind", "body", "markup")}),
        (
            "Compared with what was loaded",
            {
                "fields": ("news", "edits"),
                "description": "A load never replaces a text that an editor has changed.",
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).defer("loaded_body", "incoming_body")
        return rows.annotate(differs=Case(When(incoming_body="", then=False), default=True))

    @admin.display(description="publisher has a newer text", boolean=True, ordering="differs")
    def publisher_differs(self, obj: ProfileSection) -> bool:
        return obj.differs  # type: ignore[attr-defined]  # annotated in get_queryset

    @admin.display(description="from this text to the publisher's newer one")
    def news(self, obj: ProfileSection) -> str:
        if not obj.incoming_body:
            return "The publisher has no newer text."
        return difference(obj.body, obj.incoming_body)

    @admin.display(description="from the text as loaded to this one")
    def edits(self, obj: ProfileSection) -> str:
        if not obj.loaded_body:
            return "This text wasn’t loaded from a publisher."
        if obj.loaded_body == obj.body:
            return "None. The text is as it was loaded."
        return difference(obj.loaded_body, obj.body)

    @admin.action(description="Take the publisher's text", permissions=["change"])
    def take_the_publishers_text(self, request: HttpRequest, chosen: QuerySet[ProfileSection]) -> None:
        taken = 0
        with transaction.atomic():
            for section in chosen.exclude(incoming_body=""):
                keep_first_version(section)
                section.take_incoming()
                section._change_reason = "the publisher's text taken"  # type: ignore[attr-defined]  # read by simple-history
                section.save()
                taken += 1
        without = chosen.count() - taken
        self.message_user(
            request,
            f"Took the publisher's text for {taken} section{'' if taken == 1 else 's'}."
            + (f" {without} had no newer text." if without else ""),
            messages.SUCCESS if taken else messages.WARNING,
        )

    @admin.display(description="text")
    def beginning(self, obj: ProfileSection) -> str:
        return obj.body if len(obj.body) <= 100 else f"{obj.body[:100].rstrip()}…"
