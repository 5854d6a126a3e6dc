"""The numbers in a pager."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.core.paginator import Page, Paginator

register = template.Library()


@register.filter
def page_numbers(page: Page[Any]) -> Iterable[int | str]:
    """The first and last pages and those around this one; "…" where some are left out."""
    paginator: Paginator[Any] = page.paginator
    return paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
