"""One row of editorial content, whatever the form of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """What a file says of one row of the database, and where it begins."""

    file: str
    line: int
    model: str
    fields: dict[str, Any]
