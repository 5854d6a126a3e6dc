"""The addresses behind the cells of a workbook's sheet, which reading its cells leaves out. Knows nothing of Django."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from importers.report import refuse

Attributes = dict[str, str]
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def hyperlinks(path: Path, sheet: str) -> dict[int, list[str]]:
    """The addresses on the web in each row of the sheet, by the row's number; rows without one are left out.

    To be asked of a workbook that was opened before, which has checked its size. Raises InputRefusedError if what
    names the sheet or its addresses is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            part = _part_of(archive, sheet, path.name)
            relations = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
            if part not in names or relations not in names:
                return {}
            targets = _targets(archive.read(relations), path.name, external=True)
            found: dict[int, list[str]] = {}

            def note(tag: str, attributes: Attributes) -> None:
                target = targets.get(attributes.get(f"{RELATION} id", ""))
                if tag.endswith(" hyperlink") and target is not None:
                    row = "".join(sign for sign in attributes["ref"].partition(":")[0] if sign.isdigit())
                    found.setdefault(int(row), []).append(target)

            _walk(archive.read(part), note, path.name)
            return found
    except (zipfile.BadZipFile, KeyError, ValueError, zlib.error, EOFError) as error:
        raise refuse(f"the addresses in the workbook can't be read: {error}", file=path.name) from error


def _part_of(archive: zipfile.ZipFile, sheet: str, file: str) -> str:
    """The name of the sheet's part in the archive; "" where there is none of the name."""
    ids: dict[str, str] = {}

    def note(tag: str, attributes: Attributes) -> None:
        if tag.endswith(" sheet"):
            ids[attributes["name"]] = attributes[f"{RELATION} id"]

    _walk(archive.read("xl/workbook.xml"), note, file)
    targets = _targets(archive.read("xl/_rels/workbook.xml.rels"), file)
    target = targets.get(ids.get(sheet, ""), "")
    return posixpath.normpath(posixpath.join("xl", target)).lstrip("/") if target else ""


def _targets(content: bytes, file: str, *, external: bool = False) -> dict[str, str]:
    """What each relation leads to, by its id; only those that lead out of the workbook if asked for."""
    found: dict[str, str] = {}

    def note(tag: str, attributes: Attributes) -> None:
        is_external = attributes.get("TargetMode") == "External"
        if tag.endswith(" Relationship") and is_external == external:
            found[attributes["Id"]] = attributes["Target"]

    _walk(content, note, file)
    return found


def _walk(content: bytes, note: Callable[[str, Attributes], None], file: str) -> None:
    """Tell of every element: "namespace name", and its attributes. Entities are how XML does harm, so none are read."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def doctype(*_: object) -> None:
        raise refuse("the workbook's XML declares a document type, which no workbook does", file=file)

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = note, doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise refuse(f"the workbook is damaged: {expat.errors.messages[error.code]}", file=file) from error
