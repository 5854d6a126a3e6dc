"""Deleting several rows at once: official ones are refused before anything is gathered."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as delete_gathered
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

MOST_AT_ONCE = 10_000


class RefusesOfficial(admin.ModelAdmin):  # type: ignore[type-arg]  # takes none at run time
    """Django gathers all that goes with the rows before it asks who may delete them: for an official release that is
    millions of rows, and two gigabytes of memory for a refusal."""

    actions = ("delete_selected",)

    @admin.action(permissions=("delete",), description="Delete selected %(verbose_name_plural)s")
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponseBase | None:
        name = self.opts.verbose_name_plural
        if self.official_among(queryset).exists():
            messages.error(
                request,
                f"Some of these {name} are official, and nobody can delete official ones. Nothing was deleted.",
            )
            return None
        if queryset.order_by()[MOST_AT_ONCE : MOST_AT_ONCE + 1].exists():
            messages.error(
                request, f"You can delete at most {MOST_AT_ONCE:,} {name} at once. Nothing was deleted."
            )
            return None
        return delete_gathered(self, request, queryset)

    def official_among(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the rows that are official."""
        raise NotImplementedError
