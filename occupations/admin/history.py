"""Editing that can be taken back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin


def keep_first_version(row: Any) -> None:
    """Record the row as it stands if it has no history yet, so that its first change can be taken back.

    Rows from fixtures are such rows: loading them writes no history.
    """
    if row.pk is None or row.history.exists():
        return
    stored = type(row).objects.filter(pk=row.pk).first()
    if stored is not None:
        stored._history_user = None
        stored._change_reason = "as loaded"
        stored.save()


class TakeBackAdmin(SimpleHistoryAdmin):
    """Keeps every version of what it edits, the one before the first edit included."""

    object_history_list_template = "admin/version_list.html"

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:
        with transaction.atomic():
            if change:
                keep_first_version(obj)
            super().save_model(request, obj, form, change)

    def save_formset(
        self, request: HttpRequest, form: ModelForm[Any], formset: BaseModelFormSet[Any, Any], change: bool
    ) -> None:
        with transaction.atomic():
            for row in formset.initial_forms:
                if row.has_changed() and hasattr(row.instance, "history"):
                    keep_first_version(row.instance)
            super().save_formset(request, form, formset, change)
