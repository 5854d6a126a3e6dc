"""What people give to be loaded, as they unpacked it: the data in it, and what is left out. Knows nothing of Django."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from importers.archives import MAC_FOLDER, unpack
from importers.report import Problems

DESCRIBES = "which tells about the files and holds no data"
SYSTEM = "which the computer keeps for itself"
EXCEL = "which Excel keeps while somebody has the workbook open"
ARCHIVE = "archives; to load what is in one, give it by itself"
FOLDER = "folders in a folder that has files; to load what is in one, give it by itself"
SYSTEM_NAMES = {"thumbs.db", "desktop.ini", MAC_FOLDER.lower()}
# A folder in a folder in a folder, as some programs unpack; no deeper.
DEEPEST = 3


@dataclass
class Gathered:
    """The files to load, and why each of the others is none of them: its name by the reason."""

    files: list[Path] = field(default_factory=list)
    left_out: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def said(self) -> tuple[str, ...]:
        """A line for the report about each kind of file that was left out."""
        return tuple(f"Left out: {', '.join(names)}, {why}" for why, names in self.left_out.items())


@contextmanager
def gathered(
    paths: Iterable[Path], folders: Iterable[str] = (), not_data: Sequence[str] = ()
) -> Iterator[Gathered]:
    """The files that the paths name, each once; a folder and an archive (.zip) stand for the files in them.

    Left out is what isn't data: what the system and Excel keep beside files, names that match `not_data`, and
    archives and folders beside files. Of the folders in a folder, those named in `folders` stand for their files,
    too. What was unpacked is there until the end of the block.

    Raises InputRefusedError for a path that isn't there, a folder without files, two files of one name, nothing
    but files left out, and an archive that can't be unpacked.
    """
    with tempfile.TemporaryDirectory(prefix="unpacked-") as place:
        found, problems = Gathered(), Problems()
        for path in paths:
            if path.is_dir():
                _add_folder(path, tuple(folders), not_data, found, problems)
            elif not path.is_file():
                problems.add("there is no such file or folder", file=str(path))
            elif why := why_no_data(path.name, not_data):
                found.left_out[why].append(path.name)
            else:
                found.files.append(path)
        problems.refuse()
        _unpack_archives(found, not_data, Path(place))
        found.files = once_each(found.files)
        if not found.files:
            problems.add(f"none of the files is data. {'. '.join(found.said)}")
        problems.refuse()
        yield found


def why_no_data(name: str, not_data: Sequence[str]) -> str:
    """Why a file of this name is left out; empty for one that isn't."""
    low = name.lower()
    if low.startswith("~$"):
        return EXCEL
    if low.startswith(".") or low in SYSTEM_NAMES:
        return SYSTEM
    return DESCRIBES if any(fnmatch(low, pattern) for pattern in not_data) else ""


def once_each(files: Iterable[Path]) -> list[Path]:
    """The files, each once. Raises InputRefusedError for two of one name."""
    once = list({file.resolve(): file for file in files}.values())
    problems = Problems()
    for name, count in Counter(file.name for file in once).items():
        if count > 1:
            problems.add("two of the files have this name; load them one after the other", file=name)
    problems.refuse()
    return once


def _add_folder(
    folder: Path, folders: tuple[str, ...], not_data: Sequence[str], found: Gathered, problems: Problems
) -> None:
    there = _entries(folder)
    for _ in range(DEEPEST):
        inner = [path for path in there if path.is_dir() and not why_no_data(path.name, not_data)]
        if any(path.is_file() for path in there) or len(inner) != 1 or inner[0].name in folders:
            break
        there = _entries(inner[0])
    for name in folders:
        there += [path for path in _entries(folder / name) if path.is_file()]
    files = [path for path in there if path.is_file() and not why_no_data(path.name, not_data)]
    archives = [path for path in files if _is_archive(path)]
    if len(archives) < len(files):
        found.left_out[ARCHIVE] += [path.name for path in archives]
        files = [path for path in files if path not in archives]
    found.files += files
    for path in there:
        if why := why_no_data(path.name, not_data):
            found.left_out[why].append(path.name)
        elif path.is_dir() and path.name not in folders and files:
            found.left_out[FOLDER].append(path.name)
    found.left_out = defaultdict(list, {why: names for why, names in found.left_out.items() if names})
    if not files and not found.left_out:
        problems.add("the folder is empty", file=str(folder))


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _is_archive(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _unpack_archives(found: Gathered, not_data: Sequence[str], place: Path) -> None:
    """Put what is in the archives in their place. An archive in an archive is left out."""
    files: list[Path] = []
    for number, path in enumerate(found.files):
        if not _is_archive(path):
            files.append(path)
            continue
        (folder := place / str(number)).mkdir()
        for file in unpack(path, folder, path.name):
            why = ARCHIVE if _is_archive(file) else why_no_data(file.name, not_data)
            if why:
                found.left_out[why].append(file.name)
            else:
                files.append(file)
    found.files = files
