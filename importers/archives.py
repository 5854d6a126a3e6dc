"""Archives (.zip) unpacked into one folder, bounded in number and size. Knows nothing of Django."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from importers.report import refuse

CHUNK = 256 * 1024
MOST_MEMBERS = 500
MOST_UNPACKED = 2_000_000_000
# The upper half of external_attr is the mode of a file made under Unix: this is a link.
LINK, KIND_OF_FILE = 0o120000, 0o170000
ENCRYPTED = 1
# Finder's own notes about the files, in a folder of their own.
MAC_FOLDER = "__MACOSX"


def unpack(archive: Path, folder: Path, name: str) -> list[Path]:
    """Unpack the archive's files into the folder, without folders of their own, and return them by name.

    Raises InputRefusedError, naming the archive as `name`, for one that is damaged or locked, that has too many
    files, two of one name, or links and paths that lead out of it, or that unpacks to too much.
    """
    try:
        with zipfile.ZipFile(archive) as content:
            members = [member for member in content.infolist() if _is_wanted(member)]
            _check_members(name, members)
            return sorted(_write(content, members, folder, name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise refuse(f"{name} is a damaged archive: {error}") from error


def _write(content: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: Path, name: str) -> list[Path]:
    unpacked, files = 0, []
    for member in members:
        file = folder / _name(member)
        with content.open(member) as source, file.open("wb") as target:
            # What an archive says of its members' sizes need not be true.
            while chunk := source.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED:
                    raise _too_much(name)
                target.write(chunk)
        files.append(file)
    return files


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and MAC_FOLDER not in PurePosixPath(member.filename).parts


def _check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    names = [_name(member) for member in members]
    if not members or len(members) > MOST_MEMBERS or len(set(names)) != len(names):
        raise refuse(f"{name} has {len(members)} files in it, some of one name; that isn't expected")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        is_link = (member.external_attr >> 16) & KIND_OF_FILE == LINK
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0] or is_link:
            raise refuse(f"{name} has a file that must not be unpacked: {member.filename!r}")
        if member.flag_bits & ENCRYPTED:
            raise refuse(f"{name} is locked with a password; unpack it and load the files")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise _too_much(name)


def _too_much(name: str) -> Exception:
    return refuse(f"{name} unpacks to more than {MOST_UNPACKED:,} bytes")


def _name(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename.replace("\\", "/")).name
