"""Terms in templates: links to what they mean."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from web.http.as_of import keep_release
from web.words.glossary import TERMS, Term

register = template.Library()


@register.simple_tag(takes_context=True)
def term(context: dict[str, Any], slug: str, text: str = "") -> SafeString:
    """A link to a term of the glossary, under its own name or another text: `{% term "median" %}`.

    Raises KeyError where there is no such term: that is a slip in the template.
    """
    meaning = TERMS[slug]
    page = keep_release(reverse("glossary"), context.get("as_of"))
    return format_html('<a class="term" href="{}#{}">{}</a>', page, slug, text or meaning.name)


@register.simple_tag(takes_context=True)
def further(context: dict[str, Any], entry: Term) -> str:
    """Where more is said about a term: the address of a section about the method or of a source."""
    page, _, section = entry.about.rpartition("/")
    return f"{keep_release(reverse(page or 'about'), context.get('as_of'))}#{section}"


@register.filter
def named(terms: dict[str, Term], slugs: tuple[str, ...]) -> list[Term]:
    """The terms with these slugs, in this order."""
    return [terms[slug] for slug in slugs]
