"""Official files on disk: what they are, before anything is read from them. Knows nothing of Django."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

from importers.report import refuse

# How the workbooks of Excel to 2003 begin.
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

BUNDLE_PART = re.compile(r"[a-z\d]+(-[a-z\d]+)+\.parquet")


def sha256_of(path: Path) -> str:
    """The SHA-256 of the bytes on disk, in lower-case hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_bundle_part(name: str) -> bool:
    """Whether a file of this name is part of a bundle: Parquet named by source, release and table, with hyphens.

    None of the publishers issues Parquet; copies of their files that others made are named otherwise.
    """
    return BUNDLE_PART.fullmatch(name) is not None


def is_web_page(start: bytes) -> bool:
    """Whether a file that starts with these bytes is a web page: what a publisher's server sends for a file gone."""
    return start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype html", b"<html"))


def read_text(path: Path, data: bytes | None = None) -> str:
    """The text of a small file in UTF-8, of `data` where that is what was unpacked from it.

    Raises InputRefusedError for another encoding, an empty file and a web page.
    """
    try:
        text = (path.read_bytes() if data is None else data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse("this is not a text file in UTF-8", file=path.name) from error
    if not text.strip():
        raise refuse("the file is empty", file=path.name)
    if text.lstrip()[:1] == "<":
        raise refuse("this is a web page saved under another name; download the file itself", file=path.name)
    return text.replace("\r\n", "\n")


def check_is_workbook(path: Path) -> None:
    """Refuse an .xlsx that is not one, and say what it is instead: often a web page saved under the name."""
    if zipfile.is_zipfile(path):
        return
    with path.open("rb") as file:
        head = file.read(512).lstrip()
    if not head:
        raise refuse("the file is empty", file=path.name)
    if is_old_workbook(path):
        raise refuse("this is a workbook of old Excel (.xls); save it as .xlsx", file=path.name)
    if is_web_page(head) or head.startswith(b"<?xml"):
        raise refuse(
            "this is a web page saved under the name of a workbook; download the file itself", file=path.name
        )
    raise refuse("this is not an Excel workbook (.xlsx)", file=path.name)


def is_old_workbook(path: Path) -> bool:
    """Whether it is a workbook as Excel wrote them to 2003, whatever its name."""
    with path.open("rb") as file:
        return file.read(len(OLD_EXCEL)) == OLD_EXCEL
