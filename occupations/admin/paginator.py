"""Pages of a table that is too long to count or to skip through row by row."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

COUNTED = 10_000


class EstimatingPaginator(Paginator):  # type: ignore[type-arg]  # takes none at run time
    """Counts exactly up to `COUNTED` rows; beyond that, asks PostgreSQL's planner for its estimate."""

    @cached_property
    def count(self) -> int:
        assert isinstance(self.object_list, QuerySet)
        rows = self.object_list.select_related(None).order_by()
        exact = rows[: COUNTED + 1].count()
        if exact <= COUNTED:
            return exact
        plan = json.loads(rows.explain(format="json"))
        return max(int(plan[0]["Plan"]["Plan Rows"]), COUNTED + 1)

    def page(self, number: int | str) -> Page[Any]:
        """A page whose rows are found by key first: rows that are skipped are then not joined to anything."""
        assert isinstance(self.object_list, QuerySet)
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        keys = self.object_list.select_related(None).values_list("pk", flat=True)[
            start : start + self.per_page
        ]
        return Page(self.object_list.filter(pk__in=list(keys)), number, self)
