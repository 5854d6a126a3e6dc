"""A large text file in pieces of whole lines, unpacked ahead of the reader. Knows nothing of Django."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from importers.report import refuse

PIECE = 8 << 20
GZIP_MAGIC = b"\x1f\x8b"
# No cell has as many series; lines that go on like each other for longer are not kept together.
LONGEST_GROUP = 100
# Bytes that may come without the end of a line or of a group: a file of lines has a few thousand.
LONGEST_REST = 32 << 20
# Bytes of one of LABSTAT's small files: the largest has two hundred thousand.
LARGEST_SMALL = 64 << 20


@dataclass(frozen=True)
class Piece:
    """Whole lines of a file, the number of the first, and how many bytes of the disk's file were read."""

    lines: bytes
    first_line: int
    read: int


def text_of(path: Path) -> str:
    """The whole text of a small file, plain or gzip. Raises InputRefusedError if it can't be unpacked."""
    with ExitStack() as stack:
        raw = stack.enter_context(path.open("rb"))
        data = _read(_unpacked(raw, stack), LARGEST_SMALL + 1, path.name)
    if len(data) > LARGEST_SMALL:
        raise refuse(f"the file is larger than {LARGEST_SMALL:,} bytes; LABSTAT's isn't", file=path.name)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def pieces_of(path: Path, same: int, size: int = PIECE) -> Iterator[Piece]:
    """The file's lines, plain or gzip, in pieces of about `size` bytes.

    Lines that begin with the same `same` bytes stay in one piece. A thread reads one piece ahead.
    Raises InputRefusedError for a file that is cut off.
    """
    rest, line = b"", 1
    with ExitStack() as stack:
        raw = stack.enter_context(path.open("rb"))
        file = _unpacked(raw, stack)
        thread = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="unpack"))
        ahead = thread.submit(_read, file, size, path.name)
        while data := ahead.result():
            read = raw.tell()
            ahead = thread.submit(_read, file, size, path.name)
            data = rest + data
            end = _end_of_group(data, same)
            rest = data[end:]
            if len(rest) > LONGEST_REST:
                raise refuse(
                    f"there is no end of a line in {len(rest):,} bytes: this is no file of LABSTAT",
                    file=path.name, line=line,
                )  # fmt: skip
            if end:
                lines = data[:end]
                yield Piece(lines, line, read)
                line += lines.count(b"\n")
    if rest:
        if not rest.endswith(b"\n"):
            last = line + rest.count(b"\n")
            raise refuse("the file breaks off in the middle of this line", file=path.name, line=last)
        yield Piece(rest, line, path.stat().st_size)


def _unpacked(raw: IO[bytes], stack: ExitStack) -> IO[bytes]:
    packed = raw.read(2) == GZIP_MAGIC
    raw.seek(0)
    return cast(IO[bytes], stack.enter_context(gzip.GzipFile(fileobj=raw))) if packed else raw


def _read(file: IO[bytes], size: int, name: str) -> bytes:
    try:
        return file.read(size)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise refuse("the compressed file is cut off or damaged; download it again", file=name) from error


def _end_of_group(data: bytes, same: int) -> int:
    """Where the last group of lines with one beginning starts, and so what goes before it is whole."""
    end = data.rfind(b"\n") + 1
    start = _line_before(data, end)
    beginning = data[start : start + same]
    for _ in range(LONGEST_GROUP):
        before = _line_before(data, start)
        if not start or data[before : before + same] != beginning:
            return start
        start = before
    return end


def _line_before(data: bytes, start: int) -> int:
    """Where the line begins that ends at `start`."""
    return data.rfind(b"\n", 0, start - 1) + 1 if start else 0
