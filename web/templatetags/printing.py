"""What only paper needs: the address that leads to the same figures, and its QR code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString

from occupations.models import Occupation, Release
from web.charts.qr import qr_code
from web.http.permalinks import pinned, short_address

register = template.Library()


@register.filter
def qr(address: str, name: str) -> SafeString:
    """The QR code of an address with an accessible name; nothing for no address."""
    return qr_code(address, name) if address else SafeString("")


@register.simple_tag(takes_context=True)
def permalink_of(context: dict[str, Any], occupation: Occupation, releases: Sequence[Release]) -> str:
    """The short address of a profile that keeps showing these releases."""
    return pinned(context["request"], short_address(occupation), releases, context["as_of"])


@register.simple_tag(takes_context=True)
def permalink_here(context: dict[str, Any], releases: Sequence[Release]) -> str:
    """This page's own address, kept to these releases, without what only orders a table on a screen."""
    query = context["request"].GET.copy()
    for name in ("release", "q", "page", "per_page"):
        query.pop(name, None)
    path = f"{context['request'].path}?{query.urlencode()}" if query else context["request"].path
    return pinned(context["request"], path, releases, context["as_of"])
