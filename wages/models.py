"""Areas, and what OEWS publishes about an occupation in an area and an industry."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify

from occupations.models import Industry, Occupation, Release
from occupations.models.missing import missing_reason, value_or_reason
from occupations.models.validation import NamesFieldsInErrors
from wages.choices import AreaKind
from wages.geography import POSTAL, states_in_title
from wages.measures import ANNUAL_PERCENTILES, HOURLY_PERCENTILES, MEASURES
from wages.querysets import AreaQuerySet, WageEstimateQuerySet


class AreaManager(models.Manager.from_queryset(AreaQuerySet)):  # type: ignore[misc]  # built at run time
    def get_by_natural_key(self, delineation: str, code: str) -> Area:
        return self.get(delineation=delineation, code=code)


class Area(models.Model):
    """A place that OEWS publishes for, under one delineation.

    The same code can name another area, or the same name other counties, after areas are redrawn:
    so the delineation is part of the key. Nation, states and territories keep theirs ("FIPS").
    """

    Kind = AreaKind

    delineation = models.CharField(
        max_length=20,
        help_text='"FIPS" for nation and states; else the first release that uses it: "May 2024".',
    )
    code = models.CharField(max_length=7, help_text="Seven digits, as in LABSTAT; 0000000 is the nation.")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=150)
    state_code = models.CharField(max_length=2, help_text="FIPS code of the primary state; 00 is the nation.")

    objects = AreaManager()

    class Meta:
        ordering = ("title",)
        constraints = (
            models.UniqueConstraint(fields=("delineation", "code"), name="area_natural_key"),
            models.CheckConstraint(
                name="area_kind_known",
                condition=Q(kind__in=tuple(AreaKind.values)),
            ),
            models.CheckConstraint(name="area_code_is_seven_digits", condition=Q(code__regex=r"^\d{7}$")),
            models.CheckConstraint(
                name="area_nation_and_states_are_fips",
                condition=Q(
                    kind__in=(AreaKind.NATION, AreaKind.STATE, AreaKind.TERRITORY), delineation="FIPS"
                )
                | (Q(kind__in=(AreaKind.METROPOLITAN, AreaKind.NONMETROPOLITAN)) & ~Q(delineation="FIPS")),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the code: which area of that code it shows depends on the release that it is read as of."""
        return reverse("place", args=[self.code, self.title_slug])

    def natural_key(self) -> tuple[str, str]:
        return (self.delineation, self.code)

    @property
    def title_slug(self) -> str:
        return slugify(self.title)

    @property
    def states(self) -> frozenset[str]:
        """The states that the area is in, by their postal letters; none for the nation.

        Read from the title, so that it holds for areas of every delineation: the table of counties (`County`) is of one
        alone, and may not be loaded. A metropolitan area's title names its states, the primary one
        first ("New York-Newark-Jersey City, NY-NJ"); any other area is in one.
        """
        return states_in_title(self.title) | {POSTAL[self.state_code]} - {"US"}


def in_order(percentiles: tuple[str, ...]) -> Q:
    """Each published percentile is at most every higher one; SQL lets missing ones pass."""
    condition = Q()
    for lower, higher in combinations(percentiles, 2):
        condition &= Q(**{f"{lower}__lte": F(higher)})
    return condition


def wage(digits: int, places: int) -> models.DecimalField[Any, Any]:
    """A wage in dollars, exactly as published."""
    return models.DecimalField(max_digits=digits, decimal_places=places, null=True, blank=True)


class WageEstimateManager(models.Manager.from_queryset(WageEstimateQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, *key: str) -> WageEstimate:
        return self.get(
            release=Release.objects.get_by_natural_key(*key[:3]),
            occupation=Occupation.objects.get_by_natural_key(*key[3:5]),
            area=Area.objects.get_by_natural_key(*key[5:7]),
            industry=Industry.objects.get_by_natural_key(*key[7:]),
        )


class WageEstimate(NamesFieldsInErrors):
    """One published cell: an occupation in an area and an industry, in one release.

    Employment is rounded to 10 by the publisher and leaves out the self-employed. Hourly and annual
    wages are both stored as published: neither reproduces the other. `employment_rse` is the relative
    standard error of employment and `wage_rse` that of the *mean* wage, in percent of the estimate;
    percentiles have none. A measure without a value has its reason in `<measure>_missing`.

    The table is partitioned by release (see the migration): one partition for each official release,
    one for all editorial ones. `id` is unique in all of them.
    """

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, related_name="wage_estimates", db_index=False
    )
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, related_name="wage_estimates", db_index=False
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="wage_estimates", db_index=False)
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, related_name="wage_estimates", db_index=False
    )
    published_level = models.PositiveSmallIntegerField(
        choices=Occupation.Level,
        help_text="The level at which the release publishes the code; a broad group can stand in as a detail.",
    )
    employment = models.PositiveIntegerField(null=True, blank=True)
    employment_missing = missing_reason()
    employment_rse = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    employment_rse_missing = missing_reason()
    hourly_mean = wage(7, 2)
    hourly_mean_missing = missing_reason()
    hourly_p10 = wage(7, 2)
    hourly_p10_missing = missing_reason()
    hourly_p25 = wage(7, 2)
    hourly_p25_missing = missing_reason()
    hourly_median = wage(7, 2)
    hourly_median_missing = missing_reason()
    hourly_p75 = wage(7, 2)
    hourly_p75_missing = missing_reason()
    hourly_p90 = wage(7, 2)
    hourly_p90_missing = missing_reason()
    annual_mean = models.PositiveIntegerField(null=True, blank=True)
    annual_mean_missing = missing_reason()
    annual_p10 = models.PositiveIntegerField(null=True, blank=True)
    annual_p10_missing = missing_reason()
    annual_p25 = models.PositiveIntegerField(null=True, blank=True)
    annual_p25_missing = missing_reason()
    annual_median = models.PositiveIntegerField(null=True, blank=True)
    annual_median_missing = missing_reason()
    annual_p75 = models.PositiveIntegerField(null=True, blank=True)
    annual_p75_missing = missing_reason()
    annual_p90 = models.PositiveIntegerField(null=True, blank=True)
    annual_p90_missing = missing_reason()
    wage_rse = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    wage_rse_missing = missing_reason()
    jobs_per_1000 = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    jobs_per_1000_missing = missing_reason()
    location_quotient = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    location_quotient_missing = missing_reason()
    percent_of_industry = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Percent of the industry's jobs that are in the occupation (PCT_TOTAL).",
    )
    percent_of_industry_missing = missing_reason()
    percent_reporting = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Percent of establishments in the cell that report the occupation (PCT_RPT).",
    )
    percent_reporting_missing = missing_reason()

    objects = WageEstimateManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("release", "occupation", "area", "industry"),
                name="wageestimate_natural_key",
                violation_error_message="The release already has this occupation in this area and industry.",
            ),
            *(value_or_reason("wageestimate", measure) for measure in MEASURES),
            models.CheckConstraint(
                name="wageestimate_hourly_percentiles_in_order",
                condition=in_order(HOURLY_PERCENTILES),
                violation_error_message="Hourly percentiles must not fall from P10 to P90.",
            ),
            models.CheckConstraint(
                name="wageestimate_annual_percentiles_in_order",
                condition=in_order(ANNUAL_PERCENTILES),
                violation_error_message="Annual percentiles must not fall from P10 to P90.",
            ),
            models.CheckConstraint(
                name="wageestimate_percents_0_to_100",
                condition=Q(percent_of_industry__range=(0, 100)) & Q(percent_reporting__range=(0, 100)),
                violation_error_message="A percent is from 0 to 100.",
            ),
        )
        indexes = (models.Index(fields=("area", "industry", "release"), name="wageestimate_area_industry"),)

    def __str__(self) -> str:
        """In words where the names are at hand; a row never asks the database for its own name."""
        if {"release", "occupation", "area", "industry"} <= self._state.fields_cache.keys():
            return f"{self.occupation}, {self.area}, {self.industry} ({self.release})"
        return f"{self.occupation_id} in {self.area_id}/{self.industry_id}, release {self.release_id}"

    def field_of_constraint(self, name: str) -> str | None:
        if name == "wageestimate_hourly_percentiles_in_order":
            return self._first_that_falls(HOURLY_PERCENTILES)
        if name == "wageestimate_annual_percentiles_in_order":
            return self._first_that_falls(ANNUAL_PERCENTILES)
        if name == "wageestimate_percents_0_to_100":
            percents = ("percent_of_industry", "percent_reporting")
            return next(name for name in percents if not 0 <= (getattr(self, name) or 0) <= 100)
        return super().field_of_constraint(name)

    def _first_that_falls(self, percentiles: tuple[str, ...]) -> str:
        """The lowest percentile that is below a lower one; there is one when the constraint is broken."""
        pairs = combinations(percentiles, 2)
        values = {name: value for name in percentiles if (value := getattr(self, name)) is not None}
        falling = {
            high for low, high in pairs if low in values and high in values and values[high] < values[low]
        }
        return next(name for name in percentiles if name in falling)

    def natural_key(self) -> tuple[str, ...]:
        return (
            *self.release.natural_key(), *self.occupation.natural_key(),
            *self.area.natural_key(), *self.industry.natural_key(),
        )  # fmt: skip

    natural_key.dependencies = [  # type: ignore[attr-defined]  # read by Django's serializers
        "occupations.release", "occupations.occupation", "occupations.industry", "wages.area",
    ]  # fmt: skip


class County(models.Model):
    """A county, or what stands for one, and the OEWS area that it is in.

    The area is named by its code under a delineation, as `Area` is, and stands without the wages: a release of
    wages need not be loaded.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="counties")
    fips = models.CharField(max_length=5, help_text="The state's FIPS code and three digits.")
    name = models.CharField(max_length=100)
    key = models.CharField(max_length=100, help_text="The name as it is looked up, without “County”.")
    delineation = models.CharField(max_length=20)
    area_code = models.CharField(max_length=7)

    class Meta:
        verbose_name_plural = "counties"
        ordering = ("fips",)
        constraints = (
            models.UniqueConstraint(fields=("release", "fips"), name="county_natural_key"),
            models.CheckConstraint(name="county_fips_is_five_digits", condition=Q(fips__regex=r"^\d{5}$")),
            models.CheckConstraint(
                name="county_area_code_is_seven_digits", condition=Q(area_code__regex=r"^\d{7}$")
            ),
            models.CheckConstraint(name="county_key_not_empty", condition=~Q(key="")),
        )
        indexes = (models.Index(fields=("key",), name="county_key"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.state}"

    @property
    def state(self) -> str:
        """The postal letters of its state."""
        return POSTAL[self.fips[:2]]


class ZipCode(models.Model):
    """A ZIP code, the one place that GeoNames names for it, and its county where the county is known."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="zip_codes")
    code = models.CharField(max_length=5)
    place = models.CharField(max_length=100)
    key = models.CharField(max_length=100, help_text="The place's name as it is looked up.")
    state_code = models.CharField(max_length=2, help_text="FIPS code.")
    county = models.ForeignKey(
        County, null=True, blank=True, on_delete=models.CASCADE, related_name="zip_codes"
    )

    class Meta:
        verbose_name = "ZIP code"
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=("release", "code"), name="zipcode_natural_key"),
            models.CheckConstraint(name="zipcode_is_five_digits", condition=Q(code__regex=r"^\d{5}$")),
            models.CheckConstraint(
                name="zipcode_state_known",
                condition=Q(state_code__in=sorted(code for code in POSTAL if code != "00")),
            ),
            models.CheckConstraint(name="zipcode_key_not_empty", condition=~Q(key="")),
        )
        indexes = (models.Index(fields=("key", "state_code"), name="zipcode_key_state"),)

    def __str__(self) -> str:
        return f"{self.code} {self.place}"

    @property
    def state(self) -> str:
        """The postal letters of its state."""
        return POSTAL[self.state_code]
