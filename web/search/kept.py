"""What a process keeps for one version of the data: names that every search needs, read once after each change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from occupations.models import DataChange

Made = TypeVar("Made")
_kept: dict[str, tuple[Hashable, Any]] = {}


def kept(name: str, of: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` made under this name of the same thing, or makes now, if the data have changed since. One query."""
    key = (DataChange.objects.version(), of)
    known = _kept.get(name)
    if known is None or known[0] != key:
        known = (key, make())
        _kept[name] = known
    return known[1]  # what this name's `make` made


def forget() -> None:
    """Keep nothing: for tests, which change data without a version of their own."""
    _kept.clear()
