"""Charts in templates: the mark-up of what web.charts.pay_bar has placed."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from web.charts.pay_bar import PayBar

register = template.Library()


@register.filter
def pay_bar(bar: PayBar | None) -> SafeString:
    """The pay bar of a row as inline SVG; classes are explained in static/css/charts.css."""
    if bar is None:
        return SafeString("")
    parts = [format_html('<rect class="range" x="{}" y="8" width="{}" height="6"/>', bar.start, bar.width)]
    if bar.middle_width:
        parts.append(
            format_html(
                '<rect class="middle" x="{}" y="6" width="{}" height="10"/>',
                bar.middle_start,
                bar.middle_width,
            )
        )
    if bar.reference is not None:
        parts.append(format_html('<path class="reference" d="M{} 0V22"/>', bar.reference))
    if bar.median is not None:
        parts.append(format_html('<path class="median" d="M{} 2V20"/>', bar.median))
    if bar.open_end:
        parts.append(format_html('<path class="goes-on" d="M{} 5l5 6l-5 6"/>', bar.end))
    return format_html(
        '<svg class="paybar" viewBox="0 0 200 22" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        bar.label, SafeString("".join(parts)),
    )  # fmt: skip
