"""`manage.py export editorial PATH`: what editors changed in the database, as the files that it is loaded from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.editorial.export import profiles_to_write
from importers.editorial.export_introductions import introductions_to_write


class Command(BaseCommand):
    help = (
        "Write the profiles and introductions that editors changed as files, so that they can be sent back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", choices=("editorial",), metavar="editorial")
        parser.add_argument(
            "path",
            type=Path,
            metavar="PATH",
            help="a folder; the files are written to profiles/, groups/ and industries/ in it",
        )
        parser.add_argument("--all", action="store_true", help="write every one, changed or not")

    def handle(self, *, path: Path, **options: Any) -> None:
        found = profiles_to_write(everything=options["all"])
        profiles = {f"profiles/{profile.name}.md": profile.text for profile in found.profiles}
        introductions = dict(introductions_to_write(everything=options["all"]))
        try:
            lines = [_write(path, f"{path / 'profiles'}", profiles)]
            if introductions:
                lines.append(_write(path, f"{path / 'groups'} and {path / 'industries'}", introductions))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from error
        for line in (*found.remarks, *lines):
            self.stdout.write(line)


def _write(path: Path, where: str, files: dict[str, str]) -> str:
    """Write the files that aren't there already, and say how many those are."""
    written = 0
    for name, text in files.items():
        file, content = path / name, text.encode()
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written += 1
    same = len(files) - written
    rest = f"; {same} there already, the same to the byte." if same else "."
    return f"{written} written to {where}{rest}"
