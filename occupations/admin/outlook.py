"""Projections and industry shares: official ones to look at, editorial ones to enter."""

from __future__ import annotations

from django.contrib import admin

from occupations.admin.figures import FiguresForm, figure_or_reason, lines
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    industry_field,
    occupation_field,
    profile_field,
    release_field,
)
from occupations.admin.rights import ReleaseFilter, ReleaseKindFilter, RowsOfReleasesAdmin
from occupations.models import IndustryShare, Projection
from occupations.models.outlook import PROJECTION_FIGURES, SEPARATIONS


class ProjectionForm(FiguresForm):
    figures = PROJECTION_FIGURES


class ProjectionResource(EditorialResource):
    figures = PROJECTION_FIGURES
    release = release_field()
    occupation = occupation_field()

    class Meta(EditorialResource.Rules):
        model = Projection
        exclude = ("id",)
        import_id_fields = ("release", "occupation")


@admin.register(Projection)
class ProjectionAdmin(EditorialTablesMixin, RowsOfReleasesAdmin):
    form = ProjectionForm
    resource_classes = [ProjectionResource]
    release_sources = ("projections",)
    list_display = ("occupation", "release", "base_jobs", "percent", "yearly_openings", "growth_word")
    list_filter = (ReleaseFilter, ReleaseKindFilter, "occupation__level", "growth_word", "growth_word_basis")
    list_select_related = ("occupation__system", "release__source")
    search_fields = ("^occupation__code", "occupation__title")
    autocomplete_fields = ("occupation",)
    fieldsets = (
        (None, {"fields": ("release", "occupation", ("base_year", "target_year"))}),
        (
            "Jobs, in thousands",
            {
                "fields": lines(
                    (
                        "base_employment",
                        "target_employment",
                        "employment_change",
                        "percent_change",
                        "openings",
                    )
                ),
                "description": "Enter each figure as published. Each was rounded separately, so don’t compute one.",
            },
        ),
        ("Where openings come from, in thousands a year", {"fields": lines(SEPARATIONS)}),
        ("The Handbook", {"fields": ("handbook_url",)}),
        ("Growth in a word", {"fields": (("growth_word", "growth_word_basis"),)}),
        (
            "Workers",
            {"fields": lines(("percent_self_employed", "entry_education", "work_experience", "training"))},
        ),
    )

    @admin.display(description="base jobs, thousands", ordering="base_employment")
    def base_jobs(self, obj: Projection) -> str:
        return figure_or_reason(obj, "base_employment", "{:,}")

    @admin.display(description="change, %", ordering="percent_change")
    def percent(self, obj: Projection) -> str:
        return figure_or_reason(obj, "percent_change", "{:+}")

    @admin.display(description="openings a year, thousands", ordering="openings")
    def yearly_openings(self, obj: Projection) -> str:
        return figure_or_reason(obj, "openings", "{:,}")


class IndustryShareResource(EditorialResource):
    release = release_field()
    occupation = occupation_field()
    profile = profile_field()
    industry = industry_field()

    class Meta(EditorialResource.Rules):
        model = IndustryShare
        exclude = ("id",)
        import_id_fields = (
            "release", "occupation", "profile", "industry", "industry_title", "class_of_worker",
            "denominator",
        )  # fmt: skip


@admin.register(IndustryShare)
class IndustryShareAdmin(EditorialTablesMixin, RowsOfReleasesAdmin):
    resource_classes = [IndustryShareResource]
    release_sources = ("matrix",)
    list_display = ("of_jobs_of", "in_industry", "share", "denominator", "release")
    list_filter = (ReleaseFilter, ReleaseKindFilter, "denominator", "class_of_worker")
    list_select_related = ("occupation", "profile", "industry", "release__source")
    search_fields = (
        "^occupation__code", "occupation__title", "profile__title", "^industry__code", "industry__title",
    )  # fmt: skip
    autocomplete_fields = ("occupation", "profile", "industry")
    fieldsets = (
        (None, {"fields": ("release", "share", "denominator")}),
        ("Whose jobs", {"fields": (("occupation", "profile"),), "description": "Give one of the two."}),
        (
            "Where",
            {
                "fields": (("industry", "industry_title", "class_of_worker"),),
                "description": "Give one of these. Give a title alone only if we don’t know the source’s industry.",
            },
        ),
    )

    @admin.display(description="occupation or profile", ordering="occupation__code")
    def of_jobs_of(self, obj: IndustryShare) -> str:
        return str(obj.occupation or obj.profile)

    @admin.display(description="industry or class of worker", ordering="industry__code")
    def in_industry(self, obj: IndustryShare) -> str:
        return str(obj.industry or obj.industry_title or obj.get_class_of_worker_display())
