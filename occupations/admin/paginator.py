"""Pages of a table that is too long to count."""

from __future__ import annotations

import json
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet

COUNTED = 10_000


class EstimatingPaginator(Paginator):
    """Counts exactly up to `COUNTED` rows; beyond that, asks PostgreSQL's planner for its estimate."""

    @cached_property
    def count(self) -> int:
        assert isinstance(self.object_list, QuerySet)
        rows = self.object_list.order_by()
        exact = rows[: COUNTED + 1].count()
        if exact <= COUNTED:
            return exact
        plan = json.loads(rows.explain(format="json"))
        return max(int(plan[0]["Plan"]["Plan Rows"]), COUNTED + 1)
