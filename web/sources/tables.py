"""The table of releases, as a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.timezone import localdate

from web.sources.rows import SourcePart
from web.tables.files import Sheet, text


def releases_sheet(parts: Sequence[SourcePart]) -> Sheet:
    """Every release with what it refers to, when it was published and loaded, and what it holds."""
    rows = [(part.source, row) for part in parts for row in part.releases]
    fields = (
        text("source", lambda row: row[0].name),
        text("publisher", lambda row: row[0].publisher),
        text("official_address", lambda row: row[0].official_url),
        text("release", lambda row: row[1].release.label),
        text("revision", lambda row: row[1].release.revision),
        text("kind", lambda row: row[1].release.kind),
        text("refers_to", lambda row: row[1].release.reference_period),
        text(
            "published_on",
            lambda row: row[1].release.published_on and row[1].release.published_on.isoformat(),
        ),
        text("published_on_is_known_to", lambda row: row[1].release.known_to),
        text("loaded_on", lambda row: row[1].loaded_on and localdate(row[1].loaded_on).isoformat()),
        text("holds", lambda row: row[1].holds),
        text("state", lambda row: row[1].release.get_state_display().lower()),
    )
    return Sheet("sources-and-releases", "Sources and releases", fields, rows)
