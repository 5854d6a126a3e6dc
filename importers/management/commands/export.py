"""`manage.py export editorial PATH`: what editors changed in the database, as the files that it is loaded from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.editorial.export import profiles_to_write


class Command(BaseCommand):
    help = "Write the profiles that editors changed as files, so that they can be sent back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", choices=("editorial",), metavar="editorial")
        parser.add_argument(
            "path", type=Path, metavar="PATH", help="a folder; the files are written to profiles/ in it"
        )
        parser.add_argument("--all", action="store_true", help="write every profile, changed or not")

    def handle(self, *, path: Path, **options: Any) -> None:
        found = profiles_to_write(everything=options["all"])
        folder = path / "profiles"
        written = 0
        try:
            for profile in found.profiles:
                file = folder / f"{profile.name}.md"
                text = profile.text.encode()
                if not file.is_file() or file.read_bytes() != text:
                    folder.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(text)
                    written += 1
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from error
        for remark in found.remarks:
            self.stdout.write(remark)
        same = len(found.profiles) - written
        self.stdout.write(
            f"{written} written to {folder}"
            + (f"; {same} there already, the same to the byte." if same else ".")
        )
