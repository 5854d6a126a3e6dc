"""Introductions of groups and industries."""

from __future__ import annotations

from django.contrib import admin

from occupations.admin.history import TakeBackAdmin
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    industry_field,
    occupation_field,
)
from occupations.models import Introduction

BEGINNING = 80


class IntroductionResource(EditorialResource):
    occupation = occupation_field()
    industry = industry_field()

    class Meta(EditorialResource.Rules):
        model = Introduction
        exclude = ("id",)
        import_id_fields = ("occupation", "industry")


@admin.register(Introduction)
class IntroductionAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [IntroductionResource]
    list_display = ("__str__", "beginning")
    list_filter = (("industry", admin.EmptyFieldListFilter),)
    list_select_related = ("occupation__system", "industry__system")
    search_fields = (
        "^occupation__code", "occupation__title", "^industry__code", "industry__title", "text",
    )  # fmt: skip
    autocomplete_fields = ("occupation", "industry")

    @admin.display(description="text")
    def beginning(self, obj: Introduction) -> str:
        return obj.text if len(obj.text) <= BEGINNING else f"{obj.text[:BEGINNING]}…"
