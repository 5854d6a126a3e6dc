"""What a reader can narrow the occupations by."""

from __future__ import annotations

import re
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from occupations.models import MissingReason, Occupation, Release
from occupations.search import LONGEST_TEXT, words_in
from wages.querysets import floor_of


def no_letters(text: str) -> None:
    """Refuses a text in which there is nothing to look for."""
    if "\x00" in text or not words_in(text):
        raise ValidationError("a search needs letters or digits.")


class OccupationFilterForm(forms.Form):
    """Says which fields fall together when they contradict each other."""

    drop_with = {"__all__": ["pay_min", "pay_max"]}

    def clean(self) -> dict[str, Any]:
        lowest, highest = self.cleaned_data.get("pay_min"), self.cleaned_data.get("pay_max")
        if lowest is not None and highest is not None and lowest > highest:
            raise ValidationError("The lowest pay is above the highest pay, so neither was used.")
        return self.cleaned_data


class DollarsField(forms.IntegerField):
    """Whole dollars as people write them: "60000", "60,000", "$60,000"."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 12})
    default_error_messages = {"invalid": "write whole dollars a year, such as 60,000."}

    def to_python(self, value: Any) -> int | None:
        plain = re.sub(r"[$,\s]", "", str(value)) if value is not None else value
        if plain and not re.fullmatch(r"\d{1,8}", plain, re.ASCII):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(plain)


class DollarsFilter(filters.Filter):
    field_class = DollarsField


class OccupationFilter(filters.FilterSet):
    """Search text, major group, and annual median pay.

    The queryset is one of `wages.querysets.covered` with `major_group_id`. `groups` are the major groups to
    choose from, `release` is the one that pay comes from, and `closest` is what `search` says of it. Only
    annual medians are compared: an occupation without one drops out when pay is asked for. A top-coded
    median counts as its floor.
    """

    q = filters.CharFilter(
        max_length=LONGEST_TEXT, validators=[no_letters],
        error_messages={"max_length": f"a search has at most {LONGEST_TEXT} letters."},
    )  # fmt: skip
    group = filters.ChoiceFilter(error_messages={"invalid_choice": "there is no such group."})
    pay_min = DollarsFilter(label="From")
    pay_max = DollarsFilter(label="To")

    class Meta:
        form = OccupationFilterForm

    def __init__(
        self,
        *args: Any,
        groups: list[Occupation],
        release: Release | None,
        closest: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.group_ids = {group.code: group.pk for group in groups}
        self.filters["group"].extra["choices"] = [(group.code, group.sentence_title) for group in groups]
        self.release, self.closest = release, closest

    def filter_queryset(self, queryset: Any) -> QuerySet:
        """The occupations that every filter lets through.

        Beside them `every_group`, what they would be without the choice of a group, and `every_pay`, without
        the limits of pay: for the counts beside the groups, and to say who was left out.
        """
        asked = self.form.cleaned_data
        searched = queryset.search(asked["q"], closest=self.closest) if asked["q"] else queryset
        self.every_group = self._paid(searched, asked["pay_min"], asked["pay_max"])
        self.every_pay = self._in_group(searched, asked["group"])
        return self._in_group(self.every_group, asked["group"])

    def _in_group(self, queryset: QuerySet, code: str) -> QuerySet:
        return queryset.filter(major_group_id=self.group_ids[code]) if code else queryset

    def _paid(self, queryset: QuerySet, lowest: int | None, highest: int | None) -> QuerySet:
        limits = Q()
        if lowest is not None:
            limits &= Q(pay__gte=lowest)
        if highest is not None:
            limits &= Q(pay__lte=highest)
        floor = floor_of("annual_median", "national_pay__", self.release)
        known = queryset.alias(pay=Coalesce(F("national_pay__annual_median"), floor))
        return known.filter(limits) if limits else queryset


# The covered occupations that a limit on annual pay leaves out, because they have no annual median.
PAID_BY_THE_HOUR = Q(national_pay__annual_median_missing=MissingReason.OTHER_BASIS)
WITHOUT_ANNUAL_PAY = Q(national_pay__annual_median__isnull=True) & (
    Q(national_pay__isnull=True) | ~Q(national_pay__annual_median_missing=MissingReason.TOP_CODED)
)
