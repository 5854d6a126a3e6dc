"""What stands over the page of an industry: its name, its kind, and the way to it."""

from __future__ import annotations

import re

from django.urls import reverse

from occupations.models import Industry
from web.http.as_of import AsOf, keep_release
from web.words.sentences import joined

PARTS = re.compile(r"\b\d{4}\b")
KINDS = {
    Industry.Kind.ALL: "all industries together",
    Industry.Kind.PRIVATE: "OEWS total: everybody who works for a private employer, in any industry",
    Industry.Kind.SECTOR: "sector",
    Industry.Kind.OWNERSHIP: "part of an industry, by who owns the employer",
    Industry.Kind.GOVERNMENT: "OEWS total, with schools, hospitals and mail that other sectors also count",
}


def crumbs(industry: Industry, wider: list[Industry], as_of: AsOf) -> list[tuple[str, str]]:
    """The way from the table of industries through the wider ones, as title and address."""
    way = [("Industries", reverse("industries"))]
    for parent in reversed(wider):
        if parent.kind != Industry.Kind.ALL and parent.short_title != industry.short_title:
            way.append((parent.short_title, parent.get_absolute_url()))
    return [(title, keep_release(address, as_of)) for title, address in way]


def kind_line(industry: Industry) -> str:
    """The line under the name: whose code it is, the code, and what it stands for."""
    system = "NAICS" if industry.system.slug.startswith("naics") else "OEWS"
    kind = Industry.Kind(industry.kind)
    said = KINDS.get(kind, f"{industry.level}-digit industry")
    if kind == Industry.Kind.COMBINATION:
        parts = combined_codes(industry)
        said = f"OEWS combination of NAICS {joined(parts)}" if parts else "OEWS category"
    if industry.is_retired:
        said += ", retired: not in today’s NAICS"
    return f"{system} {industry.code} · {said}"


def combined_codes(industry: Industry) -> list[str]:
    """The NAICS codes that a combination names in its official title; none for anything else."""
    return PARTS.findall(industry.title) if industry.kind == Industry.Kind.COMBINATION else []
