"""The link beside an occupation that adds it to a comparison; compare.js makes a switch of it."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Occupation
from web.http.as_of import AsOf, keep_release
from web.http.selection import with_occupations

register = template.Library()


def compare_link(occupation: Occupation, as_of: AsOf | None, text: str = "") -> SafeString:
    """The link: a plus sign, or the text where there is room; nothing for an occupation without figures of its own.

    Without JavaScript it leads to the comparison of this one, where others can be added.
    """
    if occupation.is_retired or occupation.level == Occupation.Level.ONET:
        return SafeString("")
    href = keep_release(with_occupations(reverse("compare"), [occupation]), as_of)
    return format_html(
        '<a class="compare-link" href="{}" rel="nofollow" data-compare="{}" data-compare-name="{}">'
        '<span aria-hidden="true">+</span>{}<span class="visually-hidden">{}{}</span></a>',
        href, occupation.code, occupation.sentence_title, format_html(" {}", text) if text else "",
        " " if text else "Compare ", occupation.sentence_title,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def compare_control(context: dict[str, Any], occupation: Occupation, text: str = "") -> SafeString:
    """`{% compare_control occupation %}` in a row, `{% compare_control occupation "Compare" %}` under a title."""
    return compare_link(occupation, context.get("as_of"), text)
