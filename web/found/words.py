"""The texts that programs read."""

from __future__ import annotations

import datetime as dt

# Addresses with parameters are without end: sorted, narrowed, as files. The pages themselves are in the sitemaps. Two
# occupations side by side are what people look for ("nurse or physician assistant"), so such a comparison may be read,
# without any other parameter; the longest rule counts. Those who show a card of a link that a person shared read just
# that page.
ROBOTS = """\
User-agent: *
Allow: /sitemap-
Disallow: /admin/
Disallow: /healthz/
Disallow: /occupations/areas/
Disallow: /search/
Disallow: /*?
Allow: /compare/?occupation=
Disallow: /compare/?occupation=*&
Allow: /compare/?occupation=*&occupation=
Disallow: /compare/?occupation=*&occupation=*&

User-agent: facebookexternalhit
User-agent: LinkedInBot
User-agent: Twitterbot
Disallow: /admin/

Sitemap: {sitemaps}
"""


def robots_txt(sitemaps: str) -> str:
    """`sitemaps` is the whole address of their index."""
    return ROBOTS.format(sitemaps=sitemaps)


def security_txt(contact: str, until: dt.date, address: str) -> str:
    """`address` is where this text itself stands; from `until` on nobody should rely on it."""
    lines = [f"Contact: {contact}", f"Expires: {until.isoformat()}T00:00:00Z", "Preferred-Languages: en"]
    if address.startswith("https:"):  # RFC 9116 knows no other
        lines.append(f"Canonical: {address}")
    return "\n".join(lines) + "\n"
