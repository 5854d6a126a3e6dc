"""The occupations that an address names: `?occupation=11-3051&occupation=17-2112`, in that order.

Codes are understood as people write them. What can't be used is left out and said; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from occupations.models import Occupation
from web.http.parameters import shortened
from web.words.sentences import at_start, in_sentence, joined

PARAMETER = "occupation"
COMPARED_AT_MOST, IN_A_PACKET = 6, 10
READ_AT_MOST = 50  # codes beyond these are not even looked up
CODE = re.compile(r"(\d\d)-?(\d{4})(\.\d\d)?", re.ASCII)

Notices = list[str | SafeString]


def written(text: str) -> str:
    """A code with its hyphen and without O*NET's .00: "113051", "11-3051.00" → "11-3051"; "" for none."""
    match = CODE.fullmatch(text.strip())
    if match is None:
        return ""
    major, rest, part = match.groups()
    return f"{major}-{rest}{part if part and part != '.00' else ''}"


def read_selection(request: HttpRequest, at_most: int) -> tuple[list[Occupation], Notices]:
    """The occupations asked for, each once and at most so many, and what to say of the rest. Four queries.

    Each comes with the groups above it and the codes that it combines or is combined in.
    """
    asked = [text for text in request.GET.getlist(PARAMETER) if text.strip()]
    codes = [written(text) for text in asked[:READ_AT_MOST]]
    known = Occupation.objects.by_codes({part for code in codes if code for part in (code, code[:7])})
    selection: dict[int, Occupation] = {}
    notices: Notices = []
    for text, code in zip(asked, codes, strict=False):
        occupation = known.get(code)
        if occupation is None:
            notices.append(f"We left out “{shortened(text)}”: no occupation has that code.")
            continue
        if occupation.level == Occupation.Level.ONET and occupation.parent is not None:
            notices.append(_instead_of_onet(occupation, occupation.parent))
            occupation = known.get(occupation.parent.code, occupation.parent)
        if occupation.pk in selection:
            notices.append(
                f"{at_start(occupation.sentence_title)} ({occupation.code}) was chosen twice. It is shown once."
            )
        selection[occupation.pk] = occupation
    every = list(selection.values())
    if len(every) > at_most or len(asked) > READ_AT_MOST:
        left_out = joined([o.sentence_title for o in every[at_most : at_most + 5]])
        more = " and more" if len(every) > at_most + 5 or len(asked) > READ_AT_MOST else ""
        said = f" Left out: {left_out}{more}." if left_out else ""
        notices.append(f"A page shows {at_most} occupations at most. These are the first {at_most}.{said}")
    return every[:at_most], notices + [said for o in every[:at_most] if (said := standing(o))]


def _instead_of_onet(occupation: Occupation, parent: Occupation) -> str:
    return (
        f"{at_start(occupation.sentence_title)} ({occupation.code}) is an O*NET specialty without pay or outlook of its"
        f" own. This page shows {in_sentence(parent.sentence_title)} ({parent.code}), which includes it."
    )


def standing(occupation: Occupation) -> str | SafeString:
    """What a reader must know of a code before its figures are set beside others; "" for an ordinary one."""
    name = f"{at_start(occupation.sentence_title)} ({occupation.code})"
    if occupation.is_retired:
        changes = [change.successor for change in occupation.code_changes.all()]
        today = changes or list(occupation.combines.all())
        if not today:
            return f"{name} is a retired code. A newer code system has replaced it."
        links = format_html_join(
            ", ",
            '<a href="{}">{} ({})</a>',
            ((o.get_absolute_url(), o.sentence_title, o.code) for o in today),
        )
        if len(changes) > 1 or occupation.is_group:
            return format_html(
                "{} is a retired code. Its work is now divided among {}. No source says how many jobs went to each.",
                name,
                links,
            )
        return format_html("{} is a retired code. The same work is now under {}.", name, links)
    if occupation.level == Occupation.Level.TOTAL:
        return "“All occupations” covers every occupation together."
    if occupation.is_group:
        kind = occupation.get_level_display().lower()
        return f"{name} is a {kind}. Its figures cover all the occupations in it together."
    return ""


def with_parameters_kept(address: str, parameters: Mapping[str, str]) -> str:
    """The address with these parameters added."""
    if not parameters:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"


def with_occupations(address: str, occupations: Sequence[Occupation]) -> str:
    """`address` asking for these occupations, in this order."""
    return with_codes(address, [occupation.code for occupation in occupations])


def with_codes(address: str, codes: Sequence[str]) -> str:
    """`address` asking for the occupations with these codes, in this order."""
    query = urlencode([(PARAMETER, code) for code in codes])
    return f"{address}?{query}" if query else address
