"""What the head of a page says to programs: what it is about, and its data."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from web.words.brief import in_brief

register = template.Library()

# Within a script no character may begin a tag or a comment; JSON may write any as its number.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_block_tag
def plain(content: str) -> str:
    """What the block holds as text, for several places: `{% plain as title %}…{% endplain %}`."""
    return " ".join(html.unescape(content).split())


@register.simple_block_tag
def brief(content: str) -> str:
    """The same, cut to what a search engine shows."""
    return in_brief(html.unescape(content))


@register.simple_tag(takes_context=True)
def whole_static(context: dict[str, Any], name: str) -> str:
    """The whole address of a static file; who shows a card of the page asks for it from elsewhere."""
    request = context.get("request")
    return str(request.build_absolute_uri(static(name))) if request else ""


@register.simple_tag
@cache
def icon() -> str:
    """The site's mark as an address that holds the drawing itself: one file less to ask for. Browsers that want
    another kind, and search engines, look for /favicon.ico without being told."""
    drawing = (settings.BASE_DIR / "static" / "img" / "mark.svg").read_text().strip()
    return f"data:image/svg+xml,{quote(drawing, safe=' =:/')}"


@register.simple_tag
def structured_data(items: Iterable[dict[str, Any]] | str) -> SafeString:
    """Each item as JSON-LD. A script of data isn't run, so the content security policy has no say in it."""
    if not items:
        return mark_safe("")
    written = (json.dumps(item, ensure_ascii=False).translate(ESCAPED) for item in items)
    return format_html_join(
        "\n",
        '<script type="application/ld+json">{}</script>',
        ((mark_safe(text),) for text in written),  # noqa: S308 - nothing in it can end the script
    )
