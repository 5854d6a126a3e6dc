"""What a load shows: plain lines in a pipe, one live line on a terminal."""

import io

import pytest
from rich.console import Console

from importers import terminal
from importers.terminal import short_progress, terminal_progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_a_line_for_each_step():
    out = io.StringIO()
    with terminal_progress(out) as progress:
        progress.step("Reading OEWS May 2025")
        progress.advance(1, 2)
        progress.step("Adding keys")
    assert out.getvalue() == "Reading OEWS May 2025 …\nAdding keys …\n"


def test_a_terminal_gets_a_bar_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch):
    screen = Screen()
    monkeypatch.setattr(
        terminal, "Console", lambda: Console(file=screen, force_terminal=True, width=100, color_system=None)
    )
    with terminal_progress(screen) as progress:
        progress.step("Reading OEWS May 2025")
        progress.advance(1, 2)
    shown = screen.getvalue()
    assert "Reading OEWS May 2025" in shown
    assert "━" in shown
    assert shown.endswith("\x1b[2K")


def test_many_loads_leave_a_line_each_on_a_terminal(monkeypatch: pytest.MonkeyPatch):
    screen = Screen()
    monkeypatch.setattr(
        terminal, "Console", lambda: Console(file=screen, force_terminal=True, width=100, color_system=None)
    )
    with short_progress(screen) as (progress, write):
        progress.step("Reading OEWS May 2025")
        write("OEWS May 2025: [4] rows")
    assert "OEWS May 2025: [4] rows\n" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")


def test_many_loads_say_nothing_in_a_pipe():
    out = io.StringIO()
    with short_progress(out) as (progress, write):
        progress.step("Reading OEWS May 2025")
        write("OEWS May 2025")
    assert out.getvalue() == ""
