"""Figures in templates: how a number is written, and a missing one in words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from occupations.models import Projection
from wages.estimates import Figure
from web.words import numbers
from web.words.markdown import render_markdown
from web.words.notes import ROUGH, ROUGH_NOTE
from web.words.sentences import cited, in_sentence

register = template.Library()

register.filter("markdown", render_markdown)
register.filter("cited", cited)
register.filter("in_sentence", in_sentence)
register.filter("published", numbers.published)


def in_words(words: str) -> SafeString:
    """The reason for a missing figure, marked as such; nothing for a figure that the cell never has."""
    return format_html('<span class="missing">{}</span>', words) if words else SafeString("")


@register.filter
def wage(figure: Figure, basis: str) -> SafeString | str:
    """A wage on a basis: "$126,060", "$239,200 or more", "not released by BLS"; a rough one is marked."""
    words = numbers.wage(figure, basis)
    if figure.is_rough:
        return format_html('{} <span class="tag" title="{}">{}</span>', words, ROUGH_NOTE, ROUGH)
    return words if figure.value is not None or figure.is_top_coded else in_words(words)


@register.filter
def count(figure: Figure) -> SafeString | str:
    """A number of jobs, or why there is none."""
    words = numbers.figure_or_reason(figure.value, figure.reason, numbers.number)
    return words if figure.value is not None else in_words(words)


@register.filter
def share(percent: Decimal | None) -> SafeString | str:
    """A computed share in percent, to one decimal; a share too small for it is said so."""
    if percent is None:
        return in_words("not known")
    return "under 0.1" if 0 < percent < Decimal("0.05") else numbers.number(percent, 1)


@register.filter
def published_share(percent: Decimal) -> str:
    """A share as its source published it, without digits that the source doesn't give."""
    return f"{percent.normalize():f}" if percent else "0"


NO_PROJECTION = "not projected"


@register.filter
def in_thousands(projection: Projection | None, measure: str) -> SafeString | str:
    """A measure that a projection states in thousands of jobs, in full: "241,900"; or why there is none.

    The publisher rounds to a tenth of a thousand, so its 0.0 is fewer than 50.
    """
    return _projected(projection, measure, lambda value: numbers.thousands(value) if value else "under 50")


@register.filter
def projected_change(projection: Projection | None) -> SafeString | str:
    """A projection's percent change where the header says %: "+1.9"; or why there is none."""
    return _projected(projection, "percent_change", lambda value: numbers.number(value, 1, signed=True))


def _projected(projection: Projection | None, measure: str, form: Callable[..., str]) -> SafeString | str:
    if projection is None:
        return in_words(NO_PROJECTION)
    value = getattr(projection, measure)
    words = numbers.figure_or_reason(value, getattr(projection, f"{measure}_missing"), form)
    return of_its_round(words, projection) if value is not None else in_words(words)


def of_its_round(words: str, projection: Projection) -> SafeString | str:
    """The figure, with its round where it stands in for a later one that leaves the occupation out."""
    if projection.stands_in_id is None:
        return words
    return format_html('{} <span class="missing">{}</span>', words, projection.round_label)
