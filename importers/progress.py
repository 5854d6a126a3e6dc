"""How a load tells where it is. Knows nothing of Django."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    def step(self, text: str) -> None:
        """Something else begins."""

    def advance(self, done: int, total: int) -> None:
        """So much of the present step is done, in whatever unit it counts."""


class NoProgress:
    def step(self, text: str) -> None:
        pass

    def advance(self, done: int, total: int) -> None:
        pass
