"""Price indexes, for figures in constant dollars or adjusted for a place's prices: always on request."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from occupations.models.source import Release


class PriceIndex(models.Model):
    """CPI-U, U.S. city average, all items, not seasonally adjusted (1982–84 = 100).

    Month 13 is the annual average, as the publisher numbers it. A month that was not published has no row.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="price_indexes")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=8, decimal_places=3)

    class Meta:
        verbose_name_plural = "price indexes"
        ordering = ("year", "month")
        constraints = (
            models.UniqueConstraint(fields=("release", "year", "month"), name="priceindex_natural_key"),
            models.CheckConstraint(name="priceindex_month_1_to_13", condition=Q(month__range=(1, 13))),
            models.CheckConstraint(name="priceindex_positive", condition=Q(value__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}: {self.value}"


class PriceParity(models.Model):
    """A state's price level in percent of the nation's (regional price parity)."""

    class Category(models.IntegerChoices):
        ALL_ITEMS = 1, "All items"
        GOODS = 2, "Goods"
        HOUSING = 3, "Services: housing"
        UTILITIES = 4, "Services: utilities"
        OTHER = 5, "Services: other"

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="price_parities")
    state_code = models.CharField(max_length=2, help_text="FIPS code; 00 is the nation.")
    year = models.PositiveSmallIntegerField()
    category = models.PositiveSmallIntegerField(choices=Category)
    value = models.DecimalField(max_digits=7, decimal_places=3, help_text="The nation is 100.")

    class Meta:
        verbose_name_plural = "price parities"
        ordering = ("state_code", "year", "category")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "state_code", "year", "category"), name="priceparity_natural_key"
            ),
            models.CheckConstraint(name="priceparity_positive", condition=Q(value__gt=0)),
            models.CheckConstraint(name="priceparity_category_known", condition=Q(category__range=(1, 5))),
        )

    def __str__(self) -> str:
        return f"{self.state_code} {self.year}: {self.value}"


class AreaPriceParity(models.Model):
    """The price level of a metropolitan area, or of a state's metropolitan or nonmetropolitan portion, in percent of
    the nation's. The publisher's areas are known by code and name: a code alone may have meant another area."""

    class Kind(models.TextChoices):
        METROPOLITAN = "metro", "Metropolitan area"
        METROPOLITAN_PORTION = "in-metros", "Metropolitan portion of a state"
        NONMETROPOLITAN_PORTION = "nonmetro", "Nonmetropolitan portion of a state"

    Category = PriceParity.Category

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="area_price_parities")
    kind = models.CharField(max_length=10, choices=Kind)
    code = models.CharField(
        max_length=5,
        help_text="The code of a metropolitan area; of a portion the state’s FIPS code, 00 for the nation’s.",
    )
    name = models.CharField(max_length=150)
    year = models.PositiveSmallIntegerField()
    category = models.PositiveSmallIntegerField(choices=Category)
    value = models.DecimalField(max_digits=7, decimal_places=3, help_text="The nation is 100.")

    class Meta:
        verbose_name_plural = "price parities of areas"
        ordering = ("kind", "code", "year", "category")
        constraints = (
            models.UniqueConstraint(
                fields=("release", "kind", "code", "year", "category"), name="areapriceparity_natural_key"
            ),
            models.CheckConstraint(name="areapriceparity_positive", condition=Q(value__gt=0)),
            models.CheckConstraint(
                name="areapriceparity_category_known", condition=Q(category__range=(1, 5))
            ),
            models.CheckConstraint(
                name="areapriceparity_kind_has_its_code",
                condition=Q(kind="metro", code__regex=r"^\d{5}$")
                | Q(kind__in=("in-metros", "nonmetro"), code__regex=r"^\d{2}$"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.year}: {self.value}"
