"""What the page of sources reads."""

from __future__ import annotations

from occupations.models import Source


def every_source() -> list[Source]:
    """All sources, each with its releases, what was loaded into them, and its latest runs. Five queries at most."""
    return list(Source.objects.with_releases_and_runs())
