"""Editors' Markdown as HTML. Raw HTML in it is shown as text, never passed on."""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
        ["table", "replacements", "smartquotes"]
    )


def render_markdown(text: str) -> SafeString:
    """HTML of a Markdown text; links to other sites' scripts (javascript:, data:) are left as text."""
    # Safe: with html off, the parser escapes everything that it doesn't generate itself.
    return mark_safe(_parser().render(text))  # noqa: S308
