"""Whether a file is whole, judged by what was loaded before. Knows nothing of Django."""

from __future__ import annotations

from importers.report import Problems

LEAST = 0.9


def check_row_count(what: str, rows: int, before: int, force: bool, problems: Problems) -> None:
    """A file with less than nine tenths of the rows loaded before is taken for a torn one, unless forced."""
    if rows < LEAST * before and not force:
        problems.add(
            f"only {rows:,} {what} where {before:,} are loaded: the file looks incomplete. Use --force if it is right"
        )
