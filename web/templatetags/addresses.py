"""Addresses in templates: links that stay with the release a page is read as of."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from occupations.models import Occupation
from web.http.as_of import AsOf, keep_release

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], name: str, **arguments: object) -> str:
    """The address of a named page, with the `release` parameter of this page if it has one."""
    return keep_release(reverse(name, kwargs=arguments or None), context.get("as_of"))


@register.filter
def keeping(href: str, as_of: AsOf | None) -> str:
    """An address with the `release` parameter of this page if it has one: `{{ href|keeping:as_of }}`."""
    return keep_release(href, as_of)


@register.filter
def within(href: str, occupation: Occupation) -> str:
    """Where an occupation's figures in a place or an industry stand, from the page of that one: "" for no page.

    `{{ row.href|within:page.occupation|keeping:as_of }}`
    """
    return f"{occupation.get_absolute_url()}{href.lstrip('/')}" if href else ""


@register.simple_tag(takes_context=True)
def current_section(context: dict[str, Any], names: str) -> SafeString:
    """`aria-current` for the site's link to the section that this page is in.

    `names` are names of pages; a page counts by the part of its name before the first hyphen.
    """
    request = context.get("request")
    match = request.resolver_match if request else None
    if match is None or (match.url_name or "").split("-")[0] not in names.split():
        return mark_safe("")
    value = "page" if match.url_name == names.split(maxsplit=1)[0] else "true"
    return mark_safe(f' aria-current="{value}"')  # noqa: S308  # one of two words of our own


@register.simple_tag(takes_context=True)
def choice(context: dict[str, Any], name: str, value: str) -> str:
    """The query of this page with one parameter set to a value, and the table at its first page."""
    query = context["request"].GET.copy()
    query[name] = value
    query.pop("page", None)
    return f"?{query.urlencode()}"
