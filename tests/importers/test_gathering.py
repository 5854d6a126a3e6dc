"""Folders and archives as people unpack them: what is data is found, what isn't is left out and named."""

import zipfile
from pathlib import Path

import pytest

from importers import archives
from importers.gathering import gathered
from importers.report import InputRefusedError
from importers.sources import sources

OEWS = sources()["oews"]


def given(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    return folder


def archive(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as content:
        for name in names:
            content.writestr(name, name)
    return path


def gather(*paths: Path) -> tuple[list[str], str]:
    with gathered(paths, OEWS.folders, OEWS.not_data) as found:
        assert all(file.read_bytes() for file in found.files)
        return [file.name for file in found.files], "\n".join(found.said)


@pytest.mark.parametrize(
    "name",
    [
        "file_descriptions.xlsx", "field_descriptions.xlsx", "Field_Descriptions.xls", "README.md",
        "~$MSA_M2024_dl.xlsx", ".DS_Store", "._MSA_M2024_dl.xlsx", "Thumbs.db", "desktop.ini",
        ".~lock.MSA_M2024_dl.xlsx#", "oesm24ma.zip",
    ],
)  # fmt: skip
def test_what_is_no_data_is_left_out_and_named(tmp_path, name):
    files, said = gather(given(tmp_path, "MSA_M2024_dl.xlsx", name))
    assert files == ["MSA_M2024_dl.xlsx"]
    assert f"Left out: {name}, " in said


def test_folders_of_the_system_and_others_are_left_out_and_named(tmp_path):
    files, said = gather(given(tmp_path, "a.xlsx", "__MACOSX/._a.xlsx", "notes/b.xlsx"))
    assert files == ["a.xlsx"]
    assert "Left out: __MACOSX, which the computer keeps for itself" in said
    assert "Left out: notes, folders in a folder that has files" in said


def test_a_folder_that_only_holds_a_folder_stands_for_it(tmp_path):
    files, said = gather(given(tmp_path, "oesm24ma/oesm24ma/MSA.xlsx", "__MACOSX/x/._MSA.xlsx"))
    assert (files, "__MACOSX" in said) == (["MSA.xlsx"], False)


def test_files_given_by_a_pattern_of_the_shell(tmp_path):
    given(tmp_path, "a.xlsx", "~$a.xlsx")
    assert gather(tmp_path / "a.xlsx", tmp_path / "~$a.xlsx")[0] == ["a.xlsx"]


def test_an_archive_stands_for_the_files_in_it(tmp_path):
    path = archive(
        tmp_path / "oesm24ma.zip", "oesm24ma/", "oesm24ma/MSA.xlsx", "oesm24ma/file_descriptions.xlsx",
        "__MACOSX/oesm24ma/._MSA.xlsx", "oesm24ma/more.zip",
    )  # fmt: skip
    files, said = gather(path)
    assert files == ["MSA.xlsx"]
    assert "file_descriptions.xlsx" in said
    assert "more.zip" in said


def test_a_folder_of_nothing_but_archives_stands_for_what_is_in_them(tmp_path):
    archive(tmp_path / "a.zip", "a.xlsx")
    archive(tmp_path / "b.ZIP", "b.xlsx")
    assert gather(tmp_path) == (["a.xlsx", "b.xlsx"], "")


def test_what_was_unpacked_is_taken_away_again(tmp_path):
    with gathered([archive(tmp_path / "a.zip", "a.xlsx")]) as found:
        (file,) = found.files
    assert not file.exists()


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["../up.xlsx"], "a.zip has a file that must not be unpacked: '../up.xlsx'"),
        (["a/x.xlsx", "b/x.xlsx"], "some of one name"),
        ([f"{number}.xlsx" for number in range(archives.MOST_MEMBERS + 1)], "has 501 files in it"),
        (["x" * 200 + ".xlsx", "y" * 200 + ".xlsx"], "a.zip unpacks to more than 400 bytes"),
    ],
)
def test_an_archive_that_means_harm_is_refused(tmp_path, monkeypatch, names, message):
    if "x" in names[0] and len(names[0]) > 100:
        monkeypatch.setattr(archives, "MOST_UNPACKED", 400)
    with pytest.raises(InputRefusedError, match=message):
        gather(archive(tmp_path / "a.zip", *names))


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"PK\3\4 torn", "a.zip is a damaged archive"), (b"<html>", "a.zip is a damaged archive")],
)
def test_a_damaged_archive_is_refused(tmp_path, content, message):
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(InputRefusedError, match=message):
        gather(tmp_path / "a.zip")


def test_a_locked_archive_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", "a.xlsx")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1  # the flag that says the member is encrypted
    path.write_bytes(content)
    with pytest.raises(InputRefusedError, match="is locked with a password"):
        gather(path)


def test_nothing_but_what_is_left_out_is_refused(tmp_path):
    with pytest.raises(
        InputRefusedError, match=r"none of the files is data\. Left out: file_descriptions\.xlsx"
    ):
        gather(given(tmp_path, "file_descriptions.xlsx"))
