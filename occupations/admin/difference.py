"""The difference of two texts for reading: what goes as <del>, what comes as <ins>, the rest shortened."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WORDS = re.compile(r"<[^>]+>|\s+|[^\s<]+")
# So many words of what stays are shown at either side of a change.
AROUND = 12


def difference(old: str, new: str) -> SafeString:
    """HTML of what leads from `old` to `new`, word by word; tags in the texts are shown as they are written."""
    before, after = (WORDS.findall(text) for text in (old, new))
    pieces: list[SafeString] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(_unchanged(before[a:b], at_start=a == 0, at_end=b == len(before)))
            continue
        if a < b:
            pieces.append(format_html("<del>{}</del>", "".join(before[a:b])))
        if c < d:
            pieces.append(format_html("<ins>{}</ins>", "".join(after[c:d])))
    joined = format_html_join("", "{}", ((piece,) for piece in pieces))
    return format_html('<div class="difference">{}</div>', joined)


def _unchanged(words: list[str], *, at_start: bool, at_end: bool) -> SafeString:
    head = [] if at_start else words[: 2 * AROUND]
    tail = [] if at_end else words[-2 * AROUND :]
    if len(head) + len(tail) >= len(words):
        return format_html("{}", "".join(words))
    gap = format_html("{}", " … ")
    return format_html("{}{}{}", "".join(head), gap, "".join(tail))
