"""Descriptors of occupations, the Handbook's figures, programs of study, prices, reasons: loaded, none edited."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin

from occupations.admin.paginator import EstimatingPaginator
from occupations.admin.rights import ReleaseFilter, ViewOnlyAdmin
from occupations.models import (
    AreaPriceParity,
    ContextCategory,
    Description,
    EducationShare,
    Element,
    EmergingTask,
    JobZone,
    PriceIndex,
    PriceParity,
    ProfileWage,
    Program,
    ProgramOccupation,
    QuickFacts,
    Rating,
    RelatedOccupation,
    Task,
    TaskRating,
    Technology,
    UtilizationFactor,
)


class DescriptorAdmin(ViewOnlyAdmin):
    """For rows that describe an occupation in a release; their tables can be long."""

    list_filter: ClassVar[tuple[Any, ...]] = (ReleaseFilter,)
    list_select_related: ClassVar[tuple[str, ...]] = ("occupation", "release__source")
    search_fields: ClassVar[tuple[str, ...]] = ("^occupation__code", "occupation__title")
    search_help_text = "A code or the beginning of one, or words of the occupation's title."
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("occupation",)
    paginator = EstimatingPaginator
    show_full_result_count = False


@admin.register(Description)
class DescriptionAdmin(DescriptorAdmin):
    list_display = ("occupation", "release", "text")


@admin.register(JobZone)
class JobZoneAdmin(DescriptorAdmin):
    list_display = ("occupation", "zone", "lowest", "release")
    list_filter = ("zone", ReleaseFilter)


@admin.register(Element)
class ElementAdmin(ViewOnlyAdmin):
    list_display = ("code", "name", "domain")
    list_filter = ("domain",)
    search_fields = ("^code", "name")


@admin.register(Rating)
class RatingAdmin(DescriptorAdmin):
    list_display = (
        "occupation", "element", "scale", "category", "value", "domain_source", "is_suppressed", "release",
    )  # fmt: skip
    list_filter = ("scale", "element__domain", "is_suppressed", ReleaseFilter)
    list_select_related = ("occupation", "element", "release__source")
    autocomplete_fields = ("occupation", "element")


@admin.register(EducationShare)
class EducationShareAdmin(DescriptorAdmin):
    list_display = ("occupation", "category", "percent", "is_suppressed", "release")
    list_filter = ("category", "is_suppressed", ReleaseFilter)


@admin.register(Task)
class TaskAdmin(DescriptorAdmin):
    list_display = ("occupation", "task_id", "is_core", "release", "text")
    list_filter = ("is_core", ReleaseFilter)


@admin.register(TaskRating)
class TaskRatingAdmin(DescriptorAdmin):
    list_display = ("occupation", "task_id", "scale", "category", "value", "is_suppressed", "release")
    list_filter = ("scale", "is_suppressed", ReleaseFilter)


@admin.register(EmergingTask)
class EmergingTaskAdmin(DescriptorAdmin):
    list_display = ("occupation", "category", "revises", "domain_source", "release", "text")
    list_filter = ("category", "domain_source", ReleaseFilter)


@admin.register(ContextCategory)
class ContextCategoryAdmin(ViewOnlyAdmin):
    list_display = ("element", "category", "label")
    list_filter = ("category",)
    list_select_related = ("element",)
    search_fields = ("^element__code", "element__name", "label")


@admin.register(Technology)
class TechnologyAdmin(DescriptorAdmin):
    list_display = ("occupation", "name", "kind", "is_hot", "is_in_demand", "release")
    list_filter = ("is_hot", "is_in_demand", ReleaseFilter)
    search_fields = ("^occupation__code", "occupation__title", "name")


@admin.register(RelatedOccupation)
class RelatedOccupationAdmin(DescriptorAdmin):
    list_display = ("occupation", "related", "tier", "rank", "release")
    list_filter = ("tier", ReleaseFilter)
    list_select_related = ("occupation", "related", "release__source")
    autocomplete_fields = ("occupation", "related")


@admin.register(Program)
class ProgramAdmin(ViewOnlyAdmin):
    list_display = ("code", "title", "system")
    list_filter = ("system",)
    list_select_related = ("system",)
    search_fields = ("^code", "title")


@admin.register(ProgramOccupation)
class ProgramOccupationAdmin(DescriptorAdmin):
    list_display = ("program", "occupation", "release")
    list_select_related = ("program", "occupation", "release__source")
    autocomplete_fields = ("program", "occupation")


@admin.register(QuickFacts)
class QuickFactsAdmin(ViewOnlyAdmin):
    list_display = ("profile", "release", "annual_median", "jobs", "percent_change", "growth_word")
    list_filter = ("growth_word", ReleaseFilter)
    list_select_related = ("profile", "release__source")
    search_fields = ("profile__title",)
    autocomplete_fields = ("profile",)


@admin.register(ProfileWage)
class ProfileWageAdmin(ViewOnlyAdmin):
    list_display = ("profile", "industry_title", "median", "basis", "reference_period", "release")
    list_filter = ("basis", ReleaseFilter)
    list_select_related = ("profile", "release__source")
    search_fields = ("profile__title", "industry_title")
    autocomplete_fields = ("profile", "industry")


@admin.register(PriceIndex)
class PriceIndexAdmin(ViewOnlyAdmin):
    list_display = ("year", "month", "value", "release")
    list_filter = (ReleaseFilter,)
    list_select_related = ("release__source",)
    search_fields = ("=year",)


@admin.register(AreaPriceParity)
class AreaPriceParityAdmin(ViewOnlyAdmin):
    list_display = ("name", "kind", "code", "year", "category", "value", "release")
    list_filter = ("kind", "category", ReleaseFilter)
    list_select_related = ("release__source",)
    search_fields = ("name", "=code")


@admin.register(PriceParity)
class PriceParityAdmin(ViewOnlyAdmin):
    list_display = ("state_code", "year", "category", "value", "release")
    list_filter = ("category", ReleaseFilter)
    list_select_related = ("release__source",)
    search_fields = ("=state_code",)


@admin.register(UtilizationFactor)
class UtilizationFactorAdmin(DescriptorAdmin):
    list_display = ("occupation", "industry_title", "kinds", "direction", "release")
    list_filter = ("direction", ReleaseFilter)
    search_fields = ("^occupation__code", "occupation__title", "industry_title")
    autocomplete_fields = ("occupation", "industry")
