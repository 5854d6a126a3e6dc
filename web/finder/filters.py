"""What a reader can narrow the occupations by, read from an address and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from occupations.search_text import LONGEST_TEXT, words_in
from web.finder.counts import (
    Condition,
    Facts,
    Tally,
    among,
    named_in_full,
    number_between,
    one_of,
    passing_all,
    pay_between,
    tally,
)
from web.finder.facets import Facet, Range

INDUSTRY, RESIDUAL = "industry", "residual"


def no_letters(text: str) -> None:
    """Refuses a text in which there is nothing to look for."""
    if "\x00" in text or not words_in(text):
        raise ValidationError("a search needs letters or digits.")


class OccupationFilterForm(forms.Form):
    """Says which fields fall together when they contradict each other."""

    drop_with: dict[str, list[str]] = {}

    def clean(self) -> dict[str, Any]:
        crossed = {}
        for name, what in (("pay", "pay"), ("jobs", "number of jobs")):
            lowest, highest = self.cleaned_data.get(f"{name}_min"), self.cleaned_data.get(f"{name}_max")
            if lowest is not None and highest is not None and lowest > highest:
                crossed[name] = f"The lowest {what} is above the highest {what}, so neither was used."
        self.drop_with = {"__all__": [f"{name}_{end}" for name in crossed for end in ("min", "max")]}
        if crossed:
            raise ValidationError(list(crossed.values()))
        return self.cleaned_data


class AmountField(forms.Field):
    """A number as people write it: "60000", "60,000", "$60,000", "$28.50"."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 12})

    def __init__(self, *, example: str, places: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.example, self.places = example, places

    def to_python(self, value: Any) -> Decimal | None:
        plain = re.sub(r"[$,\s]", "", str(value)) if value is not None else ""
        if not plain:
            return None
        cents = rf"(\.\d{{1,{self.places}}})?" if self.places else ""
        if not re.fullmatch(rf"\d{{1,8}}{cents}", plain, re.ASCII):
            raise ValidationError(f"write {self.example}.", code="invalid")
        return Decimal(plain)


class AmountFilter(filters.Filter):
    field_class = AmountField


PAY_EXAMPLES = {
    "annual": "dollars a year, such as 60,000",
    "hourly": "dollars an hour, such as 28.50",
}
COUNT_EXAMPLE = "a whole number, such as 10,000"


class OccupationFilter(filters.FilterSet):
    """Search text, facets and ranges, all applied to facts that were read once (web.presenters.counting).

    The queryset is one of `wages.querysets.covered`, and `facts` are those of all its occupations. `closest` is
    what `search` says of it. With `in_industry` only occupations that the chosen industry publishes pass. `is_ranking`
    leaves out residuals, but whoever searches for one finds it. After the queryset was asked for, `tally` has the
    counts, and `named` the ids that a search found, whatever else is asked.
    """

    q = filters.CharFilter(
        max_length=LONGEST_TEXT, validators=[no_letters],
        error_messages={"max_length": f"a search has at most {LONGEST_TEXT} letters."},
    )  # fmt: skip

    class Meta:
        form = OccupationFilterForm

    tally: Tally
    named: frozenset[int] | None = None
    conditions: dict[str, Condition]

    def __init__(
        self,
        *args: Any,
        facts: Sequence[Facts],
        facets: Mapping[str, Facet],
        ranges: Mapping[str, Range],
        basis: str,
        in_industry: Condition | None = None,
        closest: bool = False,
        is_ranking: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.facts, self.closest, self.in_industry = facts, closest, in_industry
        self.is_ranking = is_ranking
        self.facet_names, self.range_names = list(facets), list(ranges)
        for facet in facets.values():
            choices = [(option.value, option.label) for option in facet.options]
            self.filters[facet.name] = filters.MultipleChoiceFilter(field_name=facet.name, choices=choices)
        for each in ranges.values():
            paid = each.name == "pay"
            example, places = (PAY_EXAMPLES[basis], 2) if paid else (COUNT_EXAMPLE, 0)
            for name in each.fields:
                self.filters[name] = AmountFilter(field_name=name, example=example, places=places)

    def filter_queryset(self, queryset: Any) -> QuerySet:
        """The occupations that every condition lets through, in the order of the search if there is one."""
        asked = self.form.cleaned_data
        rows = queryset.search(asked["q"], closest=self.closest) if asked["q"] else queryset
        conditions: dict[str, Condition] = {}
        if asked["q"]:
            self.named = frozenset(rows.values_list("pk", flat=True))
            conditions["q"] = among(self.named)
        conditions |= {name: one_of(name, asked[name]) for name in self.facet_names if asked[name]}
        for name in self.range_names:
            lowest, highest = self.limits(name)
            if lowest is not None or highest is not None:
                conditions[name] = (
                    pay_between(lowest, highest) if name == "pay" else number_between(name, lowest, highest)
                )
        if self.in_industry:
            conditions[INDUSTRY] = self.in_industry
        if self.is_ranking and not asked["q"]:
            conditions[RESIDUAL] = named_in_full
        self.conditions = conditions
        self.tally = tally(self.facts, conditions)
        return rows.filter(pk__in=[facts.pk for facts in self.tally.passing])

    def counted(self) -> Tally:
        """The counts, for whoever doesn't need the queryset."""
        assert self.qs is not None  # asking for it counts
        return self.tally

    def limits(self, name: str) -> tuple[Decimal | None, Decimal | None]:
        """The lowest and highest number asked for in a range."""
        asked = self.form.cleaned_data
        return asked.get(f"{name}_min"), asked.get(f"{name}_max")

    def count_nationally(self, *dropped: str) -> int:
        """How many there would be without an area or industry, whose pay is then the nation's."""
        rest = {name: holds for name, holds in self.conditions.items() if name not in dropped}
        if "pay" in rest:
            rest["pay"] = pay_between(*self.limits("pay"), national=True)
        return passing_all(self.facts, rest)

    def count_from(self, name: str, step: Decimal) -> int:
        """How many there would be with `step` as the lowest number of a range, the highest as it is."""
        highest = self.limits(name)[1]
        holds = pay_between(step, highest) if name == "pay" else number_between(name, step, highest)
        return passing_all(self.tally.but_for(name), {name: holds})
