"""Forms for rows whose figures can be missing: each figure beside the reason why there is none."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html

from occupations.models import MissingReason

NO_REASON = [("", "leave empty if not stated"), *MissingReason.choices]


class FiguresForm(forms.ModelForm):  # type: ignore[type-arg]  # takes none at run time
    """An empty figure without a reason is "not stated by this source"; a figure needs none."""

    figures: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for figure in self.figures:
            if reason := self.fields.get(f"{figure}_missing"):
                reason.label = "or the reason"
                reason.choices = NO_REASON  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        for figure in self.figures:
            reason = f"{figure}_missing"
            if figure in self.errors or reason in self.errors or reason not in self.fields:
                continue
            if cleaned.get(figure) is not None:
                cleaned[reason] = None
            elif not cleaned.get(reason):
                cleaned[reason] = MissingReason.NOT_STATED
        return cleaned


def lines(figures: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Lines of a fieldset: each figure and its reason side by side."""
    return tuple((figure, f"{figure}_missing") for figure in figures)


def figure_or_reason(row: Any, figure: str, shown: str) -> str:
    """A cell of a changelist: the figure as `shown` (a format such as "${:,.2f}"), or its reason."""
    value = getattr(row, figure)
    if value is not None:
        return shown.format(value)
    return format_html("<em>{}</em>", MissingReason(getattr(row, f"{figure}_missing")).label)
