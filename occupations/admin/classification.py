"""Code systems, occupations, alternate titles, industries: all loaded, none edited."""

from __future__ import annotations

from django.contrib import admin

from occupations.admin.paginator import EstimatingPaginator
from occupations.admin.rights import ReleaseFilter, ViewOnlyAdmin
from occupations.models import AlternateTitle, CodeChange, CodeSystem, Industry, Occupation


@admin.register(CodeSystem)
class CodeSystemAdmin(ViewOnlyAdmin):
    list_display = ("name", "slug", "subject", "year", "extends", "is_current")
    list_filter = ("subject", "is_current")
    list_select_related = ("extends",)
    search_fields = ("name", "slug")


@admin.register(Occupation)
class OccupationAdmin(ViewOnlyAdmin):
    list_display = ("code", "title", "system", "level", "is_residual", "is_retired")
    list_display_links = ("code", "title")
    list_filter = ("level", "system", "is_residual", "is_retired")
    list_select_related = ("system",)
    search_fields = ("^code", "title")
    search_help_text = "A code or the beginning of one, or words of the title."
    autocomplete_fields = ("parent", "combines")


@admin.register(CodeChange)
class CodeChangeAdmin(ViewOnlyAdmin):
    list_display = ("occupation", "successor", "takes_from_others", "release")
    list_filter = ("takes_from_others", ReleaseFilter)
    list_select_related = ("occupation", "successor", "release__source")
    search_fields = ("^occupation__code", "occupation__title", "^successor__code")
    autocomplete_fields = ("occupation", "successor")


@admin.register(AlternateTitle)
class AlternateTitleAdmin(ViewOnlyAdmin):
    list_display = ("title", "occupation", "kind", "release")
    list_filter = ("kind", ReleaseFilter)
    list_select_related = ("occupation", "release__source")
    search_fields = ("title", "^occupation__code")
    autocomplete_fields = ("occupation",)
    paginator = EstimatingPaginator
    show_full_result_count = False


@admin.register(Industry)
class IndustryAdmin(ViewOnlyAdmin):
    list_display = ("code", "short_title", "system", "kind", "level", "parent", "is_retired")
    list_display_links = ("code", "short_title")
    list_filter = ("kind", "level", "system", "is_retired")
    list_select_related = ("system", "parent")
    search_fields = ("^code", "title", "short_title")
    search_help_text = "A code or the beginning of one, or words of the title."
    autocomplete_fields = ("parent",)
