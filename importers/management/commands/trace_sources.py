"""`manage.py trace_sources`: keep what it takes to notice the publishers' wording, but no sentence of theirs."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from occupations.lint.sources import UnreadableSourceError, ensure_there, passages
from occupations.lint.trace import FILE, trace_of, write
from occupations.lint.vocabulary import VERBS, reviewed


class Command(BaseCommand):
    help = (
        "Write the trace of the publishers' texts that lint_profiles holds ours against: numbers, from which no"
        " sentence can be read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="the publishers' files")
        parser.add_argument(
            "--output", type=Path, default=FILE, metavar="FILE", help="where to write it (%(default)s)"
        )

    def handle(self, *, paths: list[Path], output: Path, **options: Any) -> None:
        verbs = reviewed(VERBS)
        try:
            ensure_there(paths)
            trace = trace_of((pair for path in paths for pair in passages(path)), verbs.__contains__)
        except UnreadableSourceError as error:
            raise CommandError(str(error)) from error
        write(trace, output)
        self.stdout.write(
            f"{len(trace.numbers):,} words and {len(trace.short):,} short passages of {len(trace.sources)}"
            f" sources: {output}, {output.stat().st_size / 1000:.0f} kB"
        )
