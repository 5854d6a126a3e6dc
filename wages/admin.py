"""Areas and wage estimates."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from occupations.admin.figures import FiguresForm, figure_or_reason, lines
from occupations.admin.importing import (
    EditorialResource,
    EditorialTablesMixin,
    industry_field,
    key_field,
    occupation_field,
    release_field,
    system_and_code,
)
from occupations.admin.paginator import EstimatingPaginator
from occupations.admin.rights import (
    ReleaseFilter,
    ReleaseKindFilter,
    RowsOfReleasesAdmin,
    ViewOnlyAdmin,
    titled,
)
from occupations.models import Industry, Occupation, Release
from wages.measures import ANNUAL_WAGES, HOURLY_WAGES, MEASURES
from wages.models import Area, County, WageEstimate, ZipCode
from wages.plausible import question_of


@admin.register(Area)
class AreaAdmin(ViewOnlyAdmin):
    list_display = ("title", "kind", "code", "delineation", "state_code")
    list_filter = ("kind", "delineation")
    search_fields = ("title", "^code")


@admin.register(County)
class CountyAdmin(ViewOnlyAdmin):
    list_display = ("name", "fips", "area_code", "delineation", "release")
    list_select_related = ("release__source",)
    list_filter = ("delineation",)
    search_fields = ("name", "^fips", "^area_code")


@admin.register(ZipCode)
class ZipCodeAdmin(ViewOnlyAdmin):
    list_display = ("code", "place", "state_code", "county", "release")
    list_select_related = ("county", "release__source")
    paginator = EstimatingPaginator
    show_full_result_count = False
    list_filter = (ReleaseFilter,)
    search_fields = ("^code", "place")


YES = ("yes", "true", "1")

# Under the headings of the form: the wages of either basis go by their last word.
LABELS = {
    "mean": "Mean", "p10": "P10", "p25": "P25", "median": "Median", "p75": "P75", "p90": "P90",
    "employment": "Jobs", "employment_rse": "Relative standard error, %",
    "wage_rse": "Relative standard error, %", "jobs_per_1000": "Jobs per 1,000",
    "location_quotient": "Location quotient", "percent_of_industry": "Percent of industry",
    "percent_reporting": "Percent reporting",
}  # fmt: skip


class WageEstimateForm(FiguresForm):
    figures = MEASURES
    as_published = forms.BooleanField(
        required=False,
        label="As published",
        help_text="The source states these hourly and annual wages beside each other, unlikely as they look.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for measure in {*MEASURES} & self.fields.keys():
            self.fields[measure].label = LABELS.get(measure) or LABELS[measure.partition("_")[2]]
            self.fields[measure].help_text = ""
        if level := self.fields.get("published_level"):
            level.required = False
            level.help_text = "Left empty: the occupation’s own level."

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("published_level") in {None, ""} and cleaned.get("occupation"):
            cleaned["published_level"] = cleaned["occupation"].level
        question = question_of(SimpleNamespace(**dict.fromkeys(MEASURES) | cleaned))
        if question and not cleaned.get("as_published"):
            self.add_error("as_published", question)
        return cleaned


class WageEstimateResource(EditorialResource):
    figures = MEASURES
    release = release_field()
    occupation = occupation_field()
    area = key_field("area", Area, system_and_code)
    industry = industry_field()

    class Meta(EditorialResource.Rules):
        model = WageEstimate
        exclude = ("id",)
        import_id_fields = ("release", "occupation", "area", "industry")

    def import_instance(self, instance: WageEstimate, row: Any, **kwargs: Any) -> None:
        super().import_instance(instance, row, **kwargs)
        if instance.published_level is None and instance.occupation_id is not None:
            instance.published_level = instance.occupation.level
        question = question_of(instance)
        if question and str(row.get("as_published") or "").strip().lower() not in YES:
            raise ValidationError(f"{question} In a file: “yes” in a column as_published.")


@admin.register(WageEstimate)
class WageEstimateAdmin(EditorialTablesMixin, RowsOfReleasesAdmin):
    """Hundreds of thousands of rows for each release: nothing here may count or sort them all."""

    form = WageEstimateForm
    resource_classes = [WageEstimateResource]
    release_sources = ("oews",)
    paginator = EstimatingPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ("pk",)
    sortable_by = ()
    list_per_page = 50
    list_display = (
        "occupation", "annual_median_shown", "hourly_median_shown", "jobs", "area", "industry", "release",
    )  # fmt: skip
    list_filter = (
        ReleaseFilter, ReleaseKindFilter,
        ("area__kind", titled("kind of area")), ("industry__kind", titled("kind of industry")),
        "published_level",
    )  # fmt: skip
    list_select_related = ("occupation__system", "area", "industry__system", "release__source")
    search_fields = ("^occupation__code", "occupation__title")
    search_help_text = "An occupation: its code or the beginning of one, or words of its title."
    autocomplete_fields = ("occupation", "area", "industry")
    fieldsets = (
        (None, {"fields": ("release", "occupation", "area", "industry", "published_level")}),
        ("Employment", {"fields": lines(("employment", "employment_rse"))}),
        ("Annual wages, in dollars", {"fields": lines(ANNUAL_WAGES)}),
        ("Hourly wages, in dollars", {"fields": (*lines(HOURLY_WAGES), "as_published")}),
        (
            "Reliability and concentration",
            {
                "fields": lines(
                    (
                        "wage_rse", "jobs_per_1000", "location_quotient",
                        "percent_of_industry", "percent_reporting",
                    )
                ),
                "description": "The standard error is that of the mean wage. Percent of industry: of the industry’s"
                " jobs. Percent reporting: of the establishments in the cell.",
            },
        ),
    )  # fmt: skip

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Most cells that people enter are those of the nation and all industries."""
        initial = super().get_changeform_initial_data(request)
        if nation := Area.objects.nation().first():
            initial.setdefault("area", nation.pk)
        if everywhere := Industry.objects.filter(kind=Industry.Kind.ALL, is_retired=False).first():
            initial.setdefault("industry", everywhere.pk)
        return initial

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find the occupations first: a few codes, which the index answers, in place of a join of all rows."""
        occupations = Occupation.objects.all()
        for word in search_term.split():
            occupations = occupations.filter(Q(code__istartswith=word) | Q(title__icontains=word))
        if search_term.split():
            queryset = queryset.filter(occupation__in=list(occupations.values_list("pk", flat=True)))
        return queryset, False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting many at once is offered within one editorial release, where the rows are few."""
        actions = super().get_actions(request)
        release = request.GET.get("release", "")
        if not (release.isdecimal() and Release.objects.editorial().filter(pk=int(release)).exists()):
            actions.pop("delete_selected", None)
        return actions

    @admin.display(description="employment")
    def jobs(self, obj: WageEstimate) -> str:
        return figure_or_reason(obj, "employment", "{:,}")

    @admin.display(description="annual median")
    def annual_median_shown(self, obj: WageEstimate) -> str:
        return figure_or_reason(obj, "annual_median", "${:,}")

    @admin.display(description="hourly median")
    def hourly_median_shown(self, obj: WageEstimate) -> str:
        return figure_or_reason(obj, "hourly_median", "${:,.2f}")
