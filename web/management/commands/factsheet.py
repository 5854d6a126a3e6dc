"""`manage.py factsheet CODE…`: everything that is loaded about an occupation, in the order of a profile's sections."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from occupations.models import Occupation
from web.factsheet.lookup import find
from web.factsheet.page import sheet_of
from web.factsheet.queries import material_of
from web.factsheet.sheet import NOTHING, POINT, Block, Sheet

NARROWEST, WIDEST = 40, 110


class Command(BaseCommand):
    help = "Print what is loaded about an occupation, with the sources, in the order of a profile's sections."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("codes", nargs="+", metavar="CODE", help="such as 29-1141")

    def handle(self, *, codes: list[str], **options: Any) -> None:
        occupations = self.found(codes)
        try:
            for number, occupation in enumerate(occupations):
                if number:
                    self.stdout.write("")
                for line in written(sheet_of(material_of(occupation))):
                    self.stdout.write(line)
        except BrokenPipeError:  # whoever reads, such as `head`, has seen enough
            silence()

    def found(self, codes: list[str]) -> list[Occupation]:
        """The occupations of the codes. Raises CommandError with a sentence for each code without a sheet."""
        sheets = find(codes)
        refused = [said for said in sheets.values() if isinstance(said, str)]
        if refused:
            raise CommandError("\n".join(refused))
        return [one for one in sheets.values() if isinstance(one, Occupation)]


def silence() -> None:
    """Let what is still in the buffers go nowhere, or Python would complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def written(sheet: Sheet) -> Iterator[str]:
    """The sheet in lines of the terminal's width."""
    width = min(max(shutil.get_terminal_size((WIDEST, 24)).columns, NARROWEST), WIDEST)
    yield f"{sheet.code} {sheet.title}"
    for line in sheet.lead:
        yield from wrapped(line, width)
    for section in sheet.sections:
        yield ""
        yield f"## {section.title}"
        if not section.blocks:
            yield NOTHING
        for block in section.blocks:
            yield ""
            yield from block_lines(block, width)


def block_lines(block: Block, width: int) -> Iterator[str]:
    """A block: what and whence, whom it is said of, and its lines, moved in."""
    yield from wrapped(f"{block.title} [{block.source}]", width)
    for said in (block.together, block.about, block.origin):
        if said:
            yield from wrapped(f"! {said}" if said != block.origin else said, width)
    for line in block.lines:
        yield from wrapped(line, width, "  ")


def wrapped(line: str, width: int, indent: str = "") -> list[str]:
    """The line broken at words; a point of a list stands out from its following lines."""
    hanging = f"{indent}  " if line.startswith((POINT, "! ")) else indent
    return textwrap.wrap(
        line,
        width,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
