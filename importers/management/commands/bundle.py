"""`manage.py bundle`: write what a fresh site starts with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.report import InputRefusedError
from importers.terminal import terminal_progress


class Command(BaseCommand):
    help = "Write the bundle of statistics that a new site starts with, from what is loaded."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--output",
            type=Path,
            metavar="FOLDER",
            default=settings.FIXTURES_DIR / "bundle",
            help="where to write it (%(default)s)",
        )

    def handle(self, *, output: Path, **options: Any) -> None:
        from importers.bundle.writer import write_bundle

        try:
            with terminal_progress(self.stdout) as progress:
                entries = write_bundle(output, progress)
        except InputRefusedError as refused:
            raise CommandError(str(refused)) from refused
        for entry in entries:
            rows = sum(part.rows for part in entry.parts)
            self.stdout.write(f"{entry.source} {entry.label}: {rows:,} rows in {len(entry.parts)} parts")
        size = sum(file.stat().st_size for file in output.iterdir())
        self.stdout.write(f"{output}: {size / 1e6:.1f} MB")
