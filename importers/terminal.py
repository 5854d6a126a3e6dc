"""How a load shows on a terminal: a live line with a bar there, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from importers.progress import NoProgress, Progress


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
    with _live() as live:
        yield LiveProgress(live)


@contextmanager
def short_progress(out: Output) -> Iterator[tuple[Progress, Callable[[str], None]]]:
    """Progress of many loads, and what writes a line that stays. Only a terminal sees either."""
    if not out.isatty():
        yield NoProgress(), lambda line: None
        return
    with _live() as live:
        yield LiveProgress(live), partial(live.console.print, markup=False, highlight=False)


@contextmanager
def _live() -> Iterator[RichProgress]:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=Console(), transient=True) as live:
        yield live
