"""Editors' Markdown as HTML. Raw HTML in it is shown as text, never passed on."""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from occupations.markup import clean_html


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
        ["table", "replacements", "smartquotes"]
    )


def render_markdown(text: str) -> SafeString:
    """HTML of a Markdown text; links to other sites' scripts (javascript:, data:) are left as text."""
    # Safe: with html off, the parser escapes everything that it doesn't generate itself.
    return SafeString(_parser().render(text))


def render_html(text: str) -> SafeString:
    """A publisher's HTML, cleaned once more: it was cleaned when it was loaded, but rows can be edited."""
    # Safe: the sanitizer lets through what is on its list and nothing else.
    return mark_safe(_in_regions(clean_html(text)))  # noqa: S308


def _in_regions(cleaned: str) -> str:
    """Cleaned HTML with each table in a labelled group of its own, which may scroll sideways on a phone."""
    group = (
        '<div class="region short" role="group" aria-label="Table" tabindex="0"><table class="figures small">'
    )
    return cleaned.replace("<table>", group).replace("</table>", "</table></div>")
