"""Certifications and the organizations behind them."""

from __future__ import annotations

from django.contrib import admin

from occupations.admin.history import TakeBackAdmin
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    occupations_field,
    organization_field,
)
from occupations.models import Certification, CertifyingOrganization


class CertifyingOrganizationResource(EditorialResource):
    class Meta(EditorialResource.Rules):
        model = CertifyingOrganization
        exclude = ("id",)
        import_id_fields = ("slug",)


class CertificationResource(EditorialResource):
    organization = organization_field()
    occupations = occupations_field()

    class Meta(EditorialResource.Rules):
        model = Certification
        exclude = ("id",)
        import_id_fields = ("slug",)


@admin.register(CertifyingOrganization)
class CertifyingOrganizationAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [CertifyingOrganizationResource]
    list_display = ("name", "abbreviation", "former_names", "official_url")
    list_filter = (("former_names", admin.EmptyFieldListFilter),)
    search_fields = ("name", "abbreviation", "former_names")
    prepopulated_fields = {"slug": ("abbreviation",)}


@admin.register(Certification)
class CertificationAdmin(EditorialTablesMixin, TakeBackAdmin):
    resource_classes = [CertificationResource]
    list_display = ("name", "abbreviation", "organization", "renewal_years", "last_verified_on")
    list_filter = (("last_verified_on", admin.EmptyFieldListFilter), "renewal_years", "organization")
    list_select_related = ("organization",)
    search_fields = ("name", "abbreviation", "organization__name", "organization__abbreviation")
    date_hierarchy = "last_verified_on"
    autocomplete_fields = ("organization", "occupations")
    prepopulated_fields = {"slug": ("abbreviation",)}
    fieldsets = (
        (None, {"fields": (("name", "abbreviation"), "slug", "organization", "occupations", "official_url")}),
        ("What it takes", {"fields": ("attests", "requirements", "examinations")}),
        ("Renewal", {"fields": ("renewal", "renewal_years")}),
        (
            "Verification",
            {
                "fields": (("last_verified_on", "verified_by"),),
                "description": "Only after asking the organization, or reading its own pages.",
            },
        ),
    )
