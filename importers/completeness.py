"""Whether a file is whole, judged by what was loaded before. Knows nothing of Django."""

from __future__ import annotations

from importers.report import Problems

# Of the rows loaded before. From one release to the next a part of OEWS may lose a tenth of its cells with the file
# whole; a file that is torn off, or a part of another, lacks far more.
LEAST = 0.8


def looks_incomplete(rows: int, before: int) -> bool:
    """Whether a file with so many rows is taken for a torn one where there were so many before."""
    return rows < LEAST * before


def check_row_count(what: str, rows: int, before: int, force: bool, problems: Problems) -> None:
    """A file with less than four fifths of the rows loaded before is taken for a torn one, unless forced."""
    if not force and looks_incomplete(rows, before):
        problems.add(
            f"only {rows:,} {what} where {before:,} are loaded: the file looks incomplete. Use --force if it is right"
        )
