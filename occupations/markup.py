"""HTML that was not written here, made safe to show: an allow-list, and nothing else gets through."""

from __future__ import annotations

import html
import re

import nh3

TAGS = {
    "a", "blockquote", "br", "caption", "dd", "dl", "dt", "em", "h3", "h4", "li", "ol", "p", "strong", "sub",
    "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}
# What is gone together with the text in it. del and s mark text that its author took back.
WITH_CONTENT = {"script", "style", "template", "iframe", "object", "noscript", "svg", "math", "del", "s"}
SCHEMES = {"http", "https", "mailto"}
REL = "external noopener"
NO_ADDRESS = re.compile(rf'<a rel="{REL}">(.*?)</a>', re.DOTALL)


def clean_html(text: str, base: str | None = None) -> str:
    """The text with the tags of `TAGS` and their few attributes; other tags go and leave their text.

    Links keep web and mail addresses; relative ones are completed from `base`, or lost without one. Scripts,
    styles, images, event handlers and comments are not passed on. Cleaning twice is cleaning once.
    """
    cleaned = nh3.clean(
        text,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=WITH_CONTENT,
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", base) if base else "deny",
        link_rel=REL,
    )
    return NO_ADDRESS.sub(r"\1", cleaned)


def text_of(markup: str) -> str:
    """The words of cleaned HTML, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())
