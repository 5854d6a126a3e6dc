"""How a load shows on a terminal: a live line with a bar there, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from occupations.importers.progress import Progress


class Output(Protocol):
    def write(self, text: str, /) -> object: ...

    def isatty(self) -> bool: ...


class PlainProgress:
    """A line for each step and nothing in between: for logs and pipes."""

    def __init__(self, out: Output) -> None:
        self.out = out

    def step(self, text: str) -> None:
        self.out.write(f"{text} …\n")

    def advance(self, done: int, total: int) -> None:
        pass


class LiveProgress:
    """One line that grows with the work."""

    def __init__(self, live: RichProgress) -> None:
        self.live = live
        self.task = live.add_task("", total=None)

    def step(self, text: str) -> None:
        self.live.update(self.task, description=text, completed=0, total=None)

    def advance(self, done: int, total: int) -> None:
        self.live.update(self.task, completed=done, total=total)


@contextmanager
def terminal_progress(out: Output) -> Iterator[Progress]:
    """Progress on `out`; where that is a terminal, live on standard output."""
    if not out.isatty():
        yield PlainProgress(out)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=Console(), transient=True) as live:
        yield LiveProgress(live)
